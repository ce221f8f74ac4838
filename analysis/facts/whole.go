package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Rows without a key of their own are the same as those of another table only
// where one table holds the other whole: the sheet of a month in that of the
// year. Equal rows of two tables of which each has its own as well are two.

// fewRows is how many different rows a table needs so that its lying whole in
// another is no chance, where rows are alike or differ in cells not read.
const fewRows = 3

// held is what is known of one table's rows without a key.
type held struct {
	at     spot
	rows   int
	kinds  int   // different rows
	in     []int // tables that hold all its rows seen so far
	begun  bool
	strict bool // every row has one that agrees in the cells not read, too
}

// wholes sets aside the rows without a key of tables that others hold whole.
func (l *life[T]) wholes(list []T, out *findings) []T {
	tables, at := l.keyless(list)
	if len(tables) < 2 {
		return list
	}
	l.eachKeyless(list, func(run []T) { l.compare(tables, at, run) })
	by := make([]int, len(tables)) // the table that each gives way to
	gone := false
	for t := range tables {
		by[t] = giveWay(tables, t, l.common)
		gone = gone || by[t] >= 0
		if in := tables[t].in; l.single == nil && by[t] < 0 && len(in) > 0 && !slices.Contains(tables[in[0]].in, t) {
			out.add(record.Reject{Ref: record.Ref{Source: tables[t].at.source, Sheet: tables[t].at.sheet}, Code: reject.PossibleCopy,
				Other: record.Ref{Source: tables[in[0]].at.source, Sheet: tables[in[0]].at.sheet}}) // too few rows to tell
		}
	}
	n := &nearly[T]{life: l, list: list, tables: tables, at: at, by: by}
	n.judge(out)
	if !gone && len(n.aside) == 0 {
		return list
	}
	kept := make([]T, 0, len(list))
	for i := 0; i < len(list); {
		end := l.runEnd(list, i)
		run := list[i:end]
		i = end
		for k := range run {
			t, ok := at[spotOf(l.ref(&run[k]))]
			if !ok || l.keyed(&run[k]) || by[t] < 0 {
				if n.aside == nil || !n.aside[bare(l.ref(&run[k]))] {
					kept = append(kept, run[k])
				}
				continue
			}
			out.add(l.duplicate(&run[k], l.partner(run, &run[k], tables[by[t]].at)))
		}
	}
	return kept
}

func (l *life[T]) runEnd(list []T, i int) int {
	end := i + 1
	for end < len(list) && l.key(&list[i], &list[end]) == 0 {
		end++
	}
	return end
}

func (l *life[T]) eachKeyless(list []T, f func(run []T)) {
	for i := 0; i < len(list); {
		end := l.runEnd(list, i)
		if !l.keyed(&list[i]) {
			f(list[i:end])
		}
		i = end
	}
}

// keyless lists the tables with rows that have no key, by place.
func (l *life[T]) keyless(list []T) (tables []held, at map[spot]int) {
	rows := map[spot]int{}
	for i := range list {
		if !l.keyed(&list[i]) {
			rows[spotOf(l.ref(&list[i]))]++
		}
	}
	for s, n := range rows {
		tables = append(tables, held{at: s, rows: n, strict: true})
	}
	slices.SortFunc(tables, func(a, b held) int {
		return cmp.Or(cmp.Compare(a.at.source, b.at.source), cmp.Compare(a.at.sheet, b.at.sheet))
	})
	at = map[spot]int{}
	for i, t := range tables {
		at[t.at] = i
	}
	return tables, at
}

// compare narrows, for the tables of one run of rows with equal keys, which
// others hold them.
func (l *life[T]) compare(tables []held, at map[spot]int, run []T) {
	parts := map[int][]*T{}
	var ids []int
	for i := range run {
		t := at[spotOf(l.ref(&run[i]))]
		if parts[t] == nil {
			ids = append(ids, t)
		}
		parts[t] = append(parts[t], &run[i])
	}
	slices.Sort(ids)
	for _, t := range ids {
		h := &tables[t]
		h.kinds += l.different(parts[t])
		if h.begun && len(h.in) == 0 {
			continue
		}
		var in []int
		for _, s := range ids {
			if s != t && (!h.begun || slices.Contains(h.in, s)) && l.holds(parts[s], parts[t]) {
				in = append(in, s)
			}
		}
		h.in, h.begun = in, true
		h.strict = h.strict && l.agree(parts, t, in)
	}
}

// different counts the rows that do not say the same.
func (l *life[T]) different(rows []*T) int {
	n := 1
	for i := 1; i < len(rows); i++ {
		if l.rest(rows[i-1], rows[i]) != 0 {
			n++
		}
	}
	return n
}

// agree reports that each row has one in the tables that agrees in the cells
// that were not read.
func (l *life[T]) agree(parts map[int][]*T, t int, in []int) bool {
	cells := map[uint32]bool{}
	for _, s := range in {
		for _, x := range parts[s] {
			cells[l.ref(x).Rest] = true
		}
	}
	return !slices.ContainsFunc(parts[t], func(x *T) bool { return !cells[l.ref(x).Rest] })
}

// holds reports that every row of part has one of its own in whole that says
// the same, or is a later state of it. Both are ordered by what they say.
func (l *life[T]) holds(whole, part []*T) bool {
	if len(part) > len(whole) {
		return false
	}
	var open, free []*T // rows of part, of whole, without an equal
	i := 0
	for _, p := range part {
		for i < len(whole) && l.rest(whole[i], p) < 0 {
			free = append(free, whole[i])
			i++
		}
		if i < len(whole) && l.rest(whole[i], p) == 0 {
			i++
			continue
		}
		open = append(open, p)
	}
	free = append(free, whole[i:]...)
	if len(open) > 0 && (l.grows == nil || len(open) > mostCompared) {
		return false
	}
	for _, p := range open {
		k := slices.IndexFunc(free, func(w *T) bool { return l.grows(p, w) })
		if k < 0 {
			return false
		}
		free = slices.Delete(free, k, k+1)
	}
	return true
}

// giveWay is the table that stands for another: one that holds it whole. Of
// two that hold each other the first by place stands. -1: none.
func giveWay(tables []held, t int, common bool) int {
	for _, s := range tables[t].in {
		if slices.Contains(tables[s].in, t) && t < s {
			continue
		}
		if tables[t].kinds >= fewRows || !common && tables[t].strict || covered(tables, s) {
			return s
		}
	}
	return -1
}

// covered reports a table that is, row for row, all of several others.
func covered(tables []held, s int) bool {
	n, rows := 0, 0
	for t := range tables {
		if slices.Contains(tables[t].in, s) && !slices.Contains(tables[s].in, t) {
			n, rows = n+1, rows+tables[t].rows
		}
	}
	return n > 1 && rows == tables[s].rows
}

// partner is the row of a table that stands for another row.
func (l *life[T]) partner(run []T, row *T, in spot) *T {
	var like *T
	for i := range run {
		w := &run[i]
		if spotOf(l.ref(w)) != in {
			continue
		}
		if like == nil || l.rest(w, row) == 0 && l.rest(like, row) != 0 {
			like = w
		}
		if l.rest(w, row) == 0 && l.ref(w).Rest == l.ref(row).Rest {
			return w
		}
	}
	return like
}
