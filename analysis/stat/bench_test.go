package stat

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// A year of an office: 250 days of 200 applicants.
func yearDays() [][]int32 {
	rng := rand.New(rand.NewPCG(9, 9))
	days := make([][]int32, 250)
	for d := range days {
		for range 200 {
			days[d] = append(days[d], rng.Int32N(9000))
		}
		slices.Sort(days[d])
	}
	return days
}

func year() *Cluster { return NewCluster(yearDays()) }

func BenchmarkNewCluster(b *testing.B) {
	days := yearDays()
	for b.Loop() {
		NewCluster(days)
	}
}

func BenchmarkBootMedianYear(b *testing.B) {
	c := year()
	for b.Loop() {
		if _, err := DefaultBoot.Run(c, MedianOf()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBootFiveMeasuresYear(b *testing.B) {
	c := year()
	for b.Loop() {
		if _, err := DefaultBoot.Run(c, MedianOf(), QuantileOf(9, 10), QuantileOf(95, 100), MeanOf(), ShareWithin(3600)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHodgesLehmannYear(b *testing.B) {
	c := year()
	for b.Loop() {
		if _, err := HodgesLehmann(c.value, c.value[:20000], .95); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFairnessDay(b *testing.B) {
	rng := rand.New(rand.NewPCG(2, 2))
	turns := make([]Turn, 200)
	for i := range turns {
		turns[i].Taken = rng.Int32N(9000)
		turns[i].Called = turns[i].Taken + rng.Int32N(4000)
	}
	for b.Loop() {
		Fairness(turns, 60)
	}
}
