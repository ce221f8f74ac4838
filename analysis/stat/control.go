package stat

import "math"

// Obs is one point of a control chart; an unknown one is a gap.
type Obs struct {
	Value float64
	Known bool
}

// Rule is the special-cause rule a point meets, strongest first.
type Rule uint8

const (
	Common     Rule = iota
	Limit           // outside the process limits
	TrendRule       // one of Run points strictly rising or falling
	TwoOfThree      // near a limit, two of three on one side
	Shift           // one of Run points on one side of the mean
)

// String is the flag written into results.
func (r Rule) String() string {
	return [...]string{"", "limit", "trend", "two_of_three", "shift"}[r]
}

// Chart says how an XmR chart is made. The zero value is not usable; Default
// gives the published method.
type Chart struct {
	Run       int  // length of shifts and trends
	Screen    bool // drop moving ranges >= 3.267 x their mean, once
	MinPoints int  // fewer points make the limits provisional
}

// Default is the method of NHS England's Making Data Count as coded in
// NHSRplotthedots 0.2.2: runs of 7, screened moving ranges, trial limits below
// 12 points. Screening keeps one wild month from hiding the next.
var Default = Chart{Run: 7, Screen: true, MinPoints: 12}

// Phase is a stretch with its own limits.
type Phase struct {
	First, Last        int // indices, inclusive
	N                  int // known points
	Mean, Range        float64
	Lower, Upper, Near float64 // Near is the distance of the near limits from the mean
}

// XmR is a finished chart.
type XmR struct {
	Phases []Phase
	Flags  []Rule
	Rising []bool // for flagged points: above the mean, or a rising trend
	Trial  bool   // the last phase has fewer points than the minimum
}

// Make draws an XmR chart. starts lists the indices at which new limits begin
// (dated reforms); moving ranges, runs and trends never cross one, nor a gap.
func (c Chart) Make(obs []Obs, starts []int) XmR {
	x := XmR{Flags: make([]Rule, len(obs)), Rising: make([]bool, len(obs))}
	from := 0
	for _, s := range append(append([]int{}, starts...), len(obs)) {
		if s <= from || s > len(obs) {
			continue
		}
		if p, ok := c.phase(obs, from, s-1); ok {
			x.Phases = append(x.Phases, p)
			c.flag(&x, obs, p)
		}
		from = s
	}
	if n := len(x.Phases); n > 0 {
		x.Trial = x.Phases[n-1].N < c.MinPoints
	}
	return x
}

func (c Chart) phase(obs []Obs, first, last int) (Phase, bool) {
	p := Phase{First: first, Last: last}
	var sum float64
	var ranges []float64
	for i := first; i <= last; i++ {
		if !obs[i].Known {
			continue
		}
		sum += obs[i].Value
		p.N++
		if i > first && obs[i-1].Known {
			ranges = append(ranges, math.Abs(obs[i].Value-obs[i-1].Value))
		}
	}
	if p.N < 2 || len(ranges) == 0 {
		return p, false
	}
	p.Mean = sum / float64(p.N)
	p.Range = mean(ranges)
	if c.Screen {
		p.Range = screened(ranges, 3.267*p.Range)
	}
	p.Lower, p.Upper = p.Mean-2.66*p.Range, p.Mean+2.66*p.Range
	p.Near = 2.66 * p.Range * 2 / 3
	return p, true
}

func mean(x []float64) float64 {
	var s float64
	for _, v := range x {
		s += v
	}
	return s / float64(len(x))
}

// screened is the mean of the ranges below a bound; all of them when none is.
func screened(ranges []float64, bound float64) float64 {
	var kept []float64
	for _, r := range ranges {
		if r < bound {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		return mean(ranges)
	}
	return mean(kept)
}

// flag applies the four rules; weaker rules are applied first and overwritten.
func (c Chart) flag(x *XmR, obs []Obs, p Phase) {
	side := func(i int) int {
		switch {
		case !obs[i].Known || obs[i].Value == p.Mean:
			return 0
		case obs[i].Value > p.Mean:
			return 1
		}
		return -1
	}
	set := func(i int, r Rule, up bool) { x.Flags[i], x.Rising[i] = r, up }
	c.runs(p, side, func(i, dir int) { set(i, Shift, dir > 0) })
	twoOfThree(p, obs, side, func(i int) { set(i, TwoOfThree, side(i) > 0) })
	c.trends(p, obs, func(i, dir int) { set(i, TrendRule, dir > 0) })
	for i := p.First; i <= p.Last; i++ {
		if obs[i].Known && (obs[i].Value > p.Upper || obs[i].Value < p.Lower) {
			set(i, Limit, obs[i].Value > p.Upper)
		}
	}
}

func (c Chart) runs(p Phase, side func(int) int, mark func(i, dir int)) {
	run, dir := 0, 0
	for i := p.First; i <= p.Last+1; i++ {
		s := 0
		if i <= p.Last {
			s = side(i)
		}
		if s != 0 && s == dir {
			run++
			continue
		}
		for k := i - run; run >= c.Run && k < i; k++ {
			mark(k, dir)
		}
		run, dir = 1, s
	}
}

func (c Chart) trends(p Phase, obs []Obs, mark func(i, dir int)) {
	steps, dir := 0, 0
	for i := p.First + 1; i <= p.Last+1; i++ {
		s := 0
		if i <= p.Last && obs[i].Known && obs[i-1].Known {
			s = sign(obs[i].Value - obs[i-1].Value)
		}
		if s != 0 && s == dir {
			steps++
			continue
		}
		for k := i - 1 - steps; steps >= c.Run-1 && k < i; k++ {
			mark(k, dir)
		}
		steps, dir = 1, s
		if s == 0 {
			steps = 0
		}
	}
}

func sign(d float64) int {
	switch {
	case d > 0:
		return 1
	case d < 0:
		return -1
	}
	return 0
}

func twoOfThree(p Phase, obs []Obs, side func(int) int, mark func(int)) {
	near := func(i int) bool {
		d := math.Abs(obs[i].Value - p.Mean)
		return obs[i].Known && d > p.Near && obs[i].Value <= p.Upper && obs[i].Value >= p.Lower
	}
	for i := p.First; i+2 <= p.Last; i++ {
		if s := side(i); s == 0 || side(i+1) != s || side(i+2) != s {
			continue
		}
		n := 0
		for k := i; k < i+3; k++ {
			if near(k) {
				n++
			}
		}
		for k := i; n >= 2 && k < i+3; k++ {
			if near(k) {
				mark(k)
			}
		}
	}
}
