package edition

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

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
		if ind.Subjects == "" || len(ind.Series) == 0 || ind.Value.NUnit == result.Days {
			continue
		}
		if bySubject[ind.Subjects] == nil {
			order = append(order, ind.Subjects)
		}
		bySubject[ind.Subjects] = append(bySubject[ind.Subjects], ind)
	}
	for _, s := range order {
		if s.Persons() {
			e.nested(bySubject[s])
		} else {
			e.alike(bySubject[s])
		}
	}
	e.monthly()
}

// monthly masks the value of a month that is masked in its series, as the
// report of that month would print it beside the report of the year.
func (e *editor) monthly() {
	masked := func(ind *result.Indicator, p result.Period) bool {
		return len(p.From) == 10 && len(p.To) == 10 && p.From[:7] == p.To[:7] && e.months[ind.ID][p.From[:7]]
	}
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		if !ind.Subjects.Persons() || exempt(ind.ID) && !e.Privacy.Strict {
			continue
		}
		if masked(ind, e.Period) && ind.Value.Known() {
			e.withhold(ind)
		}
		for k := range ind.Baseline {
			if masked(ind, ind.Baseline[k].Period) {
				e.forget(&ind.Baseline[k])
			}
		}
	}
}

// nested masks the series of indicators of the same persons.
func (e *editor) nested(all []*result.Indicator) {
	top := all[leading(all)]
	small := map[string]bool{}
	for _, ind := range all {
		if sameCounts(ind, top) {
			for i := range ind.Series {
				if p := &ind.Series[i]; e.smallPoint(ind, p) {
					small[p.Label] = true
				}
			}
		}
	}
	hide := e.hideMonths(top, small)
	for _, ind := range all {
		switch {
		case sameCounts(ind, top):
			e.maskMonths(ind, hide)
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
		for m := range e.hideMonths(ind, small) {
			hide[m] = true
		}
	}
	for _, ind := range all {
		e.maskMonths(ind, hide)
	}
}

// leading is the first indicator of the catalogue that counts at least half of
// what the widest one counts: a headline before its sum with others.
func leading(all []*result.Indicator) int {
	var most int64
	for _, ind := range all {
		most = max(most, observed(ind))
	}
	return slices.IndexFunc(all, func(ind *result.Indicator) bool { return 2*observed(ind) >= most })
}

func observed(ind *result.Indicator) (n int64) {
	for _, p := range ind.Series {
		n += p.N
	}
	return n
}

// sameCounts reports that two series count the same observations.
func sameCounts(a, b *result.Indicator) bool {
	if len(a.Series) != len(b.Series) || people(a.Unit) != people(b.Unit) && a.ID != b.ID && a.Unit != result.Share && a.Unit != result.PerMille {
		return false
	}
	for i := range a.Series {
		if a.Series[i].Label != b.Series[i].Label || a.Series[i].N != b.Series[i].N {
			return false
		}
	}
	return true
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

// hideMonths adds to small months those that hide them, in each stretch of
// months whose sum may be told somewhere: quarters, halves and years, whatever
// the period of the report, so that the reports of an office hide the same
// months and none undoes another; and the periods of this one. What is added in
// one stretch is hidden in the others too.
func (e *editor) hideMonths(ind *result.Indicator, small map[string]bool) map[string]bool {
	out := map[string]bool{}
	for m := range small {
		out[m] = true
	}
	stretches := e.stretches(ind)
	for grew := true; grew; {
		grew = false
		for _, at := range stretches {
			row := make([]cell, len(at))
			for k, i := range at {
				row[k] = cell{ind.Series[i].N, out[ind.Series[i].Label]}
			}
			for k, m := range complement(row, e.Privacy.Least) {
				if label := ind.Series[at[k]].Label; m && !out[label] {
					out[label], grew = true, true
				}
			}
		}
	}
	return out
}

// stretches are the places of a series that have their sum told together, in a
// fixed order.
func (e *editor) stretches(ind *result.Indicator) [][]int {
	var out [][]int
	at := map[string]int{}
	put := func(key string, i int) {
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key], out = k, append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	for i, p := range ind.Series {
		year, month, ok := strings.Cut(p.Label, "-")
		n, err := strconv.Atoi(month)
		if !ok || err != nil || n < 1 {
			put("", i)
			continue
		}
		put(year+" quarter "+strconv.Itoa((n-1)/3), i)
		put(year+" half "+strconv.Itoa((n-1)/6), i)
		put(year, i)
		for _, q := range append([]result.Period{e.Period}, e.Compare...) {
			if !short(q) && !e.hidden[q.ID] && p.Label >= q.From[:min(7, len(q.From))] && p.Label <= q.To[:min(7, len(q.To))] {
				put("period "+q.ID, i)
			}
		}
	}
	return out
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
