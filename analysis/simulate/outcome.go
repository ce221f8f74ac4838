package simulate

import (
	"math"
	"slices"

	"rapor/analysis/stat"
)

// Band is a figure over simulated days: its mean, and the band that holds the
// middle 90 % of days.
type Band struct{ Mean, Lo, Hi float64 }

// Outcome is what a scenario does. Times are in seconds, shares 0 to 1. Bands
// are over days; the pooled figures are over all visitors of all days, as an
// indicator of a whole period counts them. Waits are to the first call, of
// those who were served.
type Outcome struct {
	Scenario
	Days int // replications with at least one served ticket

	Mean, Median, P90 Band
	Over              []Band // share of waits above each of Run.Limits
	Finish            Band   // seconds since midnight at which the last ticket was done
	Overtime          Band   // seconds after Hall.Close
	Served, Absent    Band   // tickets a day; Absent never came back
	Busy              Band   // share of open counter time spent on service

	PooledMean, PooledMedian, PooledP90 float64
	PooledOver                          []float64
}

// figures are one day's.
type figures struct {
	mean, median, p90, finish, overtime, served, absent, busy float64
	over                                                      []float64
}

// measure reads one played day; its waits are returned ascending in w.waits.
func (w *worker) measure(finish int32, limits []int32, extra int) figures {
	w.waits = w.waits[:0]
	f := figures{over: make([]float64, len(limits))}
	for _, t := range w.tickets {
		switch {
		case t.served:
			w.waits = append(w.waits, t.wait)
		case t.called:
			f.absent++
		}
	}
	slices.Sort(w.waits)
	f.served = float64(len(w.waits))
	f.finish = float64(finish)
	f.overtime = math.Max(0, float64(finish-w.h.Close))
	if len(w.waits) == 0 {
		return f
	}
	f.mean, f.median, f.p90, f.over = describe(w.waits, limits)
	f.busy = float64(w.worked) / math.Max(1, openSeconds(w.roster, finish, extra))
	return f
}

// describe gives mean, median, P90 and shares above limits of ascending waits.
func describe(waits []int32, limits []int32) (mean, median, p90 float64, over []float64) {
	mean = float64(stat.Sum(waits)) / float64(len(waits))
	median, _ = stat.Median(waits).Float64()
	p90, _ = stat.Quantile(waits, 9, 10).Float64()
	over = make([]float64, len(limits))
	for k, l := range limits {
		within, _ := slices.BinarySearch(waits, l+1)
		over[k] = float64(len(waits)-within) / float64(len(waits))
	}
	return mean, median, p90, over
}

// openSeconds is the counter time on offer up to the end of the day.
func openSeconds(roster []Shift, finish int32, extra int) float64 {
	var sum float64
	for i, s := range roster {
		until := finish
		if i+1 < len(roster) {
			until = min(until, roster[i+1].From)
		}
		if s.Counters > 0 && until > s.From {
			sum += float64(until-s.From) * float64(max(1, s.Counters+extra))
		}
	}
	return sum
}

// summarise pools the days of a scenario. waits[r] belongs to days[r].
func summarise(s Scenario, days []figures, waits [][]int32, limits []int32) Outcome {
	o := Outcome{Scenario: s}
	var all []int32
	kept := days[:0:0]
	for r, d := range days {
		if d.served > 0 {
			kept = append(kept, d)
			all = append(all, waits[r]...)
		}
	}
	if o.Days = len(kept); o.Days == 0 {
		return o
	}
	slices.Sort(all)
	o.PooledMean, o.PooledMedian, o.PooledP90, o.PooledOver = describe(all, limits)
	o.Mean = band(kept, func(f figures) float64 { return f.mean })
	o.Median = band(kept, func(f figures) float64 { return f.median })
	o.P90 = band(kept, func(f figures) float64 { return f.p90 })
	o.Finish = band(kept, func(f figures) float64 { return f.finish })
	o.Overtime = band(kept, func(f figures) float64 { return f.overtime })
	o.Served = band(kept, func(f figures) float64 { return f.served })
	o.Absent = band(kept, func(f figures) float64 { return f.absent })
	o.Busy = band(kept, func(f figures) float64 { return f.busy })
	for k := range limits {
		o.Over = append(o.Over, band(kept, func(f figures) float64 { return f.over[k] }))
	}
	return o
}

func band(days []figures, of func(figures) float64) Band {
	v := make([]float64, len(days))
	var b Band
	for i, d := range days {
		v[i] = of(d)
		b.Mean += v[i] / float64(len(days))
	}
	slices.Sort(v)
	b.Lo, b.Hi = at(v, 0.05), at(v, 0.95)
	return b
}

// at is the type 7 quantile of ascending floats.
func at(sorted []float64, p float64) float64 {
	h := float64(len(sorted)-1) * p
	i := int(h)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((sorted[i+1]-sorted[i])*(h-float64(i))) // not fused: the same on every machine
}
