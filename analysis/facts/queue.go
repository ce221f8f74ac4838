package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Queue is all queue facts: one compact visit per ticket, and pooled
// intervals for exports that are already aggregated.
//
// Visits are kept, because order fairness, the hour a quota ran out and
// duplicates between overlapping exports need the single times, and because
// merging in any order forbids folding a day early. A visit is 68 bytes and
// no text; texts are codes into dictionaries.
type Queue struct {
	words     words
	visits    []Visit // one per ticket; stages of one ticket are joined when sealed
	stages    []Visit // the rows as exported, when some export has stages
	intervals []record.QueueInterval
	merged    []record.Reject // spellings brought together
	sealed    bool

	services, classes, offices first // labels that stand on their own
}

// Visit is one ticket, or one stage of it. Times are seconds since midnight;
// -1 is unknown. A ticket of several stages runs from its first take and call
// to the end of its last stage; Busy is then the time its stages were served,
// in seconds (-1: not known, or one stage only).
type Visit struct {
	Day      record.Day
	Taken    int32
	Called   int32
	Started  int32
	Ended    int32
	Busy     int32
	office   uint32
	service  uint32
	class    uint32
	stage    uint32
	counter  uint32
	series   uint32 // what stands before the running part of the number
	Stages   uint8  // rows joined; 1 for an ordinary ticket
	Status   record.Status
	Priority record.Tri
	Recalled record.Tri
	number   uint32 // hash of the ticket number; 0 = none
	serial   int32  // running part of the number; -1 = none
	ref      record.Ref
	// Seconds and one more, 0 = unknown: the wait and the service time as the
	// export states them, where its clocks do not tell.
	waited, served int32
}

// words are dictionaries from codes to texts; code 0 is the empty text. After
// sealing, codes are in the order of the texts, whatever came first. Codes are
// wide, because what stands in a column is the office's affair: a ticket number
// whose day stands before its running part fills 65,535 of them in a year.
type words struct {
	list []string
	code map[string]uint32
}

func (w *words) of(s string) uint32 {
	if s == "" {
		return 0
	}
	if c, ok := w.code[s]; ok {
		return c
	}
	if w.code == nil {
		w.code = map[string]uint32{}
		w.list = append(w.list, "")
	}
	c := uint32(len(w.list))
	w.list = append(w.list, s)
	w.code[s] = c
	return c
}

func (w *words) text(c uint32) string {
	if c == 0 {
		return ""
	}
	return w.list[c]
}

// numberHash is FNV-1a folded to 32 bits; 0 is kept for "no number". Equal
// numbers of different workers must meet, so the hash has no random seed.
func numberHash(s string) uint32 {
	if s == "" {
		return 0
	}
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return uint32(h^h>>32) | 1
}

func seconds(c record.Clock) int32 {
	if !c.Known() {
		return -1
	}
	return c.Seconds()
}

// Ticket folds one ticket.
func (s *Set) Ticket(t *record.Ticket) {
	q := &s.Queue
	series, serial := serialOf(t.Number)
	v := Visit{
		Day: t.Day, Taken: seconds(t.Taken), Called: seconds(t.Called), Started: seconds(t.Started), Ended: seconds(t.Ended), Busy: -1,
		office: q.words.of(t.Office), service: q.words.of(t.Service), class: q.words.of(t.Class), stage: q.words.of(t.Stage),
		counter: q.words.of(t.Counter), series: q.words.of(series), serial: serial, Stages: 1,
		Status: t.Status, Priority: t.Priority, Recalled: t.Recalled, number: numberHash(t.Number), ref: t.Ref,
	}
	if v.Taken < 0 || v.called() < 0 {
		v.waited = stated(t.Waited)
	}
	if v.start() < 0 || v.Ended < 0 {
		v.served = stated(t.Served)
	}
	q.visits = append(q.visits, v)
}

// stated keeps a duration as a visit does; one longer than a year is none.
func stated(d record.Duration) int32 {
	if sec := d.Micros / 1_000_000; d.Known && sec >= 0 && sec < 366*86400 {
		return int32(sec) + 1
	}
	return 0
}

// serialOf splits a ticket number into its series and its running part:
// "A-012" is A- and 12. The part is -1 when there is none, or one too long to
// be a running number.
func serialOf(number string) (series string, serial int32) {
	at := len(number)
	for at > 0 && number[at-1] >= '0' && number[at-1] <= '9' {
		at--
	}
	if at == len(number) || len(number)-at > 6 {
		return "", -1
	}
	for _, c := range number[at:] {
		serial = serial*10 + c - '0'
	}
	return number[:at], serial
}

// QueueInterval keeps one aggregated interval.
func (s *Set) QueueInterval(i *record.QueueInterval) {
	c := *i
	c.Buckets = slices.Clone(i.Buckets)
	s.Queue.intervals = append(s.Queue.intervals, c)
}

func (q *Queue) merge(o *Queue) {
	re := make([]uint32, max(1, len(o.words.list)))
	for i := 1; i < len(o.words.list); i++ {
		re[i] = q.words.of(o.words.list[i])
	}
	for _, v := range o.visits {
		v.recode(re)
		q.visits = append(q.visits, v)
	}
	q.intervals = append(q.intervals, o.intervals...)
	o.visits, o.intervals = nil, nil
}

// recode gives a visit's texts their new codes.
func (v *Visit) recode(re []uint32) {
	v.office, v.service, v.class, v.stage = re[v.office], re[v.service], re[v.class], re[v.stage]
	v.counter, v.series = re[v.counter], re[v.series]
}

// seal brings spellings together, recodes texts by their order, sorts visits,
// sets duplicates aside and joins the stages of a ticket.
func (q *Queue) seal(out *findings) {
	q.spell()
	q.recode()
	slices.SortFunc(q.visits, compareVisits)
	kept := q.visits[:0]
	for i, v := range q.visits {
		if n := len(kept); i > 0 && n > 0 && same(&kept[n-1], &v) {
			out.add(record.Reject{Ref: v.ref, Code: reject.DuplicateRow, Other: kept[n-1].ref})
			continue
		}
		kept = append(kept, v)
	}
	kept = fuller(kept, out)
	q.visits = slices.Clip(kept)
	slices.SortFunc(q.intervals, compareIntervals)
	ivs := q.intervals[:0]
	for _, v := range q.intervals {
		if n := len(ivs); n > 0 && sameInterval(&ivs[n-1], &v) {
			out.add(record.Reject{Ref: v.Ref, Code: reject.DuplicateRow, Other: ivs[n-1].Ref})
			continue
		}
		ivs = append(ivs, v)
	}
	q.intervals, q.sealed = ivs, true
	q.join()
}

func (q *Queue) recode() {
	old := q.words.list
	if len(old) == 0 {
		return
	}
	sorted := slices.Clone(old)
	slices.Sort(sorted)
	re := make([]uint32, len(old))
	for i, s := range old {
		at, _ := slices.BinarySearch(sorted, s)
		re[i] = uint32(at)
	}
	q.words = words{list: sorted, code: map[string]uint32{}}
	for i, s := range sorted[1:] {
		q.words.code[s] = uint32(i + 1)
	}
	for i := range q.visits {
		q.visits[i].recode(re)
	}
}

// compareVisits orders by what identifies a ticket, then by place, so that the
// first of equal tickets is the one to keep.
func compareVisits(a, b Visit) int {
	if c := compareIdentity(&a, &b); c != 0 {
		return c
	}
	return compareRef(a.ref, b.ref)
}

func compareRef(a, b record.Ref) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
}

func compareIdentity(a, b *Visit) int {
	if c := cmp.Or(cmp.Compare(a.office, b.office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Taken, b.Taken)); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(a.service, b.service), cmp.Compare(a.class, b.class), cmp.Compare(a.stage, b.stage),
		cmp.Compare(a.Called, b.Called), cmp.Compare(a.Started, b.Started), cmp.Compare(a.Ended, b.Ended),
		cmp.Compare(a.Status, b.Status), cmp.Compare(a.number, b.number), cmp.Compare(a.waited, b.waited), cmp.Compare(a.served, b.served))
}

// same reports a duplicate: the same ticket number, stage and times on the
// same day of the same office. Tickets without a number are never duplicates:
// two people may well share every time.
func same(a, b *Visit) bool {
	return a.number != 0 && a.Day.Known() && compareIdentity(a, b) == 0
}

func compareIntervals(a, b record.QueueInterval) int {
	return cmp.Or(compareFigures(&a, &b), compareRef(a.Ref, b.Ref))
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
	known := func(d record.Duration) int {
		if d.Known {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(known(a), known(b)), cmp.Compare(a.Micros, b.Micros))
}

// sameInterval reports the same interval from another source: identical in
// every figure. Within one source two equal intervals are two intervals.
func sameInterval(a, b *record.QueueInterval) bool {
	return a.Ref.Source != b.Ref.Source && a.Day.Known() && compareFigures(a, b) == 0
}
