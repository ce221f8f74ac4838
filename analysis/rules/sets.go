package rules

import (
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Set is the rule set of a span of fiscal years for budget performance.
type Set struct {
	ID       string
	Title    result.Text
	First    int    // fiscal year, 0 = open
	Last     int    // fiscal year, 0 = open
	Named    bool   // the scores existed under the name IKPA
	Formulas string // id of the set whose formulas are computed
	Status   string
	Source   result.Text
	Note     result.Text
}

// Sets lists the rule sets by fiscal year, oldest first.
func Sets() []Set { return book().sets }

// FinanceSet returns the rule set of a fiscal year. IKPA rests on PMK
// 195/PMK.05/2018; nothing before may bear its name.
func FinanceSet(year int) Set {
	for _, s := range Sets() {
		if (s.First == 0 || s.First <= year) && (s.Last == 0 || year <= s.Last) {
			return s
		}
	}
	return Set{}
}

// Day is the day on which to look up the parameters of the formulas that are
// computed for a fiscal year: the year's own last day where the formulas of
// its set are in the register, else the last day of the first year of the set
// whose formulas stand in.
func (s Set) Day(year int) record.Day {
	if s.Formulas != s.ID {
		for _, o := range Sets() {
			if o.ID == s.Formulas {
				year = o.First
			}
		}
	}
	return record.DayOf(year, 12, 31)
}
