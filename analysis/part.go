package analysis

import (
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/finance"
)

// leastMissed is the number of observations in months that the other period
// has no data of, from which those months are missing rather than quiet: where
// three were to be expected, none at all comes about once in twenty times.
const leastMissed = 3

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
	var missed int64
	for i := range now {
		a, b := m.month(at, now[i]), m.month(at, before[i])
		if (a < 0) != (b < 0) {
			missed += max(a, b, 1)
		}
	}
	return missed >= leastMissed
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

// monthly is the indicator itself where it has a monthly series, or the first
// of its domain that has one from the same records.
func (m measure) monthly() (at int, ok bool) {
	if slices.Contains(m.info.Kinds, "answer") {
		return 0, false
	}
	if m.info.Series {
		return m.at, true
	}
	for i, info := range m.domain.infos() {
		if info.Series && slices.ContainsFunc(info.Kinds, func(k string) bool { return slices.Contains(m.info.Kinds, k) }) {
			return i, true
		}
	}
	return 0, false
}
