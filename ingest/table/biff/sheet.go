package biff

import (
	"cmp"
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/table/store"
	"rapor/ingest/text"
)

// shape is what the first pass over a sheet finds: everything but the values.
type shape struct {
	hidden   map[int]bool // rows with a ROW record: whether they are hidden
	rest     bool         // rows without one are hidden
	columns  []int        // hidden columns
	merged   []grid.Range
	shuffled bool // cells do not stand in the order of rows and columns
}

// walk calls f for every record of a sheet outside the charts embedded in it,
// and makes sure that the sheet ends with its EOF record.
func walk(all []byte, at int, f func(s *stream, r record) error) error {
	if at < 0 || at >= len(all) {
		return text.Errorf("lembar disebut mulai pada %d dari %d", "the sheet is said to start at %d of %d", at, len(all))
	}
	s := &stream{all: all, pos: at}
	r, err := s.next()
	if err != nil {
		return err
	}
	if r.id != recBOF || len(r.data) < 4 || r.u16(2) != worksheet {
		return r.wrong("tidak ada lembar yang mulai di sini", "no sheet starts here")
	}
	for depth := 1; depth > 0; {
		r, err := s.next()
		if err != nil {
			return err
		}
		switch {
		case r.id == recBOF:
			depth++
		case r.id == recEOF:
			depth--
		case depth == 1:
			if err := f(s, r); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *book) readSheet(all []byte, x bound) (*store.Sheet, error) {
	shp := &shape{hidden: map[int]bool{}}
	last := -1
	err := walk(all, x.at, func(_ *stream, r record) error {
		if from, to, is := place(r); is {
			shp.shuffled = shp.shuffled || from <= last
			last = to
			return nil
		}
		return shp.note(r)
	})
	if err != nil {
		return nil, err
	}
	sh := store.New(x.name, b.budget)
	sh.IsHidden, sh.From1904, sh.Ranges, sh.HideColumn = x.hidden, b.date1904, shp.merged, shp.columns
	d := &decoder{book: b, out: sh, shape: shp, row: -1}
	if err := walk(all, x.at, d.take); err != nil {
		return nil, err
	}
	return sh, d.finish()
}

// place gives the first and last position that a cell record fills, as
// row * 65536 + column.
func place(r record) (from, to int, is bool) {
	if len(r.data) < 4 {
		return 0, 0, false
	}
	from = r.u16(0)<<16 | r.u16(2)
	switch r.id {
	case recFormula, recRString, recLabelSST, recNumber, recLabel, recBoolErr, recRK:
		return from, from, true
	case recMulRK:
		return from, from&^0xFFFF | r.u16(len(r.data)-2), true
	}
	return 0, 0, false
}

// note takes in a record that is no cell.
func (s *shape) note(r record) error {
	switch r.id {
	case recRow:
		if err := r.need(16); err != nil {
			return err
		}
		s.hidden[r.u16(0)] = r.u16(12)&0x20 != 0
	case recRowHeight:
		if err := r.need(2); err != nil {
			return err
		}
		s.rest = r.u16(0)&2 != 0
	case recColInfo:
		if err := r.need(10); err != nil {
			return err
		}
		for c := r.u16(0); r.u16(8)&1 != 0 && c <= min(r.u16(2), maxColumn); c++ {
			if !slices.Contains(s.columns, c) {
				s.columns = append(s.columns, c)
			}
		}
	case recMergeCells:
		if err := r.need(2); err != nil {
			return err
		}
		n := r.u16(0)
		if err := r.need(2 + 8*n); err != nil {
			return err
		}
		for i := range n {
			at := 2 + 8*i
			m := grid.Range{FirstRow: uint32(r.u16(at)) + 1, LastRow: uint32(r.u16(at+2)) + 1, FirstCol: r.u16(at + 4), LastCol: r.u16(at + 6)}
			if m.FirstRow > m.LastRow || m.FirstCol > m.LastCol || m.LastCol > maxColumn {
				return r.wrong("rentang sel gabungan", "merged range")
			}
			s.merged = append(s.merged, m)
		}
	}
	return nil
}

// maxColumn is IV, the last column of a sheet.
const maxColumn = 255

// placed is a cell waiting to be sorted.
type placed struct {
	row, col int
	cell     grid.Cell
}

// maxShuffled bounds the cells of a sheet that is not in order.
const maxShuffled = 2 << 20

// decoder turns cell records into rows.
type decoder struct {
	book    *book
	out     *store.Sheet
	shape   *shape
	row     int // of cells; -1 before the first
	cells   []grid.Cell
	pending *placed  // a formula whose text follows in a STRING record
	loose   []placed // cells of a shuffled sheet
}

// put hands on one cell.
func (d *decoder) put(p placed) error {
	if p.col > maxColumn {
		return text.Errorf("kolom %d", "column %d", p.col)
	}
	if d.shape.shuffled {
		if d.loose = append(d.loose, p); len(d.loose) > maxShuffled {
			return errTooLarge
		}
		return nil
	}
	return d.next(p)
}

// next takes the cells in ascending order. The same cell twice with two values
// is damage, or a writer in error: neither is to be preferred.
func (d *decoder) next(p placed) error {
	if p.row != d.row {
		if err := d.flush(); err != nil {
			return err
		}
		d.row = p.row
	}
	for len(d.cells) <= p.col {
		d.cells = append(d.cells, grid.Cell{})
	}
	switch c := &d.cells[p.col]; {
	case c.Kind == grid.Empty && !c.Formula:
		*c = p.cell
	case *c != p.cell && p.cell.Kind != grid.Empty:
		return text.Errorf("baris %d, kolom %d: dua nilai", "row %d, column %d: two values", p.row+1, p.col+1)
	}
	return nil
}

func (d *decoder) flush() error {
	if len(d.cells) == 0 {
		return nil
	}
	hidden, listed := d.shape.hidden[d.row]
	r := grid.Row{N: uint32(d.row) + 1, Cells: d.cells, Hidden: hidden || !listed && d.shape.rest}
	err := d.out.Add(&r, 1)
	d.cells = d.cells[:0]
	return err
}

// finish sorts what was out of order and hands on the last row.
func (d *decoder) finish() error {
	if err := d.settle(); err != nil {
		return err
	}
	slices.SortStableFunc(d.loose, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	for _, p := range d.loose {
		if err := d.next(p); err != nil {
			return err
		}
	}
	return d.flush()
}
