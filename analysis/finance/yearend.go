package finance

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

const payroll = 51

var needMonths = result.T("perlu realisasi bulanan satu tahun penuh", "needs monthly realisation of a whole year")

// lastQuarter adds what the accounts that are asked for spent in the year and
// in its last quarter. ok is false unless every month is stated for one of
// them; n counts accounts of which months are stated, patchy those of which
// some or all are missing.
func (s *Slice) lastQuarter(take func(*facts.Budget) bool) (late, all, n, patchy int64, ok bool) {
	for i := range s.budgets {
		b := &s.budgets[i]
		if !take(b) {
			continue
		}
		known := 0
		for m := range b.Months {
			x := b.Months[m].Spent
			if !x.Known {
				continue
			}
			known++
			all += int64(x.Sen)
			if m >= 9 {
				late += int64(x.Sen)
			}
		}
		switch {
		case known == 12:
			ok = true
		case known > 0 || b.Year.Spent.Known:
			patchy++
		}
		if known > 0 {
			n++
		}
	}
	return late, all, n, patchy, ok && s.first == 1 && s.last == 12
}

func (s *Slice) bunched(take func(*facts.Budget) bool) result.Value {
	late, all, n, patchy, ok := s.lastQuarter(take)
	if !ok || all <= 0 {
		return missing(needMonths)
	}
	v := quotient(late, all, n, nil)
	v.NUnit = result.Count
	if patchy > 0 {
		v.Warnings = append(v.Warnings, result.T("{0} jenis belanja tidak memuat kedua belas bulan; bulannya yang kosong dihitung tidak ada.", "{0} types of spending do not state all twelve months; their empty months count as none.", result.Int(patchy, result.Count)))
	}
	return v
}

func bunchingInfo(id string, name, formula, caveat result.Text) indicator.Info {
	i := ledgerInfo(id, name, result.T("Berapa bagian belanja setahun yang menumpuk pada triwulan IV?", "What share of the year's spending falls in the last quarter?"), formula, caveat)
	i.Better, i.Series, i.Needs = result.Lower, false, needMonths
	return i
}

var bunching = indicator.Spec[*Slice]{
	Info: bunchingInfo("KEU-08", result.T("Konsentrasi triwulan IV", "Year-end concentration"),
		result.T("realisasi Oktober–Desember / realisasi setahun", "realisation October–December / realisation of the year"),
		result.T("Belanja pegawai merata sepanjang tahun; lihat juga nilai tanpa akun 51.", "Payroll is even through the year; see the value without account 51 too.")),
	Compute: func(s *Slice) result.Value {
		v := s.bunched(func(*facts.Budget) bool { return true })
		late, all, _, _, ok := s.lastQuarter(func(b *facts.Budget) bool { return b.Account != payroll })
		if v.Known() && ok && all > 0 {
			v.Warnings = append(v.Warnings, result.T("Tanpa akun 51: {0}.", "Without account 51: {0}.", result.Num(big.NewRat(late, all), result.Share)))
		}
		return v
	},
}

var bunchingExPayroll = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := bunchingInfo("KEU-17", result.T("Konsentrasi triwulan IV tanpa belanja pegawai", "Year-end concentration without payroll"),
			result.T("realisasi Oktober–Desember / realisasi setahun, tanpa akun 51", "realisation October–December / realisation of the year, without account 51"),
			result.T("Hanya belanja yang waktunya dapat diatur kantor.", "Only spending whose timing the office can choose."))
		i.By = nil
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		named := false
		for i := range s.budgets {
			named = named || s.budgets[i].Account == payroll
		}
		if !named {
			return missing(result.T("perlu realisasi bulanan menurut jenis belanja, termasuk akun 51", "needs monthly realisation by type of spending, account 51 included"))
		}
		return s.bunched(func(b *facts.Budget) bool { return b.Account != payroll })
	},
}
