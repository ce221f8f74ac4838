package stat

import "math/big"

// Scored is one candidate of a weighted score: a score per criterion.
type Scored []*big.Rat

// Flip is the smallest move of one criterion's weight that lets one candidate
// overtake another.
type Flip struct {
	Criterion     int
	Ahead, Behind int      // candidates: Ahead leads now
	Move          *big.Rat // change of the weight, in weight units; nil when no move does it
	To            *big.Rat // the weight at which both are equal
}

// WeightedScore is sum(w s)/sum(w) of one candidate; nil when the weights sum
// to zero.
func WeightedScore(s Scored, weights []*big.Rat) *big.Rat {
	num, den := new(big.Rat), new(big.Rat)
	for j, w := range weights {
		num.Add(num, new(big.Rat).Mul(w, s[j]))
		den.Add(den, w)
	}
	if den.Sign() == 0 {
		return nil
	}
	return num.Quo(num, den)
}

// WeightFlips gives, for each criterion, the pair whose order changes with the
// smallest move of that weight, the other weights keeping their proportions and
// the total its size (Triantaphyllou and Sanchez 1997). A criterion no move of
// which changes any order gets a Flip with Move nil. Candidates now equal have
// no order to lose and are passed over. Exact.
//
// It is refused when lengths differ, a weight is negative or all are zero.
func WeightFlips(candidates []Scored, weights []*big.Rat) ([]Flip, error) {
	total := new(big.Rat)
	for _, w := range weights {
		if w.Sign() < 0 {
			return nil, &Refusal{Reason: Misfit, Where: "negative weight"}
		}
		total.Add(total, w)
	}
	if total.Sign() == 0 {
		return nil, &Refusal{Reason: Misfit, Where: "weights"}
	}
	for _, c := range candidates {
		if len(c) != len(weights) {
			return nil, &Refusal{Reason: Misfit, Where: "scores"}
		}
	}
	out := make([]Flip, len(weights))
	for j := range weights {
		out[j] = Flip{Criterion: j, Ahead: -1, Behind: -1}
		for a := range candidates {
			for b := range candidates {
				if move := flip(candidates[a], candidates[b], weights, total, j); move != nil &&
					(out[j].Move == nil || new(big.Rat).Abs(move).Cmp(new(big.Rat).Abs(out[j].Move)) < 0) {
					out[j].Ahead, out[j].Behind, out[j].Move = a, b, move
					out[j].To = new(big.Rat).Add(weights[j], move)
				}
			}
		}
	}
	return out, nil
}

// flip is the move of weight j that makes a, now ahead, equal to b; nil when a
// is not ahead or no weight within 0..total does it. With w_j set to v and the
// others scaled by (total-v)/(total-w_j), the lead is linear in v.
func flip(a, b Scored, weights []*big.Rat, total *big.Rat, j int) *big.Rat {
	rest, lead := new(big.Rat), new(big.Rat)
	for i, w := range weights {
		part := new(big.Rat).Mul(w, new(big.Rat).Sub(a[i], b[i]))
		lead.Add(lead, part)
		if i != j {
			rest.Add(rest, part)
		}
	}
	others := new(big.Rat).Sub(total, weights[j])
	if lead.Sign() <= 0 || others.Sign() == 0 {
		return nil
	}
	// Slope per unit of weight: own difference minus the others' mean one.
	slope := new(big.Rat).Sub(a[j], b[j])
	slope.Sub(slope, new(big.Rat).Quo(rest, others))
	if slope.Sign() == 0 {
		return nil
	}
	move := new(big.Rat).Quo(lead, slope)
	move.Neg(move)
	if to := new(big.Rat).Add(weights[j], move); to.Sign() < 0 || to.Cmp(total) > 0 {
		return nil
	}
	return move
}
