package capacity

import (
	"slices"

	"rapor/analysis/stat"
)

// Steady sets Erlang C beside the simulation of a quota with the counters as
// they are: a hall in steady state that takes tickets at the even rate of the
// hours in which most are taken.
type Steady struct {
	Quota     int
	Load      float64 // offered load in Erlang
	Balanced  bool    // false: demand is not below capacity, there is no steady state
	MeanWait  float64 // seconds, when balanced
	P90       float64 // seconds, when balanced
	Simulated Waits
}

// Waits are the simulation's, at the same tickets and counters.
type Waits struct{ Mean, P90 float64 }

// steady asks Erlang C the same questions.
func (s *Study) steady() {
	rate := 1 / s.Basis.occupied()
	for _, q := range s.quotas() {
		o := s.outcome(0, q)
		if o == nil {
			continue
		}
		e, err := stat.ErlangC(s.Basis.arrivalRate(q), rate, s.Basis.Peak)
		v := Steady{Quota: q, Load: e.Load, Balanced: err == nil, Simulated: Waits{o.PooledMean, o.PooledP90}}
		if v.Balanced {
			v.MeanWait, v.P90 = e.MeanWait, e.WaitQuantile(0.9)
		}
		s.Steady = append(s.Steady, v)
	}
}

// window is the stretch between the 5th and the 95th percentile of the
// times tickets were taken, in seconds since midnight.
func (b *Basis) window() (from, to int32) {
	var at []int32
	for _, d := range b.Hall.Days {
		for _, a := range d {
			at = append(at, a.At)
		}
	}
	slices.Sort(at)
	n := len(at)
	return at[n*5/100], at[(n*95-1)/100]
}

// within is the share of tickets that are taken within the window.
const within = 0.90

// arrivalRate is in tickets per second within the window.
func (b *Basis) arrivalRate(tickets int) float64 {
	from, to := b.window()
	return float64(tickets) * within / float64(max(1, to-from))
}

// occupied is the mean time in seconds a ticket keeps a counter from the next.
func (b *Basis) occupied() float64 {
	var seconds, served float64
	for _, l := range b.Hall.Lanes {
		for _, v := range l.Service {
			seconds += float64(v)
		}
		served += float64(len(l.Service))
	}
	change := float64(b.Hall.Changeover)
	share := float64(b.Absent) / float64(b.Absent+b.Served)
	return max(1, (seconds/served+change)*(1-share)+float64(b.Hall.CallAbsent)*share)
}
