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
		kind string
	}
	rows := map[table][]record.Ref{}
	note := func(kind string, ref record.Ref, _ string) {
		ref.Rest = 0
		at := table{spotOf(ref), kind}
		rows[at] = append(rows[at], ref)
	}
	for i := range s.Queue.visits {
		if v := &s.Queue.visits[i]; !v.Day.Known() {
			note("ticket", v.ref, "")
		}
	}
	for _, k := range s.kinds() {
		if k.name() != "case" { // a case counts by the stages it reached
			k.eachUndated(note)
		}
	}
	var out []record.Reject
	for at, list := range rows {
		slices.SortFunc(list, compareRef)
		list = slices.Compact(list)
		out = append(out, record.Reject{Ref: list[0], Column: byYearOrDay(at.kind), Code: reject.NoPeriod, Hint: dating(at.kind)})
		if len(list) > 1 {
			out = append(out, record.Reject{Ref: list[1], Code: reject.NoPeriod, More: int64(len(list) - 1)})
		}
	}
	SortRejects(out)
	return out
}

// byYearOrDay is the field that dates a kind.
func byYearOrDay(kind string) string {
	switch kind {
	case "answer", "ledger", "revenue", "official_score", "output", "contract", "cash_advance":
		return "year"
	}
	return "day"
}

// dating is what to write in rapor.yaml to date a table.
func dating(kind string) text.Text {
	if byYearOrDay(kind) == "year" {
		return text.Same(`constants: {year: "2016"}`)
	}
	return text.Same(`constants: {day: "2016-01-31"}`)
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
