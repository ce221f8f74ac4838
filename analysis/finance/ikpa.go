package finance

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/rules"
)

var needPlan = result.T("perlu RPD (Halaman III), realisasi, dan pagu per bulan dan jenis belanja", "needs the monthly plan (RPD, page III), realisation and ceiling by type of spending")

// simulation labels every score computed by a formula of the performance
// regulation: it is never the official value, and in years before the
// regulation it is not even its name.
func simulation(year int) result.Text {
	set := rules.FinanceSet(year)
	if set.Named {
		return result.T("Simulasi internal dengan rumus PER-5/PB/2024, bukan nilai resmi OM-SPAN.", "Internal simulation by the formula of PER-5/PB/2024, not the official OM-SPAN value.")
	}
	return result.T("Simulasi dengan rumus PER-5/PB/2024; pada tahun anggaran {0} indikator kinerja pelaksanaan anggaran belum ada.",
		"Simulation by the formula of PER-5/PB/2024; in fiscal year {0} the budget performance indicators did not exist yet.", result.Str(big.NewInt(int64(year)).String()))
}

// monthDeviation is the deviation of one month in per cent: the accounts'
// |realisation - plan| / plan, at most 100, weighted by ceiling. ok is false
// when no account states a plan.
func (s *Slice) monthDeviation(m int) (*big.Rat, bool) {
	sum, weight := new(big.Rat), int64(0)
	for i := range s.budgets {
		b := &s.budgets[i]
		p, x, c := b.Months[m-1].Plan, b.Months[m-1].Spent, ceilingAt(b, m)
		if !p.Known || !x.Known || !c.Known || c.Sen <= 0 {
			continue
		}
		sum.Add(sum, new(big.Rat).Mul(accountDeviation(int64(p.Sen), int64(x.Sen)), big.NewRat(int64(c.Sen), 1)))
		weight += int64(c.Sen)
	}
	if weight == 0 {
		return nil, false
	}
	return sum.Quo(sum, big.NewRat(weight, 1)), true
}

func accountDeviation(plan, spent int64) *big.Rat {
	hundred := big.NewRat(100, 1)
	switch {
	case plan == 0 && spent == 0:
		return new(big.Rat)
	case plan == 0:
		return hundred
	}
	d := new(big.Rat).Abs(big.NewRat(spent-plan, plan))
	d.Mul(d, hundred)
	if d.Cmp(hundred) > 0 {
		return hundred
	}
	return d
}

// averageDeviation is the mean of the assessed months, January to November.
func (s *Slice) averageDeviation() (*big.Rat, int64) {
	sum, n := new(big.Rat), int64(0)
	for m := 1; m <= min(s.last, 11); m++ {
		if d, ok := s.monthDeviation(m); ok {
			sum.Add(sum, d)
			n++
		}
	}
	if n == 0 {
		return nil, 0
	}
	return sum.Quo(sum, big.NewRat(n, 1)), n
}

func planInfo(id string, name, question, formula, caveat result.Text, better result.Direction) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Points, NUnit: result.Count, Better: better, Since: "0.1.0", Name: name, Question: question, Formula: formula, Caveat: caveat,
		Basis: []string{"KEU-DEVIASI"}, Kinds: []string{"ledger"}, Needs: needPlan,
	}
}

var deviation = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := planInfo("KEU-04", result.T("Deviasi Halaman III DIPA", "Deviation from the monthly plan"), result.T("Seberapa jauh realisasi bulanan menyimpang dari rencana?", "How far does monthly realisation stray from the plan?"),
			result.T("rata-rata bulan dari Σ min(100%, |realisasi - RPD| / RPD) × pagu / Σ pagu", "mean over months of Σ min(100%, |realisation - plan| / plan) × ceiling / Σ ceiling"),
			result.T("Januari sampai November; Desember tidak dinilai.", "January to November; December is not assessed."), result.Lower)
		i.Unit = result.Share
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		avg, n := s.averageDeviation()
		if avg == nil {
			return missing(needPlan)
		}
		return result.Value{Value: avg.Quo(avg, big.NewRat(100, 1)), N: n, NUnit: result.Count}
	},
}

var deviationScore = indicator.Spec[*Slice]{
	Info: planInfo("KEU-05", result.T("Nilai deviasi Halaman III", "Deviation score"), result.T("Berapa nilai kesesuaian dengan rencana penarikan dana?", "What score does keeping to the plan earn?"),
		result.T("100 bila rata-rata deviasi ≤ 5, selain itu 100 - rata-rata deviasi", "100 if the mean deviation ≤ 5, else 100 - mean deviation"),
		result.T("Nilai melompat dari 100 ke sekitar 95 pada deviasi 5.", "The score jumps from 100 to about 95 at a deviation of 5."), result.Higher),
	Compute: func(s *Slice) result.Value {
		avg, n := s.averageDeviation()
		if avg == nil {
			return missing(needPlan)
		}
		return result.Value{Value: deviationPoints(avg), N: n, NUnit: result.Count, Warnings: []result.Text{simulation(s.year)}}
	},
}

func deviationPoints(avg *big.Rat) *big.Rat {
	if avg.Cmp(big.NewRat(5, 1)) <= 0 {
		return big.NewRat(100, 1)
	}
	return new(big.Rat).Sub(big.NewRat(100, 1), avg)
}

// quarterAbsorption is NK of one quarter: the accounts' min(100, cumulative
// realisation / (ceiling x target)), weighted by ceiling net of blocked funds.
func (s *Slice) quarterAbsorption(q int) (*big.Rat, bool) {
	sum, weight := new(big.Rat), int64(0)
	for i := range s.budgets {
		b := &s.budgets[i]
		target, ok := rules.AbsorptionTarget(b.Account, q)
		c := ceilingAt(b, 3*q)
		x, known := spentTo(b, 3*q)
		if !ok || !c.Known || !known {
			continue
		}
		base := int64(c.Sen) - int64(blockedAt(b, 3*q).Sen)
		if base <= 0 {
			continue
		}
		sum.Add(sum, new(big.Rat).Mul(accountAbsorption(x, base, target), big.NewRat(base, 1)))
		weight += base
	}
	if weight == 0 {
		return nil, false
	}
	return sum.Quo(sum, big.NewRat(weight, 1)), true
}

func accountAbsorption(spent, base, target int64) *big.Rat {
	hundred := big.NewRat(100, 1)
	v := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(spent), big.NewInt(10000)), new(big.Int).Mul(big.NewInt(base), big.NewInt(target)))
	if v.Cmp(hundred) > 0 {
		return hundred
	}
	return v
}

var absorption = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := planInfo("KEU-06", result.T("Nilai penyerapan anggaran", "Absorption score"), result.T("Apakah belanja mengikuti target triwulanan?", "Does spending follow the quarterly targets?"),
			result.T("rata-rata triwulan dari Σ min(100, realisasi kumulatif / (pagu × target)) × pagu / Σ pagu", "mean over quarters of Σ min(100, cumulative realisation / (ceiling × target)) × ceiling / Σ ceiling"),
			result.T("Pagu setelah blokir; hanya triwulan yang sudah berakhir.", "Ceiling net of blocked funds; only finished quarters."), result.Higher)
		i.Basis = []string{"KEU-PENYERAPAN"}
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		sum, n := new(big.Rat), int64(0)
		for q := 1; q <= s.quarters(); q++ {
			if v, ok := s.quarterAbsorption(q); ok {
				sum.Add(sum, v)
				n++
			}
		}
		if n == 0 || s.reported() == 0 {
			return missing(result.T("perlu realisasi bulanan dan pagu menurut akun 51, 52, 53, 57 sampai akhir suatu triwulan", "needs monthly realisation and ceilings by account 51, 52, 53, 57 up to the end of a quarter"))
		}
		return result.Value{Value: sum.Quo(sum, big.NewRat(n, 1)), N: n, NUnit: result.Count, Warnings: append(s.gaps(), simulation(s.year))}
	},
}
