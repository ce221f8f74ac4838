package office

import (
	"math/big"
	"testing"
)

func TestParseValue(t *testing.T) {
	for in, want := range map[string]*big.Rat{
		"90%": big.NewRat(9, 10), "97,5 %": big.NewRat(975, 1000), "60m": big.NewRat(3600, 1),
		"4 hari": big.NewRat(4, 1), "Rp1.500.000": big.NewRat(150000000, 1), "81,26": big.NewRat(8126, 100),
		"1h30m": big.NewRat(5400, 1), "1 jam 30 menit": big.NewRat(5400, 1), "5‰": big.NewRat(5, 1000), "0": new(big.Rat),
	} {
		if v, ok := ParseValue(in); !ok || v.Cmp(want) != 0 {
			t.Errorf("ParseValue(%q) = %v, %v; want %v", in, v, ok, want)
		}
	}
}
