package enforcement

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func spells(events []int32, open ...int32) []spell {
	var out []spell
	for _, d := range events {
		out = append(out, spell{d, true})
	}
	for _, d := range open {
		out = append(out, spell{d, false})
	}
	return out
}

// TestLeukaemiaCurves: the survival data of Miller (1997), as R's
// survfit(Surv(time, status) ~ x, aml) prints them: medians 31 and 23, lower
// limits 18 and 8, upper limits not reached.
func TestLeukaemiaCurves(t *testing.T) {
	maintained := survival(spells([]int32{9, 13, 18, 23, 31, 34, 48}, 13, 28, 45, 161))
	for i, want := range []float64{.909, .818, .716, .614, .491, .368, .184} {
		if got, _ := maintained[i].left.Float64(); math.Abs(got-want) > 6e-4 {
			t.Errorf("step %d: %v, want %v", i, got, want)
		}
	}
	none := survival(spells([]int32{5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}, 16))
	for _, c := range []struct {
		curve  []step
		median int32
		lo     float64
	}{{maintained, 31, 18}, {none, 23, 8}} {
		if d, ok := quantile(c.curve, 1, 2); !ok || d != c.median {
			t.Errorf("median %d, want %d", d, c.median)
		}
		if lo, hi := bounds(c.curve, 1, 2); lo == nil || *lo != c.lo || hi != nil {
			t.Errorf("limits %v %v, want %v and none", lo, hi, c.lo)
		}
	}
}

// TestWithoutCensoringTheCurveIsTheShare: then 1 - S(t) is the plain share of
// events up to t, and a quantile is an order statistic.
func TestWithoutCensoringTheCurveIsTheShare(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		var days []int32
		for range 1 + r.IntN(40) {
			days = append(days, int32(r.IntN(30)))
		}
		curve := survival(spells(days))
		for at := range int32(31) {
			var n int64
			for _, d := range days {
				if d <= at {
					n++
				}
			}
			if got := by(curve, at); got.Cmp(big.NewRat(n, int64(len(days)))) != 0 {
				t.Fatalf("seed %d, day %d: %v, want %d/%d", seed, at, got, n, len(days))
			}
		}
	}
}

// TestAgainstTheProductOfConditionalShares recomputes the curve day by day
// from plain slices.
func TestAgainstTheProductOfConditionalShares(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 2))
		var all []spell
		for range 1 + r.IntN(40) {
			all = append(all, spell{int32(r.IntN(25)), r.IntN(3) > 0})
		}
		curve := survival(all)
		left := big.NewRat(1, 1)
		for day := range int32(26) {
			var risk, events int64
			for _, s := range all {
				if s.days >= day {
					risk++
				}
				if s.days == day && s.event {
					events++
				}
			}
			if risk > 0 {
				left.Mul(left, big.NewRat(risk-events, risk))
			}
			if got := by(curve, day); new(big.Rat).Add(got, left).Cmp(big.NewRat(1, 1)) != 0 {
				t.Fatalf("seed %d, day %d: %v and %v", seed, day, got, left)
			}
		}
	}
	if _, ok := quantile(survival(spells(nil, 5, 9)), 1, 2); ok {
		t.Error("a median without one event")
	}
}
