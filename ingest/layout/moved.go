package layout

import (
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Continues reports that a plan is that of the same table further down its
// sheet: the header came again at once, with its columns in other places.
func (p *Plan) Continues(above *Plan) bool {
	if above == nil || p.titled || p.Layout != above.Layout || p.Kind != above.Kind ||
		len(p.HeaderRows) != len(above.HeaderRows) {
		return false
	}
	return maps.EqualFunc(p.head, above.head, func(a, b []int) bool { return len(a) == len(b) })
}

// end is the row below a header where it comes again, in whatever order: what
// stands there is no content of its columns. Without one it is beyond all rows.
func (w *window) end() uint32 {
	last := &w.rows[len(w.rows)-1]
	n, known := w.ix.again[last.N]
	if !known {
		n = math.MaxUint32
		if at := slices.IndexFunc(w.ix.rows, func(r grid.Row) bool { return r.N > last.N && headsAgain(last, &r) }); at >= 0 {
			n = w.ix.rows[at].N
		}
		w.ix.again[last.N] = n
	}
	return n
}

// headsAgain reports a row whose texts, two at least, are all texts of a header
// row; of very wide ones the first are looked at.
func headsAgain(header, r *grid.Row) bool {
	const most = 64
	n := 0
	for i := range r.Cells {
		t := strings.TrimSpace(r.Cells[i].Text)
		if t == "" {
			continue
		}
		if r.Cells[i].Kind != grid.Text ||
			!slices.ContainsFunc(header.Cells, func(c grid.Cell) bool {
				return strings.EqualFold(strings.TrimSpace(c.Text),
					t)
			}) {
			return false
		}
		if n++; n == most {
			break
		}
	}
	return n >= 2
}

// movedTo finds the columns of the plan in a header that came again with its
// columns in other places, nil where one is missing.
func (p *Plan) movedTo(row *grid.Row) []int {
	if len(p.HeaderRows) != 1 {
		return nil
	}
	at := make([]int, len(p.Columns))
	for i := range p.Columns {
		want := fold(p.Columns[i].Header)
		at[i] = slices.IndexFunc(row.Cells, func(c grid.Cell) bool { return fold(c.Text) == want })
		if at[i] < 0 {
			return nil
		}
	}
	return at
}

// Follow lets a part of a table be read as the part above it was, where its own
// cells leave that open. It is called before Decide.
func (p *Plan) Follow(above *Plan) { p.before = above }

// readerBefore is how the part above reads the column of a field; nil without.
func (p *Plan) readerBefore(c *PlanColumn) *reader {
	if p.before == nil {
		return nil
	}
	for i := range p.before.Columns {
		if b := &p.before.Columns[i]; b.Field == c.Field && b.Header == c.Header && p.before.readers[i].why == "" {
			return &p.before.readers[i]
		}
	}
	return nil
}

// Join adds the account of the rows below a header that came again, which is a
// repeated header of the one table.
func (t *Tally) Join(below *Tally, p *Plan) {
	for _, n := range p.blank {
		t.Read++
		t.aside(reject.BlankRow, n)
	}
	for _, n := range p.HeaderRows {
		t.Read++
		t.aside(reject.RepeatHeader, n)
	}
	t.Read, t.Used, t.Rejected = t.Read+below.Read, t.Used+below.Used, t.Rejected+below.Rejected
	t.Aside += below.Aside
	for _, a := range below.AsideBy {
		i := slices.IndexFunc(t.AsideBy, func(x AsideCount) bool { return x.Code == a.Code })
		if i < 0 {
			t.AsideBy = append(t.AsideBy, a)
			continue
		}
		t.AsideBy[i].N += a.N
	}
	for _, m := range below.RejectedIn {
		for range m.N {
			t.rejectedIn(m.Month)
		}
	}
	for i := range below.Seen {
		b := &below.Seen[i]
		k := slices.IndexFunc(t.Seen, func(s Seen) bool { return fold(s.Header) == fold(b.Header) })
		if k >= 0 {
			t.Seen[k].Merge(b)
		}
	}
	if below.First.Known() && (!t.First.Known() || below.First < t.First) {
		t.First = below.First
	}
	t.Last = max(t.Last, below.Last)
	t.Off = Off{greater(t.Off.Total, below.Off.Total), greater(t.Off.Sum, below.Off.Sum),
		greater(t.Off.Hidden, below.Off.Hidden), greater(t.Off.Stock, below.Off.Stock)}
}

// greater is the greater of two differences, nil for none.
func greater(a, b *big.Rat) *big.Rat {
	if a == nil || b != nil && b.Cmp(a) > 0 {
		return b
	}
	return a
}
