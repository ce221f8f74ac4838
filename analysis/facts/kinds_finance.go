package facts

import (
	"cmp"
	"strings"

	"rapor/ingest/record"
)

// ledgers and revenues are lines that several tables state: what is equal is
// set aside, and what differs is settled when the year is put together.
var ledgers = life[record.Ledger]{
	kind:    "ledger",
	datesBy: "year",
	ref:     func(l *record.Ledger) record.Ref { return l.Ref },
	office:  func(l *record.Ledger) *string { return &l.Office },
	dated:   func(l *record.Ledger) record.Day { return monthEnd(l.Year, l.Month) },
	tells:   func(l *record.Ledger) bool { return l.Month != 0 && l.Spent.Known },
	key:     compareLedger,
	rest:    alike[record.Ledger], said: nothing[record.Ledger], rows: eachRow[record.Ledger],
	keyed: func(l *record.Ledger) bool { return l.Year != 0 && (l.Code != "" || l.Account != 0) },
}

var revenues = life[record.Revenue]{
	kind:    "revenue",
	datesBy: "year",
	ref:     func(r *record.Revenue) record.Ref { return r.Ref },
	office:  func(r *record.Revenue) *string { return &r.Office },
	dated:   func(r *record.Revenue) record.Day { return monthEnd(r.Year, r.Month) },
	key:     compareRevenue,
	rest:    alike[record.Revenue], said: nothing[record.Revenue], rows: eachRow[record.Revenue],
	keyed: func(r *record.Revenue) bool { return r.Year != 0 && r.Account != "" },
}

func compareAmounts(a, b record.Amount) int {
	return cmp.Or(cmp.Compare(boolInt(a.Known), boolInt(b.Known)), cmp.Compare(a.Sen, b.Sen))
}

func compareDecimals(a, b record.Decimal) int {
	return cmp.Or(cmp.Compare(boolInt(a.Known), boolInt(b.Known)), cmp.Compare(a.N, b.N))
}

// compareLedgerLine orders ledger rows by line and month.
func compareLedgerLine(a, b *record.Ledger) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
		cmp.Compare(a.Account, b.Account), strings.Compare(a.Code, b.Code), cmp.Compare(a.Fund, b.Fund), strings.Compare(a.Label, b.Label))
}

func compareLedger(a, b *record.Ledger) int {
	if c := compareLedgerLine(a, b); c != 0 {
		return c
	}
	return cmp.Or(compareAmounts(a.Ceiling, b.Ceiling), compareAmounts(a.Blocked, b.Blocked),
		compareAmounts(a.Plan, b.Plan), compareAmounts(a.Spent, b.Spent), cmp.Compare(a.Cumulative, b.Cumulative),
		compareAmounts(a.Remainder, b.Remainder), compareDecimals(a.Percent, b.Percent), cmp.Compare(a.Told, b.Told))
}

// compareRevenueLine orders revenue rows by line and month.
func compareRevenueLine(a, b *record.Revenue) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
		strings.Compare(a.Account, b.Account), strings.Compare(a.Label, b.Label))
}

func compareRevenue(a, b *record.Revenue) int {
	return cmp.Or(compareRevenueLine(a, b), compareAmounts(a.Target, b.Target),
		compareAmounts(a.Simponi, b.Simponi), compareAmounts(a.Span, b.Span), cmp.Compare(a.Cumulative, b.Cumulative), cmp.Compare(a.Told, b.Told))
}

var revisions = life[record.Revision]{
	kind:    "revision",
	datesBy: "day",
	ref:     func(r *record.Revision) record.Ref { return r.Ref },
	office:  func(r *record.Revision) *string { return &r.Office },
	dated:   func(r *record.Revision) record.Day { return r.Day },
	key: func(a, b *record.Revision) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), strings.Compare(a.Code, b.Code),
			compareAmounts(a.Before, b.Before), compareAmounts(a.After, b.After))
	},
	rest: alike[record.Revision], said: nothing[record.Revision], rows: eachRow[record.Revision], keyed: always[record.Revision],
}

// contracts are known by number and account; a later export states the payment.
var contracts = life[record.Contract]{
	single:  always[record.Contract],
	kind:    "contract",
	datesBy: "year",
	ref:     func(c *record.Contract) record.Ref { return c.Ref },
	office:  func(c *record.Contract) *string { return &c.Office },
	dated: func(c *record.Contract) record.Day {
		return max(c.Signed, c.Disburse, monthEnd(c.Year, 0))
	},
	begun: func(c *record.Contract) record.Day { return c.Signed },
	key: func(a, b *record.Contract) int {
		if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(yearOfContract(a), yearOfContract(b)),
			record.CompareNumbers(a.Number, b.Number), cmp.Compare(a.Account, b.Account)); c != 0 || named(a.Number) {
			return c
		}
		return cmp.Or(cmp.Compare(a.Signed, b.Signed), compareAmounts(a.Value, b.Value))
	},
	rest: func(a, b *record.Contract) int {
		return cmp.Or(cmp.Compare(a.Disburse, b.Disburse), cmp.Compare(a.Signed, b.Signed), compareAmounts(a.Value, b.Value),
			cmp.Compare(a.AtOnce, b.AtOnce), cmp.Compare(a.Year, b.Year))
	},
	written: func(a, b *record.Contract) int { return strings.Compare(a.Number, b.Number) },
	keyed:   func(c *record.Contract) bool { return named(c.Number) },
	rows:    func(*record.Contract) multiplicity { return onlyOnce },
	said: func(c *record.Contract) int {
		return count(c.Disburse.Known(), c.AtOnce != record.Unknown, c.Value.Known, c.Signed.Known())
	},
	grows: func(a, b *record.Contract) bool {
		return (!a.Disburse.Known() || a.Disburse == b.Disburse) && (a.AtOnce == record.Unknown || a.AtOnce == b.AtOnce)
	},
	join: func(into, from *record.Contract) {
		if !into.Disburse.Known() {
			into.Disburse = from.Disburse
		}
		if into.AtOnce == record.Unknown {
			into.AtOnce = from.AtOnce
		}
		if !into.Value.Known {
			into.Value = from.Value
		}
		if !into.Signed.Known() {
			into.Signed = from.Signed
		}
	},
}

// yearOfContract is the fiscal year a contract is paid from; where it is not
// stated, that of its signature. 0: not known.
func yearOfContract(c *record.Contract) int {
	if c.Year != 0 || !c.Signed.Known() {
		return int(c.Year)
	}
	return yearOf(c.Signed)
}

var invoices = life[record.Invoice]{
	single:  always[record.Invoice],
	kind:    "invoice",
	datesBy: "received",
	ref:     func(i *record.Invoice) record.Ref { return i.Ref },
	office:  func(i *record.Invoice) *string { return &i.Office },
	dated:   func(i *record.Invoice) record.Day { return max(i.Received, i.Accepted) },
	key: func(a, b *record.Invoice) int {
		if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(yearOfInvoice(a), yearOfInvoice(b)),
			record.CompareNumbers(a.Number, b.Number)); c != 0 || named(a.Number) {
			return c
		}
		return cmp.Or(strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Accepted, b.Accepted), compareAmounts(a.Value, b.Value))
	},
	rest: func(a, b *record.Invoice) int {
		return cmp.Or(cmp.Compare(a.Received, b.Received), cmp.Compare(a.Accepted, b.Accepted), strings.Compare(a.Kind, b.Kind),
			compareAmounts(a.Value, b.Value))
	},
	written: func(a, b *record.Invoice) int { return strings.Compare(a.Number, b.Number) },
	keyed:   func(i *record.Invoice) bool { return named(i.Number) },
	rows:    func(*record.Invoice) multiplicity { return onlyOnce },
	said:    func(i *record.Invoice) int { return count(i.Received.Known(), i.Accepted.Known()) },
	grows:   func(a, b *record.Invoice) bool { return !a.Received.Known() || a.Received == b.Received },
	join: func(into, from *record.Invoice) {
		if !into.Received.Known() {
			into.Received = from.Received
		}
		if !into.Accepted.Known() {
			into.Accepted = from.Accepted
		}
		into.Kind = cmp.Or(into.Kind, from.Kind)
		if !into.Value.Known {
			into.Value = from.Value
		}
	},
}

// yearOfInvoice is the year in which an order was delivered; not delivered, in
// which it was received. Numbers begin anew each year.
func yearOfInvoice(i *record.Invoice) int {
	switch {
	case i.Accepted.Known():
		return yearOf(i.Accepted)
	case i.Received.Known():
		return yearOf(i.Received)
	}
	return 0
}

var advances = life[record.CashAdvance]{
	kind:    "cash_advance",
	datesBy: "year",
	ref:     func(a *record.CashAdvance) record.Ref { return a.Ref },
	office:  func(a *record.CashAdvance) *string { return &a.Office },
	dated:   func(a *record.CashAdvance) record.Day { return max(a.Day, monthEnd(a.Year, a.Month)) },
	begun:   func(a *record.CashAdvance) record.Day { return a.Day },
	key: func(a, b *record.CashAdvance) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
			strings.Compare(a.Kind, b.Kind), compareAmounts(a.Value, b.Value), compareAmounts(a.Limit, b.Limit), cmp.Compare(a.Previous, b.Previous))
	},
	rest: alike[record.CashAdvance], said: nothing[record.CashAdvance], rows: eachRow[record.CashAdvance], keyed: always[record.CashAdvance],
}

// outputs are known by code and month; a later export has more of it filled in.
var outputs = life[record.Output]{
	kind:    "output",
	datesBy: "year",
	ref:     func(o *record.Output) record.Ref { return o.Ref },
	office:  func(o *record.Output) *string { return &o.Office },
	dated:   func(o *record.Output) record.Day { return monthEnd(o.Year, o.Month) },
	key: func(a, b *record.Output) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), strings.Compare(a.Code, b.Code))
	},
	rest: func(a, b *record.Output) int {
		return cmp.Or(compareDecimals(a.Progress, b.Progress), compareDecimals(a.Volume, b.Volume), compareDecimals(a.Target, b.Target),
			compareDecimals(a.Planned, b.Planned), cmp.Compare(a.Reported, b.Reported), cmp.Compare(a.Confirmed, b.Confirmed))
	},
	keyed: func(o *record.Output) bool { return named(o.Code) && o.Year != 0 },
	rows:  func(*record.Output) multiplicity { return onlyOnce },
	said: func(o *record.Output) int {
		return count(o.Progress.Known, o.Volume.Known, o.Reported.Known(), o.Confirmed != record.Unknown)
	},
	grows: func(_, _ *record.Output) bool { return false },
}

var dispensations = life[record.Dispensation]{
	kind:    "dispensation",
	datesBy: "day",
	ref:     func(d *record.Dispensation) record.Ref { return d.Ref },
	office:  func(d *record.Dispensation) *string { return &d.Office },
	dated:   func(d *record.Dispensation) record.Day { return d.Day },
	key: func(a, b *record.Dispensation) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(yearOf(a.Day), yearOf(b.Day)),
			record.CompareNumbers(a.Number, b.Number))
	},
	rest: func(a, b *record.Dispensation) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Dispensed, b.Dispensed))
	},
	written: func(a, b *record.Dispensation) int { return strings.Compare(a.Number, b.Number) },
	keyed:   func(d *record.Dispensation) bool { return named(d.Number) },
	rows:    func(*record.Dispensation) multiplicity { return onlyOnce },
	said:    func(d *record.Dispensation) int { return count(d.Dispensed != record.Unknown) },
	grows:   func(_, _ *record.Dispensation) bool { return false },
}

var officials = life[record.OfficialScore]{
	kind:    "official_score",
	datesBy: "year",
	ref:     func(o *record.OfficialScore) record.Ref { return o.Ref },
	office:  func(o *record.OfficialScore) *string { return &o.Office },
	dated:   func(o *record.OfficialScore) record.Day { return monthEnd(o.Year, o.Month) },
	key: func(a, b *record.OfficialScore) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), strings.Compare(a.Scheme, b.Scheme),
			strings.Compare(a.Part, b.Part), strings.Compare(a.Line, b.Line), cmp.Compare(a.Hundredth, b.Hundredth), strings.Compare(a.Zone, b.Zone))
	},
	rest: alike[record.OfficialScore], said: nothing[record.OfficialScore], rows: eachRow[record.OfficialScore], keyed: always[record.OfficialScore],
}
