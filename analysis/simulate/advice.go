package simulate

import (
	"cmp"
	"slices"

	"rapor/analysis/stat"
)

// Advised is the largest quota that keeps the 90th percentile of waits within a
// standard, for a number of counters.
type Advised struct {
	Counters int  // as in Scenario: added to the roster
	Quota    int  // by P90 over all visitors
	Sure     int  // by the day's P90 on 19 days of 20; 0 when no quota does
	AtEdge   bool // the largest quota simulated still meets it: the true answer may be larger
}

// Advice picks from simulated outcomes the largest quota whose P90 is at most
// standard seconds with the given counters. A quota counts only when all
// smaller simulated ones meet the standard too, so that one lucky run does not
// decide. It is refused when there are no such outcomes, or none meets it.
func Advice(outcomes []Outcome, counters int, standard int32) (Advised, error) {
	var mine []Outcome
	for _, o := range outcomes {
		if o.Counters == counters && o.Days > 0 {
			mine = append(mine, o)
		}
	}
	if len(mine) == 0 {
		return Advised{}, &stat.Refusal{Reason: stat.Empty, Where: "outcomes"}
	}
	slices.SortFunc(mine, func(a, b Outcome) int { return cmp.Compare(a.Quota, b.Quota) })
	largest := func(p90 func(Outcome) float64) (q int) {
		for _, o := range mine {
			if p90(o) > float64(standard) {
				break
			}
			q = o.Quota
		}
		return q
	}
	a := Advised{
		Counters: counters,
		Quota:    largest(func(o Outcome) float64 { return o.PooledP90 }),
		Sure:     largest(func(o Outcome) float64 { return o.P90.Hi }),
	}
	a.AtEdge = a.Quota == mine[len(mine)-1].Quota
	if a.Quota == 0 {
		return a, &stat.Refusal{Reason: stat.NotReached, Where: "standard"}
	}
	return a, nil
}
