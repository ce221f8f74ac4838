package survey

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// desk is a small office drawn at random: what people said of it, and what is
// asked of the records.
type desk struct {
	answers    []record.Answer
	complaints []record.Complaint
	scores     []record.OfficialScore
	tickets    []record.Ticket
	intervals  []record.QueueInterval
	set        office.Setting
	sel        facts.Selection
	service    string // selected, "" for all
	decimals   int    // of weights, 0 for exact ones
	factor     int64
	limit      int // working days for complaints
}

const branch = "Kantor Cabang"

// drawDesk draws two sources that overlap, undated rows, months instead of
// days, elements that nobody answered, and now and then none of a kind.
func drawDesk(seed uint64) *desk {
	r := rand.New(rand.NewPCG(seed, 13))
	d := &desk{set: office.Default(), factor: 25, limit: 14, decimals: []int{0, 0, 2, 3}[r.IntN(4)]}
	d.set.Rules = map[string]string{}
	if d.decimals > 0 {
		d.set.Rules[roundingRule] = fmt.Sprint(d.decimals)
	}
	if r.IntN(4) == 0 {
		d.factor, d.set.Rules[factorRule] = 20, "20"
	}
	if r.IntN(3) == 0 {
		d.limit, d.set.Rules[complaintRule] = 5, "5"
	}
	for range r.IntN(4) {
		d.set.Holidays = append(d.set.Holidays, office.Holiday{Day: d.day(r)})
	}
	d.survey(r)
	d.complain(r)
	d.users(r)
	d.official(r)
	d.sel = []facts.Selection{always, {From: record.DayOf(2017, 1, 1), To: record.DayOf(2017, 12, 31)}, {From: record.DayOf(2017, 4, 1), To: record.DayOf(2017, 4, 29+r.IntN(2))},
		{Office: branch, From: always.From, To: always.To}}[r.IntN(4)]
	if r.IntN(4) == 0 {
		d.service = "paspor baru"
	}
	return d
}

// day is around the change of the bounds on 1 May 2017.
func (d *desk) day(r *rand.Rand) record.Day {
	return record.DayOf(2017, 4, 10) + record.Day(r.IntN(30))
}

func (d *desk) office(r *rand.Rand) string { return []string{"", "", branch}[r.IntN(3)] }

func (d *desk) survey(r *rand.Rand) {
	if r.IntN(12) == 0 {
		return
	}
	answered := 1 + r.IntN(record.Elements)
	mood := r.IntN(4) // all 1, all 4, or anything
	offset := r.IntN(record.Elements)
	for k := range r.IntN([]int{4, 12, 40}[r.IntN(3)] + 1) {
		a := record.Answer{Ref: record.Ref{Row: uint32(k + 2)}, Office: d.office(r), Service: []string{"Paspor Baru", "PASPOR  baru", "Ganti"}[r.IntN(3)],
			Day: d.day(r), Respondent: fmt.Sprint(k + 1)}
		for e := range answered {
			at := (e + offset) % record.Elements
			switch mood {
			case 0:
				a.Scores[at] = 1
			case 1:
				a.Scores[at] = 4
			default:
				a.Scores[at] = uint8(max(r.IntN(5), r.IntN(5)))
			}
		}
		switch r.IntN(12) {
		case 0:
			a.Day = 0
		case 1:
			a.Respondent = ""
		case 2:
			a.Grain, a.Day = record.GrainMonth, record.DayOf(2017, 4+r.IntN(2), 1)
		}
		d.answers = append(d.answers, a)
	}
	if n := len(d.answers); n >= 12 && r.IntN(2) == 0 { // another file repeats some of the rows
		for _, a := range d.answers[:n/2+r.IntN(n/2)] {
			a.Ref.Source = 1
			d.answers = append(d.answers, a)
		}
	}
}

func (d *desk) complain(r *rand.Rand) {
	for k := range r.IntN(12) {
		c := record.Complaint{Ref: record.Ref{Row: uint32(k + 2)}, Office: d.office(r), Day: d.day(r), Topic: []string{"Antrean", "antrean", "Biaya"}[r.IntN(3)]}
		if r.IntN(3) > 0 {
			c.Closed = c.Day + record.Day(r.IntN(26))
		}
		if r.IntN(12) == 0 {
			c.Day = 0
		}
		d.complaints = append(d.complaints, c)
		if c.Ref.Source = 1; c.Day != 0 && r.IntN(5) == 0 {
			d.complaints = append(d.complaints, c)
		}
	}
}

func (d *desk) users(r *rand.Rand) {
	for k := range r.IntN(60) {
		t := record.Ticket{Ref: record.Ref{Row: uint32(k + 2)}, Office: d.office(r), Day: d.day(r), Number: fmt.Sprint(k), Taken: record.ClockAt(8, 0, k),
			Status: []record.Status{record.StatusServed, record.StatusNoShow, record.StatusCancelled}[r.IntN(3)]}
		if r.IntN(9) == 0 {
			t.Day = 0
		}
		d.tickets = append(d.tickets, t)
	}
	for k := range r.IntN(4) {
		i := record.QueueInterval{Ref: record.Ref{Source: 2, Row: uint32(k + 2)}, Office: d.office(r), Day: d.day(r), Count: r.Int64N(2000), Late: -1, Counters: -1}
		if r.IntN(3) == 0 {
			i.Grain, i.Day = record.GrainMonth, record.DayOf(2017, 4+r.IntN(2), 1)
		}
		d.intervals = append(d.intervals, i)
	}
}

// official draws at most one total of an office and month, with its parts,
// its weights, and scores of another scheme.
func (d *desk) official(r *rand.Rand) {
	for _, of := range []string{"", branch} {
		for _, year := range []int16{0, 2016, 2017, 2018} {
			if r.IntN(3) > 0 {
				continue
			}
			for _, month := range []int8{0, 4}[:1+r.IntN(2)] {
				o := record.OfficialScore{Ref: record.Ref{Row: uint32(len(d.scores) + 2)}, Office: of, Scheme: ombudsmanScheme, Year: year, Month: month, Hundredth: r.Int64N(10001), Line: []string{"", "nilai"}[r.IntN(2)]}
				weight, part, other := o, o, o
				weight.Line, weight.Hundredth = "bobot", 10000
				part.Part, other.Scheme = "Proses", "IKPA"
				copied := o
				copied.Ref.Source = 1
				d.scores = append(d.scores, o, weight, part, other, copied)
			}
		}
	}
}

// slice takes the records the real way.
func (d *desk) slice() *Slice {
	f := &facts.Set{}
	for i := range d.answers {
		f.Answer(&d.answers[i])
	}
	for i := range d.complaints {
		f.Complaint(&d.complaints[i])
	}
	for i := range d.scores {
		f.OfficialScore(&d.scores[i])
	}
	for i := range d.tickets {
		f.Ticket(&d.tickets[i])
	}
	for i := range d.intervals {
		f.QueueInterval(&d.intervals[i])
	}
	f.Seal()
	names, _ := f.Survey.Services(facts.Selection{Office: d.sel.Office, From: always.From, To: always.To})
	for _, name := range names {
		if folded(name) == d.service {
			d.sel.Service = name
		}
	}
	if d.sel.Service == "" {
		d.service = ""
	}
	return NewSlice(f, &d.set, d.sel)
}

func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
