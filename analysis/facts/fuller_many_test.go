package facts

import (
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/record"
)

// TestFullerAgreesWithEveryPair holds the two entries that decide against a look
// at every pair.
func TestFullerAgreesWithEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		run := make([]Visit, rapid.IntRange(1, 12).Draw(t, "n"))
		for i := range run {
			run[i] = Visit{Day: 100, Taken: 5, number: uint32(rapid.IntRange(0, 2).Draw(t, "number")), Called: -1, Started: -1,
				Ended: int32(rapid.IntRange(-1, 2).Draw(t, "ended")), ref: record.Ref{Source: uint16(rapid.IntRange(0, 3).Draw(t, "source")), Row: uint32(i)}}
		}
		full := fullest(run)
		for k := range run {
			v := &run[k]
			want := false
			for i := range run {
				w := &run[i]
				want = want || v.number != 0 && w.number == v.number && w.ref.Source != v.ref.Source && compareFullness(w, v) > 0
			}
			if ref, got := full.overrules(v); got != want || got && ref.Source == v.ref.Source {
				t.Fatalf("%+v: %v, %v", *v, got, ref)
			}
		}
	})
}

// TestManyTicketsOfOneMoment: an export without times puts all tickets of a day
// at one; their cost must not grow with the square of their number.
func TestManyTicketsOfOneMoment(t *testing.T) {
	const n = 300_000
	run := make([]Visit, n)
	for i := range run {
		run[i] = Visit{Day: 100, Taken: 5, number: uint32(i/2 + 1), Ended: int32(i % 2), ref: record.Ref{Source: uint16(i % 2), Row: uint32(i)}}
	}
	var out findings
	if kept := fuller(run, &out); len(kept) != n/2 {
		t.Errorf("%d kept", len(kept))
	}
}
