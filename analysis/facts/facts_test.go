package facts

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/record"
)

// feed gives one record of a mixed stream to a set.
func feed(s *Set, i int) {
	ref := record.Ref{Source: uint16(i % 3), Sheet: 0, Row: uint32(i)}
	day := record.DayOf(2016, 1+i%12, 1+i%28)
	switch i % 5 {
	case 0, 1:
		s.Ticket(&record.Ticket{Ref: ref, Day: day, Number: fmt.Sprint(i % 7), Service: fmt.Sprint("layanan ", i%4), Class: string(rune('A' + i%3)),
			Taken: record.ClockAt(7, 30+i%20, 0), Called: record.ClockAt(8, i%50, 0), Status: record.StatusServed})
	case 2:
		s.Answer(&record.Answer{Ref: ref, Day: day, Respondent: fmt.Sprint(i), Scores: [record.Elements]uint8{1, 2, 3, 4}})
	case 3:
		s.Action(&record.Action{Ref: ref, Decided: day, Kind: record.ActionDeportation, Number: 1, Nationality: fmt.Sprint("negara ", i%3)})
	case 4:
		s.Ledger(&record.Ledger{Ref: ref, Year: 2016, Month: int8(1 + i%12), Account: 52, Code: fmt.Sprint(i % 5), Ceiling: record.Sen(1000), Spent: record.Sen(int64(i))})
	}
	if i%9 == 0 {
		s.Reject(record.Reject{Ref: ref, Code: "D402"})
	}
}

// view is what indicators see of a sealed set.
func view(s *Set) []any {
	all := Selection{From: 1, To: 1 << 30}
	var visits []Visit
	var lanes []Lane
	s.Queue.Visits(all, func(v *Visit, l Lane) { visits = append(visits, *v); lanes = append(lanes, l) })
	var acts []record.Action
	s.Enforcement.Actions(all, func(a *record.Action) { acts = append(acts, *a) })
	var answers []record.Answer
	s.Survey.Answers(all, func(a *record.Answer) { answers = append(answers, *a) })
	services, rest := s.Queue.Services(all)
	return []any{visits, lanes, acts, answers, s.Finance.Budgets("", 2016), s.Rejects.All(), services, rest}
}

// TestAnySplitInAnyOrderGivesTheSameFacts is what lets files be read by any
// number of workers.
func TestAnySplitInAnyOrderGivesTheSameFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 120).Draw(t, "n")
		one := &Set{}
		for i := range n {
			feed(one, i)
		}
		dupsOne := one.Seal()
		parts := make([]*Set, rapid.IntRange(1, 5).Draw(t, "parts"))
		for i := range parts {
			parts[i] = &Set{}
		}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		for _, i := range r.Perm(n) {
			feed(parts[r.IntN(len(parts))], i)
		}
		for _, p := range parts[1:] {
			parts[0].Merge(p)
		}
		dups := parts[0].Seal()
		if !reflect.DeepEqual(view(one), view(parts[0])) {
			t.Fatal("the facts depend on the split or the order")
		}
		SortRejects(dupsOne)
		SortRejects(dups)
		if !reflect.DeepEqual(dupsOne, dups) {
			t.Fatalf("duplicates differ: %v, %v", dupsOne, dups)
		}
	})
}

func TestOverlappingExportsCountOnce(t *testing.T) {
	s := &Set{}
	ticket := record.Ticket{Day: record.DayOf(2016, 3, 1), Number: "A001", Taken: record.ClockAt(7, 30, 0), Called: record.ClockAt(7, 40, 0)}
	for src := range uint16(3) {
		ticket.Ref = record.Ref{Source: 2 - src, Row: 5}
		s.Ticket(&ticket)
	}
	ticket.Number = "" // without a number two equal rows are two people
	s.Ticket(&ticket)
	s.Ticket(&ticket)
	dups := s.Seal()
	if len(dups) != 2 || dups[0].Ref.Source == 0 || dups[1].Ref.Source == 0 {
		t.Errorf("duplicates %v: the first by place is the one to keep", dups)
	}
	n := 0
	s.Queue.Visits(Selection{From: 1, To: 1 << 30}, func(*Visit, Lane) { n++ })
	if n != 3 {
		t.Errorf("%d visits, want 3", n)
	}
}

func BenchmarkFold(b *testing.B) {
	t := record.Ticket{Day: record.DayOf(2016, 3, 1), Number: "A001", Service: "Paspor Baru", Class: "A", Taken: record.ClockAt(7, 30, 0), Called: record.ClockAt(7, 40, 0)}
	b.ReportAllocs()
	for b.Loop() {
		s := &Set{}
		for i := range 100_000 {
			t.Day = record.DayOf(2016, 1, 1) + record.Day(i%300)
			t.Taken = record.Clock(27000 + i%9000)
			s.Ticket(&t)
		}
		s.Seal()
	}
}
