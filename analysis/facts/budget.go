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
	Doubts  Doubts
}

// BudgetMonth is one month of an account, in sen. Ceiling and Blocked are
// levels; Plan and Spent are the month's own flows; PlanToDate and SpentToDate
// are the sums from January, known only when every month up to it is, or when
// a running total is stated.
type BudgetMonth struct {
	Ceiling, Blocked, Plan, Spent record.Amount
	PlanToDate, SpentToDate       record.Amount
}

// Budgets puts the ledger lines of an office and a fiscal year together, by
// account, ascending. Lines of different tables that state the same money are
// settled, not added (see settle). Lines without a year belong to none.
func (f *Finance) Budgets(office string, year int) []Budget {
	lines, dropped := f.lines(office, year)
	var out []Budget
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].Account == lines[i].Account {
			end++
		}
		b := f.budget(lines[i:end])
		if len(dropped) > 0 {
			b.Doubts.Overlaps++
		}
		out = append(out, b)
		i = end
	}
	if len(out) > 0 {
		out[0].Doubts.twice = append(out[0].Doubts.twice, f.recapped(dropped, out, lines)...)
	}
	return out
}

// lines selects the budget lines of an office and a year, ordered by account,
// month and place. Where some table names accounts, tables that name none are
// summaries of the same budget and are left out: dropped.
func (f *Finance) lines(office string, year int) (out, dropped []record.Ledger) {
	detailed := map[record.Ref]bool{}
	for i := range f.ledger {
		l := &f.ledger[i]
		if l.Office != office || int(l.Year) != year || year == 0 {
			continue
		}
		out = append(out, *l)
		if l.Account != 0 {
			detailed[record.Ref{Source: l.Ref.Source, Sheet: l.Ref.Sheet}] = true
		}
	}
	if len(detailed) > 0 {
		out = slices.DeleteFunc(out, func(l record.Ledger) bool {
			if l.Account != 0 || detailed[record.Ref{Source: l.Ref.Source, Sheet: l.Ref.Sheet}] {
				return false
			}
			dropped = append(dropped, l)
			return true
		})
	}
	slices.SortStableFunc(out, func(a, b record.Ledger) int {
		return cmp.Or(cmp.Compare(a.Account, b.Account), cmp.Compare(a.Month, b.Month), compareRef(a.Ref, b.Ref))
	})
	return out, dropped
}

// budget puts the lines of one account together, month by month.
func (f *Finance) budget(lines []record.Ledger) Budget {
	b := Budget{Account: lines[0].Account}
	var spent, plan course
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].Month == lines[i].Month {
			end++
		}
		f.state(&b, lines[i:end], &spent, &plan)
		i = end
	}
	x, p := spent.follow(&b.Doubts), plan.follow(&Doubts{})
	b.Doubts.year(b.Year.Spent, x.toDate[11], lines[0].Ref, lines[len(lines)-1].Ref)
	for m := range b.Months {
		b.Months[m].Spent, b.Months[m].SpentToDate = x.flow[m], x.toDate[m]
		b.Months[m].Plan, b.Months[m].PlanToDate = p.flow[m], p.toDate[m]
	}
	return b
}

// state settles every measure of one month.
func (f *Finance) state(b *Budget, lines []record.Ledger, spent, plan *course) {
	all := func(*record.Ledger) bool { return true }
	get := func(of func(*record.Ledger) record.Amount, when func(*record.Ledger) bool, measure string, level bool) record.Amount {
		s := settle(claims(lines, of, when))
		b.Doubts.note(s, measure, lines[0].Month, level)
		return s.Amount
	}
	paid := func(l *record.Ledger) record.Amount { return l.Spent }
	planned := func(l *record.Ledger) record.Amount { return l.Plan }
	m := int(lines[0].Month)
	at := &b.Year
	if m >= 1 && m <= 12 {
		at = &b.Months[m-1]
	}
	at.Ceiling = get(func(l *record.Ledger) record.Amount { return l.Ceiling }, all, "ceiling", true)
	at.Blocked = get(func(l *record.Ledger) record.Amount { return l.Blocked }, all, "ceiling", true)
	if at == &b.Year {
		at.Spent, at.Plan = get(paid, all, "spent", true), get(planned, all, "spent", true)
		at.SpentToDate, at.PlanToDate = at.Spent, at.Plan
		return
	}
	nature := func(l *record.Ledger) nature { return f.natures.of(l.Office, l.Year, l.Ref, l.Cumulative) }
	for i := range lines {
		switch n := nature(&lines[i]); {
		case n.is == unclear && b.Doubts.Unclear.Row == 0:
			b.Doubts.Unclear = lines[i].Ref
		case n.is == running && n.why != byHeading:
			b.Doubts.Inferred = true
		}
	}
	own := func(l *record.Ledger) bool { return nature(l).is != running }
	total := func(l *record.Ledger) bool { return nature(l).is == running }
	spent.flow[m], spent.total[m] = get(paid, own, "spent", false), get(paid, total, "spent", true)
	own = func(l *record.Ledger) bool { return nature(l).plan != running }
	total = func(l *record.Ledger) bool { return nature(l).plan == running }
	plan.flow[m], plan.total[m] = get(planned, own, "spent", false), get(planned, total, "spent", true)
}

func claims(lines []record.Ledger, of func(*record.Ledger) record.Amount, when func(*record.Ledger) bool) []claim {
	var out []claim
	for i := range lines {
		l := &lines[i]
		if v := of(l); v.Known && when(l) {
			code := l.Code
			if l.Account == 0 {
				code = key(l.Code, l.Label) // no account: labels tell lines apart
			}
			out = append(out, claim{l.Ref, l.Fund, code, l.Label, v})
		}
	}
	return out
}

// CeilingAt is the ceiling in force at the end of a month (1 to 12): that of
// the latest month up to it that states one; else the year's; else the first
// one stated later. Ceilings are levels and are never added over months.
func (b *Budget) CeilingAt(month int) record.Amount {
	return b.level(month, func(m *BudgetMonth) record.Amount { return m.Ceiling })
}

// BlockedAt is the blocked part of the ceiling, found as CeilingAt.
func (b *Budget) BlockedAt(month int) record.Amount {
	return b.level(month, func(m *BudgetMonth) record.Amount { return m.Blocked })
}

func (b *Budget) level(month int, of func(*BudgetMonth) record.Amount) record.Amount {
	for m := min(month, 12); m >= 1; m-- {
		if a := of(&b.Months[m-1]); a.Known {
			return a
		}
	}
	if a := of(&b.Year); a.Known {
		return a
	}
	for m := max(month, 0); m < 12; m++ {
		if a := of(&b.Months[m]); a.Known {
			return a
		}
	}
	return record.Amount{}
}

// SpentTo is what was spent from January to the end of a month. whole is false
// when months are missing: the sum then holds only those stated. A figure for
// the whole year stands for December.
func (b *Budget) SpentTo(month int) (a record.Amount, whole bool) {
	if t := b.Months[month-1].SpentToDate; t.Known {
		return t, true
	}
	if month == 12 && b.Year.Spent.Known {
		return b.Year.Spent, true
	}
	start := 0
	for m := month; m >= 1; m-- { // the latest running total, then single months
		if t := b.Months[m-1].SpentToDate; t.Known {
			a, start = t, m
			break
		}
	}
	for m := start + 1; m <= month; m++ {
		if x := b.Months[m-1].Spent; x.Known {
			a = record.Amount{Sen: a.Sen + x.Sen, Known: true}
		}
	}
	return a, false
}
