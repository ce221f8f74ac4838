package stat

import (
	"math"
	"slices"
)

// Share is one month of a p or u chart: events among a number of items (p) or
// over an amount of exposure (u). A month without items is a gap.
type Share struct{ Num, Den int64 }

func (s Share) obs() Obs {
	if s.Den <= 0 {
		return Obs{}
	}
	return Obs{float64(s.Num) / float64(s.Den), true}
}

// P draws a p chart of shares: limits at 3 binomial standard errors of each
// month's own size (Shewhart; Montgomery 2013, section 7.2). prime widens or
// narrows them by the spread really seen between months (Laney 2002, p').
//
// Condition without prime: items are independent and have one common chance.
// Queue tickets of a day are not independent, so prime is the right choice
// for months of thousands of tickets.
func (c Chart) P(months []Share, starts []int, prime bool) XmR {
	return c.attribute(months, starts, prime, func(centre, n float64) float64 {
		return math.Sqrt(centre * (1 - centre) / n)
	})
}

// U draws a u chart of rates (events per unit of exposure): limits at 3 Poisson
// standard errors; prime as in P (Laney's u').
func (c Chart) U(months []Share, starts []int, prime bool) XmR {
	return c.attribute(months, starts, prime, func(centre, n float64) float64 {
		return math.Sqrt(centre / n)
	})
}

// C draws a c chart of counts over equal exposures; Known false is a gap, a
// known zero is a zero. prime as in P.
func (c Chart) C(counts []Obs, starts []int, prime bool) XmR {
	months := make([]Share, len(counts))
	for i, o := range counts {
		if o.Known {
			months[i] = Share{int64(o.Value), 1}
		}
	}
	return c.U(months, starts, prime)
}

// attribute draws a chart whose limits follow each month's size. The centre is
// pooled: sum of events over sum of items.
func (c Chart) attribute(months []Share, starts []int, prime bool, se func(centre, n float64) float64) XmR {
	obs := make([]Obs, len(months))
	for i, m := range months {
		obs[i] = m.obs()
	}
	x := blank(len(obs))
	for first, last := range stretches(len(obs), starts) {
		p := Phase{First: first, Last: last}
		var num, den int64
		for _, m := range months[first : last+1] {
			if m.Den <= 0 {
				continue
			}
			p.N++
			if c.Fix == 0 || p.N <= c.Fix {
				p.Base++
				num, den = num+m.Num, den+m.Den
			}
		}
		if p.N < 2 {
			continue
		}
		p.Mean = float64(num) / float64(den)
		p.Trial = p.Base < c.MinPoints
		spread := 1.0
		if prime {
			spread = c.laney(&p, months, obs, se)
		}
		for i := first; i <= last; i++ {
			if obs[i].Known {
				s := spread * se(p.Mean, float64(months[i].Den))
				x.Lines[i] = Bounds{p.Mean, p.Mean - 3*s, p.Mean + 3*s, p.Mean - 2*s, p.Mean + 2*s, true}
				p.Lower, p.Upper, p.Near = p.Mean-3*s, p.Mean+3*s, 2*s // of the last point
			}
		}
		x.Phases = append(x.Phases, p)
		c.flag(&x, obs, p)
	}
	x.close()
	return x
}

// laney is sigma z: the mean moving range of the months' z-scores over d2. It
// moves the centre to the median where months stood still, as calm does.
func (c Chart) laney(p *Phase, months []Share, obs []Obs, se func(centre, n float64) float64) float64 {
	values, ranges := c.zRanges(p, months, obs, se)
	p.Ranges = len(ranges)
	if p.Ranges == 0 || math.IsNaN(ranges[0]) { // every month 0 % or 100 %
		return 1
	}
	p.Range, p.Screened = c.meanRange(ranges)
	if !c.Median || slices.Min(values) == slices.Max(values) {
		return p.Range / d2
	}
	out := 0
	for i := p.First; i <= p.Last; i++ {
		if obs[i].Known && math.Abs(obs[i].Value-p.Mean) > 3*p.Range/d2*se(p.Mean, float64(months[i].Den)) {
			out++
		}
	}
	if p.Range > 0 && 2*out <= p.N {
		return p.Range / d2
	}
	if centre := middle(slices.Sorted(slices.Values(values))); se(centre, 1) > 0 {
		p.Mean, p.Median = centre, true
		_, ranges = c.zRanges(p, months, obs, se)
	}
	p.Range, p.Screened = mean(ranges), 0
	return p.Range / d2
}

// zRanges are the shares of the points that limits come from, and the moving
// ranges of their z-scores.
func (c Chart) zRanges(p *Phase, months []Share, obs []Obs, se func(centre, n float64) float64) (values, ranges []float64) {
	z := func(i int) float64 { return (obs[i].Value - p.Mean) / se(p.Mean, float64(months[i].Den)) }
	for i, seen := p.First, 0; i <= p.Last; i++ {
		if !obs[i].Known {
			continue
		}
		if seen++; c.Fix > 0 && seen > c.Fix {
			break
		}
		values = append(values, obs[i].Value)
		if i > p.First && obs[i-1].Known {
			ranges = append(ranges, math.Abs(z(i)-z(i-1)))
		}
	}
	return values, ranges
}
