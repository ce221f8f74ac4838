package finance

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

var needForecast = result.T("perlu realisasi bulanan tahun ini dan sekurangnya satu tahun penuh sebelumnya", "needs monthly realisation of this year and of at least one whole year before")

// spentBy adds up what all accounts spent from January to a month. ok is false
// when a month of one of them is missing, or nothing was spent.
func spentBy(budgets []facts.Budget, month int) (sen int64, ok bool) {
	for i := range budgets {
		x, whole := budgets[i].SpentTo(month)
		if !x.Known && empty(&budgets[i]) {
			continue
		}
		if !whole {
			return 0, false
		}
		sen += int64(x.Sen)
	}
	return sen, sen > 0
}

// empty reports an account that states no spending at all in its year.
func empty(b *facts.Budget) bool {
	if b.Year.Spent.Known {
		return false
	}
	for m := 1; m <= 12; m++ {
		if stated(b, m) {
			return false
		}
	}
	return true
}

// lastReported is the latest month up to the end of the selection with
// spending stated, 0 without any.
func (s *Slice) lastReported() int {
	for m := s.last; m >= 1; m-- {
		for i := range s.budgets {
			if stated(&s.budgets[i], m) {
				return m
			}
		}
	}
	return 0
}

// outlook is the forecast of the year's spending in sen.
type outlook struct {
	month       int
	mid, lo, hi *big.Rat
	years       int64
}

// outlook divides what was spent so far by the mean share that the latest
// earlier years had spent by the same month. lo and hi are the forecasts by
// the fastest and the slowest of those years.
func (s *Slice) outlook() (o outlook, ok bool) {
	o.month = s.lastReported()
	if o.month == 0 || o.month < s.last && s.first == s.last {
		return o, false
	}
	now, ok := spentBy(s.budgets, o.month)
	most, known := s.number("keu.perkiraan.tahun")
	if !ok || !known {
		return o, false
	}
	var shares mean
	for y := s.year - 1; int64(s.year-y) <= most.Num().Int64(); y-- {
		budgets := s.of(y)
		so, whole := spentBy(budgets, o.month)
		year, full := spentBy(budgets, 12)
		if !whole || !full {
			continue
		}
		share := big.NewRat(so, year)
		shares.add(share)
		f := new(big.Rat).Quo(rat(now), share)
		if o.lo == nil || f.Cmp(o.lo) < 0 {
			o.lo = f
		}
		if o.hi == nil || f.Cmp(o.hi) > 0 {
			o.hi = f
		}
	}
	if shares.n == 0 {
		return o, false
	}
	o.years, o.mid = shares.n, new(big.Rat).Quo(rat(now), shares.value())
	return o, true
}

// wholeRupiah rounds an amount in sen to rupiah: a forecast is not known to the
// sen.
func wholeRupiah(sen *big.Rat) *big.Rat {
	return new(big.Rat).Mul(halfUp(new(big.Rat).Quo(sen, hundred()), 0), hundred())
}

var forecast = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := ledgerInfo("KEU-20", result.T("Perkiraan realisasi akhir tahun", "Year-end forecast of realisation"), result.T("Berapa bagian pagu yang akan terserap sampai akhir tahun bila lajunya seperti tahun-tahun sebelumnya?", "What share of the budget will be spent by year end at the pace of earlier years?"),
			result.T("realisasi s.d. bulan ini / rata-rata bagian kumulatif bulan yang sama pada tahun-tahun sebelumnya / pagu", "realisation to date / mean cumulative share at the same month of earlier years / ceiling"),
			result.T("Mengandaikan laju seperti tahun sebelumnya; kontrak besar atau blokir baru tidak tampak. Rentang: perkiraan terendah dan tertinggi di antara tahun pembanding, bila ada dua atau lebih.",
				"Assumes the pace of earlier years; large contracts or newly blocked funds do not show. Range: lowest and highest forecast among the years compared, when there are two or more."))
		i.Basis, i.Better, i.Needs, i.By, i.Interval, i.NUnit = []string{"KEU-PERKIRAAN"}, result.Contextual, needForecast, nil, "order", result.Count
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		o, ok := s.outlook()
		ceiling, _, _, known := s.totals()
		if !ok || !known {
			return missing(needForecast)
		}
		c := rat(ceiling)
		v := result.Value{Value: new(big.Rat).Quo(o.mid, c), Num: o.mid, Den: c, N: o.years, NUnit: result.Count}
		switch {
		case o.month == 12:
			v.Warnings = append(v.Warnings, result.T("Tahun sudah berakhir: perkiraan sama dengan realisasi.", "The year has ended: the forecast equals realisation."))
		default:
			v.Warnings = append(v.Warnings, result.T("Menurut data sampai bulan ke-{0}: {1}, sisa pagu {2}.", "By data up to month {0}: {1}, unspent {2}.", result.Int(int64(o.month), result.Count),
				result.Num(wholeRupiah(o.mid), result.Sen), result.Num(wholeRupiah(new(big.Rat).Sub(c, o.mid)), result.Sen)))
		}
		if o.years < 2 {
			v.Warnings = append(v.Warnings, result.T("Hanya satu tahun pembanding: rentang tidak dapat dinyatakan.", "Only one year to compare with: no range can be given."))
			return v
		}
		lo, _ := new(big.Rat).Quo(o.lo, c).Float64()
		hi, _ := new(big.Rat).Quo(o.hi, c).Float64()
		v.Lo, v.Hi, v.Interval = &lo, &hi, "order"
		v.Level = float64(o.years-1) / float64(o.years+1) // the next of k+1 exchangeable years lies between the least and most of k
		return v
	},
}
