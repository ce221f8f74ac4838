package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// The two levels of a funnel plot: about 2 and 3 standard errors.
const (
	FunnelWarning = 0.95
	FunnelAlarm   = 0.998
)

// FunnelShare returns the limits of a share around a target (0 to 1) for n
// cases: exact binomial, interpolated between whole cases so that the funnel is
// smooth (Spiegelhalter 2005, appendix A.1.1). n >= 1.
func FunnelShare(target float64, n int64, level float64) (lo, hi float64) {
	b := distuv.Binomial{N: float64(n), P: target}
	at := func(p float64) float64 {
		r := discreteQuantile(b.CDF, p, 0, n)
		return math.Max(0, float64(r)-overshoot(b.CDF, r, p)) / float64(n)
	}
	return at((1 - level) / 2), at((1 + level) / 2)
}

// FunnelRate returns the limits of a count around target x exposure expected
// events: exact Poisson, interpolated. Divide by the exposure for a rate.
func FunnelRate(target, exposure, level float64) (lo, hi float64) {
	mu := target * exposure
	d := distuv.Poisson{Lambda: mu}
	top := int64(mu+20*math.Sqrt(mu)) + 50
	at := func(p float64) float64 {
		r := discreteQuantile(d.CDF, p, 0, top)
		return math.Max(0, float64(r)-overshoot(d.CDF, r, p))
	}
	return at((1 - level) / 2), at((1 + level) / 2)
}

// discreteQuantile is the smallest r in lo..hi with cdf(r) >= p.
func discreteQuantile(cdf func(float64) float64, p float64, lo, hi int64) int64 {
	for lo < hi {
		mid := (lo + hi) / 2
		if cdf(float64(mid)) >= p {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// overshoot is the part of the step at r that lies beyond p.
func overshoot(cdf func(float64) float64, r int64, p float64) float64 {
	at, before := cdf(float64(r)), 0.0
	if r > 0 {
		before = cdf(float64(r - 1))
	}
	if at == before {
		return 0
	}
	return (at - p) / (at - before)
}

// FunnelPlace says where a point lies: 0 within both funnels, +-1 beyond the
// 95 % limits, +-2 beyond the 99.8 % limits; the sign is the side.
type FunnelPlace int8

// PlaceShare places hits of n against a target share.
func PlaceShare(hits, n int64, target float64) FunnelPlace {
	return place(float64(hits)/float64(n), func(level float64) (float64, float64) { return FunnelShare(target, n, level) })
}

// PlaceRate places a count against target x exposure expected events.
func PlaceRate(count int64, target, exposure float64) FunnelPlace {
	return place(float64(count), func(level float64) (float64, float64) { return FunnelRate(target, exposure, level) })
}

func place(v float64, limits func(float64) (float64, float64)) FunnelPlace {
	var p FunnelPlace
	for k, level := range []float64{FunnelWarning, FunnelAlarm} {
		lo, hi := limits(level)
		if v < lo {
			p = -FunnelPlace(k + 1)
		}
		if v > hi {
			p = FunnelPlace(k + 1)
		}
	}
	return p
}
