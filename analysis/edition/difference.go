package edition

import (
	"cmp"
	"slices"

	"rapor/analysis/result"
)

// known is a value of a period as the edition would print it.
type known struct {
	ind   *result.Indicator
	value *result.Value
	hide  func()
}

// differences withholds, in a period so short that it is an attribute of the
// persons, what tells a small count less another value of the same persons:
// 14 applications, 13 of them not express. Exclusions of few are left out.
func (e *editor) differences() {
	periods := map[string]bool{}
	if short(e.Period) {
		periods[e.Period.ID] = true
	}
	for _, p := range e.Compare {
		if short(p) {
			periods[p.ID] = true
		}
	}
	for id := range periods {
		bySubject := map[result.Subjects][]known{}
		for _, c := range e.valuesOf(id) {
			bySubject[c.ind.Subjects] = append(bySubject[c.ind.Subjects], c)
		}
		for _, list := range bySubject {
			e.apart(list)
		}
	}
}

// valuesOf lists the known values of persons in a period.
func (e *editor) valuesOf(period string) []known {
	var out []known
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		if !ind.Subjects.Persons() {
			continue
		}
		if period == e.Period.ID && ind.Value.N > 0 {
			out = append(out, known{ind, &ind.Value, func() { e.withhold(ind) }})
		}
		for k := range ind.Baseline {
			if c := &ind.Baseline[k]; c.Period.ID == period && c.Value.N > 0 {
				out = append(out, known{ind, &c.Value, func() { e.forget(c) }})
			}
		}
	}
	return out
}

// apart keeps the values of which no two differ by few: totals that are printed
// anyway before the one that counts most, then in the order of the catalogue.
func (e *editor) apart(list []known) {
	printed := func(c known) bool { return exempt(c.ind.ID) && !e.Privacy.Strict }
	most := int64(0)
	for _, c := range list {
		most = max(most, c.value.N)
	}
	rank := func(c known) int {
		switch {
		case printed(c):
			return 0
		case 2*c.value.N >= most:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(list, func(a, b known) int { return cmp.Compare(rank(a), rank(b)) })
	told := map[result.Unit][]int64{}
	for _, c := range list {
		e.exclusions(c.value)
		own := counts(c.ind, c.value)
		if !printed(c) && slices.ContainsFunc(own, func(o count) bool {
			return slices.ContainsFunc(told[o.unit], func(n int64) bool { return e.Privacy.Small(max(n-o.n, o.n-n)) })
		}) {
			c.hide()
			continue
		}
		for _, o := range own {
			told[o.unit] = append(told[o.unit], o.n)
		}
	}
}

// exclusions leaves the account of what did not enter a value out where a part
// of it is few persons.
func (e *editor) exclusions(v *result.Value) {
	if people(v.NUnit) && slices.ContainsFunc(v.Excluded, func(x result.Exclusion) bool { return e.Privacy.Small(x.N) }) {
		v.Excluded = nil
		e.said++
	}
}

type count struct {
	unit result.Unit
	n    int64
}

// counts are the numbers of persons that a value tells: those it counts, those
// that entered, and those with what was left out.
func counts(ind *result.Indicator, v *result.Value) []count {
	var out []count
	if n, ok := whole(v.Value); ok && people(ind.Unit) {
		out = append(out, count{ind.Unit, n})
	}
	if people(v.NUnit) {
		all := v.N
		out = append(out, count{v.NUnit, all})
		for _, x := range v.Excluded {
			all += x.N
			out = append(out, count{v.NUnit, all})
		}
	}
	return out
}
