package facts

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// lineOf feeds one line of a table through the months from January on; a month
// below 0 is not stated.
func lineOf(s *Set, source uint16, account int16, ceiling int64, plan, spent []int64, more ...func(*record.Ledger)) {
	for m := range spent {
		l := record.Ledger{Ref: place(source, 0, uint32(100*int(account)+m+2)), Year: 2016, Month: int8(m + 1), Account: account, Label: fmt.Sprint(account),
			Ceiling: record.Sen(ceiling * 100), Spent: record.Sen(spent[m] * 100)}
		if m < len(plan) {
			l.Plan = record.Sen(plan[m] * 100)
		}
		for _, f := range more {
			f(&l)
		}
		if spent[m] >= 0 {
			s.Ledger(&l)
		}
	}
}

// TestFlowOrRunningTotal: the months of a table are read by its arithmetic, and
// not at all where two readings fit.
func TestFlowOrRunningTotal(t *testing.T) {
	sisa := func(flow bool) func(*record.Ledger) {
		var sum record.Rupiah
		return func(l *record.Ledger) {
			sum += l.Spent.Sen
			l.Remainder = record.Amount{Sen: l.Ceiling.Sen - l.Spent.Sen, Known: true}
			if flow {
				l.Remainder.Sen = l.Ceiling.Sen - sum
			}
		}
	}
	words := func(told record.Tri) func(*record.Ledger) {
		return func(l *record.Ledger) { l.Told = told }
	}
	persen := func(l *record.Ledger) {
		l.Percent = record.Decimal{N: int64(10_000 * l.Spent.Sen / l.Ceiling.Sen), Known: true}
	}
	year := func(n int64) func(*Set) {
		return func(s *Set) {
			s.Ledger(&record.Ledger{Ref: place(7, 0, 2), Year: 2016, Account: 51, Label: "51", Spent: record.Sen(n * 100)})
		}
	}
	for name, tc := range map[string]struct {
		feed func(*Set)
		is   nature
		to3  int64 // spent to March; -1: not told
	}{
		"alike":  {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 80, 80}) }, nature{monthly, byEvenness, monthly}, 240},
		"rising": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}) }, nature{unclear, byNothing, unclear}, -1},
		"a fall": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 70, 90}) }, nature{monthly, byFall, monthly}, 240},
		"a fall elsewhere": {func(s *Set) {
			lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260})
			lineOf(s, 0, 52, 1200, nil, []int64{9, 8, 7})
		}, nature{monthly, byFall, monthly}, 510},
		"over the ceiling":  {func(s *Set) { lineOf(s, 0, 51, 500, nil, []int64{100, 200, 300}) }, nature{running, byCeiling, running}, 300},
		"the remainder":     {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, sisa(false)) }, nature{running, byRemainder, running}, 260},
		"the sum remainder": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, sisa(true)) }, nature{monthly, byRemainder, monthly}, 510},
		"the year's amount": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}); year(260)(s) }, nature{running, byYear, running}, 260},
		"the year's sum":    {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}); year(510)(s) }, nature{monthly, byYear, monthly}, 510},
		"an even plan":      {func(s *Set) { lineOf(s, 0, 51, 1200, []int64{100, 100, 100}, []int64{90, 97, 98}) }, nature{monthly, byPlan, monthly}, 285},
		"said to be one": {func(s *Set) {
			lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, func(l *record.Ledger) { l.Cumulative = record.Yes })
		}, nature{running, byHeading, running}, 260},
		"said to be none": {func(s *Set) {
			lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, func(l *record.Ledger) { l.Cumulative = record.No })
		}, nature{monthly, byHeading, monthly}, 510},
		"alike, each its remainder": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 80, 80}, sisa(false)) }, nature{monthly, byEvenness, monthly}, 240},
		"alike, each its per cent":  {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 80, 80}, persen) }, nature{monthly, byEvenness, monthly}, 240},
		"rising, each its per cent": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, persen) }, nature{unclear, byNothing, unclear}, -1},
		"words where both fit": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, words(record.Yes)) },
			nature{running, byWords, running}, 260},
		"words of each its own": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 170, 260}, words(record.No)) },
			nature{monthly, byWords, monthly}, 510},
		"words against a fall": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 70, 90}, words(record.Yes)) },
			nature{unclear, byNothing, unclear}, -1},
		"words against the ceiling": {func(s *Set) { lineOf(s, 0, 51, 500, nil, []int64{100, 200, 300}, words(record.No)) },
			nature{unclear, byNothing, unclear}, -1},
		"words that a total denies": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{80, 70, 90}, words(record.Unread)) },
			nature{unclear, byNothing, unclear}, -1},
		"one month": {func(s *Set) { lineOf(s, 0, 51, 1200, nil, []int64{-1, -1, 260}) }, nature{monthly, byNothing, monthly}, 260},
		"a file a month": {func(s *Set) {
			lineOf(s, 0, 51, 500, nil, []int64{100})
			lineOf(s, 1, 51, 500, nil, []int64{-1, 200})
			lineOf(s, 2, 51, 500, nil, []int64{-1, -1, 300})
		}, nature{running, byCeiling, running}, 300},
		"files that fit both": {func(s *Set) {
			lineOf(s, 0, 51, 900, nil, []int64{100})
			lineOf(s, 1, 51, 900, nil, []int64{-1, 200})
			lineOf(s, 2, 51, 900, nil, []int64{-1, -1, 300})
		}, nature{unclear, byNothing, unclear}, -1},
		"a slowly rising year": {func(s *Set) {
			lineOf(s, 0, 51, 960, nil, []int64{70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81})
		}, nature{monthly, byMagnitude, monthly}, 213},
	} {
		var s Set
		tc.feed(&s)
		s.Seal()
		l := &s.Finance.ledger[len(s.Finance.ledger)-1]
		if got := s.Finance.natures.of("", 2016, l.Ref, l.Cumulative); got != tc.is {
			t.Errorf("%s: %+v, want %+v", name, got, tc.is)
		}
		b := s.Finance.Budgets("", 2016)[0]
		open := b.Doubts.Unclear.Row > 0
		if x, _ := b.SpentTo(3); open != (tc.to3 < 0) || !open && int64(x.Sen) != tc.to3*100 {
			t.Errorf("%s: %v to March, open %v", name, x, open)
		}
		if said := codesOf(s.Finance.Checks())[reject.FlowUnclear] > 0; said != open {
			t.Errorf("%s: open %v, said %v", name, open, said)
		}
	}
}

// TestRunningTotalsOfAnyYearAreNoFlows: whatever an office spends, its running
// totals are never taken for flows that rise, nor its flows for running totals:
// they are told right, or not at all.
func TestRunningTotalsOfAnyYearAreNoFlows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, lines := rapid.IntRange(2, 12).Draw(t, "months"), rapid.IntRange(1, 4).Draw(t, "lines")
		var flows, totals Set
		for a := range lines {
			flow, total := make([]int64, n), make([]int64, n)
			var sum int64
			for m := range flow {
				flow[m] = rapid.Int64Range(1, 100).Draw(t, "spent")
				sum += flow[m]
				total[m] = sum
			}
			ceiling := sum + rapid.Int64Range(0, 300).Draw(t, "left")
			lineOf(&flows, 0, int16(51+a), ceiling, nil, flow)
			lineOf(&totals, 0, int16(51+a), ceiling, nil, total)
		}
		flows.Seal()
		totals.Seal()
		for name, s := range map[string]*Set{"flows": &flows, "totals": &totals} {
			l := &s.Finance.ledger[0]
			is := s.Finance.natures.of("", 2016, l.Ref, l.Cumulative).is
			if name == "flows" && is == running || name == "totals" && is == monthly {
				t.Fatalf("%s are taken for the other", name)
			}
		}
	})
}

// TestALaterLedger: the export that goes on to a later month states the months
// before anew, whatever the files are called; of two that end alike neither is
// known to be later.
func TestALaterLedger(t *testing.T) {
	for _, swap := range []bool{false, true} {
		early, late := uint16(0), uint16(1)
		if swap {
			early, late = late, early
		}
		var s Set
		lineOf(&s, early, 51, 1200, []int64{100, 100}, []int64{90, 95})
		lineOf(&s, late, 51, 1200, []int64{100, 100, 100}, []int64{90, 97, 98})
		aside := s.Seal()
		isAside(t, aside, map[reject.Code]int{reject.DuplicateRow: 1, reject.FullerTicket: 1})
		for _, r := range aside {
			if r.Ref.Source != early {
				t.Errorf("set aside %+v", r)
			}
		}
		if x, _ := s.Finance.Budgets("", 2016)[0].SpentTo(3); x.Sen != 28500 {
			t.Errorf("spent %v", x)
		}
	}
	var s Set
	lineOf(&s, 0, 51, 1200, nil, []int64{90, 80})
	lineOf(&s, 1, 51, 1200, nil, []int64{90, 70})
	s.Seal()
	if b := s.Finance.Budgets("", 2016)[0]; b.Doubts.Rival.Row == 0 || codesOf(s.Finance.Checks())[reject.TwoStates] != 1 {
		t.Errorf("%+v", b.Doubts)
	}
	var near Set
	lineOf(&near, 0, 51, 120000, nil, []int64{9000, 8000})
	lineOf(&near, 1, 51, 120000, nil, []int64{9000, 8001})
	near.Seal()
	if b := near.Finance.Budgets("", 2016)[0]; b.Doubts.Rival.Row != 0 || b.Doubts.Disagree != 1 {
		t.Errorf("a difference of little moment: %+v", b.Doubts)
	}
}

// TestNothingDatesWhatNamesNoYear: rows without a date count in no period, and
// are said, with the line that dates them.
func TestNothingDatesWhatNamesNoYear(t *testing.T) {
	var s Set
	s.Ledger(&record.Ledger{Ref: place(0, 0, 2), Month: 1, Account: 51, Ceiling: record.Sen(10), Spent: record.Sen(1)})
	s.Ledger(&record.Ledger{Ref: place(0, 0, 3), Month: 2, Account: 51, Ceiling: record.Sen(10), Spent: record.Sen(1)})
	s.Revenue(&record.Revenue{Ref: place(1, 0, 2), Month: 1, Account: "425", Simponi: record.Sen(1)})
	s.Answer(&record.Answer{Ref: place(2, 0, 2), Scores: [record.Elements]uint8{3}})
	s.Ticket(&record.Ticket{Ref: place(3, 0, 2), Number: "A1", Taken: hm(8, 0)})
	s.QueueInterval(&record.QueueInterval{Ref: place(4, 0, 2), Count: 3})
	s.OfficialScore(&record.OfficialScore{Ref: place(5, 0, 2), Scheme: "IKPA", Hundredth: 9000})
	s.Answer(&record.Answer{Ref: place(6, 0, 2), Day: record.DayOf(2016, 1, 1), Grain: record.GrainYear, Scores: [record.Elements]uint8{3}})
	aside := s.Seal()
	rows := map[uint16]int64{}
	for _, r := range aside {
		if r.Code != reject.NoPeriod || r.More == 0 && r.Hint.Empty() {
			t.Errorf("%+v", r)
		}
		rows[r.Ref.Source] += max(1, r.More)
	}
	if fmt.Sprint(rows) != "map[0:2 1:1 2:1 3:1 4:1 5:1]" {
		t.Errorf("rows without a period %v", rows)
	}
	for _, year := range []int{0, 2016} {
		sel := Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
		n := len(s.Finance.Budgets("", year)) + len(s.Finance.Receipts("", year))
		s.Queue.Visits(sel, func(*Visit, Lane) { n++ })
		s.Queue.Intervals(sel, func(*record.QueueInterval) { n++ })
		s.Official("IKPA", sel, func(*record.OfficialScore) { n++ })
		s.Survey.Answers(sel, func(*record.Answer) { n++ })
		if n != 1 {
			t.Errorf("%d facts of %d: only the survey of that year", n, year)
		}
		sel.To = record.DayOf(2016, 6, 30)
		s.Survey.Answers(sel, func(*record.Answer) { t.Error("a survey of a year is not of its half") })
	}
}
