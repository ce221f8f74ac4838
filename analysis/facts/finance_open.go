package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// open lists what keeps amounts of a year from being told, once a table: months
// that fit two readings, and tables that state the same lines differently; and
// running totals that fall from one table to the next.
func (f *Finance) open() []record.Reject {
	type year struct {
		office string
		year   int16
	}
	var out []record.Reject
	seen := map[record.Ref]bool{}
	once := func(ref record.Ref, code reject.Code, hint text.Text) {
		at := record.Ref{Source: ref.Source, Sheet: ref.Sheet}
		if ref.Row > 0 && !seen[at] {
			seen[at] = true
			out = append(out, record.Reject{Ref: ref, Column: "realisasi", Code: code, Hint: hint})
		}
	}
	years := map[year]bool{}
	for i := range f.ledger {
		years[year{f.ledger[i].Office, f.ledger[i].Year}] = true
	}
	for _, y := range sortedYears(years, func(y year) (string, int16) { return y.office, y.year }) {
		for _, b := range f.Budgets(y.office, int(y.year)) {
			once(b.Doubts.Unclear, reject.FlowUnclear, text.T("flow: kumulatif atau flow: bulanan", "flow: cumulative or flow: flow"))
			once(b.Doubts.Rival, reject.TwoStates, text.Text{})
			for _, m := range b.Doubts.Fell {
				out = append(out, f.fell(&b, y.office, y.year, m)...)
			}
		}
	}
	clear(years)
	for i := range f.revenue {
		years[year{f.revenue[i].Office, f.revenue[i].Year}] = true
	}
	for _, y := range sortedYears(years, func(y year) (string, int16) { return y.office, y.year }) {
		for _, r := range f.Receipts(y.office, int(y.year)) {
			once(r.Doubts.Unclear, reject.FlowUnclear, text.T("flow: kumulatif atau flow: bulanan", "flow: cumulative or flow: flow"))
			once(r.Doubts.Rival, reject.TwoStates, text.Text{})
		}
	}
	return out
}

func sortedYears[K comparable, V any](of map[K]V, by func(K) (string, int16)) []K {
	var out []K
	for k := range of {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b K) int {
		x, n := by(a)
		y, m := by(b)
		return cmp.Or(strings.Compare(x, y), cmp.Compare(n, m))
	})
	return out
}

// fell finds the row of a month whose running total is below that of the month
// before in another table; within a table the line itself is found (passage).
func (f *Finance) fell(b *Budget, office string, year int16, month int8) []record.Reject {
	var now, before *record.Ledger
	for i := range f.ledger {
		l := &f.ledger[i]
		if l.Office != office || l.Year != year || l.Account != b.Account || !l.Spent.Known {
			continue
		}
		switch {
		case l.Month == month && now == nil:
			now = l
		case l.Month == month-1 && before == nil:
			before = l
		}
	}
	if now == nil || before == nil || spotOf(now.Ref) == spotOf(before.Ref) {
		return nil
	}
	return []record.Reject{{Ref: now.Ref, Column: "realisasi", Code: reject.FallingCumulative, Shown: b.Months[month-1].SpentToDate.Sen.Plain(),
		Hint: money("sebelumnya", "before", b.Months[month-2].SpentToDate.Sen)}}
}
