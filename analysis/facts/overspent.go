package facts

import (
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// overspent lists the years of whole budgets that spent more than half again their
// ceilings. Single lines may: a ceiling moves between accounts. A budget cannot;
// its ceilings are of a month, or one of the two is in another unit.
func (f *Finance) overspent() []Contradiction {
	type year struct {
		office string
		year   int16
	}
	tables := map[year][]record.Ref{}
	for i := range f.ledger {
		l := &f.ledger[i]
		y := year{l.Office, l.Year}
		at := record.Ref{Source: l.Ref.Source, Sheet: l.Ref.Sheet}
		if list := tables[y]; len(list) == 0 || list[len(list)-1] != at && !slices.Contains(list, at) {
			tables[y] = append(list, at)
		}
	}
	var out []Contradiction
	for _, y := range sortedYears(tables, func(y year) (string, int16) { return y.office, y.year }) {
		var spent, ceiling record.Rupiah
		for _, b := range f.Budgets(y.office, int(y.year)) {
			if c := b.CeilingAt(12); c.Known {
				x, _ := b.SpentTo(12)
				spent, ceiling = spent+x.Sen, ceiling+c.Sen
			}
		}
		if y.year == 0 || ceiling <= 0 || 2*spent <= 3*ceiling {
			continue
		}
		slices.SortFunc(tables[y], compareRef)
		c := Contradiction{By: ByCeiling, Code: reject.SpentOverCeiling, Kind: "ledger", Office: y.office, Tables: tables[y],
			Diff: int64(ceiling), Of: int64(ceiling)}
		c.From, c.To = daysOfYear(y.year)
		out = append(out, c)
	}
	return out
}
