package facts

import (
	"testing"

	"rapor/ingest/record"
)

// TestStatedDurations: what an export states of wait and service counts where
// its clocks do not tell, and tells tickets apart only there.
func TestStatedDurations(t *testing.T) {
	day, minutes := record.DayOf(2016, 3, 14), func(n int64) record.Duration { return record.Duration{Micros: n * 60_000_000, Known: true} }
	at := func(h, m int) record.Clock { return record.ClockAt(h, m, 0) }
	type span struct {
		sec int32
		ok  bool
	}
	for name, tc := range map[string]struct {
		t            record.Ticket
		wait, served span
	}{
		"no clocks":         {record.Ticket{Waited: minutes(12), Served: minutes(5)}, span{720, true}, span{300, true}},
		"stated as nothing": {record.Ticket{Waited: minutes(0), Served: minutes(0)}, span{0, true}, span{0, true}},
		"nothing":           {record.Ticket{}, span{-1, false}, span{-1, false}},
		"clocks":            {record.Ticket{Taken: at(8, 0), Called: at(8, 10), Ended: at(8, 15), Waited: minutes(99), Served: minutes(99)}, span{600, true}, span{300, true}},
		"only called":       {record.Ticket{Called: at(8, 10), Waited: minutes(12), Served: minutes(5)}, span{720, true}, span{300, true}},
		"only taken, ended": {record.Ticket{Taken: at(8, 0), Ended: at(8, 15), Waited: minutes(12)}, span{720, true}, span{-1, false}},
	} {
		var s Set
		tc.t.Day, tc.t.Number = day, "A1"
		s.Ticket(&tc.t)
		v := &s.Queue.visits[0]
		if sec, ok := v.Wait(); ok != tc.wait.ok || ok && sec != tc.wait.sec {
			t.Errorf("%s: wait %d %v", name, sec, ok)
		}
		if sec, ok := v.Service(); ok != tc.served.ok || ok && sec != tc.served.sec {
			t.Errorf("%s: service %d %v", name, sec, ok)
		}
	}
	for name, tc := range map[string]struct {
		a, b record.Ticket
		kept int
	}{
		"other waits":               {record.Ticket{Waited: minutes(12)}, record.Ticket{Waited: minutes(13)}, 2},
		"other service times":       {record.Ticket{Served: minutes(12)}, record.Ticket{Served: minutes(13)}, 2},
		"the same":                  {record.Ticket{Waited: minutes(12)}, record.Ticket{Waited: minutes(12)}, 1},
		"clocks, rounded otherwise": {record.Ticket{Taken: at(8, 0), Called: at(8, 10), Waited: minutes(10)}, record.Ticket{Taken: at(8, 0), Called: at(8, 10), Waited: minutes(11)}, 1},
	} {
		var s Set
		for i, v := range []record.Ticket{tc.a, tc.b} {
			v.Day, v.Number, v.Ref = day, "A1", record.Ref{Row: uint32(i + 2)}
			s.Ticket(&v)
		}
		s.Seal()
		if n := len(s.Queue.visits); n != tc.kept {
			t.Errorf("%s: %d kept, want %d", name, n, tc.kept)
		}
	}
}
