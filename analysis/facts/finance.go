package facts

import (
	"cmp"
	"strings"

	"rapor/ingest/record"
)

// Finance is all finance facts, as typed rows; Budgets puts the ledger rows
// of a year together.
type Finance struct {
	ledger        []record.Ledger
	revisions     []record.Revision
	contracts     []record.Contract
	invoices      []record.Invoice
	advances      []record.CashAdvance
	outputs       []record.Output
	dispensations []record.Dispensation
	revenue       []record.Revenue
	official      []record.OfficialScore
}

// Ledger keeps one budget line.
func (s *Set) Ledger(l *record.Ledger) { s.Finance.ledger = append(s.Finance.ledger, *l) }

// Revision keeps one DIPA revision.
func (s *Set) Revision(r *record.Revision) { s.Finance.revisions = append(s.Finance.revisions, *r) }

// Contract keeps one contract.
func (s *Set) Contract(c *record.Contract) { s.Finance.contracts = append(s.Finance.contracts, *c) }

// Invoice keeps one payment order.
func (s *Set) Invoice(i *record.Invoice) { s.Finance.invoices = append(s.Finance.invoices, *i) }

// CashAdvance keeps one movement of the cash advance.
func (s *Set) CashAdvance(c *record.CashAdvance) { s.Finance.advances = append(s.Finance.advances, *c) }

// Output keeps one output achievement.
func (s *Set) Output(o *record.Output) { s.Finance.outputs = append(s.Finance.outputs, *o) }

// Dispensation keeps one year-end payment order.
func (s *Set) Dispensation(d *record.Dispensation) {
	s.Finance.dispensations = append(s.Finance.dispensations, *d)
}

// Revenue keeps one line of non-tax revenue.
func (s *Set) Revenue(r *record.Revenue) { s.Finance.revenue = append(s.Finance.revenue, *r) }

// OfficialScore keeps one imported score.
func (s *Set) OfficialScore(o *record.OfficialScore) {
	s.Finance.official = append(s.Finance.official, *o)
}

func (f *Finance) merge(o *Finance) {
	f.ledger = append(f.ledger, o.ledger...)
	f.revisions = append(f.revisions, o.revisions...)
	f.contracts = append(f.contracts, o.contracts...)
	f.invoices = append(f.invoices, o.invoices...)
	f.advances = append(f.advances, o.advances...)
	f.outputs = append(f.outputs, o.outputs...)
	f.dispensations = append(f.dispensations, o.dispensations...)
	f.revenue = append(f.revenue, o.revenue...)
	f.official = append(f.official, o.official...)
}

func (f *Finance) seal(out *findings) {
	f.ledger = dedupe(f.ledger, compareLedger, func(l *record.Ledger) (record.Ref, bool) {
		return l.Ref, l.Year != 0 && (l.Code != "" || l.Account != 0)
	}, out)
	f.revenue = dedupe(f.revenue, compareRevenue, func(r *record.Revenue) (record.Ref, bool) {
		return r.Ref, r.Year != 0 && r.Account != ""
	}, out)
	f.sealPerformance(out)
}

func compareAmounts(a, b record.Amount) int {
	switch {
	case a.Known != b.Known && b.Known:
		return -1
	case a.Known != b.Known:
		return 1
	}
	return cmp.Compare(a.Sen, b.Sen)
}

func compareLedger(a, b *record.Ledger) int {
	if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
		cmp.Compare(a.Account, b.Account), strings.Compare(a.Code, b.Code), cmp.Compare(a.Fund, b.Fund), strings.Compare(a.Label, b.Label)); c != 0 {
		return c
	}
	return cmp.Or(compareAmounts(a.Ceiling, b.Ceiling), compareAmounts(a.Blocked, b.Blocked),
		compareAmounts(a.Plan, b.Plan), compareAmounts(a.Spent, b.Spent), cmp.Compare(a.Cumulative, b.Cumulative),
		compareAmounts(a.Remainder, b.Remainder), compareDecimals(a.Percent, b.Percent))
}

func compareRevenue(a, b *record.Revenue) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month),
		strings.Compare(a.Account, b.Account), strings.Compare(a.Label, b.Label), compareAmounts(a.Target, b.Target),
		compareAmounts(a.Simponi, b.Simponi), compareAmounts(a.Span, b.Span), cmp.Compare(a.Cumulative, b.Cumulative))
}

// Accounts lists the accounts with budget lines in the years of a selection.
func (f *Finance) Accounts(sel Selection) []int16 {
	year, _, _ := sel.To.Date()
	var out []int16
	for _, b := range f.Budgets(sel.Office, year) {
		out = append(out, b.Account)
	}
	return out
}
