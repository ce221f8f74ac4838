package layout

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// Counts of months may be running totals too. Those that are said or proved to
// be are made each month's own by taking off what the month before had reached.

// flowOfCounts lets rapor.yaml say what numbers of months are; a record has no
// place for it, since they are made each month's own.
var flowOfCounts = deciding("flow", vocabulary.Flow, yesNoCodes, func(*bag, int) {})

// cellAtRow is a cell by its row and its place among the plan's columns.
type cellAtRow struct {
	row    uint32
	column int
}

// monthCount is a number of a month.
type monthCount struct {
	cellAtRow
	line        string // what makes it one line through the months
	year, month int
	n           int64
}

// longRise are the months, and the rises over all lines, from which numbers that
// never fall are hardly each month's own.
const (
	longRise  = 6
	manyRises = 10
)

// hasNumbersOfMonths reports a table of numbers that count by month.
func (p *Plan) hasNumbersOfMonths() bool {
	_, ok := p.kind.field("flow")
	return ok && p.kind.told == nil && p.hasField("number") && !p.hasField("decided") && !p.hasField("day") &&
		!p.hasField("stock")
}

// countsOfMonths tells whether the numbers of a table run up, and prepares to
// take them apart; it refuses a table that fits two readings.
func (r *runner) countsOfMonths(s grid.Sheet) error {
	stated := r.constantFlow()
	if stated == "bulanan" {
		return nil
	}
	list, sum, err := r.numbersOfMonths(s)
	if err != nil || len(list) == 0 {
		return err
	}
	across, err := r.prove(s)
	if err != nil {
		return err
	}
	if across == record.Unknown {
		across = sum.is()
	}
	runs, doubt := r.runUp(list, across, stated == "kumulatif")
	switch {
	case doubt.ID != "":
		line := text.T("; flow: kumulatif atau flow: bulanan", "; flow: cumulative or flow: flow")
		return &grid.RefusedError{Code: reject.FlowUnclear, Detail: text.T(doubt.ID+line.ID, doubt.EN+line.EN)}
	case !runs:
		return nil
	}
	r.runs, r.before = true, map[cellAtRow]int64{}
	for i := 1; i < len(list); i++ {
		if a, b := &list[i-1], &list[i]; a.line == b.line && a.year == b.year {
			r.before[b.cellAtRow] = a.n
		}
	}
	return nil
}

// runUp weighs what is said and proved; doubt is why neither reading is sure.
func (r *runner) runUp(list []monthCount, proved record.Tri, stated bool) (runs bool, doubt text.Text) {
	steps, falls, rises, again, months := 0, 0, 0, false, map[int]bool{}
	for i := range list {
		months[list[i].year*12+list[i].month] = true
		if i == 0 || list[i].line != list[i-1].line || list[i].year != list[i-1].year {
			continue
		}
		again = again || list[i].month == list[i-1].month
		c := cmp.Compare(list[i].n, list[i-1].n)
		steps, falls, rises = steps+1, falls+boolInt(c < 0), rises+boolInt(c > 0)
	}
	said := r.ctx.flow
	words := text.Same(r.ctx.flowSaid)
	switch {
	case stated && (falls > 0 || again || len(months) < 2), said == record.Yes && len(months) < 2:
		return false, text.T(words.ID+": angkanya tidak dapat diurai per bulan", words.EN+": its numbers cannot be taken "+
			"apart by month")
	case stated:
		return true, text.Text{}
	case said == record.Yes && (falls > 0 || again || rises == 0 || proved == record.No),
		said == record.No && proved == record.Yes && falls == 0:
		return false, text.T(words.ID+": angkanya berkata lain", words.EN+": its numbers say otherwise")
	case said == record.Yes, proved == record.Yes && falls == 0 && !again:
		return true, text.Text{}
	case said == record.Unknown && proved == record.Unknown && falls == 0 && len(months) >= longRise &&
		rises >= manyRises && 2*rises > steps:
		return false, text.T("tidak pernah turun selama berbulan-bulan", "never falls over many months")
	}
	return false, text.Text{}
}

// numbersOfMonths are the numbers of a table by line, year and month, and what
// its rows of totals say of them.
func (r *runner) numbersOfMonths(s grid.Sheet) (list []monthCount, sum proof, err error) {
	last := r.p.HeaderRows[len(r.p.HeaderRows)-1]
	var totals []*grid.Row
	err = s.Rows(func(row *grid.Row) bool {
		if row.N <= last {
			return true
		}
		if row = r.merged.fill(row); r.another(row) || len(list) > judgedRows {
			return false
		}
		switch {
		case r.isHeader(row) || !keep(r.filters, row):
		case table.IsTotal(label(row)) && plainTotal(label(row)):
			kept := *row
			kept.Cells = slices.Clone(row.Cells)
			totals = append(totals, &kept)
		case !r.judged.total(row.N):
			list = r.numbersOf(list, row)
		}
		return true
	})
	if err != nil || len(list) > judgedRows {
		return nil, sum, err
	}
	slices.SortStableFunc(list, func(a, b monthCount) int {
		return cmp.Or(strings.Compare(a.line, b.line), cmp.Compare(a.year, b.year), cmp.Compare(a.month, b.month))
	})
	if len(totals) == 1 {
		sum = r.totalOf(list, totals[0])
	}
	return list, sum, nil
}

// numbersOf adds the numbers of one row.
func (r *runner) numbersOf(list []monthCount, row *grid.Row) []monthCount {
	line, year, month := "", r.ctx.year, r.ctx.month
	for _, i := range r.shared {
		c := &r.p.Columns[i]
		if c.Index >= len(row.Cells) || c.Field == "number" {
			continue
		}
		v, ok, code := r.p.readers[i].parse(&row.Cells[c.Index])
		switch {
		case c.Field == "month" && ok && code == "":
			month, year = int(v.n), cmp.Or(int(v.year), year)
		case c.Field == "year" && ok && code == "":
			year = int(v.n)
		default:
			line += "\x00" + fold(row.Cells[c.Index].Text)
		}
	}
	read := func(i int, dims []constant) {
		c := &r.p.Columns[i]
		if c.Field != "number" || c.Index >= len(row.Cells) {
			return
		}
		v, ok, code := r.p.readers[i].parse(&row.Cells[c.Index])
		if !ok || code != "" {
			return
		}
		x := monthCount{cellAtRow: cellAtRow{row.N, i}, line: line, year: year, month: month, n: v.n}
		for _, d := range dims {
			switch d.f.name {
			case "month":
				x.month = int(d.v.n)
			case "year":
				x.year = int(d.v.n)
			default:
				x.line += "\x00" + d.v.text
			}
		}
		if x.month != 0 && !ofStock(x.line) {
			list = append(list, x)
		}
	}
	for _, i := range r.shared {
		read(i, nil)
	}
	for g := range r.groups {
		for _, i := range r.groups[g].cols {
			read(i, r.groups[g].dims)
		}
	}
	return list
}

// ofStock reports a line that is of a number at the end of a month: it may rise
// for a year and is never added up.
func ofStock(line string) bool {
	for part := range strings.SplitSeq(line, "\x00") {
		if m, ok := vocabulary.MatterOf(part); ok && m.Stock {
			return true
		}
	}
	return false
}

// totalOf holds the numbers of a row of totals, by column, against the sum of
// all months above and against the last month.
func (r *runner) totalOf(list []monthCount, total *grid.Row) (p proof) {
	type sums struct{ all, last int64 }
	latest, by := 0, map[int]*sums{}
	for i := range list {
		latest = max(latest, list[i].year*12+list[i].month)
	}
	for i := range list {
		x := &list[i]
		if by[x.column] == nil {
			by[x.column] = &sums{}
		}
		by[x.column].all += x.n
		if x.year*12+x.month == latest {
			by[x.column].last += x.n
		}
	}
	for i, s := range by {
		c := &r.p.Columns[i]
		if len(c.dims) > 0 && c.dims[0].field == "month" || c.Index >= len(total.Cells) || s.all == s.last {
			continue
		}
		if v, ok, code := r.p.readers[i].parse(&total.Cells[c.Index]); ok && code == "" {
			p.adds, p.ends = p.adds+boolInt(v.n == s.all), p.ends+boolInt(v.n == s.last)
		}
	}
	return p
}
