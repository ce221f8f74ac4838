package finance_test

import (
	"math/rand/v2"
	"strconv"

	"rapor/analysis/facts"
	"rapor/ingest/record"
)

// records are the rows of one office as its files would give them. The oracles
// read nothing else.
type records struct {
	ledger        []record.Ledger
	revenue       []record.Revenue
	revisions     []record.Revision
	contracts     []record.Contract
	invoices      []record.Invoice
	advances      []record.CashAdvance
	outputs       []record.Output
	dispensations []record.Dispensation
	official      []record.OfficialScore
	applications  []record.Application
}

// facts seals the rows together with rows that must not count: some of the same
// rows once more, as another export, rows of another office, the combined table
// of both funds, and a summary that names no account.
func (x *records) facts() *facts.Set {
	f := &facts.Set{}
	copies(x.ledger, f.Ledger, func(l *record.Ledger) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.revenue, f.Revenue, func(l *record.Revenue) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.revisions, f.Revision, func(l *record.Revision) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.contracts, f.Contract, func(l *record.Contract) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.invoices, f.Invoice, func(l *record.Invoice) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.advances, f.CashAdvance, func(l *record.CashAdvance) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.outputs, f.Output, func(l *record.Output) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.dispensations, f.Dispensation, func(l *record.Dispensation) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.official, f.OfficialScore, func(l *record.OfficialScore) (*record.Ref, *string) { return &l.Ref, &l.Office })
	copies(x.applications, f.Application, func(l *record.Application) (*record.Ref, *string) { return &l.Ref, &l.Office })
	for i := range x.ledger {
		l := x.ledger[i]
		l.Ref = record.Ref{Source: 3, Row: uint32(i + 2)}
		if l.Fund == record.FundRM {
			l.Fund = record.FundCombined
			if l.Ceiling.Known {
				l.Ceiling = record.Sen(77)
			}
			f.Ledger(&l)
		}
		l.Ref.Source, l.Fund, l.Account, l.Code, l.Label = 4, record.FundUnknown, 0, "", "JUMLAH"
		f.Ledger(&l)
	}
	f.Seal()
	return f
}

func copies[T any](rows []T, put func(*T), of func(*T) (*record.Ref, *string)) {
	for i := range rows {
		for source, office := range []string{"", "", "Kantor Lain"} {
			if source > 0 && i%3 != 0 {
				continue
			}
			row := rows[i]
			ref, name := of(&row)
			*ref, *name = record.Ref{Source: uint16(source), Row: uint32(i + 2)}, office
			put(&row)
		}
	}
}

func oneOf[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func day(y, m, d int) record.Day { return record.DayOf(y, m, d) }

// size is how many rows a list has: often none or one.
func size(r *rand.Rand, most int) int {
	switch r.IntN(6) {
	case 0:
		return 0
	case 1:
		return 1
	}
	return 1 + r.IntN(most)
}

// randomOffice has a fiscal year of everything, with years before it in the
// ledger.
func randomOffice(r *rand.Rand, year int) *records {
	x := &records{}
	if r.IntN(8) > 0 {
		x.randomLedger(r, year, oneOf(r, 12, 12, 1+r.IntN(12)))
		for y := year - 1; y > year-r.IntN(8); y-- { // more than are compared
			x.randomLedger(r, y, 12)
		}
	}
	x.randomRevenue(r, year)
	x.randomContracts(r, year)
	x.randomBills(r, year)
	x.randomAdvances(r, year)
	x.randomOutputs(r, year)
	for range size(r, 9) {
		x.revisions = append(x.revisions, record.Revision{Day: day(year, 1+r.IntN(12), 1+r.IntN(28)), Code: oneOf(r, "211", "222 - Pergeseran", " 213", "999"),
			Before: record.Sen(900), After: oneOf(r, record.Sen(900), record.Sen(900), record.Sen(901), record.Amount{})})
	}
	for _, m := range r.Perm(13)[:r.IntN(4)] { // month 0 is the year's end
		if m == 12 {
			continue
		}
		for _, p := range [][2]string{{"", "nilai"}, {"Penyerapan Anggaran", ""}, {"Deviasi Halaman III", "bobot"}} {
			x.official = append(x.official, record.OfficialScore{Scheme: oneOf(r, "IKPA", "Nilai Pelaksanaan Anggaran"), Part: p[0], Line: p[1], Year: int16(year), Month: int8(m), Hundredth: int64(r.IntN(10_500))})
		}
	}
	return x
}

// randomLedger adds a year up to a month: accounts by flows, by running totals
// or for the whole year only, with months missing, funds apart, several lines.
func (x *records) randomLedger(r *rand.Rand, year, until int) {
	blocked := r.IntN(3)
	for _, account := range []int16{51, 52, 53, 57} {
		if r.IntN(4) == 0 {
			continue
		}
		style, level := r.IntN(8), oneOf(r, 0, 0, 0, 1, 2)
		var gaps [13]bool
		for m := range gaps {
			gaps[m] = style%3 == 0 && r.IntN(5) == 0
		}
		for _, line := range [][]record.Ledger{{{Fund: record.FundUnknown}}, {{Fund: record.FundRM}, {Fund: record.FundPNBP}}, {{Code: "5x1111"}, {Code: "5x1211"}}}[r.IntN(3)] {
			line.Year, line.Account = int16(year), account
			x.months(r, line, until, style, level, blocked, gaps)
		}
	}
}

// months adds one line's year. Style 0 states the year only, 1 and 2 running
// totals, the others the months' own flows. Level 0 states the ceiling each
// month, 1 for the year, 2 nowhere.
func (x *records) months(r *rand.Rand, line record.Ledger, until, style, level, blocked int, gaps [13]bool) {
	ceiling, spent, plan := int64(1000+r.IntN(100_000)), int64(0), int64(0)
	limits := func(l *record.Ledger) {
		l.Ceiling = record.Sen(ceiling)
		if blocked > 0 {
			l.Blocked = record.Sen(ceiling * int64(r.IntN(2)) / 7)
			if blocked == 2 && ceiling%5 == 0 {
				l.Blocked = record.Sen(2 * ceiling)
			}
		}
	}
	for m := 1; m <= until; m++ {
		if r.IntN(5) == 0 {
			ceiling += int64(r.IntN(5000))
		}
		x1, p1 := int64(r.IntN(4)*r.IntN(4000)), int64(r.IntN(3)*r.IntN(4000))
		if r.IntN(40) == 0 {
			x1 = -int64(r.IntN(500)) // a return
		}
		spent, plan = spent+x1, plan+p1
		l := line
		l.Month, l.Cumulative = int8(m), record.No
		if style <= 2 {
			l.Cumulative, x1, p1 = record.Yes, spent, plan
		}
		l.Spent = record.Sen(x1)
		if line.Fund != record.FundUnknown || r.IntN(8) > 0 {
			l.Plan = record.Sen(p1)
		}
		if level == 0 {
			limits(&l)
		}
		if style > 0 && !gaps[m] {
			x.ledger = append(x.ledger, l)
		}
	}
	if level == 1 || style == 0 {
		l := line
		if level < 2 {
			limits(&l)
		}
		if style == 0 {
			l.Spent = record.Sen(spent)
		}
		x.ledger = append(x.ledger, l)
	}
}

// randomRevenue adds accounts as both systems book them; the first is the
// passport's. Some lack a target or one of the systems.
func (x *records) randomRevenue(r *rand.Rand, year int) {
	for a := range size(r, 3) {
		goal, style, gaps := record.Sen(int64(1+r.IntN(9_000_000))*100), r.IntN(4), r.IntN(3) == 0
		if r.IntN(5) == 0 {
			goal = record.Amount{}
		}
		var simponi, span int64
		without := r.IntN(6) // 0: no SIMPONI, 1: no SPAN
		for m := 1; m <= 12; m++ {
			s1, s2 := int64(r.IntN(90))*355_000_00, int64(r.IntN(90))*350_000_00
			simponi, span = simponi+s1, span+s2
			v := record.Revenue{Year: int16(year), Month: int8(m), Account: "42321" + strconv.Itoa(a), Label: []string{"Pendapatan Paspor", "Visa", "Biaya Beban"}[a], Target: goal, Cumulative: record.No}
			if style == 0 {
				v.Cumulative, s1, s2 = record.Yes, simponi, span
			}
			if without != 0 {
				v.Simponi = record.Sen(s1)
			}
			if without != 1 {
				v.Span = record.Sen(s2)
			}
			if !gaps || r.IntN(5) > 0 {
				x.revenue = append(x.revenue, v)
			}
		}
	}
	for i := range size(r, 60) {
		a := record.Application{Number: strconv.Itoa(i + 1), Applied: day(year, 1+r.IntN(12), 5)}
		if r.IntN(4) > 0 {
			a.Ready = a.Applied + 4
		}
		x.applications = append(x.applications, a)
	}
}
