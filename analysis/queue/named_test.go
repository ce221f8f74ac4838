package queue

import (
	"testing"

	"rapor/analysis/office"
)

// TestTheNameStatesTheLimit: an office's own long wait is in the name, and only
// there.
func TestTheNameStatesTheLimit(t *testing.T) {
	set := office.Default()
	for _, tc := range []struct {
		limit int32
		args  int
	}{{set.LongWait, 0}, {1800, 1}} {
		set.LongWait = tc.limit
		for i, s := range SpecsFor(&set) {
			want := 0
			if s.ID == "ANT-07" {
				want = tc.args
			}
			if len(s.Name.Args) != want || len(s.Question.Args) != want || s.ID != Specs()[i].ID {
				t.Errorf("limit %d: %s is called %+v", tc.limit, s.ID, s.Name)
			}
		}
	}
}
