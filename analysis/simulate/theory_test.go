package simulate

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"rapor/analysis/stat"
)

// The unit of time in these tests is a hundredth of a second, so that rounding
// to whole units is far below the sampling error.
const perSecond = 100

// exponential holds the middles of 20,000 equal slices of the distribution.
func exponential(mean float64) []int32 {
	out := make([]int32, 20000)
	for i := range out {
		out[i] = int32(math.Round(-mean * math.Log(1-(float64(i)+.5)/float64(len(out)))))
	}
	return out
}

// poisson is a day of n arrivals with exponential gaps.
func poisson(rng *rand.Rand, n int, gap float64, lane func() int) []Arrival {
	day := make([]Arrival, n)
	var now float64
	for i := range day {
		now += rng.ExpFloat64() * gap
		day[i] = Arrival{int32(now), lane()}
	}
	return day
}

// steady plays 40 long days and returns the mean over days of each figure, with
// its standard error.
func steady(t *testing.T, arrival, service float64, counters int, limits []int32) (mean, se float64, over, overSE []float64) {
	t.Helper()
	rng := rand.New(rand.NewPCG(11, uint64(counters)))
	h := Hall{Lanes: []Lane{{Service: exponential(service)}}, Roster: []Shift{{0, counters}}}
	for range 40 {
		h.Days = append(h.Days, poisson(rng, 25000, arrival, func() int { return 0 }))
	}
	hall, err := h.checked()
	if err != nil {
		t.Fatal(err)
	}
	r := Run{Seed: 4, Workers: 2, Limits: limits}
	var got []figures
	err = r.each(context.Background(), hall, 1, 40, func(w *worker, _, rep int, rng *rand.Rand) figures {
		w.make(rng, rep, 0)
		return w.measure(w.play(0), limits, 0)
	}, func(_ int, days []figures, _ [][]int32) { got = days })
	if err != nil {
		t.Fatal(err)
	}
	moments := func(of func(figures) float64) (float64, float64) {
		var s, q float64
		for _, f := range got {
			s += of(f)
			q += of(f) * of(f)
		}
		n := float64(len(got))
		return s / n, math.Sqrt((q/n - s/n*s/n) / (n - 1))
	}
	mean, se = moments(func(f figures) float64 { return f.mean })
	for k := range limits {
		v, e := moments(func(f figures) float64 { return f.over[k] })
		over, overSE = append(over, v), append(overSE, e)
	}
	return mean, se, over, overSE
}

func within(t *testing.T, what string, got, se, want float64) {
	t.Helper()
	t.Logf("%s: simulated %.5f, theory %.5f, off by %.2f standard errors", what, got, want, (got-want)/se)
	if math.Abs(got-want) > 4*se {
		t.Errorf("%s = %.5f +- %.5f, theory %.5f", what, got, se, want)
	}
}

// TestOracleTE plays the two halls of oracle T-E: 200 an hour, 3 minutes, 14
// counters; 40 an hour, 10 minutes, 8 counters.
func TestOracleTE(t *testing.T) {
	for _, tc := range []struct {
		perHour, minutes float64
		counters         int
	}{{200, 3, 14}, {40, 10, 8}} {
		q, err := stat.ErlangC(tc.perHour/3600, 1/(tc.minutes*60), tc.counters)
		if err != nil {
			t.Fatal(err)
		}
		mean, se, over, overSE := steady(t, 3600*perSecond/tc.perHour, tc.minutes*60*perSecond, tc.counters, []int32{0, 20 * perSecond})
		within(t, "Wq", mean/perSecond, se/perSecond, q.MeanWait)
		within(t, "C", over[0], overSE[0], q.Waits)
		within(t, "P(wait > 20 s)", over[1], overSE[1], q.WaitsOver(20))
	}
}

func TestAgainstMM1(t *testing.T) {
	q, _ := stat.MM1(1.0/400, 1.0/280) // load 0.7
	mean, se, over, overSE := steady(t, 400*perSecond, 280*perSecond, 1, []int32{0, 600 * perSecond})
	within(t, "Wq", mean/perSecond, se/perSecond, q.MeanWait)
	within(t, "P(wait)", over[0], overSE[0], q.Busy)
	within(t, "P(wait > 10 min)", over[1], overSE[1], q.WaitsOver(600))
}

// TestAgainstCobham checks the priority discipline with the formula of Cobham
// (1954): W1 = W0/(1-r1), W2 = W0/((1-r1)(1-r1-r2)), W0 = sum(rate E[S^2])/2.
func TestAgainstCobham(t *testing.T) {
	const gap, service = 400.0 * perSecond, 280.0 * perSecond
	rng := rand.New(rand.NewPCG(12, 0))
	s := exponential(service)
	h := Hall{Lanes: []Lane{{Service: s}, {Service: s, Priority: true}}, Roster: []Shift{{0, 1}}}
	var waits [2][]float64 // mean of each day
	for range 40 {
		h.Days = append(h.Days, poisson(rng, 25000, gap, func() int {
			if rng.IntN(4) == 0 {
				return 1
			}
			return 0
		}))
	}
	hall, err := h.checked()
	if err != nil {
		t.Fatal(err)
	}
	w := &worker{h: hall, p: newProfile(hall.Bins)}
	for d := range hall.Days {
		w.make(rng, d, 0)
		w.play(0)
		var sum, n [2]float64
		for _, k := range w.tickets {
			c := 0
			if k.priority {
				c = 1
			}
			sum[c] += float64(k.wait)
			n[c]++
		}
		for c := range waits {
			waits[c] = append(waits[c], sum[c]/n[c])
		}
	}
	load := service / gap
	w0, r1 := load*service, load/4
	for c, want := range []float64{w0 / ((1 - r1) * (1 - load)), w0 / (1 - r1)} {
		var m, q float64
		for _, v := range waits[c] {
			m += v / 40
			q += v * v / 40
		}
		within(t, []string{"ordinary", "priority"}[c], m, math.Sqrt((q-m*m)/39), want)
	}
}

func BenchmarkGrid(b *testing.B) {
	h := office()
	r := DefaultRun
	r.Reps = 200
	for b.Loop() {
		if _, err := r.Simulate(context.Background(), h, Grid(100, 300, 10, 3)); err != nil {
			b.Fatal(err)
		}
	}
}
