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

// Add takes the mended rows of a correction workbook into the set. A row that
// is mended twice keeps the later one, since people mend on.
func (s *Set) Add(b grid.Book) error {
	if s.rows == nil {
		s.rows, s.sums = map[place]map[uint32]*mended{}, map[string]string{}
	}
	for _, sh := range b.Sheets() {
		cols, ok := header(sh)
		if !ok {
			continue
		}
		if err := s.sheet(sh, cols); err != nil {
			return err
		}
	}
	return nil
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

func (s *Set) sheet(sh grid.Sheet, cols []target) error {
	first := true
	return sh.Rows(func(r *grid.Row) bool {
		if first {
			first = false
			return true
		}
		at := func(i int) string {
			if i < len(r.Cells) {
				return strings.TrimSpace(r.Cells[i].Text)
			}
			return ""
		}
		n, err := strconv.ParseUint(at(2), 10, 32)
		if err != nil {
			return true // a note of the office below the rows
		}
		var cells []Cell
		for i, t := range cols {
			c := grid.Cell{}
			if k := len(lead) + i; k < len(r.Cells) {
				c = r.Cells[k]
			}
			cells = append(cells, Cell{Column: t.column, Header: t.header, Cell: c})
		}
		p := place{at(0), at(1)}
		if s.rows[p] == nil {
			s.rows[p] = map[uint32]*mended{}
		}
		if known := s.rows[p][uint32(n)]; known != nil {
			known.versions = append(known.versions, cells)
		} else {
			s.rows[p][uint32(n)] = &mended{versions: [][]Cell{cells}}
		}
		s.sums[at(0)] = at(hiddenLead)
		return true
	})
}
