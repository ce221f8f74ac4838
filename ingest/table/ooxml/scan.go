package ooxml

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner walks sheet XML: start tags, end tags and text, without building a
// tree. It checks that tags nest and that the document ends where it should.
type scanner struct {
	in    *bufio.Reader
	buf   []byte
	stack []string
	text  []byte // of a text token, entities resolved
	name  string // local name of a tag
	attrs []byte
	empty bool // the start tag closed itself
	ended bool // the root element was closed
}

type token uint8

const (
	textToken token = iota
	startToken
	endToken
)

var errMalformed = errors.New("malformed XML")

func newScanner(r io.Reader) *scanner { return &scanner{in: bufio.NewReaderSize(r, 128<<10)} }

// maxTag bounds a single tag or text; a cell holds 32,767 characters.
const maxTag = 8 << 20

// next returns the next token; io.EOF only after a complete document.
func (s *scanner) next() (token, error) {
	for {
		raw, err := s.until('<')
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		if errors.Is(err, io.EOF) {
			if !s.ended || len(s.stack) > 0 || len(bytes.TrimSpace(raw)) > 0 {
				return 0, errMalformed
			}
			return 0, io.EOF
		}
		if len(s.stack) > 0 && len(raw) > 0 {
			if s.text, err = unescape(s.text[:0], raw); err != nil {
				return 0, err
			}
			if err := s.in.UnreadByte(); err != nil {
				return 0, err
			}
			return textToken, nil
		}
		if t, ok, err := s.tag(); err != nil || ok {
			return t, err
		}
	}
}

// tag reads what follows "<"; ok is false for comments and instructions.
func (s *scanner) tag() (token, bool, error) {
	raw, err := s.balanced()
	if err != nil {
		return 0, false, errMalformed
	}
	switch {
	case len(raw) == 0:
		return 0, false, errMalformed
	case raw[0] == '?':
		return 0, false, nil
	case bytes.HasPrefix(raw, []byte("![CDATA[")):
		s.text = append(s.text[:0], raw[8:len(raw)-2]...)
		return textToken, true, nil
	case raw[0] == '!':
		return 0, false, nil
	case raw[0] == '/':
		name := local(strings.TrimSpace(string(raw[1:])))
		n := len(s.stack)
		if n == 0 || s.stack[n-1] != name {
			return 0, false, errMalformed
		}
		s.stack = s.stack[:n-1]
		s.ended = n == 1
		s.name = name
		return endToken, true, nil
	}
	s.empty = raw[len(raw)-1] == '/'
	if s.empty {
		raw = raw[:len(raw)-1]
	}
	end := bytes.IndexAny(raw, " \t\r\n")
	if end < 0 {
		end = len(raw)
	}
	if s.ended {
		return 0, false, errMalformed
	}
	s.name, s.attrs = local(string(raw[:end])), raw[end:]
	switch {
	case !s.empty:
		s.stack = append(s.stack, s.name)
	case len(s.stack) == 0:
		s.ended = true
	}
	return startToken, true, nil
}

func local(name string) string {
	if i := strings.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// until reads up to and past a byte, and returns what stood before it.
func (s *scanner) until(b byte) ([]byte, error) {
	s.buf = s.buf[:0]
	for {
		chunk, err := s.in.ReadSlice(b)
		s.buf = append(s.buf, chunk...)
		if errors.Is(err, bufio.ErrBufferFull) {
			if len(s.buf) > maxTag {
				return nil, errMalformed
			}
			continue
		}
		if err != nil {
			return s.buf, err
		}
		return s.buf[:len(s.buf)-1], nil
	}
}

// balanced reads a tag to its ">", which may also stand inside quotes,
// comments and CDATA.
func (s *scanner) balanced() ([]byte, error) {
	var all []byte
	for {
		part, err := s.until('>')
		if err != nil {
			return nil, err
		}
		if all == nil && complete(part) {
			return part, nil
		}
		all = append(all, part...)
		if complete(all) {
			return all, nil
		}
		if len(all) > maxTag {
			return nil, errMalformed
		}
		all = append(all, '>')
	}
}

func complete(b []byte) bool {
	switch {
	case bytes.HasPrefix(b, []byte("!--")):
		return len(b) >= 5 && bytes.HasSuffix(b, []byte("--"))
	case bytes.HasPrefix(b, []byte("![CDATA[")):
		return bytes.HasSuffix(b, []byte("]]")) && len(b) >= 10
	}
	var quote byte
	for _, c := range b {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote == 0
}

// attr returns an attribute of the current start tag by local name, entities
// left as they are.
func (s *scanner) attr(name string) (string, bool) {
	b := s.attrs
	for {
		eq := bytes.IndexByte(b, '=')
		if eq < 0 {
			return "", false
		}
		key := local(string(bytes.TrimSpace(b[:eq])))
		b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
		if len(b) == 0 || b[0] != '"' && b[0] != '\'' {
			return "", false
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return "", false
		}
		if key == name {
			return string(b[1 : 1+end]), true
		}
		b = b[end+2:]
	}
}

// unescape resolves the entities of XML text.
func unescape(dst, src []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(src, '&')
		if i < 0 {
			return append(dst, src...), nil
		}
		dst = append(dst, src[:i]...)
		end := bytes.IndexByte(src[i:], ';')
		if end < 0 || end > 12 {
			return nil, errMalformed
		}
		switch ent := string(src[i+1 : i+end]); ent {
		case "lt":
			dst = append(dst, '<')
		case "gt":
			dst = append(dst, '>')
		case "amp":
			dst = append(dst, '&')
		case "quot":
			dst = append(dst, '"')
		case "apos":
			dst = append(dst, '\'')
		default:
			r, ok := charRef(ent)
			if !ok {
				return nil, errMalformed
			}
			dst = utf8.AppendRune(dst, r)
		}
		src = src[i+end+1:]
	}
}

func charRef(ent string) (rune, bool) {
	num, base := strings.CutPrefix(ent, "#")
	if !base {
		return 0, false
	}
	radix := 10
	if h, ok := strings.CutPrefix(num, "x"); ok {
		num, radix = h, 16
	}
	n, err := strconv.ParseInt(num, radix, 32)
	return rune(n), err == nil && n > 0 && n <= utf8.MaxRune
}

// excelEscapes resolves _x000D_ and its kin, which spreadsheets write for
// characters that XML does not allow.
func excelEscapes(s string) string {
	i := strings.Index(s, "_x")
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.Index(s, "_x") {
		b.WriteString(s[:i])
		if len(s) >= i+7 && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = s[i+7:]
				continue
			}
		}
		b.WriteString("_x")
		s = s[i+2:]
	}
	b.WriteString(s)
	return b.String()
}
