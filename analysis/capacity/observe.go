package capacity

import (
	"cmp"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/simulate"
	"rapor/ingest/record"
)

// Basis is the hall as observed, with an account of what it was read from.
type Basis struct {
	From, To record.Day
	Since    result.Text // the change that From follows; empty when it is the period's first day

	First, Last record.Day // with tickets that could be followed

	Days     int   // with tickets that could be followed
	Tickets  int64 // that could be followed, the absent included
	Absent   int64 // called, but not there
	Guessed  int64 // served without an end: the median of their lane was put in
	LeftOut  int64 // cancelled, unfinished, or without the times needed
	Served   int64 // tickets with a call that were served
	Standard int32 // seconds; the wait P90 is held to
	Long     int32 // seconds

	Hall   simulate.Hall
	Waits  []int32
	Peak   int  // most counters open at a time on the usual day
	Given  bool // the roster is the office's own
	Filled bool // people waited long enough for the counters to be counted
}

// basisOf reads the hall of the days under the latest rule of the period.
func basisOf(f *facts.Set, set *office.Setting, p calendar.Period) Basis {
	b := Basis{From: p.From, To: p.To, Standard: set.WaitStandard, Long: set.LongWait}
	if set.Simulation.Standard > 0 {
		b.Standard = set.Simulation.Standard
	}
	b.begin(set)
	lanes, days, ends := b.visits(f, set)
	b.guess(len(lanes), days, ends)
	hall, waits := simulate.Observe(lanes, days)
	b.Days, b.Waits = len(hall.Days), waits
	hall.Close = closeOf(set)
	b.Hall = hall
	if b.Days > 0 {
		b.lend()
		b.openCounters(set, days)
	}
	return b
}

// begin moves From to the latest change of quota or rules within the period, so
// that days under two rules are never mixed.
func (b *Basis) begin(set *office.Setting) {
	latest := record.Day(0)
	for _, q := range set.Quotas {
		if q.From.Known() && q.From <= b.To && q.From > latest {
			latest = q.From
			b.Since = result.T("kuota {0}", "the quota of {0}", result.Int(q.Number, result.Tickets))
		}
	}
	for _, r := range set.ReformsOf("ANT") {
		if r.Day.Known() && r.Day <= b.To && r.Day >= latest {
			latest, b.Since = r.Day, r.Name
		}
	}
	if latest <= b.From {
		b.Since = result.Text{}
		return
	}
	b.From = latest
}

// closeOf is the end of office hours in seconds since midnight.
func closeOf(set *office.Setting) int32 {
	if set.Simulation.Close.Known() {
		return set.Simulation.Close.Seconds()
	}
	return set.Closes.Seconds()
}

// lane is one service of one class and priority.
type lane struct {
	facts.Lane
	priority bool
}

// visits follows every ticket, one slice per day. ends has the tickets that were
// served without an end, by day and place.
func (b *Basis) visits(f *facts.Set, set *office.Setting) (lanes []simulate.Lane, days [][]simulate.Visit, ends [][2]int) {
	index := map[lane]int{}
	last := record.Day(-1)
	f.Queue.Visits(facts.Selection{From: b.From, To: b.To}, func(v *facts.Visit, l facts.Lane) {
		called, _ := v.FirstCall()
		if !v.Day.Known() || v.Taken < 0 || called < v.Taken || v.Status == record.StatusCancelled || v.Status == record.StatusWaiting {
			b.LeftOut++
			return
		}
		key := lane{l, v.Priority == record.Yes || set.PriorityClass(l.Class)}
		k, ok := index[key]
		if !ok {
			k = len(lanes)
			index[key] = k
			lanes = append(lanes, simulate.Lane{Priority: key.priority})
		}
		if v.Day != last {
			if len(days) == 0 {
				b.First = v.Day
			}
			last, days, b.Last = v.Day, append(days, nil), v.Day
		}
		d := len(days) - 1
		seen := simulate.Visit{Lane: k, Taken: v.Taken, Called: called, Ended: v.Ended}
		switch {
		case v.Status == record.StatusNoShow:
			seen.Ended = -1
			b.Absent++
		case v.Ended >= called:
			b.Served++
		case v.Status == record.StatusServed:
			ends = append(ends, [2]int{d, len(days[d])})
			b.Served++
		default:
			b.Absent++
		}
		b.Tickets++
		days[d] = append(days[d], seen)
	})
	return lanes, days, ends
}

// guess gives services without an end the median length of their lane, so that
// they still occupy a counter.
func (b *Basis) guess(lanes int, days [][]simulate.Visit, ends [][2]int) {
	b.Guessed = int64(len(ends))
	if len(ends) == 0 {
		return
	}
	known := make([][]int32, lanes)
	for _, d := range days {
		for _, v := range d {
			if v.Ended >= v.Called {
				known[v.Lane] = append(known[v.Lane], v.Ended-v.Called)
			}
		}
	}
	for k := range known {
		slices.Sort(known[k])
	}
	for _, at := range ends {
		v := &days[at[0]][at[1]]
		if n := len(known[v.Lane]); n > 0 {
			v.Ended = v.Called + known[v.Lane][n/2]
		}
	}
}

// lend gives lanes in which nobody was ever served the service times of all, so
// that a lane of one absent visitor does not stop the simulation.
func (b *Basis) lend() {
	var all []int32
	for _, l := range b.Hall.Lanes {
		all = append(all, l.Service...)
	}
	slices.Sort(all)
	for k := range b.Hall.Lanes {
		if len(b.Hall.Lanes[k].Service) == 0 {
			b.Hall.Lanes[k].Service = all
		}
	}
}

// openCounters fills the rosters: the office's own, or those that can be read
// from how many were served at the same time.
func (b *Basis) openCounters(set *office.Setting, days [][]simulate.Visit) {
	read := readCounters(days)
	h := &b.Hall
	h.Changeover, h.CallAbsent = read.change, read.change
	b.Filled = read.full > 0
	if b.Given = len(set.Simulation.Counters) > 0; b.Given {
		h.Daily, h.Roster = nil, nil
		for _, s := range set.Simulation.Counters {
			h.Roster = append(h.Roster, simulate.Shift{From: s.From.Seconds(), Counters: s.Open})
		}
		b.Peak = peakOf(h.Roster)
		return
	}
	h.Daily = read.daily
	h.Roster = simulate.MedianRoster(h.Daily, block)
	var peaks []int
	for _, d := range h.Daily {
		peaks = append(peaks, peakOf(d))
	}
	slices.Sort(peaks)
	b.Peak = max(1, peaks[len(peaks)/2])
}

func peakOf(roster []simulate.Shift) int {
	return slices.MaxFunc(roster, func(a, b simulate.Shift) int { return cmp.Compare(a.Counters, b.Counters) }).Counters
}

// refusal says what the basis lacks; nil when it can be simulated.
func (b *Basis) refusal() *Refusal {
	n := func(v int64, u result.Unit) result.Quantity { return result.Int(v, u) }
	switch {
	case b.Tickets == 0 || b.Served == 0 || len(b.Waits) == 0:
		return &Refusal{NoTimes, result.T(
			"Kapasitas ruang tunggu tidak disimulasikan: perlu jam ambil, jam panggil (atau jam mulai), dan jam selesai tiap tiket, dan data {0} sampai {1} tidak memuatnya.",
			"The capacity of the hall is not simulated: it needs the times each ticket was taken, called (or started) and ended, and the data from {0} to {1} do not have them.",
			day(b.From), day(b.To))}
	case b.Days < MinDays:
		return &Refusal{TooFewDays, result.T(
			"Kapasitas ruang tunggu tidak disimulasikan: perlu sedikitnya {0} pelayanan di bawah satu aturan; antara {1} dan {2} ada {3}.",
			"The capacity of the hall is not simulated: it needs at least {0} with tickets under one rule; between {1} and {2} there are {3}.",
			n(MinDays, result.Days), day(b.From), day(b.To), n(int64(b.Days), result.Days))}
	case b.Guessed*10 > b.Served:
		return &Refusal{EndsMissing, result.T(
			"Kapasitas ruang tunggu tidak disimulasikan: {0} dari {1} yang dilayani tidak memuat jam selesai, terlalu banyak untuk mengetahui lama pelayanan.",
			"The capacity of the hall is not simulated: {0} of {1} served have no end time, too many to know how long service takes.",
			n(b.Guessed, result.Tickets), n(b.Served, result.Tickets))}
	case !b.Given && !b.Filled:
		return &Refusal{NeverFull, result.T(
			"Kapasitas ruang tunggu tidak disimulasikan: hampir tidak ada yang menunggu, sehingga jumlah loket yang buka tidak dapat dibaca dari data. Tulis jadwal loket di rapor.yaml (simulate: counters).",
			"The capacity of the hall is not simulated: hardly anybody waited, so the number of open counters cannot be read from the data. Write the roster in rapor.yaml (simulate: counters).").Outside(
			"Kapasitas ruang tunggu tidak disimulasikan: hampir tidak ada yang menunggu, sehingga jumlah loket yang buka tidak dapat dibaca dari data.",
			"The capacity of the hall is not simulated: hardly anybody waited, so the number of open counters cannot be read from the data.")}
	}
	return nil
}
