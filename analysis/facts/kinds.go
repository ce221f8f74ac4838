package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// holder is the rows of one kind with the declaration of the kind.
type holder interface {
	name() string
	size() int
	merge(from holder)
	settle(out *findings)
	eachOffice(f func(kind string, ref record.Ref, office *string))
	eachUndated(f func(kind string, ref record.Ref, office string))
	datedBy() string
	holds(office string, from, to record.Day) bool
	eachDated(f func(kind, office string, day record.Day))
}

// bound joins the rows of a set with the life of their kind.
type bound[T any] struct {
	list *[]T
	life *life[T]
}

func of[T any](list *[]T, l *life[T]) holder { return bound[T]{list, l} }

func (b bound[T]) name() string { return b.life.kind }
func (b bound[T]) size() int    { return len(*b.list) }

func (b bound[T]) merge(from holder) {
	o := from.(bound[T])
	*b.list = append(*b.list, *o.list...)
	*o.list = nil
}

func (b bound[T]) settle(out *findings) { *b.list = b.life.settle(*b.list, out) }

func (b bound[T]) eachOffice(f func(string, record.Ref, *string)) {
	for i := range *b.list {
		x := &(*b.list)[i]
		f(b.life.kind, b.life.ref(x), b.life.office(x))
	}
}

// eachUndated calls f for every row that belongs to no period.
func (b bound[T]) eachUndated(f func(string, record.Ref, string)) {
	for i := range *b.list {
		if x := &(*b.list)[i]; !b.life.dated(x).Known() {
			f(b.life.kind, b.life.ref(x), *b.life.office(x))
		}
	}
}

func (b bound[T]) datedBy() string { return b.life.datesBy }

// holds reports a row of an office that tells something of some days.
func (b bound[T]) holds(office string, from, to record.Day) bool {
	return slices.ContainsFunc(*b.list, func(x T) bool {
		d := b.life.dated(&x)
		return from <= d && d <= to && *b.life.office(&x) == office && (b.life.tells == nil || b.life.tells(&x))
	})
}

// eachDated calls f for every row that belongs to a period, with the day that
// places it in a month.
func (b bound[T]) eachDated(f func(string, string, record.Day)) {
	for i := range *b.list {
		x := &(*b.list)[i]
		day := b.life.dated(x)
		if b.life.begun != nil && b.life.begun(x).Known() {
			day = b.life.begun(x)
		}
		if day.Known() {
			f(b.life.kind, *b.life.office(x), day)
		}
	}
}

// kinds lists all kinds of records but the tickets, which keep their texts as
// codes. A kind that is not listed here is neither merged nor settled, and a
// test that feeds every method of record.Sink fails.
func (s *Set) kinds() []holder {
	n, e, v := &s.Finance, &s.Enforcement, &s.Survey
	return []holder{
		of(&s.Queue.intervals, &intervals),
		of(&n.ledger, &ledgers), of(&n.revenue, &revenues),
		of(&n.revisions, &revisions), of(&n.contracts, &contracts), of(&n.invoices, &invoices), of(&n.advances, &advances),
		of(&n.outputs, &outputs), of(&n.dispensations, &dispensations), of(&n.official, &officials),
		of(&e.actions, &actions), of(&e.cases, &cases), of(&e.counts, &caseCounts), of(&e.operations, &operations), of(&e.touts, &touts),
		of(&v.counts, &answerCounts), of(&s.Volumes.rows, &volumes),
		of(&v.answers, &answers), of(&v.complaints, &complaints), of(&v.applications, &applications),
	}
}

// alike is the rest of kinds that are all key.
func alike[T any](_, _ *T) int { return 0 }

func always[T any](*T) bool { return true }

func never[T any](*T) bool { return false }

func eachRow[T any](*T) multiplicity { return several }

func nothing[T any](*T) int { return 0 }

// monthEnd is the last day of a month, of a year where the month is 0; not
// known without a year.
func monthEnd(year int16, month int8) record.Day {
	switch {
	case year == 0:
		return 0
	case month == 0:
		return record.DayOf(int(year), 12, 31)
	}
	return record.DayOf(int(year), int(month)+1, 1) - 1
}

// grainEnd is the last day of a day, month or year; not known without one.
func grainEnd(d record.Day, g record.Grain) record.Day {
	if !d.Known() {
		return 0
	}
	return g.Last(d)
}

// named compares numbers and names as texts; marks that stand where there is
// none are no number.
func named(s string) bool { return !record.Nameless(s) }

// numberedBySheet reports a number of few digits and nothing else in two sheets
// of one workbook, each of which may begin at 1.
func numberedBySheet(a, b record.Ref, number string) bool {
	return a.Source == b.Source && a.Sheet != b.Sheet && len(number) <= 4 && strings.Trim(number, "0123456789") == ""
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func count(known ...bool) int {
	n := 0
	for _, k := range known {
		n += boolInt(k)
	}
	return n
}

// intervals are the same where all their figures are: two halls have the same
// hours.
var intervals = life[record.QueueInterval]{
	kind:    "queue_interval",
	datesBy: "day",
	ref:     func(r *record.QueueInterval) record.Ref { return r.Ref },
	office:  func(r *record.QueueInterval) *string { return &r.Office },
	dated:   func(r *record.QueueInterval) record.Day { return grainEnd(r.Day, r.Grain) },
	key:     compareFigures, rest: alike[record.QueueInterval], said: nothing[record.QueueInterval],
	keyed: func(r *record.QueueInterval) bool { return r.Day.Known() },
	rows:  eachRow[record.QueueInterval],
}

// compareFigures orders intervals by all they say, so that equal ones of
// several sources come to lie side by side.
func compareFigures(a, b *record.QueueInterval) int {
	return cmp.Or(cmp.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Grain, b.Grain), cmp.Compare(a.From, b.From),
		cmp.Compare(a.To, b.To), strings.Compare(a.Service, b.Service), strings.Compare(a.Class, b.Class), strings.Compare(a.Counter, b.Counter),
		cmp.Compare(a.Counters, b.Counters), cmp.Compare(a.Count, b.Count), cmp.Compare(a.Excluded, b.Excluded), cmp.Compare(a.Late, b.Late),
		compareDurations(a.Mean, b.Mean), compareDurations(a.Max, b.Max),
		slices.CompareFunc(a.Buckets, b.Buckets, func(x, y record.Bucket) int {
			return cmp.Or(cmp.Compare(x.UpTo, y.UpTo), cmp.Compare(x.Count, y.Count))
		}))
}

// compareDurations puts what is not known first.
func compareDurations(a, b record.Duration) int {
	return cmp.Or(cmp.Compare(boolInt(a.Known), boolInt(b.Known)), cmp.Compare(a.Micros, b.Micros))
}
