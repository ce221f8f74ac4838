package queue

import (
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
)

// SpecsFor are the indicators of Specs, called after the limits that the office
// set itself: a share of waits over 30 minutes must not bear the name of three
// hours.
func SpecsFor(set *office.Setting) []indicator.Spec[*Slice] {
	out := slices.Clone(Specs())
	if set.LongWait == office.Default().LongWait {
		return out
	}
	limit := result.Int(int64(set.LongWait), result.Seconds)
	for i := range out {
		if out[i].ID == longWait.ID {
			out[i].Name = result.T("Tunggu lebih dari {0}", "Waits over {0}", limit)
			out[i].Question = result.T("Berapa bagian pemohon yang menunggu lebih dari {0}?", "What share of applicants waits more than {0}?", limit)
		}
	}
	return out
}
