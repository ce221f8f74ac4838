package facts

import "cmp"

// visitsByMinute declares tickets where one table gives times to the minute and
// another to the second: 08:05 is 08:05:37 there, as far as one of the two has
// no seconds.
var visitsByMinute = func() life[Visit] {
	l := visits
	l.key = func(a, b *Visit) int {
		x, y := *a, *b
		x.Taken, y.Taken = minute(a.Taken), minute(b.Taken)
		return compareTake(&x, &y)
	}
	l.rest = func(a, b *Visit) int { return cmp.Or(compareCourse(a, b), cmp.Compare(a.Taken, b.Taken)) }
	l.written = func(a, b *Visit) int { return cmp.Or(cmp.Compare(a.Taken, b.Taken), cmp.Compare(a.run, b.run)) }
	l.apart = func(a, b *Visit) bool {
		if !sameMinute(a.Taken, b.Taken) {
			return true
		}
		x, y := *a, *b
		if sameMinute(a.called(), b.called()) {
			x.Called, x.Started, y.Called, y.Started = -1, -1, -1, -1
		}
		return apartTickets(&x, &y)
	}
	return l
}()

// minute is the minute of a time; -1 where it is not known.
func minute(sec int32) int32 {
	if sec < 0 {
		return -1
	}
	return sec / 60
}

// sameMinute reports times that are one, but for the seconds that one lacks.
func sameMinute(a, b int32) bool {
	return a == b || minute(a) == minute(b) && (a%60 == 0 || b%60 == 0)
}

// byMinute reports that one table gives times to the minute and another one to
// the second.
func (q *Queue) byMinute() bool {
	seconds := map[spot]bool{}
	var at spot
	var now, open bool
	for i := range q.visits {
		v := &q.visits[i]
		if v.Taken < 0 {
			continue
		}
		if s := spotOf(v.ref); !open || s != at {
			if open {
				seconds[at] = seconds[at] || now
			}
			at, now, open = s, false, true
		}
		now = now || v.Taken%60 != 0
	}
	if open {
		seconds[at] = seconds[at] || now
	}
	with := 0
	for _, has := range seconds {
		with += boolInt(has)
	}
	return with > 0 && with < len(seconds)
}
