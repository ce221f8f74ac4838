package stat

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

var maintained = []Span{{9, true}, {13, true}, {13, false}, {18, true}, {23, true}, {28, false}, {31, true}, {34, true}, {45, false}, {48, true}, {161, false}}

var nonmaintained = []Span{{5, true}, {5, true}, {8, true}, {8, true}, {12, true}, {16, false}, {23, true}, {27, true}, {30, true}, {33, true}, {43, true}, {45, true}}

// TestKaplanMeierAsInR checks survfit on R's aml data (Miller 1997).
func TestKaplanMeierAsInR(t *testing.T) {
	s, err := KaplanMeier(maintained, .95)
	if err != nil || s.N != 11 || s.Events != 7 {
		t.Fatal(s, err)
	}
	want := []Step{
		{9, 11, 1, .909090909, .5080802058, .986673823}, {13, 10, 1, .818181818, .4474286147, .951162229},
		{18, 8, 1, .715909091, .3501903859, .899023974}, {23, 7, 1, .613636364, .2657520400, .835299243},
		{31, 5, 1, .490909091, .1673309098, .753399790}, {34, 4, 1, .368181818, .0928295749, .657040832},
		{48, 2, 1, .184090909, .0117384801, .525014843},
	}
	for i, w := range want {
		g := s.Steps[i]
		if g.Time != w.Time || g.AtRisk != w.AtRisk || g.Events != w.Events {
			t.Errorf("step %d: %+v", i, g)
		}
		near(t, "S", g.Open, w.Open, 5e-10)
		near(t, "lo", g.Lo, w.Lo, 5e-10)
		near(t, "hi", g.Hi, w.Hi, 5e-10)
	}
	inf := math.Inf(1)
	both := append(slices.Clone(maintained), nonmaintained...)
	for _, tc := range []struct {
		spans     []Span
		scale     Scale
		p         float64
		v, lo, hi float64
	}{
		{maintained, LogLog, .25, 18, 9, 34}, {maintained, LogLog, .5, 31, 13, inf}, {nonmaintained, LogLog, .5, 23, 5, 33},
		{both, LogLog, .25, 12, 5, 23}, {both, LogLog, .5, 27, 13, 34}, {both, LogLog, .75, 43, 30, inf}, {both, LogLog, .9, 48, 43, inf},
		// print(survfit) says 45, quantile(survfit) says 48: the upper bound rises
		// again from .458 to .462, and only the first looks for the first crossing.
		{both, Log, .5, 27, 18, 45}, {both, Log, .9, 48, 43, inf}, {both, Plain, .5, 27, 18, 34}, {both, Plain, .9, 48, 34, inf},
		{[]Span{{1, true}, {2, true}, {3, true}, {4, true}}, LogLog, .5, 2.5, 1, inf},
	} {
		s, _ := KaplanMeierOn(tc.spans, .95, tc.scale)
		q, err := s.Quantile(tc.p)
		if err != nil || q.Value != tc.v || q.Lo != tc.lo || q.Hi != tc.hi {
			t.Errorf("n=%d scale %d p=%v: %+v %v, want %v (%v, %v)", len(tc.spans), tc.scale, tc.p, q, err, tc.v, tc.lo, tc.hi)
		}
	}
	_, err = s.Quantile(.9)
	refused(t, "P90 of a curve that ends at 18 %", err, NotReached)
	near(t, "open at 20", s.OpenAt(20).Value, .715909091, 5e-10)
	if s.OpenAt(8).Value != 1 {
		t.Error("a case is closed before the first event")
	}
	_, err = KaplanMeier([]Span{{3, false}}, .95)
	refused(t, "no event", err, NotReached)
	_, err = KaplanMeier(nil, .95)
	refused(t, "no case", err, Empty)
}

func TestIntervalsAsInR(t *testing.T) {
	for _, tc := range []struct {
		k, n   int64
		lo, hi float64
	}{{8, 10, .443904537692, .974789273673}, {0, 12, 0, .264648469397}, {12, 12, 1 - .264648469397, 1}, {180, 200, .849787212132, .937840633746}} {
		lo, hi := ClopperPearson(tc.k, tc.n, .95)
		near(t, "lo", lo, tc.lo, 5e-11)
		near(t, "hi", hi, tc.hi, 5e-11)
	}
	r := RatesOver(12, 5, 100, 80, .95)
	near(t, "ratio", r.Ratio, 1.92, 1e-12)
	near(t, "lo", r.Lo, .629636715338, 5e-11)
	near(t, "hi", r.Hi, 6.956784894944, 5e-10)
	near(t, "p", r.P, .23361846203, 5e-11)
	x := []int32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	iv, err := QuantileInterval(x, 1, 2, .95)
	if err != nil || iv.Value != 5.5 || iv.Lo != 2 || iv.Hi != 9 || math.Abs(iv.Level-.978515625) > 1e-12 {
		t.Errorf("%+v %v", iv, err)
	}
	_, err = QuantileInterval(x, 9, 10, .95)
	if r := refused(t, "P90 of ten", err, TooFew); r.Need != NeededFor(.9, .95) || r.Need < 29 {
		t.Errorf("%+v", r)
	}
}

func TestFDRAsInR(t *testing.T) {
	// The 15 p-values of Benjamini and Hochberg (1995), section 4.
	p := []float64{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1}
	want := []float64{.0015, .003, .0095, .035625, .0603, .0638571428571, .0638571428571, .0645, .0765, .486, .5811818181818, .714875, .7532307692308, .8132142857143, 1}
	for i, v := range FDR(p) {
		near(t, "adjusted", v, want[i], 5e-13)
	}
	got := FDR([]float64{.01, math.NaN(), .02, .03, .04, .05, .5, .001})
	for i, v := range []float64{.035, math.NaN(), .0466666666667, .0525, .056, .0583333333333, .5, .007} {
		if math.IsNaN(v) != math.IsNaN(got[i]) {
			t.Fatal(got)
		} else if !math.IsNaN(v) {
			near(t, "adjusted", got[i], v, 5e-13)
		}
	}
}

func TestFunnelAsInR(t *testing.T) {
	for _, tc := range []struct {
		target float64
		n      int64
		want   [4]float64
	}{{.9, 200, [4]float64{.826432736147, .854028285630, .937309277976, .957148492598}}, {.07, 50, [4]float64{0, 0, .13835275618284, .19461687751795}}} {
		lo2, hi2 := FunnelShare(tc.target, tc.n, FunnelAlarm)
		lo1, hi1 := FunnelShare(tc.target, tc.n, FunnelWarning)
		for i, v := range []float64{lo2, lo1, hi1, hi2} {
			near(t, "limit", v, tc.want[i], 5e-12)
		}
	}
	lo, hi := FunnelRate(.125, 100, FunnelAlarm)
	near(t, "lo", lo, 2.54286014419, 5e-11)
	near(t, "hi", hi, 24.30261586570, 5e-10)
	for hits, want := range map[int64]FunnelPlace{180: 0, 170: -1, 165: -2, 189: 1, 192: 2} {
		if got := PlaceShare(hits, 200, .9); got != want {
			t.Errorf("%d of 200: %d, want %d", hits, got, want)
		}
	}
	if PlaceRate(25, .125, 100) != 2 || PlaceRate(12, .125, 100) != 0 || PlaceRate(4, .125, 100) != -1 {
		t.Error("places of counts")
	}
}

func TestAdjust(t *testing.T) {
	s := []Stratum{{12, 1000, 5000}, {5, 800, 3000}, {30, 1500, 2000}}
	r, err := AdjustRate(s, .95)
	if err != nil || r.Value.Cmp(big.NewRat(11875, 1000000)) != 0 || r.Crude.Cmp(big.NewRat(47, 3300)) != 0 {
		t.Fatal(r, err)
	}
	near(t, "lo", r.Lo, .00818860476755, 5e-14)
	near(t, "hi", r.Hi, .01685849543747, 5e-14)
	one, _ := AdjustRate([]Stratum{{12, 1, 7}}, .95) // one stratum: Garwood
	near(t, "lo", one.Lo, 6.2006, 5e-5)
	near(t, "hi", one.Hi, 20.9616, 5e-5)
	part, _ := Adjust([]Stratum{{12, 1000, 3}, {0, 0, 1}})
	if part.Covered.Cmp(big.NewRat(3, 4)) != 0 || part.Value.Cmp(big.NewRat(12, 1000)) != 0 || !math.IsNaN(part.Lo) {
		t.Errorf("%+v", part)
	}
	_, err = Adjust([]Stratum{{0, 0, 1}})
	refused(t, "nothing covered", err, Empty)
}

func TestGiniAsInR(t *testing.T) {
	g := Gini([]int32{1, 2, 5, 9, 40})
	near(t, "Gini", f(g), .59649122807, 5e-12)
	if Gini(nil) != nil || Gini([]int32{0, 0}) != nil || Gini([]int32{4, 4, 4}).Sign() != 0 {
		t.Error("edges of Gini")
	}
}

func TestYearEnd(t *testing.T) {
	past := []PastYear{{50, 100}, {40, 100}, {60, 120}, {45, 100}}
	fc, err := YearEnd(48, past, .8)
	if err != nil {
		t.Fatal(err)
	}
	if fc.Value.Cmp(big.NewRat(48*420, 195)) != 0 || fc.Least.Cmp(big.NewRat(96, 1)) != 0 || fc.Most.Cmp(big.NewRat(120, 1)) != 0 || fc.RangeLevel != .6 {
		t.Errorf("%+v", fc)
	}
	// exp(mean +- qt(.9, 3) sd sqrt(1.25)) of the logs of 2, 2.5, 2, 100/45.
	m := (math.Log(2)*2 + math.Log(2.5) + math.Log(100.0/45)) / 4
	var q float64
	for _, v := range []float64{2, 2.5, 2, 100.0 / 45} {
		q += (math.Log(v) - m) * (math.Log(v) - m)
	}
	half := 1.637744 * math.Sqrt(q/3*1.25)
	near(t, "lo", fc.Lo, 48*math.Exp(m-half), 1e-4)
	near(t, "hi", fc.Hi, 48*math.Exp(m+half), 1e-4)
	if len(fc.Warnings) != 1 || fc.Warnings[0] != FewYears {
		t.Errorf("warnings %v", fc.Warnings)
	}
	_, err = YearEnd(48, past[:2], .8)
	refused(t, "two years", err, TooFew)
	_, err = YearEnd(0, past, .8)
	refused(t, "nothing yet", err, Empty)
	_, err = YearEnd(48, []PastYear{{0, 1}, {1, 1}, {1, 1}}, .8)
	refused(t, "an empty past", err, Misfit)
}

func TestDiffInDiff(t *testing.T) {
	d, err := DiffInDiff(Change{180, 60}, []Change{{170, 160}, {190, 185}, {150, 120}})
	if err != nil || d.Treated != -120 || d.Control != -15 || d.Effect != -105 || d.P != .25 || d.SmallestP != .25 {
		t.Errorf("%+v %v", d, err)
	}
	if want := []float64{7.5, 15, -22.5}; !slices.Equal(d.Placebos, want) {
		t.Errorf("placebos %v, want %v", d.Placebos, want)
	}
	if d, _ := DiffInDiff(Change{3, 1}, []Change{{3, 2}}); !math.IsNaN(d.P) || d.Effect != -1 {
		t.Errorf("one control: %+v", d)
	}
	_, err = DiffInDiff(Change{}, nil)
	refused(t, "no control", err, TooFew)
}

func TestRankDrawsByHand(t *testing.T) {
	// Twenty replicates of three offices, little is best: the first is ahead of
	// the second in 15, level with it in one; the third is always last.
	var draws [3][]float64
	for r := range 20 {
		a := 1.0
		if r < 4 {
			a = 3
		}
		if r == 4 {
			a = 2
		}
		draws[0], draws[1], draws[2] = append(draws[0], a), append(draws[1], 2), append(draws[2], 9)
	}
	r := RankDraws([]float64{1, 2, 9}, draws[:], Down, 1, .9)
	want := []Ranked{{1, 1, 2, .8, .9, false}, {2, 1, 2, .25, .9, false}, {3, 3, 3, 0, .9, true}}
	if !slices.Equal(r, want) {
		t.Errorf("%+v, want %+v", r, want)
	}
	if up := RankDraws([]float64{1, 2, 9}, draws[:], Up, 3, .9); up[2].Rank != 1 || up[0].Rank != 3 || up[0].Top != 1 {
		t.Errorf("much is best: %+v", up)
	}
	c := clustered(rand.New(rand.NewPCG(1, 1)), 3, 0)
	_, err := DefaultBoot.Ranks([]*Cluster{c}, MeanOf(), Down, 1)
	if r := refused(t, "three days", err, TooFew); r.Where != "office 0" {
		t.Errorf("%+v", r)
	}
	_, err = DefaultBoot.Ranks([]*Cluster{c}, MeanOf(), Neither, 1)
	refused(t, "no direction", err, Misfit)
}

func TestOrderIntervalAgainstCounting(t *testing.T) {
	for n := 2; n < 120; n++ {
		for _, p := range []float64{.1, .5, .9, .95} {
			b := distuv.Binomial{N: float64(n), P: p}
			wantLo, wantHi := 0, n+1
			for r := 1; r <= n && b.CDF(float64(r-1)) <= .025; r++ {
				wantLo = r
			}
			for r := n; r >= 1 && 1-b.CDF(float64(r-1)) <= .025; r-- {
				wantHi = r
			}
			lo, hi, _, ok := OrderInterval(n, p, .95)
			if ok != (wantLo > 0 && wantHi <= n) || ok && (lo != wantLo-1 || hi != wantHi-1) {
				t.Fatalf("n=%d p=%v: %d %d %v, want %d %d", n, p, lo+1, hi+1, ok, wantLo, wantHi)
			}
		}
	}
}

// TestDurbinWatsonAsInR checks lmtest::dwtest (exact, two-sided); the beta
// distribution is an approximation of it.
func TestDurbinWatsonAsInR(t *testing.T) {
	for _, tc := range []struct {
		y     []float64
		dw, p float64
	}{
		{itsY, 3.135395875, .01368166528},
		{[]float64{-.613, -.107, 1.185, -.328, -1.212, -.642, -1.329, -.67, -.865, -2.53, -.771, -.568, .673, 1.211, 1.952, 1.488, 1.414, .272, 1.527, 2.11, .187, -.778, .005, 1.112}, 1.9731508924, .4495792656},
		{[]float64{1.076, -.372, -.223, 1.806, .266, .669, -.62, -.708, -1.008, -.472, 1.274, .697, 1.301, -.071, -.141, -.981, .361, .032, -.051, .213, -1.051, .434, -.405, .334, -.626, -.592, -2.339, -1.237, -1.767, -.987,
			-.599, -.465, .161, .097, .452, .026, .984, .515, .395, -.405, .336, -1.608, .332, .109, .719, -.423, 2.218, .414, .09, -.486, .732, -.77, .249, 1, 1.39, .94, .029, -.528, -.394, -.217}, 1.803279763, .240249231},
	} {
		r, err := DefaultSegmented.Fit(known(tc.y...), len(tc.y)/2)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "DW", r.DurbinWatson, tc.dw, 5e-9)
		near(t, "p", r.DurbinWatsonP, tc.p, .002)
	}
}
