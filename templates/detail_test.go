package templates

import (
	"math/big"
	"testing"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// TestTermsOfAQuotient: a sum of scores is a whole number and has no decimals;
// one that is not whole keeps them.
func TestTermsOfAQuotient(t *testing.T) {
	for _, c := range []struct {
		num, den *big.Rat
		n        int64
		id, en   string // the numerator
	}{
		{big.NewRat(27, 1), big.NewRat(9, 1), 9, "27", "27"},
		{big.NewRat(27143, 1), big.NewRat(9, 1), 9, "27.143", "27,143"},
		{big.NewRat(55, 2), big.NewRat(9, 1), 9, "27,500", "27.500"},
	} {
		ind := &result.Indicator{Unit: result.Points, Domain: "survey",
			Value: result.Value{Value: big.NewRat(3, 1), Num: c.num, Den: c.den, N: c.n, NUnit: result.Answers}}
		for lang, want := range map[format.Lang]string{format.ID: c.id, format.EN: c.en} {
			var v viewer
			v.tongue, v.Lang = lang, lang
			num, den := v.terms(ind)
			if num != want {
				t.Errorf("numerator %q, want %q", num, want)
			}
			if lang == format.ID && den != "9 responden" {
				t.Errorf("denominator %q", den)
			}
		}
	}
}
