package facts

import (
	"math/rand/v2"
	"testing"

	"rapor/ingest/record"
)

// TestRosterOfSeveralCountersInTwoFiles: the same roster in two exports counts
// once, whatever the number of counters; a counter twice in one file is two.
func TestRosterOfSeveralCountersInTwoFiles(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		var all []record.QueueInterval
		for source := range uint16(2) {
			for i := range 6 {
				all = append(all, record.QueueInterval{Ref: record.Ref{Source: source, Row: uint32(i + 2)}, Day: checkDay, From: hm(8, 0), To: hm(12, 0),
					Counters: 1, Counter: string(rune('1' + i%3)), Late: -1, Max: record.Duration{Micros: int64(i / 3), Known: true}})
			}
		}
		r.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		var s Set
		for i := range all {
			s.QueueInterval(&all[i])
		}
		dups := s.Seal()
		n := 0
		s.Queue.Intervals(everything(""), func(*record.QueueInterval) { n++ })
		if n != 6 || len(dups) != 6 {
			t.Fatalf("seed %d: %d intervals, %d duplicates; want 6 and 6", seed, n, len(dups))
		}
	}
}
