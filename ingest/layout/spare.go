package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// noted are the cells of a row that were told to be left out: a row is read
// twice, and once for every group of its columns.
type noted struct {
	row  uint32
	cols []int
}

// unclear tells of a cell that is left out of its row.
func (r *runner) unclear(row *grid.Row, i int, c *grid.Cell) {
	if r.noted.row != row.N {
		r.noted.row, r.noted.cols = row.N, r.noted.cols[:0]
	}
	if slices.Contains(r.noted.cols, i) {
		return
	}
	r.noted.cols = append(r.noted.cols, i)
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: r.p.Columns[i].Header, Code: reject.UnclearValue,
		Shown: strings.ToValidUTF8(strings.Clone(c.Text[:min(len(c.Text), 60)]), "")})
}
