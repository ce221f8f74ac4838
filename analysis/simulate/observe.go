package simulate

import (
	"cmp"
	"slices"
)

// Visit is one observed ticket, times in seconds since midnight. Unknown times
// are negative: a visit without Called is left out of the rosters, one that was
// called but has no Ended was absent.
type Visit struct {
	Lane                 int
	Counter              int
	Taken, Called, Ended int32
}

// Pause is the gap after which a counter that leaves people waiting is taken to
// have been closed in between (lunch, prayer): twenty minutes.
const Pause int32 = 1200

// Idle is the wait below which a counter's first visitor shows that the counter
// had stood idle: a minute.
const Idle int32 = 60

// Observe builds the hall of an observed period, one slice of visits per day,
// and the waits to compare a replay with. lanes tells how many lanes there are
// and which have priority; everything else in them is filled in. What is read
// from the data:
//   - service: from call to end; absence: called without an end;
//   - changeover: the median time between an end and the next call at the same
//     counter, where the person called was already waiting; likewise the time
//     lost on calling somebody absent;
//   - rosters: from the first call to the last end of each counter, in two parts
//     where it paused (Pause). A counter whose first visitor hardly waited (Idle)
//     is taken to have opened with the first one of the day.
//
// Close and MaxPriorityRun are left for the caller; people who come back after
// an absence are not told apart.
func Observe(lanes []Lane, days [][]Visit) (Hall, []int32) {
	h := Hall{Lanes: slices.Clone(lanes)}
	called, absent := make([]int64, len(lanes)), make([]int64, len(lanes))
	var waits, change, lost []int32
	for _, day := range days {
		var arrivals []Arrival
		for _, v := range day {
			if v.Taken < 0 {
				continue
			}
			arrivals = append(arrivals, Arrival{v.Taken, v.Lane})
			if v.Called < v.Taken {
				continue
			}
			called[v.Lane]++
			if v.Ended < v.Called {
				absent[v.Lane]++
				continue
			}
			waits = append(waits, v.Called-v.Taken)
			h.Lanes[v.Lane].Service = append(h.Lanes[v.Lane].Service, v.Ended-v.Called)
		}
		sessions := sessionsOf(day, &change, &lost)
		if len(arrivals) == 0 || len(sessions) == 0 {
			continue
		}
		slices.SortStableFunc(arrivals, func(a, b Arrival) int { return cmp.Compare(a.At, b.At) })
		h.Days = append(h.Days, arrivals)
		h.Daily = append(h.Daily, RosterOf(sessions))
	}
	for k := range h.Lanes {
		if called[k] > 0 {
			h.Lanes[k].Absent = float64(absent[k]) / float64(called[k])
		}
		slices.Sort(h.Lanes[k].Service)
	}
	h.Changeover, h.CallAbsent = medianOf(change), medianOf(lost)
	h.Roster = MedianRoster(h.Daily, 1800)
	return h, waits
}

// sessionsOf follows each counter through a day and notes the gaps between two
// tickets of which the second was already waiting.
func sessionsOf(day []Visit, change, lost *[]int32) []Session {
	byCounter := slices.DeleteFunc(slices.Clone(day), func(v Visit) bool { return v.Taken < 0 || v.Called < v.Taken })
	slices.SortStableFunc(byCounter, func(a, b Visit) int {
		return cmp.Or(cmp.Compare(a.Counter, b.Counter), cmp.Compare(a.Called, b.Called))
	})
	var out []Session
	var idle []int // sessions that began with a visitor who did not wait
	first := int32(never)
	for i, v := range byCounter {
		end := max(v.Called, v.Ended)
		first = min(first, v.Called)
		if i == 0 || byCounter[i-1].Counter != v.Counter {
			if v.Called-v.Taken < Idle {
				idle = append(idle, len(out))
			}
			out = append(out, Session{v.Called, end})
			continue
		}
		now, before := &out[len(out)-1], byCounter[i-1]
		gap := v.Called - max(before.Called, before.Ended)
		switch waiting := v.Taken <= now.To; {
		case waiting && gap >= Pause:
			out = append(out, Session{v.Called, end})
			continue
		case waiting && gap >= 0 && before.Ended < before.Called:
			*lost = append(*lost, gap)
		case waiting && gap >= 0:
			*change = append(*change, gap)
		}
		now.To = max(now.To, end)
	}
	for _, k := range idle {
		out[k].From = first
	}
	return out
}

func medianOf(x []int32) int32 {
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	return x[len(x)/2]
}
