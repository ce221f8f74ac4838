package survey

import (
	"math/rand/v2"
	"slices"

	"rapor/ingest/record"
)

// sheet is one respondent's scores; 0 = not answered.
type sheet = [record.Elements]uint8

// spread holds the 95 % percentile bounds of the index and of each element.
type spread struct {
	ok       bool
	index    [2]float64
	elements [record.Elements][2]float64
}

const (
	bootstrapSeed  = 14_2017 // any fixed number; that of the regulation
	bootstrapFloor = 10      // respondents below which an interval means nothing
	fewDraws       = 200
	manyDraws      = 1000
	largeSample    = 5000
)

// bootstrap resamples whole respondents with replacement (Efron 1979): the
// nine answers of one person hang together, so elements are not drawn one by
// one. The seed is fixed and the sheets come in canonical order, so that equal
// facts give equal bounds. scale takes the
// mean of some element means to the index. 1,000 draws, 200 for more than 5,000 respondents.
func bootstrap(sheets []sheet, scale func(elements int64) float64) spread {
	n := len(sheets)
	if n < bootstrapFloor {
		return spread{}
	}
	draws := manyDraws
	if n > largeSample {
		draws = fewDraws
	}
	r := rand.New(rand.NewPCG(bootstrapSeed, uint64(n)))
	index := make([]float64, 0, draws)
	var elements [record.Elements][]float64
	for range draws {
		var sums, filled [record.Elements]int64
		for range n {
			s := &sheets[r.IntN(n)]
			for e, v := range s {
				if v > 0 {
					sums[e] += int64(v)
					filled[e]++
				}
			}
		}
		total, k := 0.0, int64(0)
		for e := range sums {
			if filled[e] > 0 {
				m := float64(sums[e]) / float64(filled[e])
				elements[e] = append(elements[e], m)
				total += m
				k++
			}
		}
		if k > 0 {
			index = append(index, total/float64(k)*scale(k))
		}
	}
	out := spread{ok: true, index: middle(index)}
	for e := range elements {
		out.elements[e] = middle(elements[e])
	}
	return out
}

// middle are the 2.5 % and 97.5 % quantiles (type 7) of drawn values.
func middle(x []float64) [2]float64 {
	if len(x) == 0 {
		return [2]float64{}
	}
	slices.Sort(x)
	at := func(p float64) float64 {
		h := float64(len(x)-1) * p
		i := int(h)
		if i+1 >= len(x) {
			return x[len(x)-1]
		}
		return x[i] + (h-float64(i))*(x[i+1]-x[i])
	}
	return [2]float64{at(.025), at(.975)}
}
