package facts

import (
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// One changed word must not make two tables of one: an export that comes again
// with a name corrected and a state that went on is the same export.

const (
	mostAlike = 64  // tables of one run of equal rows that are compared: more tell nothing
	mostNear  = 200 // tables that are compared at all
	stands    = -1  // a table gives way to none
	nearlyAll = -2  // it gives way but for rows that are its own
	fewAlike  = 5   // rows that must stand in both tables so that the others may be changed ones
)

// nearly compares tables without keys of which one holds the other but for a
// few rows.
type nearly[T any] struct {
	life   *life[T]
	list   []T
	tables []held
	at     map[spot]int
	by     []int // the table that each gives way to
	reach  map[spot]extent
	pairs  map[[2]int]*pair[T]
	aside  map[record.Ref]bool
}

// pair is what a table has in common with another one.
type pair[T any] struct {
	placed int // rows that stand in the same row of both
	same   [][2]*T
}

// judge sets aside the rows of tables that come again changed, and notes those
// that may be copies.
func (n *nearly[T]) judge(out *findings) {
	if len(n.tables) > mostNear || !slices.Contains(n.by, stands) || n.life.single == nil {
		return
	}
	n.reach, n.pairs = n.life.reach(n.list), map[[2]int]*pair[T]{}
	n.life.eachKeyless(n.list, n.match)
	for t := range n.tables {
		for s := range n.tables {
			if p := n.pairs[[2]int{t, s}]; p != nil && n.by[t] == stands && n.by[s] == stands && n.settle(t, s, p, out) {
				break
			}
		}
	}
}

// match notes which rows of one run of equal keys the tables have in common.
func (n *nearly[T]) match(run []T) {
	first := spotOf(n.life.ref(&run[0]))
	if !slices.ContainsFunc(run, func(x T) bool { return spotOf(n.life.ref(&x)) != first }) {
		return
	}
	parts := map[int][]*T{}
	var ids []int
	for i := range run {
		if !n.life.single(&run[i]) {
			continue
		}
		t := n.at[spotOf(n.life.ref(&run[i]))]
		if parts[t] == nil {
			ids = append(ids, t)
		}
		parts[t] = append(parts[t], &run[i])
	}
	if len(ids) < 2 || len(ids) > mostAlike {
		return
	}
	slices.Sort(ids)
	for _, t := range ids {
		for _, s := range ids {
			if t != s && n.by[t] == stands && n.by[s] == stands && n.before(t, s) {
				n.pair(t, s).take(n.life, parts[t], parts[s])
			}
		}
	}
}

func (n *nearly[T]) pair(t, s int) *pair[T] {
	p := n.pairs[[2]int{t, s}]
	if p == nil {
		p = &pair[T]{}
		n.pairs[[2]int{t, s}] = p
	}
	return p
}

// before reports that of two tables that say the same the first gives way.
func (n *nearly[T]) before(t, s int) bool {
	c := n.reach[n.tables[t].at].compare(n.reach[n.tables[s].at])
	return c < 0 || c == 0 && t > s
}

// take matches rows of equal keys: those that say the same, then those that are
// a later state.
func (p *pair[T]) take(l *life[T], part, whole []*T) {
	used := make([]bool, len(whole))
	var open []*T
	find := func(x *T, fits func(w *T) bool) bool {
		at := -1
		for i, w := range whole {
			if !used[i] && fits(w) && (at < 0 || l.ref(w).Row == l.ref(x).Row) {
				at = i
			}
		}
		if at < 0 {
			return false
		}
		used[at] = true
		p.same = append(p.same, [2]*T{x, whole[at]})
		p.placed += boolInt(l.ref(x).Row == l.ref(whole[at]).Row)
		return true
	}
	if len(part)*len(whole) > mostCompared*fewAlike {
		return
	}
	for _, x := range part {
		if !find(x, func(w *T) bool { return l.rest(w, x) == 0 }) {
			open = append(open, x)
		}
	}
	for _, x := range open {
		_ = l.grows != nil && find(x, func(w *T) bool { return l.grows(x, w) })
	}
}

// settle decides of a table and the one it would give way to; false: they have
// nothing to do with each other.
func (n *nearly[T]) settle(t, s int, p *pair[T], out *findings) bool {
	rows, m := n.tables[t].rows, len(p.same)
	whole := m == rows
	sure := n.sure(t, s, p)
	var changed [][2]*T
	var left []*T
	if !whole {
		changed, left = n.changed(t, s, p)
	}
	switch {
	case whole && sure, !whole && sure && m >= fewAlike && 10*m >= 9*rows:
		n.by[t] = nearlyAll
		n.putAside(p.same, changed, out)
		if len(left) > 0 {
			n.doubt(t, s, len(left), out)
		}
	case whole && (m < n.tables[s].rows || n.agree(p)), 2*m >= rows && p.placed == m && len(left) == 0 && !n.life.common:
		n.doubt(t, s, rows, out)
	default:
		return false
	}
	return true
}

// sure reports that what two tables have in common is no chance: that the rows
// stand in the same places of an export that goes on longer, or, where equal
// rows are not common, that they are many.
func (n *nearly[T]) sure(t, s int, p *pair[T]) bool {
	kinds := 0
	for i := range p.same {
		if i == 0 || n.life.key(p.same[i-1][0], p.same[i][0]) != 0 || n.life.rest(p.same[i-1][0], p.same[i][0]) != 0 {
			kinds++
		}
	}
	placed := 10*p.placed >= 9*len(p.same)
	if len(p.same) == n.tables[t].rows {
		later := n.reach[n.tables[s].at].last > n.reach[n.tables[t].at].last
		return placed && later && kinds > 1 && (!n.life.common || n.agree(p) && n.tells(p))
	}
	return kinds >= fewRows && (placed || !n.life.common)
}

// agree reports rows that agree in the cells that were not read, too.
func (n *nearly[T]) agree(p *pair[T]) bool {
	return !slices.ContainsFunc(p.same, func(x [2]*T) bool { return n.life.ref(x[0]).Rest != n.life.ref(x[1]).Rest })
}

// tells reports rows of which equal ones are common that are no chance all the
// same: cells that were not read say the same, or the rows differ by more than
// their day.
func (n *nearly[T]) tells(p *pair[T]) bool {
	if !slices.ContainsFunc(p.same, func(x [2]*T) bool { return n.life.ref(x[0]).Rest == 0 }) {
		return true
	}
	return n.life.unlike != nil && slices.ContainsFunc(p.same, func(x [2]*T) bool {
		return n.life.unlike(x[0], p.same[0][0])
	})
}

// changed pairs the rows of a table that another has not with those that stand
// in the same row there and speak of the same day; left are the others.
func (n *nearly[T]) changed(t, s int, p *pair[T]) (changed [][2]*T, left []*T) {
	used := map[*T]bool{}
	for _, x := range p.same {
		used[x[0]], used[x[1]] = true, true
	}
	there := map[uint32]*T{}
	var open []*T
	for i := range n.list {
		x := &n.list[i]
		if used[x] || n.life.keyed(x) {
			continue
		}
		switch r := n.life.ref(x); spotOf(r) {
		case n.tables[s].at:
			there[r.Row] = x
		case n.tables[t].at:
			open = append(open, x)
		}
	}
	for _, x := range open {
		if w := there[n.life.ref(x).Row]; w != nil && n.life.dated(w) == n.life.dated(x) {
			changed = append(changed, [2]*T{x, w})
		} else {
			left = append(left, x)
		}
	}
	return changed, left
}

func (n *nearly[T]) putAside(same, changed [][2]*T, out *findings) {
	if n.aside == nil {
		n.aside = map[record.Ref]bool{}
	}
	for _, x := range same {
		n.aside[bare(n.life.ref(x[0]))] = true
		out.add(n.life.duplicate(x[0], x[1]))
	}
	for _, x := range changed {
		n.aside[bare(n.life.ref(x[0]))] = true
		out.add(record.Reject{Ref: n.life.ref(x[0]), Code: reject.FullerTicket, Other: n.life.ref(x[1])})
	}
}

// doubt says that a table may be a copy of another one, and by how many rows the
// values that rest on both would be wrong.
func (n *nearly[T]) doubt(t, s, rows int, out *findings) {
	ref := func(at spot) record.Ref { return record.Ref{Source: at.source, Sheet: at.sheet} }
	here, other := ref(n.tables[t].at), ref(n.tables[s].at)
	out.add(record.Reject{Ref: here, Code: reject.PossibleCopy, Other: other})
	c := Contradiction{By: ByCopy, Code: reject.PossibleCopy, Kind: n.life.kind, Diff: int64(rows),
		Tables: []record.Ref{here, other}}
	for i := range n.list {
		x := &n.list[i]
		if spotOf(n.life.ref(x)) != n.tables[t].at {
			continue
		}
		if n.life.office != nil {
			c.Office = *n.life.office(x)
		}
		if d := n.life.dated(x); d.Known() {
			if c.To = max(c.To, d); !c.From.Known() || d < c.From {
				c.From = d
			}
		}
	}
	out.copies = append(out.copies, c)
}
