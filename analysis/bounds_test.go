package analysis

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/result"
)

// TestImpliedBoundsHold: whatever the rejected rows held, the value with them
// lies within the bounds, and the bounds are reached.
func TestImpliedBoundsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.Int64Range(1, 1000).Draw(t, "den")
		num := rapid.Int64Range(0, den).Draw(t, "num")
		n := rapid.Int64Range(1, 50).Draw(t, "rejected")
		v := result.Value{Value: big.NewRat(num, den), Num: big.NewRat(num, 1), Den: big.NewRat(den, 1), N: den}
		lo, hi := implied(v, result.Share, n)
		counted := rapid.Int64Range(0, n).Draw(t, "counted") // some belong to the period, some of them to the numerator
		hits := rapid.Int64Range(0, counted).Draw(t, "hits")
		x := big.NewRat(num+hits, den+counted)
		if x.Cmp(lo) < 0 || x.Cmp(hi) > 0 {
			t.Fatalf("%s is outside %s to %s", x.RatString(), lo.RatString(), hi.RatString())
		}
		if lo.Cmp(big.NewRat(num, den+n)) != 0 || hi.Cmp(big.NewRat(num+n, den+n)) != 0 {
			t.Fatalf("bounds %s to %s are not reached", lo.RatString(), hi.RatString())
		}
	})
	c := result.Value{Value: big.NewRat(12, 1), N: 12}
	if lo, hi := implied(c, result.Acts, 3); lo.RatString() != "12" || hi.RatString() != "15" {
		t.Errorf("a count: %s to %s", lo, hi)
	}
	money := result.Value{Value: big.NewRat(1, 2), Num: big.NewRat(500, 1), Den: big.NewRat(1000, 1), N: 3}
	if lo, hi := implied(money, result.Share, 1); lo != nil || hi != nil {
		t.Error("a share of rupiah was bounded by a number of rows")
	}
}
