package stat

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if math.Abs(got-want) > tol {
		t.Errorf("%s = %.8f, want %.8f", what, got, want)
	}
}

func f(r *big.Rat) float64 { v, _ := r.Float64(); return v }

func TestTQ1Percentiles(t *testing.T) {
	x := []int32{3, 5, 8, 12, 13, 21, 34, 55, 89, 144}
	near(t, "P50", f(Median(x)), 17, 0)
	near(t, "P90", f(Quantile(x, 9, 10)), 94.5, 0)
	near(t, "P95", f(Quantile(x, 95, 100)), 119.25, 0)
	y := make([]float64, len(x))
	for i, v := range x {
		y[i] = float64(v)
	}
	near(t, "P50 type 6", type6(y, .5), 17, 1e-12)
	near(t, "P90 type 6", type6(y, .9), 138.5, 1e-9)
	if Quantile(nil, 1, 2) != nil {
		t.Error("an empty sample has a median")
	}
}

func TestTB3PoissonExact(t *testing.T) {
	for _, tc := range []struct {
		n      int64
		lo, hi float64
	}{{0, 0, 3.6889}, {1, .0253, 5.5716}, {3, .6187, 8.7673}, {5, 1.6235, 11.6683}, {12, 6.2006, 20.9616}, {30, 20.2409, 42.8269}, {190, 163.9430, 219.0216}} {
		lo, hi := Poisson(tc.n, .95)
		near(t, "lo", lo, tc.lo, 5e-5)
		near(t, "hi", hi, tc.hi, 5e-5)
	}
	r := Rates(12, 5, .95)
	near(t, "RR", r.Ratio, 2.4, 1e-12)
	near(t, "RR lo", r.Lo, .78705, 5e-6)
	near(t, "RR hi", r.Hi, 8.69598, 5e-6)
	near(t, "RR p", r.P, .14346, 5e-6)
	if z := Rates(4, 0, .95); !z.Open || z.Lo <= 0 {
		t.Errorf("4 against 0: %+v", z)
	}
}

func TestTB4WilsonAndHHI(t *testing.T) {
	for _, tc := range []struct {
		k, n   int64
		lo, hi float64
	}{{180, 200, .85059, .93433}, {8, 10, .49016, .94332}, {0, 12, 0, .24249}, {12, 12, .75751, 1}} {
		lo, hi := Wilson(tc.k, tc.n, .95)
		near(t, "lo", lo, tc.lo, 5e-6)
		near(t, "hi", hi, tc.hi, 5e-6)
	}
	near(t, "HHI", f(HHI([]int64{5, 3, 2, 1, 1})), .277778, 5e-7)
}

func TestTC3KrejcieMorgan(t *testing.T) {
	for n, want := range map[int64]int64{10: 10, 15: 14, 20: 19, 50: 44, 100: 80, 200: 132, 300: 169, 500: 217, 1000: 278,
		1500: 306, 2000: 322, 5000: 357, 10000: 370, 50000: 381, 100000: 383, 1000000: 384} {
		if got := SampleSize(n, big.NewRat(3841, 1000), big.NewRat(1, 2), big.NewRat(1, 20)); got != want {
			t.Errorf("N=%d: %d, want %d", n, got, want)
		}
	}
}

func known(x ...float64) []Obs {
	out := make([]Obs, len(x))
	for i, v := range x {
		out[i] = Obs{v, true}
	}
	return out
}

func TestTS1XmR(t *testing.T) {
	x := known(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
	plain := Chart{Run: 7, MinPoints: 12}.Make(x, nil)
	p := plain.Phases[0]
	near(t, "mean", p.Mean, 1.944444, 5e-7)
	near(t, "MRbar", p.Range, 1.882353, 5e-7)
	near(t, "LPL", p.Lower, -3.062614, 5e-7)
	near(t, "UPL", p.Upper, 6.951503, 5e-7)
	scr := Default.Make(x, nil)
	near(t, "LPL", scr.Phases[0].Lower, -.715556, 5e-7)
	near(t, "UPL", scr.Phases[0].Upper, 4.604444, 5e-7)
	for i, f := range scr.Flags {
		if (f == Limit) != (i == 4) || f != Common && i != 4 {
			t.Errorf("point %d flagged %q", i+1, f)
		}
	}
	if scr.Trial {
		t.Error("18 points are called provisional")
	}
}

func flags(x XmR, r Rule) int {
	n := 0
	for _, f := range x.Flags {
		if f == r {
			n++
		}
	}
	return n
}

func TestTS3RunRules(t *testing.T) {
	// All seven belong to the trend; 1 and 7 also lie outside 4 +- 2.66, which
	// takes precedence.
	up := Default.Make(known(1, 2, 3, 4, 5, 6, 7), nil)
	if flags(up, TrendRule) != 5 || flags(up, Limit) != 2 {
		t.Errorf("1..7 rising: %v", up.Flags)
	}
	for _, x := range [][]float64{{1, 2, 3, 3, 4, 5, 6}, {1, 2, 3, 4, 5, 6}} {
		if got := flags(Default.Make(known(x...), nil), TrendRule); got != 0 {
			t.Errorf("%v: %d trend flags", x, got)
		}
	}
	six := known(9, 11, 9, 11, 9, 11, 10.5, 10.4, 10.5, 10.4, 10.5, 10.4, 9.0, 9.2, 9.0, 9.1)
	if got := flags(Default.Make(six, nil), Shift); got != 7 {
		// 11, 10.5, 10.4 ... 10.4 is a run of seven above the mean of about 10.
		t.Errorf("seven on one side: %d shift flags", got)
	}
	gap := slices.Clone(six)
	gap[8].Known = false
	if got := flags(Default.Make(gap, nil), Shift); got != 0 {
		t.Errorf("a run crosses a gap: %d", got)
	}
}

func TestRulesNeverCrossARebase(t *testing.T) {
	x := known(1, 2, 3, 4, 5, 6, 7, 8)
	if got := flags(Default.Make(x, []int{4}), TrendRule); got != 0 {
		t.Errorf("trend across a rebase: %d", got)
	}
}

func TestXmRShiftInvariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.IntRange(-1000, 1000), 3, 30).Draw(t, "x")
		c := rapid.IntRange(-500, 500).Draw(t, "c")
		a, b := make([]Obs, len(x)), make([]Obs, len(x))
		for i, v := range x {
			a[i], b[i] = Obs{float64(v), true}, Obs{float64(v + c), true}
		}
		p, q := Default.Make(a, nil), Default.Make(b, nil)
		if math.Abs(q.Phases[0].Mean-p.Phases[0].Mean-float64(c)) > 1e-9 || math.Abs(p.Phases[0].Range-q.Phases[0].Range) > 1e-9 {
			t.Fatal("adding a constant moved more than the centre")
		}
	})
}

func TestTQ2Fairness(t *testing.T) {
	at := func(h, m int32) int32 { return h*3600 + m*60 }
	lane := []Turn{
		{at(7, 30), at(7, 40)}, {at(7, 31), at(7, 50)}, {at(7, 33), at(7, 45)},
		{at(7, 35), at(7, 46)}, {at(7, 42), at(7, 55)}, {at(7, 43), at(7, 52)},
	}
	o := Fairness(slices.Clone(lane), 0)
	if o.Overtakes != 3 || o.Pairs != 15 || o.Passed != 2 {
		t.Errorf("lane A: %+v, want 3 of 15 pairs, 2 persons", o)
	}
	all := append(slices.Clone(lane), Turn{at(7, 36), at(7, 41)})
	if o := Fairness(all, 0); o.Overtakes != 6 || o.Pairs != 21 {
		t.Errorf("ignoring lanes: %+v, want 6 of 21", o)
	}
}

func TestFairnessAgainstPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		tol := int32(rapid.IntRange(0, 5).Draw(t, "tol"))
		turns := make([]Turn, n)
		for i := range turns {
			turns[i] = Turn{int32(rapid.IntRange(0, 30).Draw(t, "a")), int32(rapid.IntRange(0, 40).Draw(t, "b"))}
		}
		want := Order{N: int64(n)}
		for _, x := range turns {
			var lost int64
			for _, y := range turns {
				if x.Taken < y.Taken {
					want.Pairs++
					if y.Called < x.Called-tol {
						lost++
					}
				}
			}
			want.Overtakes += lost
			want.Worst = max(want.Worst, lost)
			if lost > 0 {
				want.Passed++
			}
		}
		if got := Fairness(turns, tol); got != want {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

func TestOrderInterval(t *testing.T) {
	// Median, n = 10, 95 %: ranks 2 and 9, level 0.9785 (standard table).
	lo, hi, level, ok := OrderInterval(10, .5, .95)
	if !ok || lo != 1 || hi != 8 {
		t.Errorf("ranks %d, %d", lo+1, hi+1)
	}
	near(t, "level", level, .978515625, 1e-9)
	if _, _, _, ok := OrderInterval(5, .5, .95); ok {
		t.Error("five observations give a 95 % interval of the median")
	}
	if n := NeededFor(.5, .95); n != 6 {
		t.Errorf("needs %d, want 6", n)
	}
}
