package finance

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needDispensations = result.T("perlu daftar seluruh SPM Oktober–Desember dengan tanda dispensasi", "needs the list of all payment orders of October to December with their dispensation")

// dispensed counts the payment orders of the last quarter.
type dispensed struct{ with, all, blank, earlier int64 }

func (s *Slice) dispensed() (d dispensed, stated bool) {
	for _, x := range s.facts.Finance.Dispensations(s.sel.Office, s.year) {
		if x.Day < record.DayOf(s.year, 10, 1) || x.Day > s.sel.To {
			d.earlier++
			continue
		}
		d.all++
		switch x.Dispensed {
		case record.Yes:
			d.with++
			stated = true
		case record.No:
			stated = true
		default:
			d.blank++
		}
	}
	return d, stated
}

// deduction reads the ratio per mille, rounded first, on the scale.
func (s *Slice) deduction(with, all int64) (points *big.Rat, ok bool) {
	decimals, ok := s.number("ikpa.dispensasi.desimal")
	if !ok {
		return nil, false
	}
	ratio := halfUp(big.NewRat(1000*with, all), int(decimals.Num().Int64()))
	return s.step("ikpa.dispensasi.nilai", ratio)
}

var dispensation = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := scoreInfo("KEU-14", "KEU-DISPENSASI", result.T("Pengurang dispensasi SPM", "Dispensation deduction"), result.T("Berapa nilai yang hilang karena SPM dispensasi akhir tahun?", "How many points are lost to year-end dispensations?"),
			result.T("rasio SPM dispensasi / SPM Oktober–Desember (permil, dua desimal) dibaca pada tabel 0; 0,25; 0,50; 0,75; 1", "orders with dispensation / orders of October–December (per mille, two decimals) read on the table 0; 0.25; 0.50; 0.75; 1"),
			result.T("Dokumen, bukan rupiah; hanya setelah triwulan IV berakhir.", "Documents, not rupiah; only after quarter IV has ended."), needDispensations, "dispensation")
		i.Better = result.Lower
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		if _, ok := s.number("ikpa.dispensasi.desimal"); !ok {
			return s.unknownRule()
		}
		if s.last < 12 {
			return missing(result.T("hanya dinilai setelah triwulan IV berakhir", "only assessed after quarter IV has ended"))
		}
		d, stated := s.dispensed()
		switch {
		case d.all == 0 && d.earlier > 0:
			return s.points(new(big.Rat), 0, result.T("Daftar SPM tidak memuat SPM triwulan IV; pengurang nol menurut aturan.", "The list holds no orders of quarter IV; the deduction is zero by the rule."))
		case d.all == 0 || !stated:
			return missing(needDispensations)
		}
		points, ok := s.deduction(d.with, d.all)
		if !ok {
			return s.unknownRule()
		}
		var said []result.Text
		if d.blank > 0 {
			said = append(said, result.T("{0} SPM tanpa tanda dispensasi dihitung tanpa dispensasi.", "{0} orders without a mark are counted as without dispensation.", result.Int(d.blank, result.Count)))
		}
		v := s.points(points, d.all, append(said, result.T("{0} dari {1} SPM: {2}.", "{0} of {1} orders: {2}.", result.Int(d.with, result.Count), result.Int(d.all, result.Count),
			result.Num(big.NewRat(d.with, d.all), result.PerMille)))...)
		v.Excluded = excluded(nil, d.earlier, "sebelum Oktober", "before October")
		return v
	},
}
