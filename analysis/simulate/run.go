package simulate

import (
	"context"
	"math/rand/v2"
	"sync"
	"sync/atomic"
)

// Run says how much is simulated. The zero value is not usable; DefaultRun is.
type Run struct {
	Reps    int // days per scenario; at least 200 for a 90 % band
	Seed    uint64
	Workers int     // goroutines; below 1 means one
	Limits  []int32 // seconds; Outcome.Over has the share of waits above each

	// Progress, when set, is told how many days of how many are done. It is never
	// called by two goroutines at once.
	Progress func(done, total int)
}

// DefaultRun plays 400 days per scenario and counts waits over 60 minutes and
// over 3 hours.
var DefaultRun = Run{Reps: 400, Seed: 20170126, Workers: 2, Limits: []int32{3600, 10800}}

// Simulate plays every scenario and returns one outcome each, in order. The
// error is a *stat.Refusal for a hall that cannot be played, or the context's.
// The same hall, scenarios, seed and Reps give the same result with any number
// of workers.
func (r Run) Simulate(ctx context.Context, h Hall, scenarios []Scenario) ([]Outcome, error) {
	hall, err := h.checked()
	if err != nil {
		return nil, err
	}
	out := make([]Outcome, len(scenarios))
	err = r.each(ctx, hall, len(scenarios), r.Reps, func(w *worker, s, rep int, rng *rand.Rand) figures {
		day := -1
		if !hall.ProfileOnly && len(hall.Days) > 0 {
			day = rng.IntN(len(hall.Days))
		}
		w.make(rng, day, scenarios[s].Quota)
		return w.measure(w.play(scenarios[s].Counters), r.Limits, scenarios[s].Counters)
	}, func(s int, days []figures, waits [][]int32) {
		out[s] = summarise(scenarios[s], days, waits, r.Limits)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// chunk is the number of days a worker takes at a time.
const chunk = 8

// each plays reps days of each of n jobs over the workers; whoever plays the
// last day of a job finishes it. Day rep draws from the stream PCG(Seed, rep)
// whatever the job, so scenarios share their chances.
func (r Run) each(ctx context.Context, h *Hall, n, reps int, play func(w *worker, job, rep int, rng *rand.Rand) figures,
	finish func(job int, days []figures, waits [][]int32)) error {
	type job struct {
		days  []figures
		waits [][]int32
		left  atomic.Int64
	}
	jobs := make([]job, n)
	for i := range jobs {
		jobs[i].left.Store(int64(reps))
	}
	perJob := (reps + chunk - 1) / chunk
	var next atomic.Int64
	var report sync.Mutex
	done := 0
	work := func() {
		w := &worker{h: h, p: newProfile(h.Bins)}
		src := rand.NewPCG(0, 0)
		rng := rand.New(src)
		for ctx.Err() == nil {
			k := int(next.Add(1)) - 1
			if k >= n*perJob {
				return
			}
			j, from := &jobs[k/perJob], k%perJob*chunk
			report.Lock() // a job's memory is made when its first day is played
			if j.days == nil {
				j.days, j.waits = make([]figures, reps), make([][]int32, reps)
			}
			report.Unlock()
			to := min(from+chunk, reps)
			for rep := from; rep < to; rep++ {
				src.Seed(r.Seed, uint64(rep))
				j.days[rep] = play(w, k/perJob, rep, rng)
				j.waits[rep] = append([]int32(nil), w.waits...)
			}
			if j.left.Add(int64(from-to)) == 0 {
				finish(k/perJob, j.days, j.waits)
				j.days, j.waits = nil, nil
			}
			report.Lock()
			if done += to - from; r.Progress != nil {
				r.Progress(done, n*reps)
			}
			report.Unlock()
		}
	}
	var wg sync.WaitGroup
	for range max(r.Workers, 1) {
		wg.Go(work)
	}
	wg.Wait()
	return ctx.Err()
}
