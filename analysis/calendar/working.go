package calendar

import (
	"slices"
	"time"

	"rapor/ingest/record"
)

// Calendar knows which days are worked: Monday to Friday, less holidays.
type Calendar struct{ holidays []record.Day }

// New returns a calendar with the given holidays, in any order.
func New(holidays []record.Day) *Calendar {
	h := slices.Clone(holidays)
	slices.Sort(h)
	return &Calendar{holidays: slices.Compact(h)}
}

// Working reports whether a day is a working day.
func (c *Calendar) Working(d record.Day) bool {
	switch d.Weekday() {
	case time.Saturday, time.Sunday:
		return false
	}
	_, off := slices.BinarySearch(c.holidays, d)
	return !off
}

// Between counts the working days after from up to and including to: day 0 is
// the day of the event, counting starts on the next working day. It is 0 when
// to is not after from.
func (c *Calendar) Between(from, to record.Day) int {
	n := 0
	for d := from + 1; d <= to; d++ {
		if c.Working(d) {
			n++
		}
	}
	return n
}

// In counts the working days of a period.
func (c *Calendar) In(p Period) int { return c.Between(p.From-1, p.To) }

// Add returns the n-th working day after a day.
func (c *Calendar) Add(d record.Day, n int) record.Day {
	for n > 0 {
		d++
		if c.Working(d) {
			n--
		}
	}
	return d
}
