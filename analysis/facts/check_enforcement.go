package facts

import (
	"cmp"
	"fmt"
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// checks audits the acts and cases of one office.
func (e *Enforcement) checks(office string, r CheckRules) []record.Reject {
	var out []record.Reject
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office != office {
			continue
		}
		out = append(out, act(a, r)...)
	}
	for i := range e.cases {
		if c := &e.cases[i]; c.Office == office {
			out = append(out, stages(c)...)
		}
	}
	out = append(out, e.sums(office)...)
	out = append(out, e.persons(office)...)
	return out
}

// act checks one act against the law of overstaying (article 78 of Law 6/2011)
// and its own dates.
func act(a *record.Action, r CheckRules) []record.Reject {
	var out []record.Reject
	add := func(code reject.Code, column, shown, hint string) {
		out = append(out, record.Reject{Ref: a.Ref, Code: code, Column: column, Shown: shown, Hint: text.Same(hint)})
	}
	if a.Executed.Known() && a.Executed < a.Decided {
		add(reject.StageOrder, "executed", a.Executed.String(), ">= "+a.Decided.String())
	}
	if a.Overstay < 0 || a.Grain != record.GrainDay {
		return out
	}
	days := fmt.Sprint(a.Overstay)
	limit, known := int32(0), false
	if r.OverstayLimit != nil {
		limit, known = r.OverstayLimit(a.Decided)
	}
	switch {
	case !known:
	case a.Kind == record.ActionCharge && a.Overstay > limit:
		add(reject.OverstayAction, "overstay", days, fmt.Sprintf("> %d; UU 6/2011, 78(3)", limit))
	case a.Kind == record.ActionDeportation && a.Overstay > 0 && a.Overstay < limit && a.Paid == record.Yes:
		add(reject.OverstayAction, "overstay", days, fmt.Sprintf("< %d; UU 6/2011, 78(1)", limit))
	}
	if r.Tariff == nil || a.Kind != record.ActionCharge || !a.Charge.Known || a.Number != 1 {
		return out
	}
	if t, ok := r.Tariff(a.Decided); ok && a.Charge.Sen != t*record.Rupiah(a.Overstay) {
		add(reject.ChargeMismatch, "charge", a.Charge.Sen.String(),
			fmt.Sprintf("%d × %s = %s", a.Overstay, t, t*record.Rupiah(a.Overstay)))
	}
	return out
}

// stages checks that the dates of a case follow its stages.
func stages(c *record.Case) []record.Reject {
	type step struct {
		column string
		day    record.Day
	}
	var before step
	for _, s := range []step{{"arrested", c.Arrested}, {"notified", c.Notified}, {"complete", c.Complete}, {"handed_over", c.HandedOver}, {"verdict", c.Verdict}} {
		if !s.day.Known() {
			continue
		}
		// an SPDP may be sent before the arrest
		if before.day.Known() && s.day < before.day && s.column != "notified" {
			return []record.Reject{{Ref: c.Ref, Column: s.column, Code: reject.StageOrder, Shown: s.day.String(), Hint: text.Same(">= " + before.day.String())}}
		}
		before = s
	}
	return nil
}

// stated is what the row of a form counts of both sexes, and in all.
type statedSum struct {
	n, stated int64
	day       record.Day
}

func (e *Enforcement) stated(office string) map[record.Ref]*statedSum {
	by := map[record.Ref]*statedSum{}
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office != office || a.Grain != record.GrainMonth || a.Stated < 0 || a.Number == 0 && a.Kind == record.ActionOther {
			continue
		}
		if by[a.Ref] == nil {
			by[a.Ref] = &statedSum{stated: a.Stated, day: a.Decided}
		}
		by[a.Ref].n += a.Number
	}
	return by
}

// sums checks L + P against the JUMLAH that a form's row states.
func (e *Enforcement) sums(office string) []record.Reject {
	var out []record.Reject
	for ref, s := range e.stated(office) {
		if s.n != s.stated {
			out = append(out, record.Reject{Ref: ref, Column: "stated", Code: reject.SexMismatch, Shown: fmt.Sprint(s.stated), Hint: text.Same(fmt.Sprintf("L + P = %d", s.n))})
		}
	}
	SortRejects(out)
	return out
}

// unequalSums lists the months of forms whose L + P differ from their JUMLAH.
func (e *Enforcement) unequalSums(office string) []Contradiction {
	type month struct {
		at  spot
		day record.Day
	}
	diff := map[month]int64{}
	for ref, s := range e.stated(office) {
		if s.n != s.stated {
			diff[month{spotOf(ref), s.day}] += max(s.n-s.stated, s.stated-s.n)
		}
	}
	var out []Contradiction
	for m, d := range diff {
		out = append(out, Contradiction{By: BySex, Code: reject.SexMismatch, Kind: "action", Office: office, Diff: d,
			From: m.day, To: record.GrainMonth.Last(m.day), Tables: []record.Ref{{Source: m.at.source, Sheet: m.at.sheet}}})
	}
	return out
}

// persons checks, month by month, that the persons of the list are not more
// than the acts the form states: one act has one person.
func (e *Enforcement) persons(office string) []record.Reject {
	type month struct {
		persons map[uint64]bool
		acts    int64
		form    record.Ref
		stated  bool
	}
	by := map[int]*month{}
	at := func(d record.Day) *month {
		k := monthIndex(d)
		if by[k] == nil {
			by[k] = &month{persons: map[uint64]bool{}}
		}
		return by[k]
	}
	for i := range e.actions {
		a := &e.actions[i]
		if a.Office != office || !a.Decided.Known() {
			continue
		}
		m := at(a.Decided)
		if a.Grain == record.GrainDay {
			if a.Person != 0 {
				m.persons[a.Person] = true
			}
			continue
		}
		if !m.stated || compareRef(a.Ref, m.form) < 0 {
			m.form, m.stated = a.Ref, true
		}
		m.acts += a.Number
	}
	var out []record.Reject
	for _, m := range by {
		if n := int64(len(m.persons)); m.stated && n > m.acts {
			out = append(out, record.Reject{Ref: m.form, Column: "number", Code: reject.PersonsOverActs, Shown: fmt.Sprint(m.acts), Hint: text.Same(fmt.Sprintf(">= %d", n))})
		}
	}
	slices.SortFunc(out, func(a, b record.Reject) int {
		return cmp.Or(compareRef(a.Ref, b.Ref), cmp.Compare(a.Hint.ID, b.Hint.ID))
	})
	return out
}
