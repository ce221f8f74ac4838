package stat

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"

	"gonum.org/v1/gonum/stat/distuv"
)

// Boot resamples days with replacement (cluster bootstrap: Davison and Hinkley
// 1997, section 3.8; Field and Welsh 2007) and reads the bounds off the
// quantiles of the replicates (percentile method). Percentiles, because they
// stay inside the range of the statistic (a share stays within 0 and 1),
// follow any monotone change of unit, and need no formula for the error of a
// median of unequal days. Their known fault, bounds too narrow for few days, is
// repaired by expansion (Hesterberg 2015): the tail is
// Phi(-sqrt(d/(d-1)) t_(d-1)) instead of (1-level)/2. Plain switches that off.
//
// Replicate r draws from its own stream PCG(Seed, r): the result is the same
// for any number of workers.
type Boot struct {
	Reps    int // replicates; 2000 is enough for bounds at 95 %
	Level   float64
	Seed    uint64
	Workers int  // goroutines; below 1 means one
	MinDays int  // fewer days are refused
	Plain   bool // the percentile bounds without expansion, as R's boot.ci(type = "perc")
	// Done, when it is closed, ends the resampling at the next few replicates.
	// What is returned then means nothing and must be dropped. nil never ends it.
	Done <-chan struct{}
}

// GoodDays is the number of days from which the bounds of every measure are
// close to their level. By simulation of normal and of skewed waits (a test
// repeats it), 95 % bounds of medians, means, P90 and shares all cover 93 to
// 97 % from 10 days on, but those of P90 and of shares lean on the few worst days
// and were calibrated. Say so beside an interval from fewer days.
const GoodDays = 30

// DefaultBoot is 2000 replicates at 95 % on two workers, from 10 days on.
var DefaultBoot = Boot{Reps: 2000, Level: 0.95, Seed: 20170126, Workers: 2, MinDays: 10}

// Run returns the interval of each measure of one period, from the same
// resamples. It is refused for fewer than MinDays days.
func (b Boot) Run(c *Cluster, measures ...Measure) ([]Interval, error) {
	if err := b.enough("", c); err != nil {
		return nil, err
	}
	out := b.replicate(len(measures), []*Cluster{c}, func(w [][]int32, to []float64) {
		for k, m := range measures {
			to[k] = c.of(m, w[0])
		}
	})
	return b.intervals(out, measures, c.Days(), func(k int) float64 { return ratio(c.Exact(measures[k])) }), nil
}

// Difference returns, for each measure, after minus before with its interval;
// the days of the two periods are resampled independently. A difference of
// medians, not the median difference: see HodgesLehmann for that.
func (b Boot) Difference(before, after *Cluster, measures ...Measure) ([]Interval, error) {
	if err := b.enough("before", before); err != nil {
		return nil, err
	}
	if err := b.enough("after", after); err != nil {
		return nil, err
	}
	out := b.replicate(len(measures), []*Cluster{before, after}, func(w [][]int32, to []float64) {
		for k, m := range measures {
			to[k] = after.of(m, w[1]) - before.of(m, w[0])
		}
	})
	return b.intervals(out, measures, min(before.Days(), after.Days()), func(k int) float64 {
		return ratio(after.Exact(measures[k])) - ratio(before.Exact(measures[k]))
	}), nil
}

// DiD returns the difference in differences of each measure: the change of the
// treated office minus the change of the control (pooled control offices), with
// all four sets of days resampled independently. Condition: without the
// innovation both would have moved alike (parallel trends).
func (b Boot) DiD(treatedBefore, treatedAfter, controlBefore, controlAfter *Cluster, measures ...Measure) ([]Interval, error) {
	all := []*Cluster{treatedBefore, treatedAfter, controlBefore, controlAfter}
	few := treatedBefore.Days()
	for i, c := range all {
		if err := b.enough([]string{"treated before", "treated after", "control before", "control after"}[i], c); err != nil {
			return nil, err
		}
		few = min(few, c.Days())
	}
	out := b.replicate(len(measures), all, func(w [][]int32, to []float64) {
		for k, m := range measures {
			to[k] = treatedAfter.of(m, w[1]) - treatedBefore.of(m, w[0]) - controlAfter.of(m, w[3]) + controlBefore.of(m, w[2])
		}
	})
	return b.intervals(out, measures, few, func(k int) float64 {
		m := measures[k]
		return ratio(treatedAfter.Exact(m)) - ratio(treatedBefore.Exact(m)) - ratio(controlAfter.Exact(m)) + ratio(controlBefore.Exact(m))
	}), nil
}

func (b Boot) enough(where string, c *Cluster) error {
	if need := max(b.MinDays, 2); c.Days() < need {
		return tooFew(where, c.Days(), need)
	}
	return nil
}

// replicate draws day weights for every cluster and calls f once a replicate;
// f fills width numbers. The result is width columns of Reps numbers.
func (b Boot) replicate(width int, clusters []*Cluster, f func(weights [][]int32, to []float64)) [][]float64 {
	out := make([][]float64, width)
	for k := range out {
		out[k] = make([]float64, b.Reps)
	}
	b.each(func() func(rep int, rng *rand.Rand) {
		weights := make([][]int32, len(clusters))
		for i, c := range clusters {
			weights[i] = make([]int32, c.Days())
		}
		to := make([]float64, width)
		return func(rep int, rng *rand.Rand) {
			for i := range weights {
				draw(rng, weights[i])
			}
			f(weights, to)
			for k, v := range to {
				out[k][rep] = v
			}
		}
	})
	return out
}

// draw sets weights to a sample of len(weights) days with replacement.
func draw(rng *rand.Rand, weights []int32) {
	clear(weights)
	n := uint64(len(weights))
	for range weights {
		weights[rng.Uint64N(n)]++
	}
}

// each runs one function per replicate over the workers. setup makes the
// scratch memory of one worker.
func (b Boot) each(setup func() func(rep int, rng *rand.Rand)) {
	const chunk = 16
	var next atomic.Int64
	var wg sync.WaitGroup
	for range max(b.Workers, 1) {
		wg.Go(func() {
			f := setup()
			src := rand.NewPCG(0, 0)
			rng := rand.New(src)
			for {
				from := int(next.Add(chunk)) - chunk
				if from >= b.Reps || b.stopped() {
					return
				}
				for rep := from; rep < min(from+chunk, b.Reps); rep++ {
					src.Seed(b.Seed, uint64(rep))
					f(rep, rng)
				}
			}
		})
	}
	wg.Wait()
}

func (b Boot) stopped() bool {
	select {
	case <-b.Done:
		return true
	default:
		return false
	}
}

func (b Boot) intervals(columns [][]float64, measures []Measure, days int, value func(k int) float64) []Interval {
	out := make([]Interval, len(columns))
	for k, col := range columns {
		out[k] = b.interval(col, measures[k].effective(days), value(k))
	}
	return out
}

// effective is the number of days that the expansion of the bounds reckons
// with. P90, other quantiles off the middle and shares lean on the few worst
// days; with the full number their bounds cover 92 % at 10 to 20 days, with two
// thirds of it 93 to 97 % throughout. That is calibration by simulation, not
// theory.
func (m Measure) effective(days int) float64 {
	if m.kind == withinKind || m.kind == quantileKind && 2*m.num != m.den {
		return max(float64(days)*2/3, 2)
	}
	return float64(days)
}

// interval reads the bounds off replicates, which it sorts; days are expanded
// as by Hesterberg (2015).
func (b Boot) interval(replicates []float64, d, value float64) Interval {
	slices.Sort(replicates)
	tail := (1 - b.Level) / 2
	if !b.Plain {
		t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: d - 1}.Quantile(tail)
		tail = distuv.UnitNormal.CDF(math.Sqrt(d/(d-1)) * t)
	}
	return Interval{Value: value, Lo: type6(replicates, tail), Hi: type6(replicates, 1-tail), Level: b.Level}
}

// type6 is the quantile of ascending replicates at rank (n+1)p, which makes the
// share of replicates outside right on average (Hyndman and Fan type 6).
func type6(sorted []float64, p float64) float64 {
	n := len(sorted)
	h := float64(n+1)*p - 1
	i := int(math.Floor(h))
	switch {
	case i < 0:
		return sorted[0]
	case i >= n-1:
		return sorted[n-1]
	}
	return sorted[i] + float64((sorted[i+1]-sorted[i])*(h-float64(i))) // not fused: the same on every machine
}
