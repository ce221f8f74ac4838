package facts

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/layout"
	"rapor/ingest/record"
)

// spelled are spellings of two offices; naming as below makes the first two
// the report's own.
var spelled = []string{"Kanim Seruni", "KANIM SERUNI", "Kanim Melati", "KANIM MELATI", ""}

func naming(s string) string {
	switch s {
	case "Kanim Seruni", "KANIM SERUNI":
		return ""
	case "KANIM MELATI":
		return "Kanim Melati"
	}
	return s
}

// feedOffices gives one record of every kind, each of some office.
func feedOffices(s *Set, i int) {
	ref, o := record.Ref{Row: uint32(i)}, spelled[i%len(spelled)]
	s.Ticket(&record.Ticket{Ref: ref, Office: o, Day: record.DayOf(2016, 1, 4), Number: fmt.Sprint(i), Taken: record.ClockAt(8, i%60, 0)})
	s.QueueInterval(&record.QueueInterval{Ref: ref, Office: o, Count: int64(i)})
	s.Ledger(&record.Ledger{Ref: ref, Office: o})
	s.Revenue(&record.Revenue{Ref: ref, Office: o})
	s.Revision(&record.Revision{Ref: ref, Office: o})
	s.Contract(&record.Contract{Ref: ref, Office: o, Number: fmt.Sprint(i)})
	s.Invoice(&record.Invoice{Ref: ref, Office: o, Number: fmt.Sprint(i)})
	s.CashAdvance(&record.CashAdvance{Ref: ref, Office: o})
	s.Output(&record.Output{Ref: ref, Office: o, Code: fmt.Sprint(i)})
	s.Dispensation(&record.Dispensation{Ref: ref, Office: o})
	s.OfficialScore(&record.OfficialScore{Ref: ref, Office: o, Part: fmt.Sprint(i)})
	s.Action(&record.Action{Ref: ref, Office: o})
	s.Case(&record.Case{Ref: ref, Office: o})
	s.CaseCount(&record.CaseCount{Ref: ref, Office: o})
	s.Operation(&record.Operation{Ref: ref, Office: o})
	s.Tout(&record.Tout{Ref: ref, Office: o})
	s.Answer(&record.Answer{Ref: ref, Office: o})
	s.Volume(&record.Volume{Ref: ref, Office: o, Number: int64(i)})
	s.AnswerCount(&record.AnswerCount{Ref: ref, Office: o})
	s.Complaint(&record.Complaint{Ref: ref, Office: o})
	s.Application(&record.Application{Ref: ref, Office: o})
}

// TestEveryKindNamesItsOffice: no kind of record is left out of the count of
// offices or of their naming.
func TestEveryKindNamesItsOffice(t *testing.T) {
	s := &Set{}
	for i := range 10 {
		feedOffices(s, i)
	}
	kinds := map[string]int64{}
	for _, r := range s.OfficeRows() {
		kinds[r.Kind] += r.Rows
		if r.Rows != 2 || r.First.Row != uint32(slices.Index(spelled, r.Office)) {
			t.Errorf("%+v", r)
		}
	}
	for _, k := range layout.Kinds() {
		if kinds[k] != 10 {
			t.Errorf("%s: %d rows of 10", k, kinds[k])
		}
	}
	s.NameOffices(naming)
	for _, r := range s.OfficeRows() {
		if naming(r.Office) != r.Office || r.Office == "" && r.Rows != 6 || r.Office != "" && r.Rows != 4 {
			t.Errorf("after naming: %+v", r)
		}
	}
	s.Seal()
	if got := s.Offices(); !slices.Equal(got, []string{"Kanim Melati"}) || !s.HasOwn() {
		t.Errorf("%v, own %v", got, s.HasOwn())
	}
}

// TestNamingKnowsNoOrder: any split of the rows over sets gives the same facts.
func TestNamingKnowsNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		one := &Set{}
		parts := make([]*Set, rapid.IntRange(1, 4).Draw(t, "parts"))
		for i := range parts {
			parts[i] = &Set{}
		}
		for i := range n {
			feedOffices(one, i)
		}
		for _, i := range rand.Perm(n) {
			feedOffices(parts[rand.IntN(len(parts))], i)
		}
		many := parts[0]
		for _, p := range parts[1:] {
			many.Merge(p)
		}
		if !reflect.DeepEqual(one.OfficeRows(), many.OfficeRows()) {
			t.Fatal("the count of offices depends on the split")
		}
		one.NameOffices(naming)
		many.NameOffices(naming)
		one.Seal()
		many.Seal()
		if !reflect.DeepEqual(one.OfficeRows(), many.OfficeRows()) || !reflect.DeepEqual(view(one)[1:], view(many)[1:]) {
			t.Fatal("the facts depend on the split")
		}
	})
}
