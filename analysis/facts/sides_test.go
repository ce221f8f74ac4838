package facts

import (
	"testing"

	"rapor/ingest/record"
)

// TestActsSeenFromSeveralSidesCountOnce: the same acts by article, by nationality
// and by none, each in a table of its own; tables of one side add up.
func TestActsSeenFromSeveralSidesCountOnce(t *testing.T) {
	add := func(s *Set, source int, month int, nation, article string, n int64) {
		s.Action(&record.Action{Ref: place(uint16(source), 0, uint32(len(s.Enforcement.actions)+2)),
			Kind: record.ActionDeportation, Number: n,
			Decided: record.DayOf(2016, month, 1), Grain: record.GrainMonth, Nationality: nation, Article: article,
			Overstay: -1, Stated: -1})
	}
	total := func(s *Set) (n int64) {
		s.Seal()
		s.Enforcement.Actions(Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)},
			func(a *record.Action) { n += a.Number })
		return n
	}
	s := &Set{}
	add(s, 0, 1, "", "", 9)
	add(s, 1, 1, "Nigeria", "", 4)
	add(s, 1, 1, "", "", 5) // a nationality that is not known
	if n := total(s); n != 9 {
		t.Errorf("by none and by nationality: %d of 9", n)
	}
	add(s, 2, 1, "", "Pasal 75", 9)
	add(s, 3, 2, "Nigeria", "", 3)
	if n := total(s); n != 12 {
		t.Errorf("by article too, and another month: %d of 12", n)
	}
	add(s, 4, 2, "China", "", 2)
	if n := total(s); n != 14 {
		t.Errorf("two tables by nationality: %d of 14", n)
	}
}
