package capacity

import (
	"cmp"
	"slices"

	"rapor/analysis/simulate"
)

const (
	block  int32 = 1800          // stretch of the day for which counters are counted: half an hour
	held   int32 = 60            // seconds for which so many must be served at once; less is a slip of a clock
	queued int32 = 300           // seconds of a block with people waiting, for its counters to be known
	idle         = simulate.Idle // seconds a ticket waits before it shows that every counter is taken
	line         = 2             // tickets waiting that show it; one alone may have been skipped or called again
)

// counters is what services at the same time tell of counters that the facts do
// not name.
type counters struct {
	daily  [][]simulate.Shift // by day, for days with a call
	change int32              // seconds a counter needs between two tickets
	full   int                // days on which people waited for a counter
}

// readCounters counts the counters open in each half hour of each day. While
// people wait, every open counter is in use but for the moments between two
// tickets, so the most served at once for a minute are the counters open; that
// minute's worth of idle counter time, per call, is the changeover. Half hours
// in which nobody waits say nothing: they keep the number of the last one that
// did. A day on which nobody waited has the usual roster of the other days.
func readCounters(days [][]simulate.Visit) counters {
	var out counters
	var change []int32
	var known [][]simulate.Shift
	var quiet []int
	for _, d := range days {
		blocks, first := sweep(d)
		if len(blocks) == 0 {
			continue
		}
		roster, full := rosterOf(blocks, first)
		if full {
			out.full++
			known = append(known, roster)
		} else {
			quiet = append(quiet, len(out.daily))
		}
		out.daily = append(out.daily, roster)
		for _, k := range blocks {
			if n := k.open(); k.full() && k.calls > 0 {
				change = append(change, int32(k.unused(n)/int64(k.calls)))
			}
		}
	}
	if out.full > 0 {
		usual := simulate.MedianRoster(known, block)
		for _, i := range quiet {
			out.daily[i] = usual
		}
	}
	if len(change) > 0 {
		slices.Sort(change)
		out.change = change[len(change)/2]
	}
	return out
}

// stretch is one half hour of a day.
type stretch struct {
	from  int32
	calls int     // while people waited
	used  []int32 // seconds with exactly so many being served
	tight []int32 // the same, only while people wait
}

// full reports whether people waited long enough to count the counters.
func (s *stretch) full() bool {
	var sum int32
	for _, d := range s.tight {
		sum += d
	}
	return sum >= queued
}

// open is the largest number served at once for a minute; while people waited
// where they did.
func (s *stretch) open() int {
	at := s.used
	if s.full() {
		at = s.tight
	}
	var sum int32
	for n := len(at) - 1; n > 0; n-- {
		if sum += at[n]; sum >= held {
			return n
		}
	}
	return 0
}

// unused is the counter time that n counters did not serve while people waited.
func (s *stretch) unused(n int) int64 {
	var sum int64
	for k, d := range s.tight {
		sum += int64(max(0, n-k)) * int64(d)
	}
	return sum
}

// change is a moment at which the number served or waiting changes.
type change struct {
	at, served, waiting int32
}

// sweep walks through a day in order of time. first is the first call.
func sweep(visits []simulate.Visit) (blocks []stretch, first int32) {
	var moments []change
	first, last := int32(-1), int32(-1)
	for _, v := range visits {
		if first < 0 || v.Called < first {
			first = v.Called
		}
		last = max(last, v.Called, v.Ended)
		if v.Ended > v.Called {
			moments = append(moments, change{v.Called, 1, 0}, change{v.Ended, -1, 0})
		}
		if v.Called > v.Taken+idle {
			moments = append(moments, change{v.Taken + idle, 0, 1}, change{v.Called, 0, -1})
		}
	}
	if first < 0 {
		return nil, 0
	}
	slices.SortFunc(moments, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.served, b.served), cmp.Compare(a.waiting, b.waiting))
	})
	start := first - first%block
	for t := start; t <= last; t += block {
		blocks = append(blocks, stretch{from: t})
	}
	var served, waiting int
	for i, m := range moments {
		if m.waiting < 0 && waiting >= line {
			blocks[(m.at-start)/block].calls++
		}
		served, waiting = served+int(m.served), waiting+int(m.waiting)
		if i+1 < len(moments) && moments[i+1].at > m.at {
			spread(blocks, start, max(m.at, first), moments[i+1].at, served, waiting >= line)
		}
	}
	return blocks, first
}

// spread adds a stretch of time with so many being served to the blocks it
// lies in.
func spread(blocks []stretch, start, from, to int32, served int, tight bool) {
	for t := from; t < to; {
		k := (t - start) / block
		if int(k) >= len(blocks) {
			return
		}
		end := min(to, start+(k+1)*block)
		b := &blocks[k]
		b.used = add(b.used, served, end-t)
		if tight {
			b.tight = add(b.tight, served, end-t)
		}
		t = end
	}
}

func add(list []int32, n int, seconds int32) []int32 {
	for len(list) <= n {
		list = append(list, 0)
	}
	list[n] += seconds
	return list
}

// rosterOf makes the roster of a day; full tells whether any of its blocks
// showed how many counters were open.
func rosterOf(blocks []stretch, first int32) (roster []simulate.Shift, full bool) {
	open := 0
	for i := range blocks { // before the first full block: as in it
		if blocks[i].full() {
			open, full = blocks[i].open(), true
			break
		}
	}
	if !full {
		for i := range blocks {
			open = max(open, blocks[i].open())
		}
	}
	for i := range blocks {
		if blocks[i].full() {
			open = blocks[i].open()
		}
		n := max(1, open, blocks[i].open())
		if len(roster) == 0 {
			roster = append(roster, simulate.Shift{From: first, Counters: n})
		} else if roster[len(roster)-1].Counters != n {
			roster = append(roster, simulate.Shift{From: blocks[i].from, Counters: n})
		}
	}
	return roster, full
}
