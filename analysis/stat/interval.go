package stat

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Wilson returns the score interval of a share at a confidence level
// (Wilson 1927). It needs n >= 1 independent observations.
func Wilson(hits, n int64, level float64) (lo, hi float64) {
	z := distuv.UnitNormal.Quantile(0.5 + level/2)
	nn, p := float64(n), float64(hits)/float64(n)
	mid := (p + z*z/(2*nn)) / (1 + z*z/nn)
	half := z / (1 + z*z/nn) * math.Sqrt(p*(1-p)/nn+z*z/(4*nn*nn))
	lo, hi = mid-half, mid+half
	if hits == 0 {
		lo = 0
	}
	if hits == n {
		hi = 1
	}
	return lo, hi
}

// ClopperPearson returns the exact interval of a share (Clopper and Pearson
// 1934; R's binom.test). It never covers less than its level, so it is wider
// than Wilson's: use it where a claim must stand at small n, for example for
// cases of enforcement. It needs n >= 1.
func ClopperPearson(hits, n int64, level float64) (lo, hi float64) {
	tail := (1 - level) / 2
	lo, hi = 0, 1
	if hits > 0 {
		lo = distuv.Beta{Alpha: float64(hits), Beta: float64(n-hits) + 1}.Quantile(tail)
	}
	if hits < n {
		hi = distuv.Beta{Alpha: float64(hits) + 1, Beta: float64(n - hits)}.Quantile(1 - tail)
	}
	return lo, hi
}

// Poisson returns the exact interval of a count of independent events
// (Garwood 1936), by the chi-square relation.
func Poisson(count int64, level float64) (lo, hi float64) {
	tail := (1 - level) / 2
	if count > 0 {
		lo = distuv.Gamma{Alpha: float64(count), Beta: 1}.Quantile(tail)
	}
	return lo, distuv.Gamma{Alpha: float64(count) + 1, Beta: 1}.Quantile(1 - tail)
}

// RateRatio compares two counts over equal exposures by the conditional exact
// test: given their sum, the first is binomial. P is two-sided as in R's
// poisson.test (outcomes no likelier than the observed one). Open says that
// there is no upper bound, because the second count is zero.
type RateRatio struct {
	Ratio, Lo, Hi, P float64
	Open             bool
}

// Rates returns the ratio a/b with its exact interval at a level. It needs
// a + b >= 1.
func Rates(a, b int64, level float64) RateRatio { return RatesOver(a, b, 1, 1, level) }

// RatesOver is Rates for counts over unequal exposures (days, applicants), both
// > 0: the ratio of a/exposureA to b/exposureB. Given their sum, the first
// count is binomial with p = exposureA/(exposureA+exposureB).
func RatesOver(a, b int64, exposureA, exposureB, level float64) RateRatio {
	tail := (1 - level) / 2
	scale := exposureB / exposureA
	r := RateRatio{P: binomialTest(a, a+b, exposureA/(exposureA+exposureB))}
	if a > 0 {
		r.Lo = scale * odds(distuv.Beta{Alpha: float64(a), Beta: float64(b) + 1}.Quantile(tail))
	}
	if b == 0 {
		r.Open, r.Ratio = true, math.Inf(1)
		return r
	}
	r.Ratio = scale * float64(a) / float64(b)
	r.Hi = scale * odds(distuv.Beta{Alpha: float64(a) + 1, Beta: float64(b)}.Quantile(1-tail))
	return r
}

func odds(p float64) float64 { return p / (1 - p) }

// binomialTest is the two-sided exact test of a chance by summing all outcomes
// no likelier than the observed one, with R's relative tolerance of 1e-7.
func binomialTest(k, n int64, chance float64) float64 {
	b := distuv.Binomial{N: float64(n), P: chance}
	at := b.Prob(float64(k)) * (1 + 1e-7)
	var p float64
	for i := int64(0); i <= n; i++ {
		if q := b.Prob(float64(i)); q <= at {
			p += q
		}
	}
	return math.Min(p, 1)
}

// OrderInterval returns the order statistics (0-based ranks, inclusive) that
// bound the p-quantile of n observations with at least the wanted level, the
// level really reached, and ok = false when n is too small for any. The
// interval is distribution-free (David and Nagaraja 2003, section 7.1).
func OrderInterval(n int, p, level float64) (lo, hi int, reached float64, ok bool) {
	if n < 2 {
		return 0, 0, 0, false
	}
	b := distuv.Binomial{N: float64(n), P: p}
	tail := (1 - level) / 2
	// X_(r) <= q with probability 1 - P(B <= r-1); ranks from 1. lo is the largest
	// rank with P(B <= lo-1) <= tail, hi the smallest with P(B > hi-1) <= tail.
	lo = sort.Search(n, func(k int) bool { return b.CDF(float64(k)) > tail })
	hi = 1 + sort.Search(n, func(k int) bool { return 1-b.CDF(float64(k)) <= tail })
	if lo == 0 || hi == n+1 {
		return 0, 0, 0, false
	}
	reached = b.CDF(float64(hi-1)) - b.CDF(float64(lo-1))
	return lo - 1, hi - 1, reached, true
}

// NeededFor is the smallest n for which OrderInterval exists.
func NeededFor(p, level float64) int {
	for n := 2; n < 10000; n++ {
		if _, _, _, ok := OrderInterval(n, p, level); ok {
			return n
		}
	}
	return 0
}

// QuantileInterval is the order-statistic interval of a quantile (num/den) of
// ascending values with the level really reached, as golang.org/x/perf/benchmath
// reports it: discrete ranks cannot reach 95 % exactly, so the interval is the
// narrowest with at most half of the error allowed in each tail. Value is the type 7
// quantile. Where no interval exists it is refused with the n that is needed.
//
// Condition: independent observations. Waits of one day are not; for them use
// Boot.
func QuantileInterval(sorted []int32, num, den int64, level float64) (Interval, error) {
	p := float64(num) / float64(den)
	if len(sorted) == 0 {
		return Interval{}, &Refusal{Reason: Empty, Need: NeededFor(p, level)}
	}
	lo, hi, reached, ok := OrderInterval(len(sorted), p, level)
	if !ok {
		return Interval{}, tooFew("", len(sorted), NeededFor(p, level))
	}
	v, _ := Quantile(sorted, num, den).Float64()
	return Interval{Value: v, Lo: float64(sorted[lo]), Hi: float64(sorted[hi]), Level: reached}, nil
}
