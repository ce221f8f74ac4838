package finance

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/record"
)

// This file compares what lies inside a value: the total of any parts, the
// rounding, the range of the forecast. The values themselves are compared in
// naive_table_test.go.

func TestTotalAgainstPlainVersion(t *testing.T) {
	weights := []int64{10, 15, 20, 10, 10, 10, 25}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(2024, seed))
		var in [7]int64
		sum, weight, n := int64(0), int64(0), int64(0)
		for i := range in {
			in[i] = int64(r.IntN(12_000)) - 1_000
			if in[i] >= 0 {
				sum, weight, n = sum+weights[i]*in[i], weight+weights[i], n+1
			}
		}
		v, w, parts := total(scoresOf(in[:]...))
		switch {
		case parts != n || w.Cmp(big.NewRat(weight, 1)) != 0:
			t.Fatalf("%d parts of weight %v, want %d of %d", parts, w, n, weight)
		case (v == nil) != (weight == 0):
			t.Fatalf("a total of %v for weight %d", v, weight)
		case v != nil && v.Cmp(big.NewRat(sum, 100*weight)) != 0:
			t.Fatalf("%v, want %d/%d", v, sum, 100*weight)
		}
	}
}

func TestHalfUpRounds(t *testing.T) {
	for in, want := range map[string]string{"94.995": "95.00", "94.9949": "94.99", "-0.005": "0.00", "-0.006": "-0.01", "2": "2.00"} {
		v, _ := new(big.Rat).SetString(in)
		if got := halfUp(v, 2).FloatString(2); got != want {
			t.Errorf("%s -> %s, want %s", in, got, want)
		}
	}
}

// TestForecastRange: the range spans the forecasts by single years, and is
// there only with two years or more.
func TestForecastRange(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(2024, seed))
		f := &facts.Set{}
		last, years := 1+r.IntN(11), 1+r.IntN(4)
		now, lo, hi := 0.0, math.Inf(1), 0.0
		for m := 1; m <= last; m++ {
			x := float64(1 + r.IntN(900))
			line(f, 2024, m, 52, 1_000_000, 0, x)
			now += x
		}
		for y := 2024 - years; y < 2024; y++ {
			so, all := 0.0, 0.0
			for m := 1; m <= 12; m++ {
				x := float64(1 + r.IntN(900))
				line(f, y, m, 52, 1_000_000, 0, x)
				if all += x; m <= last {
					so += x
				}
			}
			lo, hi = math.Min(lo, now*all/so), math.Max(hi, now*all/so)
		}
		f.Seal()
		v := forecast.Compute(slice(f, 2024, last))
		if (v.Lo != nil) != (years > 1) {
			t.Fatalf("%d years: range %v", years, v.Lo)
		}
		if years > 1 && (math.Abs(*v.Lo-lo/1e6) > 1e-9 || math.Abs(*v.Hi-hi/1e6) > 1e-9 || v.Level != float64(years-1)/float64(years+1)) {
			t.Fatalf("range %v to %v (%v), want %v to %v", *v.Lo, *v.Hi, v.Level, lo/1e6, hi/1e6)
		}
	}
}

// TestAccountsLeftOutAreSaid: an account with a ceiling and no spending stated
// is neither in the value nor in n, and the value says so.
func TestAccountsLeftOutAreSaid(t *testing.T) {
	f := &facts.Set{}
	line(f, 2024, 1, 52, 100, 0, 10)
	f.Ledger(&record.Ledger{Ref: ref(), Year: 2024, Month: 1, Account: 53, Ceiling: record.Sen(900_00)})
	f.Seal()
	v := gross.Compute(slice(f, 2024, 12))
	if v.N != 1 || !strings.Contains(said(v), "no realisation stated") {
		t.Errorf("n %d, said %s", v.N, said(v))
	}
}
