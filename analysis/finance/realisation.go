package finance

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needLedger = result.T("perlu tabel pagu dan realisasi menurut jenis belanja", "needs a table of ceilings and realisation by type of spending")

func ledgerInfo(id string, name, question, formula, caveat result.Text) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Share, NUnit: result.Count, Better: result.Higher, Since: "0.1.0", Name: name, Question: question, Formula: formula, Caveat: caveat,
		Basis: []string{"KEU-REALISASI"}, Kinds: []string{"ledger"}, Needs: needLedger, Series: true, By: []string{"account"},
	}
}

var gross = indicator.Spec[*Slice]{
	Info: ledgerInfo("KEU-01", result.T("Realisasi anggaran", "Budget realisation"), result.T("Berapa bagian pagu yang sudah dibelanjakan?", "What share of the budget has been spent?"),
		result.T("realisasi Januari s.d. akhir masa / pagu terakhir", "realisation January to the end of the period / latest ceiling"),
		result.T("Kumulatif dari Januari. Tabel gabungan RM + PNBP tidak ditambahkan pada bagiannya.", "Cumulative from January. Combined RM + PNBP tables are not added to their parts.")),
	Compute: func(s *Slice) result.Value {
		c, _, x, ok := s.totals()
		if !ok {
			return missing(needLedger)
		}
		return accounts(quotient(x, c, 0, s.gaps()), s)
	},
}

// accounts states n as the number of accounts.
func accounts(v result.Value, s *Slice) result.Value {
	v.N, v.NUnit = int64(len(s.budgets)), result.Count
	return v
}

var net = indicator.Spec[*Slice]{
	Info: ledgerInfo("KEU-02", result.T("Realisasi terhadap pagu efektif", "Realisation net of blocked funds"), result.T("Berapa bagian pagu yang boleh dipakai sudah dibelanjakan?", "What share of the usable budget has been spent?"),
		result.T("realisasi / (pagu - blokir)", "realisation / (ceiling - blocked)"),
		result.T("Bacalah bersama realisasi terhadap pagu penuh.", "Read together with realisation of the full ceiling.")),
	Compute: func(s *Slice) result.Value {
		c, b, x, ok := s.totals()
		stated := false
		for i := range s.budgets {
			stated = stated || blockedAt(&s.budgets[i], s.last).Known
		}
		if !ok || !stated {
			return missing(result.T("perlu kolom blokir pada tabel pagu dan realisasi", "needs a column of blocked funds in the table of ceilings and realisation"))
		}
		if c <= b {
			return missing(result.T("blokir tidak lebih kecil dari pagu; periksa kolomnya", "blocked funds are not below the ceiling; check the column"))
		}
		return accounts(quotient(x, c-b, 0, s.gaps()), s)
	},
}

var unspent = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := ledgerInfo("KEU-03", result.T("Sisa pagu", "Unspent budget"), result.T("Berapa pagu yang belum dibelanjakan?", "How much of the budget is unspent?"),
			result.T("pagu terakhir - realisasi kumulatif", "latest ceiling - cumulative realisation"),
			result.T("Termasuk dana yang diblokir.", "Includes blocked funds."))
		i.Unit, i.Better, i.Series = result.Sen, result.Contextual, false
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		c, _, x, ok := s.totals()
		if !ok {
			return missing(needLedger)
		}
		return accounts(result.Value{Value: big.NewRat(c-x, 1), Warnings: s.gaps()}, s)
	},
}

var bunching = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := ledgerInfo("KEU-08", result.T("Konsentrasi triwulan IV", "Year-end concentration"), result.T("Berapa bagian belanja setahun yang menumpuk pada triwulan IV?", "What share of the year's spending falls in the last quarter?"),
			result.T("realisasi Oktober–Desember / realisasi setahun", "realisation October–December / realisation of the year"),
			result.T("Belanja pegawai merata sepanjang tahun; lihat juga nilai tanpa akun 51.", "Payroll is even through the year; see the value without account 51 too."))
		i.Better, i.Series = result.Lower, false
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		if s.last != 12 || s.first != 1 || s.reported() != 12 {
			return missing(result.T("perlu realisasi bulanan satu tahun penuh", "needs monthly realisation of a whole year"))
		}
		all, late, ex, exLate := int64(0), int64(0), int64(0), int64(0)
		for i := range s.budgets {
			b := &s.budgets[i]
			for m := range b.Months {
				x := int64(b.Months[m].Spent.Sen)
				all += x
				if m >= 9 {
					late += x
				}
				if b.Account != 51 {
					ex += x
					if m >= 9 {
						exLate += x
					}
				}
			}
		}
		if all <= 0 {
			return missing(needLedger)
		}
		v := accounts(quotient(late, all, 0, nil), s)
		if ex > 0 {
			v.Warnings = append(v.Warnings, result.T("Tanpa akun 51: {0}.", "Without account 51: {0}.", result.Num(big.NewRat(exLate, ex), result.Share)))
		}
		return v
	},
}

var needRevenue = result.T("perlu tabel PNBP dengan target dan realisasi (SIMPONI atau SPAN)", "needs the revenue table with target and realisation (SIMPONI or SPAN)")

var revenue = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "KEU-07", Unit: result.Share, NUnit: result.Rows, Better: result.Higher, Since: "0.1.0",
		Name:     result.T("Realisasi PNBP", "Non-tax revenue"),
		Question: result.T("Berapa bagian target PNBP yang tercapai?", "What share of the revenue target was reached?"),
		Formula:  result.T("realisasi PNBP (SIMPONI; tanpa SIMPONI, SPAN) / target", "revenue (SIMPONI; without it, SPAN) / target"),
		Basis:    []string{"KEU-PNBP"}, Kinds: []string{"revenue"}, Needs: needRevenue,
		Caveat: result.T("SIMPONI dan SPAN membukukan uang yang sama: dibandingkan, tidak dijumlahkan. Tarif berubah menurut peraturan; volume dan penerimaan dibaca terpisah.",
			"SIMPONI and SPAN book the same money: compared, never added. Tariffs change by law; read volume and revenue apart."),
	},
	Compute: revenueValue,
}

func revenueValue(s *Slice) result.Value {
	var target, simponi, span int64
	var rows int64
	hasSimponi, hasSpan := false, false
	targets := map[string]int64{}
	s.facts.Finance.Revenue(s.sel, func(r *record.Revenue) {
		rows++
		if r.Target.Known { // the year's target stands in every month's table
			key := r.Account + "\x00" + r.Label
			targets[key] = max(targets[key], int64(r.Target.Sen))
		}
		if r.Simponi.Known {
			simponi += int64(r.Simponi.Sen)
			hasSimponi = true
		}
		if r.Span.Known {
			span += int64(r.Span.Sen)
			hasSpan = true
		}
	})
	for _, t := range targets {
		target += t
	}
	got := simponi
	if !hasSimponi {
		got = span
	}
	if target == 0 || !hasSimponi && !hasSpan {
		return missing(needRevenue)
	}
	v := quotient(got, target, rows, nil)
	if hasSimponi && hasSpan {
		gap := max(simponi-span, span-simponi)
		v.Warnings = append(v.Warnings, result.T("SIMPONI {0}, SPAN {1}; selisih {2}.", "SIMPONI {0}, SPAN {1}; gap {2}.",
			result.Int(simponi, result.Sen), result.Int(span, result.Sen), result.Num(big.NewRat(gap, max(simponi, span, 1)), result.Share)))
	}
	return v
}
