package reform

import (
	"cmp"
	"math"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// control is the comparison with other offices over the same days.
type control struct {
	others  int // offices with tickets on either side
	used    int // offices that serve as controls
	days    [2]int
	effect  stat.Interval // difference in differences of medians, seconds
	did     stat.DiD      // the same by office, for randomisation in space
	seen    int           // offices with waits on both sides, however few
	change  [2]float64    // least and greatest change of their medians, seconds
	refused result.Text
}

// compareOffices sets the change beside that of other offices. An office
// serves as a control when it has enough days on each side itself; one with a
// handful of days would lend its chance to the comparison.
func (e *evaluation) compareOffices() control {
	var c control
	var able [][]day
	most := [2]int{}
	for _, name := range e.facts.Offices() {
		days := gather(e.facts, e.set, facts.Selection{Office: name, From: e.from, To: e.to})
		if len(days) == 0 {
			continue
		}
		c.others++
		b, a := split(days, e.day)
		nb, na := b.served(), a.served()
		most = [2]int{max(most[0], nb), max(most[1], na)}
		c.glance(b, a)
		if nb >= least && na >= least {
			able = append(able, days)
		}
	}
	switch {
	case c.others == 0:
		c.refused = result.T("tidak ada kantor lain dalam data", "there is no other office in the data")
	case len(able) == 0:
		c.refused = result.T("tidak satu pun dari {0} kantor lain memiliki sedikitnya {1} hari di tiap sisi (paling banyak {2} hari sebelum dan {3} hari sesudah)",
			"none of the {0} other offices has at least {1} days on each side (at most {2} days before and {3} after)",
			count(c.others), count(least), count(most[0]), count(most[1]))
	default:
		e.against(&c, able)
	}
	return c
}

func split(days []day, at record.Day) (before, after side) {
	return side{between(days, 0, at-1)}, side{between(days, at, math.MaxInt32)}
}

// glance notes how the median of an office moved, for a rough picture.
func (c *control) glance(b, a side) {
	if b.served() == 0 || a.served() == 0 {
		return
	}
	d := moved(b, a)
	if c.seen == 0 {
		c.change = [2]float64{d, d}
	}
	c.seen++
	c.change = [2]float64{min(c.change[0], d), max(c.change[1], d)}
}

func moved(b, a side) float64 {
	ch := changeOf(b, a)
	return ch.After - ch.Before
}

func changeOf(b, a side) stat.Change {
	return stat.Change{Before: float(b.cluster().Exact(stat.MedianOf())), After: float(a.cluster().Exact(stat.MedianOf()))}
}

// pooled puts the days of several offices together by date, ascending.
func pooled(in []day) side {
	slices.SortStableFunc(in, func(a, b day) int { return cmp.Compare(a.at, b.at) })
	var out []day
	for _, d := range in {
		if n := len(out); n > 0 && out[n-1].at == d.at {
			out[n-1].waits = slices.Concat(out[n-1].waits, d.waits)
			out[n-1].tickets += d.tickets
			continue
		}
		out = append(out, day{at: d.at, tickets: d.tickets, waits: d.waits})
	}
	return side{out}
}

// against computes the difference in differences on the days that the office
// and all controls cover; the controls of one day are pooled, since they share
// what happened that day.
func (e *evaluation) against(c *control, able [][]day) {
	from, to := e.before.first(), e.after.last()
	for _, days := range able {
		from, to = max(from, days[0].at), min(to, days[len(days)-1].at)
	}
	b, a := side{between(e.before.days, from, to)}, side{between(e.after.days, from, to)}
	var pb, pa []day
	var changes []stat.Change
	for _, days := range able {
		ob, oa := split(between(days, from, to), e.day)
		pb, pa = append(pb, ob.days...), append(pa, oa.days...)
		if ob.served() > 0 && oa.served() > 0 {
			changes = append(changes, changeOf(ob, oa))
		}
	}
	v, err := boot.DiD(b.cluster(), a.cluster(), pooled(pb).cluster(), pooled(pa).cluster(), stat.MedianOf())
	if err == nil {
		c.did, err = stat.DiffInDiff(changeOf(b, a), changes)
	}
	if err != nil {
		c.refused = reason(err)
		return
	}
	c.effect, c.used, c.days = v[0], len(changes), [2]int{b.served(), a.served()}
}
