package stat

import (
	"math"
	"slices"
)

// ErlangB is the chance that all of n counters are busy when arrivals that find
// none free go away, at an offered load in Erlang (Erlang 1917), by the stable
// recursion B_i = A B_(i-1) / (i + A B_(i-1)).
func ErlangB(load float64, n int) float64 {
	b := 1.0
	for i := 1; i <= n; i++ {
		b = load * b / (float64(i) + load*b)
	}
	return b
}

// Steady is a queue in steady state; times are in the unit of the rates.
type Steady struct {
	Counters      int
	Arrival, Rate float64 // per unit of time; Rate is per counter
	Load          float64 // offered load in Erlang
	Busy          float64 // share of time a counter works
	Waits         float64 // chance of having to wait (Erlang C)
	MeanWait      float64 // of all, those who do not wait included
	MeanStay      float64 // wait and service
	Queue, Inside float64 // mean number waiting, and waiting or served
}

// ErlangC solves M/M/n: Poisson arrivals, exponential service, nobody leaves
// (Erlang 1917). Refused as Unstable when arrivals reach capacity.
//
// Condition: steady state. A hall that fills at 07:30 and empties by noon is
// not steady: use analysis/simulate, and this as a check of its plausibility.
func ErlangC(arrival, rate float64, counters int) (Steady, error) {
	s := Steady{Counters: counters, Arrival: arrival, Rate: rate}
	if counters < 1 || rate <= 0 || arrival < 0 {
		return s, &Refusal{Reason: Misfit, Where: "rates"}
	}
	n := float64(counters)
	s.Load = arrival / rate
	s.Busy = s.Load / n
	if s.Busy >= 1 {
		return s, &Refusal{Reason: Unstable, Have: counters, Need: int(s.Load) + 1}
	}
	b := ErlangB(s.Load, counters)
	s.Waits = n * b / (n - s.Load*(1-b))
	s.MeanWait = s.Waits / (n*rate - arrival)
	s.MeanStay = s.MeanWait + 1/rate
	s.Queue, s.Inside = arrival*s.MeanWait, arrival*s.MeanStay
	return s, nil
}

// MM1 is ErlangC with one counter: mean stay 1/(rate - arrival).
func MM1(arrival, rate float64) (Steady, error) { return ErlangC(arrival, rate, 1) }

// WaitsOver is the chance of waiting longer than t.
func (s Steady) WaitsOver(t float64) float64 {
	return s.Waits * math.Exp(-(float64(s.Counters)*s.Rate-s.Arrival)*t)
}

// WaitQuantile is the wait that a share p stays within; 0 when so many do not
// wait at all.
func (s Steady) WaitQuantile(p float64) float64 {
	if 1-p >= s.Waits {
		return 0
	}
	return math.Log(s.Waits/(1-p)) / (float64(s.Counters)*s.Rate - s.Arrival)
}

// Little is the check L = lambda W (Little 1961) of one day's clocks.
type Little struct {
	Counted  float64 // mean number inside, from all arrivals and all leavings
	Expected float64 // arrivals per second x mean stay of the tickets with both times
	Gap      float64 // |Counted - Expected| / Expected
	Suspect  bool    // Gap over 10 %: missing rows or clocks that disagree
}

// CheckLittle compares, over a day that starts and ends empty, the number of
// people inside as counted from all arrival and all leaving times (each known
// or not, in seconds, any order) with arrivals x mean stay of the complete
// tickets. Where every ticket is complete both agree by identity; tickets
// without a leaving time stay until the last leaving and pull them apart.
// Refused when there are no stays or no time passes.
func CheckLittle(arrivals, leavings, stays []int32) (Little, error) {
	if len(arrivals) == 0 || len(leavings) == 0 || len(stays) == 0 {
		return Little{}, &Refusal{Reason: Empty}
	}
	open := min(slices.Min(arrivals), slices.Min(leavings))
	shut := max(slices.Max(arrivals), slices.Max(leavings))
	span := float64(shut) - float64(open)
	expected := float64(len(arrivals)) * ratio(Mean(stays)) / span
	if span <= 0 || expected <= 0 {
		return Little{}, &Refusal{Reason: NoVariation}
	}
	var inside float64 // person-seconds
	for _, a := range arrivals {
		inside += float64(shut) - float64(a)
	}
	for _, l := range leavings {
		inside -= float64(shut) - float64(l)
	}
	l := Little{Counted: inside / span, Expected: expected}
	l.Gap = math.Abs(l.Counted-l.Expected) / l.Expected
	l.Suspect = l.Gap > 0.10
	return l, nil
}
