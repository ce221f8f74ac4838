package stat

import (
	"cmp"
	"math"
	"slices"
)

// FDR adjusts p-values for the number of comparisons made, so that among those
// called distinct at q at most a share q is expected to be false (Benjamini and
// Hochberg 1995; R's p.adjust "BH"). Same order as given. NaN marks a test that
// was not made and is not counted.
//
// Condition: tests are independent or positively dependent.
func FDR(p []float64) []float64 {
	out := slices.Clone(p)
	var at []int
	for i, v := range p {
		if !math.IsNaN(v) {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(i, j int) int { return cmp.Compare(p[i], p[j]) })
	least := 1.0
	for k := len(at) - 1; k >= 0; k-- {
		least = math.Min(least, p[at[k]]*float64(len(at))/float64(k+1))
		out[at[k]] = least
	}
	return out
}
