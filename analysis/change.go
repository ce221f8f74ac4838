package analysis

import (
	"math"
	"math/big"

	"gonum.org/v1/gonum/stat/distuv"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// falseShare is the share of false alarms allowed among the changes called
// distinct in one report.
const falseShare = 0.05

// compare sets a value beside that of a baseline. Counts of rare things are
// compared by their rate ratio, so that 12 against 5 is not oversold; what is
// measured on days, by resampling the days of both periods; what is measured on
// people who answer for themselves, by the intervals of both values. spread is
// the dispersion of counted events over days, 1 where they come one by one: the
// forty of one raid are one event, not forty. Fewer
// observations than the indicator can be judged by are not compared.
func compare(info indicator.Info, now, then result.Value, p result.Period, spread float64, samples func() (now, then *indicator.Sample)) result.Change {
	ch := result.Change{Period: p, Value: then}
	if !now.Known() || !then.Known() {
		return ch
	}
	ch.Diff = new(big.Rat).Sub(now.Value, then.Value)
	if then.Value.Sign() != 0 {
		ch.Relative = new(big.Rat).Quo(ch.Diff, new(big.Rat).Abs(then.Value))
	}
	switch {
	case counted(info):
		ch.Rate, ch.P = rateChange(now.Value, then.Value, nil, nil, spread)
	case info.ChartKind() == indicator.U && now.Num != nil && then.Num != nil:
		ch.Rate, ch.P = rateChange(now.Num, then.Num, now.Den, then.Den, spread)
	case info.MinN > 0 && min(now.N, then.N) < info.MinN:
		ch.Untold = result.UntoldFew
	default:
		a, b := samples()
		if ch.Gap, ch.P = gapChange(a, b); ch.Gap == nil && a == nil && b == nil && alone(info) {
			ch.Gap, ch.P = boundsChange(now, then)
		}
	}
	return ch
}

// alone reports whether the observations of a better or worse value speak each
// for itself, so that the intervals of two periods tell their difference.
// Persons and acts of one raid do not.
func alone(info indicator.Info) bool {
	switch info.NUnit {
	case result.Answers, result.Cases, result.Events, result.Days:
		return info.Better != result.Contextual
	}
	return false
}

// boundsChange is the interval of a difference from the intervals of its two
// values (the square-and-add method of Newcombe 1998, for any estimates Zou and
// Donner 2008), with a p-value; nil where one of them has none, or one without
// width: observations all alike see no doubt where there is some.
func boundsChange(now, then result.Value) (*result.Gap, *float64) {
	for _, v := range []result.Value{now, then} {
		if v.Lo == nil || v.Hi == nil || !(*v.Lo < *v.Hi) || v.Level != now.Level {
			return nil, nil
		}
	}
	a, b := ratFloat(now.Value), ratFloat(then.Value)
	iv := stat.Interval{Value: a - b, Level: now.Level,
		Lo: a - b - math.Hypot(a-*now.Lo, *then.Hi-b), Hi: a - b + math.Hypot(*now.Hi-a, b-*then.Lo)}
	p := chance(iv)
	return &result.Gap{Lo: iv.Lo, Hi: iv.Hi, Level: iv.Level, Interval: now.Interval}, &p
}

// untold says why a change is not told from chance where that would be needed:
// amounts of money are whole accounts, and no sample of anything.
func untold(info indicator.Info, domain string, ch result.Change) string {
	switch {
	case ch.Diff == nil || ch.P != nil || domain == "finance":
		return ""
	case ch.Untold == "" && info.Better != result.Contextual:
		return result.UntoldTest
	}
	return ch.Untold
}

// counted reports whether an indicator is a count of independent events, for
// which a Poisson comparison is meant.
func counted(info indicator.Info) bool {
	switch info.Unit {
	case result.Persons, result.Acts, result.Cases, result.Events:
		return info.Interval == "poisson"
	}
	return false
}

// rateChange compares two counts, over exposures where there are any, by their
// exact rate ratio, each weighed down by their dispersion over days.
func rateChange(now, then, overNow, overThen *big.Rat, spread float64) (*result.RateRatio, *float64) {
	a, b := int64(ratFloat(now)), int64(ratFloat(then))
	if a+b < 1 {
		return nil, nil
	}
	e, f := 1.0, 1.0
	if overNow != nil && overThen != nil {
		e, f = ratFloat(overNow), ratFloat(overThen)
	}
	r := stat.RatesSpread(a, b, e, f, spread, 0.95)
	out := &result.RateRatio{Ratio: r.Ratio, Lo: r.Lo, Hi: r.Hi, Open: r.Open, P: r.P}
	if r.Open {
		out.Ratio = 0
	}
	return out, &r.P
}

// gapChange is the interval of a difference by resampling days, with a
// p-value; nil where either side has too few days.
func gapChange(now, then *indicator.Sample) (*result.Gap, *float64) {
	iv, err := indicator.Difference(then, now, stat.DefaultBoot)
	if err != nil {
		return nil, nil
	}
	p := chance(iv)
	return &result.Gap{Lo: iv.Lo, Hi: iv.Hi, Level: iv.Level, Interval: indicator.Resampled}, &p
}

// chance is the two-sided p-value of no difference that belongs to an
// interval: the distance from zero in units of the half of the interval that
// faces zero, on the normal curve (Altman and Bland 2011). It is below
// 1 - level just where the interval excludes zero.
func chance(iv stat.Interval) float64 {
	half := iv.Value - iv.Lo
	if iv.Value < 0 {
		half = iv.Hi - iv.Value
	}
	switch {
	case iv.Value == 0:
		return 1
	case half <= 0:
		return 0
	}
	z := zOf(iv.Level) * math.Abs(iv.Value) / half
	return math.Min(1, 2*distuv.UnitNormal.CDF(-z))
}

// zOf is the half width of an interval of a level on the normal curve, in
// standard errors.
func zOf(level float64) float64 { return distuv.UnitNormal.Quantile(0.5 + level/2) }

// adjust controls the false-discovery rate over all changes of the report that
// were tested, and says of each whether it can be told from chance. It returns
// how many were tested and how many are distinct.
func adjust(inds []result.Indicator) (tested, distinct int) {
	var p []float64
	var at []*result.Change
	for i := range inds {
		for k := range inds[i].Baseline {
			if ch := &inds[i].Baseline[k]; ch.P != nil {
				p, at = append(p, *ch.P), append(at, ch)
			}
		}
	}
	for i, q := range stat.FDR(p) {
		told := q < falseShare
		at[i].Adjusted, at[i].Distinct = &q, &told
		if told {
			distinct++
		}
	}
	return len(p), distinct
}

// sayTested is the notice of the changes tested.
func (c *run) sayTested() []result.Text {
	if c.tested < 2 {
		return nil
	}
	return []result.Text{result.T(
		"{0} perubahan terhadap periode pembanding diuji dalam laporan ini; {1} dapat dibedakan dari kebetulan setelah tingkat temuan palsu dikendalikan pada {2} (Benjamini-Hochberg).",
		"{0} changes against comparison periods were tested in this report; {1} can be told from chance with the false-discovery rate controlled at {2} (Benjamini-Hochberg).",
		result.Int(int64(c.tested), result.Count), result.Int(int64(c.distinct), result.Count), result.Num(big.NewRat(5, 100), result.Share))}
}
