package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Against names the two statements of one thing that were compared.
type Against uint8

// What is compared.
const (
	ByTotal     Against = iota // a table's total row and its lines
	ByRemainder                // the printed remainder, and ceiling less spending
	ByPercent                  // the printed percentage, and spending over ceiling
	ByMoney                    // what looks like a percentage in a column of rupiah
	ByYear                     // the amount of a whole year, and its twelve months
	ByFunds                    // RM + PNBP, and the table of both
	ByRecap                    // a recap of an account, and the lines of its ledger
	BySex                      // men and women, and the total beside them
	ByStock                    // opening + in - out, and the closing stock
	ByCeiling                  // what a whole budget spent, and its ceilings
	BySum                      // a row that may be a sum, and the rows that it may add up
	ByHidden                   // what the office hid, and what it shows
	ByCopy                     // a table that may be a copy of another one, counted with it
)

// Contradiction is a table that speaks against itself or against another, by
// how much, and for which days.
type Contradiction struct {
	By       Against
	Code     reject.Code
	Kind     string
	Office   string     // as named in the facts; "" = the office of the report
	From, To record.Day // the days whose values rest on it
	AtEnd    bool       // values whose period ends within these days
	Tables   []record.Ref
	// Diff is what the two statements differ by, in the unit of what is
	// compared: sen, acts. Of is the whole it is a part of; 0 = the observations
	// of the value that rests on it.
	Diff, Of int64
}

// Contradictions holds against each other what sealed facts state twice. The
// list depends neither on the split of the input nor on its order.
func (s *Set) Contradictions() []Contradiction {
	var out []Contradiction
	out = append(out, s.copies...)
	out = append(out, s.Finance.printedWrong()...)
	out = append(out, s.Finance.statedTwice()...)
	out = append(out, s.Finance.overspent()...)
	for _, office := range append([]string{""}, s.Offices()...) {
		out = append(out, s.Enforcement.unequalSums(office)...)
	}
	slices.SortStableFunc(out, func(a, b Contradiction) int {
		return cmp.Or(compareRef(a.Tables[0], b.Tables[0]), cmp.Compare(a.By, b.By), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return out
}

// daysOfYear spans the days of a fiscal year.
func daysOfYear(year int16) (from, to record.Day) {
	return record.DayOf(int(year), 1, 1), record.DayOf(int(year), 12, 31)
}

// printedWrong lists the tables of the budget whose printed remainders and
// percentages differ from their amounts.
func (f *Finance) printedWrong() []Contradiction {
	type table struct {
		office string
		year   int16
		at     spot
	}
	all, order := map[table]*[ByMoney + 1]printedSums{}, []table{}
	for _, c := range f.passages() {
		c.check()
		l := &c.lines[0]
		t := table{l.Office, l.Year, spotOf(l.Ref)}
		if all[t] == nil {
			all[t], order = &[ByMoney + 1]printedSums{}, append(order, t)
		}
		for by := ByRemainder; by <= ByMoney; by++ {
			for m := range c.diff[by] {
				all[t][by].diff[m] += int64(c.diff[by][m])
				all[t][by].of[m] += int64(c.spent[m])
			}
		}
	}
	var out []Contradiction
	for _, t := range order {
		for by := ByRemainder; by <= ByMoney && t.year != 0; by++ {
			for _, c := range all[t][by].contradictions(t.year) {
				c.By, c.Code, c.Kind, c.Office = by, printedCode[by], "ledger", t.office
				c.Tables = []record.Ref{{Source: t.at.source, Sheet: t.at.sheet}}
				out = append(out, c)
			}
		}
	}
	return out
}

var printedCode = map[Against]reject.Code{ByRemainder: reject.RemainderMismatch, ByPercent: reject.PercentMismatch, ByMoney: reject.PercentInMoney}

// printedSums are what the printed figures of a table differ by, and what was
// spent, up to the end of each month; 0 is the year.
type printedSums struct{ diff, of [13]int64 }

// contradictions are those of values that end in a month that differs, until the
// next one is stated; later values are told by what it is of theirs.
func (p *printedSums) contradictions(year int16) (out []Contradiction) {
	first, last := daysOfYear(year)
	if p.diff[0] != 0 {
		out = append(out, Contradiction{AtEnd: true, From: first, To: last, Diff: p.diff[0], Of: max(p.of[0], 1)})
	}
	latest := 12
	for latest > 0 && p.of[latest] == 0 && p.diff[latest] == 0 {
		latest--
	}
	for m := 1; m <= latest; m++ {
		if p.diff[m] == 0 {
			continue
		}
		next := m + 1
		for next <= latest && p.of[next] == 0 && p.diff[next] == 0 {
			next++
		}
		c := Contradiction{AtEnd: true, From: record.DayOf(int(year), m, 1), To: last, Diff: p.diff[m], Of: max(p.of[m], 1)}
		if next <= latest {
			c.To = record.DayOf(int(year), next, 1) - 1
			out = append(out, Contradiction{AtEnd: true, From: c.To + 1, To: last, Diff: p.diff[m], Of: max(p.of[latest], 1)})
		}
		out = append(out, c)
	}
	return out
}

// statedTwice lists what two tables state of the same money: the year beside
// its months, RM + PNBP beside the table of both, a recap beside its ledger.
func (f *Finance) statedTwice() []Contradiction {
	var out []Contradiction
	type year struct {
		office string
		year   int16
	}
	note := func(y year, kind string, twice []twice) {
		for _, t := range twice {
			c := Contradiction{By: t.by, Code: reject.TotalMismatch, Kind: kind, Office: y.office, Diff: int64(t.diff), Of: max(int64(t.of), 1)}
			c.From, c.To = daysOfYear(y.year)
			for _, ref := range []record.Ref{t.ref, t.other} {
				c.Tables = append(c.Tables, record.Ref{Source: ref.Source, Sheet: ref.Sheet})
			}
			out = append(out, c)
		}
	}
	years := map[year]bool{}
	for i := range f.ledger {
		years[year{f.ledger[i].Office, f.ledger[i].Year}] = true
	}
	by := func(y year) (string, int16) { return y.office, y.year }
	for _, y := range sortedYears(years, by) {
		all := whole{}
		var found []twice
		for _, b := range f.Budgets(y.office, int(y.year)) {
			found = append(found, b.Doubts.twice...)
			x, _ := b.SpentTo(12)
			all["spent"] += x.Sen
			all["ceiling"] += b.CeilingAt(12).Sen
		}
		note(y, "ledger", joined(found, all))
	}
	clear(years)
	for i := range f.revenue {
		years[year{f.revenue[i].Office, f.revenue[i].Year}] = true
	}
	for _, y := range sortedYears(years, by) {
		all := whole{}
		var found []twice
		for _, r := range f.Receipts(y.office, int(y.year)) {
			found = append(found, r.Doubts.twice...)
			x, _ := r.SimponiTo(12)
			all["spent"] += x.Sen
			all["ceiling"] += r.TargetAt(12).Sen
		}
		note(y, "revenue", joined(found, all))
	}
	return out
}

// twice is an amount that two tables state differently.
type twice struct {
	by         Against
	ref, other record.Ref // a row of the table that was used, and of the other
	diff, of   record.Rupiah
	measure    string // "ceiling" or "spent"
	month      int8
	level      bool
}

// whole are the sums of an office's year that a difference is held against.
type whole map[string]record.Rupiah

// joined adds up what the same two tables state differently of all accounts: of
// flows all months together, of levels the month in which they differ most.
func joined(list []twice, all whole) []twice {
	same := func(a, b *twice) bool {
		return a.by == b.by && a.measure == b.measure && a.level == b.level && sameTable(a.ref, b.ref) && sameTable(a.other, b.other)
	}
	var months, out []twice
	for i := range list {
		t := &list[i]
		k := slices.IndexFunc(months, func(o twice) bool { return same(&o, t) && (!t.level || o.month == t.month) })
		if k < 0 {
			k = len(months)
			months = append(months, *t)
			months[k].diff = 0
		}
		months[k].diff += t.diff
	}
	for i := range months {
		t := &months[i]
		t.of = all[t.measure]
		k := slices.IndexFunc(out, func(o twice) bool { return same(&o, t) })
		if k < 0 {
			out = append(out, *t)
			continue
		}
		out[k].diff = max(out[k].diff, t.diff)
	}
	return out
}
