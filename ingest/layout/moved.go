package layout

import (
	"maps"
	"math/big"
	"slices"

	"rapor/ingest/reject"
)

// Continues reports that a plan is that of the same table further down its
// sheet: the header came again at once, with its columns in other places.
func (p *Plan) Continues(above *Plan) bool {
	if above == nil || p.titled || p.Layout != above.Layout || p.Kind != above.Kind || len(p.HeaderRows) != len(above.HeaderRows) {
		return false
	}
	return maps.EqualFunc(p.head, above.head, func(a, b []int) bool { return len(a) == len(b) })
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
	if below.First.Known() && (!t.First.Known() || below.First < t.First) {
		t.First = below.First
	}
	t.Last = max(t.Last, below.Last)
	t.Off = Off{greater(t.Off.Total, below.Off.Total), greater(t.Off.Hidden, below.Off.Hidden), greater(t.Off.Stock, below.Off.Stock)}
}

// greater is the greater of two differences, nil for none.
func greater(a, b *big.Rat) *big.Rat {
	if a == nil || b != nil && b.Cmp(a) > 0 {
		return b
	}
	return a
}
