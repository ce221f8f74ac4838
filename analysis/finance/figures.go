package finance

import (
	"cmp"
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Figures shows the year's budget curve against its plan, and the deviation by
// month.
func Figures(f *facts.Set, set *office.Setting, p calendar.Period, _ []calendar.Period) []result.Figure {
	s := NewSlice(f, set, facts.Selection{From: p.From, To: p.To})
	var out []result.Figure
	if fig, ok := s.curve(); ok {
		out = append(out, fig)
	}
	if fig, ok := s.deviations(); ok {
		out = append(out, fig)
	}
	return out
}

func (s *Slice) curve() (result.Figure, bool) {
	ceiling, _, spent, ok := s.totals()
	if !ok || s.reported() < 3 {
		return result.Figure{}, false
	}
	fig := result.Figure{
		ID: "kurva-anggaran", Kind: result.Cumulative, Indicator: "KEU-01", Unit: result.Share, N: s.reported(), NUnit: result.Count,
		Caption: result.T("Realisasi dan rencana kumulatif dari Januari, bagian dari pagu.", "Cumulative realisation and plan from January, share of the ceiling."),
	}
	real := result.Series{Name: result.Named("Realisasi", "Realisation"), Role: result.RoleValue}
	plan := result.Series{Name: result.Named("Rencana (RPD)", "Plan (RPD)"), Role: result.RolePlan}
	var x, r int64
	planned := true
	for m := 1; m <= s.last; m++ {
		fig.X.Labels = append(fig.X.Labels, result.In(calendar.Month{Year: s.year, Month: m}.ID()))
		dx, dr, known, has := s.month(m)
		x, r = x+dx, r+dr
		planned = planned && has
		real.Points = append(real.Points, share(x, ceiling, known))
		plan.Points = append(plan.Points, share(r, ceiling, has))
	}
	fig.Series = []result.Series{real}
	if planned {
		fig.Series = append(fig.Series, plan)
	}
	args := []result.Quantity{result.Num(big.NewRat(spent, ceiling), result.Share), result.Int(spent, result.Sen), result.Int(ceiling, result.Sen)}
	fig.Title = result.T("Realisasi mencapai {0} dari pagu", "Realisation reached {0} of the ceiling", args...)
	fig.Summary = result.T("Realisasi {1} dari pagu {2}, yaitu {0}.", "Realisation {1} of a ceiling of {2}, which is {0}.", args...)
	return fig, true
}

func share(part, all int64, known bool) result.Datum {
	if !known {
		return result.Datum{}
	}
	return result.Datum{Value: big.NewRat(part, all)}
}

func (s *Slice) month(m int) (spent, plan int64, known, planned bool) {
	for i := range s.budgets {
		b := &s.budgets[i].Months[m-1]
		if b.Spent.Known {
			spent += int64(b.Spent.Sen)
			known = true
		}
		if b.Plan.Known {
			plan += int64(b.Plan.Sen)
			planned = true
		}
	}
	return spent, plan, known, planned
}

func (s *Slice) deviations() (result.Figure, bool) {
	avg, n := s.averageDeviation()
	if n < 3 {
		return result.Figure{}, false
	}
	fig := result.Figure{
		ID: "deviasi-bulanan", Kind: result.Stacked, Indicator: "KEU-04", Unit: result.Share, N: n, NUnit: result.Count,
		Caption: result.T("Deviasi realisasi terhadap RPD per bulan, tertimbang pagu; Desember tidak dinilai.", "Deviation of realisation from the plan by month, weighted by ceiling; December is not assessed."),
		Lines:   []result.Line{{Name: result.T("Ambang 5%", "Threshold 5%"), Role: result.RoleTarget, Value: 0.05, First: 0, Last: min(s.last, 11) - 1}},
	}
	series := result.Series{Name: result.Named("Deviasi", "Deviation"), Role: result.RoleValue}
	for m := 1; m <= min(s.last, 11); m++ {
		fig.X.Labels = append(fig.X.Labels, result.In(calendar.Month{Year: s.year, Month: m}.ID()))
		d := result.Datum{}
		if v, ok := s.monthDeviation(m); ok {
			d.Value = v.Quo(v, big.NewRat(100, 1))
		}
		series.Points = append(series.Points, d)
	}
	fig.Series = []result.Series{series}
	fig.Title = result.T("Deviasi rata-rata {0}", "Mean deviation {0}", result.Num(avg.Quo(avg, big.NewRat(100, 1)), result.Share))
	fig.Summary = fig.Title
	return fig, true
}

var accountNames = map[int16]result.Quantity{
	51: result.Named("51 Belanja pegawai", "51 Personnel"), 52: result.Named("52 Belanja barang", "52 Goods and services"),
	53: result.Named("53 Belanja modal", "53 Capital"), 57: result.Named("57 Bantuan sosial", "57 Social assistance"),
}

// Tables lists realisation by account, and revenue as both systems booked it.
func Tables(f *facts.Set, set *office.Setting, p calendar.Period) []result.Table {
	s := NewSlice(f, set, facts.Selection{From: p.From, To: p.To})
	var out []result.Table
	if t, ok := s.byAccount(); ok {
		out = append(out, t)
	}
	if t, ok := s.revenueTable(); ok {
		out = append(out, t)
	}
	return out
}

func (s *Slice) byAccount() (result.Table, bool) {
	col := func(id, en string, u result.Unit) result.Column {
		return result.Column{Name: result.T(id, en), Unit: u}
	}
	t := result.Table{
		ID: "realisasi-akun", Title: result.T("Realisasi menurut jenis belanja", "Realisation by type of spending"),
		Columns: []result.Column{col("Jenis belanja", "Type", ""), col("Pagu", "Ceiling", result.Sen), col("Blokir", "Blocked", result.Sen),
			col("Realisasi", "Realisation", result.Sen), col("Sisa", "Unspent", result.Sen), col("%", "%", result.Share)},
	}
	row := func(name result.Quantity, c, b, x int64) []result.Quantity {
		q := result.Quantity{Unit: result.Share}
		if c > 0 {
			q.Value = big.NewRat(x, c)
		}
		return []result.Quantity{name, result.Int(c, result.Sen), result.Int(b, result.Sen), result.Int(x, result.Sen), result.Int(c-x, result.Sen), q}
	}
	for i := range s.budgets {
		b := &s.budgets[i]
		x, known := spentTo(b, s.last)
		c := ceilingAt(b, s.last)
		if !known || !c.Known {
			continue
		}
		name, ok := accountNames[b.Account]
		if !ok {
			name = result.Named("Akun lain", "Other accounts")
		}
		t.Rows = append(t.Rows, row(name, int64(c.Sen), int64(blockedAt(b, s.last).Sen), x))
	}
	if c, b, x, ok := s.totals(); ok {
		t.Total = row(result.Named("Jumlah", "Total"), c, b, x)
	}
	return t, len(t.Rows) > 0
}

func (s *Slice) revenueTable() (result.Table, bool) {
	col := func(id, en string, u result.Unit) result.Column {
		return result.Column{Name: result.T(id, en), Unit: u}
	}
	t := result.Table{
		ID: "pnbp", Title: result.T("PNBP menurut akun", "Revenue by account"),
		Columns: []result.Column{col("Akun", "Account", ""), col("Jenis pendapatan", "Kind of revenue", ""), col("Target", "Target", result.Sen),
			col("SIMPONI", "SIMPONI", result.Sen), col("SPAN", "SPAN", result.Sen), col("Selisih", "Gap", result.Sen)},
		Note: result.T("SIMPONI dan SPAN membukukan penerimaan yang sama.", "SIMPONI and SPAN book the same revenue."),
	}
	type line struct{ target, simponi, span int64 }
	sums := map[[2]string]*line{}
	var order [][2]string
	s.facts.Finance.Revenue(s.sel, func(r *record.Revenue) {
		key := [2]string{r.Account, r.Label}
		l, ok := sums[key]
		if !ok {
			l = &line{}
			sums[key] = l
		}
		l.target = max(l.target, int64(r.Target.Sen))
		l.simponi += int64(r.Simponi.Sen)
		l.span += int64(r.Span.Sen)
		if !ok {
			order = append(order, key)
		}
	})
	sortKeys(order)
	for _, k := range order {
		l := sums[k]
		t.Rows = append(t.Rows, []result.Quantity{result.Str(k[0]), result.Str(k[1]), result.Int(l.target, result.Sen), result.Int(l.simponi, result.Sen),
			result.Int(l.span, result.Sen), result.Int(l.simponi-l.span, result.Sen)})
	}
	return t, len(t.Rows) > 0
}

func sortKeys(keys [][2]string) {
	slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
}
