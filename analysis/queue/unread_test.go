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

// TestProgramsThatSayNothingOfPriorityAreLeftOut: their tickets are neither in
// the lane nor in the ordinary one, while an empty cell beside ticks is a no.
func TestProgramsThatSayNothingOfPriorityAreLeftOut(t *testing.T) {
	f := &facts.Set{}
	for i := range 60 {
		k := record.Ticket{Ref: record.Ref{Source: uint16(i / 30), Row: uint32(i + 2)}, Day: record.DayOf(2016, 3, 14), Number: string(rune('A'+i/30)) + string(rune('0'+i%30/10)) + string(rune('0'+i%10)),
			Taken: record.ClockAt(8, i%30, 0), Called: record.ClockAt(9, i%30, 0), Ended: record.ClockAt(10, i%30, 0), Status: record.StatusServed}
		if i >= 30 {
			k.Called = record.ClockAt(8, i%30+10, 0) // the program without the column calls sooner
		} else if i%3 == 0 {
			k.Priority, k.Called = record.Yes, record.ClockAt(8, i%30+20, 0)
		}
		f.Ticket(&k)
	}
	f.Seal()
	set := office.Default()
	s := NewSlice(f, &set, facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)})
	v := value(t, "ANT-26", s)
	is(t, "share", v.Value, 1, 3)
	if len(v.Excluded) != 1 || v.Excluded[0].N != 30 {
		t.Errorf("excluded %+v", v.Excluded)
	}
	is(t, "gap", value(t, "ANT-25", s).Value, 40*60, 1)
}

// TestOnlyNoShowsCarryAStatus: what the others are is told by their clocks, or
// the share is withheld; it is never the whole.
func TestOnlyNoShowsCarryAStatus(t *testing.T) {
	for _, c := range []struct {
		absent, ended, bare int
		num, den            int64 // 0/0 = withheld
	}{
		{2, 6, 0, 1, 4}, {2, 8, 1, 1, 5}, {2, 0, 6, 0, 0}, {2, 4, 4, 0, 0}, {3, 0, 0, 1, 1},
	} {
		var all []record.Ticket
		for i := range c.absent + c.ended + c.bare {
			k := record.Ticket{Ref: record.Ref{Row: uint32(i + 2)}, Day: record.DayOf(2016, 3, 14), Number: string(rune('A' + i)), Taken: record.ClockAt(8, i, 0), Called: record.ClockAt(8, i+5, 0)}
			switch {
			case i < c.absent:
				k.Status = record.StatusNoShow
			case i < c.absent+c.ended:
				k.Ended = record.ClockAt(9, i, 0)
			}
			all = append(all, k)
		}
		v := value(t, "ANT-09", slice(office.Default(), all))
		switch {
		case c.den == 0 && (v.Known() || v.Missing == nil):
			t.Errorf("%+v: %v is not withheld", c, v.Value)
		case c.den > 0:
			is(t, "share", v.Value, c.num, c.den)
		}
	}
}
