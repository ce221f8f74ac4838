package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
)

// runningHeaders are the headings of columns that only number the rows of a
// table, folded: the same row bears another number in the next export.
var runningHeaders = []string{"", "no", "nomor", "no urut", "nomor urut", "nomer", "nomer urut", "urut", "num", "row", "baris", "index", "idx"}

// unread lists the cells that no field is read from, running numbers left out.
func unread(columns []PlanColumn) []int {
	var out []int
	for _, c := range columns {
		if c.Field == "" && !slices.Contains(runningHeaders, fold(c.Header)) {
			out = append(out, c.Index)
		}
	}
	return out
}

// rest is a hash (FNV-1a) of some cells of a row, 0 when all of them are empty.
// It tells rows apart that agree in all that was read, and is never shown.
func rest(row *grid.Row, cells []int) uint32 {
	h, filled := uint32(2166136261), false
	for _, i := range cells {
		if i < len(row.Cells) {
			for _, c := range []byte(strings.TrimSpace(row.Cells[i].Text)) {
				h, filled = (h^uint32(c))*16777619, true
			}
		}
		h = (h ^ 0x1f) * 16777619 // the end of a cell
	}
	if !filled {
		return 0
	}
	return max(h, 1)
}
