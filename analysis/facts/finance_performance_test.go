package facts

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/record"
)

// feedPerformance gives the i-th record of budget performance; numbers repeat
// between sources as overlapping exports do.
func feedPerformance(s *Set, i int) {
	ref := record.Ref{Source: uint16(i % 3), Row: uint32(i)}
	d := record.DayOf(2016, 1+i%12, 1+i%28)
	switch i % 7 {
	case 0:
		s.Revision(&record.Revision{Ref: ref, Day: d, Code: fmt.Sprint(210 + i%4)})
	case 1:
		s.Contract(&record.Contract{Ref: ref, Number: fmt.Sprint(i % 9), Account: 53, Value: record.Sen(9e9), Signed: record.DayOf(2016, 2, 1), Disburse: record.Day(i%2) * d})
	case 2:
		s.Invoice(&record.Invoice{Ref: ref, Number: fmt.Sprint(i % 11), Accepted: record.DayOf(2016, 2, 1), Received: d})
	case 3:
		s.CashAdvance(&record.CashAdvance{Ref: ref, Kind: record.AdvanceGUP, Value: record.Sen(int64(i % 5)), Day: d})
	case 4:
		s.Output(&record.Output{Ref: ref, Code: fmt.Sprint(i % 3), Year: 2016, Month: int8(1 + i%12), Progress: record.Decimal{N: int64(i), Known: i%2 == 0}})
	case 5:
		s.Dispensation(&record.Dispensation{Ref: ref, Number: fmt.Sprint(i % 13), Day: d, Dispensed: record.Tri(i%3 - 1)})
	default:
		s.OfficialScore(&record.OfficialScore{Ref: ref, Scheme: "IKPA", Year: 2016, Month: int8(1 + i%12), Hundredth: int64(i % 4)})
	}
}

func performance(s *Set) []any {
	f := &s.Finance
	contracts := f.Contracts("", 2016)
	invoices := f.Invoices("", 2016)
	outputs := f.Outputs("", 2016)
	orders := f.Dispensations("", 2016)
	return []any{f.Revisions("", 2016), contracts, invoices, f.Advances("", 2016), outputs, orders, f.Official(func(o string) bool { return o == "" }, 2016), f.Checks()}
}

// TestPerformanceFactsOfAnySplit: the rows of budget performance do not depend
// on how files were split over workers, nor on the order.
func TestPerformanceFactsOfAnySplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 140).Draw(t, "n")
		one := &Set{}
		for i := range n {
			feedPerformance(one, i)
		}
		one.Seal()
		parts := []*Set{{}, {}, {}}
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		for _, i := range r.Perm(n) {
			feedPerformance(parts[r.IntN(3)], i)
		}
		parts[0].Merge(parts[1])
		parts[0].Merge(parts[2])
		parts[0].Seal()
		if !reflect.DeepEqual(performance(one), performance(parts[0])) {
			t.Fatal("the facts depend on the split or the order")
		}
	})
}

// TestOneRowPerNumber: the row that states most is kept, of equals the later.
func TestOneRowPerNumber(t *testing.T) {
	s := &Set{}
	for i, paid := range []record.Day{0, record.DayOf(2016, 5, 1), 0, record.DayOf(2016, 6, 1)} {
		s.Contract(&record.Contract{Ref: record.Ref{Source: uint16(i), Row: 2}, Number: "1", Account: 53, Value: record.Sen(1), Signed: record.DayOf(2016, 2, 1), Disburse: paid})
	}
	s.Contract(&record.Contract{Ref: record.Ref{Source: 4, Row: 3}, Number: "1", Account: 52, Value: record.Sen(1), Signed: record.DayOf(2016, 2, 1)})
	if aside := s.Seal(); len(aside) != 3 {
		t.Errorf("set aside %v", aside)
	}
	list := s.Finance.Contracts("", 2016)
	if len(list) != 2 {
		t.Fatalf("%d contracts", len(list))
	}
	for _, c := range list {
		if c.Account == 53 && c.Disburse != record.DayOf(2016, 6, 1) {
			t.Errorf("kept %+v", c)
		}
	}
}
