package simulate

import (
	"context"
	"math/rand/v2"
	"slices"
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

// batch is work shared by the workers: reps days of each job.
type batch struct {
	Run
	hall   *Hall
	reps   int
	jobs   []job
	play   func(w *worker, job, rep int, rng *rand.Rand) figures
	finish func(job int, days []figures, waits [][]int32)
	next   atomic.Int64
	report sync.Mutex // guards done, Progress and the making of a job's memory
	done   int
}

// job is one scenario's days; its memory lives while it is worked on.
type job struct {
	days  []figures
	waits [][]int32
	left  atomic.Int64
}

// each plays reps days of each of n jobs over the workers; whoever plays the
// last day of a job finishes it. Day rep draws from the stream PCG(Seed, rep)
// whatever the job, so scenarios share their chances.
func (r Run) each(ctx context.Context, h *Hall, n, reps int, play func(w *worker, job, rep int, rng *rand.Rand) figures,
	finish func(job int, days []figures, waits [][]int32)) error {
	b := &batch{Run: r, hall: h, reps: reps, jobs: make([]job, n), play: play, finish: finish}
	for i := range b.jobs {
		b.jobs[i].left.Store(int64(reps))
	}
	var wg sync.WaitGroup
	for range max(r.Workers, 1) {
		wg.Go(func() { b.work(ctx) })
	}
	wg.Wait()
	return ctx.Err()
}

func (b *batch) work(ctx context.Context) {
	w := &worker{h: b.hall, p: newProfile(b.hall.Bins)}
	src := rand.NewPCG(0, 0)
	rng := rand.New(src)
	perJob := (b.reps + chunk - 1) / chunk
	for ctx.Err() == nil {
		k := int(b.next.Add(1)) - 1
		if k >= len(b.jobs)*perJob {
			return
		}
		id, from := k/perJob, k%perJob*chunk
		to := min(from+chunk, b.reps)
		j := b.begin(id)
		for rep := from; rep < to; rep++ {
			src.Seed(b.Seed, uint64(rep))
			j.days[rep] = b.play(w, id, rep, rng)
			j.waits[rep] = slices.Clone(w.waits)
		}
		if j.left.Add(int64(from-to)) == 0 {
			b.finish(id, j.days, j.waits)
			j.days, j.waits = nil, nil
		}
		b.tell(to - from)
	}
}

// begin makes the memory of a job when its first day is played.
func (b *batch) begin(id int) *job {
	b.report.Lock()
	defer b.report.Unlock()
	j := &b.jobs[id]
	if j.days == nil {
		j.days, j.waits = make([]figures, b.reps), make([][]int32, b.reps)
	}
	return j
}

func (b *batch) tell(days int) {
	b.report.Lock()
	defer b.report.Unlock()
	if b.done += days; b.Progress != nil {
		b.Progress(b.done, len(b.jobs)*b.reps)
	}
}
