package layout

import (
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/record"
)

// proof is how many rows of a table with months across have a total, or a
// remainder, that adds its months up, and how many one that is the last month.
type proof struct{ adds, ends int }

// is tells what the months are, where every row that tells says the same.
func (p proof) is() record.Tri {
	switch {
	case p.adds > 0 && p.ends == 0:
		return record.No
	case p.ends > 0 && p.adds == 0:
		return record.Yes
	}
	return record.Unknown
}

// across tells what the months of a table are that stand across, by the columns
// beside them, and holds the words around it against that.
func (r *runner) across(s grid.Sheet) error {
	if r.told = r.ctx.flow; r.p.kind.told == nil || r.flowStated() {
		r.runs = r.constantFlow() == "kumulatif"
		return nil
	}
	proved, err := r.prove(s)
	if err != nil || proved == record.Unknown {
		r.runs = r.told == record.Yes
		return err
	}
	if r.told != record.Unknown && r.told != proved {
		r.told = record.Unread
		return nil
	}
	r.runs = proved == record.Yes
	word := map[bool]string{true: "kumulatif", false: "bulanan"}[r.runs]
	if c, ok := r.p.kind.constant("flow", word); ok {
		r.consts = append(r.consts, c)
	}
	return nil
}

// flowStated reports a table whose layout, column or entry of rapor.yaml says
// what its months are.
func (r *runner) flowStated() bool { return r.constantFlow() != "" || r.p.hasField("flow") }

func (r *runner) constantFlow() string {
	if r.p.ov != nil {
		if r.p.ov.Flow != "" {
			return map[bool]string{true: "kumulatif", false: "bulanan"}[r.p.ov.Flow == "cumulative"]
		}
		if w := r.p.ov.Constants["flow"]; w != "" {
			return w
		}
	}
	return r.p.layout.Constants["flow"]
}

// months are the columns of one measure with a month each, in the order of the
// months; nil where there are fewer than two.
func (r *runner) months() []int {
	var at [13]int
	measure, n := "", 0
	for i := range r.p.Columns {
		c := &r.p.Columns[i]
		for _, d := range c.dims {
			if d.field != "month" || len(c.dims) > 2 || measure != "" && c.Field != measure && c.Field != "spent" {
				continue
			}
			if c.Field != measure { // spending goes before its plan
				measure, at, n = c.Field, [13]int{}, 0
			}
			if m := int(d.is[0]-'0')*10 + int(d.is[len(d.is)-1]-'0'); len(d.is) == 2 && m >= 1 && m <= 12 && at[m] == 0 {
				at[m], n = i+1, n+1
			}
		}
	}
	if n < leastAcross {
		return nil
	}
	var out []int
	for _, i := range at {
		if i > 0 {
			out = append(out, i-1)
		}
	}
	return out
}

// prove reads a table with months across once and holds the columns that no
// record takes against the sum of the months and against the last of them.
func (r *runner) prove(s grid.Sheet) (record.Tri, error) {
	months := r.months()
	if months == nil {
		return record.Unknown, nil
	}
	beside := r.beside(months)
	all := make([]proof, len(beside))
	last := r.p.HeaderRows[len(r.p.HeaderRows)-1]
	err := s.Rows(func(row *grid.Row) bool {
		if row.N <= last {
			return true
		}
		if r.another(row) {
			return false
		}
		if !r.isHeader(row) {
			r.proves(row, months, beside, all)
		}
		return true
	})
	var sum proof
	for _, p := range all {
		if p.adds > 0 && p.ends > 0 {
			return record.Unknown, err
		}
		sum.adds, sum.ends = sum.adds+p.adds, sum.ends+p.ends
	}
	return sum.is(), err
}

// beside are the places of cells that may hold a total or a remainder: those
// that no record takes and that are called so, and the one without a heading
// behind the months.
func (r *runner) beside(months []int) []int {
	next := r.p.Columns[months[len(months)-1]].Index + 1
	var out []int
	if !slices.ContainsFunc(r.p.Columns, func(c PlanColumn) bool { return c.Index == next }) {
		out = append(out, next)
	}
	for i := range r.p.Columns {
		c := &r.p.Columns[i]
		m := markOf([]string{c.Header})
		if c.Field == "remainder" || c.Field == "" && (c.Header == "" || m.total && m.plain() || m.measure == "remainder" ||
			m.measure == "spent" && m.rest == 0) {
			out = append(out, c.Index)
		}
	}
	return out
}

// proves holds one row's totals against its months. Rows whose two readings are
// the same tell nothing.
func (r *runner) proves(row *grid.Row, months, beside []int, all []proof) {
	read := func(at int, rd *reader) (int64, bool) {
		if at >= len(row.Cells) {
			return 0, false
		}
		v, ok, code := rd.parse(&row.Cells[at])
		return v.n, ok && code == ""
	}
	var sum, end int64
	for _, i := range months {
		if n, ok := read(r.p.Columns[i].Index, &r.p.readers[i]); ok {
			if sum += n; n != 0 {
				end = n
			}
		}
	}
	if sum == end {
		return
	}
	top, capped := int64(0), false
	for i := range r.p.Columns {
		if f := r.p.Columns[i].Field; (f == "ceiling" || f == "target") && len(r.p.Columns[i].dims) == 0 {
			top, capped = read(r.p.Columns[i].Index, &r.p.readers[i])
		}
	}
	for k, at := range beside {
		n, ok := read(at, &r.p.readers[months[0]])
		if !ok {
			continue
		}
		all[k].adds += boolInt(n == sum || capped && top-sum == n)
		all[k].ends += boolInt(n == end || capped && top-end == n)
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
