package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
)

// This file holds what budget performance is scored from: revisions,
// contracts, payment orders, cash advances, outputs, year-end orders and
// official scores, each as the rows of one office and one fiscal year.

// yearOf is the fiscal year of a day; 0 of one that is not known.
func yearOf(d record.Day) int {
	if !d.Known() {
		return 0
	}
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

// Revisions lists the DIPA revisions of an office in a fiscal year.
func (f *Finance) Revisions(office string, year int) []record.Revision {
	return chosen(f.revisions, func(r *record.Revision) bool { return r.Office == office && yearOf(r.Day) == year })
}

// Contracts lists the contracts of an office paid from a fiscal year. A contract
// whose year is not stated belongs to the year of its signature.
func (f *Finance) Contracts(office string, year int) []record.Contract {
	return chosen(f.contracts, func(c *record.Contract) bool { return c.Office == office && yearOfContract(c) == year })
}

// Invoices lists the payment orders of an office received in a fiscal year
// (not yet received: delivered in it).
func (f *Finance) Invoices(office string, year int) []record.Invoice {
	return chosen(f.invoices, func(i *record.Invoice) bool {
		d := i.Received
		if !d.Known() {
			d = i.Accepted
		}
		return i.Office == office && yearOf(d) == year
	})
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
func (f *Finance) Outputs(office string, year int) []record.Output {
	return chosen(f.outputs, func(o *record.Output) bool { return o.Office == office && int(o.Year) == year })
}

// Dispensations lists the payment orders of an office's year-end list.
func (f *Finance) Dispensations(office string, year int) []record.Dispensation {
	return chosen(f.dispensations, func(d *record.Dispensation) bool { return d.Office == office && yearOf(d.Day) == year })
}

// Official lists the imported scores of a year for the office that own
// accepts, by month. Tables of the treasury name every office, the report's own
// too.
func (f *Finance) Official(own func(office string) bool, year int) []record.OfficialScore {
	return chosen(f.official, func(o *record.OfficialScore) bool { return int(o.Year) == year && own(o.Office) })
}
