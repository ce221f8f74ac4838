package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// This file holds what budget performance is scored from: revisions,
// contracts, payment orders, cash advances, outputs, year-end orders and
// official scores, each as the rows of one office and one fiscal year.

func (f *Finance) sealPerformance(out *findings) {
	f.revisions = dedupe(f.revisions, compareRevisions, func(r *record.Revision) (record.Ref, bool) { return r.Ref, true }, out)
	f.contracts = dedupe(f.contracts, compareContracts, func(c *record.Contract) (record.Ref, bool) { return c.Ref, c.Number != "" }, out)
	f.invoices = dedupe(f.invoices, compareInvoices, func(i *record.Invoice) (record.Ref, bool) { return i.Ref, i.Number != "" }, out)
	f.advances = dedupe(f.advances, compareAdvances, func(a *record.CashAdvance) (record.Ref, bool) { return a.Ref, true }, out)
	f.outputs = dedupe(f.outputs, compareOutputs, func(o *record.Output) (record.Ref, bool) { return o.Ref, true }, out)
	f.dispensations = dedupe(f.dispensations, compareDispensations, func(d *record.Dispensation) (record.Ref, bool) { return d.Ref, d.Number != "" }, out)
	f.official = dedupe(f.official, compareOfficial, func(o *record.OfficialScore) (record.Ref, bool) { return o.Ref, true }, out)
}

func compareDecimals(a, b record.Decimal) int {
	if a.Known != b.Known {
		if b.Known {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.N, b.N)
}

func compareRevisions(a, b *record.Revision) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), strings.Compare(a.Code, b.Code),
		compareAmounts(a.Before, b.Before), compareAmounts(a.After, b.After))
}

func compareContracts(a, b *record.Contract) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Signed, b.Signed), strings.Compare(a.Number, b.Number),
		cmp.Compare(a.Account, b.Account), compareAmounts(a.Value, b.Value), cmp.Compare(a.AtOnce, b.AtOnce), cmp.Compare(a.Disburse, b.Disburse))
}

func compareInvoices(a, b *record.Invoice) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Received, b.Received), strings.Compare(a.Number, b.Number),
		strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Accepted, b.Accepted), compareAmounts(a.Value, b.Value))
}

func compareAdvances(a, b *record.CashAdvance) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
		strings.Compare(a.Kind, b.Kind), compareAmounts(a.Value, b.Value), compareAmounts(a.Limit, b.Limit), cmp.Compare(a.Previous, b.Previous))
}

func compareOutputs(a, b *record.Output) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), strings.Compare(a.Code, b.Code),
		compareDecimals(a.Target, b.Target), compareDecimals(a.Volume, b.Volume), compareDecimals(a.Progress, b.Progress),
		compareDecimals(a.Planned, b.Planned), cmp.Compare(a.Reported, b.Reported), cmp.Compare(a.Confirmed, b.Confirmed))
}

func compareDispensations(a, b *record.Dispensation) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), strings.Compare(a.Number, b.Number), cmp.Compare(a.Dispensed, b.Dispensed))
}

func compareOfficial(a, b *record.OfficialScore) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), strings.Compare(a.Scheme, b.Scheme),
		strings.Compare(a.Part, b.Part), strings.Compare(a.Line, b.Line), cmp.Compare(a.Hundredth, b.Hundredth), strings.Compare(a.Zone, b.Zone))
}

// yearOf is the fiscal year of a known day.
func yearOf(d record.Day) int {
	y, _, _ := d.Date()
	return y
}

func chosen[T any](list []T, take func(*T) bool) []T {
	var out []T
	for i := range list {
		if take(&list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}

// newest keeps one row of each key. An export made later repeats a row with
// more of it filled in, so the row that states most is kept; ties: the last by
// place. Rows without a key are all kept. repeated is how many were not.
func newest[T any](list []T, key func(*T) string, stated func(*T) int, ref func(*T) record.Ref) (out []T, repeated int64) {
	at := map[string]int{}
	for i := range list {
		k := key(&list[i])
		j, seen := at[k]
		if k == "" || !seen {
			at[k] = len(out)
			out = append(out, list[i])
			continue
		}
		repeated++
		if c := cmp.Compare(stated(&list[i]), stated(&out[j])); c > 0 || c == 0 && compareRef(ref(&list[i]), ref(&out[j])) > 0 {
			out[j] = list[i]
		}
	}
	return out, repeated
}

// Revisions lists the DIPA revisions of an office in a fiscal year.
func (f *Finance) Revisions(office string, year int) []record.Revision {
	return chosen(f.revisions, func(r *record.Revision) bool { return r.Office == office && yearOf(r.Day) == year })
}

// Contracts lists the contracts of an office paid from a fiscal year, one row
// a number and account, and how many rows repeated one. A contract whose year
// is not stated belongs to the year of its signature.
func (f *Finance) Contracts(office string, year int) (list []record.Contract, repeated int64) {
	mine := chosen(f.contracts, func(c *record.Contract) bool {
		y := int(c.Year)
		if y == 0 {
			y = yearOf(c.Signed)
		}
		return c.Office == office && y == year
	})
	return newest(mine, func(c *record.Contract) string {
		if c.Number == "" {
			return ""
		}
		return c.Number + "\x00" + string(rune(c.Account))
	}, func(c *record.Contract) int {
		return count(c.Disburse.Known(), c.AtOnce != record.Unknown)
	}, func(c *record.Contract) record.Ref { return c.Ref })
}

// Invoices lists the payment orders of an office received in a fiscal year
// (not yet received: delivered in it), one row a number.
func (f *Finance) Invoices(office string, year int) (list []record.Invoice, repeated int64) {
	mine := chosen(f.invoices, func(i *record.Invoice) bool {
		d := i.Received
		if !d.Known() {
			d = i.Accepted
		}
		return i.Office == office && yearOf(d) == year
	})
	return newest(mine, func(i *record.Invoice) string { return i.Number },
		func(i *record.Invoice) int { return count(i.Received.Known(), i.Accepted.Known()) },
		func(i *record.Invoice) record.Ref { return i.Ref })
}

// Advances lists the cash-advance movements of an office in a fiscal year by
// day. Card use that states only its month is dated on the month's last day.
func (f *Finance) Advances(office string, year int) []record.CashAdvance {
	var out []record.CashAdvance
	for _, a := range f.advances {
		if !a.Day.Known() && a.Month != 0 {
			a.Day = record.DayOf(int(a.Year), int(a.Month)+1, 1) - 1
		}
		if a.Office == office && a.Day.Known() && yearOf(a.Day) == year {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b record.CashAdvance) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// Outputs lists the output reports of an office in a fiscal year, by month and
// code, one row each.
func (f *Finance) Outputs(office string, year int) (list []record.Output, repeated int64) {
	mine := chosen(f.outputs, func(o *record.Output) bool { return o.Office == office && int(o.Year) == year })
	return newest(mine, func(o *record.Output) string { return string(rune(o.Month)) + o.Code },
		func(o *record.Output) int {
			return count(o.Progress.Known, o.Volume.Known, o.Reported.Known(), o.Confirmed != record.Unknown)
		},
		func(o *record.Output) record.Ref { return o.Ref })
}

// Dispensations lists the payment orders of an office's year-end list, one row
// a number.
func (f *Finance) Dispensations(office string, year int) (list []record.Dispensation, repeated int64) {
	mine := chosen(f.dispensations, func(d *record.Dispensation) bool { return d.Office == office && yearOf(d.Day) == year })
	return newest(mine, func(d *record.Dispensation) string { return d.Number },
		func(d *record.Dispensation) int { return count(d.Dispensed != record.Unknown) },
		func(d *record.Dispensation) record.Ref { return d.Ref })
}

// Official lists the imported scores of a year for the office that own
// accepts, by month. Tables of the treasury name every office, the report's own
// too.
func (f *Finance) Official(own func(office string) bool, year int) []record.OfficialScore {
	return chosen(f.official, func(o *record.OfficialScore) bool { return int(o.Year) == year && own(o.Office) })
}

func count(known ...bool) int {
	n := 0
	for _, k := range known {
		if k {
			n++
		}
	}
	return n
}
