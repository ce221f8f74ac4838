package stat

import (
	"errors"
	"math"
	"math/big"
	"testing"
)

// Oracles named TestOracleT... are those of section T of the domain reference;
// the others were computed with R 4.2.2 (survival 3.5, base and stats).

func refused(t *testing.T, what string, err error, want Reason) *Refusal {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) || r.Reason != want {
		t.Fatalf("%s: error %v, want a refusal for %q", what, err, want)
	}
	if r.Error() == "" {
		t.Error("a refusal without words")
	}
	return r
}

func TestOracleTM(t *testing.T) {
	before := []int32{185, 172, 190, 201, 166, 178, 195, 160}
	after := []int32{62, 55, 71, 48, 66, 80, 59, 160}
	r, err := MannWhitney(before, after)
	if err != nil {
		t.Fatal(err)
	}
	if r.Exact || r.Greater != 63 || r.Less != 0 || r.Ties != 1 || r.U.Cmp(big.NewRat(127, 2)) != 0 {
		t.Errorf("%+v", r)
	}
	near(t, "p corrected", r.P, .00112182, 5e-9)
	near(t, "p plain", r.PPlain, .00093097, 5e-9)
	if d := r.CliffDelta(); d.Cmp(big.NewRat(984375, 1000000)) != 0 || CliffLabel(d) != Large {
		t.Errorf("Cliff's delta %v %s", d, CliffLabel(d))
	}
	s, err := HodgesLehmann(before, after, .95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "shift", s.Value, 114.5, 0)
	near(t, "mean difference", s.MeanDiff, 105.75, 0)
	near(t, "median difference", s.MedianDiff, 117.5, 0)
	if s.Exact || s.Lo > 114.5 || s.Hi < 114.5 || !s.Excludes(0) {
		t.Errorf("%+v", s)
	}
	e, err := MannWhitney([]float64{1.1, 2.2, 3.3, 4.4}, []float64{5.5, 6.6, 7.7, 8.8, .5})
	if err != nil {
		t.Fatal(err)
	}
	if !e.Exact || e.U.Cmp(big.NewRat(4, 1)) != 0 {
		t.Errorf("%+v", e)
	}
	near(t, "exact p", e.P, .19047619, 5e-9)
}

func TestHodgesLehmannAsInR(t *testing.T) {
	// wilcox.test(..., conf.int = TRUE) of Hollander and Wolfe's permeability data.
	x := []float64{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46}
	y := []float64{1.15, 0.88, 0.90, 0.74, 1.21}
	s, err := HodgesLehmann(x, y, .95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "shift", s.Value, .305, 1e-12)
	near(t, "lo", s.Lo, -.15, 1e-12)
	near(t, "hi", s.Hi, .76, 1e-12)
	m, _ := MannWhitney(x, y)
	near(t, "p", m.P, .254412254, 5e-10)
	s, _ = HodgesLehmann([]float64{1.1, 2.2, 3.3, 4.4}, []float64{5.5, 6.6, 7.7, 8.8, .5}, .95)
	near(t, "shift", s.Value, -3.85, 1e-12)
	near(t, "lo", s.Lo, -6.6, 1e-12)
	near(t, "hi", s.Hi, 2.8, 1e-12)
	d := uDistribution(40, 49)
	near(t, "pwilcox(900, 40, 49)", d.CDF(900), .256942242248, 5e-13)
	if q := d.quantile(.025); q != 743 {
		t.Errorf("qwilcox(.025, 40, 49) = %d", q)
	}
	_, err = HodgesLehmann([]float64{1, 2}, []float64{3, 4, 5}, .95)
	if r := refused(t, "two against three", err, TooFew); r.Need != 4 {
		t.Errorf("needs %d", r.Need)
	}
}

func TestMannWhitneyExactTies(t *testing.T) {
	// All 126 ways to deal the pooled values, enumerated in R.
	r, err := MannWhitneyExact([]int32{1, 2, 2, 3}, []int32{2, 3, 4, 4, 5})
	if err != nil || !r.Exact {
		t.Fatal(r, err)
	}
	near(t, "p", r.P, .111111111111, 5e-13)
	same, err := MannWhitney([]int32{7, 7}, []int32{7, 7, 7})
	if err != nil || same.P != 1 || !math.IsNaN(same.PPlain) {
		t.Errorf("equal values: %+v %v", same, err)
	}
	_, err = MannWhitney(nil, []int32{1})
	refused(t, "no values", err, Empty)
	big := make([]int32, 60)
	_, err = MannWhitneyExact(big, big)
	refused(t, "60 tied values", err, Misfit)
}

var itsY = []float64{183.5, 179, 182.5, 178, 184.5, 183, 182.5, 188, 181.5, 187, 183.5, 186,
	126, 123, 125, 119, 121, 123, 117, 119, 116, 118, 115, 112}

func TestOracleTI(t *testing.T) {
	nw := map[int][4]float64{
		1: {.96927968, .10944772, .82652741, .14480413},
		2: {1.02773693, .11936203, .85676256, .14061585},
		3: {.8345283, .09380693, .69958911, .12005267},
	}
	for lag, se := range nw {
		m := DefaultSegmented
		m.Lag = lag
		r, err := m.Fit(known(itsY...), 12)
		if err != nil {
			t.Fatal(err)
		}
		want := []struct{ value, ols float64 }{{180.36363636, 1.4108944}, {.44405594, .1917028}, {-59.32867133, 1.88155427}, {-1.5, .2711087}}
		for i, c := range []Coefficient{r.Level0, r.Trend, r.Jump, r.TrendChange} {
			near(t, "b", c.Value, want[i].value, 5e-9)
			near(t, "OLS", c.OLS, want[i].ols, 5e-8)
			near(t, "NW", c.NeweyWest, se[i], 5e-9)
			if c.Used != c.OLS { // the larger, here
				t.Errorf("lag %d, b%d: used %v", lag, i, c.Used)
			}
		}
		near(t, "DW", r.DurbinWatson, 3.135396, 5e-7)
		near(t, "effect at the end", r.EffectEnd.Value, -77.32867133, 5e-9)
		near(t, "fitted minus counterfactual", r.Fitted[23]-r.Counterfactual[23], -77.32867133, 5e-9)
		near(t, "OLS of the effect", r.EffectEnd.OLS, 3.638988429, 5e-9)
		if lag == 2 {
			near(t, "NW of the effect", r.EffectEnd.NeweyWest, 2.017021068, 5e-9)
		}
		near(t, "jump lo", r.Jump.Lo, -63.25352476, 5e-9) // confint(lm)
		near(t, "jump hi", r.Jump.Hi, -55.40381790, 5e-9)
		if r.DF != 20 || len(r.Warnings) != 1 || r.Warnings[0] != Autocorrelated {
			t.Errorf("df %d, warnings %v", r.DF, r.Warnings)
		}
	}
	if r, _ := DefaultSegmented.Fit(known(itsY...), 12); r.Lag != 2 {
		t.Errorf("lag %d, want floor(4 (24/100)^(2/9)) = 2", r.Lag)
	}
	for _, e := range []Errors{OLSError, NeweyWestError} {
		m := DefaultSegmented
		m.Errors = e
		r, _ := m.Fit(known(itsY...), 12)
		if want := map[Errors]float64{OLSError: r.Jump.OLS, NeweyWestError: r.Jump.NeweyWest}[e]; r.Jump.Used != want {
			t.Errorf("errors %d: used %v", e, r.Jump.Used)
		}
	}
}

func TestITSRefusesAndWarns(t *testing.T) {
	y := known(itsY...)
	m := DefaultSegmented
	_, err := m.Fit(y, 7)
	if r := refused(t, "seven before", err, TooFew); r.Where != "before" || r.Have != 7 || r.Need != 8 {
		t.Errorf("%+v", r)
	}
	_, err = m.Fit(y[:19], 12)
	refused(t, "seven after", err, TooFew)
	gap := append([]Obs{}, y...)
	gap[5].Known = false
	_, err = m.Fit(gap, 12)
	if r := refused(t, "a gap", err, Gapped); r.Have != 5 {
		t.Errorf("%+v", r)
	}
	m.Gaps = true
	if r, err := m.Fit(gap, 12); err != nil || r.Before != 11 || !math.IsNaN(r.Residuals[5]) || r.Warnings[0] != FewPoints {
		t.Errorf("with gaps allowed: %+v %v", r, err)
	}
	flat := make([]Obs, 24)
	for i := range flat {
		flat[i] = Obs{5, true}
	}
	_, err = m.Fit(flat, 12)
	refused(t, "no variation", err, NoVariation)
	_, err = m.Fit(y, 99)
	refused(t, "start beyond the end", err, Misfit)
}

func TestPlacebosAndDropFirst(t *testing.T) {
	y := make([]Obs, 48)
	for i := range y {
		y[i] = Obs{100 + 3*math.Sin(float64(i*i)), true}
		if i >= 24 {
			y[i].Value -= 60
		}
		if i == 24 || i == 25 {
			y[i].Value += 300 // the first two weeks were chaos
		}
	}
	d, err := DefaultSegmented.DropFirst(y, 24, 2)
	if err != nil || d.After != 22 {
		t.Fatal(d, err)
	}
	if d.Jump.Value > -50 || d.Jump.Value < -70 {
		t.Errorf("jump without the first two: %v", d.Jump.Value)
	}
	y[24].Value, y[25].Value = 41, 38
	ps, share, err := DefaultSegmented.Placebos(y, 24)
	if err != nil || len(ps) != 9 || ps[0].Start != 8 || ps[8].Start != 16 || share != 0 {
		t.Errorf("%d placebos, share %v, %v", len(ps), share, err)
	}
	_, _, err = DefaultSegmented.Placebos(y[9:], 15)
	refused(t, "15 before", err, TooFew)
}

func TestWeekdayEffectAsInR(t *testing.T) {
	r := []float64{-0.962, -0.293, 0.259, -1.152, 0.196, 0.03, 0.085, 1.117, -1.219, 1.267, -0.745, -1.131, -0.716, 0.253, 0.152, -0.308, -0.953, -0.648, 1.224, 0.2}
	day := make([]int, 20)
	for i := range day {
		day[i] = i%5 + 1
	}
	f, p, err := WeekdayEffect(append(r, math.NaN()), append(day, 3))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "F", f, 1.16873, 5e-6)
	near(t, "p", p, .36367, 5e-6)
	_, _, err = WeekdayEffect(r[:3], day[:3])
	refused(t, "three days", err, TooFew)
	_, _, err = WeekdayEffect(r, day[1:])
	refused(t, "other length", err, Misfit)

	y := make([]Obs, 60)
	weekday := make([]int, 60)
	for i := range y {
		weekday[i] = i%5 + 1
		y[i] = Obs{60 + math.Sin(float64(i*i)), true}
		if weekday[i] == 1 { // Mondays are full
			y[i].Value += 9
		}
	}
	fit, err := DefaultSegmented.Fit(y, 30)
	if err != nil {
		t.Fatal(err)
	}
	before := len(fit.Warnings)
	if _, p, err := fit.CheckWeekdays(weekday); err != nil || p > 1e-6 || len(fit.Warnings) != before+1 || fit.Warnings[before] != WeekdayPattern {
		t.Errorf("p %v, warnings %v, %v", p, fit.Warnings, err)
	}
}

func TestOracleTE(t *testing.T) {
	q, err := ErlangC(200, 20, 14) // per hour
	if err != nil {
		t.Fatal(err)
	}
	near(t, "A", q.Load, 10, 0)
	near(t, "C", q.Waits, .17413193, 5e-9)
	near(t, "Wq min", q.MeanWait*60, .13059895, 5e-9)
	near(t, "P(wait<=20 s)", 1-q.WaitsOver(20.0/3600), .88835002, 5e-9)
	near(t, "quantile turned back", q.WaitsOver(q.WaitQuantile(.95)), .05, 1e-12)
	near(t, "Little", q.Inside, 200*q.MeanStay, 1e-12)
	q, _ = ErlangC(40, 6, 8)
	near(t, "C", q.Waits, .53268658, 5e-9)
	near(t, "Wq min", q.MeanWait*60, 3.99515, 5e-6)
	one, _ := MM1(7, 10)
	near(t, "M/M/1 stay", one.MeanStay, 1.0/3, 1e-12)
	near(t, "M/M/1 P(wait)", one.Waits, .7, 1e-12)
	if one.WaitQuantile(.2) != 0 {
		t.Error("a fifth of the people wait nothing, so P20 is 0")
	}
	_, err = ErlangC(140, 10, 14)
	if r := refused(t, "load 14 on 14", err, Unstable); r.Need != 15 {
		t.Errorf("needs %d", r.Need)
	}
	_, err = ErlangC(1, 0, 3)
	refused(t, "no service", err, Misfit)
}

func TestLittle(t *testing.T) {
	arrive := []int32{0, 100, 200, 300}
	leave := []int32{150, 250, 400, 1000}
	stays := []int32{150, 150, 200, 700}
	l, err := CheckLittle(arrive, leave, stays)
	if err != nil || l.Suspect || l.Gap > 1e-12 || math.Abs(l.Counted-1.2) > 1e-12 {
		t.Errorf("complete day: %+v %v", l, err)
	}
	// Two rows without an end: the hall seems to fill up.
	l, _ = CheckLittle(arrive, leave[2:], stays[2:])
	if !l.Suspect {
		t.Errorf("missing ends: %+v", l)
	}
	_, err = CheckLittle(nil, nil, nil)
	refused(t, "nothing", err, Empty)
}
