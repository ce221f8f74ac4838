package delimited

import (
	"strings"

	"rapor/ingest/grid"
)

// state says how a record ended.
type state uint8

const (
	closed  state = iota // every quoted cell is closed
	open                 // a quoted cell is still open
	damaged              // text follows a closing quote
)

// walk cuts text at delimiters outside quotes and returns the cells counted
// and how it ended. It starts inside a quoted cell when asked to. A dry walk
// only counts; otherwise the cells are appended to the row, unless the record
// does not close.
func (p *parser) walk(s string, inside, dry bool) (n int, st state) {
	start := len(p.row.Cells)
	for i := 0; ; {
		n++
		if !inside {
			if j := p.opening(s, i); j > 0 {
				inside, i = true, j
			}
		}
		if inside {
			body, end, st := p.quoted(s, i, dry)
			if st != closed {
				p.row.Cells = p.row.Cells[:start]
				return n, st
			}
			if !dry {
				p.row.Cells = append(p.row.Cells, grid.Cell{Text: body, Kind: grid.Text})
				p.wrapped++
			}
			i, inside = end, false
		} else {
			k := p.delimiter(s[i:])
			if n == maxCells {
				k = len(s) - i
			}
			if !dry {
				p.row.Cells = append(p.row.Cells, cell(p.bare(s[i:i+k], i == 0, i+k == len(s))))
				p.odd = p.odd || p.uneven(s[i:i+k])
			}
			i += k
		}
		if i == len(s) {
			return n, closed
		}
		if i += len(p.d.sep); i == len(s) {
			if !dry {
				p.row.Cells = append(p.row.Cells, grid.Cell{})
			}
			return n + 1, closed
		}
	}
}

// opening is the place after a quote that opens a cell, which may stand after
// spaces; 0 when none does.
func (p *parser) opening(s string, i int) int {
	if p.d.sep != " " {
		for i < len(s) && s[i] == ' ' {
			i++
		}
	}
	if i < len(s) && s[i] == p.d.Quote && p.d.Quote != 0 {
		return i + 1
	}
	return 0
}

// delimiter is the length of text before the next delimiter.
func (p *parser) delimiter(s string) int {
	i := -1
	switch len(p.d.sep) {
	case 0:
	case 1:
		i = strings.IndexByte(s, p.d.sep[0])
	default:
		i = strings.Index(s, p.d.sep)
	}
	if i < 0 {
		return len(s)
	}
	return i
}

// quoted reads a quoted cell from just after its quote to the delimiter.
func (p *parser) quoted(s string, i int, dry bool) (body string, end int, st state) {
	start, escaped := i, false
	for {
		k := p.special(s[i:])
		if k < 0 {
			return "", 0, open
		}
		i += k
		if j := p.escape(s, i); j > 0 {
			i, escaped = j, true
			continue
		}
		end = i + 1
		if !p.closes(s, &end) {
			return "", 0, damaged
		}
		switch {
		case dry:
		case escaped:
			body = p.unescape(s[start:i])
		default:
			body = s[start:i]
		}
		return body, end, closed
	}
}

// special finds the next quote or, where it escapes, backslash.
func (p *parser) special(s string) int {
	k := strings.IndexByte(s, p.d.Quote)
	if !p.d.Backslash || k < 0 {
		return k
	}
	if b := strings.IndexByte(s[:k], '\\'); b >= 0 {
		return b
	}
	return k
}

// escape is the place after an escaped character that starts at i, or after a
// backslash that escapes nothing; 0 when a quote stands there alone.
func (p *parser) escape(s string, i int) int {
	switch {
	case s[i] == '\\' && i+1 < len(s) && (s[i+1] == p.d.Quote || s[i+1] == '\\'):
		return i + 2
	case s[i] == '\\':
		return i + 1
	case i+1 < len(s) && s[i+1] == p.d.Quote:
		return i + 2
	}
	return 0
}

// closes reports whether a quote that ends before end closes its cell, and
// moves end to the delimiter.
func (p *parser) closes(s string, end *int) bool {
	e := *end
	for p.d.sep != " " && e < len(s) && s[e] == ' ' {
		e++
	}
	*end = e
	return e == len(s) || p.d.sep != "" && strings.HasPrefix(s[e:], p.d.sep)
}

// unescape writes doubled quotes once and takes escaping backslashes away.
func (p *parser) unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if i+1 < len(s) && s[i+1] == p.d.Quote && (c == p.d.Quote || c == '\\' && p.d.Backslash) || i+1 < len(s) && c == '\\' && p.d.Backslash && s[i+1] == '\\' {
			i++
			c = s[i]
		}
		b.WriteByte(c)
	}
	return b.String()
}
