package reform

import (
	"cmp"
	"math"
	"math/big"
	"slices"
	"sort"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// day is one service day of an office: a day with at least one ticket.
type day struct {
	at      record.Day
	tickets int32
	waits   []int32  // seconds, ascending; of the tickets that were called
	median  *big.Rat // seconds; nil without waits
	serving []int32  // seconds at the counter, ascending
	peak    int32    // most tickets served at one time; 0 = not known
	limit   int64    // daily quota in force; 0 = none
	taken   int64    // tickets taken in the quota's window
}

// exhausted reports whether the day's quota ran out.
func (d *day) exhausted() bool { return d.limit > 0 && d.taken >= d.limit }

// gather puts the dated tickets of a selection into days, ascending. Tickets
// without a date cannot be put on a side and are left out.
func gather(f *facts.Set, set *office.Setting, sel facts.Selection) []day {
	var out []day
	var quota office.Quota
	var busy []edge
	close := func() {
		if n := len(out); n > 0 {
			out[n-1].peak = peak(busy)
		}
		busy = busy[:0]
	}
	f.Queue.Visits(sel, func(v *facts.Visit, _ facts.Lane) {
		if !v.Day.Known() {
			return
		}
		if n := len(out); n == 0 || out[n-1].at != v.Day {
			q, ok := set.Quota(v.Day)
			if !ok {
				q = office.Quota{}
			}
			quota = q
			close()
			out = append(out, day{at: v.Day, limit: q.Number})
		}
		d := &out[len(out)-1]
		d.tickets++
		if d.limit > 0 && v.Taken >= quota.Start.Seconds() && v.Taken <= quota.End.Seconds() {
			d.taken++
		}
		if w, ok := v.Waited(); ok {
			d.waits = append(d.waits, w)
		}
		if from, to, ok := v.AtDesk(); ok {
			d.serving = append(d.serving, to-from)
			busy = append(busy, edge{from, 1}, edge{to, -1})
		}
	})
	close()
	for i := range out {
		slices.Sort(out[i].waits)
		slices.Sort(out[i].serving)
		out[i].median = stat.Median(out[i].waits)
	}
	return out
}

// edge is the start (+1) or the end (-1) of a service.
type edge struct{ at, step int32 }

// peak is the most services that overlap; one that ends as another starts
// does not.
func peak(edges []edge) int32 {
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.step, b.step)) })
	var now, most int32
	for _, e := range edges {
		now += e.step
		most = max(most, now)
	}
	return most
}

// between are the days of a span, both ends inclusive.
func between(days []day, from, to record.Day) []day {
	lo := sort.Search(len(days), func(i int) bool { return days[i].at >= from })
	hi := sort.Search(len(days), func(i int) bool { return days[i].at > to })
	if hi < lo {
		return nil
	}
	return days[lo:hi]
}

// side is the days before or after a change.
type side struct{ days []day }

// tickets counts all tickets, whatever became of them.
func (s side) tickets() (n int64) {
	for i := range s.days {
		n += int64(s.days[i].tickets)
	}
	return n
}

// served counts the days that have a waiting time.
func (s side) served() (n int) {
	for i := range s.days {
		if len(s.days[i].waits) > 0 {
			n++
		}
	}
	return n
}

func (s side) first() record.Day { return s.days[0].at }
func (s side) last() record.Day  { return s.days[len(s.days)-1].at }

// cluster keeps the waits by day, for resampling.
func (s side) cluster() *stat.Cluster {
	waits := make([][]int32, len(s.days))
	for i := range s.days {
		waits[i] = s.days[i].waits
	}
	return stat.NewCluster(waits)
}

// crowds keeps the number of tickets of each day, for resampling.
func (s side) crowds() *stat.Cluster {
	counts := make([][]int32, len(s.days))
	for i := range s.days {
		counts[i] = []int32{s.days[i].tickets}
	}
	return stat.NewCluster(counts)
}

// counters keeps the busiest moment of each day, services the times at the
// counter by day.
func (s side) counters() *stat.Cluster {
	var peaks [][]int32
	for i := range s.days {
		if s.days[i].peak > 0 {
			peaks = append(peaks, []int32{s.days[i].peak})
		}
	}
	return stat.NewCluster(peaks)
}

func (s side) services() *stat.Cluster {
	times := make([][]int32, len(s.days))
	for i := range s.days {
		times[i] = s.days[i].serving
	}
	return stat.NewCluster(times)
}

// medians are the daily medians.
func (s side) medians() []float64 {
	var out []float64
	for i := range s.days {
		if m := s.days[i].median; m != nil {
			out = append(out, float(m))
		}
	}
	return out
}

// keep are the days that a test lets pass.
func (s side) keep(ok func(*day) bool) side {
	var out []day
	for i := range s.days {
		if ok(&s.days[i]) {
			out = append(out, s.days[i])
		}
	}
	return side{out}
}

// float is the nearest float of a rational; NaN for nil.
func float(r *big.Rat) float64 {
	if r == nil {
		return math.NaN()
	}
	v, _ := r.Float64()
	return v
}
