package facts

import "rapor/ingest/record"

// LittleDay holds both sides of Little's law for one office and day. The
// number of people in the hall, averaged over the day, must equal their rate
// of arrival times their mean time in the system. Both sides are multiplied by
// the length of the day here: person-seconds.
//
// People are tickets with a time taken that were neither cancelled nor absent.
// The left side follows them through the hall: without a recorded end they
// leave with the last person of the day. The right side knows only the tickets
// with both times. Ends that were not recorded, or clocks that disagree, set
// the sides apart.
type LittleDay struct {
	Day      record.Day
	Ref      record.Ref // first ticket of the day by place
	N        int64      // people
	Complete int64      // of them, with both times
	InHall   int64      // person-seconds spent in the hall
	Known    int64      // person-seconds of the complete ones
}

// Off reports whether the sides differ by more than a tenth, and by how much:
// hall time over the expected one, as a fraction.
func (d LittleDay) Off() (num, den int64, off bool) {
	num, den = d.InHall*d.Complete, d.Known*d.N
	diff := num - den
	if diff < 0 {
		diff = -diff
	}
	return num, den, 10*diff > den
}

// littleFloor is the least number of people with both times for which a day
// is judged.
const littleFloor = 20

// Little calls f for every day of a selection with enough tickets to judge.
func (q *Queue) Little(sel Selection, f func(LittleDay)) {
	var day []*Visit
	flush := func() {
		if d, ok := little(day); ok {
			f(d)
		}
		day = day[:0]
	}
	q.Visits(sel, func(v *Visit, _ Lane) {
		if !v.Day.Known() {
			return
		}
		if len(day) > 0 && day[0].Day != v.Day {
			flush()
		}
		day = append(day, v)
	})
	flush()
}

func little(day []*Visit) (LittleDay, bool) {
	var d LittleDay
	last := int32(-1)
	for _, v := range day {
		last = max(last, v.Ended, v.Called, v.Started, v.Taken)
	}
	for _, v := range day {
		if d.N == 0 || compareRef(v.ref, d.Ref) < 0 {
			d.Ref = v.ref
		}
		if v.Taken < 0 || v.Status == record.StatusNoShow || v.Status == record.StatusCancelled {
			continue
		}
		d.Day = v.Day
		d.N++
		if s, ok := v.System(); ok {
			d.Complete++
			d.Known += int64(s)
			d.InHall += int64(s)
		} else {
			d.InHall += int64(last - v.Taken)
		}
	}
	return d, d.Complete >= littleFloor && d.Known > 0
}
