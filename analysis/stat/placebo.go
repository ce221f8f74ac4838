package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Placebo is a change that never was: the same model at another date.
type Placebo struct {
	Start  int // index of the first point after the pretended change
	Effect Coefficient
}

// Placebos fits every possible change within the time before the real one, each
// with at least MinSide points a side, and returns the effect at the end of
// each; share is the part of them whose |effect|/error reaches the real one's.
// If pretended dates often do as well as the real date, the real effect is not
// to be believed. It is refused when the time before is too short (twice
// MinSide).
func (m Segmented) Placebos(y []Obs, start int) (out []Placebo, share float64, err error) {
	real, err := m.Fit(y, start)
	if err != nil {
		return nil, 0, err
	}
	side := max(m.MinSide, 3)
	for s := side; s+side <= start; s++ {
		f, err := m.Fit(y[:start], s)
		if err != nil {
			continue // with Gaps a side can fall short
		}
		out = append(out, Placebo{s, f.EffectEnd})
		if math.Abs(f.EffectEnd.Value)/f.EffectEnd.Used >= math.Abs(real.EffectEnd.Value)/real.EffectEnd.Used {
			share++
		}
	}
	if len(out) == 0 {
		return nil, 0, tooFew("before", start, 2*side)
	}
	return out, share / float64(len(out)), nil
}

// WeekdayEffect tests whether residuals of a daily series differ by weekday
// (one-way analysis of variance; Fisher 1925): f is F with k-1 and n-k degrees
// of freedom, p its tail. weekday runs parallel to residuals, NaN residuals are
// left out. A small p says that the model should have known the weekday. It is
// refused for fewer than two weekdays or fewer than two points each on average.
func WeekdayEffect(residuals []float64, weekday []int) (f, p float64, err error) {
	if len(residuals) != len(weekday) {
		return 0, 0, &Refusal{Reason: Misfit, Where: "weekday"}
	}
	var n [7]int
	var sum [7]float64
	var total, squares float64
	all, groups := 0, 0
	for i, e := range residuals {
		if math.IsNaN(e) || weekday[i] < 0 || weekday[i] > 6 {
			continue
		}
		n[weekday[i]]++
		sum[weekday[i]] += e
		total += e
		squares += e * e
		all++
	}
	between := 0.0
	for d := range n {
		if n[d] > 0 {
			groups++
			between += sum[d] * sum[d] / float64(n[d])
		}
	}
	if groups < 2 || all < 2*groups {
		return 0, 0, tooFew("weekdays", all, max(4, 2*groups))
	}
	within := squares - between
	between -= total * total / float64(all)
	if within <= 0 {
		return 0, 0, &Refusal{Reason: NoVariation}
	}
	d1, d2 := float64(groups-1), float64(all-groups)
	f = (between / d1) / (within / d2)
	return f, distuv.F{D1: d1, D2: d2}.Survival(f), nil
}

// CheckWeekdays runs WeekdayEffect on the residuals of a daily series and adds
// the warning weekday_pattern when p is below 0.05. weekday runs parallel to the
// series, 0 to 6.
func (r *ITS) CheckWeekdays(weekday []int) (f, p float64, err error) {
	f, p, err = WeekdayEffect(r.Residuals, weekday)
	if err == nil && p < 0.05 {
		r.Warnings = append(r.Warnings, WeekdayPattern)
	}
	return f, p, err
}
