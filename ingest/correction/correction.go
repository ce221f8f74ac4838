// Package correction is the way back for rejected rows: a workbook in which an
// office mends them, koreksi.xlsx, and the reading of it, which puts the mended
// cells in the place of the old ones.
//
// A mended row is tied to its file (by name and checksum), sheet and row, so
// that it can never change anything else. It knows nothing of what a column
// means.
package correction

import (
	"cmp"
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Row is one rejected row, as the workbook shows it.
type Row struct {
	File, SHA256, Sheet string
	N                   uint32 // as the spreadsheet shows it
	Code                reject.Code
	Problem, Remedy     string
	Suggestion          string // a safe value for the bad cell, "" when there is none
	Cells               []Cell
}

// Cell is one cell of a row that may be mended.
type Cell struct {
	Column int    // 0-based, in the file
	Header string // the office's own heading
	grid.Cell
	Bad bool
}

// Set is the mended rows of all correction workbooks of a reading.
type Set struct {
	rows   map[place]map[uint32]*mended
	strays []Stray // rows that name no place
}

// place is a sheet of a version of a file.
type place struct{ file, sheet, sum string }

// At is where a row stands in a correction workbook.
type At struct {
	Book  int    // the number its reader gave the workbook
	Sheet string // of the workbook
	Row   uint32
}

// mended is a row with its new cells, as each workbook has them in their order,
// where the last of them has it, and whether they were put in place.
type mended struct {
	versions [][]Cell
	at       At
	used     bool
}

// Stray is a row of a correction workbook that found no place. File, Sheet and
// N are what it says of its place, SHA256 of the version of the file; N is 0
// where it names no row.
type Stray struct {
	At                  At
	File, Sheet, SHA256 string
	N                   uint32
}

// Change is one cell that a correction changed.
type Change struct {
	Sheet    string
	Row      uint32
	Column   string
	From, To string
}

// Len is the number of mended rows, with those that name no place.
func (s *Set) Len() int {
	n := len(s.strays)
	for _, rows := range s.rows {
		n += len(rows)
	}
	return n
}

// For finds the mended rows of a sheet; nil when there are none. A file whose
// checksum differs from the one the rows were taken from gets none: its rows
// may have moved.
func (s *Set) For(file, sum, sheet string) *Patch {
	if s == nil {
		return nil
	}
	rows := s.rows[place{file, sheet, sum}]
	if len(rows) == 0 {
		return nil
	}
	return &Patch{rows: rows, seen: map[change]Change{}}
}

// Unused lists the rows that found no place, in the order of the workbooks:
// another version of the file, a row that is not there, or one that names none.
func (s *Set) Unused() []Stray {
	out := slices.Clone(s.strays)
	for p, rows := range s.rows {
		for n, m := range rows {
			if !m.used {
				out = append(out, Stray{At: m.at, File: p.file, Sheet: p.sheet, SHA256: p.sum, N: n})
			}
		}
	}
	slices.SortFunc(out, func(a, b Stray) int {
		return cmp.Or(cmp.Compare(a.At.Book, b.At.Book), cmp.Compare(a.At.Sheet, b.At.Sheet), cmp.Compare(a.At.Row, b.At.Row))
	})
	return out
}

// Patch is the mended rows of one sheet.
type Patch struct {
	rows map[uint32]*mended
	seen map[change]Change
}

type change struct {
	row    uint32
	column int
}

// Has reports a mended row.
func (p *Patch) Has(row uint32) bool { return p != nil && p.rows[row] != nil }

// Sheet is a sheet with the mended rows in place.
func (p *Patch) Sheet(s grid.Sheet) grid.Sheet { return patched{s, p} }

// Changes lists the cells that were changed, by row and column.
func (p *Patch) Changes() []Change {
	keys := make([]change, 0, len(p.seen))
	for k := range p.seen {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	var out []Change
	for _, k := range keys {
		out = append(out, p.seen[k])
	}
	return out
}

type patched struct {
	grid.Sheet
	patch *Patch
}

// Rows hands on each row with its mended cells.
func (s patched) Rows(yield func(*grid.Row) bool) error {
	return s.Sheet.Rows(func(r *grid.Row) bool {
		if m, ok := s.patch.rows[r.N]; ok {
			s.patch.mend(r, m, s.Sheet)
		}
		return yield(r)
	})
}

// mend puts the new cells into a row, and notes what changed.
func (p *Patch) mend(r *grid.Row, m *mended, sheet grid.Sheet) {
	m.used = true
	for _, c := range m.latest(r) {
		for len(r.Cells) <= c.Column {
			r.Cells = append(r.Cells, grid.Cell{})
		}
		old := r.Cells[c.Column]
		if old.Text == c.Text {
			continue // also keeps the file's own typing of what was not touched
		}
		fresh := c.Cell
		if sheet.Date1904() && fresh.Kind == grid.Number && fresh.Look == grid.Date {
			fresh.Text = shift(fresh.Text, -leap1904)
			if old.Text == fresh.Text {
				continue
			}
		}
		p.seen[change{r.N, c.Column}] = Change{Sheet: sheet.Name(), Row: r.N, Column: c.Header, From: old.Text, To: fresh.Text}
		r.Cells[c.Column] = fresh
		r.Irregular = "" // a person has put the cells in their places
	}
}

// latest is the row's cells, each as the last workbook has it that changed it:
// a copy in which a cell was left as it is in the file takes no mend back.
func (m *mended) latest(r *grid.Row) []Cell {
	out := slices.Clone(m.versions[0])
	for _, version := range m.versions[1:] {
		for _, c := range version {
			was := ""
			if c.Column < len(r.Cells) {
				was = r.Cells[c.Column].Text
			}
			at := slices.IndexFunc(out, func(o Cell) bool { return o.Column == c.Column })
			switch {
			case at < 0:
				out = append(out, c)
			case c.Text != was:
				out[at] = c
			}
		}
	}
	return out
}

// leap1904 is how many days the date systems of workbooks are apart.
const leap1904 = 1462
