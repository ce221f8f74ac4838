package survey

import (
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/facts"
	"rapor/ingest/record"
)

// TestBoundsHoldForAnyRejectedAnswers: up to n more respondents of any content
// keep every score within its bound, and the ends of the scale reach them.
func TestBoundsHoldForAnyRejectedAnswers(t *testing.T) {
	day := record.DayOf(2016, 5, 2)
	ticket := func(f *facts.Set) {
		f.Ticket(&record.Ticket{Day: day, Number: "A1", Taken: record.ClockAt(8, 0, 0)})
	}
	rapid.Check(t, func(t *rapid.T) {
		answered := rapid.IntRange(3, record.Elements).Draw(t, "elements")
		draw := func(label string, k int) []sheet {
			out := make([]sheet, k)
			for i := range out {
				for e := range out[i][:answered] {
					out[i][e] = uint8(rapid.IntRange(0, 4).Draw(t, label))
				}
			}
			return out
		}
		first := draw("score", rapid.IntRange(1, 12).Draw(t, "respondents"))
		n := rapid.IntRange(0, 4).Draw(t, "rejected")
		answered = record.Elements // the rejected may answer what nobody had
		more := draw("rejected score", rapid.IntRange(0, n).Draw(t, "counted"))
		before, after := of(day, first, ticket), of(day, append(append([]sheet{}, first...), more...), ticket)
		fill := func(v uint8) *Slice {
			all := append([]sheet{}, first...)
			for range n {
				var s sheet
				for e := range s {
					s[e] = v
				}
				all = append(all, s)
			}
			return of(day, all, ticket)
		}
		least, most := fill(1), fill(4)
		for _, spec := range Specs() {
			if spec.Bound == nil || !spec.Compute(before).Known() {
				continue
			}
			lo, hi := spec.Bound(before, int64(n))
			if now := spec.Compute(after); now.Value.Cmp(lo) < 0 || now.Value.Cmp(hi) > 0 {
				t.Fatalf("%s: %v outside %v to %v", spec.ID, now.Value, lo, hi)
			}
			if spec.ID == "SKM-11" || spec.ID == "SKM-13" {
				continue // its greatest leaves unanswered elements empty
			}
			if spec.Compute(least).Value.Cmp(lo) != 0 || spec.Compute(most).Value.Cmp(hi) != 0 {
				t.Fatalf("%s: %v to %v is not reached", spec.ID, lo, hi)
			}
		}
	})
}
