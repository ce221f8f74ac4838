package finance

import (
	"math/big"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
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
	end := min(s.last, s.monthOf("ikpa.deviasi.bulan_akhir"))
	fig := result.Figure{
		ID: "deviasi-bulanan", Kind: result.Stacked, Indicator: "KEU-04", Unit: result.Share, N: n, NUnit: result.Count,
		Caption: result.T("Deviasi realisasi terhadap RPD per bulan, tertimbang pagu; Desember tidak dinilai.", "Deviation of realisation from the plan by month, weighted by ceiling; December is not assessed."),
	}
	if allowed, ok := s.number("ikpa.deviasi.toleransi"); ok {
		v, _ := new(big.Rat).Quo(allowed, hundred()).Float64()
		fig.Lines = []result.Line{{Name: result.T("Ambang {0}", "Threshold {0}", result.Num(new(big.Rat).Quo(allowed, hundred()), result.Share)), Role: result.RoleTarget, Value: v, First: 0, Last: end - 1}}
	}
	series := result.Series{Name: result.Named("Deviasi", "Deviation"), Role: result.RoleValue}
	for m := 1; m <= end; m++ {
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
