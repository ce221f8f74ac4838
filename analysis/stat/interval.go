package stat

import (
	"math"
	"math/big"

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
func Rates(a, b int64, level float64) RateRatio {
	n := a + b
	tail := (1 - level) / 2
	r := RateRatio{P: binomialTest(a, n)}
	if a > 0 {
		r.Lo = odds(distuv.Beta{Alpha: float64(a), Beta: float64(b) + 1}.Quantile(tail))
	}
	if b == 0 {
		r.Open, r.Ratio = true, math.Inf(1)
		return r
	}
	r.Ratio = float64(a) / float64(b)
	r.Hi = odds(distuv.Beta{Alpha: float64(a) + 1, Beta: float64(b)}.Quantile(1 - tail))
	return r
}

func odds(p float64) float64 { return p / (1 - p) }

// binomialTest is the two-sided exact test of p = 1/2 by summing all outcomes
// no likelier than the observed one, with R's relative tolerance of 1e-7.
func binomialTest(k, n int64) float64 {
	b := distuv.Binomial{N: float64(n), P: 0.5}
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
	// X_(r) <= q with probability 1 - P(B <= r-1); ranks from 1.
	lo = 0
	for r := 1; r <= n && b.CDF(float64(r-1)) <= tail; r++ {
		lo = r
	}
	hi = n + 1
	for r := n; r >= 1 && 1-b.CDF(float64(r-1)) <= tail; r-- {
		hi = r
	}
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

// SampleSize is the number of respondents that Krejcie and Morgan (1970)
// require for a population: X2*N*P(1-P) / (d2(N-1) + X2*P(1-P)) with
// X2 = 3.841, P = 0.5, d = 0.05, rounded to nearest. Exact until rounded.
func SampleSize(population int64) int64 {
	if population <= 0 {
		return 0
	}
	x2 := big.NewRat(3841, 1000)
	quarter := big.NewRat(1, 4)
	num := new(big.Rat).Mul(x2, quarter)
	den := new(big.Rat).Add(new(big.Rat).Mul(big.NewRat(25, 10000), big.NewRat(population-1, 1)), num)
	s := new(big.Rat).Quo(new(big.Rat).Mul(num, big.NewRat(population, 1)), den)
	s.Add(s, big.NewRat(1, 2))
	return new(big.Int).Quo(s.Num(), s.Denom()).Int64()
}
