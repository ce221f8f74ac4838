package facts

import (
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// undated lists the rows that name no day, month or year, a first row of each
// table and a number of the others: they count in no period until something
// names it. A period that is asked for selects facts and never dates one.
func (s *Set) undated() []record.Reject {
	type table struct {
		spot
		kind, by string
	}
	by := visits.datesBy
	rows := map[table][]record.Ref{}
	note := func(kind string, ref record.Ref, _ string) {
		ref.Rest = 0
		at := table{spotOf(ref), kind, by}
		rows[at] = append(rows[at], ref)
	}
	for i := range s.Queue.visits {
		if v := &s.Queue.visits[i]; !v.Day.Known() {
			note(visits.kind, v.ref, "")
		}
	}
	for _, k := range s.kinds() {
		if by = k.datedBy(); by != "" {
			k.eachUndated(note)
		}
	}
	var out []record.Reject
	for at, list := range rows {
		slices.SortFunc(list, compareRef)
		list = slices.Compact(list)
		out = append(out, record.Reject{Ref: list[0], Column: at.by, Code: reject.NoPeriod, Hint: dating(at.by)})
		if len(list) > 1 {
			out = append(out, record.Reject{Ref: list[1], Code: reject.NoPeriod, More: int64(len(list) - 1)})
		}
	}
	SortRejects(out)
	return out
}

// dating is what to write in rapor.yaml to date a table by a field.
func dating(field string) text.Text {
	when := "2016-01-31"
	if field == "year" {
		when = "2016"
	}
	return text.Same(`constants: {` + field + `: "` + when + `"}`)
}

// Holds reports whether an office, "" for the report's own, has a row of a kind
// that tells something of a span of days, both included. The facts must be
// sealed.
func (s *Set) Holds(office, kind string, from, to record.Day) (any bool) {
	if kind == visits.kind {
		s.Queue.Visits(Selection{Office: office, From: from, To: to}, func(v *Visit, _ Lane) { any = any || v.Day.Known() })
		return any
	}
	for _, k := range s.kinds() {
		any = any || k.name() == kind && k.holds(office, from, to)
	}
	return any
}

// Undated counts the rows of an office and a kind that belong to no period.
func (s *Set) Undated(office, kind string) (n int64) {
	for _, k := range s.kinds() {
		if k.name() == kind {
			k.eachUndated(func(_ string, _ record.Ref, of string) { n += int64(boolInt(of == office)) })
		}
	}
	return n
}
