// Package office holds who the office is and what it set for itself: service
// hours, waiting standard, daily quota, targets, dated reforms, holidays. It
// is data, filled from rapor.yaml by the command; every value has a stated
// default so that a folder of exports alone gives a report.
package office

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Setting is the office and its own rules. Default gives the zero-config one.
type Setting struct {
	Identity result.Office
	Aliases  []string // other spellings of the office's name in exports

	Opens, Closes record.Clock // service hours
	HoursStated   bool         // the office stated them: data may be held against them
	WaitStandard  int32        // seconds; share of waits at most this long
	LongWait      int32        // seconds; waits strictly longer are counted (3 hours)
	Tolerance     int32        // seconds; an earlier call within it is not an overtake
	ProcessDays   int          // working days within which a passport should be ready
	RemovalDays   int          // days within which a detained person should be removed

	Quotas   []Quota
	Reforms  []Reform
	Targets  []Target
	Holidays []Holiday

	PriorityClasses []string // ticket classes that are priority lanes

	// Rules replaces parameters of the register by id (package rules reads
	// it); every value that rests on one says so.
	Rules      map[string]string
	Simulation Simulation
}

// Quota is a daily limit of tickets in a window, in force from a day on.
type Quota struct {
	From       record.Day
	Start, End record.Clock
	Number     int64
}

// Reform is a dated change; control charts of what it touches get new limits
// from it on.
type Reform struct {
	Day  record.Day
	Name result.Text
	// Indicators it touches: ids ("GAK-15") or families ("ANT"); none means all.
	Indicators []string
}

// Touches reports whether a reform bears on an indicator, or on any indicator
// of a family.
func (r *Reform) Touches(id string) bool {
	return len(r.Indicators) == 0 || slices.ContainsFunc(r.Indicators, func(e string) bool {
		return e == id || strings.HasPrefix(id, e+"-") || strings.HasPrefix(e, id+"-")
	})
}

// ReformsOf lists the dated reforms that bear on an indicator or a family, in
// the order of their days, however the office listed them.
func (s *Setting) ReformsOf(id string) []Reform {
	var out []Reform
	for _, r := range s.Reforms {
		if r.Touches(id) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b Reform) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// Target is a target value of an indicator in its base unit.
type Target struct {
	Indicator string
	Value     *big.Rat
	Basis     result.Text
	From, To  record.Day // in force; unknown = always
}

// Holiday is a day without service.
type Holiday struct {
	Day  record.Day
	Name string
}

// Default returns the setting used when rapor.yaml says nothing: waiting
// standard 60 minutes, long wait 3 hours, tolerance 60 seconds, passports
// within 4 working days, removal within 30 days. Each is printed in the
// method chapter as a default, not as a rule.
func Default() Setting {
	return Setting{
		Opens:        record.ClockAt(7, 30, 0),
		Closes:       record.ClockAt(16, 0, 0),
		WaitStandard: 60 * 60,
		LongWait:     180 * 60,
		Tolerance:    60,
		ProcessDays:  4,
		RemovalDays:  30,
	}
}

// PriorityClass reports whether a ticket class is a priority lane. Classes are
// compared as facts bring labels together, without letter case and spaces:
// which spelling stands for a class depends on the data.
func (s *Setting) PriorityClass(class string) bool {
	return slices.ContainsFunc(s.PriorityClasses, func(c string) bool {
		return strings.EqualFold(strings.Join(strings.Fields(c), " "), strings.Join(strings.Fields(class), " "))
	})
}

// Quota returns the quota in force on a day, if any: the one with the latest
// start not after it.
func (s *Setting) Quota(d record.Day) (Quota, bool) {
	var best Quota
	found := false
	for _, q := range s.Quotas {
		if q.From <= d && (!found || q.From >= best.From) {
			best, found = q, true
		}
	}
	return best, found
}

// Target returns the target of an indicator in force on a day, if any.
func (s *Setting) Target(id string, d record.Day) (Target, bool) {
	for _, t := range s.Targets {
		if t.Indicator != id {
			continue
		}
		if t.From.Known() && d < t.From || t.To.Known() && d > t.To {
			continue
		}
		return t, true
	}
	return Target{}, false
}
