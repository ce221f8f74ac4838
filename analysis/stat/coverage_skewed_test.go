package stat

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// skewed is a period of exponential waits whose level differs by day, the truth
// of which is that of very many days.
func skewed(rng *rand.Rand, days int) *Cluster {
	all := make([][]int32, days)
	for d := range all {
		level := math.Exp(7.4 + .35*rng.NormFloat64())
		for range 20 + rng.IntN(41) {
			all[d] = append(all[d], int32(math.Round(level*rng.ExpFloat64())))
		}
		slices.Sort(all[d])
	}
	return NewCluster(all)
}

func TestCoverageBootstrapOfSkewedWaits(t *testing.T) {
	t.Parallel()
	measures := []Measure{QuantileOf(9, 10), MeanOf(), ShareWithin(3600)}
	all := skewed(rand.New(rand.NewPCG(9, 9)), 60000)
	var truth []float64
	for _, m := range measures {
		truth = append(truth, ratio(all.Exact(m)))
	}
	for _, days := range []int{10, 15, 20, 30} {
		const sims = 1500
		var hit [3]int
		for s := range sims {
			c := skewed(rand.New(rand.NewPCG(uint64(days)+7, uint64(s))), days)
			got, err := Boot{Reps: 299, Level: .95, Seed: uint64(s), Workers: 1}.Run(c, measures...)
			if err != nil {
				t.Fatal(err)
			}
			for k := range truth {
				if !got[k].Excludes(truth[k]) {
					hit[k]++
				}
			}
		}
		for k, name := range []string{"P90", "mean", "share"} {
			covers(t, fmt.Sprintf("bootstrap of %d skewed days, %s", days, name), hit[k], sims, .93, .97)
		}
	}
}
