package facts

import (
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// TestACorrectedDay: a suspect whose typed day a later export puts right and who
// has come further is one; suspects of one case whose rows stand in one table,
// or who are of two nations, are not.
func TestACorrectedDay(t *testing.T) {
	suspect := func(source uint16, row uint32, nation string, notified, complete int) func(*Set) {
		return func(s *Set) {
			c := record.Case{Ref: place(source, 0, row), Number: "LK-1", Nationality: nation, Article: "122",
				Notified: record.DayOf(2016, 2, notified)}
			if complete > 0 {
				c.Complete = record.DayOf(2016, 3, complete)
			}
			s.Case(&c)
		}
	}
	for name, tc := range map[string]struct {
		feeds []func(*Set)
		want  int
	}{
		"corrected":      {[]func(*Set){suspect(0, 2, "Tiongkok", 3, 0), suspect(1, 2, "Tiongkok", 5, 20)}, 1},
		"another nation": {[]func(*Set){suspect(0, 2, "Tiongkok", 3, 0), suspect(1, 2, "India", 5, 20)}, 2},
		"one table":      {[]func(*Set){suspect(0, 2, "Tiongkok", 3, 0), suspect(0, 3, "Tiongkok", 5, 20)}, 2},
		"as far":         {[]func(*Set){suspect(0, 2, "Tiongkok", 3, 0), suspect(1, 2, "Tiongkok", 5, 0)}, 2},
		"two and two": {[]func(*Set){suspect(0, 2, "Tiongkok", 3, 0), suspect(0, 3, "Tiongkok", 5, 0),
			suspect(1, 2, "Tiongkok", 3, 20), suspect(1, 3, "Tiongkok", 5, 20)}, 2},
	} {
		if s, aside := sealed(t, tc.feeds...); len(s.Enforcement.cases) != tc.want {
			t.Errorf("%s: %d suspects, want %d; %v", name, len(s.Enforcement.cases), tc.want, aside)
		}
	}
}

// TestAReopenedComplaint: open again in an export that goes as far is open; one
// closed anew in a longer export is closed.
func TestAReopenedComplaint(t *testing.T) {
	row := func(source uint16, row uint32, number string, day, closed int, again bool) func(*Set) {
		return func(s *Set) {
			c := record.Complaint{Ref: place(source, 0, row), Number: number, Day: record.DayOf(2016, 1, day),
				Settled: record.Yes}
			if closed > 0 {
				c.Closed = record.DayOf(2016, 1, closed)
			}
			if again {
				c.Settled, c.Reopened = record.No, true
			}
			s.Complaint(&c)
		}
	}
	for _, late := range []uint16{0, 1} {
		first := []func(*Set){row(1-late, 2, "LP-1", 4, 8, false), row(1-late, 3, "LP-2", 5, 7, false),
			row(late, 2, "LP-1", 4, 0, true), row(late, 3, "LP-2", 5, 7, false)}
		s, aside := sealed(t, first...)
		if c := s.Survey.complaints; len(c) != 2 || c[0].Closed.Known() || !c[1].Closed.Known() {
			t.Errorf("%+v", c)
		}
		isAside(t, aside, map[reject.Code]int{reject.DuplicateRow: 1, reject.FullerTicket: 1})
		s, _ = sealed(t, append(first, row(2, 2, "LP-1", 4, 20, false), row(2, 3, "LP-3", 25, 28, false))...)
		if c := s.Survey.complaints; len(c) != 3 || c[0].Closed != record.DayOf(2016, 1, 20) {
			t.Errorf("closed anew: %+v", c)
		}
	}
}

// TestNumbersOfSheets: a number that begins at 1 on each sheet of a workbook is
// one complaint only where the rows say the same.
func TestNumbersOfSheets(t *testing.T) {
	row := func(at record.Ref, cells uint32, number string, closed int) func(*Set) {
		return func(s *Set) {
			at.Rest = cells
			c := record.Complaint{Ref: at, Number: number, Day: record.DayOf(2016, 2, 15)}
			if closed > 0 {
				c.Closed = record.DayOf(2016, 2, closed)
			}
			s.Complaint(&c)
		}
	}
	for name, tc := range map[string]struct {
		feeds []func(*Set)
		want  int
	}{
		"other text":            {[]func(*Set){row(place(0, 0, 2), 5, "1", 0), row(place(0, 1, 2), 6, "1", 18)}, 2},
		"other text, both open": {[]func(*Set){row(place(0, 0, 2), 5, "1", 0), row(place(0, 1, 2), 6, "1", 0)}, 2},
		"closed on other days":  {[]func(*Set){row(place(0, 0, 2), 5, "1", 16), row(place(0, 1, 2), 5, "1", 18)}, 2},
		"the same":              {[]func(*Set){row(place(0, 0, 2), 5, "1", 0), row(place(0, 1, 2), 5, "1", 18)}, 1},
		"two exports":           {[]func(*Set){row(place(0, 0, 2), 5, "1", 0), row(place(1, 0, 2), 6, "1", 18)}, 1},
		"a number of its own":   {[]func(*Set){row(place(0, 0, 2), 5, "ADU-1", 0), row(place(0, 1, 2), 6, "ADU-1", 18)}, 1},
	} {
		if s, aside := sealed(t, tc.feeds...); len(s.Survey.complaints) != tc.want {
			t.Errorf("%s: %d complaints, want %d; %v", name, len(s.Survey.complaints), tc.want, aside)
		}
	}
}

// TestAnActOfAnotherKind: a later export of the same acts that names another kind
// for a person and day restates the act; a list of another kind beside it, or one
// that has both, does not.
func TestAnActOfAnotherKind(t *testing.T) {
	const held, sent = record.ActionDetention, record.ActionDeportation
	act := func(source uint16, row uint32, person uint64, day int, kind record.ActionKind) func(*Set) {
		return func(s *Set) {
			s.Action(&record.Action{Ref: place(source, 0, row), Person: person, Decided: record.DayOf(2016, 2, day),
				Kind: kind, Number: 1, Overstay: -1, Stated: -1})
		}
	}
	first := []func(*Set){act(0, 2, 1, 10, held), act(0, 3, 2, 15, held)}
	for name, tc := range map[string]struct {
		feeds []func(*Set)
		want  int
	}{
		"restated":               {[]func(*Set){act(1, 2, 1, 10, sent), act(1, 3, 2, 15, held), act(1, 4, 3, 20, sent)}, 3},
		"both on one day":        {[]func(*Set){act(1, 2, 1, 10, sent), act(1, 3, 1, 10, held), act(1, 4, 2, 15, held)}, 3},
		"a list of deportations": {[]func(*Set){act(1, 2, 1, 10, sent), act(1, 3, 2, 15, sent)}, 4},
		"another day":            {[]func(*Set){act(1, 2, 1, 12, sent), act(1, 3, 2, 15, held)}, 3},
	} {
		if s, aside := sealed(t, append(tc.feeds, first...)...); len(s.Enforcement.actions) != tc.want {
			t.Errorf("%s: %d acts, want %d; %v", name, len(s.Enforcement.actions), tc.want, aside)
		}
	}
}
