package stat

import "math/big"

// SampleSize is the number of respondents that Krejcie and Morgan (1970)
// require for a population: X2*N*P(1-P) / (d2(N-1) + X2*P(1-P)), with the
// chi-square x2 (theirs 3.841), the proportion p (0.5) and the error d (0.05),
// rounded to nearest. Exact until rounded. 0 for no population, and where the
// formula has no value (p or x2 not above 0 with d = 0).
func SampleSize(population int64, x2, p, d *big.Rat) int64 {
	if population <= 0 || x2 == nil || p == nil || d == nil {
		return 0
	}
	num := new(big.Rat).Mul(x2, new(big.Rat).Mul(p, new(big.Rat).Sub(big.NewRat(1, 1), p)))
	den := new(big.Rat).Mul(new(big.Rat).Mul(d, d), big.NewRat(population-1, 1))
	den.Add(den, num)
	if num.Sign() <= 0 || den.Sign() <= 0 {
		return 0
	}
	s := new(big.Rat).Quo(new(big.Rat).Mul(num, big.NewRat(population, 1)), den)
	s.Add(s, big.NewRat(1, 2))
	return new(big.Int).Quo(s.Num(), s.Denom()).Int64()
}
