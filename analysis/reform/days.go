package reform

import (
	"math"
	"math/big"
	"slices"
	"sort"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// day is one service day of an office: a day with at least one ticket.
type day struct {
	at      record.Day
	tickets int32
	waits   []int32  // seconds, ascending; of the tickets that were called
	median  *big.Rat // seconds; nil without waits
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
			out = append(out, day{at: v.Day, limit: q.Number})
		}
		d := &out[len(out)-1]
		d.tickets++
		if d.limit > 0 && v.Taken >= quota.Start.Seconds() && v.Taken <= quota.End.Seconds() {
			d.taken++
		}
		if w, ok := waitOf(v); ok {
			d.waits = append(d.waits, w)
		}
	})
	for i := range out {
		slices.Sort(out[i].waits)
		out[i].median = stat.Median(out[i].waits)
	}
	return out
}

// waitOf is the waiting time as the queue indicators define it: first call
// less time taken; without a call time, to the start of service. No-shows,
// cancelled and unfinished tickets have none. A test holds it against them.
func waitOf(v *facts.Visit) (int32, bool) {
	switch v.Status {
	case record.StatusNoShow, record.StatusCancelled, record.StatusWaiting:
		return 0, false
	}
	end := v.Called
	if end < 0 {
		end = v.Started
	}
	if v.Taken < 0 || end < v.Taken {
		return 0, false
	}
	return end - v.Taken, true
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

// tickets counts all tickets, waited those with a waiting time.
func (s side) tickets() (n int64) {
	for i := range s.days {
		n += int64(s.days[i].tickets)
	}
	return n
}

func (s side) waited() (n int64) {
	for i := range s.days {
		n += int64(len(s.days[i].waits))
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

// outside says why a change does not lie within the report's data at all.
func (e *evaluation) outside() result.Text {
	switch {
	case e.day > e.source.to:
		return result.T("{0} baru berlaku pada {1}, sesudah masa laporan ini berakhir ({2}), sehingga belum dapat dievaluasi.",
			"{0} began on {1}, after the end of this report ({2}), and cannot be evaluated yet.", e.name(), on(e.day), on(e.source.to))
	case e.day <= e.source.from:
		return result.T("{0} sudah berlaku sejak {1}, sebelum data laporan ini mulai ({2}), sehingga tidak ada masa sebelum perubahan untuk dibandingkan.",
			"{0} has been in force since {1}, before the data of this report begin ({2}), so that there is no time before it to compare with.", e.name(), on(e.day), on(e.source.from))
	case len(e.days) == 0:
		return result.T("{0} (berlaku {1}) tidak dapat dievaluasi: diperlukan data antrean dengan satu baris bertanggal per tiket, jam ambil, dan jam panggil.",
			"{0} (in force from {1}) cannot be evaluated: it needs queue data with one dated row per ticket, the time taken and the time called.", e.name(), on(e.day))
	}
	return result.Text{}
}

// short says why the days on the two sides are too few.
func (e *evaluation) short() result.Text {
	b, a := e.before.served(), e.after.served()
	if b >= least && a >= least {
		return result.Text{}
	}
	t := result.T("{0} (berlaku {1}) tidak dapat dievaluasi: ada {2} hari dengan waktu tunggu sebelum dan {3} hari sesudah perubahan ({4} sampai {5}), padahal diperlukan sedikitnya {6} hari di tiap sisi.",
		"{0} (in force from {1}) cannot be evaluated: there are {2} days with waiting times before and {3} days after it ({4} to {5}); at least {6} days are needed on each side.",
		e.name(), on(e.day), count(b), count(a), on(e.from), on(e.to), count(least))
	if e.clipped {
		return join(t, clippedSay)
	}
	return t
}

// idle counts the working days of a side's span without a single ticket.
func (e *evaluation) idle(s side) int {
	n := 0
	at := 0
	for d := s.first(); d <= s.last(); d++ {
		for at < len(s.days) && s.days[at].at < d {
			at++
		}
		if s.days[at].at != d && e.calendar.Working(d) {
			n++
		}
	}
	return n
}

// float is the nearest float of a rational; NaN for nil.
func float(r *big.Rat) float64 {
	if r == nil {
		return math.NaN()
	}
	v, _ := r.Float64()
	return v
}
