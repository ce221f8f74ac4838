package stat

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func met(x XmR, r Rule) []int {
	var at []int
	for i, m := range x.Met {
		if m.Has(r) {
			at = append(at, i)
		}
	}
	return at
}

func span(from, to int) []int {
	var out []int
	for i := from; i <= to; i++ {
		out = append(out, i)
	}
	return out
}

func TestOracleTS1(t *testing.T) {
	x := known(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
	got := Default.Make(x, nil)
	p := got.Phases[0]
	if p.Ranges != 17 || p.Screened != 2 || p.Base != 18 {
		t.Errorf("%+v: 15 of 17 ranges are kept", p)
	}
	near(t, "screened MRbar", p.Range, 1, 0)
	if !slices.Equal(met(got, Limit), []int{4}) {
		t.Errorf("special causes at %v", met(got, Limit))
	}
	near(t, "near", got.Lines[0].NearUpper, p.Mean+2.66*2/3, 1e-12)
}

// TestOracleTS3 uses the cases of NHSRplotthedots' own tests. Near-limit marks
// there are given, here points are built that have them.
func TestOracleTS3(t *testing.T) {
	if got := met(Default.Make(known(1, 2, 3, 4, 5, 6, 7), nil), TrendRule); !slices.Equal(got, span(0, 6)) {
		t.Errorf("1..7 rising: %v, want all seven", got)
	}
	// Mean 0, ranges 2 (and one of 4 that is screened nowhere): limits at 5.32 or more.
	sixteen := known(1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 5.5, -5.5)
	x := Default.Make(sixteen, nil)
	for _, r := range []Rule{TrendRule, TwoOfThree, Shift} {
		if got := met(x, r); got != nil {
			t.Errorf("+1/-1 with 5.5, -5.5: %v at %v", r, got)
		}
	}
	// Two of three near, one side: only the near points. Limits 0 +- 3.
	b := Bounds{0, -3, 3, -2, 2, true}
	rule := func(v ...float64) []int {
		x := blank(len(v))
		for i := range x.Lines {
			x.Lines[i] = b
		}
		Default.flag(&x, known(v...), Phase{Last: len(v) - 1})
		return met(x, TwoOfThree)
	}
	for _, tc := range []struct {
		v    []float64
		want []int
	}{
		{[]float64{1, 1, 2.5, 1, 2.5, 1, 1}, []int{2, 4}},
		{[]float64{1, -1, 2.5, -1, 2.5, -1, 1}, nil},
		{[]float64{1, 1, 2.5, 1, 1, 2.5, 1}, nil},
		{[]float64{2.5, -2.5, 2.5}, nil},
		{[]float64{2.5, 3.5, 2.5}, []int{0, 2}}, // the middle one is outside, not near
		{[]float64{-2.5, -2.1}, nil},            // only two points
		{[]float64{-2.5, -2.1, -.1}, []int{0, 1}},
		{[]float64{2, 2, 2}, nil}, // on the near limit is not beyond it
	} {
		if got := rule(tc.v...); !slices.Equal(got, tc.want) {
			t.Errorf("%v: near points %v, want %v", tc.v, got, tc.want)
		}
	}
}

func TestPrecedence(t *testing.T) {
	// Rising through the limits: limit beats trend beats two of three beats shift.
	x := Default.Make(known(1, 2, 3, 4, 5, 6, 7), nil)
	for i, f := range x.Flags {
		for r := Limit; r <= Shift; r++ {
			if x.Met[i].Has(r) {
				if f != r {
					t.Errorf("point %d met %v first but is flagged %v", i, r, f)
				}
				break
			}
		}
	}
}

func TestTrendLengthAndFix(t *testing.T) {
	c := Default
	c.Trend = 5
	if got := met(c.Make(known(9, 1, 2, 3, 4, 5, 1), nil), TrendRule); !slices.Equal(got, span(1, 5)) {
		t.Errorf("a trend of five: %v", got)
	}
	c = Default
	c.Fix = 12
	x := known(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 9, 9)
	p := c.Make(x, nil).Phases[0]
	if p.Mean != 1.5 || p.Range != 1 || p.Base != 12 || p.N != 15 {
		t.Errorf("fixed limits: %+v", p)
	}
	if got := met(c.Make(x, nil), Limit); !slices.Equal(got, span(12, 14)) {
		t.Errorf("outside fixed limits: %v", got)
	}
	// Rebase: the moving range starts anew.
	two := Default.Make(known(1, 1, 1, 2, 101, 102, 101, 102), []int{4})
	if len(two.Phases) != 2 || two.Phases[1].Range != 1 || two.Phases[1].Ranges != 3 || !two.Phases[1].Trial {
		t.Errorf("rebase: %+v", two.Phases)
	}
}

func TestGapsAreNeverJoined(t *testing.T) {
	x := known(1, 2, 3, 4, 5, 6, 7, 8, 9)
	x[4].Known = false
	got := Default.Make(x, nil)
	if met(got, TrendRule) != nil || got.Phases[0].Ranges != 6 || got.Phases[0].N != 8 {
		t.Errorf("a trend crosses a gap: %v, %+v", met(got, TrendRule), got.Phases[0])
	}
	c := Default
	c.JoinGaps = true
	joined := c.Make(x, nil)
	if !slices.Equal(met(joined, TrendRule), []int{0, 1, 2, 3, 5, 6, 7, 8}) || joined.Phases[0].Ranges != 7 || joined.Phases[0].Last != 8 || joined.Lines[4].Known {
		t.Errorf("joined: %v, %+v", met(joined, TrendRule), joined.Phases)
	}
	if p := c.Make(x, []int{6}).Phases; len(p) != 2 || p[0].Last != 5 || p[1].First != 6 {
		t.Errorf("joined with a rebase: %+v", p)
	}
}

func TestRulesNeverCrossRebaseOrGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(4, 40).Draw(t, "n")
		x := make([]Obs, n)
		for i := range x {
			x[i] = Obs{float64(rapid.IntRange(-9, 9).Draw(t, "x")), rapid.IntRange(0, 9).Draw(t, "gap") > 0}
		}
		cut := rapid.IntRange(1, n-1).Draw(t, "cut")
		whole := Default.Make(x, []int{cut})
		left, right := Default.Make(x[:cut], nil), Default.Make(x[cut:], nil)
		if !slices.Equal(whole.Met, append(slices.Clone(left.Met), right.Met...)) {
			t.Fatalf("rules cross the rebase at %d", cut)
		}
		// Every run-rule point lies in a gap-free stretch of at least 3 (two of
		// three) or 7 points of its phase.
		for i, m := range whole.Met {
			from, to := i, i
			for from > 0 && from != cut && x[from-1].Known {
				from--
			}
			for to+1 < n && to+1 != cut && x[to+1].Known {
				to++
			}
			if size := to - from + 1; (m.Has(Shift) || m.Has(TrendRule)) && size < 7 || m.Has(TwoOfThree) && size < 3 || m != 0 && !x[i].Known {
				t.Fatalf("point %d meets %b in a stretch of %d", i, m, size)
			}
		}
	})
}

func TestXmRScaleInvariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.IntRange(-50, 50), 3, 40).Draw(t, "x")
		a, b := make([]Obs, len(x)), make([]Obs, len(x))
		for i, v := range x {
			a[i], b[i] = Obs{float64(v), true}, Obs{float64(v) * 64, true} // exact in floats
		}
		p, q := Default.Make(a, nil), Default.Make(b, nil)
		if !slices.Equal(p.Met, q.Met) || math.Abs(q.Phases[0].Upper-64*p.Phases[0].Upper) > 1e-9*math.Abs(q.Phases[0].Upper)+1e-9 {
			t.Fatal("the unit changes the chart")
		}
	})
}

func TestIcons(t *testing.T) {
	x := known(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 9)
	c := Default.Make(x, nil)
	for good, want := range map[Direction]Variation{Up: VariationImprovedHi, Down: VariationConcernHi, Neither: VariationNeutralHi} {
		if got := c.Variation(x, good); got != want {
			t.Errorf("high point, good %d: %s", good, got)
		}
	}
	low := known(9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 1)
	l := Default.Make(low, nil)
	for good, want := range map[Direction]Variation{Up: VariationConcernLo, Down: VariationImprovedLo, Neither: VariationNeutralLo} {
		if got := l.Variation(low, good); got != want {
			t.Errorf("low point, good %d: %s", good, got)
		}
	}
	if got := c.VariationAt(0, Up); got != VariationCommon {
		t.Error(got)
	}
	if got := c.VariationAt(-1, Up); got != VariationUndecidable {
		t.Error(got)
	}
	steady := known(10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12) // limits 11 +- 5.32
	s := Default.Make(steady, nil)
	for target, want := range map[float64][2]Assurance{
		5: {AssurancePass, AssuranceFail}, 11: {AssuranceRandom, AssuranceRandom}, 17: {AssuranceFail, AssurancePass},
	} {
		targets := []Obs{{99, true}, {}, {}, {}, {target, true}} // the target changed in month 5
		if up, down := s.Assurance(steady, targets, Up), s.Assurance(steady, targets, Down); up != want[0] || down != want[1] {
			t.Errorf("target %v: %s %s", target, up, down)
		}
	}
	if s.Assurance(steady, nil, Up) != AssuranceNone || s.AssuranceAt(0, Obs{5, true}, Neither) != AssuranceNone {
		t.Error("assurance without a target or a direction")
	}
	if got := s.AssuranceAt(0, Obs{99, true}, Up); got != AssuranceFail {
		t.Errorf("the old target: %s", got)
	}
}

// TestFalseAlarms counts how often each rule marks points of pure noise. Theory
// for independent normal values with known limits: limits 2(1-Phi(3)); a run of
// 7 holds a point with chance 8/2^7; a monotone stretch of 7 with 2(7/7!-6/8!).
func TestFalseAlarms(t *testing.T) {
	const n = 400000
	rng := rand.New(rand.NewPCG(1, 2))
	x := make([]Obs, n)
	for i := range x {
		x[i] = Obs{rng.NormFloat64(), true}
	}
	rate := func(c Chart, r Rule) float64 { return float64(len(met(c.Make(x, nil), r))) / n }
	plain := Chart{Run: 7, MinPoints: 12}
	for _, tc := range []struct {
		r    Rule
		want float64
	}{{Limit, .0026998}, {TrendRule, 2 * (7.0/5040 - 6.0/40320)}, {Shift, 8.0 / 128}, {TwoOfThree, twoOfThreeTheory()}} {
		got := rate(plain, tc.r)
		t.Logf("%v: %.5f of points, theory %.5f; screened limits %.5f", tc.r, got, tc.want, rate(Default, tc.r))
		if math.Abs(got-tc.want) > .06*tc.want {
			t.Errorf("%v marks %.5f of noise, theory %.5f", tc.r, got, tc.want)
		}
	}
	any := Default.Make(x, nil)
	marked := 0
	for _, m := range any.Met {
		if m != 0 {
			marked++
		}
	}
	t.Logf("any rule: %.4f of points", float64(marked)/n)
}

// twoOfThreeTheory enumerates the five points around a near one: near (n), same
// side (s) or not (o).
func twoOfThreeTheory() float64 {
	phi := func(z float64) float64 { return .5 * math.Erfc(-z/math.Sqrt2) }
	chance := []float64{phi(3) - phi(2), phi(2) - .5 + 1 - phi(3), .5} // near, same side, other
	var sum float64
	for k := range 81 {
		v := []int{k % 3, k / 3 % 3, 0, k / 9 % 3, k / 27}
		p, hit := chance[0], false
		for i, c := range v {
			if i != 2 {
				p *= chance[c]
			}
		}
		for from := range 3 {
			near, side := 0, true
			for _, c := range v[from : from+3] {
				if c == 0 {
					near++
				}
				side = side && c < 2
			}
			hit = hit || side && near >= 2
		}
		if hit {
			sum += p
		}
	}
	return 2 * sum
}

// TestStillSeries: a series that stood still and then moved has one month
// outside, not all of them; limits never have no width beside points that
// differ; and equal points are equal to their centre, whatever their sum.
func TestStillSeries(t *testing.T) {
	still := func(n int, v float64, then ...float64) []Obs {
		var out []Obs
		for range n {
			out = append(out, Obs{v, true})
		}
		for _, x := range then {
			out = append(out, Obs{x, true})
		}
		return out
	}
	noisy := still(24, 30)
	for i := range noisy {
		noisy[i].Value += float64(i%3-1) / 100
	}
	noisy[23].Value = 31
	gap := append(append(still(4, 30), Obs{}), still(4, 40)...)
	for name, c := range map[string]struct {
		obs  []Obs
		want int // points flagged
	}{
		"one month moves at the end":   {still(23, 30, 31), 1},
		"one month moves in between":   {append(still(12, 30, 31), still(11, 30)...), 1},
		"two months move apart":        {append(still(11, 30, 29), still(11, 30, 31)...), 2},
		"nearly still":                 {noisy, 1},
		"four months move":             {still(20, 30, 31, 31, 31, 31), 4},
		"never moves":                  {still(24, .1), 0},
		"never moves, not in binary":   {still(23, 1.0/3), 0},
		"two levels and a gap between": {gap, 0},
	} {
		x, n := Default.Make(c.obs, nil), 0
		for _, f := range x.Flags {
			if f != Common {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d points flagged, want %d: %+v", name, n, c.want, x.Phases)
		}
	}
	if x := Default.Make(gap, nil); len(x.Phases) != 0 {
		t.Errorf("limits without width: %+v", x.Phases)
	}
}

// TestStillShares: the same of shares of months so large that the spread
// really seen makes the limits.
func TestStillShares(t *testing.T) {
	months := make([]Share, 24)
	for i := range months {
		months[i] = Share{int64(1000 + i*10), int64(2000 + i*20)}
	}
	for _, c := range []struct {
		last Share
		want int
	}{{Share{1230, 2460}, 0}, {Share{1300, 2460}, 1}} {
		months[23] = c.last
		x, n := Default.P(months, nil, true), 0
		for _, f := range x.Flags {
			if f != Common {
				n++
			}
		}
		if n != c.want {
			t.Errorf("last %v: %d points flagged, want %d: %+v", c.last, n, c.want, x.Phases)
		}
	}
}
