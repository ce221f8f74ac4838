package reform

import (
	"math"
	"slices"

	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// check is the effect computed in another way.
type check struct {
	kind    kind
	value   stat.Interval // seconds
	days    [2]int        // before, after
	refused result.Text   // why it could not be computed
}

// kind names a check.
type kind uint8

const (
	allDays       kind = iota // difference of medians over all days
	noSettling                // without the first two weeks
	sameSeason                // against the same days of the year before
	sameVolume                // on days with alike numbers of tickets
	bySeries                  // effect at the end of the time series
	seriesSettled             // the same without the first two weeks
	byDay                     // the same by day instead of week
	offices                   // difference in differences against other offices
)

// agrees reports whether a check points the same way as the main difference,
// and clear whether its interval leaves out zero.
func (c *check) agrees(main stat.Interval) bool {
	return c.refused.Empty() && math.Signbit(c.value.Value) == math.Signbit(main.Value)
}

func (c *check) clear() bool { return c.refused.Empty() && c.value.Excludes(0) }

// sensitivity computes the effect otherwise, in the order of the table.
func (e *evaluation) sensitivity() []check {
	later := side{between(e.after.days, e.day+settle, e.to)}
	season := e.seasonBefore()
	calmBefore, calmAfter := e.alike()
	out := []check{
		{kind: allDays, value: e.median().diff, days: [2]int{e.before.served(), e.after.served()}},
		medianCheck(noSettling, e.before, later),
		medianCheck(sameSeason, season, e.after),
		medianCheck(sameVolume, calmBefore, calmAfter),
	}
	main := check{kind: bySeries}
	main.take(e.series.its, e.series.refused)
	settled := check{kind: seriesSettled}
	settled.take(e.series.settled())
	out = append(out, main, settled)
	if len(e.daily.first) > 0 {
		c := check{kind: byDay}
		c.take(e.daily.its, e.daily.refused)
		out = append(out, c)
	}
	did := check{kind: offices, value: e.control.effect, days: e.control.days, refused: e.control.refused}
	return append(out, did)
}

// take fills a check from a fitted series; days are its points.
func (c *check) take(r stat.ITS, err error) {
	if err != nil {
		c.refused = reason(err)
		return
	}
	c.value, c.days = r.EffectEnd.Interval, [2]int{r.Before, r.After}
}

func medianCheck(k kind, before, after side) check {
	c := check{kind: k, days: [2]int{before.served(), after.served()}}
	d, err := boot.Difference(before.cluster(), after.cluster(), stat.MedianOf())
	if err != nil {
		c.refused = reason(err)
		return c
	}
	c.value = d[0]
	return c
}

// seasonBefore are the days before the change that lie a year before the days
// after it.
func (e *evaluation) seasonBefore() side {
	return e.before.keep(func(d *day) bool {
		y, m, n := d.at.Date()
		later := record.DayOf(y+1, m, n)
		return later >= e.day && later <= e.after.last()
	})
}

// alike are the days of both sides with as many tickets as both sides know:
// between the higher of the two 10% quantiles and the lower of the two 90%
// quantiles of tickets per day. It separates fewer people from shorter waits.
func (e *evaluation) alike() (before, after side) {
	b, a := e.before.crowd(), e.after.crowd()
	lo := max(float(stat.Quantile(b, 1, 10)), float(stat.Quantile(a, 1, 10)))
	hi := min(float(stat.Quantile(b, 9, 10)), float(stat.Quantile(a, 9, 10)))
	ok := func(d *day) bool { return float64(d.tickets) >= lo && float64(d.tickets) <= hi }
	return e.before.keep(ok), e.after.keep(ok)
}

// crowd are the tickets of each day, ascending.
func (s side) crowd() []int32 {
	out := make([]int32, len(s.days))
	for i := range s.days {
		out[i] = s.days[i].tickets
	}
	slices.Sort(out)
	return out
}

// find is a check by its kind.
func (e *evaluation) find(k kind) (check, bool) {
	for _, c := range e.checks {
		if c.kind == k {
			return c, c.refused.Empty()
		}
	}
	return check{}, false
}
