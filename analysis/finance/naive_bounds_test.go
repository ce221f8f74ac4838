package finance_test

import (
	"testing"

	"rapor/ingest/record"
)

// budgetLine is one row of account 52; a negative amount is not stated.
func budgetLine(month int8, ceiling, blocked, plan, spent int64) record.Ledger {
	amount := func(n int64) record.Amount { return record.Amount{Sen: record.Rupiah(max(n, 0)), Known: n >= 0} }
	return record.Ledger{Year: 2024, Month: month, Account: 52, Cumulative: record.No, Ceiling: amount(ceiling), Blocked: amount(blocked), Plan: amount(plan), Spent: amount(spent)}
}

// TestOraclesAtTheBounds: rows at the edges, each with what both the program
// and the oracles must say; "" is no value.
func TestOraclesAtTheBounds(t *testing.T) {
	ledger := func(rows ...record.Ledger) records { return records{ledger: rows} }
	of := func(account int16, l record.Ledger) record.Ledger { l.Account = account; return l }
	total := func(l record.Ledger) record.Ledger { l.Cumulative = record.Yes; return l }
	bill := func(received record.Day) record.Invoice {
		return record.Invoice{Number: received.String(), Kind: "LS Kontraktual", Accepted: day(2024, 7, 1), Received: received}
	}
	contract := func(value int64, signed record.Day) record.Contract {
		return record.Contract{Number: signed.String(), Year: 2024, Account: 52, Value: record.Sen(value * 100), Signed: signed}
	}
	const n1, n2, n3 = "KEU-01", "KEU-02", "KEU-03"
	for what, c := range map[string]struct {
		rows records
		last int
		want map[string]string
	}{
		"no rows":                          {records{}, 12, map[string]string{n1: "", n3: "", "KEU-07": "", "KEU-15": "", "KEU-16": "", "KEU-20": ""}},
		"one row":                          {ledger(budgetLine(1, 100, -1, -1, 40)), 12, map[string]string{n1: "2/5", n2: "", n3: "60", "KEU-04": "", "KEU-08": ""}},
		"nothing spent":                    {ledger(budgetLine(1, 100, 0, 0, 0)), 12, map[string]string{n1: "0", n2: "0", n3: "100", "KEU-04": "0", "KEU-05": "100"}},
		"more spent than the ceiling":      {ledger(budgetLine(1, 100, -1, 0, 150)), 12, map[string]string{n1: "3/2", n3: "-50", "KEU-04": "1", "KEU-05": "0"}},
		"blocked as much as the ceiling":   {ledger(budgetLine(1, 100, 100, -1, 10)), 12, map[string]string{n1: "1/10", n2: "", n3: "90"}},
		"blocked more than the ceiling":    {ledger(budgetLine(1, 100, 101, -1, 10)), 12, map[string]string{n1: "1/10", n2: "", "KEU-06": ""}},
		"all blocked in February":          {ledger(budgetLine(1, 100, 100, -1, 10), budgetLine(2, 100, 100, -1, 0), budgetLine(3, 100, 0, -1, 0)), 3, map[string]string{n2: "1/10", "KEU-06": ""}},
		"absorption exactly on target":     {ledger(budgetLine(1, 100, 0, -1, 5), budgetLine(2, 100, 0, -1, 5), budgetLine(3, 100, 0, -1, 5)), 3, map[string]string{"KEU-06": "100"}},
		"blocked one below the ceiling":    {ledger(budgetLine(1, 100, 99, -1, 1)), 12, map[string]string{n2: "1"}},
		"a later ceiling is not yet known": {ledger(budgetLine(1, 100, 10, -1, 10), budgetLine(6, 200, 20, -1, 10)), 5, map[string]string{n1: "1/10", n2: "1/9"}},
		"the latest ceiling counts":        {ledger(budgetLine(1, 100, 10, -1, 10), budgetLine(6, 200, 20, -1, 10)), 6, map[string]string{n1: "1/10", n2: "1/9", n3: "180"}},
		"an account without a ceiling":     {ledger(budgetLine(1, 100, -1, -1, 10), of(53, budgetLine(1, -1, -1, -1, 70))), 12, map[string]string{n1: "1/10", n3: "90"}},
		"an account without spending":      {ledger(budgetLine(1, 100, -1, -1, 10), of(53, budgetLine(1, 900, -1, -1, -1))), 12, map[string]string{n1: "1/10"}},
		"running totals":                   {ledger(total(budgetLine(1, 100, -1, 5, 5)), total(budgetLine(2, 100, -1, 10, 15))), 2, map[string]string{n1: "3/20", "KEU-04": "1/2", "KEU-05": "50"}},
		"a deviation of exactly 5":         {ledger(budgetLine(1, 100, -1, 100, 95)), 1, map[string]string{"KEU-04": "1/20", "KEU-05": "100"}},
		"a deviation above 5":              {ledger(budgetLine(1, 100, -1, 1000, 949)), 1, map[string]string{"KEU-05": "949/10"}},
		"December is not assessed":         {ledger(budgetLine(12, 100, -1, 100, 0)), 12, map[string]string{"KEU-04": "", "KEU-05": ""}},
		"17 and 18 working days":           {records{invoices: []record.Invoice{bill(day(2024, 7, 24)), bill(day(2024, 7, 25))}}, 12, map[string]string{"KEU-11": "50", "KEU-15": "50"}},
		"a contract below the least value": {records{contracts: []record.Contract{contract(49_999_999, day(2024, 3, 31))}}, 12, map[string]string{"KEU-10": ""}},
		"signed on 31 March":               {records{contracts: []record.Contract{contract(50_000_000, day(2024, 3, 31))}}, 12, map[string]string{"KEU-10": "320/3"}},
		"signed on 1 April and 1 July":     {records{contracts: []record.Contract{contract(50_000_000, day(2024, 4, 1)), contract(50_000_000, day(2024, 7, 1))}}, 12, map[string]string{"KEU-10": "60"}},
		"a TUP paid back wholly":           {records{advances: []record.CashAdvance{{Kind: record.AdvanceTUP, Value: record.Sen(100), Day: day(2024, 6, 3)}, {Kind: record.AdvanceDeposit, Value: record.Sen(100), Day: day(2024, 6, 5)}}}, 12, map[string]string{"KEU-12": "0"}},
		"card use exactly on target": {records{advances: []record.CashAdvance{{Kind: record.AdvanceGUP, Value: record.Sen(1), Day: day(2024, 2, 2), Previous: day(2024, 1, 2)},
			{Kind: record.AdvanceCard, Year: 2024, Month: 3, Value: record.Sen(12), Limit: record.Sen(100)}}}, 3, map[string]string{"KEU-12": "101"}},
		"settled on the day and after":     {records{advances: []record.CashAdvance{{Kind: record.AdvancePTUP, Day: day(2024, 2, 29), Previous: day(2024, 1, 31)}, {Kind: record.AdvancePTUP, Day: day(2024, 3, 1), Previous: day(2024, 1, 31)}}}, 12, map[string]string{"KEU-12": "50"}},
		"only orders before October":       {records{dispensations: []record.Dispensation{{Number: "1", Day: day(2024, 9, 30), Dispensed: record.Yes}}}, 12, map[string]string{"KEU-14": "0", "KEU-15": ""}},
		"one order with dispensation":      {records{dispensations: []record.Dispensation{{Number: "1", Day: day(2024, 10, 1), Dispensed: record.Yes}}}, 12, map[string]string{"KEU-14": "1"}},
		"an official score before another": {records{official: []record.OfficialScore{{Scheme: "IKPA", Year: 2024, Month: 6, Hundredth: 9100}, {Scheme: "IKPA", Year: 2024, Hundredth: 9955}}}, 11, map[string]string{"KEU-16": "91"}},
		"an official score of the year":    {records{official: []record.OfficialScore{{Scheme: "IKPA", Year: 2024, Month: 6, Hundredth: 9100}, {Scheme: "IKPA", Year: 2024, Hundredth: 9955}}}, 12, map[string]string{"KEU-16": "1991/20"}},
		"revenue that both systems lack":   {records{revenue: []record.Revenue{{Year: 2024, Month: 1, Account: "1", Target: record.Sen(5), Simponi: record.Sen(0), Span: record.Sen(0), Cumulative: record.No}}}, 12, map[string]string{"KEU-07": "0", "KEU-18": ""}},
	} {
		q := asked{year: 2024, first: 1, last: c.last}
		compare(t, what, &c.rows, q, map[string]int{})
		for id, want := range c.want {
			got := ""
			if a := oracles()[id](&c.rows, q); a.v != nil {
				got = a.v.RatString()
			}
			if got != want {
				t.Errorf("%s: the oracle of %s says %q, want %q", what, id, got, want)
			}
		}
	}
}
