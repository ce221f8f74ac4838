package stat

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// DurbinWatson is the statistic of Durbin and Watson (1950) over neighbouring
// residuals, near 2 when they are uncorrelated, and their correlation at lag 1.
// NaN residuals are gaps and join nothing.
func DurbinWatson(residuals []float64) (dw, lag1 float64) {
	var squares, diffs, products float64
	for i, e := range residuals {
		if math.IsNaN(e) {
			continue
		}
		squares += e * e
		if i > 0 && !math.IsNaN(residuals[i-1]) {
			d := e - residuals[i-1]
			diffs += d * d
			products += e * residuals[i-1]
		}
	}
	return diffs / squares, products / squares
}

// durbinWatsonP is the two-sided p-value of a statistic dw for regressors x at
// times at: the beta distribution on 0 to 4 with the exact mean and variance
// that these regressors give it (Durbin and Watson 1951, section 4). Comparing
// the lag 1 correlation with 1.96/sqrt(n) instead would miss most of it, because
// fitted residuals lean towards negative correlation. bread is (X'X)^-1.
func durbinWatsonP(dw float64, x *mat.Dense, at []int, bread *mat.Dense) float64 {
	n, k := x.Dims()
	ax := mat.NewDense(n, k, nil) // A x, with e'Ae the sum of squared differences
	var trace, traceSquared float64
	for a := range at {
		degree := 0.0
		for _, c := range []int{a - 1, a + 1} {
			if c < 0 || c >= n || at[c]-at[a] != c-a {
				continue
			}
			degree++
			for p := range k {
				ax.Set(a, p, ax.At(a, p)+x.At(a, p)-x.At(c, p))
			}
		}
		trace += degree
		traceSquared += degree*degree + degree
	}
	var first, second, square mat.Dense
	first.Mul(x.T(), ax)
	first.Mul(&first, bread) // X'AX (X'X)^-1
	second.Mul(ax.T(), ax)
	second.Mul(&second, bread) // X'A²X (X'X)^-1
	square.Mul(&first, &first)
	free := float64(n - k)
	mean := (trace - mat.Trace(&first)) / free
	q := traceSquared - 2*mat.Trace(&second) + mat.Trace(&square)
	variance := 2 / (free * (free + 2)) * (q - free*mean*mean)
	// Beta on 0 to 4 with that mean and variance.
	m, v := mean/4, variance/16
	size := m*(1-m)/v - 1
	f := distuv.Beta{Alpha: m * size, Beta: (1 - m) * size}.CDF(dw / 4)
	return 2 * math.Min(f, 1-f)
}
