// Package store keeps the sheets of a file in memory in a compact form, for
// formats that cannot be read row by row from the file: about ten bytes and
// the text for each filled cell. Repeated rows are kept once.
//
// It knows nothing of files or of what a cell means.
package store

import (
	"encoding/binary"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/text"
)

// Budget bounds what all sheets of one file may hold together. Take a new one
// for each file.
type Budget struct {
	Cells int64 // filled cells, repeated rows counted in full; empty ones between them count a sixteenth
	Bytes int64 // of the compact form
}

// NewBudget is generous for an office's year and small for a bomb.
func NewBudget() *Budget { return &Budget{Cells: 20 << 20, Bytes: 192 << 20} }

// Errors of Add.
var (
	ErrFull  = text.Errorf("lebih banyak sel daripada batas", "more cells than the limit")
	ErrOrder = text.Errorf("urutan baris kacau", "rows out of order")
)

// chunkSize is how much of the compact form is kept in one piece.
const chunkSize = 1 << 20

// Sheet is one sheet. Its fields are set by the reader that fills it.
type Sheet struct {
	Title      string
	IsHidden   bool
	From1904   bool
	Ranges     []grid.Range
	HideColumn []int
	Noticed    []grid.Doubt

	budget *Budget
	done   []string // finished chunks
	open   strings.Builder
	row    []byte // scratch
	last   uint32 // number of the last row added
	filled bool
}

// New starts an empty sheet.
func New(title string, b *Budget) *Sheet { return &Sheet{Title: title, budget: b} }

func (s *Sheet) Name() string                  { return s.Title }
func (s *Sheet) Hidden() bool                  { return s.IsHidden }
func (s *Sheet) Date1904() bool                { return s.From1904 }
func (s *Sheet) Merged() ([]grid.Range, error) { return s.Ranges, nil }
func (s *Sheet) HiddenColumns() []int          { return s.HideColumn }
func (s *Sheet) Doubts() []grid.Doubt          { return s.Noticed }

// Filled reports whether any row was added.
func (s *Sheet) Filled() bool { return s.filled }

// Hide notes columns first to last as hidden. They count as cells: a few bytes
// of a file can name thousands.
func (s *Sheet) Hide(first, last int) error {
	for c := first; c <= last; c++ {
		if s.budget.Cells--; s.budget.Cells < 0 {
			return ErrFull
		}
		s.HideColumn = append(s.HideColumn, c)
	}
	return nil
}

// Merge notes a merged range.
func (s *Sheet) Merge(r grid.Range) error {
	if s.budget.Cells -= 4; s.budget.Cells < 0 {
		return ErrFull
	}
	s.Ranges = append(s.Ranges, r)
	return nil
}

func blank(c *grid.Cell) bool { return c.Kind == grid.Empty && !c.Formula }

// Add appends a row, times over (at least once), with row numbers that follow
// each other. Rows must come in ascending order. A row of empty cells is not
// kept.
func (s *Sheet) Add(r *grid.Row, times uint32) error {
	n := 0
	for i := range r.Cells {
		if !blank(&r.Cells[i]) {
			n++
		}
	}
	times = max(times, 1)
	switch {
	case n == 0:
		return nil
	case s.filled && r.N <= s.last || r.N+(times-1) < r.N:
		return ErrOrder
	}
	s.budget.Cells -= int64(n+len(r.Cells)/16) * int64(times)
	if s.budget.Cells < 0 {
		return ErrFull
	}
	b := binary.AppendUvarint(s.row[:0], uint64(r.N))
	b = binary.AppendUvarint(b, uint64(times)<<1|bit(r.Hidden))
	b = binary.AppendUvarint(b, uint64(n))
	before := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		if blank(c) {
			continue
		}
		b = binary.AppendUvarint(b, uint64(i-before))
		b = append(b, byte(c.Kind)|byte(c.Look)<<3|byte(bit(c.Formula))<<7)
		b = binary.AppendUvarint(b, uint64(len(c.Text)))
		b = append(b, c.Text...)
		before = i + 1
		if int64(len(b)) > s.budget.Bytes {
			return ErrFull
		}
	}
	s.budget.Bytes -= int64(len(b))
	s.row, s.last, s.filled = b, r.N+times-1, true
	s.keep(b)
	return nil
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// keep puts a row into the open chunk; a row is never split.
func (s *Sheet) keep(b []byte) {
	if s.open.Len() > 0 && s.open.Len()+len(b) > s.open.Cap() {
		s.done = append(s.done, s.open.String())
		s.open = strings.Builder{}
	}
	if s.open.Cap() == 0 && len(s.done) > 0 {
		s.open.Grow(max(chunkSize, len(b)))
	}
	s.open.Write(b)
}

// Rows hands the rows on from the start.
func (s *Sheet) Rows(yield func(*grid.Row) bool) error {
	var row grid.Row
	for i := 0; i <= len(s.done); i++ {
		chunk := s.open.String()
		if i < len(s.done) {
			chunk = s.done[i]
		}
		for len(chunk) > 0 {
			var times uint32
			chunk, times = decode(chunk, &row)
			for ; times > 0; times-- {
				if !yield(&row) {
					return nil
				}
				row.N++
			}
		}
	}
	return nil
}

// decode reads one row; the texts stay where they are.
func decode(b string, row *grid.Row) (rest string, times uint32) {
	take := func() (v uint64) {
		for shift := 0; ; shift += 7 {
			c := b[0]
			b = b[1:]
			v |= uint64(c&0x7f) << shift
			if c < 0x80 {
				return v
			}
		}
	}
	row.N = uint32(take())
	flags := take()
	row.Hidden = flags&1 == 1
	row.Cells = row.Cells[:0]
	for n := take(); n > 0; n-- {
		for gap := take(); gap > 0; gap-- {
			row.Cells = append(row.Cells, grid.Cell{})
		}
		f := b[0]
		b = b[1:]
		size := take()
		row.Cells = append(row.Cells, grid.Cell{Text: b[:size], Kind: grid.Kind(f & 7), Look: grid.Look(f >> 3 & 15), Formula: f>>7 == 1})
		b = b[size:]
	}
	return b, uint32(flags >> 1)
}
