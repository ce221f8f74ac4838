package simulate

import (
	"cmp"
	"slices"
)

// Session is a stretch in which one counter worked: from its first call to the
// end of its last service, in seconds since midnight. A counter that closed for
// lunch has two.
type Session struct{ From, To int32 }

// Settle is how near the end of the day a counter must have worked to count as
// open to the end: it closed because the hall was empty, not by plan, and would
// have stayed for more tickets.
const Settle int32 = 3600

// RosterOf is the number of counters open through one observed day. Counters
// whose last session ends within Settle of the day's last are open to the end.
// nil without sessions.
func RosterOf(sessions []Session) []Shift {
	if len(sessions) == 0 {
		return nil
	}
	last := slices.MaxFunc(sessions, func(a, b Session) int { return cmp.Compare(a.To, b.To) }).To
	type step struct {
		at  int32
		way int
	}
	var steps []step
	for _, s := range sessions {
		steps = append(steps, step{s.From, 1})
		if s.To < last-Settle {
			steps = append(steps, step{s.To, -1})
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.at, b.at) })
	var out []Shift
	open := 0
	for i, s := range steps {
		open += s.way
		if i+1 == len(steps) || steps[i+1].at != s.at {
			out = append(out, Shift{s.at, open})
		}
	}
	return out
}

// MedianRoster is the usual day: for every stretch of width seconds the median
// over days of the counters open at its middle, halves rounded up. It serves
// where days are drawn from a profile. The last stretch has at least one.
func MedianRoster(days [][]Shift, width int32) []Shift {
	var out []Shift
	from, to := int32(never), int32(0)
	for _, d := range days {
		if len(d) > 0 {
			from, to = min(from, d[0].From), max(to, d[len(d)-1].From)
		}
	}
	for t := from - from%width; t <= to; t += width {
		var open []int
		for _, d := range days {
			open = append(open, openAt(d, t+width/2))
		}
		slices.Sort(open)
		n := len(open)
		median := (open[(n-1)/2] + open[n/2] + 1) / 2
		if len(out) == 0 || out[len(out)-1].Counters != median {
			out = append(out, Shift{t, median})
		}
	}
	if n := len(out); n > 0 {
		out[n-1].Counters = max(out[n-1].Counters, 1)
	}
	return out
}

func openAt(roster []Shift, t int32) int {
	open := 0
	for _, s := range roster {
		if s.From > t {
			break
		}
		open = s.Counters
	}
	return open
}
