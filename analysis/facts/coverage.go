package facts

import "rapor/ingest/record"

// Family is a kind of enforcement record whose coverage is asked for.
type Family uint8

const (
	ActionRows Family = iota
	CaseRows
	OperationRows
	ToutRows
)

// Covered counts the months of a selection for which files of a family speak,
// and the months it has. A file covers every month from its first to its last
// date, so a quiet month inside a list is a true zero; a month no file speaks
// of is missing, never zero.
func (e *Enforcement) Covered(sel Selection, fam Family) (covered, months int) {
	spans := map[uint16][2]int{}
	note := func(office string, ref record.Ref, d record.Day) {
		if office != sel.Office || !d.Known() {
			return
		}
		m := monthIndex(d)
		s, ok := spans[ref.Source]
		if !ok {
			s = [2]int{m, m}
		}
		spans[ref.Source] = [2]int{min(s[0], m), max(s[1], m)}
	}
	e.dates(fam, note)
	for m := monthIndex(sel.From); m <= monthIndex(sel.To); m++ {
		months++
		for _, s := range spans {
			if m >= s[0] && m <= s[1] {
				covered++
				break
			}
		}
	}
	return covered, months
}

func (e *Enforcement) dates(fam Family, note func(string, record.Ref, record.Day)) {
	switch fam {
	case ActionRows:
		for i := range e.actions {
			note(e.actions[i].Office, e.actions[i].Ref, e.actions[i].Decided)
		}
	case CaseRows:
		for i := range e.cases {
			c := &e.cases[i]
			for _, d := range []record.Day{c.Arrested, c.Notified, c.Complete, c.HandedOver, c.Verdict} {
				note(c.Office, c.Ref, d)
			}
		}
		for i := range e.counts {
			note(e.counts[i].Office, e.counts[i].Ref, e.counts[i].Month)
		}
	case OperationRows:
		for i := range e.operations {
			note(e.operations[i].Office, e.operations[i].Ref, e.operations[i].Day)
		}
	case ToutRows:
		for i := range e.touts {
			note(e.touts[i].Office, e.touts[i].Ref, e.touts[i].Day)
		}
	}
}
