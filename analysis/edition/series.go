package edition

import (
	"maps"
	"math/big"
	"slices"

	"rapor/analysis/result"
)

// series masks monthly series. Indicators of the same persons are kept
// together, because one is often a part of another: the largest series is
// shown with its small months and their complements masked; one with the same
// counts hides the same months; one with other counts is left out, since the
// difference of two would be a count of its own.
func (e *editor) series() {
	bySubject := map[result.Subjects][]*result.Indicator{}
	var order []result.Subjects
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		if ind.Subjects == "" || len(e.counts(ind)) == 0 || ind.Value.NUnit == result.Days {
			continue
		}
		if bySubject[ind.Subjects] == nil {
			order = append(order, ind.Subjects)
		}
		bySubject[ind.Subjects] = append(bySubject[ind.Subjects], ind)
	}
	for _, s := range order {
		if s.Persons() {
			e.nested(s, bySubject[s])
		} else {
			e.alike(bySubject[s])
		}
	}
	e.withheldPeriods()
}

// nested masks the series of indicators of the same persons, and keeps what is
// masked for the values of the same months.
func (e *editor) nested(of result.Subjects, all []*result.Indicator) {
	top := all[e.leading(all)]
	small := map[string]bool{}
	for _, ind := range all {
		if e.sameCounts(ind, top) {
			for _, p := range e.counts(ind) {
				if e.smallPoint(ind, &p) {
					small[p.Label] = true
				}
			}
		}
	}
	plan := newPlan(e.counts(top), small, e.Privacy)
	e.plans[of] = plan
	for _, ind := range all {
		switch {
		case e.sameCounts(ind, top):
			e.maskMonths(ind, plan.months)
		case slices.ContainsFunc(ind.Series, func(p result.Point) bool { return p.N > 0 }):
			e.maskMonths(ind, nil)
		}
	}
}

// alike masks the series of queue tickets: months of few tickets for all.
func (e *editor) alike(all []*result.Indicator) {
	small := map[string]bool{}
	for _, ind := range all {
		for i := range ind.Series {
			if p := &ind.Series[i]; e.Privacy.Small(p.N) {
				small[p.Label] = true
			}
		}
	}
	if len(small) == 0 {
		return
	}
	hide := map[string]bool{}
	for _, ind := range all {
		maps.Copy(hide, newPlan(e.counts(ind), small, e.Privacy).months)
	}
	for _, ind := range all {
		e.maskMonths(ind, hide)
	}
}

// counts are all months of the data that an indicator counts; a result that
// does not hold them has those of its series.
func (e *editor) counts(ind *result.Indicator) []result.Point {
	if all := e.every[ind.ID]; all != nil {
		return all
	}
	return ind.Series
}

// leading is the first indicator of the catalogue that counts at least half of
// what the widest one counts: a headline before its sum with others.
func (e *editor) leading(all []*result.Indicator) int {
	var most int64
	for _, ind := range all {
		most = max(most, e.observed(ind))
	}
	return slices.IndexFunc(all, func(ind *result.Indicator) bool { return 2*e.observed(ind) >= most })
}

func (e *editor) observed(ind *result.Indicator) (n int64) {
	for _, p := range e.counts(ind) {
		n += p.N
	}
	return n
}

// sameCounts reports that two indicators count the same observations in every
// month.
func (e *editor) sameCounts(a, b *result.Indicator) bool {
	if people(a.Unit) != people(b.Unit) && a.ID != b.ID && a.Unit != result.Share && a.Unit != result.PerMille {
		return false
	}
	return maps.Equal(byMonth(e.counts(a)), byMonth(e.counts(b)))
}

// byMonth are the months that hold any, with their number.
func byMonth(list []result.Point) map[string]int64 {
	out := map[string]int64{}
	for _, p := range list {
		if p.N > 0 {
			out[p.Label] = p.N
		}
	}
	return out
}

// smallPoint is small for a point of a series.
func (e *editor) smallPoint(ind *result.Indicator, p *result.Point) bool {
	if e.Privacy.Small(p.N) {
		return true
	}
	if p.Value == nil {
		return false
	}
	if n, ok := whole(p.Value); ok && people(ind.Unit) && e.Privacy.Small(n) {
		return true
	}
	return ind.Unit == result.Share && e.Privacy.SmallPart(new(big.Rat).Mul(p.Value, new(big.Rat).SetInt64(p.N)), p.N)
}

// maskMonths masks the months of a series; nil masks all. The limits of its
// chart are sums and differences of the months and go with them.
func (e *editor) maskMonths(ind *result.Indicator, months map[string]bool) {
	if months != nil && len(months) == 0 {
		return
	}
	hide := map[string]bool{}
	for i := range ind.Series {
		p := &ind.Series[i]
		if months == nil || months[p.Label] {
			*p = result.Point{Label: p.Label, Masked: true}
			hide[p.Label] = true
			e.said++
			continue
		}
		p.Limits, p.Flag = nil, ""
	}
	e.months[ind.ID] = hide
	if ind.Control != nil {
		said := key(ind.Control.Say)
		e.gone[said] = true
		ind.Findings = slices.DeleteFunc(ind.Findings, func(t result.Text) bool { return key(t) == said })
		ind.Control = nil
	}
}
