package edition

import (
	"slices"

	"rapor/analysis/result"
)

// tables brings rows of labels kept inside together, and leaves a table of
// official acts out where totals are masked too and one of its counts is small.
func (e *editor) tables() {
	var out []result.Table
	for _, t := range e.Tables {
		if e.Privacy.Strict && exempt(t.ID) && e.smallTable(&t) {
			e.dropped[t.ID] = true
			e.said++
			continue
		}
		t.Rows = e.mergedRows(t.Rows)
		out = append(out, t)
	}
	e.Tables = out
	for i := range e.Documents {
		for k := range e.Documents[i].Sections {
			s := &e.Documents[i].Sections[k]
			s.Tables = slices.DeleteFunc(s.Tables, func(id string) bool { return e.dropped[id] })
		}
	}
}

func (e *editor) smallTable(t *result.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []result.Quantity) bool {
		return slices.ContainsFunc(row, func(q result.Quantity) bool {
			n, ok := whole(q.Value)
			return ok && people(q.Unit) && e.Privacy.Small(n)
		})
	})
}

// mergedRows puts the rows of labels kept inside into one: counts and money
// are added, what cannot be added is left open.
func (e *editor) mergedRows(rows [][]result.Quantity) [][]result.Quantity {
	var out [][]result.Quantity
	var rest []result.Quantity
	n := 0
	for _, row := range rows {
		if !slices.ContainsFunc(row, func(q result.Quantity) bool { return !e.printable(q) }) {
			out = append(out, row)
			continue
		}
		n++
		rest = e.added(rest, row, n == 1)
	}
	if n == 0 {
		return rows
	}
	e.said += n
	return append(out, rest)
}

func (e *editor) added(rest, row []result.Quantity, first bool) []result.Quantity {
	if first {
		rest = slices.Clone(row)
		for i, q := range rest {
			if !e.printable(q) {
				rest[i] = others()
			}
		}
		return rest
	}
	for i := range min(len(rest), len(row)) {
		switch {
		case counted(row[i].Unit):
			rest[i].Value = sum(rest[i].Value, row[i].Value)
		case row[i].Value != nil:
			rest[i] = result.Named("disamarkan", "masked")
		case name(rest[i]) != name(row[i]) && name(rest[i]) != name(others()):
			rest[i] = result.Str("–")
		}
	}
	return rest
}
