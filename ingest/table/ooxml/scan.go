package ooxml

import (
	"bytes"
	"errors"
	"io"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// scanner walks XML: start tags, end tags and text, without building a tree.
// It checks that tags nest and that the document ends where it should. What it
// hands out is valid until the next call.
type scanner struct {
	in  io.Reader // nil: the whole document is in buf, which is never written to
	buf []byte    // window of the document
	pos int       // first byte not consumed
	off int64     // bytes of the document before the window

	open  []byte // names of the open elements, one after the other
	marks []int  // where in open each of them starts

	name    []byte // local name of a tag
	attrs   []byte // attributes of a start tag
	text    []byte // of a text token, entities resolved
	scratch []byte // holds a text that had entities
	empty   bool   // the start tag closed itself; its end token comes next
	rooted  bool   // the root element was opened
}

type token uint8

const (
	textToken token = iota
	startToken
	endToken
)

var errMalformed = text.Errorf("XML rusak", "malformed XML")

const (
	window   = 128 << 10 // bytes of a stream looked at together
	maxTag   = 8 << 20   // bytes of a single tag or text; a cell holds 32,767 characters
	maxText  = 64 << 20  // bytes of the texts of a row, or of a shared string
	maxDepth = 256       // of nested elements
)

// next returns the next token; io.EOF only after a complete document.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		return endToken, s.pop(s.open[s.marks[len(s.marks)-1]:])
	}
	for {
		if s.pos == len(s.buf) || s.buf[s.pos] != '<' { // else there is no text
			n, err := s.index('<', 0)
			if err != nil {
				return 0, s.finish(n, err)
			}
			raw := s.buf[s.pos : s.pos+n]
			s.pos += n
			if len(s.marks) > 0 {
				return textToken, s.plain(raw)
			}
			if !blank(raw) {
				return 0, errMalformed
			}
		}
		if t, ok, err := s.markup(); err != nil || ok {
			return t, err
		}
	}
}

// finish says whether the document may end here, with n bytes left.
func (s *scanner) finish(n int, err error) error {
	if errors.Is(err, io.EOF) && (!s.rooted || len(s.marks) > 0 || !blank(s.buf[s.pos:s.pos+n])) {
		return errMalformed
	}
	return err
}

// markup reads what starts with "<"; ok is false for comments and
// instructions.
func (s *scanner) markup() (token, bool, error) {
	n, err := s.tagEnd()
	if err != nil {
		return 0, false, err
	}
	raw := s.buf[s.pos+1 : s.pos+n]
	switch {
	case len(raw) == 0:
		return 0, false, errMalformed
	case raw[0] == '?':
		return 0, false, s.past("?>", 2)
	case raw[0] == '!':
		return s.declaration()
	}
	s.pos += n + 1
	if raw[0] == '/' {
		name := raw[1:]
		for len(name) > 0 && name[len(name)-1] <= ' ' {
			name = name[:len(name)-1]
		}
		return endToken, true, s.pop(name)
	}
	return startToken, true, s.push(raw)
}

// declaration reads a comment or a CDATA section; a document type is refused.
func (s *scanner) declaration() (token, bool, error) {
	rest := s.buf[s.pos:]
	if bytes.HasPrefix(rest, []byte("<!--")) {
		return 0, false, s.past("-->", 4)
	}
	if !bytes.HasPrefix(rest, []byte("<![CDATA[")) || len(s.marks) == 0 {
		return 0, false, errMalformed
	}
	n, err := s.indexAfter("]]>", 9)
	if err != nil {
		return 0, false, err
	}
	s.text = newlines(&s.scratch, s.buf[s.pos+9:s.pos+n-3])
	s.pos += n
	return textToken, true, nil
}

// push opens the element of a start tag.
func (s *scanner) push(raw []byte) error {
	s.empty = raw[len(raw)-1] == '/'
	if s.empty {
		raw = raw[:len(raw)-1]
	}
	end := 0
	for end < len(raw) && raw[end] > ' ' {
		end++
	}
	if end == 0 || s.rooted && len(s.marks) == 0 || len(s.marks) >= maxDepth {
		s.empty = false
		return errMalformed
	}
	s.rooted = true
	s.marks = append(s.marks, len(s.open))
	s.open = append(s.open, raw[:end]...)
	s.name, s.attrs = local(raw[:end]), raw[end:]
	return nil
}

// pop closes the innermost element, which must have this name.
func (s *scanner) pop(name []byte) error {
	n := len(s.marks)
	if n == 0 || !bytes.Equal(s.open[s.marks[n-1]:], name) {
		return errMalformed
	}
	s.open = s.open[:s.marks[n-1]]
	s.marks = s.marks[:n-1]
	s.name = local(name)
	return nil
}

// local is a name without its namespace prefix.
func local(name []byte) []byte {
	for i, c := range name {
		if c == ':' {
			return name[i+1:]
		}
	}
	return name
}

// root opens the document, whose root element must have one of these names.
func (s *scanner) root(names ...string) error {
	for {
		t, err := s.next()
		if errors.Is(err, io.EOF) {
			return errMalformed
		}
		if err != nil {
			return err
		}
		if t != startToken {
			continue
		}
		for _, name := range names {
			if string(s.name) == name {
				return nil
			}
		}
		return errMalformed
	}
}

// child steps into the next child of the element that was opened last; false
// when that element was closed. Each child must be read or skipped to its end
// before the next is asked for.
func (s *scanner) child() (bool, error) {
	for {
		switch t, err := s.next(); {
		case err != nil:
			return false, err
		case t == startToken:
			return true, nil
		case t == endToken:
			return false, nil
		}
	}
}

// skip reads to the end of the element that was opened last.
func (s *scanner) skip() error {
	for depth := len(s.marks); len(s.marks) >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// content appends the text of the element that was opened last, its own
// children left out.
func (s *scanner) content(dst []byte) ([]byte, error) {
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return dst, err
		case t == endToken:
			return dst, nil
		case t == textToken:
			if dst = append(dst, s.text...); len(dst) > maxText {
				return dst, refuse(reject.OverLimit, "%d", len(dst))
			}
		default:
			if err := s.skip(); err != nil {
				return dst, err
			}
		}
	}
}

// close reads to the end of the document.
func (s *scanner) close() error {
	for {
		if _, err := s.next(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func blank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return false
		}
	}
	return true
}

// children calls f for each child of the element that was opened last.
func (s *scanner) children(f func() error) error {
	for {
		ok, err := s.child()
		if err != nil || !ok {
			return err
		}
		if err := f(); err != nil {
			return err
		}
	}
}
