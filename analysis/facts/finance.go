package facts

import "rapor/ingest/record"

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

	natures, receipts natures // what amounts of months are: the budget's, the revenue's
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

// Accounts lists the accounts with budget lines in the years of a selection.
func (f *Finance) Accounts(sel Selection) []int16 {
	year, _, _ := sel.To.Date()
	var out []int16
	for _, b := range f.Budgets(sel.Office, year) {
		out = append(out, b.Account)
	}
	return out
}
