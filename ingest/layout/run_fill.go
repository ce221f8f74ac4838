package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// fill sets the fields of one record; it returns how many of the group's own
// columns were filled, and the first cell that cannot be read.
func (r *runner) fill(row *grid.Row, g *group) (measures int, column string, code reject.Code, shown string) {
	set := func(i int) (bool, reject.Code, string) {
		c := &r.p.Columns[i]
		if c.Index >= len(row.Cells) {
			r.blank[i].add(row.N)
			return false, "", ""
		}
		cell := &row.Cells[c.Index]
		v, ok, code := r.p.readers[i].parse(cell)
		if code != "" && r.p.readers[i].spare {
			r.unclear(row, i, cell)
			return false, "", ""
		}
		lost := r.lost(row, i, cell)
		if code != "" {
			return false, code, cell.Text
		}
		if !ok {
			r.blank[i].add(row.N)
			return false, "", cell.Text
		}
		if lost && (c.Field == "number" || c.Field == "person") {
			return false, "", cell.Text // what many numbers became is none of them
		}
		if c.Field == "node" {
			v.text = r.node(row)
		}
		switch typ := r.p.readers[i].typ; {
		case typ == clock && v.day.Known():
			if v, code = r.onDay(row, i, v); code != "" {
				return false, code, cell.Text
			}
		case typ == month && v.year != 0:
			if code := r.yearOf(row, v.year); code != "" {
				return false, code, cell.Text
			}
		}
		if strings.HasPrefix(c.Field, "bucket:") {
			v.end = bucketBound(c.Field)
		}
		if c.Field == "number" && r.before != nil {
			v.n -= r.before[cellAtRow{row.N, i}]
		}
		r.sums.see(i, r.p.readers[i].typ, v.n)
		f, _ := r.p.kind.field(c.Field)
		return true, f.set(&r.bag, v), cell.Text
	}
	for _, i := range r.shared {
		if _, code, shown := set(i); code != "" {
			return 0, r.p.Columns[i].Header, code, shown
		}
	}
	for _, i := range g.cols {
		ok, code, shown := set(i)
		if code != "" {
			return 0, r.p.Columns[i].Header, code, shown
		}
		if ok {
			measures++
		}
	}
	return measures, "", "", ""
}
