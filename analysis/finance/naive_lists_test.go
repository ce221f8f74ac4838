package finance_test

import (
	"math/rand/v2"
	"strconv"

	"rapor/ingest/record"
)

// This file makes the lists behind the scores: contracts, bills, year-end
// orders, cash advances, outputs.

func (x *records) randomContracts(r *rand.Rand, year int) {
	for i := range size(r, 12) {
		signed := day(year-1, 12, 1) + record.Day(r.IntN(396))
		c := record.Contract{Number: strconv.Itoa(i), Year: int16(year), Account: int16(52 + r.IntN(2)), Signed: signed, AtOnce: oneOf(r, record.Yes, record.Yes, record.No, record.Unknown),
			Value: record.Sen(oneOf[int64](r, 49_999_999, 50_000_000, 120_000_000, 200_000_000, 200_000_001) * 100)}
		if r.IntN(4) == 0 {
			c.Year = 0 // that of the signature
		}
		if r.IntN(5) > 0 {
			c.Disburse = signed + record.Day(r.IntN(90))
		}
		x.contracts = append(x.contracts, c)
	}
}

func (x *records) randomBills(r *rand.Rand, year int) {
	for i := range size(r, 20) {
		v := record.Invoice{Number: strconv.Itoa(i), Kind: oneOf(r, "LS Kontraktual", "LS KONTRAK", "", "LS Non Kontraktual", "GUP"), Accepted: day(year, 1, 1) + record.Day(r.IntN(330))}
		if r.IntN(6) > 0 {
			v.Received = v.Accepted + record.Day(15+r.IntN(20))
		}
		if r.IntN(10) == 0 && v.Received.Known() {
			v.Accepted = 0
		}
		x.invoices = append(x.invoices, v)
	}
	orders, with := size(r, 900), r.IntN(6)*r.IntN(3)
	first := oneOf(r, 8, 10, 10)
	for i := range orders {
		d := record.Dispensation{Number: strconv.Itoa(i), Day: day(year, first+i%(13-first), 1+i%28), Dispensed: record.No}
		if i < with {
			d.Dispensed = record.Yes
		} else if i%7 == 6 {
			d.Dispensed = record.Unknown
		}
		x.dispensations = append(x.dispensations, d)
	}
}

// randomAdvances has no two movements on one day, so that their order is that
// of the days.
func (x *records) randomAdvances(r *rand.Rand, year int) {
	put := func(kind string, value int64, on, before record.Day) {
		if r.IntN(3) == 0 {
			before = 0 // taken from the list
		}
		x.advances = append(x.advances, record.CashAdvance{Kind: kind, Value: record.Sen(value), Day: on, Previous: before})
	}
	up := int64(1000 + r.IntN(50_000))
	if r.IntN(5) > 0 {
		at := day(year, 1, 2)
		put(record.AdvanceUP, up, at, 0)
		for n := r.IntN(12); n > 0; n-- {
			before := at
			if at += record.Day(2 * (3 + r.IntN(22))); at >= day(year, 12, 1) {
				break
			}
			put(record.AdvanceGUP, int64(1+r.IntN(int(up))), at, before)
		}
		if r.IntN(3) == 0 {
			put(record.AdvanceNil, up, day(year, 12, 20)|1, at)
		}
	}
	if r.IntN(3) > 0 {
		on := day(year, 6, 3) | 1 // the GUP are on days of one parity or far from it
		put(record.AdvanceTUP, int64(1000+r.IntN(1000)), on, 0)
		put(record.AdvancePTUP, 500, on+record.Day(20+2*r.IntN(8)), on)
		put(record.AdvanceDeposit, int64(r.IntN(2000)), on+26, 0)
	}
	if r.IntN(2) == 0 {
		limit := record.Sen(int64(1000 + r.IntN(1000)))
		for m := 1; m <= 12; m++ {
			x.advances = append(x.advances, record.CashAdvance{Kind: record.AdvanceCard, Year: int16(year), Month: int8(m), Value: record.Sen(int64(r.IntN(3) * r.IntN(400))), Limit: limit})
		}
	}
}

func (x *records) randomOutputs(r *rand.Rand, year int) {
	known := func(n int64) record.Decimal { return record.Decimal{N: n, Known: r.IntN(12) > 0} }
	for ro := range size(r, 5) {
		last := oneOf(r, 12, 1+r.IntN(12))
		for m := 1; m <= last; m++ {
			o := record.Output{Code: strconv.Itoa(ro), Year: int16(year), Month: int8(m), Confirmed: oneOf(r, record.Yes, record.Yes, record.Yes, record.No, record.Unknown),
				Target: known(int64(r.IntN(90))), Volume: known(int64(r.IntN(120))), Progress: known(oneOf(r, 0, 10_000, int64(r.IntN(100))*100)), Planned: known(int64(1+r.IntN(100)) * 100)}
			if r.IntN(8) > 0 {
				o.Reported = day(year, m+1, 3) + record.Day(r.IntN(8))
			}
			x.outputs = append(x.outputs, o)
		}
	}
}
