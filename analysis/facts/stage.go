package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
)

// join makes one visit of the stages of a ticket: an export with one row per
// ticket and stage would else count every applicant several times. Rows
// without a stage, a number or a day stay as they are.
func (q *Queue) join() {
	var staged, whole []Visit
	for _, v := range q.visits {
		if v.code[inStage] != 0 && v.run != noNumber && v.Day.Known() {
			staged = append(staged, v)
		} else {
			whole = append(whole, v)
		}
	}
	if len(staged) == 0 {
		return
	}
	q.stages = q.visits
	slices.SortFunc(staged, func(a, b Visit) int {
		return cmp.Or(compareNumber(&a, &b), cmp.Compare(a.seen(), b.seen()), compareVisits(a, b))
	})
	for i := 0; i < len(staged); {
		end := i + 1
		for end < len(staged) && compareNumber(&staged[end], &staged[i]) == 0 {
			end++
		}
		whole = append(whole, ticketOf(staged[i:end]))
		i = end
	}
	slices.SortFunc(whole, compareVisits)
	q.visits = whole
}

// compareNumber orders visits by office, day and ticket number.
func compareNumber(a, b *Visit) int {
	return cmp.Or(cmp.Compare(a.code[inOffice], b.code[inOffice]), cmp.Compare(a.Day, b.Day),
		cmp.Compare(a.code[inSeries], b.code[inSeries]), cmp.Compare(a.run, b.run))
}

// seen is when a stage was reached: its call, else the first time it has.
func (v *Visit) seen() int32 {
	for _, t := range []int32{v.Called, v.Started, v.Taken, v.Ended} {
		if t >= 0 {
			return t
		}
	}
	return -1
}

// ticketOf joins the stages of one ticket, given in the order they were
// reached. The ticket ends when its last stage does; its status is that of the
// last stage.
func ticketOf(stages []Visit) Visit {
	t := stages[0]
	last := &stages[len(stages)-1]
	t.Ended, t.Status, t.Busy, t.Stages = last.Ended, last.Status, 0, uint8(min(len(stages), 255))
	for i := range stages {
		s := &stages[i]
		if s.Taken >= 0 && (t.Taken < 0 || s.Taken < t.Taken) {
			t.Taken = s.Taken
		}
		t.Priority, t.Recalled = either(t.Priority, s.Priority), either(t.Recalled, s.Recalled)
		if b, ok := s.Service(); ok && t.Busy >= 0 {
			t.Busy += b
		} else {
			t.Busy = -1
		}
	}
	return t
}

func either(a, b record.Tri) record.Tri {
	switch {
	case a == record.Yes || b == record.Yes:
		return record.Yes
	case a == record.Unknown, a == record.Unread && b != record.Unknown:
		return b
	}
	return a
}

// called is the first call, or the start of service where no call is given; -1
// when neither is known.
func (v *Visit) called() int32 {
	if v.Called >= 0 {
		return v.Called
	}
	return v.Started
}

// start is the start of service, or the call where no start is given.
func (v *Visit) start() int32 {
	if v.Started >= 0 {
		return v.Started
	}
	return v.Called
}

// Wait is how long a visit waited, in seconds: first call less time taken, or
// to the start of service where no call is given; where clocks do not tell, as
// the export states it. ok is false when it cannot be told.
func (v *Visit) Wait() (sec int32, ok bool) {
	if end := v.called(); v.Taken >= 0 && end >= 0 {
		return end - v.Taken, end >= v.Taken
	}
	return v.waited - 1, v.waited > 0
}

// Service is how long a visit was served, in seconds: end less start, or less
// call where no start is given; where clocks do not tell, as the export states
// it; for several stages, their sum. ok is false when it cannot be told.
func (v *Visit) Service() (sec int32, ok bool) {
	if v.Stages > 1 {
		return v.Busy, v.Busy >= 0
	}
	if start := v.start(); start >= 0 && v.Ended >= 0 {
		return v.Ended - start, v.Ended >= start
	}
	return v.served - 1, v.served > 0
}

// System is the time from the ticket to the end of its last stage, in seconds.
func (v *Visit) System() (sec int32, ok bool) {
	if v.Taken < 0 || v.Ended < v.Taken {
		return 0, false
	}
	return v.Ended - v.Taken, true
}
