package stat

import "math"

// Obs is one point of a control chart; an unknown one is a gap.
type Obs struct {
	Value float64
	Known bool
}

// Chart says how a control chart is made. The zero value is not usable;
// Default gives the published method.
type Chart struct {
	Run       int  // points that make a shift, and a trend unless Trend is set
	Trend     int  // points that make a trend; 0 means Run (NSW CEC uses 5 with shifts of 7)
	Screen    bool // drop moving ranges >= 3.267 x their mean, once (Nelson 1982)
	MinPoints int  // fewer points make the limits provisional
	Fix       int  // limits from the first Fix points of a phase only; 0 means from all
	Median    bool // where the limits would leave out most points, see calm: the median and all moving ranges
	JoinGaps  bool // close up over missing points, as NHSRplotthedots does when their rows are absent
}

// Default is the method of NHS England's Making Data Count as coded in
// NHSRplotthedots 0.2.2: runs of 7, screened moving ranges, trial limits below
// 12 points. Screening keeps one wild month from hiding the next. Deviations
// lists where we differ.
var Default = Chart{Run: 7, Screen: true, MinPoints: 12, Median: true}

const (
	xmrLimit  = 2.66  // 3 / d2, d2 = 1.128 for ranges of two
	d2        = 1.128 // mean range of two standard normal values
	screenAbs = 3.267 // D4 for ranges of two
)

// Phase is a stretch with its own limits.
type Phase struct {
	First, Last        int     // indices, inclusive
	N                  int     // known points
	Base               int     // points the limits come from: N, or Fix
	Mean, Range        float64 // mean (or median), and mean moving range after screening
	Lower, Upper, Near float64 // Near is the distance of the near limits from the mean
	Ranges, Screened   int     // moving ranges, and how many of them screening dropped
	Median             bool    // Mean is the median, and no range was screened
	Trial              bool    // the limits come from fewer points than the minimum
}

// Bounds are the lines at one point. On XmR charts they are the same through a
// phase, on p and u charts they follow the size of the month. Lower may be
// negative: draw it at 0, keep the value.
type Bounds struct {
	Centre, Lower, Upper, NearLower, NearUpper float64
	Known                                      bool
}

// XmR is a finished chart of any kind (the name is historical).
type XmR struct {
	Phases []Phase
	Flags  []Rule   // the strongest rule each point meets
	Met    []Met    // every rule each point meets
	Rising []bool   // for flagged points: above the mean, or a rising trend
	Lines  []Bounds // per point; unknown where a phase has no limits
	Trial  bool     // the last phase has fewer points than the minimum
}

// Make draws an XmR chart. starts lists the indices at which new limits begin
// (dated reforms); moving ranges, runs and trends never cross one, nor a gap.
func (c Chart) Make(obs []Obs, starts []int) XmR {
	if c.JoinGaps {
		return c.joined(obs, starts)
	}
	x := blank(len(obs))
	for first, last := range stretches(len(obs), starts) {
		p, ok := c.phase(obs, first, last)
		if !ok {
			continue
		}
		for i := first; i <= last; i++ {
			x.Lines[i] = Bounds{p.Mean, p.Lower, p.Upper, p.Mean - p.Near, p.Mean + p.Near, true}
		}
		x.Phases = append(x.Phases, p)
		c.flag(&x, obs, p)
	}
	x.close()
	return x
}

func blank(n int) XmR {
	return XmR{Flags: make([]Rule, n), Met: make([]Met, n), Rising: make([]bool, n), Lines: make([]Bounds, n)}
}

func (x *XmR) close() {
	if n := len(x.Phases); n > 0 {
		x.Trial = x.Phases[n-1].Trial
	}
}

// stretches yields first and last index of each phase. Starts out of order or
// out of range are passed over.
func stretches(n int, starts []int) func(func(int, int) bool) {
	return func(yield func(int, int) bool) {
		from := 0
		for _, s := range append(append([]int{}, starts...), n) {
			if s <= from || s > n {
				continue
			}
			if !yield(from, s-1) {
				return
			}
			from = s
		}
	}
}

func (c Chart) phase(obs []Obs, first, last int) (Phase, bool) {
	p := Phase{First: first, Last: last}
	var values, ranges []float64
	for i := first; i <= last; i++ {
		if !obs[i].Known {
			continue
		}
		p.N++
		if c.Fix > 0 && p.N > c.Fix {
			continue
		}
		p.Base++
		values = append(values, obs[i].Value)
		if i > first && obs[i-1].Known {
			ranges = append(ranges, math.Abs(obs[i].Value-obs[i-1].Value))
		}
	}
	if p.N < 2 || len(ranges) == 0 {
		return p, false
	}
	p.Mean = mean(values)
	p.Ranges = len(ranges)
	p.Range, p.Screened = c.meanRange(ranges)
	p.Trial = p.Base < c.MinPoints
	if !c.calm(&p, values, ranges, xmrLimit*p.Range) {
		return p, false
	}
	p.Lower, p.Upper = p.Mean-xmrLimit*p.Range, p.Mean+xmrLimit*p.Range
	p.Near = xmrLimit * p.Range * 2 / 3
	return p, true
}

// meanRange is the mean moving range, screened once when the chart says so.
func (c Chart) meanRange(ranges []float64) (float64, int) {
	all := mean(ranges)
	if !c.Screen {
		return all, 0
	}
	var kept []float64
	for _, r := range ranges {
		if r < screenAbs*all {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 { // all ranges are zero
		return all, 0
	}
	return mean(kept), len(ranges) - len(kept)
}

func mean(x []float64) float64 {
	var s float64
	for _, v := range x {
		s += v
	}
	return s / float64(len(x))
}

// joined makes the chart of the known points alone and puts the findings back
// in their places.
func (c Chart) joined(obs []Obs, starts []int) XmR {
	c.JoinGaps = false
	var at []int
	var dense []Obs
	for i, o := range obs {
		if o.Known {
			at, dense = append(at, i), append(dense, o)
		}
	}
	var moved []int
	for _, s := range starts {
		k := 0
		for k < len(at) && at[k] < s {
			k++
		}
		moved = append(moved, k)
	}
	d := c.Make(dense, moved)
	x := blank(len(obs))
	for k, i := range at {
		x.Flags[i], x.Met[i], x.Rising[i], x.Lines[i] = d.Flags[k], d.Met[k], d.Rising[k], d.Lines[k]
	}
	for _, p := range d.Phases {
		p.First, p.Last = at[p.First], at[p.Last]
		x.Phases = append(x.Phases, p)
	}
	x.Trial = d.Trial
	return x
}
