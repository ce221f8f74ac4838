package simulate

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// ProfileWidth is the width of a profile's bins: five minutes.
const ProfileWidth int32 = 300

// Bin is a stretch of the day in which tickets of one lane are taken.
type Bin struct {
	From, Width int32 // seconds since midnight, seconds
	Lane        int
	Weight      int64 // tickets seen
}

// Profile counts the arrivals of all days by bin and lane, in order of time.
func Profile(days [][]Arrival, width int32) []Bin {
	type key struct {
		from int32
		lane int
	}
	count := map[key]int64{}
	for _, d := range days {
		for _, a := range d {
			count[key{a.At - a.At%width, a.Lane}]++
		}
	}
	out := make([]Bin, 0, len(count))
	for k, n := range count {
		out = append(out, Bin{k.from, width, k.lane, n})
	}
	slices.SortFunc(out, func(a, b Bin) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Lane, b.Lane))
	})
	return out
}

// profile draws arrivals: a bin by its weight, then a second within it.
type profile struct {
	bins []Bin
	upTo []int64
}

func newProfile(bins []Bin) profile {
	p := profile{bins: bins, upTo: make([]int64, len(bins))}
	var sum int64
	for i, b := range bins {
		sum += b.Weight
		p.upTo[i] = sum
	}
	return p
}

func (p profile) draw(rng *rand.Rand) Arrival {
	v := rng.Int64N(p.upTo[len(p.upTo)-1])
	i, exact := slices.BinarySearch(p.upTo, v)
	if exact { // bins own [upTo of the one before, upTo)
		i++
	}
	for p.bins[i].Weight == 0 {
		i++
	}
	return Arrival{p.bins[i].From + rng.Int32N(p.bins[i].Width), p.bins[i].Lane}
}
