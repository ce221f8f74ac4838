package facts

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// place is a row of a sheet of a source.
func place(source, sheet uint16, row uint32) record.Ref {
	return record.Ref{Source: source, Sheet: sheet, Row: row}
}

// sealed feeds records in every order of a few shuffles and over several
// workers, seals, and fails when the outcome depends on it.
func sealed(t *testing.T, feeds ...func(*Set)) (*Set, []record.Reject) {
	t.Helper()
	var first *Set
	var aside []record.Reject
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 7))
		parts := []*Set{{}, {}, {}}
		for _, i := range r.Perm(len(feeds)) {
			feeds[i](parts[r.IntN(len(parts))])
		}
		parts[0].Merge(parts[1])
		parts[0].Merge(parts[2])
		out := parts[0].Seal()
		if first == nil {
			first, aside = parts[0], out
			continue
		}
		if !reflect.DeepEqual(aside, out) || fmt.Sprint(first.Queue.visits) != fmt.Sprint(parts[0].Queue.visits) {
			t.Fatalf("the order of reading decides:\n%v\n%v", aside, out)
		}
		for i, k := range parts[0].kinds() {
			if a, b := fmt.Sprint(k), fmt.Sprint(first.kinds()[i]); k.size() != first.kinds()[i].size() {
				t.Fatalf("the order of reading decides:\n%s\n%s", a, b)
			}
		}
	}
	return first, aside
}

func codesOf(list []record.Reject) map[reject.Code]int {
	out := map[reject.Code]int{}
	for _, r := range list {
		out[r.Code]++
	}
	return out
}

func isAside(t *testing.T, list []record.Reject, want map[reject.Code]int) {
	t.Helper()
	if got := codesOf(list); !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 {
		t.Errorf("set aside %v, want %v", got, want)
	}
}

func called(ref record.Ref, number, counter string, taken, calledAt int, st record.Status) func(*Set) {
	return func(s *Set) {
		x := record.Ticket{Ref: ref, Day: checkDay, Number: number, Counter: counter, Status: st, Taken: hm(8, taken)}
		if calledAt >= 0 {
			x.Called = hm(8, calledAt)
		}
		s.Ticket(&x)
	}
}

const (
	noStatus = record.StatusUnknown
	servedT  = record.StatusServed
	noShow   = record.StatusNoShow
)

// TestWhatIsOneTicket: number and time taken make one ticket in one table; in
// two tables it is two when counter or call differ.
func TestWhatIsOneTicket(t *testing.T) {
	unread := func(ref record.Ref, cells uint32) record.Ref { ref.Rest = cells; return ref }
	for name, tc := range map[string]struct {
		feeds []func(*Set)
		n     int
		aside map[reject.Code]int
	}{
		"numbers that a hash took for one": {[]func(*Set){called(place(0, 0, 2), "AM826", "", 10, 30, noStatus), called(place(0, 0, 3), "AS776", "", 10, 30, noStatus)}, 2, nil},
		"12 is not 012":                    {[]func(*Set){called(place(0, 0, 2), "A12", "", 10, 30, noStatus), called(place(0, 0, 3), "A012", "", 10, 30, noStatus)}, 2, nil},
		"long numbers":                     {[]func(*Set){called(place(0, 0, 2), "20160314000001", "", 10, 30, noStatus), called(place(0, 0, 3), "20160315000001", "", 10, 30, noStatus)}, 2, nil},
		"the same row twice":               {[]func(*Set){called(place(0, 0, 2), "A1", "", 10, 30, noStatus), called(place(0, 0, 9), "A1", "", 10, 30, noStatus)}, 1, map[reject.Code]int{"D306": 1}},
		"called again":                     {[]func(*Set){called(place(0, 0, 2), "A1", "", 10, 20, noShow), called(place(0, 0, 3), "A1", "", 10, 40, servedT)}, 1, map[reject.Code]int{"D541": 1}},
		"called again, other desk":         {[]func(*Set){called(place(0, 0, 2), "A1", "1", 10, 20, noShow), called(place(0, 0, 3), "A1", "2", 10, 40, servedT)}, 1, map[reject.Code]int{"D541": 1}},
		"another hall's file":              {[]func(*Set){called(place(0, 0, 2), "A1", "1", 10, 20, servedT), called(place(1, 0, 2), "A1", "11", 10, 20, servedT)}, 2, nil},
		"another hall's sheet":             {[]func(*Set){called(place(0, 0, 2), "A1", "1", 10, 20, servedT), called(place(0, 1, 2), "A1", "11", 10, 20, servedT)}, 2, nil},
		"another call":                     {[]func(*Set){called(place(0, 0, 2), "A1", "", 10, 20, servedT), called(place(1, 0, 2), "A1", "", 10, 25, servedT)}, 2, nil},
		"noon and evening":                 {[]func(*Set){called(place(0, 0, 2), "A1", "", 10, -1, record.StatusWaiting), called(place(1, 0, 2), "A1", "1", 10, 20, servedT)}, 1, map[reject.Code]int{"D522": 1}},
		"three exports":                    {[]func(*Set){called(place(0, 0, 2), "A1", "", 10, 20, servedT), called(place(1, 0, 2), "A1", "", 10, 20, servedT), called(place(2, 0, 2), "A1", "", 10, 20, servedT)}, 1, map[reject.Code]int{"D306": 2}},
		"cells that were not read":         {[]func(*Set){called(unread(place(0, 0, 2), 5), "A1", "", 10, -1, noStatus), called(unread(place(0, 0, 3), 7), "A1", "", 10, -1, noStatus)}, 2, nil},
		"a code for all, in a file":        {[]func(*Set){called(place(0, 0, 2), "TAMU", "", 10, -1, noStatus), called(place(0, 0, 3), "TAMU", "", 10, -1, noStatus)}, 2, nil},
		"a dash":                           {[]func(*Set){called(place(0, 0, 2), "-", "", 10, -1, noStatus), called(place(0, 0, 3), "-", "", 10, -1, noStatus)}, 2, nil},
		"a zero in two files":              {[]func(*Set){called(place(0, 0, 2), "0", "", 10, -1, noStatus), called(place(1, 0, 3), "0", "", 10, 20, noStatus)}, 2, nil},
	} {
		s, aside := sealed(t, tc.feeds...)
		if n := len(s.Queue.visits); n != tc.n {
			t.Errorf("%s: %d tickets, want %d", name, n, tc.n)
		}
		t.Run(name, func(t *testing.T) { isAside(t, aside, tc.aside) })
	}
}

// TestTheFirstCallCounts: a ticket passed over and called again waited until the
// first call, and its service is that of the second.
func TestTheFirstCallCounts(t *testing.T) {
	second := func(s *Set) {
		s.Ticket(&record.Ticket{Ref: place(0, 0, 3), Day: checkDay, Number: "A001", Taken: hm(8, 0), Called: hm(8, 40), Ended: hm(8, 50), Status: servedT})
	}
	s, _ := sealed(t, called(place(0, 0, 2), "A001", "", 0, 10, noShow), second)
	v := &s.Queue.visits[0]
	w, _ := v.Wait()
	x, _ := v.Service()
	if w != 600 || x != 600 || v.Status != servedT || v.Ref().Row != 2 {
		t.Errorf("waited %d, served %d, %v", w, x, v.Status)
	}
	// two counters, one after the other: the time at both
	third := func(s *Set) {
		s.Ticket(&record.Ticket{Ref: place(0, 0, 4), Day: checkDay, Number: "A001", Taken: hm(8, 0), Called: hm(8, 55), Ended: hm(9, 0), Status: servedT})
	}
	s, _ = sealed(t, second, third)
	if x, _ := s.Queue.visits[0].Service(); x != 900 {
		t.Errorf("served %d at two counters", x)
	}
}

// TestADuplicateSaysWhatDiffers: a row that another export gives again differs in
// no column that was read; where a cell that was not read differs, it says so.
func TestADuplicateSaysWhatDiffers(t *testing.T) {
	other := place(1, 0, 2)
	other.Rest = 9
	_, aside := sealed(t, called(place(0, 0, 2), "A1", "", 10, 20, servedT), called(other, "A1", "", 10, 20, servedT))
	if len(aside) != 1 || aside[0].Code != reject.DuplicateRow || aside[0].Hint.Empty() {
		t.Errorf("%+v", aside)
	}
}

func complaint(ref record.Ref, day, closed int, topic string) func(*Set) {
	return func(s *Set) {
		c := record.Complaint{Ref: ref, Day: record.DayOf(2016, 1, day), Channel: "LAPOR", Topic: topic}
		if closed > 0 {
			c.Closed = record.DayOf(2016, 1, closed)
		}
		s.Complaint(&c)
	}
}

// TestANumberedComplaintHasOneLife: by its number a complaint is known although
// the later export words it otherwise; the same words under another number are
// another complaint.
func TestANumberedComplaintHasOneLife(t *testing.T) {
	one := func(ref record.Ref, number, topic string, closed int) func(*Set) {
		return func(s *Set) {
			c := record.Complaint{Ref: ref, Day: record.DayOf(2016, 1, 5), Number: number, Channel: "LAPOR", Topic: topic}
			if closed > 0 {
				c.Closed = record.DayOf(2016, 1, closed)
			}
			s.Complaint(&c)
		}
	}
	s, aside := sealed(t, one(place(0, 0, 2), "ADU-1", "Antrean", 0), one(place(0, 0, 3), "ADU-2", "Antrean", 0),
		one(place(1, 0, 2), "ADU-1", "Antrean lama", 9), one(place(1, 0, 3), "ADU-2", "Antrean", 0), one(place(1, 0, 4), "ADU-3", "Antrean", 0))
	closed := 0
	for _, c := range s.Survey.complaints {
		closed += boolInt(c.Closed.Known())
	}
	if len(s.Survey.complaints) != 3 || closed != 1 || len(aside) != 2 {
		t.Errorf("%d complaints, %d closed, %v", len(s.Survey.complaints), closed, aside)
	}
}

// TestTheLaterStateOfAComplaint: a register exported again closes what was open.
func TestTheLaterStateOfAComplaint(t *testing.T) {
	s, aside := sealed(t,
		complaint(place(0, 0, 2), 5, 12, "Antrean"), complaint(place(0, 0, 3), 18, 0, "Antrean"),
		complaint(place(1, 0, 2), 5, 12, "Antrean"), complaint(place(1, 0, 3), 18, 25, "Antrean"), complaint(place(1, 0, 4), 19, 0, "Biaya"))
	if len(s.Survey.complaints) != 3 || len(aside) != 2 {
		t.Fatalf("%+v, set aside %+v", s.Survey.complaints, aside)
	}
	for _, c := range s.Survey.complaints {
		if c.Ref.Source != 1 {
			t.Errorf("kept %+v", c)
		}
	}
	// two registers that share a row are two
	s, aside = sealed(t, complaint(place(0, 0, 2), 5, 12, "Antrean"), complaint(place(0, 0, 3), 7, 0, "Calo"),
		complaint(place(1, 0, 2), 5, 12, "Antrean"), complaint(place(1, 0, 3), 8, 0, "Biaya"))
	if len(s.Survey.complaints) != 4 || len(aside) != 0 {
		t.Errorf("%d complaints, set aside %+v", len(s.Survey.complaints), aside)
	}
	// a register's own number makes it one whatever else the exports hold
	numbered := func(ref record.Ref, number string, closed int) func(*Set) {
		return func(s *Set) {
			c := record.Complaint{Ref: ref, Number: number, Day: record.DayOf(2016, 1, 5)}
			if closed > 0 {
				c.Closed = record.DayOf(2016, 1, closed)
			}
			s.Complaint(&c)
		}
	}
	s, aside = sealed(t, numbered(place(0, 0, 2), "LP-1", 0), numbered(place(0, 0, 3), "LP-2", 0), numbered(place(1, 0, 2), "LP-1", 9))
	if len(s.Survey.complaints) != 2 {
		t.Errorf("%+v", s.Survey.complaints)
	}
	isAside(t, aside, map[reject.Code]int{reject.FullerTicket: 1})
}

// TestMonthsAndTheYear: sheets of months beside that of the year say it twice;
// a sheet of another month is its own.
func TestMonthsAndTheYear(t *testing.T) {
	var feeds []func(*Set)
	for m := range 3 {
		for d := range 2 {
			for _, at := range []record.Ref{place(0, uint16(m), uint32(d+2)), place(0, 9, uint32(2*m+d+2))} {
				feeds = append(feeds, func(s *Set) {
					s.Action(&record.Action{Ref: at, Decided: record.DayOf(2016, m+1, d+5), Kind: record.ActionDeportation, Number: 1, Overstay: -1, Stated: -1})
				})
			}
		}
	}
	feeds = append(feeds, func(s *Set) {
		s.Action(&record.Action{Ref: place(0, 4, 2), Decided: record.DayOf(2016, 4, 1), Kind: record.ActionDeportation, Number: 1, Overstay: -1, Stated: -1})
	})
	s, aside := sealed(t, feeds...)
	if n := len(s.Enforcement.actions); n != 7 {
		t.Errorf("%d acts, want 7", n)
	}
	isAside(t, aside, map[reject.Code]int{reject.DuplicateRow: 6})
	for _, r := range aside {
		if r.Ref.Sheet == 9 || r.Other.Sheet != 9 {
			t.Errorf("%+v: the sheet of the year holds the others whole", r)
		}
	}
}

// TestTwoDesks: respondents of two desks are as many as rows, whatever their
// numbers and however alike their answers.
func TestTwoDesks(t *testing.T) {
	var feeds []func(*Set)
	answer := func(source uint16, n, score int) {
		feeds = append(feeds, func(s *Set) {
			a := record.Answer{Ref: place(source, 0, uint32(n+1)), Day: checkDay, Respondent: fmt.Sprint(n)}
			for e := range a.Scores {
				a.Scores[e] = uint8(score)
			}
			s.Answer(&a)
		})
	}
	for n := 1; n <= 10; n++ {
		answer(0, n, 3+n/9)
		answer(1, n, 3-n/8)
	}
	for n := 1; n <= 4; n++ { // a third desk, all of whose answers are common
		answer(2, n, 3)
	}
	s, aside := sealed(t, feeds...)
	if c := codesOf(aside); len(s.Survey.answers) != 24 || len(c) != 1 || c[reject.PossibleCopy] != 1 { // said, and not set aside
		t.Errorf("%d answers, said %v", len(s.Survey.answers), c)
	}
}

// TestSuspects: a case and a person are one suspect through all exports; a case
// without persons has as many suspects as rows.
func TestSuspects(t *testing.T) {
	suspect := func(ref record.Ref, person uint64, complete int) func(*Set) {
		return func(s *Set) {
			c := record.Case{Ref: ref, Number: "LK1", Person: person, Notified: record.DayOf(2016, 1, 8)}
			if complete > 0 {
				c.Complete = record.DayOf(2016, 2, complete)
			}
			s.Case(&c)
		}
	}
	s, aside := sealed(t, suspect(place(0, 0, 2), 7, 0), suspect(place(1, 0, 2), 7, 28))
	if len(s.Enforcement.cases) != 1 || !s.Enforcement.cases[0].Complete.Known() {
		t.Errorf("%+v", s.Enforcement.cases)
	}
	isAside(t, aside, map[reject.Code]int{reject.FullerTicket: 1})
	s, aside = sealed(t, suspect(place(0, 0, 2), 0, 0), suspect(place(0, 0, 3), 0, 0), suspect(place(1, 0, 2), 0, 28), suspect(place(1, 0, 3), 0, 0))
	if len(s.Enforcement.cases) != 2 || len(aside) != 2 {
		t.Errorf("%d suspects, set aside %+v", len(s.Enforcement.cases), aside)
	}
}

// TestManyRowsOfOneKey: an export that puts one number on everything must not
// cost the square of its rows.
func TestManyRowsOfOneKey(t *testing.T) {
	var s Set
	for i := range 60_000 {
		ref := place(uint16(i%2), 0, uint32(i))
		ref.Rest = uint32(i)
		s.Ticket(&record.Ticket{Ref: ref, Day: checkDay, Number: "1", Taken: hm(8, 0)})
	}
	s.Seal()
	if n := len(s.Queue.visits); n != 30_000 {
		t.Errorf("%d tickets: each export has 30,000 rows that differ in other cells", n)
	}
}
