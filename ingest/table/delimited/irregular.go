package delimited

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// irregular looks at a well-formed record that does not have the usual width:
// delimiters behind backslashes, or another delimiter than the rest. What it
// cannot explain stays as it stands, with a doubt.
func (p *parser) irregular(text string) {
	n := len(p.row.Cells)
	switch {
	case n > p.d.Width && p.escapedDelimiters(text):
		return
	case p.d.Width > 2 && p.otherDelimiter(text):
		return
	}
	p.ragged()
}

// ragged says that a row has another width than nearly all others. A single
// cell is a title or a note, and rows of a regular file alone are counted.
func (p *parser) ragged() {
	n := len(p.row.Cells)
	for n > p.d.Width && p.row.Cells[n-1].Text == "" {
		n--
	}
	switch {
	case !p.d.regular || n < 2 || p.last == 0 || p.doubt == nil:
	case p.usual():
	case n == p.d.Width && p.d.tail > 0 && n > p.d.tail: // moved by as many cells as are empty at its end
		p.row.Irregular = reject.LongRow
	case n != p.d.Width && p.changes(n):
		p.d.Width, p.d.tail = n, 0
	case n > p.d.Width:
		p.row.Irregular = reject.LongRow
	case n < p.d.Width:
		p.row.Irregular = reject.ShortRow
	}
	if p.row.Irregular != "" {
		p.doubt(p.row.N, p.row.Irregular, "")
	}
}

// keeps is how many rows of one width in a row make a new width of the table,
// and no longer rows whose cells have moved.
const keeps = 5

// changes reports whether the rows of a file have another width from here on:
// a column came in or went, or another table begins, which a row of words alone
// heads.
func (p *parser) changes(n int) bool {
	more := keeps - 1
	if !slices.ContainsFunc(p.row.Cells, func(c grid.Cell) bool { return kindOf(c.Text) == digit }) {
		more = 1
	}
	for k := range more {
		l, ok := p.peek(k)
		if !ok {
			return false
		}
		if m, st := p.width(l.text); st != closed || m != n {
			return false
		}
	}
	return true
}

// width counts the cells of a line on its own, without empty ones at its end
// beyond the usual width.
func (p *parser) width(line string) (int, state) {
	cells := p.row.Cells
	p.row.Cells = nil
	n, st := p.walk(line, false, false)
	for n > p.d.Width && n == len(p.row.Cells) && p.row.Cells[n-1].Text == "" {
		n--
		p.row.Cells = p.row.Cells[:n]
	}
	p.row.Cells = cells
	return n, st
}

// escapedDelimiters reads `a\, b` as one cell where that gives the usual width.
func (p *parser) escapedDelimiters(text string) bool {
	if p.d.sep == "" || !strings.Contains(text, `\`+p.d.sep) {
		return false
	}
	var out []grid.Cell
	joined := false
	for _, c := range p.row.Cells {
		if joined {
			t := &out[len(out)-1].Text
			*t = (*t)[:len(*t)-1] + p.d.sep + c.Text
		} else {
			out = append(out, c)
		}
		t := out[len(out)-1].Text
		joined = strings.HasSuffix(t, `\`)
	}
	if len(out) != p.d.Width || joined {
		return false
	}
	p.row.Cells = append(p.row.Cells[:0], out...)
	return true
}

// otherDelimiter reads a row that is written with another delimiter than the
// rest. It must have exactly the usual width, and must look like the row
// before it, or like a header where none came before.
func (p *parser) otherDelimiter(text string) bool {
	if p.prev == "" && strings.Contains(text, p.d.sep) {
		return false
	}
	for _, sep := range append(append([]string{}, candidates[:common]...), " ") {
		if sep == p.d.sep || !strings.Contains(text, sep) {
			continue
		}
		q := newParser(p.d, &sample{})
		q.d.use(sep)
		if n, st := q.walk(text, false, false); st != closed || n != p.d.Width || !p.alike(q, sep) {
			continue
		}
		p.row.Cells = append(p.row.Cells[:0], q.row.Cells...)
		p.doubt(p.row.N, reject.OtherDelimiter, strconv.Quote(sep))
		return true
	}
	return false
}

// alike compares a row read with another delimiter to the usual row before.
func (p *parser) alike(q *parser, sep string) bool {
	if p.prev == "" {
		if sep == " " {
			return q.wrapped > 0
		}
		for _, c := range q.row.Cells {
			if kindOf(c.Text) != word || strings.HasPrefix(c.Text, " ") {
				return false
			}
		}
		return true
	}
	u := newParser(p.d, &sample{})
	if n, st := u.walk(p.prev, false, false); st != closed || n != p.d.Width {
		return false
	}
	digits := 0
	for i, c := range u.row.Cells {
		a, b := kindOf(c.Text), kindOf(q.row.Cells[i].Text)
		if a == digit {
			digits++
		}
		if (a == digit) != (b == digit) && a != blank && b != blank {
			return false
		}
	}
	return digits > 0
}
