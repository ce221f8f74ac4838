package stat

import (
	"math"
	"math/big"

	"gonum.org/v1/gonum/stat/distuv"
)

// Stratum is one class of a mix (a service, an age band): what was counted here,
// over how much, and how large the class is in the reference mix.
type Stratum struct {
	Num, Den int64 // events or sum of seconds, over cases or exposure
	Weight   int64 // size in the reference mix, >= 0
}

// Standardised is a mix-adjusted value.
type Standardised struct {
	Value   *big.Rat // exact
	Crude   *big.Rat // sum Num / sum Den
	Covered *big.Rat // share of the reference weight whose strata have data here
	Lo, Hi  float64  // interval of Value for counts of independent events; NaN from Adjust
	Level   float64
}

// Adjust gives the value the office would have with the reference mix (direct
// standardisation): sum(w Num/Den)/sum(w). A stratum without cases here cannot
// be adjusted; it is left out with its weight and Covered tells how much is
// left. It is refused when nothing is covered.
func Adjust(strata []Stratum) (Standardised, error) {
	var num, den, weight, covered int64
	sum := new(big.Rat)
	for _, s := range strata {
		weight += s.Weight
		num, den = num+s.Num, den+s.Den
		if s.Den <= 0 || s.Weight <= 0 {
			continue
		}
		covered += s.Weight
		sum.Add(sum, new(big.Rat).Mul(big.NewRat(s.Weight, 1), big.NewRat(s.Num, s.Den)))
	}
	if covered == 0 {
		return Standardised{}, &Refusal{Reason: Empty}
	}
	return Standardised{
		Value: sum.Quo(sum, big.NewRat(covered, 1)), Crude: big.NewRat(num, den), Covered: big.NewRat(covered, weight),
		Lo: math.NaN(), Hi: math.NaN(),
	}, nil
}

// AdjustRate is Adjust for rates of independent events, with the gamma interval
// of Fay and Feuer (1997), which is Poisson's exact interval when there is one
// stratum. Num are events.
func AdjustRate(strata []Stratum, level float64) (Standardised, error) {
	s, err := Adjust(strata)
	if err != nil {
		return s, err
	}
	var covered, variance, most float64
	for _, x := range strata {
		if x.Den > 0 && x.Weight > 0 {
			covered += float64(x.Weight)
		}
	}
	for _, x := range strata {
		if x.Den > 0 && x.Weight > 0 {
			w := float64(x.Weight) / covered / float64(x.Den)
			variance += w * w * float64(x.Num)
			most = math.Max(most, w)
		}
	}
	v, tail := ratio(s.Value), (1-level)/2
	s.Level, s.Lo = level, 0
	if v > 0 {
		s.Lo = distuv.Gamma{Alpha: v * v / variance, Beta: v / variance}.Quantile(tail)
	}
	up, upVar := v+most, variance+most*most
	s.Hi = distuv.Gamma{Alpha: up * up / upVar, Beta: up / upVar}.Quantile(1 - tail)
	return s, nil
}
