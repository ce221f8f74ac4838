package queue

import (
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// mixed gathers 100 tickets of which some have a priority, a status or a recall
// that nobody can read.
func mixed(unread int) *Slice {
	f := &facts.Set{}
	for i := range 100 {
		t := record.Ticket{Day: record.DayOf(2016, 3, 14+i/20), Number: string(rune('A'+i%20)) + string(rune('a'+i/20)),
			Taken: record.ClockAt(8, i%20, 0), Called: record.ClockAt(8, 20+i%20, 0), Ended: record.ClockAt(9, i%20, 0),
			Priority: record.No, Status: record.StatusServed, Recalled: record.No}
		switch {
		case i < unread:
			t.Priority, t.Status, t.Recalled = record.Unread, record.StatusUnread, record.Unread
		case i%4 == 0:
			t.Priority = record.Yes
		case i%10 == 1:
			t.Status = record.StatusNoShow
		}
		f.Ticket(&t)
	}
	f.Seal()
	set := office.Default()
	return NewSlice(f, &set, facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)})
}

// TestUnreadAttributes: what needs an attribute leaves the tickets out by name
// while they are few, and is withheld when they are many; what does not need it
// is the same.
func TestUnreadAttributes(t *testing.T) {
	values := func(s *Slice) map[string]result.Value {
		out := map[string]result.Value{}
		for _, sp := range Specs() {
			out[sp.ID] = sp.Compute(s)
		}
		return out
	}
	few, many, none := values(mixed(3)), values(mixed(60)), values(mixed(0))
	for _, id := range []string{"ANT-09", "ANT-12", "ANT-15", "ANT-25", "ANT-26"} {
		named := false
		for _, e := range few[id].Excluded {
			named = named || e.N == 3
		}
		if !few[id].Known() || !named {
			t.Errorf("%s with few: %+v", id, few[id])
		}
		if many[id].Known() || many[id].Missing == nil || many[id].Missing.ID[:len("ditahan")] != "ditahan" {
			t.Errorf("%s with many is not withheld: %+v", id, many[id])
		}
	}
	for _, id := range []string{"ANT-01", "ANT-13"} {
		if few[id].Value.Cmp(none[id].Value) != 0 || many[id].Value.Cmp(none[id].Value) != 0 {
			t.Errorf("%s changes: %v %v %v", id, none[id].Value, few[id].Value, many[id].Value)
		}
	}
}
