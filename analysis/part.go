package analysis

import (
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/finance"
)

// leastMissed is the number of observations in months that the other period
// has no data of, from which those months are missing rather than quiet: where
// seven were to be expected, none at all comes about once in a thousand times.
const leastMissed = 7

// part reports whether the data of the report's period and of another of as
// many months speak of different months: January to June is no fall from a
// whole year. Amounts that run from January are compared by how far they run.
// Surveys are samples, taken when they are taken; single months are
// compared as they are.
func (m measure) part(then calendar.Period) bool {
	if m.domain.name() == "finance" {
		return finance.Short(m.Facts, m.info.Kinds, m.Period.To) != finance.Short(m.Facts, m.info.Kinds, then.To)
	}
	now, before := m.Period.Months(), then.Months()
	at, ok := m.monthly()
	if !ok || len(now) != len(before) || len(now) < 2 {
		return false
	}
	a, b := m.counts(at, now), m.counts(at, before)
	return beyond(a, b) >= leastMissed || beyond(b, a) >= leastMissed
}

// counts are the observations by month.
func (m measure) counts(at int, months []calendar.Month) []int64 {
	out := make([]int64, len(months))
	for i := range months {
		out[i] = m.month(at, months[i])
	}
	return out
}

// beyond is the number of observations in months before the first and after
// the last of which the other period has data. A quiet month between is none
// that is missing.
func beyond(a, other []int64) (n int64) {
	spoken := func(v int64) bool { return v >= 0 }
	first := slices.IndexFunc(other, spoken)
	last := first
	for i, v := range other {
		if spoken(v) {
			last = i
		}
	}
	for i, v := range a {
		if first >= 0 && (i < first || i > last) && spoken(v) {
			n += max(v, 1)
		}
	}
	return n
}

// month is the number of observations behind the value of a month; -1 where
// no data speak of it.
func (m measure) month(at int, month calendar.Month) int64 {
	v := m.domain.value(at, facts.Selection{From: month.First(), To: month.Last()})
	if !v.Known() {
		return -1
	}
	return v.N
}

// monthly is the first indicator of the domain with a monthly series from
// records of the same kind: the count of them all, which is there in months
// that have none of the indicator's own.
func (m measure) monthly() (at int, ok bool) {
	if slices.Contains(m.info.Kinds, "answer") {
		return 0, false
	}
	for i, info := range m.domain.infos() {
		if info.Series && slices.ContainsFunc(info.Kinds, func(k string) bool { return slices.Contains(m.info.Kinds, k) }) {
			return i, true
		}
	}
	return 0, false
}
