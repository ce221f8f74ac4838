package enforcement_test

import (
	"math/big"

	"rapor/ingest/record"
)

func naiveBegun(c record.Case) record.Day {
	if c.Notified.Known() {
		return c.Notified
	}
	return c.Arrested
}

func (x *records) casesSpoken(p period) bool {
	var dates []record.Day
	for _, c := range x.cases {
		dates = append(dates, c.Arrested, c.Notified, c.Complete, c.HandedOver, c.Verdict)
	}
	for _, c := range x.counts {
		dates = append(dates, c.Month)
	}
	return p.spoken(dates)
}

// atStage counts the persons of a period by the last stage before its end:
// 1 investigation, 2 prosecution, 3 verdict, 4 stopped; 0 is everybody.
func (x *records) atStage(p period) (by [5]int64) {
	past := func(d record.Day) bool { return d.Known() && d <= p.to }
	for _, c := range x.cases {
		d := naiveBegun(c)
		if !d.Known() || !p.has(d) {
			continue
		}
		stage := 1
		if past(c.Complete) || past(c.HandedOver) {
			stage = 2
		}
		if past(c.Stopped) {
			stage = 4
		}
		if past(c.Verdict) {
			stage = 3
		}
		by[0]++
		by[stage]++
	}
	return by
}

// onForms adds what monthly forms of the period count at a stage.
func (x *records) onForms(p period, stage record.CaseStage) (n int64, speak bool) {
	for _, c := range x.counts {
		if p.has(c.Month) {
			speak = true
			if c.Stage == stage {
				n += c.Number
			}
		}
	}
	return n, speak
}

func naiveJustitia(x *records, p period) answer {
	if !x.casesSpoken(p) {
		return unknown
	}
	if len(x.cases) > 0 {
		return whole(x.atStage(p)[0])
	}
	n, _ := x.onForms(p, record.StageInvestigation)
	return whole(n)
}

// naiveStage is the number of persons at a last stage, with all as n; forms do
// not know of stopped cases.
func naiveStage(stage int) oracle {
	return func(x *records, p period) answer {
		if len(x.cases) > 0 {
			if !x.casesSpoken(p) {
				return unknown
			}
			by := x.atStage(p)
			return answer{big.NewRat(by[stage], 1), by[0]}
		}
		n, speak := x.onForms(p, []record.CaseStage{0, record.StageInvestigation, record.StageProsecution, record.StageTrial, 0}[stage])
		if !speak || stage == 4 {
			return unknown
		}
		return whole(n)
	}
}

func naiveClearance(x *records, p period) answer {
	var done, n int64
	for _, c := range x.cases {
		if c.Notified.Known() && p.has(c.Notified) {
			n++
			if c.Complete.Known() {
				done++
			}
		}
	}
	return share(done, n)
}

// spell is how many days something was followed, and whether it then ended.
type spell struct {
	days  record.Day
	ended bool
}

// lastDate is the last day that any list of acts or cases speaks of.
func (x *records) lastDate() record.Day {
	var d record.Day
	for _, a := range x.actions {
		if a.Grain == record.GrainDay {
			d = max(d, a.Decided, a.Executed)
		}
	}
	for _, c := range x.cases {
		d = max(d, c.Arrested, c.Notified, c.Complete, c.HandedOver, c.Verdict, c.Stopped)
	}
	return d
}

// toComplete follows cases from a day to P-21. A case whose P-21 or stop lies
// before that day was not open after it and cannot be followed.
func (x *records) toComplete(p period, from func(record.Case) record.Day) []spell {
	var out []spell
	for _, c := range x.cases {
		d := from(c)
		if !d.Known() || !p.has(d) {
			continue
		}
		end, ended := x.lastDate(), false
		if c.Stopped.Known() {
			end = c.Stopped
		}
		if c.Complete.Known() {
			end, ended = c.Complete, true
		}
		if end >= d {
			out = append(out, spell{end - d, ended})
		}
	}
	return out
}

// toExecution follows acts of a kind from decision to execution.
func (x *records) toExecution(p period, kind record.ActionKind) []spell {
	var out []spell
	column := false
	for _, a := range x.actions {
		if a.Kind != kind || a.Victim == record.Yes || a.Grain == record.GrainMonth {
			continue
		}
		column = column || a.Executed.Known()
		for range a.Number {
			switch {
			case !p.has(a.Decided):
			case a.Executed.Known():
				out = append(out, spell{a.Executed - a.Decided, true})
			default:
				out = append(out, spell{x.lastDate() - a.Decided, false})
			}
		}
	}
	if !column {
		return nil
	}
	return out
}

// ended is the share that has ended by a day after its begin: one minus the
// product, day by day, of the shares of those still open that stay open.
func ended(list []spell, by record.Day) *big.Rat {
	open := big.NewRat(1, 1)
	for day := record.Day(0); day <= by; day++ {
		var risk, ends int64
		for _, s := range list {
			if s.days >= day {
				risk++
			}
			if s.days == day && s.ended {
				ends++
			}
		}
		if risk > 0 {
			open.Mul(open, big.NewRat(risk-ends, risk))
		}
	}
	return new(big.Rat).Sub(big.NewRat(1, 1), open)
}

// quantile is the first day by which a share has ended; where exactly that
// share has, the middle between that day and the next on which one ends.
func quantile(list []spell, want *big.Rat) answer {
	reached := record.Day(-1)
	for day := range record.Day(800) {
		end := false
		for _, s := range list {
			end = end || s.days == day && s.ended
		}
		switch {
		case !end:
		case reached >= 0:
			return answer{big.NewRat(int64(reached+day), 2), int64(len(list))}
		case ended(list, day).Cmp(want) > 0:
			return answer{big.NewRat(int64(day), 1), int64(len(list))}
		case ended(list, day).Cmp(want) == 0:
			reached = day
		}
	}
	if reached >= 0 {
		return answer{big.NewRat(int64(reached), 1), int64(len(list))}
	}
	return unknown
}

func naiveCaseDays(from func(record.Case) record.Day, num, den int64) oracle {
	return func(x *records, p period) answer { return quantile(x.toComplete(p, from), big.NewRat(num, den)) }
}

func naiveActDays(kind record.ActionKind) oracle {
	return func(x *records, p period) answer { return quantile(x.toExecution(p, kind), big.NewRat(1, 2)) }
}

func naiveArrest(c record.Case) record.Day { return c.Arrested }
func naiveSPDP(c record.Case) record.Day   { return c.Notified }

// naiveWithin90 is the share of P-21 within 90 days of SPDP.
func naiveWithin90(x *records, p period) answer {
	list := x.toComplete(p, naiveSPDP)
	if len(list) == 0 {
		return unknown
	}
	return answer{ended(list, 90), int64(len(list))}
}

// naiveRemoved judges each detention by itself.
func naiveRemoved(x *records, p period) answer {
	var hits, n int64
	gone := false
	for _, d := range x.actions {
		gone = gone || d.Kind == record.ActionDeportation && d.Person != 0 && d.Executed.Known() && d.Number > 0
		if d.Kind != record.ActionDetention || d.Grain == record.GrainMonth || !p.has(d.Decided) || d.Victim == record.Yes || d.Person == 0 || x.underCase(d.Person, d.Decided, d.Decided+p.limit) {
			continue
		}
		intime, late := false, x.lastDate() > d.Decided+p.limit
		for _, b := range x.actions {
			if b.Kind == record.ActionDeportation && b.Person == d.Person && b.Number > 0 && b.Executed.Known() && b.Executed >= d.Decided {
				intime = intime || b.Executed <= d.Decided+p.limit
				late = late || b.Executed > d.Decided+p.limit
			}
		}
		if intime || late {
			n += d.Number
		}
		if intime {
			hits += d.Number
		}
	}
	if !gone {
		return unknown
	}
	return share(hits, n)
}

func (x *records) underCase(person uint64, from, to record.Day) bool {
	for _, c := range x.cases {
		over := c.Verdict.Known() || c.Stopped.Known()
		if c.Person == person && naiveBegun(c) <= to && (!over || max(c.Verdict, c.Stopped) >= from) {
			return true
		}
	}
	return false
}
