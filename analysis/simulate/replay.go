package simulate

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"rapor/analysis/stat"
)

// MaxMisfit is the misfit above which a what-if is refused: simulated waits may
// differ from observed ones by a fifth of the observed mean wait on average, and
// by a fifth at P90. Below it the model's error is smaller than the effect of
// one counter in ten.
const MaxMisfit = 0.20

// Fit compares waits as observed with waits as replayed: the same days, the
// same arrivals, the same roster, services drawn anew.
type Fit struct {
	Days               int
	Observed, Replayed []float64 // percentiles 5, 10, ... 95 in seconds
	ObservedMean       float64
	ReplayedMean       float64
	Distance           float64 // mean |observed - replayed| over percentiles, per observed mean wait
	AtP90              float64 // |observed - replayed| at P90, per observed P90
}

// Good reports whether what-if answers may be given.
func (f Fit) Good() bool { return f.Distance <= MaxMisfit && f.AtP90 <= MaxMisfit }

// Unfit is the refusal of a what-if whose replay does not fit.
type Unfit struct{ Fit Fit }

func (u *Unfit) Error() string {
	return fmt.Sprintf("simulate: the replay differs from the observed waits by %.2f of their mean and %.2f at P90, more than %.2f",
		u.Fit.Distance, u.Fit.AtP90, MaxMisfit)
}

// Replay plays every observed day of the hall equally often, about Reps days in
// all, and compares with the observed waits (seconds, any order). Distance is
// the Wasserstein distance of the two distributions read at 19 percentiles,
// divided by the observed mean.
func (r Run) Replay(ctx context.Context, h Hall, observed []int32) (Fit, error) {
	hall, err := h.checked()
	if err != nil {
		return Fit{}, err
	}
	if len(hall.Days) == 0 || len(observed) == 0 {
		return Fit{}, &stat.Refusal{Reason: stat.Empty, Where: "observed days"}
	}
	rounds := max(1, (r.Reps+len(hall.Days)-1)/len(hall.Days))
	var all []int32
	err = r.each(ctx, hall, 1, rounds*len(hall.Days), func(w *worker, _, rep int, rng *rand.Rand) figures {
		w.make(rng, rep%len(hall.Days), 0)
		return w.measure(w.play(0), r.Limits, 0)
	}, func(_ int, _ []figures, waits [][]int32) { all = slices.Concat(waits...) })
	if err != nil {
		return Fit{}, err
	}
	if len(all) == 0 {
		return Fit{}, &stat.Refusal{Reason: stat.Empty, Where: "replayed waits"}
	}
	slices.Sort(all)
	f := compare(slices.Sorted(slices.Values(observed)), all)
	f.Days = len(hall.Days)
	return f, nil
}

func compare(observed, replayed []int32) Fit {
	var f Fit
	f.ObservedMean = float64(stat.Sum(observed)) / float64(len(observed))
	f.ReplayedMean = float64(stat.Sum(replayed)) / float64(len(replayed))
	for p := int64(5); p <= 95; p += 5 {
		o, _ := stat.Quantile(observed, p, 100).Float64()
		s, _ := stat.Quantile(replayed, p, 100).Float64()
		f.Observed, f.Replayed = append(f.Observed, o), append(f.Replayed, s)
		f.Distance += math.Abs(o-s) / 19
		if p == 90 {
			f.AtP90 = math.Abs(o-s) / math.Max(o, 1)
		}
	}
	f.Distance /= math.Max(f.ObservedMean, 1)
	return f
}

// WhatIf replays the observed period and, only if that fits, plays the
// scenarios. The error is an *Unfit, a *stat.Refusal, or the context's; the fit
// is returned with all of them where it could be made.
func (r Run) WhatIf(ctx context.Context, h Hall, observed []int32, scenarios []Scenario) ([]Outcome, Fit, error) {
	fit, err := r.Replay(ctx, h, observed)
	if err != nil {
		return nil, fit, err
	}
	if !fit.Good() {
		return nil, fit, &Unfit{fit}
	}
	out, err := r.Simulate(ctx, h, scenarios)
	return out, fit, err
}
