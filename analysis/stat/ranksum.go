package stat

import (
	"math"
	"math/big"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// RankSum is the Mann-Whitney-Wilcoxon test of two independent samples.
type RankSum struct {
	Pairs
	N1, N2      int
	U           *big.Rat // of the first sample (R's W)
	P           float64  // two-sided: exact where Exact, else with continuity correction
	PPlain      float64  // normal without continuity correction; NaN where all values are equal
	Exact       bool
	SmallestP   float64 // the smallest p these sizes could give; above 0.05 the test cannot show anything
	TiedGroups  int
	MeanU, SDU  float64 // under no difference, SD corrected for ties
	Uncorrected float64 // z without correction
}

// exactMax is the size from which R's wilcox.test goes to the normal curve.
const exactMax = 50

// MannWhitney tests whether values of a and b differ in rank (Mann and Whitney
// 1947). P is exact for fewer than 50 values on each side without ties, else
// normal with continuity correction and tie-corrected variance, both as in R's
// wilcox.test. Either sample empty is refused; all values equal gives P = 1.
//
// Condition: independent observations. Waits of one day are clustered: feed
// daily medians, or read P as description only; Boot.Difference carries the
// claim.
func MannWhitney[T Number](a, b []T) (RankSum, error) {
	r := RankSum{N1: len(a), N2: len(b)}
	if r.N1 == 0 || r.N2 == 0 {
		return r, &Refusal{Reason: Empty}
	}
	r.Pairs = ComparePairs(a, b)
	r.U = r.Pairs.U()
	u := ratio(r.U)
	n1, n2 := float64(r.N1), float64(r.N2)
	ties, groups := tieSum(a, b)
	r.TiedGroups = groups
	n := n1 + n2
	r.MeanU = n1 * n2 / 2
	r.SDU = math.Sqrt(n1 * n2 / 12 * ((n + 1) - ties/(n*(n-1))))
	r.SmallestP = math.Min(1, 2/choose(r.N1+r.N2, r.N1))
	r.P, r.PPlain = 1, math.NaN()
	d := u - r.MeanU
	if r.SDU > 0 {
		r.Uncorrected = d / r.SDU
		r.PPlain = twoSided(r.Uncorrected)
		r.P = twoSided((d - 0.5*float64(sign(d))) / r.SDU)
	}
	if groups == 0 && r.N1 < exactMax && r.N2 < exactMax {
		r.Exact = true
		dist := uDistribution(r.N1, r.N2)
		k := int64(math.Min(u, n1*n2-u)) // symmetric: use the lower tail
		r.P = math.Min(1, 2*dist.CDF(k))
	}
	return r, nil
}

// MannWhitneyExact is MannWhitney with an exact P in the presence of ties too:
// the distribution of the rank sum over all ways to deal the pooled values into
// the two samples, the smaller tail doubled, as golang.org/x/perf/benchmath has
// it up to 25 values on a side. It is refused from 50 values on a side.
func MannWhitneyExact[T Number](a, b []T) (RankSum, error) {
	r, err := MannWhitney(a, b)
	if err != nil || r.Exact {
		return r, err
	}
	if r.N1 >= exactMax || r.N2 >= exactMax {
		return r, &Refusal{Reason: Misfit, Where: "too many for the exact distribution"}
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	doubled := make([]int, len(all)) // twice the mean rank of each pooled value
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j] == all[i] {
			j++
		}
		for k := i; k < j; k++ {
			doubled[k] = i + j + 1
		}
		i = j
	}
	// Twice the rank sum is 2 U + n1 (n1 + 1).
	observed := 2*r.Greater + r.Ties + int64(r.N1)*int64(r.N1+1)
	d := sumDistribution(doubled, r.N1)
	r.Exact, r.P = true, math.Min(1, 2*math.Min(d.CDF(observed), 1-d.CDF(observed-1)))
	return r, nil
}

func twoSided(z float64) float64 { return math.Min(1, 2*distuv.UnitNormal.CDF(-math.Abs(z))) }

// tieSum is the sum of t^3 - t over groups of equal values, and their number.
func tieSum[T Number](a, b []T) (sum float64, groups int) {
	all := slices.Concat(a, b)
	slices.Sort(all)
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j] == all[i] {
			j++
		}
		if t := float64(j - i); t > 1 {
			sum += t*t*t - t
			groups++
		}
		i = j
	}
	return sum, groups
}

func choose(n, k int) float64 {
	lg := func(x int) float64 { v, _ := math.Lgamma(float64(x) + 1); return v }
	return math.Exp(lg(n) - lg(k) - lg(n-k))
}

// uDist is an exact distribution: count[u] of total ways.
type uDist struct {
	count []float64
	total float64
}

// uDistribution is the distribution of U without ties: the k-th smallest of the
// n1 chosen ranks adds its rank minus k, so U is the rank sum less n1(n1+1)/2.
func uDistribution(n1, n2 int) uDist {
	ranks := make([]int, n1+n2)
	for i := range ranks {
		ranks[i] = i + 1
	}
	d := sumDistribution(ranks, n1)
	d.count = d.count[n1*(n1+1)/2:]
	return d
}

// sumDistribution counts the ways to choose n of the ascending ranks by their
// sum. All terms are positive, so floats lose nothing that shows.
func sumDistribution(ranks []int, n int) uDist {
	top := 0
	for _, r := range ranks[len(ranks)-n:] {
		top += r
	}
	ways := make([][]float64, n+1)
	for k := range ways {
		ways[k] = make([]float64, top+1)
	}
	ways[0][0] = 1
	for i, r := range ranks {
		for k := min(i+1, n); k >= 1; k-- {
			from, to := ways[k-1], ways[k]
			for s := r; s <= top; s++ {
				to[s] += from[s-r]
			}
		}
	}
	d := uDist{count: ways[n]}
	for _, w := range d.count {
		d.total += w
	}
	return d
}

// CDF is P(U <= u).
func (d uDist) CDF(u int64) float64 {
	var s float64
	for i := int64(0); i <= u && i < int64(len(d.count)); i++ {
		s += d.count[i]
	}
	return s / d.total
}

// quantile is the smallest u with P(U <= u) >= p.
func (d uDist) quantile(p float64) int64 {
	var s float64
	for u, w := range d.count {
		if s += w; s/d.total >= p*(1-64*0x1p-52) {
			return int64(u)
		}
	}
	return int64(len(d.count) - 1)
}
