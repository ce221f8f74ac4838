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

// dayOf is the quantile num/den, exactly: the first day by which that share has
// had the event. Where the curve stands exactly at the rest until the next
// event it is the middle of that stretch, as R's survfit has it: after 10, 20,
// 30 and 40 days half of the cases stand at 25, as their plain median does.
func dayOf(curve stat.Survival, num, den int64) (days *big.Rat, ok bool) {
	rest := big.NewRat(den-num, den)
	open := big.NewRat(1, 1)
	for i, s := range curve.Steps {
		open.Mul(open, big.NewRat(s.AtRisk-s.Events, s.AtRisk))
		switch c := open.Cmp(rest); {
		case c == 0 && i+1 < len(curve.Steps):
			return big.NewRat(int64(s.Time)+int64(curve.Steps[i+1].Time), 2), true
		case c <= 0:
			return big.NewRat(int64(s.Time), 1), true
		}
	}
	return nil, false
}

// finite is a bound of days; nil where the curve never reaches it.
func finite(v float64) *float64 {
	if math.IsInf(v, 0) {
		return nil
	}
	return &v
}
