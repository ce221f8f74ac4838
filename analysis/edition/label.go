package edition

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/ingest/vocabulary"
)

// printable reports whether a label may leave the office: it is no data, or
// its vocabulary knows it, or it stands for enough records; and it does not
// look like a number of a person.
func (e *editor) printable(q result.Quantity) bool {
	if q.From == nil || q.Unit != result.Label {
		return true
	}
	if vocabulary.Personal(q.Label) != "" || vocabulary.Numbered(q.From.Field, q.Label) {
		return false
	}
	if q.From.Field == vocabulary.Office {
		return q.From.Known && q.From.N >= e.Privacy.Least
	}
	return q.From.Known || q.From.N >= e.Privacy.Least
}

// others is the class that labels kept inside are brought together in.
func others() result.Quantity { return result.Named("Lainnya", "Others") }

// groups brings the rows of labels kept inside together, and leaves a
// breakdown out whose labels are free text: none repeats and none is known.
func (e *editor) groups() {
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		ind.Groups = e.labelled(ind)
	}
}

func (e *editor) labelled(ind *result.Indicator) []result.Group {
	var out []result.Group
	for _, g := range ind.Groups {
		if freeText(g) {
			e.said++
			ind.Findings = append(ind.Findings, result.T("{0}: kolomnya berisi teks bebas; tidak dikelompokkan di luar kantor.",
				"{0}: the column holds free text; it is not broken down outside the office.", term(g.Title)))
			continue
		}
		g.Rows = e.merged(g.Rows)
		if len(g.Rows) > 1 {
			out = append(out, g)
		}
	}
	return out
}

// freeText reports a breakdown of at least three labels of which none repeats
// and none is known.
func freeText(g result.Group) bool {
	labels := 0
	for _, r := range g.Rows {
		if r.Label.From == nil {
			continue
		}
		if r.Label.From.Known || r.Label.From.N > 1 {
			return false
		}
		labels++
	}
	return labels >= 3
}

// merged puts the rows of labels kept inside into one row: their number, and
// their sum where the value is a count.
func (e *editor) merged(rows []result.GroupRow) []result.GroupRow {
	var out, rest []result.GroupRow
	for _, r := range rows {
		if r.Own || e.printable(r.Label) {
			out = append(out, r)
			continue
		}
		rest = append(rest, r)
	}
	if len(rest) == 0 {
		return rows
	}
	e.said += len(rest)
	one := result.GroupRow{Label: others(), Value: result.Value{NUnit: rest[0].Value.NUnit}}
	note := result.T("gabungan {0} sebutan yang tidak dicetak di luar kantor; nilainya tidak dihitung",
		"{0} labels together that are not printed outside the office; no value of their own", result.Int(int64(len(rest)), result.Count))
	one.Value.Missing = &note
	for _, r := range rest {
		one.Value.N += r.Value.N
	}
	return append(out, one)
}

// term is a text as a quantity.
func term(t result.Text) result.Quantity { return result.Quantity{Unit: result.Worded, Term: &t} }

// counted are the units of which cells of merged rows are added.
func counted(u result.Unit) bool {
	switch u {
	case result.Count, result.Persons, result.Acts, result.Cases, result.Events, result.Tickets, result.Applicants, result.Answers, result.Rows, result.Sen:
		return true
	}
	return false
}

// people are the units that count persons or what was done to them.
func people(u result.Unit) bool {
	switch u {
	case result.Persons, result.Acts, result.Cases, result.Events, result.Applicants, result.Answers:
		return true
	}
	return false
}

func sum(a, b *big.Rat) *big.Rat {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return new(big.Rat).Add(a, b)
}

// whole returns a rational that is a whole number.
func whole(v *big.Rat) (int64, bool) {
	if v == nil || !v.IsInt() || !v.Num().IsInt64() {
		return 0, false
	}
	return v.Num().Int64(), true
}
