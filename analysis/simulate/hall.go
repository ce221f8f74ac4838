// Package simulate plays days of a waiting hall ticket by ticket, to say what
// another quota or another number of counters would do to waits. Numbers in,
// numbers out: it knows nothing of facts, indicators or words, and imports stat
// alone. Every draw comes from a seeded stream of its replication, so a result
// is the same for any number of workers.
//
// The model, and so the conditions under which it may be believed:
//   - every counter serves every lane of the hall; a hall with counters of its
//     own for some services is two halls;
//   - tickets are called in the order they were taken, priority lanes first
//     (see Hall.MaxPriorityRun), and service is never interrupted;
//   - a service takes as long as one drawn from those observed in its lane,
//     whatever the crowd and the hour: staff neither hurry nor tire;
//   - people come when people came in the observed period, whatever the quota:
//     a larger quota may in truth make them come later, a smaller one earlier;
//   - nobody leaves while waiting; those absent when called are drawn at the
//     observed rate and may come back.
//
// Replay tests these conditions together on the observed period; WhatIf refuses
// to answer when the replay does not fit.
package simulate

import (
	"slices"

	"rapor/analysis/stat"
)

// Arrival is one ticket taken: seconds since midnight, and its lane.
type Arrival struct {
	At   int32
	Lane int // index into Hall.Lanes
}

// Lane is one service of one priority class.
type Lane struct {
	Service  []int32 // observed seconds a ticket occupies a counter, call to end; drawn with replacement
	Priority bool
	Absent   float64 // share absent when called, 0 to 1
}

// Shift is the number of counters open from a time of day on.
type Shift struct {
	From     int32 // seconds since midnight
	Counters int
}

// Hall is what is known of the hall. Days, a profile, or both must be given.
type Hall struct {
	Lanes  []Lane
	Days   [][]Arrival // observed days; each replication plays one drawn at random
	Bins   []Bin       // arrival profile; made from Days when empty
	Roster []Shift     // ascending; the last one stays until the hall is empty
	Daily  [][]Shift   // each observed day's own roster, parallel to Days; empty means Roster for all
	Close  int32       // end of office hours; work after it is overtime

	ProfileOnly bool // draw all arrivals from the profile, not from whole days

	Changeover  int32   // seconds a counter needs between two tickets
	CallAbsent  int32   // seconds a counter loses on calling somebody absent
	ReturnShare float64 // share of the absent who come back, 0 to 1
	ReturnAfter []int32 // observed seconds until they come back; drawn with replacement

	// MaxPriorityRun is the discipline of priority lanes. 0: a waiting priority
	// ticket always goes first (head of line, without interruption). k > 0: after
	// k priority tickets in a row one ordinary ticket goes, if one waits. Those
	// who come back after an absence go before ordinary tickets, after priority.
	MaxPriorityRun int
}

// Scenario is one question: how many tickets a day, and how many counters more
// or fewer than the roster.
type Scenario struct {
	Quota    int // tickets a day; 0 plays the observed number
	Counters int // added to every shift with counters; at least one stays
}

// Grid lists scenarios for quotas from..to by step, each with counters
// -spread..+spread.
func Grid(from, to, step, spread int) []Scenario {
	var out []Scenario
	for c := -spread; c <= spread; c++ {
		for q := from; q <= to; q += max(step, 1) {
			out = append(out, Scenario{Quota: q, Counters: c})
		}
	}
	return out
}

// checked returns the hall with its profile made, or a *stat.Refusal naming
// what is missing or contradictory.
func (h Hall) checked() (*Hall, error) {
	if len(h.Bins) == 0 {
		h.Bins = Profile(h.Days, ProfileWidth)
	}
	if h.ReturnShare > 0 && len(h.ReturnAfter) == 0 {
		return nil, misfit("return times")
	}
	for _, check := range []func() error{h.checkRosters, h.checkArrivals, h.checkProfile} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	return &h, nil
}

func misfit(where string) error { return &stat.Refusal{Reason: stat.Misfit, Where: where} }

func (h *Hall) checkRosters() error {
	if len(h.Daily) > 0 && len(h.Daily) != len(h.Days) || slices.ContainsFunc(h.Daily, func(r []Shift) bool { return !usable(r) }) {
		return misfit("daily rosters")
	}
	if !usable(h.Roster) && (len(h.Daily) == 0 || h.ProfileOnly) {
		return misfit("roster")
	}
	return nil
}

func (h *Hall) checkArrivals() error {
	for _, d := range h.Days {
		for i, a := range d {
			if i > 0 && a.At < d[i-1].At {
				return misfit("order of arrivals")
			}
			if err := h.checkLane(a.Lane); err != nil {
				return err
			}
		}
	}
	return nil
}

func (h *Hall) checkProfile() error {
	var tickets int64
	for _, b := range h.Bins {
		tickets += b.Weight
		if b.Weight < 0 || b.Width < 1 {
			return misfit("profile")
		}
		if err := h.checkLane(b.Lane); err != nil {
			return err
		}
	}
	if tickets == 0 {
		return &stat.Refusal{Reason: stat.Empty, Where: "arrivals"}
	}
	return nil
}

// checkLane wants a lane that tickets use to exist and to have service times.
func (h *Hall) checkLane(lane int) error {
	if lane < 0 || lane >= len(h.Lanes) {
		return misfit("lane")
	}
	if len(h.Lanes[lane].Service) == 0 {
		return &stat.Refusal{Reason: stat.Empty, Where: "service times"}
	}
	return nil
}

// usable reports whether a roster is in order of time and ends with a counter.
func usable(r []Shift) bool {
	return len(r) > 0 && r[len(r)-1].Counters > 0 && slices.IsSortedFunc(r, func(a, b Shift) int { return int(a.From) - int(b.From) })
}

// rosterOf is the roster of an observed day; -1 is a day from the profile.
func (h *Hall) rosterOf(day int) []Shift {
	if day >= 0 && len(h.Daily) > 0 {
		return h.Daily[day]
	}
	return h.Roster
}
