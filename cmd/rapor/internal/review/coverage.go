package review

import (
	"cmp"
	"slices"

	"rapor/analysis"
	"rapor/analysis/calendar"
	"rapor/analysis/result"
	"rapor/ingest/layout"
	"rapor/ingest/record"
)

// mostYears is how many years the grid shows.
const mostYears = 5

// tally is what is known of one month of a kind.
type tally struct {
	rows, rejected int64
	covered        bool
}

// months gathers all kinds, by kind and month (its first day).
type months map[string]map[record.Day]*tally

func (m months) at(kind string, month record.Day) *tally {
	if m[kind] == nil {
		m[kind] = map[record.Day]*tally{}
	}
	if m[kind][month] == nil {
		m[kind][month] = &tally{}
	}
	return m[kind][month]
}

// coverage is the grid of months by kind, and the number of years with data
// that it has no room for.
func coverage(in Input) ([]result.Coverage, int) {
	all := months{}
	for _, k := range in.Facts.Months("") {
		all.at(k.Kind, k.Month).rows += k.Rows
	}
	for i := range in.Manifest.Sources {
		for _, sh := range in.Manifest.Sources[i].Sheets {
			if sh.Plan == nil {
				continue
			}
			for _, r := range sh.Tally.RejectedIn {
				all.at(sh.Plan.Kind, r.Month).rejected += r.N
			}
		}
	}
	years, left := all.years(in.Period)
	if len(years) == 0 {
		return nil, 0
	}
	all.span(in, years)
	var out []result.Coverage
	for _, kind := range layout.Kinds() {
		if all[kind] == nil {
			continue
		}
		c := result.Coverage{Kind: kind, Name: analysis.KindName(kind)}
		for _, y := range years {
			for m := 1; m <= 12; m++ {
				c.Months = append(c.Months, state(all[kind][record.DayOf(y, m, 1)], y, m))
			}
		}
		out = append(out, c)
	}
	return out, left
}

// years are those that the grid shows: all from the first to the last one with
// data and those of the period, where there is room, else those with most rows.
func (m months) years(p calendar.Period) (list []int, left int) {
	rows := map[int]int64{}
	for _, of := range m {
		for month, t := range of {
			y, _, _ := month.Date()
			rows[y] += t.rows + t.rejected
		}
	}
	for y := range rows {
		list = append(list, y)
	}
	if len(list) == 0 {
		return nil, 0
	}
	first, last := slices.Min(list), slices.Max(list)
	if p.From.Known() {
		from, _, _ := p.From.Date()
		to, _, _ := p.To.Date()
		first, last = min(first, from), max(last, to)
	}
	if last-first < mostYears {
		list = list[:0]
		for y := first; y <= last; y++ {
			list = append(list, y)
		}
		return list, 0
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(b, a)) })
	list, left = cut(list, mostYears)
	slices.Sort(list)
	return list, left
}

// span marks the months of the years that a sheet with rows speaks of, from its
// first day to its last.
func (m months) span(in Input, years []int) {
	for i := range in.Manifest.Sources {
		for _, sh := range in.Manifest.Sources[i].Sheets {
			t := sh.Tally
			if sh.Plan == nil || t.Used == 0 || !t.First.Known() || !t.Last.Known() || m[sh.Plan.Kind] == nil {
				continue
			}
			for _, y := range years {
				for k := 1; k <= 12; k++ {
					month := calendar.Month{Year: y, Month: k}
					if t.First <= month.Last() && t.Last >= month.First() {
						m.at(sh.Plan.Kind, month.First()).covered = true
					}
				}
			}
		}
	}
}

func state(t *tally, y, m int) result.MonthState {
	out := result.MonthState{Month: calendar.Month{Year: y, Month: m}.ID(), State: result.MonthMissing}
	if t == nil {
		return out
	}
	out.Rows, out.Rejected = t.rows, t.rejected
	switch {
	case t.rows > 0 && t.rejected > 0:
		out.State = result.MonthPartly
	case t.rows > 0:
		out.State = result.MonthRead
	case t.rejected > 0:
		out.State = result.MonthRejected
	case t.covered:
		out.State = result.MonthCovered
	}
	return out
}
