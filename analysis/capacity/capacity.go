// Package capacity answers what quota keeps waits within the office's standard
// with so many counters: it reads the hall of one period from the facts, lets
// package simulate replay it, and, only if the replay fits, plays other quotas
// and numbers of counters. It puts the answers into sentences, figures and
// tables.
//
// It knows nothing of pages or files, and nothing of how a day is simulated.
package capacity

import (
	"context"
	"errors"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/simulate"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Options say which questions are asked and how much is simulated.
type Options struct {
	From, To, Step int // quotas, tickets a day; Step at least 1
	Fewer, More    int // counters added to the roster, Fewer <= 0 <= More
	Reps           int // simulated days per scenario; at least 200 for a 90 % band
	Seed           uint64
	Workers        int
	Progress       func(done, total int) // as in simulate.Run
}

// Report is what the chapter of a dossier asks: coarse enough to cost less than
// the reading of the files.
var Report = Options{From: 100, To: 300, Step: 20, Fewer: -3, More: 3, Reps: 200, Seed: simulate.DefaultRun.Seed, Workers: 2}

// MinDays is the least number of days with tickets that are simulated: with
// fewer, one odd day decides the profile.
const MinDays = 20

// Study is the answer, or the reason why there is none.
type Study struct {
	Basis   Basis
	Refused *Refusal      // nil when the what-if was played
	Fit     *simulate.Fit // of the replay; nil when it was not reached

	Reference Reference
	Outcomes  []simulate.Outcome // by counters, then quota, ascending
	Advice    []Advice           // by counters, ascending
	Steady    []Steady           // Erlang C with the counters as they are, by quota

	options Options
}

// Reference is the number of tickets a day that numbers of counters are compared
// at: the quota in force at the end of the period, or the usual day's tickets.
type Reference struct {
	Tickets int
	Quota   bool
}

// Advice is the largest quota within the standard for a number of counters.
type Advice struct {
	simulate.Advised
	Open  int  // counters at the busiest hour of the usual day
	Found bool // false: the standard is missed at the smallest quota already
}

// Cause is a kind of refusal; the names are stable.
type Cause string

// The causes.
const (
	NoTimes      Cause = "no_times"      // tickets without the times needed
	TooFewDays   Cause = "too_few_days"  // fewer than MinDays
	EndsMissing  Cause = "ends_missing"  // too many services without an end
	NeverFull    Cause = "never_full"    // nobody ever waited for a counter: their number cannot be told
	PoorFit      Cause = "poor_fit"      // the replay differs too much from what was observed
	NotSimulated Cause = "not_simulated" // the hall contradicts itself
)

// Refusal says in both languages why nothing is simulated.
type Refusal struct {
	Cause Cause
	Say   result.Text
}

// Run makes the study of a period. The error is the context's; everything else
// that stands in the way is Study.Refused. Equal inputs give equal studies for
// any number of workers.
func Run(ctx context.Context, f *facts.Set, set *office.Setting, p calendar.Period, opt Options) (*Study, error) {
	s := &Study{options: opt}
	s.Basis = basisOf(f, set, p)
	if s.Refused = s.Basis.refusal(); s.Refused != nil {
		return s, ctx.Err()
	}
	s.options.Fewer = max(opt.Fewer, 1-s.Basis.Peak)
	s.Reference = referenceOf(set, p, &s.Basis)
	run := simulate.Run{
		Reps: opt.Reps, Seed: opt.Seed, Workers: opt.Workers, Progress: opt.Progress,
		Limits: []int32{s.Basis.Standard, s.Basis.Long},
	}
	outcomes, fit, err := run.WhatIf(ctx, s.Basis.Hall, s.Basis.Waits, s.scenarios())
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var unfit *simulate.Unfit
	var refused *stat.Refusal
	switch {
	case errors.As(err, &unfit):
		s.Fit, s.Refused = &fit, s.poorFit(fit)
		return s, nil
	case errors.As(err, &refused):
		s.Refused = notSimulated(refused)
		return s, nil
	case err != nil:
		return nil, err
	}
	s.Fit, s.Outcomes = &fit, outcomes
	s.advise()
	s.steady()
	return s, nil
}

// referenceOf is the quota in force at the end of the period, or the median
// number of tickets of the days simulated.
func referenceOf(set *office.Setting, p calendar.Period, b *Basis) Reference {
	if q, ok := set.Quota(p.To); ok && q.Number > 0 {
		return Reference{int(q.Number), true}
	}
	var days []int
	for _, d := range b.Hall.Days {
		days = append(days, len(d))
	}
	slices.Sort(days)
	return Reference{max(1, days[len(days)/2]), false}
}

// quotas are those asked about, and the reference.
func (s *Study) quotas() []int {
	out := []int{s.Reference.Tickets}
	for q := s.options.From; q <= s.options.To; q += max(1, s.options.Step) {
		out = append(out, q)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (s *Study) scenarios() []simulate.Scenario {
	var out []simulate.Scenario
	for c := s.options.Fewer; c <= s.options.More; c++ {
		for _, q := range s.quotas() {
			out = append(out, simulate.Scenario{Quota: q, Counters: c})
		}
	}
	return out
}

func (s *Study) advise() {
	for c := s.options.Fewer; c <= s.options.More; c++ {
		a, err := simulate.Advice(s.Outcomes, c, s.Basis.Standard)
		a.Counters = c
		s.Advice = append(s.Advice, Advice{Advised: a, Open: s.Basis.Peak + c, Found: err == nil})
	}
}

// outcome is what was played for a number of counters and a quota; nil when it
// was not.
func (s *Study) outcome(counters, quota int) *simulate.Outcome {
	for i := range s.Outcomes {
		if o := &s.Outcomes[i]; o.Counters == counters && o.Quota == quota && o.Days > 0 {
			return o
		}
	}
	return nil
}

func day(d record.Day) result.Quantity { return result.On(d.String()) }
