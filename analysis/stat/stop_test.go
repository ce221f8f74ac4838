package stat

import (
	"math/rand/v2"
	"sync/atomic"
	"testing"
)

// TestResamplingEnds: after Done no worker begins another handful of replicates.
func TestResamplingEnds(t *testing.T) {
	done := make(chan struct{})
	b := Boot{Reps: 100_000, Workers: 2, Done: done}
	var n atomic.Int64
	b.each(func() func(int, *rand.Rand) {
		return func(int, *rand.Rand) {
			if n.Add(1) == 100 {
				close(done)
			}
		}
	})
	if got := n.Load(); got < 100 || got > 100+2*16 {
		t.Errorf("%d replicates after the end at 100", got)
	}
}
