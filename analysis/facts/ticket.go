package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
)

// visits declares a ticket: it is known by its number and the time it was taken
// in its lane on its day. In one table that is one ticket, however often it was
// called; in two it is two where the call or the counter differs, for two halls
// give out the same numbers.
var visits = life[Visit]{
	kind:    "ticket",
	datesBy: "day",
	ref:     func(v *Visit) record.Ref { return v.ref },
	office:  nil, // kept as a code
	dated:   func(v *Visit) record.Day { return v.Day },
	key:     compareTake,
	rest:    compareCourse,
	written: func(a, b *Visit) int { return cmp.Compare(a.run, b.run) },
	keyed:   func(v *Visit) bool { return v.numbered() && v.Day.Known() },
	rows: func(v *Visit) multiplicity {
		if v.Taken < 0 {
			return equalOnce // numbers begin anew when the machine does
		}
		return onlyOnce
	},
	said:   func(v *Visit) int { return 2*known(v) + outcome(v) },
	apart:  apartTickets,
	join:   func(into, from *Visit) { into.takeOver(from) },
	fold:   callAgain,
	single: always[Visit],
	common: true,
}

// compareTake orders visits by what makes them one ticket.
func compareTake(a, b *Visit) int {
	if c := cmp.Or(cmp.Compare(a.code[inOffice], b.code[inOffice]), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Taken, b.Taken)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.code[inService], b.code[inService]), cmp.Compare(a.code[inClass], b.code[inClass]),
		cmp.Compare(a.code[inStage], b.code[inStage]), cmp.Compare(a.code[inSeries], b.code[inSeries]), cmp.Compare(a.value(), b.value()))
}

// compareCourse orders visits by what became of the ticket.
func compareCourse(a, b *Visit) int {
	if c := cmp.Or(cmp.Compare(a.Called, b.Called), cmp.Compare(a.Started, b.Started), cmp.Compare(a.Ended, b.Ended),
		cmp.Compare(a.Status, b.Status), cmp.Compare(a.code[inCounter], b.code[inCounter])); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.waited, b.waited), cmp.Compare(a.served, b.served),
		cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Recalled, b.Recalled))
}

// compareVisits orders visits by all they say, then by place.
func compareVisits(a, b Visit) int {
	return cmp.Or(compareTake(&a, &b), compareCourse(&a, &b), compareRef(a.ref, b.ref))
}

func compareRef(a, b record.Ref) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
}

// apartTickets tells the tickets of two halls that give out the same numbers.
func apartTickets(a, b *Visit) bool {
	if x, y := a.called(), b.called(); x >= 0 && y >= 0 && x != y {
		return true
	}
	x, y := a.code[inCounter], b.code[inCounter]
	return x != 0 && y != 0 && x != y || a.waited > 0 && b.waited > 0 && a.waited != b.waited
}

func known(v *Visit) int {
	n := 0
	for _, t := range []int32{v.Called, v.Started, v.Ended} {
		if t >= 0 {
			n++
		}
	}
	return n
}

func outcome(v *Visit) int {
	if v.Status == record.StatusUnknown || v.Status == record.StatusUnread || v.Status == record.StatusWaiting {
		return 0
	}
	return 1
}

// takeOver fills what a visit does not say from another row of its ticket.
func (v *Visit) takeOver(from *Visit) {
	for _, t := range []struct{ to, from *int32 }{{&v.Called, &from.Called}, {&v.Started, &from.Started}, {&v.Ended, &from.Ended}} {
		if *t.to < 0 {
			*t.to = *t.from
		}
	}
	if v.code[inCounter] == 0 {
		v.code[inCounter] = from.code[inCounter]
	}
	if outcome(v) == 0 && from.Status != record.StatusUnknown {
		v.Status = from.Status
	}
	v.Priority, v.Recalled = either(v.Priority, from.Priority), either(v.Recalled, from.Recalled)
}

// callAgain makes one visit of the rows of a ticket that was called more than
// once: it waited until the first call, was served where it was served last,
// and what became of it is what the last of them says that says it.
func callAgain(rows []Visit) Visit {
	slices.SortStableFunc(rows, func(a, b Visit) int {
		return cmp.Or(cmp.Compare(a.seen(), b.seen()), cmp.Compare(known(&a), known(&b)), compareCourse(&a, &b), compareRef(a.ref, b.ref))
	})
	one := rows[len(rows)-1]
	served, busy := 0, int32(0)
	for i := range rows {
		r := &rows[i]
		if c := r.called(); c >= 0 && (one.called() < 0 || c < one.called()) {
			if one.Started < 0 && one.Ended >= 0 {
				one.Started = one.start() // of the call that led to it
			}
			one.Called = c
		}
		if rank(r.Status) > rank(one.Status) {
			one.Status = r.Status
		}
		one.Ended = max(one.Ended, r.Ended)
		one.Priority, one.Recalled = either(one.Priority, r.Priority), either(one.Recalled, r.Recalled)
		if b, ok := r.Service(); ok {
			served, busy = served+1, busy+b
			if one.Started < 0 {
				one.Started = r.start()
			}
		}
	}
	if served > 1 { // at several counters, one after the other
		one.Stages, one.Busy = uint8(min(served, 255)), busy
	}
	one.ref = firstPlace(rows)
	return one
}

// firstPlace is the place of the first row.
func firstPlace(rows []Visit) record.Ref {
	ref := rows[0].ref
	for i := range rows {
		if compareRef(rows[i].ref, ref) < 0 {
			ref = rows[i].ref
		}
	}
	return ref
}

// rank orders what became of a ticket by how final it is: one that was passed
// over and served later was served.
func rank(s record.Status) int {
	switch s {
	case record.StatusServed:
		return 4
	case record.StatusCancelled:
		return 3
	case record.StatusNoShow:
		return 2
	case record.StatusWaiting:
		return 1
	}
	return 0
}
