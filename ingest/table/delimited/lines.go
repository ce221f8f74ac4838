package delimited

import (
	"bufio"
	"errors"
	"io"
)

// source hands out physical lines without their ends, and whether a line
// ended in CRLF. The error after the last line is io.EOF.
type source interface {
	next() (text string, crlf bool, err error)
}

// sample is a source of lines in memory.
type sample struct {
	lines []string
	at    int
}

func (s *sample) next() (string, bool, error) {
	if s.at == len(s.lines) {
		return "", false, io.EOF
	}
	s.at++
	return s.lines[s.at-1], false, nil
}

// stream is a source of lines from a decoded file.
type stream struct {
	in  *bufio.Reader
	buf []byte
}

func (s *stream) next() (string, bool, error) {
	line, err := s.in.ReadSlice('\n')
	if err != nil {
		b := append(s.buf[:0], line...)
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = s.in.ReadSlice('\n')
			b = append(b, line...)
		}
		if err != nil && (len(b) == 0 || !errors.Is(err, io.EOF)) {
			return "", false, err
		}
		line = b
		if cap(b) <= 1<<20 { // a giant line must not keep its room
			s.buf = b
		}
	}
	n := len(line)
	if n > 0 && line[n-1] == '\n' {
		n--
	}
	crlf := n > 0 && line[n-1] == '\r'
	if crlf {
		n--
	}
	return string(line[:n]), crlf, nil
}

// bareCR turns carriage returns that stand alone into line feeds, for files
// written with them.
type bareCR struct {
	r    *bufio.Reader
	last bool // a CR was written as LF; a following LF belongs to it
}

func (c *bareCR) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	k := 0
	for _, x := range b[:n] {
		switch {
		case x == '\n' && c.last:
			c.last = false
			continue
		case x == '\r':
			x, c.last = '\n', true
		default:
			c.last = false
		}
		b[k] = x
		k++
	}
	if k == 0 && n > 0 && err == nil {
		return c.Read(b)
	}
	return k, err
}
