package reform

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// difference is one measure on both sides and after minus before, with its
// bootstrap interval over days.
type difference struct {
	name          result.Text
	unit          result.Unit
	before, after *big.Rat
	diff          stat.Interval
	known         bool   // the interval could be had
	n             [2]int // observations before and after
	nUnit         result.Unit
}

// lower reports whether the measure fell for sure, higher whether it rose.
func (d *difference) lower() bool  { return d.known && d.diff.Hi < 0 }
func (d *difference) higher() bool { return d.known && d.diff.Lo > 0 }

// exact is the difference of the two exact values.
func (d *difference) exact() *big.Rat { return new(big.Rat).Sub(d.after, d.before) }

// boot is the resampling of every interval here: of days, with a fixed seed.
var boot = stat.DefaultBoot

// contrast measures one thing on both sides; n are the observations.
func contrast(name result.Text, unit, nUnit result.Unit, b, a *stat.Cluster, m stat.Measure) difference {
	d := difference{name: name, unit: unit, before: b.Exact(m), after: a.Exact(m), n: [2]int{b.N(), a.N()}, nUnit: nUnit}
	if v, err := boot.Difference(b, a, m); err == nil {
		d.diff, d.known = v[0], true
	}
	return d
}

// circumstances are what else moved: the crowd, the counters and the time at
// the counter. Each of them alone can shorten or lengthen a queue.
func (e *evaluation) circumstances() {
	b, a := e.before, e.after
	e.volume = contrast(result.T("Tiket per hari layanan", "Tickets per service day"), result.Tickets, result.Days, b.crowds(), a.crowds(), stat.MeanOf())
	e.counters = contrast(result.T("Loket yang melayani bersamaan, terbanyak dalam sehari (rata-rata)", "Counters serving at one time, most in a day (mean)"),
		result.Count, result.Days, b.counters(), a.counters(), stat.MeanOf())
	e.service = contrast(result.T("Median waktu layanan di loket", "Median service time at the counter"), result.Seconds, result.Tickets, b.services(), a.services(), stat.MedianOf())
}

// compare makes the differences of waits. The share above the limit is one
// minus the share within it, with its bounds turned round.
func (e *evaluation) compare() []difference {
	b, a := e.before.cluster(), e.after.cluster()
	standard, long := stat.ShareWithin(e.set.WaitStandard), stat.ShareWithin(e.set.LongWait)
	measures := []stat.Measure{stat.MedianOf(), stat.QuantileOf(9, 10), standard, long}
	out := []difference{
		{name: result.T("Median tunggu", "Median wait"), unit: result.Seconds},
		{name: result.T("P90 tunggu", "P90 wait"), unit: result.Seconds},
		{name: result.T("Tunggu paling lama {0}", "Waits of at most {0}", seconds(e.set.WaitStandard)), unit: result.Share},
		{name: result.T("Tunggu lebih dari {0}", "Waits over {0}", seconds(e.set.LongWait)), unit: result.Share},
	}
	got, err := boot.Difference(b, a, measures...)
	for i, m := range measures {
		out[i].before, out[i].after = b.Exact(m), a.Exact(m)
		out[i].n, out[i].nUnit = [2]int{b.N(), a.N()}, result.Tickets
		if err == nil {
			out[i].diff, out[i].known = got[i], true
		}
	}
	last := &out[len(out)-1]
	one := big.NewRat(1, 1)
	last.before, last.after = new(big.Rat).Sub(one, last.before), new(big.Rat).Sub(one, last.after)
	last.diff.Value, last.diff.Lo, last.diff.Hi = -last.diff.Value, -last.diff.Hi, -last.diff.Lo
	return out
}

// median is the difference that carries the finding.
func (e *evaluation) median() *difference { return &e.measures[0] }

// shift compares daily medians: the days, not the applicants of one day, are
// taken as independent. All of it is after against before.
type shift struct {
	days    [2]int
	rank    stat.RankSum
	hl      stat.Shifted
	delta   *big.Rat // -1 (every day after is lower) to 1
	label   stat.Magnitude
	lower   *big.Rat // share of pairs of days in which the later day waits less
	refused error
}

func shiftOf(before, after side) shift {
	b, a := before.medians(), after.medians()
	s := shift{days: [2]int{len(b), len(a)}}
	if s.rank, s.refused = stat.MannWhitney(a, b); s.refused != nil {
		return s
	}
	if s.hl, s.refused = stat.HodgesLehmann(a, b, boot.Level); s.refused != nil {
		return s
	}
	s.delta = s.rank.CliffDelta()
	s.label = stat.CliffLabel(s.delta)
	s.lower = big.NewRat(s.rank.Less, s.rank.N())
	return s
}
