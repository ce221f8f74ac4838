package facts

import (
	"testing"

	"rapor/ingest/record"
)

// TestOtherFundsAreAdded: grants and loans are parts beside RM and PNBP, in
// whatever way these two are stated, and part of a whole that names no fund.
func TestOtherFundsAreAdded(t *testing.T) {
	c := func(f record.Fund, sen int64, sheet uint16) claim {
		return claim{ref: record.Ref{Sheet: sheet, Row: uint32(f) + 1}, fund: f, value: record.Sen(sen)}
	}
	rm, pnbp, both, grant := c(record.FundRM, 60, 0), c(record.FundPNBP, 30, 0), c(record.FundCombined, 90, 0), c(record.FundOther, 10, 0)
	for name, tc := range map[string]struct {
		claims   []claim
		want     record.Rupiah
		disagree bool
	}{
		"alone":                {[]claim{grant}, 10, false},
		"beside both":          {[]claim{rm, pnbp, grant}, 100, false},
		"beside one":           {[]claim{rm, grant}, 70, false},
		"beside the combined":  {[]claim{both, grant}, 100, false},
		"beside all":           {[]claim{rm, pnbp, both, grant}, 100, false},
		"part of a whole":      {[]claim{c(record.FundUnknown, 100, 1), rm, pnbp, grant}, 100, false},
		"more than the whole":  {[]claim{c(record.FundUnknown, 90, 1), rm, pnbp, grant}, 90, true},
		"whole and grant only": {[]claim{c(record.FundUnknown, 90, 1), grant}, 90, false},
	} {
		if s := settle(tc.claims); !s.Known || s.Sen != tc.want || s.disagree != tc.disagree {
			t.Errorf("%s: %+v", name, s)
		}
	}
}
