package ooxml

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// plain hands out a text with its entities and line ends resolved.
func (s *scanner) plain(raw []byte) error {
	if !special(raw) {
		s.text = raw
		return nil
	}
	dst := s.scratch[:0]
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			s.scratch = appendLines(dst, raw)
			s.text = s.scratch
			return nil
		}
		dst = appendLines(dst, raw[:i])
		r, n := entity(raw[i:])
		if n == 0 {
			return errMalformed
		}
		dst = utf8.AppendRune(dst, r)
		raw = raw[i+n:]
	}
}

// special reports characters that do not stand for themselves. Most texts are
// short numbers, for which a loop is faster than two searches.
func special(b []byte) bool {
	if len(b) > 32 {
		return bytes.IndexByte(b, '&') >= 0 || bytes.IndexByte(b, '\r') >= 0
	}
	for _, c := range b {
		if c == '&' || c == '\r' {
			return true
		}
	}
	return false
}

// newlines resolves CR LF and CR to LF, as XML demands of a reader.
func newlines(scratch *[]byte, raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') < 0 {
		return raw
	}
	*scratch = appendLines((*scratch)[:0], raw)
	return *scratch
}

func appendLines(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '\r')
		if i < 0 {
			return append(dst, raw...)
		}
		dst = append(append(dst, raw[:i]...), '\n')
		raw = raw[i+1:]
		if len(raw) > 0 && raw[0] == '\n' {
			raw = raw[1:]
		}
	}
}

// entity reads the reference at the front of b; its length is 0 when it is
// none.
func entity(b []byte) (rune, int) {
	end := bytes.IndexByte(b[:min(len(b), 14)], ';')
	if end < 0 {
		return 0, 0
	}
	switch ent := string(b[1:end]); ent {
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "amp":
		return '&', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if r, ok := charRef(ent); ok {
			return r, end + 1
		}
	}
	return 0, 0
}

func charRef(ent string) (rune, bool) {
	num, ok := strings.CutPrefix(ent, "#")
	if !ok {
		return 0, false
	}
	radix := 10
	if h, ok := strings.CutPrefix(num, "x"); ok {
		num, radix = h, 16
	}
	n, err := strconv.ParseUint(num, radix, 32)
	return rune(n), err == nil && n > 0 && n <= utf8.MaxRune && utf8.ValidRune(rune(n))
}

// attrs are the attributes of a start tag that are not read yet.
type attrs []byte

// next takes the first attribute: its name, prefix included, and its value as
// it stands. The name is nil after the last one.
func (a *attrs) next() (name, value []byte, err error) {
	b := []byte(*a)
	for len(b) > 0 && b[0] <= ' ' {
		b = b[1:]
	}
	if len(b) == 0 {
		return nil, nil, nil
	}
	i := 0
	for i < len(b) && b[i] != '=' && b[i] > ' ' {
		i++
	}
	name = b[:i]
	for i < len(b) && b[i] <= ' ' {
		i++
	}
	if len(name) == 0 || i >= len(b) || b[i] != '=' {
		return nil, nil, errMalformed
	}
	for i++; i < len(b) && b[i] <= ' '; {
		i++
	}
	if i >= len(b) || b[i] != '"' && b[i] != '\'' {
		return nil, nil, errMalformed
	}
	end := bytes.IndexByte(b[i+1:], b[i])
	if end < 0 {
		return nil, nil, errMalformed
	}
	*a = b[i+end+2:]
	return name, b[i+1 : i+1+end], nil
}

// attributes collects the wanted attributes of the current start tag, by local
// name, entities resolved. The same one twice is malformed.
func (s *scanner) attributes(want map[string]*string) error {
	a := attrs(s.attrs)
	seen := map[string]bool{}
	for {
		name, value, err := a.next()
		if err != nil || name == nil {
			return err
		}
		if seen[string(name)] {
			return errMalformed
		}
		seen[string(name)] = true
		if dst := want[string(local(name))]; dst != nil {
			if err := s.plain(value); err != nil {
				return err
			}
			if !utf8.Valid(s.text) {
				return errMalformed
			}
			*dst = string(s.text)
		}
	}
}

// truth reads a truth value of XML Schema.
func truth(s string) bool { return s == "1" || s == "true" }

// excelEscapes resolves _x000D_ and its kin, which spreadsheets write for
// characters that XML does not allow, in b from a place on.
func excelEscapes(b []byte, from int) []byte {
	if !bytes.Contains(b[from:], []byte("_x")) {
		return b
	}
	src := bytes.Clone(b[from:])
	b = b[:from]
	for i := 0; i < len(src); {
		r, ok := escaped(src[i:])
		if !ok {
			b = append(b, src[i])
			i++
			continue
		}
		i += escapeLen
		if low, ok := escaped(src[i:]); ok && utf16.IsSurrogate(r) {
			if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
				r = both
				i += escapeLen
			}
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

const escapeLen = len("_x000D_")

func escaped(b []byte) (rune, bool) {
	if len(b) < escapeLen || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
