package finance

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

var needPlan = result.T("perlu RPD (Halaman III), realisasi, dan pagu per bulan dan jenis belanja", "needs the monthly plan (RPD, page III), realisation and ceiling by type of spending")

// assessed lists the accounts that the regulation assesses; a ledger that
// names no account is taken as one.
func (s *Slice) assessed() (out []*facts.Budget, named bool) {
	for i := range s.budgets {
		if s.budgets[i].Account != 0 {
			out = append(out, &s.budgets[i])
		}
	}
	if len(out) > 0 {
		return out, true
	}
	for i := range s.budgets {
		out = append(out, &s.budgets[i])
	}
	return out, false
}

// monthDeviation is the deviation of one month in per cent: the accounts'
// |realisation - plan| / plan, at most 100, weighted by ceiling (from 2024) or
// each alike (PER-5/PB/2022). ok is false when no account states both.
func (s *Slice) monthDeviation(m int) (v *big.Rat, ok bool) {
	top, known := s.number("ikpa.deviasi.batas")
	if !known {
		return nil, false
	}
	var w weighted
	accounts, _ := s.assessed()
	for _, b := range accounts {
		p, x, c := b.Months[m-1].Plan, b.Months[m-1].Spent, b.CeilingAt(m)
		if !p.Known || !x.Known || !c.Known || c.Sen <= 0 {
			continue
		}
		weight := rat(int64(c.Sen))
		if s.set.Formulas == "ikpa-2022" {
			weight = rat(1)
		}
		w.add(accountDeviation(int64(p.Sen), int64(x.Sen), top), weight)
	}
	v = w.value()
	return v, v != nil
}

// accountDeviation is |spent - plan| / plan in per cent, at most top; without
// a plan any spending is top.
func accountDeviation(plan, spent int64, top *big.Rat) *big.Rat {
	switch {
	case plan == 0 && spent == 0:
		return new(big.Rat)
	case plan == 0:
		return new(big.Rat).Set(top)
	}
	d := new(big.Rat).Abs(big.NewRat(spent-plan, plan))
	return atMost(d.Mul(d, hundred()), top)
}

// averageDeviation is the mean of the months assessed so far, January to
// November: never divided by eleven early in the year.
func (s *Slice) averageDeviation() (*big.Rat, int64) {
	var avg mean
	for m := 1; m <= min(s.last, s.monthOf("ikpa.deviasi.bulan_akhir")); m++ {
		if d, ok := s.monthDeviation(m); ok {
			avg.add(d)
		}
	}
	return avg.value(), avg.n
}

// planGaps warns of months and accounts that could not be assessed.
func (s *Slice) planGaps(months int64) []result.Text {
	var out []result.Text
	end := min(s.last, s.monthOf("ikpa.deviasi.bulan_akhir"))
	if months < int64(end) {
		out = append(out, result.T("{0} dari {1} bulan dinilai; bulan tanpa RPD atau realisasi tidak dinilai.", "{0} of {1} months are assessed; months without plan or realisation are not.",
			result.Int(months, result.Count), result.Int(int64(end), result.Count)))
	}
	accounts, named := s.assessed()
	if !named {
		out = append(out, result.T("Jenis belanja tidak dirinci; deviasi dihitung atas jumlahnya.", "Types of spending are not stated; the deviation is that of the total."))
	}
	var skipped int64
	for m := 1; m <= end; m++ {
		for _, b := range accounts {
			p, x := b.Months[m-1].Plan.Known, b.Months[m-1].Spent.Known
			if p != x {
				skipped++
			}
		}
	}
	if skipped > 0 {
		out = append(out, result.T("{0} bulan-akun hanya memuat RPD atau hanya realisasi dan tidak dinilai.", "{0} account-months state only plan or only realisation and are not assessed.", result.Int(skipped, result.Count)))
	}
	return out
}

var deviation = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := scoreInfo("KEU-04", "KEU-DEVIASI", result.T("Deviasi Halaman III DIPA", "Deviation from the monthly plan"), result.T("Seberapa jauh realisasi bulanan menyimpang dari rencana?", "How far does monthly realisation stray from the plan?"),
			result.T("rata-rata bulan dari Σ min(100%, |realisasi - RPD| / RPD) × pagu / Σ pagu", "mean over months of Σ min(100%, |realisation - plan| / plan) × ceiling / Σ ceiling"),
			result.T("Januari sampai November; Desember tidak dinilai. TA 2022–2023: rata-rata biasa antarakun.", "January to November; December is not assessed. FY 2022–2023: plain mean of accounts."), needPlan, "ledger")
		i.Unit, i.Better = result.Share, result.Lower
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		avg, n := s.averageDeviation()
		if avg == nil {
			return missing(needPlan)
		}
		return result.Value{Value: avg.Quo(avg, hundred()), N: n, NUnit: result.Count, Warnings: s.planGaps(n)}
	},
}

var deviationScore = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-05", "KEU-DEVIASI", result.T("Nilai deviasi Halaman III", "Deviation score"), result.T("Berapa nilai kesesuaian dengan rencana penarikan dana?", "What score does keeping to the plan earn?"),
		result.T("100 bila rata-rata deviasi ≤ 5, selain itu 100 - rata-rata deviasi", "100 if the mean deviation ≤ 5, else 100 - mean deviation"),
		result.T("Nilai melompat dari 100 ke sekitar 95 pada deviasi 5.", "The score jumps from 100 to about 95 at a deviation of 5."), needPlan, "ledger"),
	Compute: func(s *Slice) result.Value {
		avg, n := s.averageDeviation()
		if avg == nil {
			return missing(needPlan)
		}
		allowed, ok := s.number("ikpa.deviasi.toleransi")
		if !ok {
			return s.unknownRule()
		}
		if s.set.Formulas == "ikpa-2022" && avg.Sign() > 0 && avg.Cmp(allowed) <= 0 {
			return missing(result.T("rata-rata deviasi {0}: apakah kelonggaran 5% sudah berlaku pada PER-5/PB/2022 tidak pasti (nilai 100 atau {1})",
				"mean deviation {0}: whether the allowance of 5% held under PER-5/PB/2022 is unsettled (score 100 or {1})",
				result.Num(avg, result.Points), result.Num(new(big.Rat).Sub(hundred(), avg), result.Points)))
		}
		return s.points(deviationPoints(avg, allowed), n, s.planGaps(n)...)
	},
}

func deviationPoints(avg, allowed *big.Rat) *big.Rat {
	if avg.Cmp(allowed) <= 0 {
		return hundred()
	}
	return new(big.Rat).Sub(hundred(), avg)
}
