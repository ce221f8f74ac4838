package facts

import (
	"slices"

	"rapor/ingest/record"
)

// Queue is all queue facts: one compact visit per ticket, and pooled
// intervals for exports that are already aggregated.
//
// Visits are kept, because order fairness, the hour a quota ran out and
// duplicates between overlapping exports need the single times, and because
// merging in any order forbids folding a day early. A visit is 76 bytes and
// no text; texts are codes into dictionaries.
type Queue struct {
	words     dictionaries
	visits    []Visit // one per ticket; stages of one ticket are joined when sealed
	stages    []Visit // the rows as exported, when some export has stages
	intervals []record.QueueInterval
	merged    []record.Reject // spellings brought together

	telling map[table]bool // exports in which some ticket says whether it has priority

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
	code     [columns]uint32
	Stages   uint8 // rows joined; 1 for an ordinary ticket
	Status   record.Status
	Priority record.Tri
	Recalled record.Tri
	run      int32 // running part of the number, its width and the way it is written; below 0: see splitNumber
	ref      record.Ref
	// Seconds and one more, 0 = unknown: the wait and the service time as the
	// export states them, where its clocks do not tell.
	waited, served int32
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
	series, run := splitNumber(t.Number)
	v := Visit{
		Day: t.Day, Taken: seconds(t.Taken), Called: seconds(t.Called), Started: seconds(t.Started), Ended: seconds(t.Ended), Busy: -1,
		Stages: 1, Status: t.Status, Priority: t.Priority, Recalled: t.Recalled, run: run, ref: t.Ref,
	}
	for i, text := range [columns]string{t.Office, t.Service, t.Class, t.Stage, t.Counter, series} {
		v.code[i] = q.words[i].of(text)
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

// QueueInterval keeps one aggregated interval.
func (s *Set) QueueInterval(i *record.QueueInterval) {
	c := *i
	c.Buckets = slices.Clone(i.Buckets)
	s.Queue.intervals = append(s.Queue.intervals, c)
}

func (q *Queue) merge(o *Queue) {
	re := q.words.take(&o.words)
	q.visits = slices.Grow(q.visits, len(o.visits))
	for _, v := range o.visits {
		v.recode(&re)
		q.visits = append(q.visits, v)
	}
	o.visits = nil
}

// seal brings spellings together, gives texts codes in their order, settles
// which rows are one ticket and joins the stages of a ticket.
func (q *Queue) seal(out *findings) {
	q.spell()
	re := q.words.sort()
	for i := range q.visits {
		q.visits[i].recode(&re)
	}
	q.plainSeries()
	if q.byMinute() {
		q.visits = slices.Clip(visitsByMinute.settle(q.visits, out))
		slices.SortFunc(q.visits, compareVisits)
	} else {
		q.visits = slices.Clip(visits.settle(q.visits, out))
	}
	for i := range out.copies {
		c := &out.copies[i]
		at := slices.IndexFunc(q.visits, func(v Visit) bool { return spotOf(v.ref) == spotOf(c.Tables[0]) })
		if at >= 0 {
			c.Office = q.words[inOffice].text(q.visits[at].code[inOffice])
		}
	}
	q.join()
	q.tell()
}
