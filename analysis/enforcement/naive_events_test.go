package enforcement_test

import (
	"math/big"

	"rapor/ingest/record"
)

// held lists the operations or the meetings of a period.
func (x *records) held(p period, meeting bool) []record.Operation {
	var out []record.Operation
	for _, o := range x.operations {
		if o.Meeting == meeting && p.has(o.Day) {
			out = append(out, o)
		}
	}
	return out
}

func naiveHeld(meeting bool) oracle {
	return func(x *records, p period) answer {
		var dates []record.Day
		for _, o := range x.operations {
			dates = append(dates, o.Day)
		}
		if !p.spoken(dates) {
			return unknown
		}
		return whole(int64(len(x.held(p, meeting))))
	}
}

// finds adds up the operations that say both what they checked and found.
func (x *records) finds(p period) (operations, withFind, checked, found int64) {
	for _, o := range x.held(p, false) {
		if o.Checked < 0 || o.Violations < 0 {
			continue
		}
		operations, checked, found = operations+1, checked+o.Checked, found+o.Violations
		if o.Violations > 0 {
			withFind++
		}
	}
	return operations, withFind, checked, found
}

func naiveHitRate(x *records, p period) answer {
	_, _, checked, found := x.finds(p)
	return share(found, checked)
}

func naiveFinding(x *records, p period) answer {
	n, with, _, _ := x.finds(p)
	return share(with, n)
}

func naivePerOperation(x *records, p period) answer {
	n, _, _, found := x.finds(p)
	return share(found, n)
}

// naiveJoint needs one operation that says whether it was joint.
func naiveJoint(x *records, p period) answer {
	var joint, n int64
	said := false
	for _, o := range x.held(p, false) {
		n++
		if o.Joint == record.Yes {
			joint++
		}
		said = said || o.Joint != record.Unknown
	}
	if !said {
		return unknown
	}
	return share(joint, n)
}

func (x *records) caught(p period) []record.Tout {
	var out []record.Tout
	for _, t := range x.touts {
		if p.has(t.Day) {
			out = append(out, t)
		}
	}
	return out
}

// naiveTouts is incidents per applicant: tickets, or people counted by hour.
func naiveTouts(x *records, p period) answer {
	var dates []record.Day
	for _, t := range x.touts {
		dates = append(dates, t.Day)
	}
	var applicants int64
	for _, t := range x.tickets {
		if p.has(t.Day) {
			applicants++
		}
	}
	for _, i := range x.intervals {
		if p.has(i.Day) {
			applicants += i.Count
		}
	}
	if !p.spoken(dates) || applicants == 0 {
		return unknown
	}
	n := int64(len(x.caught(p)))
	return answer{big.NewRat(n, applicants), n}
}

// policeOutcomes are the outcomes of incidents by whether the police were told:
// they are named by the word, or by the unit that took the tout over.
var policeOutcomes = map[string]bool{
	"Dilaporkan ke polisi": true, "Diserahkan ke Polres": true, "POLSEK": true, "Polda": true,
	"Belum dilaporkan ke polisi": false, "Diusir": false, "Ditegur": false, "": false,
}

func naiveReported(x *records, p period) answer {
	var told, n int64
	for _, t := range x.caught(p) {
		n++
		if policeOutcomes[t.Outcome] {
			told++
		}
	}
	return share(told, n)
}

func naiveStaff(x *records, p period) answer {
	var staff, n int64
	for _, t := range x.caught(p) {
		if t.Staff != record.Unknown {
			n++
		}
		if t.Staff == record.Yes {
			staff++
		}
	}
	return share(staff, n)
}
