package facts

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"rapor/ingest/record"
)

// many gives an office 80 services, of which service i has i/2+1 tickets, and
// 250 other offices with a ticket each, one of them with two.
func many(order []int, parts int) *Set {
	sets := make([]*Set, parts)
	for i := range sets {
		sets[i] = &Set{}
	}
	row := uint32(0)
	for k, i := range order {
		s := sets[k%parts]
		row++
		t := record.Ticket{Ref: record.Ref{Row: uint32(i + 1)}, Day: record.DayOf(2016, 1+i%12, 5), Number: fmt.Sprint(i), Class: fmt.Sprint(i % 60)}
		if i < 251 {
			t.Office = fmt.Sprintf("Kantor %03d", i%250)
		}
		t.Service = fmt.Sprintf("Layanan %02d", serviceOf(i))
		s.Ticket(&t)
		s.Answer(&record.Answer{Ref: record.Ref{Row: uint32(i + 1)}, Day: t.Day, Respondent: t.Number, Office: t.Office, Service: t.Service})
	}
	for _, s := range sets[1:] {
		sets[0].Merge(s)
	}
	sets[0].Seal()
	return sets[0]
}

// serviceOf spreads tickets over 80 services, two of each size.
func serviceOf(i int) int {
	for k := 0; ; k++ {
		if i -= k/2 + 1; i < 0 {
			return k % 80
		}
	}
}

func everyTicket() []int {
	var out []int
	for i := range 251 + 40*41 {
		out = append(out, i)
	}
	return out
}

// TestLabelsBeyondTheFirstAreLookedAtTogether: nothing is lost, nothing counts
// twice, ties go by name, and neither the order of reading nor the number of
// workers matters.
func TestLabelsBeyondTheFirstAreLookedAtTogether(t *testing.T) {
	order := everyTicket()
	one := many(order, 1)
	year := Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
	list, rest := one.Queue.Services(year)
	if len(list) != MaxGroups || rest == 0 || !slices.IsSorted(list) {
		t.Fatalf("%d services and %d others", len(list), rest)
	}
	count := func(sel Selection) (n int) {
		one.Queue.Visits(sel, func(*Visit, Lane) { n++ })
		return n
	}
	sizes := map[string]int{}
	one.Queue.Visits(year, func(_ *Visit, l Lane) { sizes[l.Service]++ })
	sum, least, last := 0, len(order), ""
	for _, s := range list {
		sel := year
		sel.Service = s
		sum += count(sel)
		if sizes[s] < least || sizes[s] == least && s > last {
			least, last = sizes[s], s
		}
	}
	for s, n := range sizes {
		if !slices.Contains(list, s) && (n > least || n == least && s < last) {
			t.Errorf("%s with %d stands with the others, %s with %d alone", s, n, last, least)
		}
	}
	others := year
	others.Rest = ByService
	if got := count(others); sum+got != count(year) || got == 0 {
		t.Errorf("%d and %d of %d", sum, got, count(year))
	}
	for range 5 {
		rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		again, restAgain := many(order, 3).Queue.Services(year)
		if !slices.Equal(list, again) || rest != restAgain {
			t.Fatal("the choice depends on the order of reading")
		}
	}
}

func TestClassesSurveysAndOfficesBeyondTheFirst(t *testing.T) {
	s := many(everyTicket(), 2)
	year := Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
	if list, rest := s.Queue.Classes(year); len(list) != MaxGroups || rest != 10 {
		t.Errorf("%d classes and %d others", len(list), rest)
	}
	list, rest := s.Survey.Services(year)
	n := 0
	sel := year
	for _, name := range list {
		sel.Service = name
		s.Survey.Answers(sel, func(*record.Answer) { n++ })
	}
	sel = year
	sel.Rest = ByService
	s.Survey.Answers(sel, func(*record.Answer) { n++ })
	all := 0
	s.Survey.Answers(year, func(*record.Answer) { all++ })
	if len(list) != MaxGroups || rest == 0 || n != all {
		t.Errorf("%d surveyed services and %d others, %d of %d answers", len(list), rest, n, all)
	}
	first, others := s.PartOffices()
	if len(first) != MaxOffices || len(others) != 50 || first[0] != "Kantor 000" || others[0] != "Kantor 200" {
		t.Errorf("%d offices and %d others: %s, %s", len(first), len(others), first[0], others[0])
	}
}
