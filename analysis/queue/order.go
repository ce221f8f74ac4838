package queue

import (
	"math/big"
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// fairness pools the order of every lane and day of the slice.
func (s *Slice) fairness() stat.Order {
	if s.order == nil {
		o := stat.Order{}
		for _, days := range s.lanes {
			for _, d := range days {
				o.Add(stat.Fairness(slices.Clone(d.turns), s.set.Tolerance))
			}
		}
		s.order = &o
	}
	return *s.order
}

var needTurns = result.T("perlu tanggal, jam ambil, dan jam panggil pada tiap tiket", "needs the date and the times taken and called of each ticket")

var overtakes = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-12", Unit: result.Share, NUnit: result.Tickets, Better: result.Lower, Since: "0.1.0",
		Name:     result.T("Pelanggaran urutan", "Order violations"),
		Question: result.T("Seberapa sering pemohon yang datang belakangan dipanggil lebih dulu?", "How often is someone who came later called first?"),
		Formula:  result.T("pasangan yang didahului / pasangan yang dapat dibandingkan, dalam jalur dan hari yang sama", "overtaken pairs / comparable pairs, within one lane and day"),
		Basis:    []string{"ANT-URUTAN"}, Kinds: []string{"ticket"}, Needs: needTurns,
		Series: true, Control: true, By: []string{"office"},
		Caveat: result.T("Jalur = layanan × kelas tiket, prioritas terpisah; tiket yang dipanggil ulang atau tanpa tanggal tidak dibandingkan; selisih sampai batas toleransi bukan pelanggaran.",
			"Lane = service × ticket class, the priority queue apart; recalled and undated tickets are not compared; differences within the tolerance are no violation."),
	},
	Compute: func(s *Slice) result.Value {
		o := s.fairness()
		if o.Pairs == 0 {
			return without(needTurns)
		}
		return result.Value{
			Value: big.NewRat(o.Overtakes, o.Pairs), Num: big.NewRat(o.Overtakes, 1), Den: big.NewRat(o.Pairs, 1), N: o.N, NUnit: result.Tickets,
			Excluded: s.excluded(),
			Warnings: []result.Text{result.T("{0} dari {1} tiket didahului sedikitnya sekali; paling banyak kehilangan {2} tempat.",
				"{0} of {1} tickets were overtaken at least once; the most places lost is {2}.",
				result.Int(o.Passed, result.Count), result.Int(o.N, result.Count), result.Int(o.Worst, result.Count))},
		}
	},
	Bound: pairsBound,
}

func orderInfo(id string, name, question, formula result.Text) indicator.Info {
	i := overtakes.Info
	i.ID, i.Name, i.Question, i.Formula = id, name, question, formula
	i.Since, i.Series, i.Control = "0.2.0", false, false
	return i
}

var overtaken = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := orderInfo("ANT-23", result.T("Pemohon yang didahului", "Applicants overtaken"),
			result.T("Berapa bagian pemohon yang sedikitnya sekali didahului?", "What share of applicants was overtaken at least once?"),
			result.T("tiket yang didahului sedikitnya sekali / tiket yang dibandingkan", "tickets overtaken at least once / tickets compared"))
		i.Interval = indicator.Resampled
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		o := s.fairness()
		if o.Pairs == 0 {
			return without(needTurns)
		}
		return share(o.Passed, o.N, result.Tickets, s.excluded())
	},
	Bound: overtakenBound, Sample: overtakenSample,
}

var placesLost = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := orderInfo("ANT-24", result.T("Tempat terbanyak yang hilang", "Most places lost"),
			result.T("Seberapa buruk kasus terburuk?", "How bad was the worst case?"),
			result.T("banyaknya pemohon lain yang mendahului satu tiket, terbesar", "number of others called before one ticket out of turn, largest"))
		i.Unit = result.Count
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		o := s.fairness()
		if o.Pairs == 0 {
			return without(needTurns)
		}
		return result.Value{Value: big.NewRat(o.Worst, 1), N: o.N, NUnit: result.Tickets, Excluded: s.excluded()}
	},
	Bound: placesBound,
}
