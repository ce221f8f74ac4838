package facts

import (
	"slices"
	"strings"

	"rapor/ingest/record"
)

// year holds the amount of a whole year against what its months come to.
func (d *Doubts) year(stated, months record.Amount, ref, other record.Ref) {
	if !stated.Known || !months.Known || leaves(stated.Sen, months.Sen, 0) || leaves(months.Sen, stated.Sen, 0) {
		return
	}
	d.twice = append(d.twice, twice{by: ByYear, ref: ref, other: other, measure: "spent", level: true,
		diff: max(stated.Sen-months.Sen, months.Sen-stated.Sen)})
}

// recapped holds tables that name no accounts, one line a month or for the year,
// against the accounts together. A line with a name of its own may be a part.
func (f *Finance) recapped(recap []record.Ledger, budgets []Budget, lines []record.Ledger) []twice {
	type place struct {
		at    spot
		month int8
	}
	n := map[place]int{}
	for i := range recap {
		n[place{spotOf(recap[i].Ref), recap[i].Month}]++
	}
	var out []twice
	for i := range recap {
		l := &recap[i]
		if n[place{spotOf(l.Ref), l.Month}] > 1 || !standsForAll(l.Label) || l.Code != "" || !l.Spent.Known {
			continue
		}
		is := f.natures.of(l.Office, l.Year, l.Ref, l.Cumulative).is
		if is == unclear {
			continue
		}
		sum, ok := together(budgets, l.Month, is == running)
		if ok && !leaves(l.Spent.Sen, sum, 0) && !leaves(sum, l.Spent.Sen, 0) {
			out = append(out, twice{by: ByRecap, ref: lines[0].Ref, other: l.Ref, measure: "spent", month: l.Month,
				level: is == running || l.Month == 0, diff: max(sum-l.Spent.Sen, l.Spent.Sen-sum)})
		}
	}
	return out
}

// ofAll are the words of a line that stands for all spending.
var ofAll = strings.Fields("total jumlah seluruh seluruhnya semua keseluruhan belanja anggaran pagu dipa realisasi satker kantor all overall spending budget")

// standsForAll reports a label that says nothing but that a line is of all spending.
func standsForAll(label string) bool {
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(label)), func(w string) bool { return !slices.Contains(ofAll, w) })
}

// together is what all accounts spent in a month, to its end, or in the year.
func together(budgets []Budget, month int8, toDate bool) (sum record.Rupiah, ok bool) {
	for i := range budgets {
		b := &budgets[i]
		var a record.Amount
		whole := true
		switch {
		case month == 0:
			a, whole = b.SpentTo(12)
		case month > 12:
			return 0, false
		case toDate:
			a = b.Months[month-1].SpentToDate
		default:
			a = b.Months[month-1].Spent
		}
		if !a.Known || !whole {
			return 0, false
		}
		sum += a.Sen
	}
	return sum, len(budgets) > 0
}
