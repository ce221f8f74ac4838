package survey

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Grade is a category of the satisfaction index.
type Grade struct {
	Letter string
	Name   result.Text
	Scheme string // the regulation whose bounds were used
}

// from2017 is the day the bounds of PermenPANRB 14/2017 came into force; before
// it those of KEP/25/M.PAN/2/2004 hold.
var from2017 = record.DayOf(2017, 5, 1)

type bounds struct {
	scheme  string
	a, b, c int64 // least hundredths of a point for A, B, C
}

var (
	bounds2004 = bounds{"KEP/25/M.PAN/2/2004", 8126, 6251, 4376}
	bounds2017 = bounds{"PermenPANRB 14/2017", 8831, 7661, 6500}
)

// Category grades an index by the bounds in force on the survey date. The
// index is rounded half up to two decimals first, because the bounds leave
// gaps between 76.60 and 76.61. An unknown date is graded by the later bounds.
func Category(v *big.Rat, on record.Day) Grade { return scheme(on).grade(v) }

// scheme gives the bounds in force on a survey date.
func scheme(on record.Day) bounds {
	if on.Known() && on < from2017 {
		return bounds2004
	}
	return bounds2017
}

func (b bounds) grade(v *big.Rat) Grade {
	h := new(big.Rat).Mul(v, big.NewRat(100, 1))
	h.Add(h, big.NewRat(1, 2))
	n := new(big.Int).Div(h.Num(), h.Denom()).Int64()
	switch {
	case n >= b.a:
		return Grade{"A", result.T("Sangat Baik", "Very good"), b.scheme}
	case n >= b.b:
		return Grade{"B", result.T("Baik", "Good"), b.scheme}
	case n >= b.c:
		return Grade{"C", result.T("Kurang Baik", "Less good"), b.scheme}
	}
	return Grade{"D", result.T("Tidak Baik", "Not good"), b.scheme}
}

// rounded is the weight 1/n as reports print it, rounded half up to some
// decimals: 0.11 or 0.111 for nine elements.
func rounded(n int64, decimals int) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	up := new(big.Int).Add(new(big.Int).Mul(ten, big.NewInt(2)), big.NewInt(n)) // 10^d/n + 1/2 = (2*10^d + n)/2n
	return new(big.Rat).SetFrac(up.Quo(up, big.NewInt(2*n)), ten)
}

// weighted is an index with a weight other than the exact one: the sum of the
// element means times weight times 25.
func weighted(sum, weight *big.Rat) *big.Rat {
	v := new(big.Rat).Mul(sum, weight)
	return v.Mul(v, big.NewRat(25, 1))
}
