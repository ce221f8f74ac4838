package enforcement

import (
	"math"
	"math/big"

	"rapor/analysis/stat"
)

// by is the share that has had the event within some days, exactly: one minus
// the product of the shares still open at each event.
func by(curve stat.Survival, days int32) *big.Rat {
	open := big.NewRat(1, 1)
	for _, s := range curve.Steps {
		if s.Time > days {
			break
		}
		open.Mul(open, big.NewRat(s.AtRisk-s.Events, s.AtRisk))
	}
	return open.Sub(big.NewRat(1, 1), open)
}

// dayOf is the first day by which a share num/den has had the event, exactly.
// Where the curve stands exactly at the rest, R takes the middle of the days to
// the next event; a day on which the share was really reached is meant here.
func dayOf(curve stat.Survival, num, den int64) (days int32, ok bool) {
	want := big.NewRat(num, den)
	for _, s := range curve.Steps {
		if by(curve, s.Time).Cmp(want) >= 0 {
			return s.Time, true
		}
	}
	return 0, false
}

// finite is a bound of days; nil where the curve never reaches it.
func finite(v float64) *float64 {
	if math.IsInf(v, 0) {
		return nil
	}
	return &v
}
