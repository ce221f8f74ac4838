package stat

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

// Met is the set of all rules a point meets; Flags keeps only the strongest.
type Met uint8

// Has reports whether a rule is in the set.
func (m Met) Has(r Rule) bool { return m&(1<<r) != 0 }

// flag applies the four rules of Making Data Count; weaker rules are applied
// first and overwritten, so that limits > trend > two in three > shift.
func (c Chart) flag(x *XmR, obs []Obs, p Phase) {
	side := func(i int) int {
		if !obs[i].Known {
			return 0
		}
		return sign(obs[i].Value - x.Lines[i].Centre)
	}
	c.runs(p, side, func(i, dir int) { x.set(i, Shift, dir > 0) })
	twoOfThree(p, obs, x.Lines, side, func(i int) { x.set(i, TwoOfThree, side(i) > 0) })
	c.trends(p, obs, func(i, dir int) { x.set(i, TrendRule, dir > 0) })
	outside(p, obs, x)
}

func (x *XmR) set(i int, r Rule, up bool) {
	x.Flags[i], x.Rising[i] = r, up
	x.Met[i] |= 1 << r
}

func outside(p Phase, obs []Obs, x *XmR) {
	for i := p.First; i <= p.Last; i++ {
		if obs[i].Known && (obs[i].Value > x.Lines[i].Upper || obs[i].Value < x.Lines[i].Lower) {
			x.set(i, Limit, obs[i].Value > x.Lines[i].Upper)
		}
	}
}

// runs marks points of a run of Run or more on one side of the centre; a point
// on the centre belongs to neither side and breaks the run.
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
		for k := i - run; dir != 0 && run >= c.Run && k < i; k++ {
			mark(k, dir)
		}
		run, dir = 1, s
	}
}

// trends marks points of Trend or more strictly rising or falling points. A
// point at which one trend ends and another begins counts with the later one.
func (c Chart) trends(p Phase, obs []Obs, mark func(i, dir int)) {
	need := c.Trend
	if need == 0 {
		need = c.Run
	}
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
		for k := i - 1 - steps; dir != 0 && steps >= need-1 && k < i; k++ {
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

// twoOfThree marks points between near and outer limit of which two or more lie
// within three consecutive points on one side. Only the near points are marked.
func twoOfThree(p Phase, obs []Obs, lines []Bounds, side func(int) int, mark func(int)) {
	near := func(i int) bool {
		v, b := obs[i].Value, lines[i]
		return obs[i].Known && (v > b.NearUpper || v < b.NearLower) && v <= b.Upper && v >= b.Lower
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
