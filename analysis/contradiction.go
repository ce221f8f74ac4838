package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/result"
)

// Contradiction is a table of a source whose own total differs from its lines,
// by a share of the total.
type Contradiction struct {
	Source int
	Kind   string
	Off    *big.Rat
}

// withheldOver is the difference, as a share, beyond which a value that rests on
// a contradictory table is not printed until the office says which is right.
var withheldOver = big.NewRat(1, 100)

// contradicted carries what reconciling found to a value that rests on it: a
// warning, or, beyond the bound, the value withheld.
func (c *run) contradicted(kinds []string, v *result.Value) {
	if !v.Known() {
		return
	}
	var most *big.Rat
	for _, x := range c.Contradictions {
		if slices.Contains(kinds, x.Kind) && slices.Contains(v.Sources, x.Source) && (most == nil || x.Off.Cmp(most) > 0) {
			most = x.Off
		}
	}
	if most == nil {
		return
	}
	if most.Cmp(withheldOver) > 0 {
		say := result.T("ditahan: baris jumlah tabelnya berbeda {0} dari rinciannya (D503); perbaiki, atau tulis totals: rincian pada sources di rapor.yaml",
			"withheld: the total of its table differs by {0} from its lines (D503); mend it, or write totals: lines in sources of rapor.yaml",
			result.Num(most, result.Share))
		*v = result.Value{NUnit: v.NUnit, Missing: &say, Sources: v.Sources}
		return
	}
	v.Warnings = append(v.Warnings, result.T("Baris jumlah tabelnya berbeda {0} dari rinciannya (D503).", "The total of its table differs by {0} from its lines (D503).",
		result.Num(most, result.Share)))
}
