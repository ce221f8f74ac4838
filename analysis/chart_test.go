package analysis

import (
	"math"
	"math/big"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// monthly makes a series of values from January 2015 on.
func monthly(values []result.Value) []result.Point {
	out := make([]result.Point, len(values))
	for i, v := range values {
		out[i] = result.Point{Label: calendar.Month{Year: 2015 + i/12, Month: i%12 + 1}.ID(), Value: v.Value, N: v.N}
	}
	return out
}

func number(n int64) result.Value { return result.Value{Value: big.NewRat(n, 1), N: n} }

func part(num, den int64) result.Value {
	return result.Value{Value: big.NewRat(num, den), Num: big.NewRat(num, 1), Den: big.NewRat(den, 1), N: den}
}

func runOf(set office.Setting, months int) *run {
	p := calendar.Period{ID: "2016", From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
	c := newRun(Input{Setting: &set, Period: p})
	c.months = c.months[:months]
	return c
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-5 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// TestTS1ThroughTheReport is oracle T-S1 as an indicator's control chart: mean
// and screened limits, the fifth point the only special cause, and the lower
// limit kept below zero.
func TestTS1ThroughTheReport(t *testing.T) {
	var values []result.Value
	for _, n := range []int64{1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1} {
		values = append(values, number(n))
	}
	series := monthly(values)
	ctl := runOf(office.Default(), len(series)).control(indicator.Info{ID: "X-01", Unit: result.Seconds, Better: result.Lower, Series: true, Control: true}, series, values)
	if ctl == nil || ctl.Chart != "xmr" || len(ctl.Phases) != 1 || ctl.Trial {
		t.Fatalf("%+v", ctl)
	}
	near(t, "mean", ctl.Phases[0].Mean, 1.944444)
	near(t, "lower", ctl.Phases[0].Lower, -.715556)
	near(t, "upper", ctl.Phases[0].Upper, 4.604444)
	for i, p := range series {
		if (p.Flag != "") != (i == 4) || i == 4 && p.Flag != "limit" || p.Limits != nil {
			t.Errorf("point %d: %q %v", i+1, p.Flag, p.Limits)
		}
	}
}

// TestPChartFollowsTheSizeOfTheMonth: 10 % of 100 and of 400 in turn; limits
// are 3 sqrt(.1 x .9 / n) by hand, and a month of 25 % of 100 lies outside.
func TestPChartFollowsTheSizeOfTheMonth(t *testing.T) {
	var values []result.Value
	for i := range 14 {
		// Shares move as chance would move them, so that p, not p', is drawn.
		step := []int64{-3, 1, 3, -1, 2, -2, 0}[i%7]
		if i%2 == 0 {
			values = append(values, part(10+step, 100))
		} else {
			values = append(values, part(40+2*step, 400))
		}
	}
	series := monthly(values)
	info := indicator.Info{ID: "X-02", Unit: result.Share, Better: result.Higher, Interval: "wilson", Series: true}
	ctl := runOf(office.Default(), len(series)).control(info, series, values)
	if ctl == nil || ctl.Chart != "p" {
		t.Fatalf("%+v", ctl)
	}
	var num, den float64
	for _, v := range values {
		num, den = num+ratFloat(v.Num), den+ratFloat(v.Den)
	}
	centre := num / den
	for i, p := range series {
		half := 3 * math.Sqrt(centre*(1-centre)/ratFloat(values[i].Den))
		near(t, "centre", p.Limits.Centre, centre)
		near(t, "upper", p.Limits.Upper, centre+half)
		near(t, "lower", p.Limits.Lower, centre-half)
		if p.Flag == "limit" {
			t.Errorf("point %d is flagged", i+1)
		}
	}
	values[12] = part(25, 100)
	series = monthly(values)
	runOf(office.Default(), len(series)).control(info, series, values)
	if series[12].Flag != "limit" {
		t.Error("25 % of 100 is not seen")
	}
}

// TestLaneyForMonthsThatDifferMoreThanChance: shares that jump between 5 and
// 20 % of 400, and months of thousands, get p'.
func TestLaneyForMonthsThatDifferMoreThanChance(t *testing.T) {
	var wild, large []result.Value
	for i := range int64(14) {
		wild = append(wild, part(20+60*(i%2), 400))
		large = append(large, part(1000+i%3, 5000))
	}
	info := indicator.Info{ID: "X-03", Unit: result.Share, Interval: indicator.Resampled, Series: true}
	for _, values := range [][]result.Value{wild, large} {
		if ch := chartOf(info, monthly(values), values, nil); ch.kind != "p'" {
			t.Errorf("%s", ch.kind)
		}
	}
}

// TestCountsRatesAndRareEvents: counts get a c chart, rates a u chart, and
// events below three a month are refused in words.
func TestCountsRatesAndRareEvents(t *testing.T) {
	var counts, rates, rare []result.Value
	for i := range int64(14) {
		k := []int64{8, 10, 9, 12, 7, 11, 9}[i%7]
		counts = append(counts, number(k))
		rates = append(rates, part(k, 900+10*i))
		rare = append(rare, number(i%3))
	}
	count := indicator.Info{ID: "X-04", Unit: result.Acts, Interval: "poisson", Series: true}
	c := chartOf(count, monthly(counts), counts, nil)
	mean := c.xmr.Phases[0].Mean
	if c.kind != "c" || c.varies() {
		t.Errorf("%s", c.kind)
	}
	near(t, "c upper", c.xmr.Lines[3].Upper, mean+3*math.Sqrt(mean))
	if u := chartOf(indicator.Info{ID: "X-05", Unit: result.PerMille, Interval: "poisson", Series: true}, monthly(rates), rates, nil); u.kind != "u" || !u.varies() || u.xmr.Lines[0].Upper <= u.xmr.Lines[13].Upper {
		t.Errorf("%s: a smaller exposure has no wider limit", u.kind)
	}
	series := monthly(rare)
	ctl := runOf(office.Default(), len(series)).control(count, series, rare)
	if ctl == nil || ctl.Chart != "rare" || len(ctl.Phases) != 0 || ctl.Say.Empty() {
		t.Errorf("%+v", ctl)
	}
}

// TestPartialAndMissingMonthsAreNoZeros: a month without data, and a count of
// a month that is not over, do not lower the mean.
func TestPartialAndMissingMonthsAreNoZeros(t *testing.T) {
	var values []result.Value
	for i := range int64(14) {
		values = append(values, number(9+i%3))
	}
	values[5] = result.Value{}
	values[13] = number(1)
	series := monthly(values)
	series[13].Part = true
	ch := chartOf(indicator.Info{ID: "X-06", Unit: result.Acts, Interval: "poisson", Series: true}, series, values, nil)
	if m := ch.xmr.Phases[0].Mean; m < 9 || m > 11 || ch.obs[5].Known || ch.obs[13].Known {
		t.Errorf("mean %v, %v, %v", m, ch.obs[5], ch.obs[13])
	}
}

// TestTargetsMayChange: each stretch of months has its own line, and the
// assurance is judged by the target in force at the last point.
func TestTargetsMayChange(t *testing.T) {
	set := office.Default()
	set.Targets = []office.Target{
		{Indicator: "X-07", Value: big.NewRat(50, 1), To: record.DayOf(2015, 6, 30)},
		{Indicator: "X-07", Value: big.NewRat(5, 1), From: record.DayOf(2015, 9, 1)},
	}
	var values []result.Value
	for i := range int64(14) {
		values = append(values, number(20+i%3))
	}
	series := monthly(values)
	c := runOf(set, len(series))
	ind := result.Indicator{ID: "X-07", Series: series}
	got := c.targetLines(ind)
	if len(got) != 2 || got[0].First != 0 || got[0].Last != 5 || got[0].Value != 50 || got[1].First != 8 || got[1].Last != 13 || got[1].Value != 5 {
		t.Errorf("%+v", got)
	}
	info := indicator.Info{ID: "X-07", Unit: result.Seconds, Better: result.Lower, Series: true, Control: true}
	if ctl := c.control(info, series, values); ctl.Assurance != "fail" {
		t.Errorf("assurance %s", ctl.Assurance)
	}
}

// TestMethodsListOnlyTheChartsDrawn: the rule of the XmR chart is that of a
// report with an XmR chart, not of any chart.
func TestMethodsListOnlyTheChartsDrawn(t *testing.T) {
	with := func(kind string) bool {
		return rulesUsed([]result.Indicator{{Value: number(9), Control: &result.Control{Chart: kind}}})["STAT-XMR"]
	}
	if !with("xmr") || with("p'") || with(rareKind) {
		t.Error("xmr", with("xmr"), "p'", with("p'"), "rare", with(rareKind))
	}
}
