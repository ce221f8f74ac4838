package queue

import (
	"math/big"
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// order pools the fairness of every lane and day of the slice.
func (s *Slice) order() stat.Order {
	var o stat.Order
	for _, days := range s.lanes {
		for _, d := range days {
			o.Add(stat.Fairness(slices.Clone(d.turns), s.set.Tolerance))
		}
	}
	return o
}

var overtakes = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-12", Unit: result.Share, NUnit: result.Tickets, Better: result.Lower, Since: "0.1.0",
		Name:     result.T("Pelanggaran urutan", "Order violations"),
		Question: result.T("Seberapa sering pemohon yang datang belakangan dipanggil lebih dulu?", "How often is someone who came later called first?"),
		Formula:  result.T("pasangan yang didahului / pasangan yang dapat dibandingkan, dalam jalur dan hari yang sama", "overtaken pairs / comparable pairs, within one lane and day"),
		Basis:    []string{"ANT-URUTAN"}, Kinds: []string{"ticket"}, Needs: result.T("perlu jam ambil dan jam panggil pada tiap tiket", "needs the times taken and called of each ticket"),
		Series: true, Control: true, By: []string{"office"},
		Caveat: result.T("Jalur = layanan × kelas tiket; tiket yang dipanggil ulang tidak dibandingkan; selisih sampai batas toleransi bukan pelanggaran.",
			"Lane = service × ticket class; recalled tickets are not compared; differences within the tolerance are no violation."),
	},
	Compute: func(s *Slice) result.Value {
		o := s.order()
		if o.Pairs == 0 {
			return without(result.T("perlu jam ambil dan jam panggil pada tiap tiket", "needs the times taken and called of each ticket"))
		}
		return result.Value{
			Value: big.NewRat(o.Overtakes, o.Pairs), Num: big.NewRat(o.Overtakes, 1), Den: big.NewRat(o.Pairs, 1), N: o.N, NUnit: result.Tickets,
			Excluded: s.excluded(),
			Warnings: []result.Text{result.T("{0} dari {1} tiket didahului sedikitnya sekali; paling banyak kehilangan {2} tempat.",
				"{0} of {1} tickets were overtaken at least once; the most places lost is {2}.",
				result.Int(o.Passed, result.Count), result.Int(o.N, result.Count), result.Int(o.Worst, result.Count))},
		}
	},
}
