package enforcement

import (
	"slices"

	"rapor/ingest/record"
)

// The days of single events, for charts of the times between rare ones. Each
// event is listed once, in no order. Events that only a monthly form counts
// have no day and are not listed.

func (s *Slice) actDays(kinds ...record.ActionKind) []record.Day {
	return s.dayActs(func(k record.ActionKind) bool { return slices.Contains(kinds, k) })
}

func (s *Slice) dayActs(wanted func(record.ActionKind) bool) []record.Day {
	var out []record.Day
	s.facts.Enforcement.Actions(s.sel, func(a *record.Action) {
		if a.Grain == record.GrainDay && a.Decided.Known() && a.Victim != record.Yes && wanted(a.Kind) {
			for range a.Number {
				out = append(out, a.Decided)
			}
		}
	})
	return out
}

// executedDays are the days on which deportations were carried out.
func (s *Slice) executedDays() []record.Day {
	var out []record.Day
	s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) {
		if a.Kind == record.ActionDeportation && a.Victim != record.Yes && a.Executed >= s.sel.From && a.Executed <= s.sel.To {
			for range a.Number {
				out = append(out, a.Executed)
			}
		}
	})
	return out
}

func (s *Slice) caseDays() []record.Day {
	var out []record.Day
	s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
		if d := begun(c); d.Known() && d >= s.sel.From && d <= s.sel.To {
			out = append(out, d)
		}
	})
	return out
}

func (s *Slice) operationDays(meetings bool) []record.Day {
	var out []record.Day
	s.facts.Enforcement.Operations(s.sel, func(o *record.Operation) {
		if o.Meeting == meetings {
			out = append(out, o.Day)
		}
	})
	return out
}

func (s *Slice) toutDays() []record.Day {
	var out []record.Day
	s.facts.Enforcement.Touts(s.sel, func(t *record.Tout) { out = append(out, t.Day) })
	return out
}
