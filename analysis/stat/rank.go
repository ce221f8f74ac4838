package stat

import (
	"math"
	"slices"
	"strconv"
)

// Ranked is one office's place in a league table with its uncertainty.
type Ranked struct {
	Rank    int     // observed, 1 is best; equal values share the better rank
	Lo, Hi  int     // interval of the rank
	Top     float64 // chance of being among the first k
	Level   float64
	Settled bool // the interval is one single rank
}

// Ranks resamples every office's days independently and ranks the offices anew
// each time: intervals of ranks are wide where offices are alike, and a table
// without them is a lottery (Goldstein and Spiegelhalter 1996; Marshall and
// Spiegelhalter 1998). good says whether much or little is best. top is the k
// of Top. Any office with too few days is refused by its index.
func (b Boot) Ranks(offices []*Cluster, m Measure, good Direction, top int) ([]Ranked, error) {
	if good == Neither || len(offices) == 0 {
		return nil, &Refusal{Reason: Misfit, Where: "direction"}
	}
	observed := make([]float64, len(offices))
	for i, c := range offices {
		if err := b.enough("office", c); err != nil {
			err.(*Refusal).Where = "office " + strconv.Itoa(i)
			return nil, err
		}
		observed[i] = ratio(c.Exact(m))
	}
	draws := b.replicate(len(offices), offices, func(w [][]int32, to []float64) {
		for i, c := range offices {
			to[i] = c.of(m, w[i])
		}
	})
	return RankDraws(observed, draws, good, top, b.Level), nil
}

// RankDraws makes the table from replicates made elsewhere: draws[i] holds
// office i's replicates, all of one length.
func RankDraws(observed []float64, draws [][]float64, good Direction, top int, level float64) []Ranked {
	n := len(observed)
	out := make([]Ranked, n)
	for i, r := range places(observed, good) {
		out[i].Rank, out[i].Level = r, level
	}
	reps := len(draws[0])
	counts := make([][]int, n) // counts[i][r]: replicates with office i at rank r
	for i := range counts {
		counts[i] = make([]int, n+1)
	}
	now := make([]float64, n)
	for rep := range reps {
		for i := range now {
			now[i] = draws[i][rep]
		}
		for i, r := range places(now, good) {
			counts[i][r]++
		}
	}
	tail := (1 - level) / 2
	for i, c := range counts {
		seen := 0
		for r := 1; r <= n; r++ {
			seen += c[r]
			share := float64(seen) / float64(reps)
			if out[i].Lo == 0 && share > tail {
				out[i].Lo = r
			}
			if out[i].Hi == 0 && share >= 1-tail {
				out[i].Hi = r
			}
			if r == min(top, n) {
				out[i].Top = share
			}
		}
		out[i].Settled = out[i].Lo == out[i].Hi
	}
	return out
}

// places ranks values, 1 for the best; equal values share the better rank.
func places(v []float64, good Direction) []int {
	sorted := slices.Clone(v)
	slices.Sort(sorted)
	out := make([]int, len(v))
	for i, x := range v {
		if good == Down {
			below, _ := slices.BinarySearch(sorted, x)
			out[i] = below + 1
			continue
		}
		upTo, _ := slices.BinarySearch(sorted, math.Nextafter(x, math.Inf(1)))
		out[i] = len(v) - upTo + 1
	}
	return out
}
