package queue

import (
	"math/big"
	"slices"
	"time"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

func naiveMean(h *hall) answer {
	sum, n := new(big.Rat), int64(0)
	for _, w := range h.waits(anybody) {
		sum.Add(sum, big.NewRat(w, 1))
		n++
	}
	for _, i := range h.pooled() {
		if i.Mean.Known {
			k := i.Count - i.Excluded
			n += k
			sum.Add(sum, new(big.Rat).Mul(big.NewRat(k, 1), big.NewRat(i.Mean.Micros, 1e6)))
		}
	}
	if n == 0 {
		return answer{}
	}
	return answer{sum.Quo(sum, big.NewRat(n, 1)), n}
}

func naiveWithin(h *hall) answer {
	all := h.waits(anybody)
	hits, n := count(all, func(w int64) bool { return w <= int64(h.set.WaitStandard) }), int64(len(all))
	for _, i := range h.pooled() {
		k := i.Count - i.Excluded
		var upTo int64
		fits := false
		for _, b := range i.Buckets {
			if b.UpTo != 0 && b.UpTo <= h.set.WaitStandard {
				upTo += b.Count
			}
			fits = fits || b.UpTo == h.set.WaitStandard
		}
		switch {
		case i.Late >= 0:
			hits, n = hits+k-i.Late, n+k
		case fits:
			hits, n = hits+upTo, n+k
		}
	}
	return of(hits, n)
}

func naiveLongest(h *hall) answer {
	top, n, single := new(big.Rat), int64(0), false
	for _, w := range h.waits(anybody) {
		n, single = n+1, true
		if x := big.NewRat(w, 1); x.Cmp(top) > 0 {
			top = x
		}
	}
	for _, i := range h.pooled() {
		if i.Mean.Known {
			n += i.Count - i.Excluded
		}
		if x := big.NewRat(i.Max.Micros, 1e6); i.Max.Known && x.Cmp(top) > 0 {
			top = x
		}
	}
	if n == 0 || !single && top.Sign() == 0 {
		return answer{}
	}
	return answer{top, n}
}

// stays are the times from ticket to end.
func (h *hall) stays() []int64 {
	var out []int64
	for _, p := range h.people() {
		if p.there() && p.taken >= 0 && p.ended >= p.taken {
			out = append(out, p.ended-p.taken)
		}
	}
	return out
}

func naiveSameDay(h *hall) answer {
	all := h.people()
	if !slices.ContainsFunc(all, func(p person) bool { return p.status != record.StatusUnknown || p.ended >= 0 && p.ended < 86400 }) {
		return answer{}
	}
	hits := count(all, func(p person) bool {
		return p.there() && (p.ended >= 0 || p.status == record.StatusServed) && p.ended < 86400
	})
	return of(hits, count(all, func(p person) bool { return p.there() || p.status == record.StatusWaiting }))
}

// quotaDays are the days with tickets while a quota was in force, and the
// times it ran out.
func (h *hall) quotaDays() (full []int64, days map[record.Day]office.Quota) {
	days = map[record.Day]office.Quota{}
	in := map[record.Day][]int64{}
	for _, p := range h.people() {
		for _, q := range h.set.Quotas { // ascending: the latest stands
			if p.day != 0 && p.taken >= 0 && q.From <= p.day {
				days[p.day] = q
			}
		}
		if q, ok := days[p.day]; ok && p.taken >= sec(q.Start) && p.taken <= sec(q.End) {
			in[p.day] = append(in[p.day], p.taken)
		}
	}
	for day, q := range days {
		slices.Sort(in[day])
		if int64(len(in[day])) >= q.Number {
			full = append(full, in[day][q.Number-1])
		}
	}
	return full, days
}

func naiveQuotaUse(h *hall) answer {
	_, days := h.quotaDays()
	var room int64
	for _, q := range days {
		room += q.Number
	}
	taken := count(h.people(), func(p person) bool {
		q, ok := days[p.day]
		return ok && p.taken >= sec(q.Start) && p.taken <= sec(q.End)
	})
	if room == 0 {
		return answer{}
	}
	return answer{big.NewRat(taken, room), int64(len(days))}
}

func naiveQuotaHour(h *hall) answer {
	full, _ := h.quotaDays()
	return quantileFrom(1, full, 1, 2)
}

// order compares every two called tickets of one lane and day.
func (h *hall) order() (o struct{ pairs, overtakes, passed, worst, n int64 }) {
	var turns []person
	for _, p := range h.people() {
		if _, ok := p.waited(); ok && !p.recalled && p.day != 0 {
			turns = append(turns, p)
		}
	}
	called := func(p person) int64 {
		w, _ := p.waited()
		return p.taken + w
	}
	for _, a := range turns {
		o.n++
		var lost int64
		for _, b := range turns {
			if a.day != b.day || a.service != b.service || a.class != b.class || a.priority != b.priority || b.taken <= a.taken {
				continue
			}
			o.pairs++
			if called(b) < called(a)-int64(h.set.Tolerance) {
				lost++
			}
		}
		o.overtakes += lost
		if lost > 0 {
			o.passed++
		}
		o.worst = max(o.worst, lost)
	}
	return o
}

// naiveThroughput counts rows served at a named counter on a known day, per
// hour of open counters: by the roster of the day, else from the first to the
// last event of each counter.
func naiveThroughput(h *hall) answer {
	var n, seconds int64
	served := map[record.Day]map[string][]person{}
	for _, t := range h.rows() {
		p := h.of(t)
		if !p.there() || p.busy < 0 || p.counter == "" || p.day == 0 || h.service != "" && p.service != h.service {
			continue
		}
		n++
		if served[p.day] == nil {
			served[p.day] = map[string][]person{}
		}
		served[p.day][p.counter] = append(served[p.day][p.counter], p)
	}
	for day, counters := range served {
		roster, rostered := int64(0), false
		for _, i := range h.pooled() {
			if i.Day == day && i.Grain == record.GrainDay && i.Counters > 0 && i.From.Known() && i.To.Known() {
				roster, rostered = roster+int64(i.Counters)*(sec(i.To)-sec(i.From)), true
			}
		}
		if rostered {
			seconds += roster
			continue
		}
		for _, all := range counters {
			first, last := all[0].ended-all[0].busy, all[0].ended
			for _, p := range all {
				first, last = min(first, p.ended-p.busy), max(last, p.ended)
			}
			seconds += last - first
		}
	}
	if n == 0 || seconds == 0 {
		return answer{}
	}
	return answer{big.NewRat(3600*n, seconds), n}
}

// naiveWorstHour goes through the week from Monday, hour by hour.
func naiveWorstHour(h *hall) answer {
	var worst answer
	for _, day := range []time.Weekday{1, 2, 3, 4, 5, 6, 0} {
		for hour := range int64(24) {
			in := h.waits(func(p person) bool { return p.day != 0 && p.day.Time().Weekday() == day && p.taken/3600 == hour })
			if len(in) < 5 {
				continue
			}
			if m := interpolated(in, 1, 2); worst.value == nil || m.Cmp(worst.value) > 0 {
				worst = answer{m, int64(len(in))}
			}
		}
	}
	return worst
}

// naiveLittle compares, for each day with twenty complete tickets, what the
// hall held with what the rate of arrival times the mean stay gives. Whoever
// has no end leaves with the last event of the day.
func naiveLittle(h *hall) answer {
	days := map[record.Day][]person{}
	for _, p := range h.people() {
		if p.day != 0 {
			days[p.day] = append(days[p.day], p)
		}
	}
	var off, n int64
	for _, day := range days {
		var people, complete, hall, stays, last int64
		for _, p := range day {
			last = max(last, p.taken, p.called, p.started, p.ended)
		}
		for _, p := range day {
			if p.taken < 0 || p.status == record.StatusNoShow || p.status == record.StatusCancelled {
				continue
			}
			people++
			if p.ended >= p.taken {
				complete++
				stays += p.ended - p.taken
				hall += p.ended - p.taken
			} else {
				hall += last - p.taken
			}
		}
		if complete < 20 || stays == 0 {
			continue
		}
		n++
		expected := new(big.Rat).Mul(big.NewRat(people, 1), big.NewRat(stays, complete))
		gap := new(big.Rat).Sub(big.NewRat(hall, 1), expected)
		if gap.Abs(gap).Cmp(expected.Mul(expected, big.NewRat(1, 10))) > 0 {
			off++
		}
	}
	return of(off, n)
}

// ready judges applications day by day until the data of the office end.
func (h *hall) ready(limit int, of func(record.Application) bool) answer {
	working := func(from, to record.Day) (n int) {
		for d := from + 1; d <= to; d++ {
			w := d.Time().Weekday()
			if w != time.Saturday && w != time.Sunday && !slices.ContainsFunc(h.set.Holidays, func(x office.Holiday) bool { return x.Day == d }) {
				n++
			}
		}
		return n
	}
	var end record.Day
	for _, a := range h.applications {
		if a.Office == h.sel.Office {
			end = max(end, a.Applied, a.Ready)
		}
	}
	var hits, n int64
	for _, a := range h.unrepeated() {
		if !of(a) || a.Office != h.sel.Office || a.Applied < h.sel.From || a.Applied > h.sel.To || h.sel.Service != "" && a.Service != h.sel.Service {
			continue
		}
		switch {
		case a.Ready != 0 && working(a.Applied, a.Ready) <= limit:
			hits, n = hits+1, n+1
		case a.Ready != 0 || working(a.Applied, end) > limit:
			n++
		}
	}
	if n == 0 {
		return answer{}
	}
	return answer{big.NewRat(hits, n), n}
}

// unrepeated are the applications without the copies of the second file.
func (h *hall) unrepeated() []record.Application {
	return slices.DeleteFunc(slices.Clone(h.applications), func(a record.Application) bool { return a.Ref.Source == 1 })
}
