package stat

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// TestWeightFlips applies each move: then both are equal, and half the move
// leaves every order as it was.
func TestWeightFlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(2, 4).Draw(t, "criteria")
		weights := make([]*big.Rat, k)
		for j := range weights {
			weights[j] = big.NewRat(rapid.Int64Range(1, 9).Draw(t, "w"), 1)
		}
		cs := make([]Scored, rapid.IntRange(2, 5).Draw(t, "n"))
		for i := range cs {
			for range k {
				cs[i] = append(cs[i], big.NewRat(rapid.Int64Range(0, 9).Draw(t, "s"), 1))
			}
		}
		flips, err := WeightFlips(cs, weights)
		if err != nil {
			t.Fatal(err)
		}
		order := func(w []*big.Rat, a, b int) int { return WeightedScore(cs[a], w).Cmp(WeightedScore(cs[b], w)) }
		for j, fl := range flips {
			if fl.Move == nil {
				continue
			}
			if w := moved(weights, j, fl.Move); order(weights, fl.Ahead, fl.Behind) <= 0 || order(w, fl.Ahead, fl.Behind) != 0 {
				t.Fatalf("criterion %d: %v does not make them equal", j, fl.Move)
			}
			for _, sign := range []int64{1, -1} {
				w := moved(weights, j, new(big.Rat).Mul(fl.Move, big.NewRat(sign, 2)))
				// Beyond 0..total the other weights turn round with their orders.
				inRange := w[j].Sign() >= 0 && w[j].Cmp(sum(weights)) <= 0
				for a := range cs {
					for b := range cs {
						if o := order(weights, a, b); inRange && o != 0 && order(w, a, b) != o {
							t.Fatalf("criterion %d: half the move changes %d and %d", j, a, b)
						}
					}
				}
			}
		}
	})
	_, err := WeightFlips([]Scored{{big.NewRat(1, 1)}}, []*big.Rat{big.NewRat(-1, 1)})
	refused(t, "negative weight", err, Misfit)
}

func sum(weights []*big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, w := range weights {
		total.Add(total, w)
	}
	return total
}

func moved(weights []*big.Rat, j int, move *big.Rat) []*big.Rat {
	total := sum(weights)
	to := new(big.Rat).Add(weights[j], move)
	scale := new(big.Rat).Quo(new(big.Rat).Sub(total, to), new(big.Rat).Sub(total, weights[j]))
	out := make([]*big.Rat, len(weights))
	for i, w := range weights {
		out[i] = new(big.Rat).Mul(w, scale)
	}
	out[j] = to
	return out
}
