package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
)

// Budget is one account's year: what may be spent, planned and was spent by
// month. Month 0 of the arrays is January.
type Budget struct {
	Account int16
	Months  [12]BudgetMonth
	Year    BudgetMonth // figures stated for the whole year only
}

// BudgetMonth is one month of an account, in sen; flows, not running totals.
type BudgetMonth struct {
	Ceiling, Blocked, Plan, Spent record.Amount
}

// measure is one column of a budget line.
type measure uint8

const (
	ceiling measure = iota
	blocked
	plan
	spent
)

func (m measure) of(l *record.Ledger) record.Amount {
	return [...]record.Amount{l.Ceiling, l.Blocked, l.Plan, l.Spent}[m]
}

func (m measure) in(b *BudgetMonth) *record.Amount {
	return [...]*record.Amount{&b.Ceiling, &b.Blocked, &b.Plan, &b.Spent}[m]
}

// Budgets puts the ledger lines of an office and a fiscal year together, by
// account, ascending. Lines of different files that state the same measure of
// the same account and month describe the same money: the file with most
// lines is used (ties: the first), so nothing is added twice. Combined RM +
// PNBP lines are used only where no parts are stated. Lines without a year
// count for every year.
func (f *Finance) Budgets(office string, year int) []Budget {
	lines := f.lines(office, year)
	var out []Budget
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].Account == lines[i].Account {
			end++
		}
		out = append(out, budget(lines[i:end]))
		i = end
	}
	return out
}

// lines selects and orders the budget lines by account, month, place, with
// running totals already turned into flows.
func (f *Finance) lines(office string, year int) []record.Ledger {
	var out []record.Ledger
	parts := false
	for i := range f.ledger {
		l := &f.ledger[i]
		if l.Office == office && (l.Year == 0 || int(l.Year) == year) {
			out = append(out, *l)
			parts = parts || l.Fund != record.FundCombined
		}
	}
	if parts {
		out = slices.DeleteFunc(out, func(l record.Ledger) bool { return l.Fund == record.FundCombined })
	}
	flows(out)
	slices.SortStableFunc(out, func(a, b record.Ledger) int {
		return cmp.Or(cmp.Compare(a.Account, b.Account), cmp.Compare(a.Month, b.Month), compareRef(a.Ref, b.Ref))
	})
	return out
}

// flows turns running totals into monthly amounts, line by line within one
// file: a line's total less the same line's total of the month before.
func flows(lines []record.Ledger) {
	slices.SortStableFunc(lines, func(a, b record.Ledger) int {
		return cmp.Or(cmp.Compare(a.Account, b.Account), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Label, b.Label),
			cmp.Compare(a.Fund, b.Fund), cmp.Compare(a.Month, b.Month), compareRef(a.Ref, b.Ref))
	})
	for i := len(lines) - 1; i > 0; i-- {
		a, b := &lines[i-1], &lines[i]
		if b.Cumulative != record.Yes || a.Cumulative != record.Yes || b.Month == 0 || a.Month == b.Month ||
			a.Account != b.Account || a.Code != b.Code || a.Label != b.Label || a.Fund != b.Fund {
			continue
		}
		b.Spent, b.Plan = minus(b.Spent, a.Spent), minus(b.Plan, a.Plan)
	}
}

func minus(a, b record.Amount) record.Amount {
	if a.Known && b.Known {
		a.Sen -= b.Sen
	}
	return a
}

// budget adds up the lines of one account.
func budget(lines []record.Ledger) Budget {
	b := Budget{Account: lines[0].Account}
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].Month == lines[i].Month {
			end++
		}
		month := &b.Year
		if m := lines[i].Month; m >= 1 && m <= 12 {
			month = &b.Months[m-1]
		}
		for _, m := range []measure{ceiling, blocked, plan, spent} {
			*m.in(month) = stated(lines[i:end], m)
		}
		i = end
	}
	return b
}

// stated sums one measure over the lines of the file that states most of it.
func stated(lines []record.Ledger, m measure) record.Amount {
	best, most := -1, 0
	for i := 0; i < len(lines); {
		end, n := i, 0
		for end < len(lines) && lines[end].Ref.Source == lines[i].Ref.Source {
			if m.of(&lines[end]).Known {
				n++
			}
			end++
		}
		if n > most {
			best, most = i, n
		}
		i = end
	}
	var sum record.Amount
	for i := max(best, 0); best >= 0 && i < len(lines) && lines[i].Ref.Source == lines[best].Ref.Source; i++ {
		if v := m.of(&lines[i]); v.Known {
			sum.Sen += v.Sen
			sum.Known = true
		}
	}
	return sum
}
