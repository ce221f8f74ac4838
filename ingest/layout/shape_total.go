package layout

import (
	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// rowTotals holds the total column of a row against the columns that it adds
// up: it is never added to them, and where it differs it is said.
func (r *runner) rowTotals(row *grid.Row) {
	for _, s := range r.p.sums {
		if s.index >= len(row.Cells) {
			continue
		}
		var sum int64
		var rd *reader
		known := false
		for i := range r.p.Columns {
			c := &r.p.Columns[i]
			if c.Field != s.field || len(c.dims) == 0 || c.Index >= len(row.Cells) {
				continue
			}
			rd = &r.p.readers[i]
			if v, ok, code := rd.parse(&row.Cells[c.Index]); ok && code == "" {
				sum, known = sum+v.n, true
			}
		}
		if !known {
			continue
		}
		cell := &row.Cells[s.index]
		v, ok, code := rd.parse(cell)
		if !ok || code != "" || v.n == sum {
			continue
		}
		say := plainAmount(rd.typ, sum)
		r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: r.p.header(s.index), Code: reject.TotalMismatch,
			Shown: cell.Text,
			Hint:  text.T("rincian "+say, "the lines add up to "+say)})
		r.contradict(v.n, sum, sum)
	}
}

// header is the heading of a column by its place.
func (p *Plan) header(index int) string {
	for i := range p.Columns {
		if p.Columns[i].Index == index {
			return p.Columns[i].Header
		}
	}
	return ""
}
