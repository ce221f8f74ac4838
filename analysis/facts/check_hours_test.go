package facts

import (
	"fmt"
	"slices"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// TestTicketsOutsideHours: the last second of service and the early queue are
// in order; a day is named once, at its first row; without stated hours there
// is nothing to hold tickets against.
func TestTicketsOutsideHours(t *testing.T) {
	var s Set
	for i, taken := range []record.Clock{
		record.ClockAt(5, 29, 59), hm(5, 30), hm(7, 0), hm(12, 0), hm(16, 0), record.ClockAt(16, 0, 1), hm(18, 0), record.Clock(0),
	} {
		s.Ticket(&record.Ticket{Ref: record.Ref{Row: uint32(i + 2)}, Day: checkDay, Number: fmt.Sprint("A", i), Taken: taken, Status: record.StatusServed})
	}
	s.Ticket(&record.Ticket{Ref: record.Ref{Row: 20}, Day: checkDay + 1, Number: "A1", Taken: hm(8, 0), Status: record.StatusServed})
	s.Seal()
	got := slices.DeleteFunc(s.Checks(CheckRules{Opens: 7*3600 + 1800, Closes: 16 * 3600}), func(r record.Reject) bool { return r.Code != reject.OutsideHours })
	if len(got) != 1 || got[0].Ref.Row != 2 || got[0].Shown != "05:29:59" || got[0].Hint.EN != checkDay.String()+": 1 < 05:30:00; 2 > 16:00:00" {
		t.Errorf("%+v", got)
	}
	for _, r := range s.Checks(CheckRules{}) {
		if r.Code == reject.OutsideHours {
			t.Errorf("hours nobody stated: %+v", r)
		}
	}
}
