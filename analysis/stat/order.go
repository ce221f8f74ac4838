package stat

import (
	"cmp"
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

// Fairness counts overtakes in O(n log n) with a Fenwick tree over the ranks
// of call times. Tickets taken in the same second are not comparable. It
// reorders turns.
func Fairness(turns []Turn, tolerance int32) Order {
	n := len(turns)
	o := Order{N: int64(n)}
	slices.SortFunc(turns, func(a, b Turn) int {
		return cmp.Or(cmp.Compare(a.Taken, b.Taken), cmp.Compare(a.Called, b.Called))
	})
	calls := make([]int32, n)
	for i, t := range turns {
		calls[i] = t.Called
	}
	slices.Sort(calls)
	tree := make([]int32, n+1)
	// From the last taken to the first, groups of equal take times together:
	// the tree holds the calls of tickets taken strictly later.
	for end := n; end > 0; {
		start := end
		for start > 0 && turns[start-1].Taken == turns[end-1].Taken {
			start--
		}
		for _, t := range turns[start:end] {
			below, _ := slices.BinarySearch(calls, t.Called-tolerance)
			lost := fenwickSum(tree, below)
			o.Overtakes += lost
			if lost > 0 {
				o.Passed++
			}
			o.Worst = max(o.Worst, lost)
		}
		o.Pairs += int64(end-start) * int64(n-end)
		for _, t := range turns[start:end] {
			rank, _ := slices.BinarySearch(calls, t.Called)
			fenwickAdd(tree, rank+1)
		}
		end = start
	}
	return o
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
