package facts

import (
	"reflect"
	"testing"

	"rapor/ingest/record"
)

// TestMonthsOfEveryKind: one dated row of each kind is counted in its month, for
// its own office alone.
func TestMonthsOfEveryKind(t *testing.T) {
	everyKind(func(method string, feed func(*Set, record.Ref, string, func(reflect.Value))) {
		s := &Set{}
		feed(s, place(0, 0, 2), "Cabang", filled)
		s.Seal()
		got := s.Months("Cabang")
		if len(got) != 1 || got[0].Rows != 1 || got[0].Month != record.DayOf(2016, 3, 1) || got[0].Kind == "" {
			t.Errorf("%s: %+v", method, got)
		}
		if other := s.Months("Pusat"); len(other) != 0 {
			t.Errorf("%s: another office has %+v", method, other)
		}
	})
}
