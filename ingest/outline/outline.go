// Package outline says what the tables of a sheet consist of, whether or not
// their export is known: header rows, data rows, rows and columns that are
// totals of others with their parts, and what stands above and below.
package outline

import (
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/table"
)

// Table is one table of a sheet. Rows are numbered as the sheet does, columns
// from 1.
type Table struct {
	Header  []uint32 `json:"header_rows"`
	First   uint32   `json:"first_row"` // of the data; 0 when there are none
	Last    uint32   `json:"last_row"`
	Data    []uint32 `json:"data_rows"` // without totals and notes, but with what may be a total
	Totals  []Total  `json:"total_rows"`
	Columns []Total  `json:"total_columns"`
	Notes   []uint32 `json:"note_rows"`
}

// Total is a row or a column that is made of others.
type Total struct {
	At    uint32   `json:"at"`
	Parts []uint32 `json:"parts"`
	Mean  bool     `json:"mean,omitempty"`
	Doubt bool     `json:"doubt,omitempty"` // a question, not a judgement
}

const (
	mostRows  = 20_000 // of a table that are judged
	mostCells = 1 << 20
)

// Of finds and judges the tables of a sheet.
func Of(s grid.Sheet) ([]Table, error) {
	frames, err := table.Frames(s)
	if err != nil {
		return nil, err
	}
	out := make([]Table, len(frames))
	grids := make([]cells, len(frames))
	above := make([][]line, len(frames))
	n := 0
	err = s.Rows(func(r *grid.Row) bool {
		for i := range frames {
			f := &frames[i]
			first, last := f.Span()
			switch {
			case r.N < first && r.N+headerRows >= first:
				above[i] = append(above[i], lineOf(r))
			case r.N >= first && r.N <= last && len(grids[i].rows) < mostRows && n < mostCells:
				n += len(r.Cells)
				grids[i].add(r)
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	for i := range frames {
		f := &frames[i]
		t := &out[i]
		grids[i].heads = f.Columns
		t.Header = grids[i].header(f, above[i])
		if len(grids[i].rows) > 0 {
			t.First, t.Last = grids[i].rows[0].n, f.Last
		}
		grids[i].judge(t)
		t.fill()
	}
	return out, nil
}

// fill writes empty lists as such.
func (t *Table) fill() {
	for _, l := range []*[]uint32{&t.Header, &t.Data, &t.Notes} {
		if *l == nil {
			*l = []uint32{}
		}
	}
	for _, l := range []*[]Total{&t.Totals, &t.Columns} {
		if *l == nil {
			*l = []Total{}
		}
	}
}

// headerRows is how many rows above a table may belong to its header.
const headerRows = 4

// header mends the header that the shape of the rows told: rows above it that
// head several columns, or one that is not the first, belong to it; rows of it
// that hold numbers are data.
func (g *cells) header(f *table.Frame, above []line) []uint32 {
	head := slices.Clone(f.Header)
	for len(head) > 1 && g.numbered(head[len(head)-1]) {
		head = head[:len(head)-1]
	}
	g.rows = slices.DeleteFunc(g.rows, func(l line) bool {
		return slices.Contains(head, l.n) || l.n < f.First && !slices.Contains(f.Header, l.n)
	})
	if len(head) == 0 {
		return []uint32{}
	}
	for k := len(above) - 1; k >= 0 && above[k].n+1 == head[0]; k-- {
		if !above[k].spans() {
			break
		}
		head = append([]uint32{above[k].n}, head...)
	}
	return head
}

// numbered reports a row most of whose cells beyond the first are numbers and
// no years.
func (g *cells) numbered(n uint32) bool {
	for i := range g.rows {
		if g.rows[i].n != n {
			continue
		}
		numbers, others := 0, 0
		for _, t := range g.rows[i].texts[min(1, len(g.rows[i].texts)):] {
			if t == "" || blank(t) {
				continue
			}
			d, err := locale.ParseNumber(together(t), locale.StyleEN)
			if err != nil {
				d, err = locale.ParseNumber(together(t), locale.StyleID)
			}
			y, whole := d.Int()
			if err == nil && !(whole && (y >= 1900 && y <= 2100 || y <= 31)) {
				numbers++
			} else {
				others++
			}
		}
		return numbers > others
	}
	return false
}

// spans reports a row above a header that belongs to it: its texts stand above
// columns, not at the left like a title.
func (l *line) spans() bool {
	n := filled(l.texts)
	return n >= 2 || n == 1 && len(l.texts) > 0 && l.texts[0] == ""
}
