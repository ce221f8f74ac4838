package stat

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func ints(t *rapid.T, name string, lo, hi, most int) []int32 {
	return rapid.SliceOfN(rapid.Int32Range(int32(lo), int32(hi)), 1, most).Draw(t, name)
}

func TestFairnessOfAgainstPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		tol := int32(rapid.IntRange(0, 5).Draw(t, "tol"))
		tickets := make([]Ticket, n)
		for i := range tickets {
			tickets[i] = Ticket{Turn{int32(rapid.IntRange(0, 30).Draw(t, "a")), int32(rapid.IntRange(0, 40).Draw(t, "b"))},
				rapid.IntRange(0, 3).Draw(t, "p") == 0, rapid.IntRange(0, 3).Draw(t, "r") == 0}
		}
		want := Overtaken{Order: Order{N: int64(n)}}
		for _, x := range tickets {
			var lost, bad int64
			for _, y := range tickets {
				if x.Taken >= y.Taken {
					continue
				}
				want.Pairs++
				if y.Called < x.Called-tol {
					lost++
					if !x.Recalled && (!y.Priority || x.Priority) {
						bad++
					}
				}
			}
			want.Overtakes += lost
			want.Unexplained += bad
			want.Worst, want.UnexplainedWorst = max(want.Worst, lost), max(want.UnexplainedWorst, bad)
			if lost > 0 {
				want.Passed++
			}
			if bad > 0 {
				want.UnexplainedPassed++
			}
		}
		before := slices.Clone(tickets)
		if got := FairnessOf(tickets, tol); got != want || !slices.Equal(before, tickets) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

func TestOracleTQ2(t *testing.T) {
	at := func(h, m int32) int32 { return h*3600 + m*60 }
	lane := []Ticket{
		{Turn: Turn{at(7, 30), at(7, 40)}}, {Turn: Turn{at(7, 31), at(7, 50)}}, {Turn: Turn{at(7, 33), at(7, 45)}},
		{Turn: Turn{at(7, 35), at(7, 46)}}, {Turn: Turn{at(7, 42), at(7, 55)}}, {Turn: Turn{at(7, 43), at(7, 52)}},
	}
	o := FairnessOf(lane, 60)
	if o.PairShare().Cmp(big.NewRat(1, 5)) != 0 || o.PassedShare().Cmp(big.NewRat(1, 3)) != 0 || o.Worst != 2 || o.Unexplained != 3 {
		t.Errorf("%+v", o)
	}
	// A002 had been called before; A007 has priority.
	lane[1].Recalled, lane[5].Priority = true, true
	if o = FairnessOf(lane, 60); o.Overtakes != 3 || o.Unexplained != 0 || o.Explained() != 3 {
		t.Errorf("explained: %+v", o)
	}
	o.Add(Overtaken{Order: Order{Pairs: 5, Overtakes: 2, Passed: 1, Worst: 9, N: 4}, Unexplained: 1, UnexplainedPassed: 1, UnexplainedWorst: 1})
	if o.Pairs != 20 || o.Explained() != 4 || o.Worst != 9 || o.UnexplainedWorst != 1 {
		t.Errorf("pooled: %+v", o)
	}
	if (Order{}).PairShare() != nil || (Order{}).PassedShare() != nil {
		t.Error("a share of nothing")
	}
}

// TestClusterAgainstConcatenation resamples days by really putting them one
// after the other, with the same weights.
func TestClusterAgainstConcatenation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := make([][]int32, rapid.IntRange(1, 30).Draw(t, "days"))
		for d := range days {
			days[d] = rapid.SliceOfN(rapid.Int32Range(0, 60), 0, 25).Draw(t, "day")
			slices.Sort(days[d])
		}
		days[0] = append(days[0], 60)
		c := NewCluster(days)
		days = slices.DeleteFunc(days, func(d []int32) bool { return len(d) == 0 })
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		weights := make([]int32, c.Days())
		draw(rng, weights)
		var all []int32
		for d, w := range weights {
			for range w {
				all = append(all, days[d]...)
			}
		}
		slices.Sort(all)
		num := rapid.Int64Range(0, 20).Draw(t, "num")
		limit := rapid.Int32Range(-1, 61).Draw(t, "limit")
		within := 0
		for _, v := range all {
			if v <= limit {
				within++
			}
		}
		for what, pair := range map[string][2]float64{
			"quantile": {c.of(QuantileOf(num, 20), weights), ratio(Quantile(all, num, 20))},
			"mean":     {c.of(MeanOf(), weights), ratio(Mean(all))},
			"share":    {c.of(ShareWithin(limit), weights), float64(within) / float64(len(all))},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-9 {
				t.Fatalf("%s: %v, by concatenation %v", what, pair[0], pair[1])
			}
		}
	})
}

func TestClusterSortsBothWays(t *testing.T) {
	days := [][]int32{{9, -7, 3}, {}, {3, 3, 1 << 30}, {2}}
	wide := NewCluster(days) // by comparison: the range is large
	if !slices.Equal(wide.value, []int32{-7, 2, 3, 3, 3, 9, 1 << 30}) || !slices.Equal(wide.day, []int32{0, 2, 0, 1, 1, 0, 1}) {
		t.Errorf("%v of days %v", wide.value, wide.day)
	}
	days[2][2] = 10
	near := NewCluster(days) // by counting
	if !slices.Equal(near.value, []int32{-7, 2, 3, 3, 3, 9, 10}) || !slices.Equal(near.day, wide.day) || near.Days() != 3 || near.N() != 7 {
		t.Errorf("%v of days %v", near.value, near.day)
	}
}

// TestBootAgainstNaive repeats a whole run with the same streams by hand.
func TestBootAgainstNaive(t *testing.T) {
	days := make([][]int32, 12)
	rng := rand.New(rand.NewPCG(8, 8))
	for d := range days {
		for range 5 + rng.IntN(200) { // more than one block
			days[d] = append(days[d], rng.Int32N(5000))
		}
		slices.Sort(days[d])
	}
	b := DefaultBoot
	b.Reps, b.Plain = 199, true
	got, err := b.Run(NewCluster(days), MedianOf())
	if err != nil {
		t.Fatal(err)
	}
	var reps []float64
	for r := range b.Reps {
		rng := rand.New(rand.NewPCG(b.Seed, uint64(r)))
		var all []int32
		for range days {
			all = append(all, days[rng.Uint64N(12)]...)
		}
		slices.Sort(all)
		reps = append(reps, ratio(Median(all)))
	}
	slices.Sort(reps)
	if got[0].Lo != reps[4] || got[0].Hi != reps[194] { // ranks 5 and 195 of 199
		t.Errorf("%+v, by hand %v to %v", got[0], reps[4], reps[194])
	}
	wide := b
	wide.Plain = false
	if w, _ := wide.Run(NewCluster(days), MedianOf()); w[0].Lo > got[0].Lo || w[0].Hi < got[0].Hi || w[0].Value != got[0].Value {
		t.Errorf("expanded %+v is not wider than %+v", w[0], got[0])
	}
}

func TestBootSameForAnyWorkers(t *testing.T) {
	a, c := clustered(rand.New(rand.NewPCG(1, 1)), 30, 0), clustered(rand.New(rand.NewPCG(1, 2)), 25, 300)
	var first []Interval
	for _, workers := range []int{0, 1, 2, 5} {
		b := DefaultBoot
		b.Reps, b.Workers = 301, workers
		got, err := b.Difference(a, c, MedianOf(), QuantileOf(9, 10), MeanOf(), ShareWithin(3600))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		} else if !slices.Equal(first, got) {
			t.Fatalf("%d workers: %+v, want %+v", workers, got, first)
		}
	}
	_, err := DefaultBoot.Difference(a, NewCluster([][]int32{{1}, {2}}), MeanOf())
	if r := refused(t, "two days", err, TooFew); r.Where != "after" || r.Have != 2 || r.Need != 10 {
		t.Errorf("%+v", r)
	}
	_, err = DefaultBoot.Run(NewCluster(nil), MeanOf())
	refused(t, "no days", err, TooFew)
	if NewCluster(nil).Exact(MeanOf()) != nil {
		t.Error("no days have a mean")
	}
}

func TestPairsAndShiftAgainstAllPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := ints(t, "a", -20, 20, 30), ints(t, "b", -20, 20, 30)
		var want Pairs
		var diffs []float64
		for _, x := range a {
			for _, y := range b {
				switch diffs = append(diffs, float64(x-y)); {
				case x > y:
					want.Greater++
				case x < y:
					want.Less++
				default:
					want.Ties++
				}
			}
		}
		if got := ComparePairs(a, b); got != want {
			t.Fatalf("%+v, want %+v", got, want)
		}
		slices.Sort(diffs)
		d := newDifferences(a, b)
		if d.median() != middle(diffs) {
			t.Fatalf("shift %v, want %v", d.median(), middle(diffs))
		}
		for k := range diffs {
			if v := d.order(int64(k + 1)); v != diffs[k] {
				t.Fatalf("difference %d is %v, want %v", k+1, v, diffs[k])
			}
		}
		r, err := MannWhitney(a, b)
		s, err2 := MannWhitney(b, a)
		if err != nil || err2 != nil || math.Abs(r.P-s.P) > 1e-12 {
			t.Fatalf("not antisymmetric: %v, %v", r.P, s.P)
		}
	})
}

func TestRankSumDistributionAgainstEnumeration(t *testing.T) {
	for n1 := 1; n1 <= 5; n1++ {
		for n2 := 1; n2 <= 5; n2++ {
			counts := make([]float64, n1*n2+1)
			for set := range 1 << (n1 + n2) {
				u, chosen := 0, 0
				for rank := range n1 + n2 {
					if set>>rank&1 == 1 {
						u += rank - chosen
						chosen++
					}
				}
				if chosen == n1 {
					counts[u]++
				}
			}
			if d := uDistribution(n1, n2); !slices.Equal(d.count, counts) {
				t.Errorf("%d, %d: %v, want %v", n1, n2, d.count, counts)
			}
		}
	}
}

func TestKaplanMeierAgainstDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spans := make([]Span, rapid.IntRange(1, 30).Draw(t, "n"))
		for i := range spans {
			spans[i] = Span{rapid.Int32Range(0, 12).Draw(t, "time"), rapid.Bool().Draw(t, "event")}
		}
		spans[0].Event = true
		s, err := KaplanMeier(spans, .95)
		if err != nil {
			t.Fatal(err)
		}
		for time := int32(-1); time <= 13; time++ {
			want := big.NewRat(1, 1)
			for u := int32(0); u <= time; u++ {
				var risk, dead int64
				for _, x := range spans {
					if x.Time >= u {
						risk++
					}
					if x.Time == u && x.Event {
						dead++
					}
				}
				if dead > 0 {
					want.Mul(want, big.NewRat(risk-dead, risk))
				}
			}
			iv := s.OpenAt(time)
			if math.Abs(iv.Value-ratio(want)) > 1e-12 || iv.Lo > iv.Value+1e-12 || iv.Hi < iv.Value-1e-12 {
				t.Fatalf("at %d: %+v, want %v", time, iv, want)
			}
		}
	})
}

func TestGiniAgainstPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := ints(t, "x", 0, 90, 40)
		x = append(x, 1)
		slices.Sort(x)
		var sum int64
		for _, a := range x {
			for _, b := range x {
				sum += int64(max(a-b, b-a))
			}
		}
		want := big.NewRat(sum, 2*int64(len(x))*Sum(x))
		if Gini(x).Cmp(want) != 0 {
			t.Fatalf("%v, want %v", Gini(x), want)
		}
	})
}

func TestPlacesAgainstCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := ints(t, "x", -3, 3, 12)
		v := make([]float64, len(x))
		for i := range x {
			v[i] = float64(x[i])
		}
		for _, good := range []Direction{Up, Down} {
			for i, got := range places(v, good) {
				want := 1
				for _, w := range v {
					if good == Up && w > v[i] || good == Down && w < v[i] {
						want++
					}
				}
				if got != want {
					t.Fatalf("%v good %d: place of %v is %d, want %d", v, good, v[i], got, want)
				}
			}
		}
	})
}
