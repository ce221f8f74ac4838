package finance_test

import (
	"math/big"
	"strings"

	"rapor/ingest/record"
)

func isYes(t record.Tri) bool { return t == record.Yes }

func naiveRevisions(x *records, q asked) answer {
	var half [2]int
	var n int64
	for _, r := range x.revisions {
		_, m, _ := r.Day.Date()
		moved := r.Before.Known && r.After.Known && r.Before.Sen != r.After.Sen
		if m <= q.last && !moved && r.Code != "999" {
			half[(m-1)/6]++
			n++
		}
	}
	if len(x.revisions) == 0 {
		return unknown
	}
	var a average
	for h := range q.last / 6 {
		points := int64(110)
		if half[h] == 2 {
			points = 100
		}
		if half[h] > 2 {
			points = 50
		}
		a.add(big.NewRat(points, 1), 1)
	}
	return answer{a.value(), n}
}

func naiveContracts(x *records, q asked) answer {
	var n, june int64
	var early, fast average
	for _, c := range x.contracts {
		signedIn, _, _ := c.Signed.Date()
		if c.Year == 0 && signedIn != q.year || c.Signed > q.end() || c.Value.Sen < 50_000_000_00 {
			continue
		}
		n++
		if c.Signed <= day(q.year, 6, 30) {
			june++
		}
		switch {
		case signedIn < q.year:
			early.add(big.NewRat(120, 1), 1)
		case c.Signed <= day(q.year, 3, 31):
			early.add(big.NewRat(110, 1), 1)
		}
		paidIn, paid, _ := c.Disburse.Date()
		if c.Account == 53 && c.Value.Sen <= 200_000_000_00 && isYes(c.AtOnce) && c.Disburse.Known() && paidIn == q.year && c.Disburse <= q.end() {
			fast.add(big.NewRat([]int64{100, 90, 80, 70}[(paid-1)/3], 1), 1)
		}
	}
	if n == 0 {
		return unknown
	}
	points := int64(100)
	switch {
	case june == 0:
		points = 0
	case 4*june <= n:
		points = 50
	case 2*june <= n:
		points = 60
	case 4*june <= 3*n:
		points = 80
	}
	var score average
	score.add(big.NewRat(points, 1), 20)
	score.add(early.value(), 40)
	score.add(fast.value(), 40)
	return answer{score.value(), n}
}

func naiveInvoices(x *records, q asked) answer {
	var good, n int64
	for _, v := range x.invoices {
		if v.Kind != "" && v.Kind != "LS Kontraktual" && v.Kind != "LS KONTRAK" || !v.Received.Known() || !v.Accepted.Known() || v.Received > q.end() {
			continue
		}
		if y, _, _ := v.Received.Date(); y != q.year {
			continue
		}
		worked := 0
		for d := v.Accepted + 1; d <= v.Received; d++ {
			if q.working(d) {
				worked++
			}
		}
		n++
		if worked <= 17 {
			good++
		}
	}
	if n == 0 {
		return unknown
	}
	return answer{big.NewRat(100*good, n), n}
}

// timelyAdvances scores the settlements that say, or whose list says, what was
// paid before them.
func (x *records) timelyAdvances(q asked) (timely, monthly average) {
	var up int64
	for _, a := range x.advances { // every movement but the card's is in order of days
		if a.Kind == record.AdvanceCard || a.Day > q.end() {
			continue
		}
		if a.Kind == record.AdvanceUP {
			up = int64(a.Value.Sen)
		}
		before := a.Previous
		for _, b := range x.advances {
			chain := b.Kind == record.AdvanceUP || b.Kind == record.AdvanceGUP
			if a.Kind == record.AdvancePTUP {
				chain = b.Kind == record.AdvanceTUP
			}
			if !a.Previous.Known() && chain && b.Day < a.Day {
				before = max(before, b.Day)
			}
		}
		if a.Kind != record.AdvanceGUP && a.Kind != record.AdvanceNil && a.Kind != record.AdvancePTUP || !before.Known() {
			continue
		}
		y, m, d := before.Date()
		limit := day(y, m+1, d)
		if last := day(y, m+2, 1) - 1; limit > last {
			limit = last
		}
		points := int64(0)
		if a.Day <= limit {
			points = 100
		}
		timely.add(big.NewRat(points, 1), 1)
		if a.Kind == record.AdvanceGUP && up > 0 {
			long := int64(day(y, m+1, 1) - day(y, m, 1))
			monthly.add(least(big.NewRat(int64(a.Value.Sen)*100*long, up*int64(a.Day-before)), 100), 1)
		}
	}
	return timely, monthly
}

func (x *records) cardScore(q asked) *big.Rat {
	var score average
	for k := range q.last / 3 {
		var used, limit int64
		for _, a := range x.advances {
			if a.Kind == record.AdvanceCard && int(a.Month) <= 3*k+3 {
				used, limit = used+int64(a.Value.Sen), int64(a.Limit.Sen)
			}
		}
		if used == 0 {
			continue
		}
		points := int64(100)
		if used*1000 >= []int64{10, 50, 90, 125}[k]*limit*12 {
			points = 110
		}
		score.add(big.NewRat(points, 1), 1)
	}
	return score.value()
}

func naiveAdvances(x *records, q asked) answer {
	timely, monthly := x.timelyAdvances(q)
	var tup, back int64
	for _, a := range x.advances {
		if a.Day > q.end() {
			continue
		}
		switch a.Kind {
		case record.AdvanceTUP:
			tup += int64(a.Value.Sen)
		case record.AdvanceDeposit:
			back += int64(a.Value.Sen)
		}
	}
	var cash, all average
	cash.add(timely.value(), 50)
	cash.add(monthly.value(), 25)
	if tup > 0 {
		cash.add(big.NewRat(max(0, 100*(tup-back)), tup), 25)
	}
	if cash.value() == nil {
		return unknown
	}
	all.add(cash.value(), 90)
	all.add(x.cardScore(q), 10)
	return answer{all.value(), timely.n}
}

func naiveOutputs(x *records, q asked) answer {
	var timely, done average
	dated, confirmed := false, false
	last := map[string]int8{}
	for _, o := range x.outputs {
		if int(o.Month) > q.last {
			continue
		}
		last[o.Code] = max(last[o.Code], o.Month)
		dated, confirmed = dated || o.Reported.Known(), confirmed || o.Confirmed != record.Unknown
		deadline := day(q.year, int(o.Month)+1, 1) - 1
		for n := 0; n < 5; {
			if deadline++; q.working(deadline) {
				n++
			}
		}
		points := int64(0)
		if o.Reported.Known() && o.Reported <= deadline {
			points = 100
		}
		timely.add(big.NewRat(points, 1), 1)
	}
	for _, o := range x.outputs {
		if last[o.Code] != o.Month {
			continue
		}
		got, of := o.Progress, o.Planned
		if o.Progress.N >= 100_00 || o.Month == 12 {
			got, of = o.Volume, o.Target
		}
		switch {
		case !isYes(o.Confirmed), o.Progress.Known && o.Progress.N == 0:
			done.add(big.NewRat(0, 1), 1)
		case o.Progress.Known && got.Known && of.Known && of.N > 0:
			done.add(least(big.NewRat(100*got.N, of.N), 100), 1)
		}
	}
	if !dated || !confirmed || done.n == 0 {
		return unknown
	}
	var score average
	score.add(timely.value(), 30)
	score.add(done.value(), 70)
	return answer{score.value(), done.n}
}

// naiveDispensation reads hundredths of a per mille, rounded half up.
func naiveDispensation(x *records, q asked) answer {
	var with, n int64
	said, early := false, false
	for _, d := range x.dispensations {
		if _, m, _ := d.Day.Date(); m < 10 {
			early = true
			continue
		}
		n++
		said = said || d.Dispensed != record.Unknown
		if isYes(d.Dispensed) {
			with++
		}
	}
	switch {
	case q.last < 12:
		return unknown
	case n == 0 && early:
		return answer{new(big.Rat), 0}
	case !said:
		return unknown
	}
	points := int64(4) // quarters of a point
	switch h := (2*100_000*with + n) / (2 * n); {
	case h == 0:
		points = 0
	case h < 10:
		points = 1
	case h < 100:
		points = 2
	case h < 500:
		points = 3
	}
	return answer{big.NewRat(points, 4), n}
}

// naivePartial weighs the scores that are there, less the deduction.
func naivePartial(x *records, q asked) answer {
	var score average
	for _, p := range strings.Fields("KEU-09:10 KEU-05:15 KEU-06:20 KEU-10:10 KEU-11:10 KEU-12:10 KEU-13:25") {
		id, weight, _ := strings.Cut(p, ":")
		score.add(oracles()[id](x, q).v, map[string]int64{"10": 10, "15": 15, "20": 20, "25": 25}[weight])
	}
	v := score.value()
	if d := naiveDispensation(x, q); v != nil && d.v != nil {
		v.Sub(v, d.v)
	}
	return answer{v, score.n}
}
