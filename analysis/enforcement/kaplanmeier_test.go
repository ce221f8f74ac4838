package enforcement

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"rapor/analysis/result"
	"rapor/analysis/stat"
)

func spells(events []int32, open ...int32) []stat.Span {
	var out []stat.Span
	for _, d := range events {
		out = append(out, stat.Span{Time: d, Event: true})
	}
	for _, d := range open {
		out = append(out, stat.Span{Time: d})
	}
	return out
}

func survival(spells []stat.Span) stat.Survival {
	s, _ := stat.KaplanMeier(spells, .95)
	return s
}

// TestLeukaemiaCurves: the survival data of Miller (1997) through the
// indicators' own value: medians 31 and 23 as R's survfit(Surv(time, status) ~
// x, aml) prints them, and limits as with conf.type = "log-log".
func TestLeukaemiaCurves(t *testing.T) {
	for _, c := range []struct {
		spells []stat.Span
		median int64
		lo, hi float64
	}{
		{spells([]int32{9, 13, 18, 23, 31, 34, 48}, 13, 28, 45, 161), 31, 13, 0},
		{spells([]int32{5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}, 16), 23, 5, 33},
	} {
		v := durationValue(c.spells, 1, 2, result.Acts, needExits)
		if v.Value == nil || v.Value.Cmp(big.NewRat(c.median, 1)) != 0 {
			t.Errorf("median %v, want %d", v.Value, c.median)
		}
		if v.Lo == nil || *v.Lo != c.lo || (v.Hi == nil) != (c.hi == 0) || v.Hi != nil && *v.Hi != c.hi {
			t.Errorf("limits %v %v, want %v %v", v.Lo, v.Hi, c.lo, c.hi)
		}
	}
}

// TestQuantileOnAPlateau: where the curve stands exactly at the rest, the middle
// of the stretch is the quantile, as quantile(survfit(Surv(time, status) ~ 1))
// of R gives it; the last step of a curve has no stretch behind it.
func TestQuantileOnAPlateau(t *testing.T) {
	ten := []int32{1, 2, 3, 4, 5, 6, 7, 8, 9, 20}
	for _, c := range []struct {
		name     string
		spells   []stat.Span
		num, den int64
		want     *big.Rat
	}{
		{"four, none open", spells([]int32{10, 20, 30, 40}), 1, 2, big.NewRat(25, 1)},
		{"two", spells([]int32{3, 8}), 1, 2, big.NewRat(11, 2)},
		{"ties", spells([]int32{10, 10, 30, 30}), 1, 2, big.NewRat(20, 1)},
		{"odd number", spells([]int32{10, 20, 30}), 1, 2, big.NewRat(20, 1)},
		{"one open after the plateau", spells([]int32{10, 20, 30}, 50), 1, 2, big.NewRat(25, 1)},
		{"one open within the plateau", spells([]int32{10, 20, 40}, 30), 1, 2, big.NewRat(30, 1)},
		{"plateau at the end", spells([]int32{10, 20}, 30, 40), 1, 2, big.NewRat(20, 1)},
		{"P90", spells(ten), 9, 10, big.NewRat(29, 2)},
		{"P90 of nine and one open", spells(ten[:9], 20), 9, 10, big.NewRat(9, 1)},
	} {
		v := durationValue(c.spells, c.num, c.den, result.Acts, needExits)
		if v.Value == nil || v.Value.Cmp(c.want) != 0 {
			t.Errorf("%s: %v, want %v", c.name, v.Value, c.want)
		}
		q, err := survival(c.spells).Quantile(float64(c.num) / float64(c.den))
		if want, _ := c.want.Float64(); err != nil || q.Value != want {
			t.Errorf("%s: the float curve gives %v, want %v", c.name, q.Value, want)
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
		var all []stat.Span
		for range 1 + r.IntN(40) {
			all = append(all, stat.Span{Time: int32(r.IntN(25)), Event: r.IntN(3) > 0})
		}
		curve := survival(all)
		left := big.NewRat(1, 1)
		for day := range int32(26) {
			var risk, events int64
			for _, s := range all {
				if s.Time >= day {
					risk++
				}
				if s.Time == day && s.Event {
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
	if durationValue(spells(nil, 5, 9), 1, 2, result.Acts, needExits).Known() {
		t.Error("a median without one event")
	}
}
