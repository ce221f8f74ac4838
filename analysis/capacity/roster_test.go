package capacity

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/simulate"
)

// served plays a hall with a roster known to the test: everybody is there at
// 07:30, counters open at 08:00 and are steps[i] in number from hour 8+i on.
func served(rng *rand.Rand, tickets int, steps []int, pause int32) []simulate.Visit {
	var out []simulate.Visit
	most := slices.Max(steps)
	free := make([]int32, most)
	for i := range free {
		free[i] = 8 * 3600
	}
	open := func(t int32) int { return steps[min(int(t/3600)-8, len(steps)-1)] }
	for len(out) < tickets {
		c := 0
		for i := range free {
			if free[i] < free[c] {
				c = i
			}
		}
		if c >= open(free[c]) { // closed: looks again in a minute
			free[c] += 60
			continue
		}
		long := 240 + rng.Int32N(300)
		out = append(out, simulate.Visit{Taken: 7*3600 + 1800, Called: free[c], Ended: free[c] + long})
		free[c] += long + pause
	}
	return out
}

// TestCountersAreFound: rosters with a noon break are read back from services
// that ran together.
func TestCountersAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		most := rapid.IntRange(3, 8).Draw(t, "counters")
		noon := rapid.IntRange(1, most-1).Draw(t, "noon")
		pause := rapid.Int32Range(0, 40).Draw(t, "pause")
		steps := []int{most, most, most, most, noon, most}
		var days [][]simulate.Visit
		for range 12 {
			days = append(days, served(rng, 60*most, steps, pause))
		}
		got := readCounters(days)
		if got.full != 12 {
			t.Fatalf("%d full days of 12", got.full)
		}
		if off := got.change - pause; off < -5 || off > 15 {
			t.Fatalf("changeover %d, want about %d", got.change, pause)
		}
		usual := simulate.MedianRoster(got.daily, block)
		for hour, want := range map[int32]int{8: most, 10: most, 13: most} {
			if n := at(usual, hour*3600+2700); n != want {
				t.Fatalf("%d counters at %d:45, want %d: %v", n, hour, want, usual)
			}
		}
		if n := at(usual, 12*3600+2700); n != noon {
			t.Fatalf("%d counters at noon, want %d: %v", n, noon, usual)
		}
	})
}

func at(roster []simulate.Shift, t int32) (n int) {
	for _, s := range roster {
		if s.From <= t {
			n = s.Counters
		}
	}
	return n
}

// TestQuietDays: a day on which nobody waited keeps the usual roster, and with
// no other kind of day nothing is known.
func TestQuietDays(t *testing.T) {
	busy := served(rand.New(rand.NewPCG(1, 1)), 60, []int{4}, 10)
	quiet := []simulate.Visit{{Taken: 30000, Called: 30010, Ended: 30300}, {Taken: 31000, Called: 31005, Ended: 31500}}
	got := readCounters([][]simulate.Visit{quiet, busy, busy})
	if got.full != 2 || len(got.daily) != 3 || peakOf(got.daily[0]) != 4 {
		t.Errorf("%+v", got)
	}
	if got := readCounters([][]simulate.Visit{quiet, nil}); got.full != 0 || len(got.daily) != 1 || peakOf(got.daily[0]) != 1 {
		t.Errorf("%+v", got)
	}
}

// TestReadsAnything: odd records give some roster with a counter, never a crash.
func TestReadsAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		time := rapid.Int32Range(0, 86399)
		var day []simulate.Visit
		for range rapid.IntRange(0, 30).Draw(t, "visits") {
			v := simulate.Visit{Taken: time.Draw(t, "taken"), Ended: rapid.Int32Range(-1, 86399).Draw(t, "ended")}
			v.Called = rapid.Int32Range(v.Taken, 86399).Draw(t, "called")
			day = append(day, v)
		}
		for _, r := range readCounters([][]simulate.Visit{day}).daily {
			if len(r) == 0 || r[len(r)-1].Counters < 1 || !slices.IsSortedFunc(r, func(a, b simulate.Shift) int { return int(a.From - b.From) }) {
				t.Fatalf("%v", r)
			}
		}
	})
}
