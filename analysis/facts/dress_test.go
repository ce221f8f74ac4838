package facts

import (
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// TestDressOfTicketNumbers: in two exports a number is one however it is
// dressed; in one table every way to write it is a number of its own.
func TestDressOfTicketNumbers(t *testing.T) {
	for _, other := range []string{"A5", "a-005", "A 005", "A-005", "A05"} {
		s, aside := sealed(t, called(place(0, 0, 2), "A005", "", 10, 30, noStatus), called(place(1, 0, 2), other, "", 10, 30, noStatus))
		if len(s.Queue.visits) != 1 {
			t.Errorf("A005 and %s: %d tickets", other, len(s.Queue.visits))
		}
		isAside(t, aside, map[reject.Code]int{reject.DuplicateRow: 1})
		// in one table two, and the other table holds both again
		s, aside = sealed(t, called(place(0, 0, 2), "A005", "", 10, 30, noStatus), called(place(0, 0, 3), other, "", 10, 30, noStatus),
			called(place(1, 0, 2), "A005", "", 10, 30, noStatus), called(place(1, 0, 3), other, "", 10, 30, noStatus))
		if len(s.Queue.visits) != 2 || len(aside) != 2 {
			t.Errorf("A005 and %s of one table: %d tickets, %v", other, len(s.Queue.visits), aside)
		}
	}
	for _, two := range [][2]string{{"AM826", "AS776"}, {"1.1", "11"}, {"A5", "A50"}, {"5", "A5"}, {"12A", "12B"}} {
		s, _ := sealed(t, called(place(0, 0, 2), two[0], "", 10, 30, noStatus), called(place(1, 0, 2), two[1], "", 10, 30, noStatus))
		if len(s.Queue.visits) != 2 {
			t.Errorf("%v: one ticket", two)
		}
	}
	for _, one := range [][2]string{{"12A", "12-a"}, {"5", "005"}, {"005", "5"}} {
		s, _ := sealed(t, called(place(0, 0, 2), one[0], "", 10, 30, noStatus), called(place(1, 0, 2), one[1], "", 10, 30, noStatus))
		if len(s.Queue.visits) != 1 {
			t.Errorf("%v: two tickets", one)
		}
	}
}

// TestTimesToTheMinute: 08:05 of one export is 08:05:37 of another; where both
// have seconds, only equal times are one.
func TestTimesToTheMinute(t *testing.T) {
	at := func(source uint16, row uint32, number string, taken, calledAt record.Clock) func(*Set) {
		return func(s *Set) {
			s.Ticket(&record.Ticket{Ref: place(source, 0, row), Day: checkDay, Number: number, Taken: taken, Called: calledAt})
		}
	}
	sec := func(m, s int) record.Clock { return record.ClockAt(8, m, s) }
	exact := []func(*Set){at(0, 2, "A1", sec(5, 37), sec(15, 12)), at(0, 3, "A2", sec(6, 1), sec(16, 0)), at(0, 4, "A3", sec(7, 9), sec(17, 40))}
	for name, tc := range map[string]struct {
		feeds []func(*Set)
		want  int
	}{
		"to the minute":   {[]func(*Set){at(1, 2, "A1", sec(5, 0), sec(15, 0)), at(1, 3, "A2", sec(6, 0), sec(16, 0)), at(1, 4, "A4", sec(9, 0), sec(19, 0))}, 4},
		"another call":    {[]func(*Set){at(1, 2, "A1", sec(5, 0), sec(18, 0))}, 4},
		"another minute":  {[]func(*Set){at(1, 2, "A1", sec(6, 0), sec(15, 0))}, 4},
		"seconds of both": {[]func(*Set){at(1, 2, "A1", sec(5, 38), sec(15, 12)), at(2, 2, "A9", sec(30, 0), sec(40, 0))}, 5},
		"the same table":  {[]func(*Set){at(0, 5, "A1", sec(5, 50), sec(15, 30)), at(1, 2, "A9", sec(30, 0), sec(40, 0))}, 5},
	} {
		if s, aside := sealed(t, append(tc.feeds, exact...)...); len(s.Queue.visits) != tc.want {
			t.Errorf("%s: %d tickets, want %d; %v", name, len(s.Queue.visits), tc.want, aside)
		}
	}
}

// TestDressOfOtherNumbers: cases, payment orders, complaints and applications
// are known by their numbers in whatever dress.
func TestDressOfOtherNumbers(t *testing.T) {
	day := record.DayOf(2016, 2, 15)
	s, aside := sealed(t,
		func(s *Set) { s.Case(&record.Case{Ref: place(0, 0, 2), Number: "1", Person: 7, Notified: day}) },
		func(s *Set) {
			s.Case(&record.Case{Ref: place(1, 0, 2), Number: "01", Person: 7, Notified: day, Complete: day + 30})
		},
		func(s *Set) { s.Invoice(&record.Invoice{Ref: place(2, 0, 2), Number: "123", Accepted: day}) },
		func(s *Set) {
			s.Invoice(&record.Invoice{Ref: place(3, 0, 2), Number: "00123", Accepted: day, Received: day + 9})
		},
		func(s *Set) { s.Complaint(&record.Complaint{Ref: place(4, 0, 2), Number: "ADU-001", Day: day}) },
		func(s *Set) {
			s.Complaint(&record.Complaint{Ref: place(5, 0, 2), Number: "adu/1", Day: day, Closed: day + 2})
		},
		func(s *Set) { s.Application(&record.Application{Ref: place(6, 0, 2), Number: "P1", Applied: day}) },
		func(s *Set) {
			s.Application(&record.Application{Ref: place(6, 0, 3), Number: "P01", Applied: day, Ready: day + 5})
		},
	)
	if len(s.Enforcement.cases) != 1 || len(s.Finance.invoices) != 1 || len(s.Survey.complaints) != 1 || len(aside) != 3 {
		t.Errorf("%v, %v, %v", s.Enforcement.cases, s.Finance.invoices, s.Survey.complaints)
	}
	if len(s.Survey.applications) != 2 {
		t.Errorf("P1 and P01 of one table are one: %v", s.Survey.applications)
	}
}

// TestOneNationalityInTwoSpellings: the same list twice, a country named
// otherwise, is one list.
func TestOneNationalityInTwoSpellings(t *testing.T) {
	var feeds []func(*Set)
	for source, nation := range []string{"RRT", "Tiongkok"} {
		for d := range 3 {
			feeds = append(feeds, func(s *Set) {
				s.Action(&record.Action{Ref: place(uint16(source), 0, uint32(d+2)), Decided: record.DayOf(2016, 1, d+5), Nationality: nation,
					Kind: record.ActionDeportation, Number: 1, Overstay: -1, Stated: -1})
			})
		}
	}
	s, aside := sealed(t, feeds...)
	if len(s.Enforcement.actions) != 3 {
		t.Errorf("%d acts", len(s.Enforcement.actions))
	}
	isAside(t, aside, map[reject.Code]int{reject.DuplicateRow: 3})
}
