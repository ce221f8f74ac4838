package facts

import (
	"cmp"
	"strings"

	"rapor/ingest/record"
)

// actions are known by the person: nobody is deported twice on one day. A list
// of detentions and the list of all acts describe the same detentions.
var actions = life[record.Action]{
	single:  func(a *record.Action) bool { return a.Grain == record.GrainDay && a.Number == 1 },
	kind:    "action",
	datesBy: "decided",
	ref:     func(a *record.Action) record.Ref { return a.Ref },
	office:  func(a *record.Action) *string { return &a.Office },
	dated:   func(a *record.Action) record.Day { return grainEnd(a.Decided, a.Grain) },
	key: func(a, b *record.Action) int {
		if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Decided, b.Decided), cmp.Compare(a.Grain, b.Grain),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Person, b.Person)); c != 0 || personal(a) {
			return c
		}
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.Nationality, b.Nationality), strings.Compare(a.Article, b.Article),
			cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Stated, b.Stated))
	},
	rest: func(a, b *record.Action) int {
		if c := cmp.Or(cmp.Compare(a.Executed, b.Executed), strings.Compare(a.Label, b.Label), strings.Compare(a.Nationality, b.Nationality),
			strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.Number, b.Number)); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.Overstay, b.Overstay), compareAmounts(a.Charge, b.Charge), cmp.Compare(a.Paid, b.Paid),
			cmp.Compare(a.Victim, b.Victim), cmp.Compare(a.Stated, b.Stated))
	},
	keyed: func(a *record.Action) bool { return personal(a) && a.Decided.Known() },
	rows:  func(*record.Action) multiplicity { return equalOnce },
	said: func(a *record.Action) int {
		return count(a.Executed.Known(), a.Nationality != "", a.Article != "", a.Sex != record.SexUnknown, a.Overstay >= 0,
			a.Charge.Known, a.Paid != record.Unknown)
	},
	grows: func(a, b *record.Action) bool {
		return (!a.Executed.Known() || a.Executed == b.Executed) && (a.Overstay < 0 || a.Overstay == b.Overstay) &&
			(!a.Charge.Known || a.Charge == b.Charge) && (a.Paid != record.Yes || b.Paid == record.Yes)
	},
	join: complete,
}

// personal reports an act against a known person, of a kind that is had once.
func personal(a *record.Action) bool {
	return a.Person != 0 && a.Grain == record.GrainDay && a.Kind != record.ActionOther &&
		(a.Kind != record.ActionUnknown || a.Label == "")
}

// complete takes over from another row of the same act what a does not say.
func complete(a, from *record.Action) {
	if !a.Executed.Known() && from.Executed >= a.Decided {
		a.Executed = from.Executed
	}
	a.Nationality, a.Article = cmp.Or(a.Nationality, from.Nationality), cmp.Or(a.Article, from.Article)
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

// cases are suspects, known by case number and person. A case without persons
// may have several, each a row.
var cases = life[record.Case]{
	single: always[record.Case],
	kind:   "case",
	ref:    func(c *record.Case) record.Ref { return c.Ref },
	office: func(c *record.Case) *string { return &c.Office },
	dated: func(c *record.Case) record.Day {
		return max(c.Arrested, c.Notified, c.Complete, c.HandedOver, c.Verdict, c.Stopped)
	},
	key: func(a, b *record.Case) int {
		if c := cmp.Or(strings.Compare(a.Office, b.Office), record.CompareNumbers(a.Number, b.Number),
			cmp.Compare(a.Person, b.Person)); c != 0 || named(a.Number) {
			return c
		}
		if c := cmp.Or(cmp.Compare(a.Arrested, b.Arrested), cmp.Compare(a.Notified, b.Notified)); c != 0 || a.Person != 0 {
			return c
		}
		return cmp.Or(strings.Compare(a.Nationality, b.Nationality), strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex))
	},
	rest: func(a, b *record.Case) int {
		if c := cmp.Or(cmp.Compare(a.Arrested, b.Arrested), cmp.Compare(a.Notified, b.Notified), cmp.Compare(a.Complete, b.Complete),
			cmp.Compare(a.HandedOver, b.HandedOver), cmp.Compare(a.Verdict, b.Verdict), cmp.Compare(a.Stopped, b.Stopped)); c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(a.Nationality, b.Nationality), strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex))
	},
	written: func(a, b *record.Case) int { return strings.Compare(a.Number, b.Number) },
	keyed:   func(c *record.Case) bool { return named(c.Number) || c.Person != 0 },
	rows: func(c *record.Case) multiplicity {
		switch {
		case c.Person == 0:
			return several
		case !named(c.Number):
			return equalOnce
		}
		return onlyOnce
	},
	said: func(c *record.Case) int {
		return count(c.Arrested.Known(), c.Notified.Known(), c.Complete.Known(), c.HandedOver.Known(), c.Verdict.Known(), c.Stopped.Known())
	},
	apart: func(a, b *record.Case) bool {
		return a.Person == 0 && !follows(a, b) && !follows(b, a) && !corrects(a, b)
	},
	grows: follows,
	join:  progress,
}

// stages are the days of a case in the order of its stages.
func stagesOf(c *record.Case) [6]*record.Day {
	return [...]*record.Day{&c.Arrested, &c.Notified, &c.Complete, &c.HandedOver, &c.Verdict, &c.Stopped}
}

// follows reports that b states every day that a states.
func follows(a, b *record.Case) bool {
	x, y := stagesOf(a), stagesOf(b)
	for i := range x {
		if x[i].Known() && *x[i] != *y[i] {
			return false
		}
	}
	return true
}

// corrects reports that a or b states one day of the other otherwise and all
// else that it states: a typed date put right. Two suspects of one case whose
// days differ have them in more than one place, or another nationality.
func corrects(a, b *record.Case) bool {
	if a.Nationality == "" || a.Nationality != b.Nationality || a.Article != b.Article || a.Sex != b.Sex {
		return false
	}
	x, y := stagesOf(a), stagesOf(b)
	differ, more, less := 0, 0, 0
	for i := range x {
		switch {
		case x[i].Known() && y[i].Known():
			differ += boolInt(*x[i] != *y[i])
		case x[i].Known():
			less++
		case y[i].Known():
			more++
		}
	}
	return differ == 1 && more+less > 0 && min(more, less) == 0
}

// progress takes over the days, and what else, that another row states.
func progress(into, from *record.Case) {
	x, y := stagesOf(into), stagesOf(from)
	for i := range x {
		if !x[i].Known() {
			*x[i] = *y[i]
		}
	}
	into.Nationality, into.Article = cmp.Or(into.Nationality, from.Nationality), cmp.Or(into.Article, from.Article)
	if into.Sex == record.SexUnknown {
		into.Sex = from.Sex
	}
}

// caseCounts are the lines of a monthly form.
var caseCounts = life[record.CaseCount]{
	kind:    "case_count",
	datesBy: "decided",
	ref:     func(c *record.CaseCount) record.Ref { return c.Ref },
	office:  func(c *record.CaseCount) *string { return &c.Office },
	dated:   func(c *record.CaseCount) record.Day { return grainEnd(c.Month, record.GrainMonth) },
	key: func(a, b *record.CaseCount) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Stage, b.Stage),
			strings.Compare(a.Article, b.Article), cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.Number, b.Number))
	},
	rest: alike[record.CaseCount], said: nothing[record.CaseCount], rows: eachRow[record.CaseCount],
	keyed: func(c *record.CaseCount) bool { return c.Month.Known() },
}

var operations = life[record.Operation]{
	single:  always[record.Operation],
	kind:    "operation",
	datesBy: "day",
	ref:     func(o *record.Operation) record.Ref { return o.Ref },
	office:  func(o *record.Operation) *string { return &o.Office },
	dated:   func(o *record.Operation) record.Day { return o.Day },
	key: func(a, b *record.Operation) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(boolInt(a.Meeting), boolInt(b.Meeting)),
			strings.Compare(a.Level, b.Level), cmp.Compare(a.Joint, b.Joint))
	},
	rest: func(a, b *record.Operation) int {
		return cmp.Or(cmp.Compare(a.Checked, b.Checked), cmp.Compare(a.Violations, b.Violations))
	},
	keyed: never[record.Operation], rows: eachRow[record.Operation],
	said: func(o *record.Operation) int { return count(o.Checked >= 0, o.Violations >= 0) },
	grows: func(a, b *record.Operation) bool {
		return (a.Checked < 0 || a.Checked == b.Checked) && (a.Violations < 0 || a.Violations == b.Violations)
	},
}

var touts = life[record.Tout]{
	single:  always[record.Tout],
	kind:    "tout",
	datesBy: "day",
	ref:     func(t *record.Tout) record.Ref { return t.Ref },
	office:  func(t *record.Tout) *string { return &t.Office },
	dated:   func(t *record.Tout) record.Day { return t.Day },
	key: func(a, b *record.Tout) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Staff, b.Staff))
	},
	rest:  func(a, b *record.Tout) int { return strings.Compare(a.Outcome, b.Outcome) },
	keyed: never[record.Tout], rows: eachRow[record.Tout],
	said:  func(t *record.Tout) int { return count(t.Outcome != "") },
	grows: func(a, b *record.Tout) bool { return a.Outcome == "" || a.Outcome == b.Outcome },
}
