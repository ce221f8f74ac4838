package layout

import (
	"slices"

	"rapor/ingest/grid"
)

// Words of rapor.yaml for rows and columns that the office hid.
const (
	hiddenCount = "count"
	hiddenLeave = "leave"
)

// counts reports that hidden rows and columns are data like any other.
func (p *Plan) counts() bool { return p.ov != nil && p.ov.Hidden == hiddenCount }

// veil adds up what the office hid in a table and what it shows, so that data
// behind it do not get lost in silence. Rows that a total of the table spoke of,
// with them or without, are settled.
type veil struct {
	table   []int64 // by plan column: of the rows used
	used    int64
	amounts []int64 // by plan column: of the hidden rows, since the last total
	rows    int64
	looked  bool
	cols    []int         // hidden columns of a group, whose amounts would count
	columns map[int]int64 // what they hold
}

func (v *veil) commit(s *sums) {
	v.used++
	for i, ok := range s.seen {
		if ok {
			v.table[i] += s.row[i]
		}
	}
}

// row notes a hidden row, as far as its cells are those of a record.
func (v *veil) row(r *runner, row *grid.Row) {
	w := r.p.weigh(row)
	if w.good == 0 || w.bad > w.good || r.isHeader(row) || r.inner[row.N] || r.judged.total(row.N) || !keep(r.filters, row) ||
		r.spoken(row, label(row), w.good+w.bad) != "" {
		return
	}
	if v.amounts == nil {
		v.amounts = make([]int64, len(r.p.Columns))
	}
	v.rows++
	r.each(row, func(i int, _ *PlanColumn, x value) { v.amounts[i] += x.n })
}

// settled forgets the hidden rows above a total row.
func (v *veil) settled() {
	clear(v.amounts)
	v.rows = 0
}

// unseen adds up the hidden columns that would have been records of their own.
func (r *runner) unseen(row *grid.Row) {
	v := &r.veil
	if len(r.hidden) == 0 {
		return
	}
	if !v.looked {
		v.looked = true
		for i, c := range r.p.Columns {
			if t := r.p.readers[i].typ; len(c.dims) > 0 && slices.Contains(r.hidden, c.Index) && (t == money || t == count) {
				v.cols = append(v.cols, i)
			}
		}
		v.columns = map[int]int64{}
	}
	for _, i := range v.cols {
		if at := r.p.Columns[i].Index; at < len(row.Cells) {
			if x, ok, code := r.p.readers[i].parse(&row.Cells[at]); ok && code == "" {
				v.columns[i] += x.n
			}
		}
	}
}

// hiddenShare keeps how much of the table the office hid without a total that
// tells whether it counts.
func (r *runner) hiddenShare() {
	v := &r.veil
	if r.p.ov != nil && r.p.ov.Hidden == hiddenLeave {
		return
	}
	off := &r.tally.Off.Hidden
	if v.rows > 0 {
		if *off = more(*off, v.rows, v.used); r.p.additive() {
			*off = nil // amounts tell more than rows
		}
		for i, n := range v.amounts {
			if !r.level(r.p.Columns[i].Field) {
				*off = more(*off, n, v.table[i])
			}
		}
	}
	for _, i := range v.cols {
		shown := int64(0)
		for k, c := range r.p.Columns {
			if c.Field == r.p.Columns[i].Field && !slices.Contains(r.hidden, c.Index) {
				shown += v.table[k]
			}
		}
		*off = more(*off, v.columns[i], shown)
	}
}
