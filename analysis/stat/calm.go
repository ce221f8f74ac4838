package stat

import (
	"math"
	"slices"
)

// calm mends a phase whose limits would leave out most of the very points they
// come from: a series that stood still and then moved once. Screening drops the
// one move, so that the limits have next to no width, while the mean has moved
// with it: 23 months of 30 minutes and one of 31 would be 24 months outside.
// There the median is the centre, which the one month does not move, and all
// moving ranges count. It is false where the ranges then still see no movement
// although the points differ (across gaps): such limits tell nothing. A phase
// of equal points has its value as the centre, without rounding.
//
// values are the points of the phase, ranges their moving ranges, in the unit
// of half, the distance of the limits from the mean of the phase.
func (c Chart) calm(p *Phase, values, ranges []float64, half float64) bool {
	if !c.Median {
		return true
	}
	if slices.Min(values) == slices.Max(values) {
		p.Mean = values[0]
		return true
	}
	out := 0
	for _, v := range values {
		if math.Abs(v-p.Mean) > half {
			out++
		}
	}
	if p.Range == 0 || 2*out > len(values) {
		p.Median, p.Mean, p.Range, p.Screened = true, middle(slices.Sorted(slices.Values(values))), mean(ranges), 0
	}
	return p.Range > 0
}
