package enforcement

import (
	"cmp"
	"math"
	"math/big"
	"slices"
)

// spell is how long one case was followed, in days, and whether it ended with
// the event (true) or was still open when the data end (false: censored).
type spell struct {
	days  int32
	event bool
}

// step is one fall of a survival curve: after days, the share Left had not had
// the event yet.
type step struct {
	days   int32
	left   *big.Rat
	spread float64 // Greenwood's sum d/(n(n-d))
}

// survival estimates the share without the event by Kaplan and Meier (1958),
// exactly. Open cases count as at risk until they are no longer followed; on a
// day with both, events come before censoring.
func survival(spells []spell) []step {
	s := slices.Clone(spells)
	slices.SortFunc(s, func(a, b spell) int { return cmp.Compare(a.days, b.days) })
	var out []step
	left := big.NewRat(1, 1)
	sum := 0.0
	for i := 0; i < len(s); {
		end, events := i, 0
		for end < len(s) && s[end].days == s[i].days {
			if s[end].event {
				events++
			}
			end++
		}
		if n := len(s) - i; events > 0 {
			left = new(big.Rat).Mul(left, big.NewRat(int64(n-events), int64(n)))
			sum += float64(events) / (float64(n) * float64(n-events)) // +Inf at the last fall to zero
			out = append(out, step{s[i].days, left, sum})
		}
		i = end
	}
	return out
}

// quantile is the first day by which a share p = num/den has had the event; ok
// is false when the curve never falls so far: too many cases are still open.
func quantile(curve []step, num, den int64) (days int32, ok bool) {
	rest := big.NewRat(den-num, den)
	for _, s := range curve {
		if s.left.Cmp(rest) <= 0 {
			return s.days, true
		}
	}
	return 0, false
}

// bounds are the 95 % limits of a quantile after Brookmeyer and Crowley (1982)
// on the log scale, as R's survfit gives them; nil where a limit is not
// reached.
func bounds(curve []step, num, den int64) (lo, hi *float64) {
	const z = 1.959963984540054
	rest := float64(den-num) / float64(den)
	for _, s := range curve {
		left, _ := s.left.Float64()
		se := math.Sqrt(s.spread)
		if math.IsInf(se, 1) {
			return lo, hi // the curve is at zero: no limits there
		}
		day := float64(s.days)
		if lo == nil && left*math.Exp(-z*se) <= rest {
			lo = &day
		}
		if left*math.Exp(z*se) <= rest {
			return lo, &day
		}
	}
	return lo, hi
}

// by is the share that has had the event within some days.
func by(curve []step, days int32) *big.Rat {
	left := big.NewRat(1, 1)
	for _, s := range curve {
		if s.days > days {
			break
		}
		left = s.left
	}
	return new(big.Rat).Sub(big.NewRat(1, 1), left)
}
