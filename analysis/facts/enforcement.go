package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
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

func (e *Enforcement) merge(o *Enforcement) {
	e.actions = append(e.actions, o.actions...)
	e.cases = append(e.cases, o.cases...)
	e.counts = append(e.counts, o.counts...)
	e.operations = append(e.operations, o.operations...)
	e.touts = append(e.touts, o.touts...)
}

func (e *Enforcement) seal(out *findings) {
	e.spell()
	e.actions = dedupe(e.actions, compareActions, func(a *record.Action) (record.Ref, bool) { return a.Ref, a.Decided.Known() }, out)
	e.actions = oneAct(e.actions, out)
	e.cases = dedupe(e.cases, compareCases, func(c *record.Case) (record.Ref, bool) {
		return c.Ref, c.Notified.Known() || c.Number != ""
	}, out)
	e.counts = dedupe(e.counts, compareCounts, func(c *record.CaseCount) (record.Ref, bool) { return c.Ref, c.Month.Known() }, out)
	e.operations = dedupe(e.operations, compareOperations, func(o *record.Operation) (record.Ref, bool) { return o.Ref, o.Day.Known() }, out)
	e.touts = dedupe(e.touts, compareTouts, func(t *record.Tout) (record.Ref, bool) { return t.Ref, t.Day.Known() }, out)
}

// oneAct sets aside what another list already gave in other columns: the same
// kind of act against the same person on the same day. A list of detentions
// and the list of all acts describe the same detentions. The source whose row
// says most is kept (ties: the first by place); what only the others say is
// taken over.
func oneAct(list []record.Action, out *findings) []record.Action {
	type act struct {
		office  string
		kind    record.ActionKind
		decided record.Day
		person  uint64
	}
	by := map[act][]int{}
	for i := range list {
		a := &list[i]
		if a.Person != 0 && a.Decided.Known() && a.Grain == record.GrainDay && a.Kind != record.ActionOther {
			k := act{a.Office, a.Kind, a.Decided, a.Person}
			by[k] = append(by[k], i)
		}
	}
	drop := map[int]record.Ref{} // row -> the row kept instead
	for _, same := range by {
		slices.SortFunc(same, func(i, k int) int {
			a, b := &list[i], &list[k]
			return cmp.Or(cmp.Compare(said(b), said(a)), compareRef(a.Ref, b.Ref))
		})
		best := &list[same[0]]
		for _, i := range same[1:] {
			if list[i].Ref.Source != best.Ref.Source {
				complete(best, &list[i])
				drop[i] = best.Ref
			}
		}
	}
	kept := list[:0]
	for i, a := range list {
		if other, ok := drop[i]; ok {
			out.add(record.Reject{Ref: a.Ref, Code: reject.DuplicateRow, Other: other})
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// complete takes over from another row of the same act what a does not say.
func complete(a, from *record.Action) {
	if !a.Executed.Known() && from.Executed >= a.Decided {
		a.Executed = from.Executed
	}
	if a.Nationality == "" {
		a.Nationality = from.Nationality
	}
	if a.Article == "" {
		a.Article = from.Article
	}
	if a.Sex == record.SexUnknown {
		a.Sex = from.Sex
	}
	if a.Overstay < 0 {
		a.Overstay = from.Overstay
	}
	if !a.Charge.Known {
		a.Charge = from.Charge
	}
	if a.Paid == record.Unknown {
		a.Paid = from.Paid
	}
	if a.Victim == record.Unknown {
		a.Victim = from.Victim
	}
}

// said counts what a row knows beside its identity.
func said(a *record.Action) int {
	n := 0
	for _, known := range []bool{a.Executed.Known(), a.Nationality != "", a.Article != "", a.Sex != record.SexUnknown, a.Overstay >= 0, a.Charge.Known, a.Paid != record.Unknown} {
		if known {
			n++
		}
	}
	return n
}

func compareActions(a, b *record.Action) int {
	if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Decided, b.Decided), cmp.Compare(a.Grain, b.Grain),
		cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Label, b.Label), cmp.Compare(a.Executed, b.Executed)); c != 0 {
		return c
	}
	if c := cmp.Or(strings.Compare(a.Nationality, b.Nationality), strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex),
		cmp.Compare(a.Person, b.Person), cmp.Compare(a.Number, b.Number)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Overstay, b.Overstay), compareAmounts(a.Charge, b.Charge), cmp.Compare(a.Paid, b.Paid),
		cmp.Compare(a.Victim, b.Victim), cmp.Compare(a.Stated, b.Stated))
}

func compareCases(a, b *record.Case) int {
	if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Notified, b.Notified), strings.Compare(a.Number, b.Number),
		cmp.Compare(a.Person, b.Person), strings.Compare(a.Nationality, b.Nationality)); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.Arrested, b.Arrested),
		cmp.Compare(a.Complete, b.Complete), cmp.Compare(a.HandedOver, b.HandedOver), cmp.Compare(a.Verdict, b.Verdict), cmp.Compare(a.Stopped, b.Stopped))
}

func compareCounts(a, b *record.CaseCount) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Stage, b.Stage),
		strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.Number, b.Number))
}

func compareOperations(a, b *record.Operation) int {
	meeting := 0
	if a.Meeting != b.Meeting {
		meeting = 1
		if b.Meeting {
			meeting = -1
		}
	}
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), meeting, strings.Compare(a.Level, b.Level),
		cmp.Compare(a.Joint, b.Joint), cmp.Compare(a.Checked, b.Checked), cmp.Compare(a.Violations, b.Violations))
}

func compareTouts(a, b *record.Tout) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), strings.Compare(a.Outcome, b.Outcome), cmp.Compare(a.Staff, b.Staff))
}

// Actions calls f for every act decided in a selection. A list with one row
// per act and a monthly form of the same month describe the same acts: the
// form's rows are then left out.
func (e *Enforcement) Actions(sel Selection, f func(*record.Action)) {
	listed := map[int]bool{}
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office == sel.Office && a.Grain == record.GrainDay && a.Decided.Known() {
			listed[monthIndex(a.Decided)] = true
		}
	}
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office != sel.Office || a.Decided.Known() && !within(a.Decided, a.Grain, sel) {
			continue
		}
		if a.Grain == record.GrainMonth && listed[monthIndex(a.Decided)] {
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
