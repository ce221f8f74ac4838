package reform

import (
	"math"
	"math/big"
	"slices"

	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// model is the interrupted time series. A point without service (a holiday
// week, a day without tickets) is left out and keeps its time.
var model = func() stat.Segmented {
	m := stat.DefaultSegmented
	m.Gaps = true
	return m
}()

// settle is the settling-in time that the sensitivity check leaves out, days.
const settle = 14

// series is a series of medians with its model.
type series struct {
	weekly  bool
	first   []record.Day // first day of each point
	medians []*big.Rat   // seconds; nil = no service
	tickets []int64
	start   int // index of the first point after the change
	its     stat.ITS
	refused error
	weekday float64 // p of a weekday effect in daily residuals
	checked bool    // the weekday effect could be tested
}

// weekly makes points of seven days, counted from the change in both
// directions, so that no week is half before and half after it. A week at
// either end that the data do not cover is left out.
func (e *evaluation) weekly() series {
	s := series{weekly: true}
	first, last := e.before.first(), e.after.last()
	from := e.day
	for e.covered(from-7, first, last) {
		from -= 7
	}
	for at := from; e.covered(at, first, last); at += 7 {
		if at == e.day {
			s.start = len(s.first)
		}
		s.add(at, between(e.days, at, at+6))
	}
	return s
}

// covered reports whether the week from a day holds working days and all of
// them lie within the data.
func (e *evaluation) covered(from, first, last record.Day) bool {
	if from+6 < first || from > last {
		return false
	}
	for d := from; d <= from+6; d++ {
		if (d < first || d > last) && e.calendar.Working(d) {
			return false
		}
	}
	return true
}

// daySeries has a point for every working day, and for other days with
// tickets.
func (e *evaluation) daySeries() series {
	s := series{}
	days := append(slices.Clone(e.before.days), e.after.days...)
	at := 0
	for d := e.before.first(); d <= e.after.last(); d++ {
		open := at < len(days) && days[at].at == d
		if d == e.day {
			s.start = len(s.first)
		}
		if open {
			s.add(d, days[at:at+1])
			at++
		} else if e.calendar.Working(d) {
			s.add(d, nil)
		}
	}
	return s
}

// add appends a point over some days; all their tickets count alike.
func (s *series) add(at record.Day, days []day) {
	var waits []int32
	for i := range days {
		waits = append(waits, days[i].waits...)
	}
	slices.Sort(waits)
	s.first = append(s.first, at)
	s.medians = append(s.medians, stat.Median(waits))
	s.tickets = append(s.tickets, int64(len(waits)))
}

// known counts the points with a value on each side.
func (s *series) known() (before, after int) {
	for i, m := range s.medians {
		switch {
		case m == nil:
		case i < s.start:
			before++
		default:
			after++
		}
	}
	return before, after
}

func (s *series) obs() []stat.Obs {
	out := make([]stat.Obs, len(s.medians))
	for i, m := range s.medians {
		if m != nil {
			out[i] = stat.Obs{Value: float(m), Known: true}
		}
	}
	return out
}

func (s *series) fit() {
	if len(s.first) == 0 {
		return
	}
	s.its, s.refused = model.Fit(s.obs(), s.start)
	if s.weekly || s.refused != nil {
		return
	}
	days := make([]int, len(s.first))
	for i, d := range s.first {
		days[i] = int(d.Weekday())
	}
	if _, p, err := s.its.CheckWeekdays(days); err == nil {
		s.weekday, s.checked = p, true
	}
}

// ok reports whether there is a fitted model.
func (s *series) ok() bool { return len(s.first) > 0 && s.refused == nil }

// settled fits without the first two weeks after the change.
func (s *series) settled() (stat.ITS, error) {
	k := 0
	for i := s.start; i < len(s.first) && s.first[i] < s.first[s.start]+settle; i++ {
		k++
	}
	return model.DropFirst(s.obs(), s.start, k)
}

// placebos is the same model at dates before the change, when nothing began.
type placebos struct {
	n, strong, large int // dates tried; those with an effect as large against its error, and as large in itself
	refused          error
}

func (s *series) pretend() placebos {
	if !s.ok() {
		return placebos{refused: s.refused}
	}
	all, share, err := model.Placebos(s.obs(), s.start)
	p := placebos{n: len(all), refused: err}
	for _, a := range all {
		if math.Abs(a.Effect.Value) >= math.Abs(s.its.EffectEnd.Value) {
			p.large++
		}
	}
	p.strong = int(share*float64(len(all)) + 0.5)
	return p
}
