package analysis

import (
	"math"
	"math/big"
	"testing"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// TestBenjaminiHochbergOverTheReport: p-values .01, .04, .03, .005 of four
// changes, adjusted as R's p.adjust gives them: .02, .04, .04, .02; an
// untested change does not count.
func TestBenjaminiHochbergOverTheReport(t *testing.T) {
	inds := make([]result.Indicator, 3)
	p := []float64{.01, .04, .03, .005}
	inds[0].Baseline = []result.Change{{P: &p[0]}, {}}
	inds[1].Baseline = []result.Change{{P: &p[1]}, {P: &p[2]}}
	inds[2].Baseline = []result.Change{{P: &p[3]}}
	tested, distinct := adjust(inds)
	if tested != 4 || distinct != 4 {
		t.Errorf("%d tested, %d distinct", tested, distinct)
	}
	for i, ch := range []result.Change{inds[0].Baseline[0], inds[1].Baseline[0], inds[1].Baseline[1], inds[2].Baseline[0]} {
		near(t, "adjusted", *ch.Adjusted, []float64{.02, .04, .04, .02}[i])
	}
	if inds[0].Baseline[1].Distinct != nil {
		t.Error("an untested change has a judgement")
	}
}

// TestAlmostDistinctAloneIsNotAmongMany: p = .04 is distinct alone and not
// beside nine changes that are chance.
func TestAlmostDistinctAloneIsNotAmongMany(t *testing.T) {
	one := .04
	alone := []result.Indicator{{Baseline: []result.Change{{P: &one}}}}
	if _, n := adjust(alone); n != 1 {
		t.Error("alone it is distinct")
	}
	for i := range 9 {
		q := .2 + float64(i)/12
		alone = append(alone, result.Indicator{Baseline: []result.Change{{P: &q}}})
	}
	if _, n := adjust(alone); n != 0 || *alone[0].Baseline[0].Distinct {
		t.Error("among ten it is still called distinct")
	}
}

// TestTB3RateRatio is oracle T-B3 through compare: 12 against 5.
func TestTB3RateRatio(t *testing.T) {
	info := indicator.Info{Unit: result.Acts, Interval: "poisson"}
	ch := compare(info, number(12), number(5), result.Period{}, nil)
	near(t, "ratio", ch.Rate.Ratio, 2.4)
	near(t, "lo", ch.Rate.Lo, .78705)
	if math.Abs(ch.Rate.Hi-8.69598) > 1e-4 || math.Abs(*ch.P-.14346) > 1e-5 {
		t.Errorf("%+v, p %v", ch.Rate, *ch.P)
	}
	// The same incidents over twice the applicants are half the rate.
	rate := compare(indicator.Info{Unit: result.PerMille, Interval: "poisson"}, part(12, 2000), part(12, 1000), result.Period{}, nil)
	near(t, "rate ratio", rate.Rate.Ratio, .5)
}

// TestChanceAgreesWithTheInterval: p is below 0.05 just where the interval
// excludes zero.
func TestChanceAgreesWithTheInterval(t *testing.T) {
	for _, iv := range []stat.Interval{
		{Value: 2, Lo: .1, Hi: 9}, {Value: 2, Lo: -.1, Hi: 3}, {Value: -2, Lo: -3, Hi: .01}, {Value: -2, Lo: -90, Hi: -.01}, {Value: 1, Lo: 1, Hi: 1}, {},
	} {
		iv.Level = .95
		if p := chance(iv); (p < .05) != iv.Excludes(0) {
			t.Errorf("%+v: p = %v", iv, p)
		}
	}
}

// TestMixAdjustment: by hand. Passports 90 of 100 in time and renewals 40 of
// 100 before; now 9 of 10 and 76 of 190. The crude share falls from 65 to
// 42.5 %, under the old mix it is 65 %.
func TestMixAdjustment(t *testing.T) {
	then := []class{{result.Str("baru"), part(90, 100)}, {result.Str("ganti"), part(40, 100)}}
	now := []class{{result.Str("baru"), part(9, 10)}, {result.Str("ganti"), part(76, 190)}}
	m, by := shifted(now, then)
	if by.Cmp(big.NewRat(9, 20)) != 0 || m.Class.Label != "baru" {
		t.Errorf("%v of %v", by, m)
	}
	if got := standardised(now, then); got.Cmp(big.NewRat(13, 20)) != 0 {
		t.Errorf("adjusted %v, want 13/20", got)
	}
	now = now[:1]
	if standardised(now, then) != nil {
		t.Error("a class without observations was adjusted")
	}
}

// TestSkewIsSaid: a mean a quarter above the median is where the two tell
// different stories.
func TestSkewIsSaid(t *testing.T) {
	if _, ok := saySkew(big.NewRat(100, 1), big.NewRat(125, 1), result.Seconds); ok {
		t.Error("25 % exactly is not more")
	}
	if _, ok := saySkew(big.NewRat(100, 1), big.NewRat(126, 1), result.Seconds); !ok {
		t.Error("26 % is not said")
	}
}
