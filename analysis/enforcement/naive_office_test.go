package enforcement_test

import (
	"fmt"
	"math/rand/v2"

	"rapor/analysis/facts"
	"rapor/ingest/record"
)

// records are the rows of one office as a file would give them. The oracles
// read nothing else.
type records struct {
	actions    []record.Action
	cases      []record.Case
	counts     []record.CaseCount
	operations []record.Operation
	touts      []record.Tout
	tickets    []record.Ticket
	intervals  []record.QueueInterval
}

// facts seals the rows together with two kinds of rows that must not count:
// some of the same rows once more, as another export of the office, and rows
// of another office.
func (x *records) facts() *facts.Set {
	f := &facts.Set{}
	copies(x.actions, f.Action, func(a *record.Action) (*record.Ref, *string) { return &a.Ref, &a.Office })
	copies(x.cases, f.Case, func(c *record.Case) (*record.Ref, *string) { return &c.Ref, &c.Office })
	copies(x.counts, f.CaseCount, func(c *record.CaseCount) (*record.Ref, *string) { return &c.Ref, &c.Office })
	copies(x.operations, f.Operation, func(o *record.Operation) (*record.Ref, *string) { return &o.Ref, &o.Office })
	copies(x.touts, f.Tout, func(t *record.Tout) (*record.Ref, *string) { return &t.Ref, &t.Office })
	for i := range x.tickets {
		f.Ticket(&x.tickets[i])
	}
	for i := range x.intervals {
		f.QueueInterval(&x.intervals[i])
	}
	f.Seal()
	return f
}

func copies[T any](rows []T, put func(*T), of func(*T) (*record.Ref, *string)) {
	for i := range rows {
		for source, office := range []string{"", "", "Kantor Lain"} {
			if source > 0 && i%3 != 0 {
				continue
			}
			row := rows[i]
			ref, name := of(&row)
			*ref, *name = record.Ref{Source: uint16(source), Row: uint32(i + 2)}, office
			put(&row)
		}
	}
}

// size is how many rows a family has: often none or one.
func size(r *rand.Rand, most int) int {
	switch r.IntN(6) {
	case 0:
		return 0
	case 1:
		return 1
	}
	return 1 + r.IntN(most)
}

func oneOf[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// randomOffice has rows from July of the year before to February of the year
// after; in 2019 the tariff changes, with a gap.
func randomOffice(r *rand.Rand, year int) *records {
	x := &records{}
	day := func() record.Day { return record.DayOf(year-1, 7, 1) + record.Day(r.IntN(600)) }
	for range size(r, 60) {
		x.actions = append(x.actions, randomAct(r, day()))
	}
	for i := range size(r, 25) {
		x.cases = append(x.cases, randomCase(r, i, day()))
	}
	for range size(r, 8) {
		x.counts = append(x.counts, record.CaseCount{Month: firstOfMonth(day()), Stage: record.CaseStage(1 + r.IntN(3)), Number: int64(r.IntN(5))})
	}
	for range size(r, 20) {
		o := record.Operation{Day: day(), Meeting: r.IntN(4) == 0, Joint: oneOf(r, record.Unknown, record.Unknown, record.No, record.Yes), Checked: int64(r.IntN(12) - 1), Violations: -1}
		if o.Checked >= 0 && r.IntN(5) > 0 { // a row that found more than it checked is rejected on reading
			o.Violations = int64(r.IntN(int(o.Checked) + 1))
		}
		x.operations = append(x.operations, o)
	}
	for range size(r, 20) {
		x.touts = append(x.touts, record.Tout{Day: day(), Outcome: oneOf(r, "Dilaporkan ke polisi", "Diserahkan ke Polres", "POLSEK", "Polda", "Belum dilaporkan ke polisi", "Diusir", "Ditegur", ""), Staff: oneOf(r, record.Unknown, record.No, record.Yes)})
	}
	for i := range size(r, 200) {
		x.tickets = append(x.tickets, record.Ticket{Ref: record.Ref{Row: uint32(i + 2)}, Day: day(), Number: fmt.Sprint("A", i), Taken: record.ClockAt(8, 0, i%60), Status: oneOf(r, record.StatusServed, record.StatusNoShow)})
	}
	if r.IntN(3) == 0 { // counted by hour where there is no list of tickets
		x.intervals = append(x.intervals, record.QueueInterval{Ref: record.Ref{Source: 1, Row: 2}, Day: record.DayOf(year+1, 2, 25), Count: 40, Late: -1, Counters: -1})
	}
	return x
}

func firstOfMonth(d record.Day) record.Day {
	y, m, _ := d.Date()
	return record.DayOf(y, m, 1)
}

// spellings of countries and articles, with what each stands for.
var (
	countrySpellings = map[string]string{"": "", "RRT": "china", "CHINA": "china", "wn Tiongkok": "china", "India": "india", "Negeri Rekaan": "rekaan"}
	articleSpellings = map[string]string{"": "", "Pasal 78 ayat 1 dan 2": "78", "pasal 78": "78", "Ps. 113 jo. 119": "113,119", "Pasal 119 dan Pasal 113": "113,119", "Pasal 75 ayat (2) huruf a": "75", "lain-lain": "lain"}
	countryNames     = []string{"", "RRT", "CHINA", "wn Tiongkok", "India", "Negeri Rekaan"}
	articleNames     = []string{"", "Pasal 78 ayat 1 dan 2", "pasal 78", "Ps. 113 jo. 119", "Pasal 119 dan Pasal 113", "Pasal 75 ayat (2) huruf a", "lain-lain"}
)

func randomAct(r *rand.Rand, decided record.Day) record.Action {
	kind := oneOf(r, record.ActionDeportation, record.ActionDetention, record.ActionCharge, record.ActionKind(1+r.IntN(8)))
	a := act(kind, decided, 1)
	a.Nationality, a.Article = oneOf(r, countryNames...), oneOf(r, articleNames...)
	if kind == record.ActionCharge {
		fine(r, &a)
	}
	if r.IntN(10) == 0 { // a monthly form knows neither persons nor execution
		a.Decided, a.Grain, a.Number, a.Overstay = firstOfMonth(decided), record.GrainMonth, int64(r.IntN(5)), -1
		return a
	}
	a.Person = uint64(r.IntN(10))
	if r.IntN(8) == 0 {
		a.Number = int64(r.IntN(4)) // a weighted row; 0 = NIHIL
	}
	if r.IntN(2) == 0 {
		a.Executed = a.Decided + oneOf(r, 0, 29, 30, 31, record.Day(r.IntN(80)))
	}
	if a.Person >= 8 || a.Person == 0 && r.IntN(12) == 0 {
		a.Victim = record.Yes
	}
	return a
}

// fine puts days and an amount on a charge: right, wrong or not stated.
func fine(r *rand.Rand, a *record.Action) {
	a.Overstay = oneOf(r, -1, 0, 1, 59, 60, 61, int32(r.IntN(90)))
	daily := oneOf(r, record.Rupiah(300_000_00), 300_000_00, 1_000_000_00)
	if r.IntN(5) > 0 {
		a.Charge = record.Sen(int64(daily) * int64(max(a.Overstay, 3)))
	}
	if r.IntN(10) == 0 {
		a.Charge = record.Sen(1)
	}
}

// randomCase has its stages in order, apart from the arrest, which may come
// after SPDP and even after P-21.
func randomCase(r *rand.Rand, i int, begin record.Day) record.Case {
	c := record.Case{Number: fmt.Sprint("LK-", i), Person: uint64(r.IntN(12)), Notified: begin}
	later := func(d record.Day, most int) record.Day {
		if !d.Known() || r.IntN(3) == 0 {
			return 0
		}
		return d + record.Day(r.IntN(most))
	}
	c.Complete = later(begin, 200)
	if r.IntN(4) == 0 {
		c.Complete = begin + oneOf[record.Day](r, 0, 89, 90, 91)
	}
	c.HandedOver = later(c.Complete, 20)
	c.Verdict = later(c.HandedOver, 90)
	if r.IntN(5) == 0 {
		c.Complete, c.HandedOver, c.Verdict, c.Stopped = 0, 0, 0, begin+record.Day(r.IntN(90))
	}
	if r.IntN(3) > 0 {
		c.Arrested = begin + record.Day(r.IntN(120)-20)
	}
	if r.IntN(6) == 0 && c.Arrested.Known() && !c.Complete.Known() {
		c.Notified = 0
	}
	return c
}
