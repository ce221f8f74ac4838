package stat

import "math"

// G draws a g chart for rare events: between holds the number of working days
// (or of cases) without an event between one event and the next. Limits are
// mean +- 3 sqrt(mean (mean + 1)) (Benneyan 2001); the lower one is below zero
// and cannot be crossed, so "too often" is seen as a shift. Runs are counted
// about the theoretical median of the geometric distribution, because the mean
// leaves far more than half of the points below it.
//
// Only limits and shifts are used: trend and two-of-three assume symmetry.
func (c Chart) G(between []int64, starts []int) XmR {
	obs := make([]Obs, len(between))
	for i, b := range between {
		obs[i] = Obs{float64(b), true}
	}
	x := blank(len(obs))
	for first, last := range stretches(len(obs), starts) {
		p := Phase{First: first, Last: last, N: last - first + 1}
		if p.N < 2 {
			continue
		}
		p.Base = p.N
		if c.Fix > 0 {
			p.Base = min(c.Fix, p.N)
		}
		for _, o := range obs[first : first+p.Base] {
			p.Mean += o.Value / float64(p.Base)
		}
		s := math.Sqrt(p.Mean * (p.Mean + 1))
		p.Lower, p.Upper, p.Near = p.Mean-3*s, p.Mean+3*s, 2*s
		p.Trial = p.Base < c.MinPoints
		mid := geometricMedian(p.Mean)
		for i := first; i <= last; i++ {
			x.Lines[i] = Bounds{mid, p.Lower, p.Upper, p.Mean - 2*s, p.Mean + 2*s, true}
		}
		x.Phases = append(x.Phases, p)
		c.runs(p, func(i int) int { return sign(obs[i].Value - mid) }, func(i, dir int) { x.set(i, Shift, dir > 0) })
		outside(p, obs, &x)
	}
	x.close()
	return x
}

// geometricMedian is the median of the number of failures before a success
// when their mean is m; for large m about 0.693 m.
func geometricMedian(m float64) float64 {
	if m <= 0 {
		return 0
	}
	return math.Log(0.5) / math.Log(m/(m+1))
}

// tPower makes exponential times nearly normal (Nelson 1994).
const tPower = 3.6

// T draws a t chart of the times between rare events, in any unit: an XmR chart
// of time^(1/3.6), with the lines turned back into the unit (Nelson 1994).
// Times must be >= 0; a lower limit below zero is turned into 0.
func (c Chart) T(times []Obs, starts []int) XmR {
	y := make([]Obs, len(times))
	for i, o := range times {
		if o.Known && o.Value >= 0 {
			y[i] = Obs{math.Pow(o.Value, 1/tPower), true}
		}
	}
	x := c.Make(y, starts)
	back := func(v float64) float64 { return math.Pow(math.Max(v, 0), tPower) }
	for i, b := range x.Lines {
		x.Lines[i] = Bounds{back(b.Centre), back(b.Lower), back(b.Upper), back(b.NearLower), back(b.NearUpper), b.Known}
	}
	for i, p := range x.Phases {
		near := back(p.Mean + p.Near)
		p.Lower, p.Upper, p.Mean = back(p.Lower), back(p.Upper), back(p.Mean)
		p.Near = near - p.Mean
		x.Phases[i] = p
	}
	return x
}
