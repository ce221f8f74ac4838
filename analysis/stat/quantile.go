package stat

import (
	"math"
	"math/big"
)

// Quantile returns the p-quantile (p = num/den, 0 to 1) of ascending integers
// by R's type 7 (Hyndman and Fan 1996), the same as Excel's PERCENTILE.INC.
// nil for an empty sample. Exact.
func Quantile(sorted []int32, num, den int64) *big.Rat {
	n := int64(len(sorted))
	if n == 0 {
		return nil
	}
	// h = (n-1)p, value = x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]).
	h := (n - 1) * num
	i, rest := h/den, h%den
	v := big.NewRat(int64(sorted[i]), 1)
	if rest == 0 {
		return v
	}
	step := big.NewRat(int64(sorted[i+1])-int64(sorted[i]), 1)
	return v.Add(v, step.Mul(step, big.NewRat(rest, den)))
}

// Median is the type 7 quantile at one half.
func Median(sorted []int32) *big.Rat { return Quantile(sorted, 1, 2) }

// Sum adds integers exactly.
func Sum(x []int32) int64 {
	var s int64
	for _, v := range x {
		s += int64(v)
	}
	return s
}

// Mean is the exact mean; nil for an empty sample.
func Mean(x []int32) *big.Rat {
	if len(x) == 0 {
		return nil
	}
	return big.NewRat(Sum(x), int64(len(x)))
}

// ratio is a rational as a float; NaN for nil.
func ratio(r *big.Rat) float64 {
	if r == nil {
		return math.NaN()
	}
	v, _ := r.Float64()
	return v
}
