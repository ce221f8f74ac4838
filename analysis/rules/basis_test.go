package rules_test

import (
	"testing"

	"rapor/analysis"
	"rapor/analysis/rules"
)

// TestEveryBasisIsInTheRegister: what an indicator rests on can be looked up.
func TestEveryBasisIsInTheRegister(t *testing.T) {
	for _, e := range analysis.Catalogue() {
		if len(e.Basis) == 0 && e.Domain == "finance" {
			t.Errorf("%s rests on no rule", e.ID)
		}
		for _, b := range e.Basis {
			if _, ok := rules.Find(b); !ok {
				t.Errorf("%s rests on %s, which is not in the register", e.ID, b)
			}
		}
	}
}
