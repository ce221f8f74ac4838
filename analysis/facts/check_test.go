package facts

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

var rules = CheckRules{
	OverstayLimit: func(record.Day) (int32, bool) { return 60, true },
	Tariff:        func(record.Day) (record.Rupiah, bool) { return 300_000_00, true },
}

var checkDay = record.DayOf(2016, 3, 14)

// audit feeds a set and lists the findings as "code row shown | hint".
func audit(feed func(*Set)) []string {
	s := &Set{}
	feed(s)
	s.Seal()
	var out []string
	for _, r := range s.Checks(rules) {
		out = append(out, fmt.Sprintf("%s %d %s | %s", r.Code, r.Ref.Row, r.Shown, r.Hint.ID))
	}
	return out
}

func expect(t *testing.T, feed func(*Set), want ...string) {
	t.Helper()
	if got := audit(feed); !slices.Equal(got, want) {
		t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// tickets feeds tickets, rows from 2 on.
func tickets(list ...record.Ticket) func(*Set) {
	return func(s *Set) {
		for i, x := range list {
			x.Ref.Row = uint32(i + 2)
			if !x.Day.Known() {
				x.Day = checkDay
			}
			s.Ticket(&x)
		}
	}
}

func hm(h, m int) record.Clock { return record.ClockAt(h, m, 0) }

func TestServiceBelowZeroAndOverFourHours(t *testing.T) {
	expect(t, tickets(
		record.Ticket{Number: "A1", Started: hm(8, 0), Ended: hm(12, 0)},     // four hours exactly: fine
		record.Ticket{Number: "A2", Started: hm(8, 0), Ended: hm(12, 0) + 1}, // one second more
		record.Ticket{Number: "A3", Started: hm(9, 0), Ended: hm(8, 59)}),    // below zero
		"D507 3 04:00:01 | > 04:00:00", "D502 4 08:59:00 | < 09:00:00")
}

func TestBatchClosing(t *testing.T) {
	day := func(same, other int) func(*Set) {
		var list []record.Ticket
		for i := range same + other {
			x := record.Ticket{Number: fmt.Sprintf("A%d", i+1), Ended: hm(16, 0)}
			if i >= same {
				x.Ended = hm(9, i)
			}
			list = append(list, x)
		}
		return tickets(list...)
	}
	expect(t, day(5, 4), "D508 2 16:00:00 | 2016-03-14: 5 / 9")
	expect(t, day(5, 5)) // not more than half
	expect(t, day(4, 0)) // too few to tell
}

func TestTicketNumbers(t *testing.T) {
	n := func(number string) record.Ticket { return record.Ticket{Number: number, Service: "Paspor"} }
	expect(t, tickets(n("A001"), n("A002"), n("B001"), n("A003")))
	expect(t, tickets(n("A001"), n("A002"), record.Ticket{Number: "A002", Service: "Lain"}),
		"D514 4 A2 | 2016-03-14: #3")
	expect(t, tickets(n("A001"), n("A002"), n("A005"), n("A006"), n("A008")),
		"D515 4 A3-4 | 2016-03-14: 3 / 8")
	expect(t, tickets(n("17"), n("9803"), n("555"))) // no running numbers
	// bare numbers run by service, and start anew each day
	expect(t, tickets(n("1"), n("2"), record.Ticket{Number: "1", Service: "Lain"}, record.Ticket{Number: "1", Service: "Paspor", Day: checkDay + 1}))
	// one number in two stages is one ticket
	expect(t, tickets(record.Ticket{Number: "A1", Stage: "Berkas"}, record.Ticket{Number: "A1", Stage: "Foto"}))
}

func TestManyCallsAtOnce(t *testing.T) {
	at := func(n int, c record.Clock) []record.Ticket {
		var list []record.Ticket
		for i := range n {
			list = append(list, record.Ticket{Number: fmt.Sprintf("A%d", i+1), Called: c, Counter: fmt.Sprint(i % 2)})
		}
		return list
	}
	expect(t, tickets(at(5, hm(8, 0)+7)...), "D516 2 08:00:07 | 2016-03-14: 5 x")
	expect(t, tickets(at(4, hm(8, 0)+7)...))
	expect(t, tickets(at(14, hm(8, 0))...)) // minutes only: several calls a minute are usual
	expect(t, tickets(at(15, hm(8, 0))...), "D516 2 08:00:00 | 2016-03-14: 15 x")
}

func TestClocks(t *testing.T) {
	expect(t, tickets(
		record.Ticket{Number: "A1", Taken: hm(9, 0), Called: hm(13, 0)},
		record.Ticket{Number: "A2", Taken: hm(1, 15)},                       // a 12-hour clock
		record.Ticket{Number: "A3", Taken: hm(23, 50), Called: hm(24, 10)},  // past midnight
		record.Ticket{Number: "A4", Taken: hm(6, 0), Called: hm(18, 0) + 1}, // half a day
		record.Ticket{Number: "A5", Taken: hm(5, 0), Called: hm(17, 0)}),    // on the edge
		"D521 3 01:15:00 | 05:00:00-24:00:00", "D521 4 24:10:00 | 05:00:00-24:00:00", "D521 5 12:00:01 | < 12:00:00")
}

// TestLittlesLaw: 20 people stay ten minutes each; further people without an
// end stay to the day's last event.
func TestLittlesLaw(t *testing.T) {
	day := func(open int) func(*Set) {
		var list []record.Ticket
		for i := range 20 {
			list = append(list, record.Ticket{Number: fmt.Sprintf("A%d", i+1), Taken: hm(8, i), Ended: hm(8, i+10)})
		}
		for i := range open {
			list = append(list, record.Ticket{Number: fmt.Sprintf("B%d", i+1), Taken: hm(8, 0), Status: record.StatusServed})
		}
		return tickets(list...)
	}
	expect(t, day(0))
	expect(t, day(1)) // (200 + 29) / (21 x 10) = 1.09
	expect(t, day(2), "D517 2 2016-03-14 | L / (λW) = 1.17; n = 22 (20)")
}

func TestFormSums(t *testing.T) {
	form := func(stated, l, p int64) func(*Set) {
		return func(s *Set) {
			for sex, n := range map[record.Sex]int64{record.Male: l, record.Female: p} {
				s.Action(&record.Action{Ref: record.Ref{Row: 9}, Kind: record.ActionDeportation, Decided: record.DayOf(2016, 3, 1), Grain: record.GrainMonth, Sex: sex, Number: n, Overstay: -1, Stated: stated})
			}
		}
	}
	expect(t, form(5, 3, 2))
	expect(t, form(-1, 3, 2))
	expect(t, form(6, 3, 2), "D511 9 6 | L + P = 5")
	list := func(persons int) func(*Set) {
		return func(s *Set) {
			form(-1, 1, 1)(s)
			for i := range persons {
				s.Action(&record.Action{Ref: record.Ref{Source: 1, Row: uint32(20 + i)}, Kind: record.ActionDeportation, Decided: record.DayOf(2016, 3, 5), Person: uint64(i + 1), Number: 1, Overstay: -1, Stated: -1})
			}
		}
	}
	expect(t, list(2))
	expect(t, list(3), "D518 9 2 | >= 3")
}

func TestActsAgainstTheLaw(t *testing.T) {
	one := func(a record.Action) func(*Set) {
		return func(s *Set) {
			a.Ref.Row, a.Decided, a.Number, a.Stated = 4, checkDay, 1, -1
			s.Action(&a)
		}
	}
	charge := func(days int32, sen int64) record.Action {
		return record.Action{Kind: record.ActionCharge, Overstay: days, Charge: record.Sen(sen)}
	}
	expect(t, one(charge(4, 120_000_000)))
	expect(t, one(charge(4, 100_000_000)), "D513 4 Rp1.000.000 | 4 × Rp300.000 = Rp1.200.000")
	expect(t, one(charge(60, 60*30_000_000))) // sixty is neither under nor over
	expect(t, one(charge(61, 61*30_000_000)), "D519 4 61 | > 60; UU 6/2011, 78(3)")
	expect(t, one(record.Action{Kind: record.ActionDeportation, Overstay: 10, Paid: record.Yes}), "D519 4 10 | < 60; UU 6/2011, 78(1)")
	expect(t, one(record.Action{Kind: record.ActionDeportation, Overstay: 10, Paid: record.No})) // not paid: deported
	expect(t, one(record.Action{Kind: record.ActionDeportation, Overstay: -1, Executed: checkDay - 1}), "D512 4 2016-03-13 | >= 2016-03-14")
}

func TestStageOrder(t *testing.T) {
	one := func(c record.Case) func(*Set) {
		return func(s *Set) {
			c.Ref.Row, c.Number = 3, "LK-1"
			s.Case(&c)
		}
	}
	d := checkDay
	expect(t, one(record.Case{Arrested: d, Notified: d + 2, Complete: d + 30, HandedOver: d + 35, Verdict: d + 60}))
	expect(t, one(record.Case{Arrested: d, Notified: d - 2, Complete: d + 30})) // SPDP before the arrest is possible
	expect(t, one(record.Case{Notified: d, Complete: d - 1}), "D512 3 2016-03-13 | >= 2016-03-14")
	expect(t, one(record.Case{Notified: d, Complete: d}))
	expect(t, one(record.Case{Complete: d, Verdict: d - 1}), "D512 3 2016-03-13 | >= 2016-03-14")
}

// TestSpellingsAreMergedAndSaid: case and spaces merge everywhere, aliases of
// countries are reported too.
func TestSpellingsAreMergedAndSaid(t *testing.T) {
	feed := func(s *Set) {
		tickets(record.Ticket{Number: "A1", Service: "Paspor Baru"}, record.Ticket{Number: "A2", Service: "PASPOR  BARU"}, record.Ticket{Number: "A3", Service: "Paspor Baru", Counter: "x"})(s)
		for i, n := range []string{"India", "Tiongkok", "RRT", "india", "India"} {
			s.Action(&record.Action{Ref: record.Ref{Source: 1, Row: uint32(i + 2)}, Kind: record.ActionListing, Decided: checkDay, Nationality: n, Number: 1, Overstay: -1, Stated: -1, Person: uint64(i + 1)})
		}
	}
	expect(t, feed, "D520 3 PASPOR  BARU | → Paspor Baru (1 ×)", "D520 4 RRT | → Tiongkok (1 ×)", "D520 5 india | → India (1 ×)")
	s := &Set{}
	feed(s)
	s.Seal()
	if got, _ := s.Queue.Services(everything("")); len(got) != 1 || got[0] != "Paspor Baru" {
		t.Errorf("services %v", got)
	}
}

// TestChecksDependOnNoOrder: any split in any order gives the same findings.
func TestChecksDependOnNoOrder(t *testing.T) {
	feedOne := func(s *Set, i int) {
		ref := record.Ref{Source: uint16(i % 2), Row: uint32(i)}
		if i%4 == 0 {
			s.Action(&record.Action{Ref: ref, Kind: record.ActionKind(1 + i%7), Decided: checkDay + record.Day(i%50), Nationality: []string{"RRT", "Cina", "cina", "India"}[i/4%4],
				Person: uint64(i % 9), Number: 1, Overstay: int32(i % 90), Charge: record.Sen(int64(i%3) * 30_000_000), Paid: record.Tri(i%3 - 1), Stated: -1})
			return
		}
		s.Ticket(&record.Ticket{Ref: ref, Day: checkDay + record.Day(i%3), Number: fmt.Sprintf("%c%d", 'A'+i%2, i/3%40), Service: []string{"Baru", "BARU", "baru"}[i%3], Stage: []string{"", "", "Foto"}[i/7%3],
			Taken: hm(7, i%60), Called: hm(8, i%3), Ended: hm(8+i%6, 30), Status: record.StatusServed})
	}
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 5))
		n := 50 + r.IntN(300)
		one := &Set{}
		for i := range n {
			feedOne(one, i)
		}
		one.Seal()
		parts := []*Set{{}, {}, {}}
		for _, i := range r.Perm(n) {
			feedOne(parts[r.IntN(3)], i)
		}
		parts[2].Merge(parts[0])
		parts[2].Merge(parts[1])
		parts[2].Seal()
		if !reflect.DeepEqual(view(one), view(parts[2])) {
			t.Fatalf("seed %d: joined stages or spellings depend on the order", seed)
		}
		a, b := one.Checks(rules), parts[2].Checks(rules)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: %d and %d findings", seed, len(a), len(b))
		}
		if seed == 0 && len(a) == 0 {
			t.Fatal("nothing was found: the test proves nothing")
		}
	}
}

// TestCodesAreFixed: the numbers are promised to the catalogue.
func TestCodesAreFixed(t *testing.T) {
	want := []reject.Code{"D514", "D515", "D516", "D517", "D518", "D519", "D520", "D521", "D525"}
	if got := []reject.Code{reject.RepeatedTicket, reject.MissingTicket, reject.SameCallTime, reject.LittleMismatch, reject.PersonsOverActs, reject.OverstayAction, reject.LabelMerged, reject.ClockRollover, reject.OutsideHours}; !slices.Equal(got, want) {
		t.Errorf("codes %v", got)
	}
}
