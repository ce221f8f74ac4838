package facts

import (
	"fmt"
	"testing"

	"rapor/ingest/record"
)

// TestManyWords: more distinct texts than 16 bits hold, as the series of ticket
// numbers give that carry the day, never take a service from its ticket.
func TestManyWords(t *testing.T) {
	const n = 1<<16 + 500
	parts := [2]Set{}
	for i := range n {
		parts[i%2].Ticket(&record.Ticket{
			Ref: record.Ref{Row: uint32(i + 1)}, Day: record.DayOf(2016, 1, 5), Number: fmt.Sprintf("S%d-%03d", i, i%999), Service: fmt.Sprintf("L%d", i),
		})
	}
	parts[0].Merge(&parts[1])
	parts[0].Seal()
	day := Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
	seen := map[string]int{}
	parts[0].Queue.Visits(day, func(_ *Visit, l Lane) { seen[l.Service]++ })
	if len(seen) != n || seen[""] > 0 || seen[fmt.Sprintf("L%d", n-1)] != 1 {
		t.Fatalf("%d services of %d, %d tickets without one", len(seen), n, seen[""])
	}
}
