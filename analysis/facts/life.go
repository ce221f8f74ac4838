package facts

import (
	"cmp"
	"slices"
	"sort"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// A kind of record is declared once, by its life: what makes two rows one
// thing, and which of them is the later state of it. All kinds are merged,
// settled, given their offices and looked over by that declaration.
type life[T any] struct {
	kind   string // as layouts name it
	ref    func(*T) record.Ref
	office func(*T) *string
	// dated is the last day that a row speaks of; 0: it belongs to no period.
	dated func(*T) record.Day
	// datesBy is the field of rapor.yaml that dates the rows of a table that name
	// no period, and are refused; "": a row without a date counts by other things.
	datesBy string
	// tells reports a row that says something of the period it is dated in; nil:
	// every row does.
	tells func(*T) bool
	// begun is the day that places a row in a month where it is not the last
	// one; nil: dated.
	begun func(*T) record.Day
	// key orders rows by what makes them one thing, and rest by all else that
	// was read. Rows equal in both say the same.
	key, rest func(a, b *T) int
	// written orders rows of one key by how it is written: in one table A5 and
	// A005 are two, in two tables one. nil: every key has one way.
	written func(a, b *T) int
	// keyed reports a row whose key names one thing by itself: a ticket number,
	// a passport. Rows without such a key are the same only where one table
	// holds another whole.
	keyed func(*T) bool
	// rows says how many rows of one table a key of its own may have.
	rows func(*T) multiplicity
	// said counts how much of its course a row states.
	said func(*T) int
	// apart tells two things of two tables that share a key, whether or not their
	// rows say the same; nil: there are none.
	apart func(a, b *T) bool
	// grows reports that b can be a later state of a; nil: only rows that say the
	// same are one.
	grows func(a, b *T) bool
	// join takes over from another row of one thing what a row does not say; nil:
	// nothing is.
	join func(into, from *T)
	// fold makes one of the rows of one thing in one table, given by place; nil:
	// the row that says most, joined with the others.
	fold func(rows []T) T
	// single reports a row that is one event or person, so that rows of two tables
	// that agree are evidence; nil: rows are sums, of which zeros are many.
	single func(*T) bool
	// unlike reports rows that differ by more than their day; nil: not known.
	unlike func(a, b *T) bool
	// common marks kinds of few words, of which equal rows are common: a table
	// of three of them or fewer in another one may be chance.
	common bool
}

// multiplicity is how many rows of one table one thing may have.
type multiplicity uint8

const (
	several   multiplicity = iota // every row is one: suspects of one case
	equalOnce                     // equal rows are one
	onlyOnce                      // all rows are states of one: a ticket called again
)

// spot is a table: a sheet of a source.
type spot struct{ source, sheet uint16 }

func spotOf(r record.Ref) spot { return spot{r.Source, r.Sheet} }

// inOrder sorts rows where they lie: rows handed to a function by their address
// would each be copied to the heap.
type inOrder[T any] struct {
	list    []T
	compare func(a, b *T) int
}

func (o inOrder[T]) Len() int           { return len(o.list) }
func (o inOrder[T]) Less(i, k int) bool { return o.compare(&o.list[i], &o.list[k]) < 0 }
func (o inOrder[T]) Swap(i, k int)      { o.list[i], o.list[k] = o.list[k], o.list[i] }

// sort puts rows in canonical order: by all they say, then by place.
func (l *life[T]) sort(list []T) {
	sort.Sort(inOrder[T]{list, func(a, b *T) int {
		if c := l.key(a, b); c != 0 {
			return c
		}
		return cmp.Or(l.rest(a, b), compareRef(l.ref(a), l.ref(b)))
	}})
}

// settle puts rows in canonical order and sets aside those that say again what
// another row of the same thing says.
func (l *life[T]) settle(list []T, out *findings) []T {
	l.sort(list)
	list = l.wholes(list, out)
	reach := l.reach(list)
	kept := list[:0]
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && l.key(&list[i], &list[end]) == 0 {
			end++
		}
		run := list[i:end]
		i = end
		switch {
		case len(run) == 1 || !l.keyed(&run[0]):
		case l.rows(&run[0]) != several && l.allSame(run):
			run = l.repeated(run, reach, out)
		default:
			run = l.things(run, reach, out)
		}
		kept = append(kept, run...)
	}
	clear(list[len(kept):])
	return kept
}

// extent is how far a table goes: the last day of which it speaks, and how many
// rows it has.
type extent struct {
	last record.Day
	rows int
}

// compare orders tables that say the same: among exports of one thing the one
// that goes on longer is the later; of such as go equally far the larger stands,
// so that of a table and a part of it the part gives way in every row.
func (e extent) compare(o extent) int {
	return cmp.Or(cmp.Compare(e.last, o.last), cmp.Compare(e.rows, o.rows))
}

// reach is the extent of each table; nil where there is one table only.
func (l *life[T]) reach(list []T) map[spot]extent {
	several := false
	for i := 1; i < len(list) && !several; i++ {
		several = spotOf(l.ref(&list[i])) != spotOf(l.ref(&list[0]))
	}
	if !several {
		return nil
	}
	out := map[spot]extent{}
	var at spot
	var e extent
	for i := range list { // rows of one table lie together, mostly
		if now := spotOf(l.ref(&list[i])); now != at {
			out[at] = e
			at, e = now, out[now]
		}
		e = extent{max(e.last, l.dated(&list[i])), e.rows + 1}
	}
	out[at] = e
	return out
}

// allSame reports rows that agree in every cell, read or not.
func (l *life[T]) allSame(run []T) bool {
	for i := 1; i < len(run); i++ {
		if l.rest(&run[0], &run[i]) != 0 || l.ref(&run[0]).Rest != l.ref(&run[i]).Rest || l.otherwise(&run[0], &run[i]) {
			return false
		}
	}
	return true
}

// repeated keeps one of rows that are all the same: that of the table that goes
// on longest, the largest of such, then the first by place.
func (l *life[T]) repeated(run []T, reach map[spot]extent, out *findings) []T {
	best := 0
	for i := 1; i < len(run) && reach != nil; i++ {
		if reach[spotOf(l.ref(&run[i]))].compare(reach[spotOf(l.ref(&run[best]))]) > 0 {
			best = i
		}
	}
	for i := range run {
		if i != best {
			out.add(l.duplicate(&run[i], &run[best]))
		}
	}
	run[0] = run[best]
	return run[:1]
}

// unit is a row that stands, with the tables that hold it.
type unit[T any] struct {
	row T
	in  []spot
}

// mostCompared bounds the rows of one key that are held against each other one
// by one; of more, only rows that say the same are one.
const mostCompared = 1000

// things settles the rows of one key: the states of one thing, in one table and
// in several.
func (l *life[T]) things(run []T, reach map[spot]extent, out *findings) []T {
	units := l.equals(l.perTable(slices.Clone(run), out), reach, out)
	if len(units) > 1 && len(units) <= mostCompared {
		units = l.states(units, reach, out)
	}
	rows := make([]T, len(units))
	for i := range units {
		rows[i] = units[i].row
	}
	l.sort(rows)
	return rows
}

// equals sets aside rows that another table says again: of equal rows, the
// table that holds most of them keeps all of its own; of several, the one that
// goes on longest.
func (l *life[T]) equals(rows []T, reach map[spot]extent, out *findings) []unit[T] {
	slices.SortFunc(rows, func(a, b T) int {
		ra, rb := l.ref(&a), l.ref(&b)
		return cmp.Or(l.rest(&a, &b), cmp.Compare(ra.Source, rb.Source), cmp.Compare(ra.Sheet, rb.Sheet), cmp.Compare(ra.Rest, rb.Rest), compareRef(ra, rb))
	})
	var units []unit[T]
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && l.rest(&rows[i], &rows[end]) == 0 {
			end++
		}
		parts := l.parts(rows[i:end])
		i = end
		best := 0
		for k := range parts {
			if c := cmp.Compare(len(parts[k]), len(parts[best])); c > 0 || c == 0 && reach[l.spot(parts[k])].compare(reach[l.spot(parts[best])]) > 0 {
				best = k
			}
		}
		base := len(units)
		for k := range parts[best] {
			units = append(units, unit[T]{parts[best][k], []spot{l.spot(parts[best])}})
		}
		for k, part := range parts {
			for n := 0; k != best && n < len(part); n++ {
				if u := &units[base+n]; l.apart == nil || !l.apart(&u.row, &part[n]) {
					u.in = append(u.in, l.spot(part))
					out.add(l.duplicate(&part[n], &u.row))
				} else {
					units = append(units, unit[T]{part[n], []spot{l.spot(part)}})
				}
			}
		}
	}
	return units
}

// parts cuts rows in order of place into those of each table.
func (l *life[T]) parts(rows []T) [][]T {
	var out [][]T
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && spotOf(l.ref(&rows[end])) == spotOf(l.ref(&rows[i])) {
			end++
		}
		out = append(out, rows[i:end])
		i = end
	}
	return out
}

func (l *life[T]) spot(part []T) spot { return spotOf(l.ref(&part[0])) }

// states sets aside rows of which another table gives a fuller or later state:
// the row that says more stands, of such as say as much that of the table that
// goes on longer.
func (l *life[T]) states(units []unit[T], reach map[spot]extent, out *findings) []unit[T] {
	slices.SortFunc(units, func(a, b unit[T]) int {
		ra, rb := l.ref(&a.row), l.ref(&b.row)
		return cmp.Or(-cmp.Compare(l.said(&a.row), l.said(&b.row)), -reach[spotOf(ra)].compare(reach[spotOf(rb)]),
			-l.rest(&a.row, &b.row), compareRef(ra, rb))
	})
	standing := units[:0]
	for _, u := range units {
		at := slices.IndexFunc(standing, func(w unit[T]) bool {
			return !slices.ContainsFunc(u.in, func(s spot) bool { return slices.Contains(w.in, s) }) &&
				(l.apart == nil || !l.apart(&w.row, &u.row))
		})
		if at < 0 {
			standing = append(standing, u)
			continue
		}
		w := &standing[at]
		w.in = append(w.in, u.in...)
		if l.join != nil {
			l.join(&w.row, &u.row)
		}
		out.add(record.Reject{Ref: l.ref(&u.row), Code: reject.FullerTicket, Other: l.ref(&w.row)})
	}
	return standing
}

// perTable settles the rows of one key within each table.
func (l *life[T]) perTable(run []T, out *findings) []T {
	slices.SortStableFunc(run, func(a, b T) int { return compareRef(l.ref(&a), l.ref(&b)) })
	kept := run[:0]
	for _, rows := range l.parts(run) {
		if len(rows) > 1 {
			rows = l.within(rows, out)
		}
		kept = append(kept, rows...)
	}
	return kept
}

// otherwise reports rows of one key that write it otherwise.
func (l *life[T]) otherwise(a, b *T) bool { return l.written != nil && l.written(a, b) != 0 }

// within settles the rows of one key in one table, each way of writing it apart.
func (l *life[T]) within(rows []T, out *findings) []T {
	if l.written != nil {
		slices.SortStableFunc(rows, func(a, b T) int { return l.written(&a, &b) })
	}
	kept := rows[:0]
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && !l.otherwise(&rows[i], &rows[end]) {
			end++
		}
		kept = append(kept, l.alike(rows[i:end], out)...)
		i = end
	}
	return kept
}

// alike settles the rows of one key in one table: equal rows are one; rows that
// differ only in cells that were not read are as many things as rows; rows
// that differ in what was read are states of one thing, where the kind is so.
func (l *life[T]) alike(rows []T, out *findings) []T {
	many := l.rows(&rows[0])
	if many == several {
		return rows
	}
	slices.SortFunc(rows, func(a, b T) int {
		ra, rb := l.ref(&a), l.ref(&b)
		return cmp.Or(l.rest(&a, &b), cmp.Compare(ra.Rest, rb.Rest), compareRef(ra, rb))
	})
	states := l.rest(&rows[0], &rows[len(rows)-1]) != 0
	kept := rows[:1]
	for _, r := range rows[1:] {
		if last := &kept[len(kept)-1]; l.rest(last, &r) == 0 && l.ref(last).Rest == l.ref(&r).Rest {
			out.add(l.duplicate(&r, last))
			continue
		}
		kept = append(kept, r)
	}
	if many != onlyOnce || !states {
		return kept
	}
	one := l.one(kept)
	for i := range kept {
		if ref := l.ref(&kept[i]); ref != l.ref(&one) {
			out.add(record.Reject{Ref: ref, Code: reject.OneThing, Other: l.ref(&one)})
		}
	}
	return []T{one}
}

// one makes one of the rows of one thing.
func (l *life[T]) one(rows []T) T {
	if l.fold != nil {
		return l.fold(rows)
	}
	best := 0
	for i := range rows {
		if cmp.Or(cmp.Compare(l.said(&rows[i]), l.said(&rows[best])), l.rest(&rows[i], &rows[best])) > 0 {
			best = i
		}
	}
	one := rows[best]
	for i := range rows {
		if i != best && l.join != nil {
			l.join(&one, &rows[i])
		}
	}
	return one
}

// duplicate is what is said of a row that another one repeats.
func (l *life[T]) duplicate(row, kept *T) record.Reject {
	r := record.Reject{Ref: l.ref(row), Code: reject.DuplicateRow, Other: l.ref(kept)}
	if r.Ref.Rest != r.Other.Rest {
		r.Hint = text.T("berbeda pada kolom yang tidak dibaca", "differs in a column that is not read")
	}
	r.Ref.Rest, r.Other.Rest = 0, 0
	return r
}
