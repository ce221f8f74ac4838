package stat

import (
	"math/big"
	"slices"
)

// Number is what two samples may hold: seconds and days as integers, or floats.
type Number interface {
	~int32 | ~int64 | ~float64
}

// Pairs compares every value of one sample with every value of another.
type Pairs struct {
	Greater, Less, Ties int64
}

// ComparePairs counts the pairs in O((n+m) log(n+m)). It does not change a or b.
func ComparePairs[T Number](a, b []T) Pairs {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	var p Pairs
	below, upTo := 0, 0
	for _, v := range a {
		for below < len(b) && b[below] < v {
			below++
		}
		for upTo < len(b) && b[upTo] <= v {
			upTo++
		}
		p.Greater += int64(below)
		p.Ties += int64(upTo - below)
	}
	p.Less = int64(len(a))*int64(len(b)) - p.Greater - p.Ties
	return p
}

// N is the number of pairs.
func (p Pairs) N() int64 { return p.Greater + p.Less + p.Ties }

// U is the Mann-Whitney statistic of the first sample: pairs in which it is
// greater, ties counting half (R's W).
func (p Pairs) U() *big.Rat { return big.NewRat(2*p.Greater+p.Ties, 2) }

// CliffDelta is the share of pairs in which the first sample is greater minus
// the share in which it is less, -1 to 1 (Cliff 1993); nil without pairs.
func (p Pairs) CliffDelta() *big.Rat {
	if p.N() == 0 {
		return nil
	}
	return big.NewRat(p.Greater-p.Less, p.N())
}

// Magnitude is the label of an effect size.
type Magnitude string

const (
	Negligible Magnitude = "negligible"
	Small      Magnitude = "small"
	Medium     Magnitude = "medium"
	Large      Magnitude = "large"
)

// CliffLabel gives |delta| below 0.147, 0.33 and 0.474 the usual labels (Romano
// and others 2006). They are a habit of the field, not a law.
func CliffLabel(delta *big.Rat) Magnitude {
	d := new(big.Rat).Abs(delta)
	switch {
	case d.Cmp(big.NewRat(147, 1000)) < 0:
		return Negligible
	case d.Cmp(big.NewRat(33, 100)) < 0:
		return Small
	case d.Cmp(big.NewRat(474, 1000)) < 0:
		return Medium
	}
	return Large
}
