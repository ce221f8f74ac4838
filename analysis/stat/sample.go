package stat

import "math/big"

// SampleSize is the number of respondents that Krejcie and Morgan (1970)
// require for a population: X2*N*P(1-P) / (d2(N-1) + X2*P(1-P)) with
// X2 = 3.841, P = 0.5, d = 0.05, rounded to nearest. Exact until rounded.
func SampleSize(population int64) int64 {
	if population <= 0 {
		return 0
	}
	x2 := big.NewRat(3841, 1000)
	quarter := big.NewRat(1, 4)
	num := new(big.Rat).Mul(x2, quarter)
	den := new(big.Rat).Add(new(big.Rat).Mul(big.NewRat(25, 10000), big.NewRat(population-1, 1)), num)
	s := new(big.Rat).Quo(new(big.Rat).Mul(num, big.NewRat(population, 1)), den)
	s.Add(s, big.NewRat(1, 2))
	return new(big.Int).Quo(s.Num(), s.Denom()).Int64()
}
