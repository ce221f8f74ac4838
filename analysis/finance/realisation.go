package finance

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
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

// accounts states n as the number of accounts that are added up.
func accounts(v result.Value, s *Slice) result.Value {
	v.N, v.NUnit = s.counted(), result.Count
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
			stated = stated || s.budgets[i].BlockedAt(s.last).Known
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
