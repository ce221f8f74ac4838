package analysis

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/enforcement"
	"rapor/analysis/finance"
	"rapor/analysis/indicator"
	"rapor/analysis/queue"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/analysis/survey"
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
	ch := compare(info, number(12), number(5), result.Period{}, 1, nil)
	near(t, "ratio", ch.Rate.Ratio, 2.4)
	near(t, "lo", ch.Rate.Lo, .78705)
	if math.Abs(ch.Rate.Hi-8.69598) > 1e-4 || math.Abs(*ch.P-.14346) > 1e-5 {
		t.Errorf("%+v, p %v", ch.Rate, *ch.P)
	}
	// The same incidents over twice the applicants are half the rate.
	rate := compare(indicator.Info{Unit: result.PerMille, Interval: "poisson"}, part(12, 2000), part(12, 1000), result.Period{}, 1, nil)
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

// TestDifferenceOfTwoIntervals: Newcombe (1998), table II, method 10: 56/70
// against 48/80 is .0524 to .3339, and 9/10 against 3/10 is .1705 to .8090.
func TestDifferenceOfTwoIntervals(t *testing.T) {
	info := indicator.Info{ID: "SKM-14", Unit: result.Share, NUnit: result.Cases, Better: result.Higher, Interval: "wilson"}
	of := func(hits, n int64) result.Value {
		lo, hi := stat.Wilson(hits, n, .95)
		return result.Value{Value: big.NewRat(hits, n), N: n, Lo: &lo, Hi: &hi, Level: .95, Interval: "wilson"}
	}
	none := func() (now, then *indicator.Sample) { return nil, nil }
	for _, c := range []struct {
		a, m, b, n int64
		lo, hi     float64
	}{{56, 70, 48, 80, .0524, .3339}, {9, 10, 3, 10, .1705, .8090}} {
		ch := compare(info, of(c.a, c.m), of(c.b, c.n), result.Period{}, 1, none)
		if ch.Gap == nil || math.Abs(ch.Gap.Lo-c.lo) > 5e-5 || math.Abs(ch.Gap.Hi-c.hi) > 5e-5 || *ch.P >= .05 {
			t.Errorf("%d/%d against %d/%d: %+v", c.a, c.m, c.b, c.n, ch.Gap)
		}
	}
	if ch := compare(info, of(2, 30), of(2, 24), result.Period{}, 1, none); *ch.P < .5 {
		t.Errorf("2 of 30 against 2 of 24: p %v", *ch.P)
	}
	acts := info
	acts.NUnit = result.Acts
	if ch := compare(acts, of(9, 10), of(3, 10), result.Period{}, 1, none); ch.P != nil {
		t.Error("acts of one raid do not speak each for itself")
	}
}

// TestBetterOnlyWhereToldFromChance: without a test, and with too few
// observations, a change is never called better or worse, up or down.
func TestBetterOnlyWhereToldFromChance(t *testing.T) {
	score := indicator.Info{ID: "SKM-01", Unit: result.Points, NUnit: result.Answers, Better: result.Higher, MinN: 30, Interval: "bootstrap"}
	money := indicator.Info{ID: "KEU-01", Unit: result.Share, NUnit: result.Count, Better: result.Higher}
	worst := indicator.Info{ID: "ANT-21", Unit: result.Seconds, NUnit: result.Tickets, Better: result.Lower}
	volume := indicator.Info{ID: "ANT-01", Unit: result.Tickets, NUnit: result.Tickets}
	of := func(v, n int64, half float64) result.Value {
		lo, hi := float64(v)-half, float64(v)+half
		return result.Value{Value: big.NewRat(v, 1), N: n, Lo: &lo, Hi: &hi, Level: .95, Interval: "bootstrap"}
	}
	none := func() (now, then *indicator.Sample) { return nil, nil }
	for name, c := range map[string]struct {
		info      indicator.Info
		domain    string
		now, then result.Value
		untold    string
		told      bool // better or worse, up or down is said
	}{
		"two respondents":            {score, "survey", of(100, 2, 1), of(78, 2, 1), result.UntoldFew, false},
		"few in one of the years":    {score, "survey", of(100, 400, 1), of(78, 29, 1), result.UntoldFew, false},
		"forty, and a small gap":     {score, "survey", of(80, 40, 4), of(78, 40, 4), "", false},
		"forty, and a great gap":     {score, "survey", of(95, 40, 4), of(70, 40, 4), "", true},
		"forty all alike":            {score, "survey", of(100, 40, 0), of(75, 40, 4), result.UntoldTest, false},
		"money is no sample":         {money, "finance", of(1, 0, 0), of(2, 0, 0), "", true},
		"a maximum has no test":      {worst, "queue", of(900, 400, 0), of(600, 400, 0), result.UntoldTest, false},
		"a volume is not better":     {volume, "queue", of(900, 900, 0), of(600, 600, 0), "", true},
		"the same without any doubt": {worst, "queue", of(600, 400, 0), of(600, 400, 0), result.UntoldTest, false},
	} {
		ch := compare(c.info, c.now, c.then, result.Period{ID: "2018"}, 1, none)
		ch.Untold = untold(c.info, c.domain, ch)
		if ch.Untold != c.untold {
			t.Errorf("%s: untold %q, want %q", name, ch.Untold, c.untold)
		}
		inds := []result.Indicator{{Value: c.now, Name: result.T("Nilai", "Value"), Baseline: []result.Change{ch}}}
		adjust(inds)
		say, head := sayChange(c.info, c.now, inds[0].Baseline[0], 1), headline(inds[0], "2019")
		for _, word := range []string{"Membaik", "Memburuk", "Naik", "Turun", "naik", "turun"} {
			if !c.told && (strings.Contains(say.ID, word) || strings.Contains(head.ID, word)) {
				t.Errorf("%s: says %q and %q", name, say.ID, head.ID)
			}
		}
		if c.told && (strings.Contains(say.ID, "kebetulan") || strings.Contains(head.ID, "kebetulan")) {
			t.Errorf("%s: says %q and %q", name, say.ID, head.ID)
		}
	}
}

// TestCountsKnowTheirDays: every count that is compared as one of events says
// on which days they were, so that those of one day are known as one.
func TestCountsKnowTheirDays(t *testing.T) {
	look := func(i indicator.Info, has bool) {
		if (counted(i) || i.ChartKind() == indicator.U) && !has {
			t.Errorf("%s compares counts and does not know their days", i.ID)
		}
	}
	for _, s := range queue.Specs() {
		look(s.Info, s.Events != nil)
	}
	for _, s := range survey.Specs() {
		look(s.Info, s.Events != nil)
	}
	for _, s := range enforcement.Specs() {
		look(s.Info, s.Events != nil)
	}
	for _, s := range finance.Specs() {
		look(s.Info, s.Events != nil)
	}
}

// TestARaidIsNoTrend: 52 against 12 is told from chance where the events come
// one by one, and not where forty of them are of one day.
func TestARaidIsNoTrend(t *testing.T) {
	info := indicator.Info{Unit: result.Acts, Interval: "poisson"}
	one := compare(info, number(52), number(12), result.Period{}, 1, nil)
	raid := compare(info, number(52), number(12), result.Period{}, 25, nil)
	if *one.P > 1e-4 || *raid.P < .1 || raid.Rate.Ratio != one.Rate.Ratio || raid.Rate.Lo > 1 {
		t.Errorf("%+v p %v, raid %+v p %v", one.Rate, *one.P, raid.Rate, *raid.P)
	}
}
