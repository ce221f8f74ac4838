package capacity

import (
	"slices"

	"rapor/analysis/stat"
)

// Steady sets Erlang C beside the simulation, for the reference number of
// tickets: a hall in steady state that takes tickets at the even rate of the
// hours in which most are taken.
type Steady struct {
	Counters  int // added to the roster
	Open      int
	Load      float64 // offered load in Erlang
	Busy      float64 // share of counter time in use; 1 or more: the queue grows
	Balanced  bool    // false: demand is not below capacity, there is no steady state
	MeanWait  float64 // seconds, when balanced
	P90       float64 // seconds, when balanced
	Simulated Waits
}

// Waits are the simulation's, at the same tickets and counters.
type Waits struct{ Mean, P90 float64 }

// steady asks Erlang C the same questions at the reference.
func (s *Study) steady() {
	arrival, rate := s.Basis.arrivalRate(s.Reference.Tickets), 1/s.Basis.occupied()
	for c := s.options.Fewer; c <= s.options.More; c++ {
		o := s.outcome(c, s.Reference.Tickets)
		if o == nil {
			continue
		}
		e, err := stat.ErlangC(arrival, rate, s.Basis.Peak+c)
		v := Steady{Counters: c, Open: s.Basis.Peak + c, Load: e.Load, Busy: e.Busy, Balanced: err == nil,
			Simulated: Waits{o.PooledMean, o.PooledP90}}
		if v.Balanced {
			v.MeanWait, v.P90 = e.MeanWait, e.WaitQuantile(0.9)
		}
		s.Steady = append(s.Steady, v)
	}
}

// window is the shortest stretch between the 5th and the 95th percentile of the
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

// arrivalRate is in tickets per second within the window.
func (b *Basis) arrivalRate(tickets int) float64 {
	from, to := b.window()
	return float64(tickets) * shareOfArrive / float64(max(1, to-from))
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
