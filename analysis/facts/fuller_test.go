package facts

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

func ticket(source uint16, row uint32, number string, taken, called, ended int, st record.Status) *record.Ticket {
	t := &record.Ticket{Ref: record.Ref{Source: source, Row: row}, Day: record.DayOf(2016, 3, 14), Number: number, Status: st}
	for _, x := range []struct {
		to *record.Clock
		at int
	}{{&t.Taken, taken}, {&t.Called, called}, {&t.Ended, ended}} {
		if x.at >= 0 {
			*x.to = record.Clock(x.at + 1)
		}
	}
	return t
}

// TestTheFullerEntryIsKept: the export of noon has a ticket waiting, that of
// the evening has it served: one ticket, the served one.
func TestTheFullerEntryIsKept(t *testing.T) {
	var s Set
	s.Ticket(ticket(0, 2, "A001", 27000, -1, -1, record.StatusWaiting))
	s.Ticket(ticket(0, 3, "A002", 27060, 27600, 28000, record.StatusServed))
	s.Ticket(ticket(1, 2, "A001", 27000, 27500, 27900, record.StatusServed))
	s.Ticket(ticket(1, 3, "A002", 27060, 27600, 28000, record.StatusServed))
	s.Ticket(ticket(1, 4, "B001", 27000, -1, -1, record.StatusWaiting)) // another ticket of the same second
	out := s.Seal()
	if len(out) != 2 || out[0].Code != reject.FullerTicket && out[1].Code != reject.FullerTicket {
		t.Fatalf("set aside %+v", out)
	}
	for _, r := range out {
		if r.Code == reject.FullerTicket && (r.Ref.Source != 0 || r.Other != (record.Ref{Source: 1, Row: 2})) {
			t.Errorf("%+v", r)
		}
	}
	if len(s.Queue.visits) != 3 {
		t.Errorf("%d tickets, want 3", len(s.Queue.visits))
	}
}

// TestOneEntryPerTicketStands: however many exports hold a ticket that was called
// at one time, in whatever order they are read, one entry stands, the same one, and rows are not lost.
func TestOneEntryPerTicketStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []*record.Ticket
		for src := range uint16(rapid.IntRange(1, 4).Draw(t, "exports")) {
			called, ended := rapid.IntRange(-1, 0).Draw(t, "called"), rapid.IntRange(-1, 3).Draw(t, "ended")
			if called >= 0 {
				called += 27000
			}
			if ended >= 0 {
				ended += 28000
			}
			all = append(all, ticket(src, 2, "A001", 26000, called, ended, record.Status(rapid.IntRange(0, 4).Draw(t, "status"))))
		}
		var forth, back Set
		for i := range all {
			forth.Ticket(all[i])
			back.Ticket(all[len(all)-1-i])
		}
		a, b := forth.Seal(), back.Seal()
		if len(forth.Queue.visits) != 1 || len(a) != len(all)-1 {
			t.Fatalf("%d of %d entries stand, %d set aside", len(forth.Queue.visits), len(all), len(a))
		}
		if fmt.Sprint(forth.Queue.visits) != fmt.Sprint(back.Queue.visits) || fmt.Sprint(a) != fmt.Sprint(b) {
			t.Fatalf("the order of reading decides:\n%v\n%v", forth.Queue.visits, back.Queue.visits)
		}
	})
}
