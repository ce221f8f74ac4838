package correction

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rapor/ingest/grid"
)

// Is reports whether a workbook is one of corrections, by the leading columns
// of its sheets.
func Is(b grid.Book) bool {
	return slices.ContainsFunc(b.Sheets(), func(s grid.Sheet) bool { _, ok := header(s); return ok })
}

// Account is how many rows of one sheet of a correction workbook were taken.
type Account struct {
	Sheet string
	Rows  int64
}

// Add takes the mended rows of a correction workbook into the set, and says how
// many of each sheet. A row that is mended twice keeps the later one, since
// people mend on. book is the caller's number of the workbook.
func (s *Set) Add(b grid.Book, book int) (taken []Account, err error) {
	if s.rows == nil {
		s.rows = map[place]map[uint32]*mended{}
	}
	for _, sh := range b.Sheets() {
		cols, ok := header(sh)
		if !ok {
			continue
		}
		n, err := s.sheet(sh, cols, book)
		if err != nil {
			return nil, err
		}
		taken = append(taken, Account{sh.Name(), n})
	}
	return taken, nil
}

// target is where a column of the correction sheet belongs in the file.
type target struct {
	column int
	header string
}

// header reads the first row: the leading columns, then "Jam Ambil [C]".
func header(s grid.Sheet) (cols []target, ok bool) {
	err := s.Rows(func(r *grid.Row) bool {
		if len(r.Cells) <= len(lead) {
			return false
		}
		for i, h := range lead {
			if r.Cells[i].Text != h {
				return false
			}
		}
		for _, c := range r.Cells[len(lead):] {
			name, letter, found := cutLetter(c.Text)
			n, err := excelize.ColumnNameToNumber(letter)
			if !found || err != nil {
				return false
			}
			cols = append(cols, target{n - 1, name})
		}
		ok = true
		return false
	})
	return cols, ok && err == nil
}

func cutLetter(s string) (name, letter string, ok bool) {
	body, ok := strings.CutSuffix(s, "]")
	i := strings.LastIndexByte(body, '[')
	if !ok || i < 0 {
		return "", "", false
	}
	return strings.TrimSpace(body[:i]), body[i+1:], true
}

func (s *Set) sheet(sh grid.Sheet, cols []target, book int) (taken int64, err error) {
	first := true
	err = sh.Rows(func(r *grid.Row) bool {
		if first {
			first = false
			return true
		}
		if s.row(r, cols, At{book, sh.Name(), r.N}) {
			taken++
		}
		return true
	})
	return taken, err
}

// row takes one row; false is a note of the office beside the rows.
func (s *Set) row(r *grid.Row, cols []target, at At) bool {
	lead := func(i int) string {
		if i < len(r.Cells) {
			return strings.TrimSpace(r.Cells[i].Text)
		}
		return ""
	}
	cells, filled := mendedCells(r, cols)
	n, err := strconv.ParseUint(lead(2), 10, 32)
	if err != nil || n == 0 {
		if filled {
			s.strays = append(s.strays, Stray{At: at, File: lead(0), Sheet: lead(1), SHA256: lead(hiddenLead)})
		}
		return filled
	}
	p := place{lead(0), lead(1), lead(hiddenLead)}
	if s.rows[p] == nil {
		s.rows[p] = map[uint32]*mended{}
	}
	known := s.rows[p][uint32(n)]
	if known == nil {
		known = &mended{}
		s.rows[p][uint32(n)] = known
	}
	known.versions, known.at = append(known.versions, cells), at
	return true
}

// mendedCells are the cells of a row that belong in the file, and whether any
// holds something.
func mendedCells(r *grid.Row, cols []target) (cells []Cell, filled bool) {
	for i, t := range cols {
		c := grid.Cell{}
		if k := len(lead) + i; k < len(r.Cells) {
			c = r.Cells[k]
		}
		filled = filled || strings.TrimSpace(c.Text) != ""
		cells = append(cells, Cell{Column: t.column, Header: t.header, Cell: c})
	}
	return cells, filled
}
