// Package finance declares the indicators of budget execution and non-tax
// revenue. Amounts are in sen, scores exact rationals; rule sets follow the
// fiscal year. It knows nothing of files or pages.
package finance

import (
	"embed"
	"math/big"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Specs lists the indicators in the order of the catalogue.
func Specs() []indicator.Spec[*Slice] {
	return []indicator.Spec[*Slice]{gross, net, unspent, deviation, deviationScore, absorption, revenue, bunching}
}

// Slice is the budget of one selection: the year's accounts up to its end.
type Slice struct {
	facts   *facts.Set
	sel     facts.Selection
	year    int
	first   int // months of the selection within the year, 1..12
	last    int
	budgets []facts.Budget
}

// NewSlice gathers the budget lines of the fiscal year in which the selection
// ends.
func NewSlice(f *facts.Set, _ *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{facts: f, sel: sel}
	y, m, _ := sel.To.Date()
	fy, fm, _ := sel.From.Date()
	s.year, s.first, s.last = y, 1, m
	if fy == y {
		s.first = fm
	}
	for _, b := range f.Finance.Budgets(sel.Office, y) {
		if sel.Account == 0 || b.Account == sel.Account {
			s.budgets = append(s.budgets, b)
		}
	}
	return s
}

func missing(t result.Text) result.Value { return result.Value{Missing: &t} }

// ceilingAt is the ceiling in force at a month: that of the last month up to it
// that states one, else the year's.
func ceilingAt(b *facts.Budget, month int) record.Amount {
	return latest(b, month, func(m *facts.BudgetMonth) record.Amount { return m.Ceiling })
}

func blockedAt(b *facts.Budget, month int) record.Amount {
	return latest(b, month, func(m *facts.BudgetMonth) record.Amount { return m.Blocked })
}

func latest(b *facts.Budget, month int, of func(*facts.BudgetMonth) record.Amount) record.Amount {
	for m := month; m >= 1; m-- {
		if a := of(&b.Months[m-1]); a.Known {
			return a
		}
	}
	return of(&b.Year)
}

// spentTo is what an account spent from January to a month, and whether
// anything is stated at all. A figure for the whole year stands only for
// December.
func spentTo(b *facts.Budget, month int) (sen int64, known bool) {
	for m := 1; m <= month; m++ {
		if a := b.Months[m-1].Spent; a.Known {
			sen += int64(a.Sen)
			known = true
		}
	}
	if !known && month == 12 && b.Year.Spent.Known {
		return int64(b.Year.Spent.Sen), true
	}
	return sen, known
}

// totals adds ceilings, blocked funds and spending of the accounts that have a
// ceiling.
func (s *Slice) totals() (ceiling, blocked, spent int64, ok bool) {
	for i := range s.budgets {
		b := &s.budgets[i]
		c := ceilingAt(b, s.last)
		x, known := spentTo(b, s.last)
		if !c.Known || !known {
			continue
		}
		ceiling += int64(c.Sen)
		blocked += int64(blockedAt(b, s.last).Sen)
		spent += x
		ok = true
	}
	return ceiling, blocked, spent, ok && ceiling > 0
}

// reported is the number of months of the year with spending stated, up to the
// end of the selection.
func (s *Slice) reported() int64 {
	var n int64
	for m := 1; m <= s.last; m++ {
		for i := range s.budgets {
			if s.budgets[i].Months[m-1].Spent.Known {
				n++
				break
			}
		}
	}
	return n
}

// gaps warns of months of the year without data.
func (s *Slice) gaps() []result.Text {
	n := s.reported()
	if n == 0 || n == int64(s.last) {
		return nil
	}
	return []result.Text{result.T("Hanya {0} dari {1} bulan yang ada datanya.", "Only {0} of {1} months have data.", result.Int(n, result.Count), result.Int(int64(s.last), result.Count))}
}

// quarters lists the quarters that end within the selection's year so far.
func (s *Slice) quarters() int { return s.last / 3 }

// quotient is a value of two amounts.
func quotient(num, den int64, n int64, warnings []result.Text) result.Value {
	return result.Value{Value: big.NewRat(num, den), Num: big.NewRat(num, 1), Den: big.NewRat(den, 1), N: n, NUnit: result.Rows, Warnings: warnings}
}

//go:embed testdata/*.txt
var worked embed.FS

// Worked returns the worked example of an indicator, "" when it has none.
func Worked(id string) string {
	b, err := worked.ReadFile("testdata/" + strings.ToLower(id) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
