package ooxml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// newScanner starts at the beginning of a document. When all is given, it is
// what r reads and need not be copied.
//
// A byte order mark is dropped and UTF-16 turned into UTF-8.
func newScanner(r io.Reader, all []byte) (*scanner, error) {
	s := &scanner{in: r, buf: all}
	if all != nil {
		s.in = nil
	}
	for len(s.buf) < sniffed && s.in != nil {
		if err := s.fill(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	head := s.buf[:min(len(s.buf), sniffed)]
	if wide(head) {
		if all == nil {
			r = io.MultiReader(bytes.NewReader(s.buf), r)
		}
		return newScanner(fromUTF16(r, head), nil)
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		s.pos = 3
	}
	return s, encoding(head)
}

// sniffed is how much of a document tells its encoding.
const sniffed = 256

// wide reports UTF-16: a byte order mark, or "<" as two bytes.
func wide(head []byte) bool {
	for _, p := range []string{"\xff\xfe", "\xfe\xff", "<\x00", "\x00<"} {
		if bytes.HasPrefix(head, []byte(p)) {
			return true
		}
	}
	return false
}

// fromUTF16 turns a document in UTF-16 into UTF-8.
func fromUTF16(r io.Reader, head []byte) io.Reader {
	order := unicode.LittleEndian
	if head[0] == 0 || head[0] == 0xfe {
		order = unicode.BigEndian
	}
	return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(r)
}

// encoding judges what the XML declaration says. The bytes are UTF-8 by now; a
// writer that calls them UTF-16 is believed less than the bytes.
func encoding(head []byte) error {
	if !bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("<?xml")) {
		return nil
	}
	decl, _, _ := bytes.Cut(head, []byte("?>"))
	_, rest, ok := bytes.Cut(decl, []byte("encoding"))
	if !ok {
		return nil
	}
	name := strings.ToLower(strings.Trim(string(rest), " \t\r\n=\"'"))
	name, _, _ = strings.Cut(name, "\"")
	name, _, _ = strings.Cut(name, "'")
	switch name {
	case "utf-8", "utf8", "us-ascii", "ascii", "utf-16":
		return nil
	}
	return fmt.Errorf("encoding=%q", name)
}

// fill reads more of the stream into the window, moving what is not consumed
// to its front.
func (s *scanner) fill() error {
	if s.in == nil {
		return io.EOF
	}
	rest := len(s.buf) - s.pos
	if s.buf == nil || cap(s.buf)-len(s.buf) < window/2 {
		to := s.buf[:0]
		if need := rest + window; cap(s.buf) < need {
			to = make([]byte, 0, max(need, 2*cap(s.buf)))
		}
		s.buf = append(to, s.buf[s.pos:]...)
		s.off += int64(s.pos)
		s.pos = 0
	}
	n, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
	s.buf = s.buf[:len(s.buf)+n]
	if n > 0 {
		return nil
	}
	if err == nil {
		err = io.ErrNoProgress
	}
	return err
}

// more reads on when n bytes that are not consumed did not suffice.
func (s *scanner) more(n int) error {
	if n > maxTag {
		return errMalformed
	}
	return s.fill()
}

// index finds a byte at or after a place in what is not consumed. With an
// error it returns how many bytes there are.
func (s *scanner) index(c byte, from int) (int, error) {
	for {
		if i := bytes.IndexByte(s.buf[s.pos+from:], c); i >= 0 {
			return from + i, nil
		}
		from = len(s.buf) - s.pos
		if err := s.more(from); err != nil {
			return from, err
		}
	}
}

// indexAfter finds the end of a sequence that starts at or after a place.
func (s *scanner) indexAfter(seq string, from int) (int, error) {
	for {
		if i := bytes.Index(s.buf[s.pos+min(from, len(s.buf)-s.pos):], []byte(seq)); i >= 0 {
			return from + i + len(seq), nil
		}
		n := len(s.buf) - s.pos
		from = max(from, n-len(seq)+1)
		if err := s.more(n); err != nil {
			return 0, cut(err)
		}
	}
}

// past consumes to the end of a sequence.
func (s *scanner) past(seq string, from int) error {
	n, err := s.indexAfter(seq, from)
	s.pos += n
	return err
}

// tagEnd finds the ">" that ends the tag at the front, which may also stand
// inside quotes; a "<" may stand nowhere in it.
func (s *scanner) tagEnd() (int, error) {
	quote := byte(0)
	for i := 1; ; {
		b := s.buf[s.pos:]
		if i == 1 && len(b) > 1 && (b[1] == '!' || b[1] == '?') {
			n, err := s.index('>', 1)
			return n, cut(err)
		}
		for ; i < len(b); i++ {
			switch c := b[i]; {
			case c > '>':
			case quote != 0:
				if c == quote {
					quote = 0
				} else if c == '<' {
					return 0, errMalformed
				}
			case c == '>':
				return i, nil
			case c == '"' || c == '\'':
				quote = c
			case c == '<':
				return 0, errMalformed
			}
		}
		if err := s.more(i); err != nil {
			return 0, cut(err)
		}
	}
}

// cut says that a document may not end where it did.
func cut(err error) error {
	if errors.Is(err, io.EOF) {
		return errMalformed
	}
	return err
}
