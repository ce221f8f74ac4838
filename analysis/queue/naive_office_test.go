package queue

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// hall is a small office drawn at random: its records, its own rules, and what
// is asked of them.
type hall struct {
	tickets      []record.Ticket
	intervals    []record.QueueInterval
	applications []record.Application
	set          office.Setting
	sel          facts.Selection
	service      string // selected, "" for all

	once []record.Ticket // the oracle's rows
}

const branch = "Kantor Cabang"

// drawHall draws an office of a few days with two sources, a branch office,
// services and lanes in several spellings, and everything that may happen to a
// ticket. Now and then nothing of a kind is there at all.
func drawHall(seed uint64) *hall {
	r := rand.New(rand.NewPCG(seed, 11))
	h := &hall{set: drawSetting(r)}
	staged, silent := r.IntN(3) == 0, r.IntN(5) == 0
	if r.IntN(8) > 0 {
		busy := []int{1, 5, 30, 90}[r.IntN(4)]
		for day := range 1 + r.IntN(5) {
			for i := range r.IntN(busy + 1) {
				h.visit(r, monday+record.Day(day), i, staged && r.IntN(2) == 0, silent)
			}
		}
	}
	h.overlap(r)
	for i := range h.tickets {
		h.tickets[i].Ref.Row = uint32(i + 2)
	}
	if r.IntN(3) == 0 {
		h.aggregate(r)
	}
	h.passports(r)
	h.sel = []facts.Selection{year, {From: monday + 1, To: monday + 3}, {From: monday, To: monday}, {Office: branch, From: year.From, To: year.To}}[r.IntN(4)]
	h.service = []string{"", "", "", "paspor baru"}[r.IntN(4)]
	r.Shuffle(len(h.tickets), func(i, j int) { h.tickets[i], h.tickets[j] = h.tickets[j], h.tickets[i] })
	return h
}

func drawSetting(r *rand.Rand) office.Setting {
	set := office.Default()
	set.WaitStandard, set.LongWait = []int32{900, 3600}[r.IntN(2)], []int32{3600, 10800}[r.IntN(2)]
	set.Tolerance, set.ProcessDays = []int32{0, 60, 300}[r.IntN(3)], r.IntN(6)
	for k := range r.IntN(3) {
		set.Quotas = append(set.Quotas, office.Quota{From: monday + record.Day(2*k), Start: at(450), End: at(480 + 30*k), Number: 1 + r.Int64N(20)})
	}
	if r.IntN(2) == 0 {
		set.PriorityClasses = []string{"C"}
	}
	set.Reforms = []office.Reform{{Day: monday + 2}} // changes no value
	for range r.IntN(4) {
		set.Holidays = append(set.Holidays, office.Holiday{Day: monday + record.Day(r.IntN(12))})
	}
	if r.IntN(2) == 0 {
		set.Rules = map[string]string{"pas.percepatan.hari": "2"}
	}
	return set
}

// visit draws one ticket, or the rows of its stages.
func (h *hall) visit(r *rand.Rand, day record.Day, i int, staged, silent bool) {
	taken := at(450+r.IntN(40)) + record.Clock(20*r.IntN(3))
	t := record.Ticket{
		Office: []string{"", "", "", "", branch}[r.IntN(5)], Day: day, Number: fmt.Sprintf("A-%03d", i+1), Taken: taken,
		Service: []string{"Paspor Baru", "paspor  baru", "Ganti"}[r.IntN(3)], Class: []string{"A", "A", "c", "C", ""}[r.IntN(5)],
		Counter: []string{"Loket 1", "Loket 2", ""}[r.IntN(3)], Priority: []record.Tri{record.Unknown, record.No, record.No, record.Yes}[r.IntN(4)],
		Recalled: []record.Tri{record.Unknown, record.No, record.No, record.Yes}[r.IntN(4)], Status: record.StatusServed,
	}
	wait := []int{0, 60, 120, int(h.set.WaitStandard), int(h.set.WaitStandard) + 1, int(h.set.LongWait), int(h.set.LongWait) + 1, r.IntN(9000), r.IntN(1200)}[r.IntN(9)]
	t.Called = t.Taken + record.Clock(wait)
	t.Started = t.Called + record.Clock(r.IntN(100))
	t.Ended = t.Started + record.Clock(r.IntN(900))
	if staged {
		h.stages(r, t)
		return
	}
	h.mishap(r, &t)
	if silent {
		t.Status = record.StatusUnknown
	}
	h.tickets = append(h.tickets, t)
}

// mishap is what may happen to a ticket or its row.
func (h *hall) mishap(r *rand.Rand, t *record.Ticket) {
	switch r.IntN(24) {
	case 0, 1:
		t.Status, t.Called, t.Started, t.Ended = record.StatusNoShow, 0, 0, 0
	case 2:
		t.Status, t.Started, t.Ended = record.StatusNoShow, 0, 0
	case 3:
		t.Status = record.StatusCancelled
	case 4:
		t.Status, t.Ended = record.StatusWaiting, 0
	case 5:
		t.Status = record.StatusUnknown
	case 6:
		t.Taken = 0
	case 7, 8:
		t.Called = 0
	case 9, 10:
		t.Started = 0
	case 11:
		t.Ended = 0
	case 12:
		t.Called, t.Started = 0, 0
	case 13:
		t.Called = t.Taken - 60
	case 14:
		t.Ended += 86400
	case 15:
		t.Day = 0
	case 16:
		t.Number = ""
	case 17:
		t.Taken, t.Called, t.Started, t.Ended = t.Taken+60000, t.Called+60000, t.Started+60000, t.Ended+60000
	}
}

// stages splits a ticket into rows; the last may be unfinished, and rows
// without a day or a number cannot be told to be one ticket.
func (h *hall) stages(r *rand.Rand, t record.Ticket) {
	n, bare := 1+r.IntN(3), r.IntN(12)
	for k := range n {
		x := t
		x.Stage = []string{"Wawancara", "Foto", "Berkas"}[k]
		if k > 0 {
			x.Priority, x.Recalled = record.Unknown, record.No
			x.Taken = []record.Clock{0, t.Ended + 5}[r.IntN(2)]
			x.Called = t.Ended + 10 + record.Clock(r.IntN(600))
			x.Started, x.Ended = x.Called, x.Called+record.Clock(r.IntN(600))
			x.Counter = []string{"Loket 3", "loket 1"}[r.IntN(2)]
		}
		switch {
		case k == n-1 && r.IntN(6) == 0:
			x.Ended, x.Status = 0, record.StatusWaiting
		case r.IntN(9) == 0:
			x.Called = 0
		}
		t.Ended = max(t.Ended, x.Ended)
		if bare == 0 {
			x.Day = 0
		} else if bare == 1 {
			x.Number = ""
		}
		h.tickets = append(h.tickets, x)
	}
}

// overlap adds a second export: some rows as they are, some as they were at
// noon, before their outcome.
func (h *hall) overlap(r *rand.Rand) {
	for _, t := range slices.Clone(h.tickets) {
		switch t.Ref.Source = 1; {
		case r.IntN(8) == 0 && t.Number != "": // rows without a number are compared by whole files
			h.tickets = append(h.tickets, t)
		case r.IntN(8) == 0 && t.Taken.Known() && t.Number != "" && t.Day.Known():
			if t.Status != record.StatusUnknown {
				t.Status = record.StatusWaiting
			}
			t.Called, t.Started, t.Ended = 0, 0, 0
			h.tickets = append(h.tickets, t)
		}
	}
}

// aggregate adds intervals: people with means, rosters, months, undated ones.
func (h *hall) aggregate(r *rand.Rand) {
	for k := range 1 + r.IntN(6) {
		i := record.QueueInterval{Ref: record.Ref{Source: 2, Row: uint32(k)}, Office: []string{"", "", branch}[r.IntN(3)], Service: []string{"", "PASPOR BARU"}[r.IntN(2)],
			Day: monday + record.Day(r.IntN(5)), Late: -1, Counters: -1, Count: r.Int64N(60)}
		i.Excluded = r.Int64N(i.Count + 1)
		n := i.Count - i.Excluded
		if r.IntN(3) > 0 {
			i.Mean = record.Duration{Micros: r.Int64N(9e9), Known: true}
			i.Max = record.Duration{Micros: i.Mean.Micros + r.Int64N(9e9), Known: r.IntN(2) == 0}
		}
		switch r.IntN(4) {
		case 0:
			i.Late = r.Int64N(n + 1)
		case 1:
			quick := r.Int64N(n + 1)
			i.Buckets = []record.Bucket{{UpTo: 900, Count: quick / 2}, {UpTo: []int32{1800, 3600}[r.IntN(2)], Count: quick - quick/2}, {Count: n - quick}}
		case 2:
			i.From, i.To, i.Counters = at(450), at(450+30*r.IntN(20)), int32(r.IntN(4))
		}
		switch r.IntN(6) {
		case 0:
			i.Day = 0
		case 1:
			i.Grain, i.Day = record.GrainMonth, record.DayOf(2016, 3, 1)
		}
		h.intervals = append(h.intervals, i)
		if i.Ref.Source = 3; i.Day.Known() && r.IntN(4) == 0 {
			h.intervals = append(h.intervals, i) // the same figures in another file
		}
	}
}

// passports adds applications, with copies in a second file.
func (h *hall) passports(r *rand.Rand) {
	for k := range r.IntN(50) {
		a := record.Application{Ref: record.Ref{Row: uint32(k)}, Office: []string{"", "", branch}[r.IntN(3)], Number: fmt.Sprint(k + 1),
			Service: "Paspor Baru", Applied: monday + record.Day(r.IntN(6)), Express: []record.Tri{record.Unknown, record.No, record.Yes}[r.IntN(3)]}
		if r.IntN(3) > 0 {
			a.Ready = a.Applied + record.Day(r.IntN(12))
		}
		h.applications = append(h.applications, a)
		if r.IntN(5) == 0 {
			a.Ref.Source = 1
			h.applications = append(h.applications, a)
		}
	}
}

// slice takes the records the real way.
func (h *hall) slice() *Slice {
	f := &facts.Set{}
	for i := range h.tickets {
		f.Ticket(&h.tickets[i])
	}
	for i := range h.intervals {
		f.QueueInterval(&h.intervals[i])
	}
	for i := range h.applications {
		f.Application(&h.applications[i])
	}
	f.Seal()
	names, _ := f.Queue.Services(year)
	for _, name := range names {
		if folded(name) == h.service {
			h.sel.Service = name
		}
	}
	if h.sel.Service == "" {
		h.service = ""
	}
	return NewSlice(f, &h.set, h.sel)
}

// folded is a label without the differences that spellings make.
func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
