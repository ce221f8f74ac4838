package finance

import (
	"math/big"
	"strconv"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

var needQuarter = result.T("perlu realisasi bulanan dan pagu menurut akun 51, 52, 53, 57 sampai akhir suatu triwulan", "needs monthly realisation and ceilings by account 51, 52, 53, 57 up to the end of a quarter")

// quarterAbsorption is NK of one quarter: the accounts' min(100, cumulative
// realisation / (ceiling x target)), weighted by ceiling net of blocked funds.
// The ceiling is that of the quarter's cut-off month. An account without
// spending stated at the quarter's end is not assessed.
func (s *Slice) quarterAbsorption(q int) (*big.Rat, bool) {
	targets, ok := s.book.Rows("ikpa.penyerapan.target", s.day)
	cut, known := s.row("ikpa.penyerapan.bulan_pagu", strconv.Itoa(q))
	top, capped := s.number("ikpa.penyerapan.batas")
	if !ok || !known || !capped {
		return nil, false
	}
	month := int(cut.Num().Int64())
	var w weighted
	for i := range s.budgets {
		b := &s.budgets[i]
		t, ok := targets.Get(strconv.Itoa(int(b.Account)))
		c := b.CeilingAt(month)
		x, _ := b.SpentTo(3 * q)
		if !ok || !c.Known || !x.Known || !stated(b, 3*q) && (q < 4 || !b.Year.Spent.Known) {
			continue
		}
		base := int64(c.Sen) - int64(b.BlockedAt(month).Sen)
		if base <= 0 {
			continue
		}
		w.add(accountAbsorption(int64(x.Sen), base, t[q-1], top), rat(base))
	}
	v := w.value()
	return v, v != nil
}

// accountAbsorption is spent / (base x target) in per cent, at most top; the
// target is in per cent. A target of nothing is reached.
func accountAbsorption(spent, base int64, target, top *big.Rat) *big.Rat {
	if target.Sign() <= 0 {
		return new(big.Rat).Set(top)
	}
	v := new(big.Rat).Mul(big.NewRat(spent, base), rat(10_000))
	return atMost(v.Quo(v, target), top)
}

var absorption = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-06", "KEU-PENYERAPAN", result.T("Nilai penyerapan anggaran", "Absorption score"), result.T("Apakah belanja mengikuti target triwulanan?", "Does spending follow the quarterly targets?"),
		result.T("rata-rata triwulan dari Σ min(100, realisasi kumulatif / (pagu × target)) × pagu / Σ pagu", "mean over quarters of Σ min(100, cumulative realisation / (ceiling × target)) × ceiling / Σ ceiling"),
		result.T("Pagu setelah blokir pada bulan batas (Februari, April, Juli, akhir tahun); hanya triwulan yang sudah berakhir. Satker BLU tidak dinilai.",
			"Ceiling net of blocked funds in the cut-off month (February, April, July, year end); only finished quarters. BLU offices are not assessed."), needQuarter, "ledger"),
	Compute: func(s *Slice) result.Value {
		if _, ok := s.book.Rows("ikpa.penyerapan.target", s.day); !ok {
			return s.unknownRule()
		}
		var m mean
		for q := 1; q <= s.quarters(); q++ {
			if v, ok := s.quarterAbsorption(q); ok {
				m.add(v)
			}
		}
		if m.n == 0 {
			return missing(needQuarter)
		}
		return s.points(m.value(), m.n, s.gaps()...)
	},
}
