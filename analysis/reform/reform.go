// Package reform evaluates dated reforms of an office by its queue: what was
// before, what was after, how sure the difference is, and what speaks against
// it. The order is that of an honest evaluation: the data on each side, the
// volume (a quota cuts demand), differences with intervals over days, tests on
// daily medians, an interrupted time series, and what changes when it is
// computed otherwise. It says "associated with" and never "caused by"; only
// where control offices exist is the change set beside theirs.
//
// It turns facts into sentences, a figure and tables; it knows nothing of
// files, pages or indicators, and computes nothing itself that package stat
// can.
package reform

import (
	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Chapter is what the evaluation has to say.
type Chapter struct {
	Intro   []result.Text
	Figures []result.Figure
	Tables  []result.Table
}

// Study evaluates every dated reform of the setting that bears on queues, on the office's own
// tickets from January of the year before the period to the period's end. A
// reform that cannot be evaluated is named with the reason. Without reforms
// the chapter is empty.
func Study(f *facts.Set, set *office.Setting, p calendar.Period) Chapter {
	var c Chapter
	groups := grouped(set.ReformsOf("ANT"))
	if len(groups) == 0 {
		return c
	}
	y, _, _ := p.From.Date()
	s := source{facts: f, set: set, calendar: calendarOf(set), from: record.DayOf(y-1, 1, 1), to: p.To}
	s.days = gather(f, set, facts.Selection{From: s.from, To: s.to})
	for i, g := range groups {
		e := s.evaluate(g, neighbour(groups, i-1), neighbour(groups, i+1))
		c.Intro = append(c.Intro, e.sentences()...)
		if e.refused.Empty() {
			if fig, ok := e.figure(); ok {
				c.Figures = append(c.Figures, fig)
			}
			c.Tables = append(c.Tables, e.tables()...)
		}
	}
	return c
}

// change is all reforms of one day: what began together cannot be told apart.
type change struct {
	day   record.Day
	names []result.Text
}

// grouped takes the reforms in the order of their days.
func grouped(in []office.Reform) []change {
	var out []change
	for _, r := range in {
		if !r.Day.Known() {
			continue
		}
		if n := len(out); n == 0 || out[n-1].day != r.Day {
			out = append(out, change{day: r.Day})
		}
		last := &out[len(out)-1]
		last.names = append(last.names, r.Name)
	}
	return out
}

// neighbour is the day of another change; unknown when there is none.
func neighbour(groups []change, i int) record.Day {
	if i < 0 || i >= len(groups) {
		return 0
	}
	return groups[i].day
}

func calendarOf(set *office.Setting) *calendar.Calendar {
	var days []record.Day
	for _, h := range set.Holidays {
		days = append(days, h.Day)
	}
	return calendar.New(days)
}

// source is what every evaluation of one report draws on.
type source struct {
	facts    *facts.Set
	set      *office.Setting
	calendar *calendar.Calendar
	from, to record.Day // of the report's series
	days     []day      // of the office itself, ascending
}

// evaluation holds the numbers of one change, in seconds, tickets and shares.
type evaluation struct {
	*source
	change
	refused  result.Text // why there are no numbers; empty when there are
	from, to record.Day  // window: the data used lie within
	clipped  bool        // another reform bounds the window
	before   side
	after    side
	volume   difference
	counters difference   // busiest moment of a day
	service  difference   // time at the counter
	measures []difference // median, P90, within the standard, long waits
	shift    shift
	series   series
	daily    series // by day, where series is by week
	placebos placebos
	checks   []check
	control  control
}

// evaluate runs the whole order for one change. A neighbouring change bounds
// the window, since a straight line through it would mean nothing.
func (s *source) evaluate(c change, previous, next record.Day) evaluation {
	e := evaluation{source: s, change: c, from: s.from, to: s.to}
	if previous.Known() && previous > e.from {
		e.from, e.clipped = previous, true
	}
	if next.Known() && next <= e.to {
		e.to, e.clipped = next-1, true
	}
	if e.refused = e.outside(); !e.refused.Empty() {
		return e
	}
	e.before, e.after = side{between(s.days, e.from, c.day-1)}, side{between(s.days, c.day, e.to)}
	if e.refused = e.short(); !e.refused.Empty() {
		return e
	}
	e.circumstances()
	e.measures = e.compare()
	e.shift = shiftOf(e.before, e.after)
	e.fit()
	e.control = e.compareOffices()
	e.checks = e.sensitivity()
	return e
}

// fit runs the time series: by week where both sides have enough weeks, by
// day otherwise.
func (e *evaluation) fit() {
	e.series = e.weekly()
	e.daily = e.daySeries()
	if b, a := e.series.known(); b < model.GoodSide || a < model.GoodSide {
		e.series, e.daily = e.daily, series{}
	}
	e.series.fit()
	e.daily.fit()
	e.placebos = e.series.pretend()
}

// least is the number of days with waits that a side needs.
var least = max(stat.DefaultBoot.MinDays, 2)
