package facts

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// Amounts, in sen, by which a percentage typed into a rupiah column gives
// itself away: at most 100 spent of a ceiling above a million rupiah.
const (
	percentAtMost = 100 * 100
	moneyAbove    = 1_000_000 * 100
)

// Checks looks over the ledger as an auditor would, after Seal: amounts that
// contradict each other are found and said, and nothing is left out or
// corrected because of them. The findings are ordered by place:
//
//   - spending above the ceiling, in one line or added up (D504)
//   - running totals that fall (D505)
//   - ceiling - spending differs from the printed remainder (D506)
//   - a percentage typed into a rupiah column (D509)
//   - a printed percentage off by more than its rounding (D523)
//   - the same code and period twice in one table (D524)
//   - months of which it is open whether they are running totals (D543)
//   - tables of the same lines that differ, neither known to be later (D544)
//   - months that do not add up to the year, and RM + PNBP that differ from
//     the combined table (D503)
func (f *Finance) Checks() []record.Reject {
	var out []record.Reject
	for _, c := range f.passages() {
		out = append(out, c.check()...)
	}
	out = append(out, f.acrossTables()...)
	out = append(out, f.open()...)
	SortRejects(out)
	return out
}

// passages are the lines of all tables of the budget through their months.
func (f *Finance) passages() []*passage {
	lines := slices.Clone(f.ledger)
	slices.SortStableFunc(lines, func(a, b record.Ledger) int {
		return cmp.Or(compareLines(&a, &b), cmp.Compare(a.Month, b.Month), compareRef(a.Ref, b.Ref))
	})
	var out []*passage
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && compareLines(&lines[i], &lines[end]) == 0 {
			end++
		}
		l := &lines[i]
		running := f.natures.of(l.Office, l.Year, l.Ref, l.Cumulative).is == running
		out = append(out, &passage{lines: lines[i:end], running: running})
		i = end
	}
	ofTables(out)
	return out
}

// compareLines orders lines by what makes them one line of one table through
// the months of a year.
func compareLines(a, b *record.Ledger) int {
	return cmp.Or(cmp.Compare(a.Ref.Source, b.Ref.Source), cmp.Compare(a.Ref.Sheet, b.Ref.Sheet), strings.Compare(a.Office, b.Office),
		cmp.Compare(a.Year, b.Year), cmp.Compare(a.Account, b.Account), strings.Compare(a.Code, b.Code), cmp.Compare(a.Fund, b.Fund), strings.Compare(a.Label, b.Label))
}

// passage is one line of one table through the months.
type passage struct {
	lines   []record.Ledger
	running bool // amounts are running totals
	sum     record.Rupiah
	over    bool // spending above the ceiling was said
	out     []record.Reject

	table *shares // of its table
	// spent is what was spent to the end of a month (0: of the year), diff what
	// the printed figures of that month differ by from it.
	spent [13]record.Rupiah
	diff  [ByMoney + 1][13]record.Rupiah
}

// differ notes by how much a figure of a line's month contradicts its spending.
func (c *passage) differ(by Against, l *record.Ledger, off record.Rupiah) {
	if m := l.Month; m >= 0 && m <= 12 {
		c.diff[by][m] += max(off, -off)
	}
}

func (c *passage) find(l *record.Ledger, column string, code reject.Code, shown record.Rupiah, hint text.Text) {
	c.out = append(c.out, record.Reject{Ref: l.Ref, Column: column, Code: code, Shown: shown.Plain(), Hint: hint})
}

func (c *passage) check() []record.Reject {
	for i := range c.lines {
		l := &c.lines[i]
		if i > 0 && c.lines[i-1].Month == l.Month {
			c.find(l, "", reject.RepeatedLine, l.Spent.Sen, text.Of(text.Errorf("sama dengan baris %d", "the same as row %d", c.lines[i-1].Ref.Row)))
		}
		if !l.Spent.Known {
			continue
		}
		if i > 0 && c.running && c.lines[i-1].Month < l.Month && c.lines[i-1].Spent.Known && l.Spent.Sen < c.lines[i-1].Spent.Sen {
			c.find(l, "realisasi", reject.FallingCumulative, l.Spent.Sen, money("sebelumnya", "before", c.lines[i-1].Spent.Sen))
		}
		c.toDate(l)
		if l.Ceiling.Known {
			c.amounts(l)
		}
	}
	return c.out
}

// toDate keeps what was spent up to and with a line.
func (c *passage) toDate(l *record.Ledger) {
	switch {
	case c.running || l.Month == 0:
		c.sum = l.Spent.Sen
	default:
		c.sum += l.Spent.Sen
	}
	if m := l.Month; m >= 0 && m <= 12 {
		c.spent[m] = c.sum
	}
}

// amounts holds a line's ceiling, spending, remainder and percentage against
// each other. A monthly table may print the remainder and the percentage of
// the month or of the year so far; either is right, and so is a rounded one.
func (c *passage) amounts(l *record.Ledger) {
	spent, ceiling := l.Spent.Sen, l.Ceiling.Sen
	if spent > 0 && spent <= percentAtMost && ceiling > moneyAbove {
		c.find(l, "realisasi", reject.PercentInMoney, spent, money("pagu", "ceiling", ceiling))
		c.differ(ByMoney, l, record.Rupiah(share(int64(spent), percentAtMost, ceiling))-spent)
	}
	if most := max(spent, c.sum); most > ceiling && (!c.over || l.Month == 0) { // once in a series of months
		c.over = true
		c.find(l, "realisasi", reject.SpentOverCeiling, most, money("pagu", "ceiling", ceiling))
	}
	if r := l.Remainder; r.Known && !leaves(r.Sen, ceiling, spent) && !leaves(r.Sen, ceiling, c.sum) {
		c.find(l, "sisa", reject.RemainderMismatch, r.Sen, money("pagu - realisasi =", "ceiling - spent =", ceiling-c.sum))
		c.differ(ByRemainder, l, r.Sen-(ceiling-c.sum))
	}
	if l.Percent.Known && ceiling > 0 && !c.percentFits(l) {
		c.out = append(c.out, record.Reject{Ref: l.Ref, Column: "persen", Code: reject.PercentMismatch,
			Shown: percent(record.Rupiah(l.Percent.N), 10_000), Hint: text.T("realisasi / pagu = "+percent(c.sum, ceiling), "spent / ceiling = "+percent(c.sum, ceiling))})
		c.differ(ByPercent, l, record.Rupiah(share(l.Percent.N, 10_000, ceiling))-c.sum)
	}
}

// acrossTables compares what different lines state about the same money.
func (f *Finance) acrossTables() []record.Reject {
	type place struct {
		office      string
		year        int16
		month       int8
		account     int16
		code, label string
	}
	by := map[place][]record.Ledger{}
	var order []place
	for _, l := range f.ledger {
		p := place{l.Office, l.Year, l.Month, l.Account, l.Code, ""}
		if l.Account == 0 {
			p.label = l.Label
		}
		if by[p] == nil {
			order = append(order, p)
		}
		by[p] = append(by[p], l)
	}
	var out []record.Reject
	for _, p := range order {
		out = append(out, combined(by[p], "pagu", func(l *record.Ledger) record.Amount { return l.Ceiling })...)
		out = append(out, combined(by[p], "realisasi", func(l *record.Ledger) record.Amount { return l.Spent })...)
		if p.month != 0 {
			continue
		}
		var months [12][]record.Ledger
		for m := range months {
			q := p
			q.month = int8(m + 1)
			months[m] = by[q]
		}
		out = append(out, annual(by[p], months)...)
	}
	return out
}

// combined holds RM + PNBP against the combined table.
func combined(lines []record.Ledger, column string, of func(*record.Ledger) record.Amount) []record.Reject {
	cs := claims(lines, of, func(*record.Ledger) bool { return true })
	rm, pnbp, both := pick(cs, record.FundRM), pick(cs, record.FundPNBP), pick(cs, record.FundCombined)
	if !rm.Known || !pnbp.Known || !both.Known || rm.Sen+pnbp.Sen == both.Sen {
		return nil
	}
	return []record.Reject{{Ref: both.used, Column: column, Code: reject.TotalMismatch, Shown: both.Sen.Plain(), Hint: text.Same("RM + PNBP = " + (rm.Sen + pnbp.Sen).Plain())}}
}

// annual holds the year's amount against the twelve months, when all of them
// are stated as the months' own.
func annual(year []record.Ledger, months [12][]record.Ledger) []record.Reject {
	spent := func(l *record.Ledger) record.Amount { return l.Spent }
	own := func(l *record.Ledger) bool { return l.Cumulative != record.Yes }
	total := settle(claims(year, spent, own))
	var sum, last record.Rupiah
	rising := true
	for _, lines := range months {
		m := settle(claims(lines, spent, own))
		if !m.Known {
			return nil
		}
		rising = rising && m.Sen >= last
		sum, last = sum+m.Sen, m.Sen
	}
	if !total.Known || sum == total.Sen || rising && last == total.Sen { // running totals end at the year's
		return nil
	}
	return []record.Reject{{Ref: year[0].Ref, Column: "realisasi", Code: reject.TotalMismatch, Shown: total.Sen.Plain(), Hint: money("jumlah dua belas bulan =", "the twelve months add up to", sum)}}
}

// money is an amount after the words that say what it is. The amount is
// written as it stands in the file, in both languages.
func money(id, en string, sen record.Rupiah) text.Text {
	return text.T(id+" "+sen.Plain(), en+" "+sen.Plain())
}

// percent writes part of whole: 97,50%.
func percent(part, whole record.Rupiah) string {
	v := new(big.Rat).Mul(big.NewRat(100, 1), big.NewRat(int64(part), int64(whole)))
	return strings.Replace(v.FloatString(2), ".", ",", 1) + "%"
}
