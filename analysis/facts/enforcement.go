package facts

import (
	"rapor/ingest/record"
)

// Enforcement is all facts of enforcement, row by row: acts, cases, counts of
// monthly forms, operations and meetings, tout incidents.
type Enforcement struct {
	actions    []record.Action
	cases      []record.Case
	counts     []record.CaseCount
	operations []record.Operation
	touts      []record.Tout
	merged     []record.Reject // spellings brought together
}

// Action keeps one administrative action.
func (s *Set) Action(a *record.Action) { s.Enforcement.actions = append(s.Enforcement.actions, *a) }

// Case keeps one suspect.
func (s *Set) Case(c *record.Case) { s.Enforcement.cases = append(s.Enforcement.cases, *c) }

// CaseCount keeps one count of a monthly form.
func (s *Set) CaseCount(c *record.CaseCount) { s.Enforcement.counts = append(s.Enforcement.counts, *c) }

// Operation keeps one operation or meeting.
func (s *Set) Operation(o *record.Operation) {
	s.Enforcement.operations = append(s.Enforcement.operations, *o)
}

// Tout keeps one tout incident.
func (s *Set) Tout(t *record.Tout) { s.Enforcement.touts = append(s.Enforcement.touts, *t) }

// Actions calls f for every act decided in a selection. A list with one row
// per act and a monthly form of the same month describe the same acts: the
// form's rows are then left out. Of tables that count the same acts by several
// attributes one counts.
func (e *Enforcement) Actions(sel Selection, f func(*record.Action)) {
	listed := map[int]bool{}
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office == sel.Office && a.Grain == record.GrainDay && a.Decided.Known() {
			listed[monthIndex(a.Decided)] = true
		}
	}
	sides := sidesOf(e.actions, sel.Office)
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office != sel.Office || a.Decided.Known() && !within(a.Decided, a.Grain, sel) {
			continue
		}
		if a.Grain == record.GrainMonth && (listed[monthIndex(a.Decided)] || sides.again(a)) {
			continue
		}
		f(a)
	}
}

// Every calls f for every act of an office, whatever the dates; the rows of
// monthly forms are left out, for they know neither persons nor execution.
func (e *Enforcement) Every(office string, f func(*record.Action)) {
	for i := range e.actions {
		if a := &e.actions[i]; a.Office == office && a.Grain == record.GrainDay {
			f(a)
		}
	}
}

// FormActions calls f for the acts of monthly forms, whether or not a list of
// the same month is there: the other count of the same acts.
func (e *Enforcement) FormActions(sel Selection, f func(*record.Action)) {
	for i := range e.actions {
		if a := &e.actions[i]; a.Office == sel.Office && a.Grain == record.GrainMonth && within(a.Decided, a.Grain, sel) {
			f(a)
		}
	}
}

func monthIndex(d record.Day) int {
	y, m, _ := d.Date()
	return y*12 + m - 1
}

// Cases calls f for every suspect of an office, whatever the dates: which
// stage lies in a period is for the indicator to say.
func (e *Enforcement) Cases(office string, f func(*record.Case)) {
	for i := range e.cases {
		if e.cases[i].Office == office {
			f(&e.cases[i])
		}
	}
}

// Counts calls f for every stage count of monthly forms in a selection.
func (e *Enforcement) Counts(sel Selection, f func(*record.CaseCount)) {
	for i := range e.counts {
		if c := &e.counts[i]; c.Office == sel.Office && within(c.Month, record.GrainMonth, sel) {
			f(c)
		}
	}
}

// Operations calls f for every operation and meeting in a selection.
func (e *Enforcement) Operations(sel Selection, f func(*record.Operation)) {
	for i := range e.operations {
		if o := &e.operations[i]; o.Office == sel.Office && o.Day >= sel.From && o.Day <= sel.To {
			f(o)
		}
	}
}

// Touts calls f for every tout incident in a selection.
func (e *Enforcement) Touts(sel Selection, f func(*record.Tout)) {
	for i := range e.touts {
		if t := &e.touts[i]; t.Office == sel.Office && t.Day >= sel.From && t.Day <= sel.To {
			f(t)
		}
	}
}
