package facts

import (
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// lined is how budget and revenue lines are told apart and followed through the
// months of a year.
type lined[T any] struct {
	ref    func(*T) record.Ref
	at     func(*T) publication
	order  func(a, b *T) int // by line and month, without the amounts
	month  func(*T) int8     // 0 where nothing was spent or taken
	covers func(later, earlier *T) bool
}

var ledgerLines = lined[record.Ledger]{
	ref:   func(l *record.Ledger) record.Ref { return l.Ref },
	at:    func(l *record.Ledger) publication { return publication{l.Office, l.Year, spotOf(l.Ref)} },
	order: compareLedgerLine,
	month: func(l *record.Ledger) int8 { return l.Month * int8(boolInt(l.Spent.Known && l.Spent.Sen != 0)) },
	covers: func(a, b *record.Ledger) bool {
		return a.Cumulative == b.Cumulative && (a.Ceiling.Known || !b.Ceiling.Known) && (a.Blocked.Known || !b.Blocked.Known) &&
			(a.Plan.Known || !b.Plan.Known) && (a.Spent.Known || !b.Spent.Known)
	},
}

var revenueLines = lined[record.Revenue]{
	ref:   func(r *record.Revenue) record.Ref { return r.Ref },
	at:    func(r *record.Revenue) publication { return publication{r.Office, r.Year, spotOf(r.Ref)} },
	order: compareRevenueLine,
	month: func(r *record.Revenue) int8 {
		return r.Month * int8(boolInt(r.Simponi.Known && r.Simponi.Sen != 0 || r.Span.Known && r.Span.Sen != 0))
	},
	covers: func(a, b *record.Revenue) bool {
		return a.Cumulative == b.Cumulative && (a.Target.Known || !b.Target.Known) && (a.Simponi.Known || !b.Simponi.Known) && (a.Span.Known || !b.Span.Known)
	},
}

// replace sets aside the lines of a month that a later export states anew: the
// later of two tables of one year is the one that goes on to a later month. The
// list must be in canonical order.
func (l *lined[T]) replace(list []T, out *findings) []T {
	reach := map[publication]int8{}
	for i := range list {
		p := l.at(&list[i])
		reach[p] = max(reach[p], l.month(&list[i]))
	}
	kept := list[:0]
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && l.order(&list[i], &list[end]) == 0 {
			end++
		}
		run := slices.Clone(list[i:end])
		i = end
		last := 0
		for k := range run {
			if reach[l.at(&run[k])] > reach[l.at(&run[last])] {
				last = k
			}
		}
		for k := range run {
			if reach[l.at(&run[k])] < reach[l.at(&run[last])] && l.covers(&run[last], &run[k]) {
				out.add(record.Reject{Ref: l.ref(&run[k]), Code: reject.FullerTicket, Other: l.ref(&run[last])})
				continue
			}
			kept = append(kept, run[k])
		}
	}
	clear(list[len(kept):])
	return kept
}

// judge settles which exports of the budget and of revenue are later, and what
// the amounts of their months are. It must be called after the kinds are
// settled.
func (f *Finance) judge(out *findings) {
	f.ledger = ledgerLines.replace(f.ledger, out)
	f.revenue = revenueLines.replace(f.revenue, out)
	var rows []statedMonth
	for i := range f.ledger {
		l := &f.ledger[i]
		if l.Year == 0 || l.Cumulative != record.Unknown {
			continue
		}
		rows = append(rows, statedMonth{publication: ledgerLines.at(l), month: l.Month, own: l.Spent, plan: l.Plan, rest: l.Remainder,
			part: l.Percent, top: l.Ceiling, told: l.Told, line: [4]string{string(rune(l.Account)), l.Code, l.Label, string(rune(l.Fund))}})
	}
	f.natures = judgeAll(rows)
	rows = rows[:0]
	for i := range f.revenue {
		r := &f.revenue[i]
		if r.Year == 0 || r.Cumulative != record.Unknown {
			continue
		}
		own, beside := r.Simponi, r.Span // two books of the same money: what tells one tells the other
		if !own.Known {
			own, beside = r.Span, record.Amount{}
		}
		rows = append(rows, statedMonth{publication: revenueLines.at(r), month: r.Month, own: own, plan: beside, top: r.Target, loose: true, told: r.Told,
			line: [4]string{r.Account, r.Label}})
	}
	f.receipts = judgeAll(rows)
}
