package stat

import (
	"cmp"
	"math/big"
	"slices"
)

// Turn is one served ticket of a lane: when it was taken and when called, in
// seconds.
type Turn struct{ Taken, Called int32 }

// Order measures first come, first served in one lane.
type Order struct {
	Pairs     int64 // comparable pairs: one ticket taken strictly before the other
	Overtakes int64 // pairs in which the later ticket was called first, by more than the tolerance
	Passed    int64 // tickets overtaken at least once
	Worst     int64 // most places one ticket lost
	N         int64
}

// Add pools two lanes.
func (o *Order) Add(p Order) {
	o.Pairs += p.Pairs
	o.Overtakes += p.Overtakes
	o.Passed += p.Passed
	o.Worst = max(o.Worst, p.Worst)
	o.N += p.N
}

// PairShare is overtakes per comparable pair, the Kendall distance from the
// order of arrival, 0 to 1; nil without pairs.
func (o Order) PairShare() *big.Rat { return part(o.Overtakes, o.Pairs) }

// PassedShare is the share of tickets overtaken at least once; nil without
// tickets.
func (o Order) PassedShare() *big.Rat { return part(o.Passed, o.N) }

func part(k, n int64) *big.Rat {
	if n == 0 {
		return nil
	}
	return big.NewRat(k, n)
}

// Ticket is a turn with what may explain its place.
type Ticket struct {
	Turn
	Priority bool // may lawfully be called before earlier tickets without priority
	Recalled bool // was absent when first called; Called is the later call
}

// Overtaken is Order with the explained part told apart. An overtake is
// explained when the ticket that went first has priority and the other has
// not, or when the ticket that waited had been absent and was recalled. Two
// counters calling at nearly the same moment are within the tolerance and no
// overtake at all.
type Overtaken struct {
	Order
	Unexplained       int64 // overtakes without explanation
	UnexplainedPassed int64 // tickets overtaken at least once without explanation
	UnexplainedWorst  int64 // most places one ticket lost without explanation
}

// Add pools two lanes.
func (o *Overtaken) Add(p Overtaken) {
	o.Order.Add(p.Order)
	o.Unexplained += p.Unexplained
	o.UnexplainedPassed += p.UnexplainedPassed
	o.UnexplainedWorst = max(o.UnexplainedWorst, p.UnexplainedWorst)
}

// Explained is the number of overtakes with an explanation.
func (o Overtaken) Explained() int64 { return o.Overtakes - o.Unexplained }

// Fairness counts overtakes in O(n log n) with a Fenwick tree over the ranks
// of call times. Tickets taken in the same second are not comparable. It does
// not change turns.
func Fairness(turns []Turn, tolerance int32) Order {
	tickets := make([]Ticket, len(turns))
	for i, t := range turns {
		tickets[i].Turn = t
	}
	return sweep(tickets, tolerance).Order
}

// FairnessOf is Fairness with explanations. It does not change tickets.
func FairnessOf(tickets []Ticket, tolerance int32) Overtaken {
	return sweep(slices.Clone(tickets), tolerance)
}

// sweep goes from the last taken ticket to the first, groups of equal take
// times together, while a tree holds the calls of all tickets taken strictly
// later, and a second tree those of them that have no priority.
func sweep(tickets []Ticket, tolerance int32) Overtaken {
	n := len(tickets)
	o := Overtaken{Order: Order{N: int64(n)}}
	slices.SortFunc(tickets, func(a, b Ticket) int {
		return cmp.Or(cmp.Compare(a.Taken, b.Taken), cmp.Compare(a.Called, b.Called))
	})
	calls := make([]int32, n)
	for i, t := range tickets {
		calls[i] = t.Called
	}
	slices.Sort(calls)
	later, ordinary := make([]int32, n+1), make([]int32, n+1)
	for end := n; end > 0; {
		start := end
		for start > 0 && tickets[start-1].Taken == tickets[end-1].Taken {
			start--
		}
		for _, t := range tickets[start:end] {
			below, _ := slices.BinarySearch(calls, t.Called-tolerance)
			if lost := fenwickSum(later, below); lost > 0 {
				o.lose(t, lost, fenwickSum(ordinary, below))
			}
		}
		o.Pairs += int64(end-start) * int64(n-end)
		for _, t := range tickets[start:end] {
			rank, _ := slices.BinarySearch(calls, t.Called)
			fenwickAdd(later, rank+1)
			if !t.Priority {
				fenwickAdd(ordinary, rank+1)
			}
		}
		end = start
	}
	return o
}

// lose books the places a ticket lost, and those lost to tickets without
// priority.
func (o *Overtaken) lose(t Ticket, lost, toOrdinary int64) {
	o.Overtakes += lost
	o.Passed++
	o.Worst = max(o.Worst, lost)
	switch {
	case t.Recalled:
		return
	case !t.Priority:
		lost = toOrdinary
	}
	if lost > 0 {
		o.Unexplained += lost
		o.UnexplainedPassed++
		o.UnexplainedWorst = max(o.UnexplainedWorst, lost)
	}
}

func fenwickAdd(tree []int32, i int) {
	for ; i < len(tree); i += i & -i {
		tree[i]++
	}
}

func fenwickSum(tree []int32, i int) int64 {
	var s int64
	for ; i > 0; i -= i & -i {
		s += int64(tree[i])
	}
	return s
}
