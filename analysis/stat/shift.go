package stat

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Shifted is how far one sample lies from another, in the unit of the values.
type Shifted struct {
	Interval                // the Hodges-Lehmann shift, first minus second
	MeanDiff, MedianDiff    float64
	Exact                   bool // the level is from the exact distribution of U
	LowestRank, HighestRank int64
}

// HodgesLehmann is the median of all differences a_i - b_j (Hodges and Lehmann
// 1963) with the interval that inverts the rank sum test (Moses; Hollander and
// Wolfe 1999, section 4.3): exact as in R's wilcox.test for fewer than 50 values
// on each side without ties, else from the normal curve with variance corrected
// for ties. Level is the one reached in the exact case. Never all pairs are
// built: each order statistic is found by bisection in O((n+m) log range).
//
// It is refused when a sample is empty, or too small for any interval.
// Conditions: independence (see MannWhitney) and one shape, shifted.
func HodgesLehmann[T Number](a, b []T, level float64) (Shifted, error) {
	if len(a) == 0 || len(b) == 0 {
		return Shifted{}, &Refusal{Reason: Empty}
	}
	d := newDifferences(a, b)
	s := Shifted{MeanDiff: mean(d.a) - mean(d.b), MedianDiff: middle(d.a) - middle(d.b)}
	s.Value, s.Level = d.median(), level
	ties, groups := tieSum(a, b)
	rank := d.normalRank(ties, level)
	if groups == 0 && len(a) < exactMax && len(b) < exactMax {
		s.Exact = true
		dist := uDistribution(len(a), len(b))
		rank = dist.quantile((1 - level) / 2)
		if rank < 1 {
			return s, tooFew("for an interval", min(len(a), len(b)), neededForShift(level))
		}
		s.Level = 1 - 2*dist.CDF(rank-1)
	}
	rank = max(rank, 1)
	s.LowestRank, s.HighestRank = rank, d.n()+1-rank
	s.Lo, s.Hi = d.order(rank), d.order(s.HighestRank)
	return s, nil
}

// neededForShift is the smallest equal size of two samples that allows an
// interval at a level: 2/choose(2n, n) must not exceed 1-level.
func neededForShift(level float64) int {
	n := 1
	for 2/choose(2*n, n) > 1-level {
		n++
	}
	return n
}

// differences stands for all a_i - b_j of two ascending samples.
type differences struct{ a, b []float64 }

func newDifferences[T Number](a, b []T) differences {
	conv := func(x []T) []float64 {
		out := make([]float64, len(x))
		for i, v := range x {
			out[i] = float64(v)
		}
		slices.Sort(out)
		return out
	}
	return differences{conv(a), conv(b)}
}

func middle(sorted []float64) float64 {
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func (d differences) n() int64 { return int64(len(d.a)) * int64(len(d.b)) }

func (d differences) median() float64 {
	n := d.n()
	lo := d.order((n + 1) / 2)
	if n%2 == 1 {
		return lo
	}
	return (lo + d.order(n/2+1)) / 2
}

// order is the k-th smallest difference, k from 1. It bisects over the ordered
// bits of floats, so it ends on an existing difference exactly.
func (d differences) order(k int64) float64 {
	na, nb := len(d.a), len(d.b)
	lo, hi := orderedBits(d.a[0]-d.b[nb-1]), orderedBits(d.a[na-1]-d.b[0])
	for lo < hi {
		mid := lo + int64(uint64(hi-lo)/2)
		if d.upTo(fromOrderedBits(mid)) >= k {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return fromOrderedBits(lo)
}

// upTo counts differences <= v.
func (d differences) upTo(v float64) int64 {
	var n int64
	j := 0 // b[j:] are the values with a - b <= v; as a grows they get fewer
	for _, x := range d.a {
		for j < len(d.b) && x-d.b[j] > v {
			j++
		}
		n += int64(len(d.b) - j)
	}
	return n
}

// orderedBits maps floats to integers that sort alike.
func orderedBits(v float64) int64 {
	b := int64(math.Float64bits(v + 0)) // +0 turns -0 into 0
	if b < 0 {
		return math.MinInt64 - b
	}
	return b
}

func fromOrderedBits(b int64) float64 {
	if b < 0 {
		b = math.MinInt64 - b
	}
	return math.Float64frombits(uint64(b))
}

// normalRank is C = nm/2 - z sd, the rank of the lower bound.
func (d differences) normalRank(ties, level float64) int64 {
	n1, n2 := float64(len(d.a)), float64(len(d.b))
	n := n1 + n2
	sd := math.Sqrt(n1 * n2 / 12 * ((n + 1) - ties/(n*(n-1))))
	return int64(math.Floor(n1*n2/2 - distuv.UnitNormal.Quantile(0.5+level/2)*sd))
}
