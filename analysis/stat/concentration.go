package stat

import "math/big"

// HHI is the Herfindahl-Hirschman concentration of counts, 1/k to 1; nil when
// they sum to zero.
func HHI(counts []int64) *big.Rat {
	var total int64
	squares := new(big.Int)
	for _, c := range counts {
		total += c
		squares.Add(squares, new(big.Int).Mul(big.NewInt(c), big.NewInt(c)))
	}
	if total == 0 {
		return nil
	}
	all := big.NewInt(total)
	return new(big.Rat).SetFrac(squares, all.Mul(all, big.NewInt(total)))
}

// Gini is the inequality of ascending values >= 0 (waits), 0 when all are equal
// to (n-1)/n when one bears everything: sum((2i-n-1) x_i) / (n sum x), without
// the n/(n-1) correction (Gini 1912; R's ineq::Gini). nil for an empty sample
// or a sum of zero.
func Gini(sorted []int32) *big.Rat {
	n := int64(len(sorted))
	total := big.NewInt(Sum(sorted))
	if n == 0 || total.Sign() == 0 {
		return nil
	}
	weighted := new(big.Int)
	var part int64 // flushed before it can overflow
	for i, v := range sorted {
		if i%1024 == 0 {
			weighted.Add(weighted, big.NewInt(part))
			part = 0
		}
		part += (2*int64(i+1) - n - 1) * int64(v)
	}
	weighted.Add(weighted, big.NewInt(part))
	return new(big.Rat).SetFrac(weighted, total.Mul(total, big.NewInt(n)))
}
