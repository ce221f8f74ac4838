package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// settle chooses among columns that are all headed by an alias of one field: by
// the order that the layout declares, by what the cells hold. Without a ground
// it is a question; the hit is empty then.
func (a *assignment) settle(rivals []hit) hit {
	if len(rivals) == 1 {
		return rivals[0]
	}
	columns := make([]int, len(rivals))
	for i, r := range rivals {
		columns[i] = r.column
	}
	best := a.foremost(rivals)
	switch {
	case a.equal(columns), rivals[0].own && !a.sideBySide(columns):
		best = rivals[:1]
	case len(best) > 1 && a.kind.grouped[best[0].field]:
		best = best[:1]
	case len(best) > 1:
		best = a.filled(best)
	case a.gaps(best[0], rivals):
		best = nil
	}
	if len(best) != 1 {
		u := a.unsureOf(rivals[0].field, columns)
		u.beside = a.sideBySide(columns)
		a.unsure = append(a.unsure, u)
		a.seen[rivals[0].field+dimKey(rivals[0].dims)], a.seen[rivals[0].field] = true, true
		a.score += byAlias
		return hit{}
	}
	for _, r := range rivals {
		if r.column != best[0].column {
			a.note(text.T(a.heading(r.column)+"; dibaca: "+a.heading(best[0].column),
				a.heading(r.column)+"; read instead: "+a.heading(best[0].column)))
		}
	}
	return best[0]
}

// note names a column that means what another one is read for.
func (a *assignment) note(t text.Text) {
	a.p.Doubts = append(a.p.Doubts, grid.Doubt{Row: a.w.rows[0].N, Code: reject.DuplicateColumn, Detail: t})
}

// foremost are the columns whose headings come first in the declared order of
// their field; of days and hours, a heading yields to one that says the same and
// more: "Tanggal" to "Tanggal SK".
func (a *assignment) foremost(rivals []hit) []hit {
	least := rivals[0].rank
	for _, r := range rivals {
		least = min(least, r.rank)
	}
	f, _ := a.kind.field(rivals[0].field)
	return slices.DeleteFunc(slices.Clone(rivals), func(r hit) bool {
		return r.rank > least || (f.typ == day || f.typ == clock) && slices.ContainsFunc(rivals, func(o hit) bool {
			return o.rank == least && saysMore(o.alias, r.alias)
		})
	})
}

// saysMore reports that a has all words of b, and others.
func saysMore(a, b string) bool {
	more, words := strings.Fields(a), strings.Fields(b)
	return len(more) > len(words) && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(more, w) })
}

// filled are the columns that hold anything at all.
func (a *assignment) filled(rivals []hit) []hit {
	return slices.DeleteFunc(slices.Clone(rivals), func(r hit) bool { return a.w.profile(r.column).filled == 0 })
}

// gaps reports an amount that the foremost column lacks in a row where another
// has it: a ceiling that was revised in some rows alone is asked for.
func (a *assignment) gaps(best hit, rivals []hit) bool {
	if f, _ := a.kind.field(best.field); f.typ != money {
		return false
	}
	return a.below(func(at func(int) string) bool {
		return !worth(at(best.column)) && slices.ContainsFunc(rivals, func(r hit) bool { return worth(at(r.column)) })
	})
}

// worth reports a cell that holds an amount other than zero.
func worth(s string) bool {
	if s == "" || locale.IsMissing(s) || locale.IsDash(s) {
		return false
	}
	v, err := strconv.ParseFloat(s, 64)
	return err != nil || v != 0
}

// equal reports columns whose cells are the same, as far as they are looked at.
func (a *assignment) equal(columns []int) bool {
	return !a.below(func(at func(int) string) bool {
		return slices.ContainsFunc(columns[1:], func(c int) bool { return at(c) != at(columns[0]) })
	})
}

// sideBySide reports columns of one heading in a header of which another heading
// comes again too: two tables beside each other, and naming the heading does not
// say which is meant.
func (a *assignment) sideBySide(columns []int) bool {
	if slices.ContainsFunc(columns[1:], func(c int) bool { return fold(a.heading(c)) != fold(a.heading(columns[0])) }) {
		return false
	}
	seen, again := map[string]bool{}, map[string]bool{}
	for c := range a.w.heads {
		if h := fold(a.heading(c)); h != "" {
			again[h] = again[h] || seen[h]
			seen[h] = true
		}
	}
	n := 0
	for _, twice := range again {
		if twice {
			n++
		}
	}
	return n > 1
}

// below reports a row below the header of which something holds.
func (a *assignment) below(holds func(at func(column int) string) bool) bool {
	last := a.w.rows[len(a.w.rows)-1].N
	return slices.ContainsFunc(a.w.ix.rows, func(r grid.Row) bool {
		return r.N > last && holds(func(c int) string {
			if c < len(r.Cells) {
				return strings.TrimSpace(r.Cells[c].Text)
			}
			return ""
		})
	})
}

func columnsOf(offers []offer) []int {
	out := make([]int, len(offers))
	for i, o := range offers {
		out[i] = o.column
	}
	return out
}
