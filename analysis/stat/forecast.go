package stat

import (
	"math"
	"math/big"

	"gonum.org/v1/gonum/stat/distuv"
)

// PastYear is one complete earlier year: the amount reached at the same point
// of the year, and at its end.
type PastYear struct{ ToDate, Total int64 }

// Forecast is an expected year-end amount.
type Forecast struct {
	Value      *big.Rat // to date x (sum of totals / sum of to dates): exact
	Lo, Hi     float64  // prediction interval
	Level      float64
	Least      *big.Rat // with the past year that grew least from here
	Most       *big.Rat // with the past year that grew most
	RangeLevel float64  // chance that a further like year falls within Least..Most: (k-1)/(k+1)
	Years      int
	Warnings   []Warning
}

// YearEnd extrapolates the amount to date with what earlier years did from the
// same month on (share-of-year, or chain ladder, method: Mack 1993). Value uses
// the pooled factor; the interval is Student's prediction interval of the
// logarithm of the factor, exp(mean +- t s sqrt(1 + 1/k)).
//
// Conditions, to be printed beside it: the year is spent (or applied for) in
// the same rhythm as the past ones, no quota, tariff or budget revision changed
// it, and the years are independent. It is refused for fewer than three past
// years, or amounts that are not positive; fewer than five raise a warning.
func YearEnd(toDate int64, past []PastYear, level float64) (Forecast, error) {
	f := Forecast{Level: level, Years: len(past)}
	if len(past) < 3 {
		return f, tooFew("years", len(past), 3)
	}
	if len(past) < 5 {
		f.Warnings = append(f.Warnings, FewYears)
	}
	if toDate <= 0 {
		return f, &Refusal{Reason: Empty, Where: "to date"}
	}
	now := big.NewRat(toDate, 1)
	var dates, totals int64
	var logs, squares float64
	for _, y := range past {
		if y.ToDate <= 0 || y.Total <= 0 {
			return f, &Refusal{Reason: Misfit, Where: "past year"}
		}
		dates, totals = dates+y.ToDate, totals+y.Total
		v := new(big.Rat).Mul(now, big.NewRat(y.Total, y.ToDate))
		if f.Least == nil || v.Cmp(f.Least) < 0 {
			f.Least = v
		}
		if f.Most == nil || v.Cmp(f.Most) > 0 {
			f.Most = v
		}
		logs += math.Log(float64(y.Total) / float64(y.ToDate))
	}
	k := float64(len(past))
	centre := logs / k
	for _, y := range past {
		d := math.Log(float64(y.Total)/float64(y.ToDate)) - centre
		squares += d * d
	}
	f.Value = new(big.Rat).Mul(now, big.NewRat(totals, dates))
	f.RangeLevel = (k - 1) / (k + 1)
	half := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: k - 1}.Quantile(0.5+level/2) * math.Sqrt(squares/(k-1)*(1+1/k))
	f.Lo, f.Hi = float64(toDate)*math.Exp(centre-half), float64(toDate)*math.Exp(centre+half)
	return f, nil
}
