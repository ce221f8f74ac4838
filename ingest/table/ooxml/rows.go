package ooxml

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// reading is the state of one pass over the rows of a sheet. Without yield it
// only checks.
type reading struct {
	s     *sheet
	sc    *scanner
	yield func(*grid.Row) bool

	row   grid.Row
	known bool   // the number of the row is written, not counted
	next  int    // first column that is not taken
	width int    // cells of the row, up to the last that holds anything
	area  int64  // cells handed on so far, empty ones between others included
	text  []byte // texts of the row, one after the other
	spans []span // where in text the cells of the row have theirs
}

// span is the text of one cell of the row.
type span struct{ cell, from, to int }

// maxArea bounds the cells of a sheet, empty ones between others included: no
// sheet an office keeps comes near it, and a few bytes can claim a whole row.
const maxArea = 1 << 29

// rows reads the block of rows.
func (r *reading) rows() error {
	for {
		ok, err := r.sc.child()
		if err != nil || !ok {
			return err
		}
		if string(r.sc.name) != "row" {
			err = r.sc.skip()
		} else {
			err = r.readRow()
		}
		if err != nil {
			return err
		}
	}
}

func (r *reading) readRow() error {
	if err := r.begin(); err != nil {
		return err
	}
	for {
		ok, err := r.sc.child()
		if err != nil {
			return err
		}
		if !ok {
			return r.end()
		}
		if string(r.sc.name) != "c" {
			err = r.sc.skip()
		} else {
			err = r.readCell()
		}
		if err != nil {
			return err
		}
	}
}

// begin takes the number of a row, or counts it on from the last one.
func (r *reading) begin() error {
	last := r.row.N
	r.row.N, r.row.Hidden, r.row.Cells = last+1, false, r.row.Cells[:0]
	r.known, r.next, r.width = false, 0, 0
	r.text, r.spans = r.text[:0], r.spans[:0]
	a := attrs(r.sc.attrs)
	for {
		name, value, err := a.next()
		if err != nil {
			return err
		}
		switch string(name) {
		case "":
			return r.inside()
		case "r":
			n, ok := natural(value)
			if !ok || n <= last || r.known {
				return r.bad("<row r=%q> < %d", value, last)
			}
			r.row.N, r.known = n, true
		case "hidden":
			r.row.Hidden = string(value) == "1" || string(value) == "true"
		}
	}
}

// inside refuses a row past the last one of a spreadsheet.
func (r *reading) inside() error {
	if r.row.N > lastRow {
		return refuse(reject.OverLimit, "%s: %w", r.s.name, text.Errorf("baris %d", "row %d", r.row.N))
	}
	return nil
}

// end hands a row on when it holds anything: rows of styles cost the scan and
// nothing else.
func (r *reading) end() error {
	if r.width == 0 {
		return nil
	}
	if r.area += int64(r.width); r.area > maxArea {
		return refuse(reject.OverLimit, "%s: %w", r.s.name, text.Errorf("baris %d", "row %d", r.row.N))
	}
	if r.yield == nil {
		if !utf8.Valid(r.text) {
			return r.bad("UTF-8")
		}
		return nil
	}
	if len(r.spans) > 0 {
		all := string(r.text) // one text for the whole row; its cells share it
		for _, sp := range r.spans {
			r.row.Cells[sp.cell].Text = all[sp.from:sp.to]
		}
	}
	if !r.yield(&r.row) {
		return errStop
	}
	return nil
}

// stored is a cell as it stands in the file.
type stored struct {
	typ    cellType
	style  uint32
	from   int  // where its value starts in the texts of the row
	value  bool // it has a value element or an inline text
	inline bool // its text stands in the cell itself
	cell   grid.Cell
}

// readCell reads from <c> to </c>.
func (r *reading) readCell() error {
	c := stored{from: len(r.text)}
	if err := r.head(&c); err != nil {
		return err
	}
	if r.sc.empty { // only a style: the most frequent cell of a padded sheet
		r.next++
		_, err := r.sc.next()
		return err
	}
	if err := r.body(&c); err != nil {
		return err
	}
	if c.value {
		if err := r.typed(&c); err != nil {
			return err
		}
	}
	r.place(&c)
	return nil
}

// head reads the attributes of a cell and settles its position.
func (r *reading) head(c *stored) error {
	a := attrs(r.sc.attrs)
	seen := [3]bool{}
	for {
		name, value, err := a.next()
		if err != nil {
			return err
		}
		ok := true
		switch string(name) {
		case "":
			if r.next >= columns {
				return refuse(reject.OverLimit, "%s!%s", r.s.name, place(r.next, r.row.N))
			}
			return nil
		case "r":
			ok = !seen[0] && r.locate(value)
			seen[0] = true
		case "t":
			c.typ, ok = typeOf(value)
			ok = ok && !seen[1]
			seen[1] = true
		case "s":
			c.style, ok = r.styleOf(value)
			ok = ok && !seen[2]
			seen[2] = true
		}
		if !ok {
			return r.bad("%s=%q", name, value)
		}
	}
}

// styleOf reads the index of a style, which must lead somewhere when there are
// styles at all; some writers leave it empty.
func (r *reading) styleOf(value []byte) (uint32, bool) {
	n, ok := natural(value)
	b := r.s.book
	return n, ok && (!b.styled || int(n) < len(b.looks)) || len(value) == 0
}

// locate takes the written position of a cell. Cells stand in order and once;
// the first cell of a row may tell the number of the row.
func (r *reading) locate(ref []byte) bool {
	col, row, ok := address(ref)
	if !ok || col < r.next {
		return false
	}
	if row != r.row.N {
		if r.known || r.next > 0 || row < r.row.N || row > lastRow {
			return false
		}
		r.row.N = row
	}
	r.next, r.known = col, true
	return true
}

// body reads what is inside a cell: a formula, a value, an inline text.
func (r *reading) body(c *stored) error {
	for {
		ok, err := r.sc.child()
		if err != nil || !ok {
			return err
		}
		switch string(r.sc.name) {
		case "v":
			if c.inline { // the inline text is the cell's, whatever stands beside it
				err = r.sc.skip()
				break
			}
			if c.value {
				return r.bad("<v> <v>")
			}
			c.value = true
			r.text, err = r.sc.content(r.text)
		case "is":
			if c.typ != typeInline {
				err = r.sc.skip()
				break
			}
			if c.inline {
				return r.bad("<is> <is>")
			}
			c.value, c.inline = true, true
			r.text, err = r.sc.rich(r.text[:c.from])
		case "f":
			c.cell.Formula = true
			err = r.sc.skip()
		default:
			err = r.sc.skip()
		}
		if err != nil {
			return err
		}
	}
}

// place puts a cell at its column when it holds anything.
func (r *reading) place(c *stored) {
	at := r.next
	r.next++
	if c.cell.Kind == grid.Empty && !c.cell.Formula {
		r.text = r.text[:c.from]
		return
	}
	if r.width = at + 1; r.yield == nil {
		return
	}
	for len(r.row.Cells) < at {
		r.row.Cells = append(r.row.Cells, grid.Cell{})
	}
	r.row.Cells = append(r.row.Cells, c.cell)
	if to := len(r.text); to > c.from {
		r.spans = append(r.spans, span{at, c.from, to})
	}
}

// bad refuses the sheet and says at which cell; the place that could not be
// read is named as it stands.
func (r *reading) bad(format string, args ...any) error {
	for i, a := range args {
		if b, ok := a.([]byte); ok {
			args[i] = string(bytes.ToValidUTF8(b[:min(len(b), 40)], []byte("?")))
		}
	}
	return refuse(reject.DamagedSheet, "%s!%s: %s", r.s.name, place(r.next, r.row.N), fmt.Sprintf(format, args...))
}
