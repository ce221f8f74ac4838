package award_test

import (
	"math/big"
	"testing"

	"rapor/analysis"
	"rapor/analysis/award"
	"rapor/analysis/result"
)

// quality are the indicators that are computed beside the catalogue.
var quality = map[string]result.Unit{"MUT-01": result.Share, "MUT-02": result.Share}

func rubrics(t *testing.T) []award.Rubric {
	t.Helper()
	var out []award.Rubric
	for _, id := range award.IDs() {
		r, ok, err := award.Builtin(id)
		if !ok || err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		out = append(out, r)
	}
	return out
}

func units() map[string]result.Unit {
	out := map[string]result.Unit{}
	for _, e := range analysis.Catalogue() {
		out[e.ID] = e.Unit
	}
	for id, u := range quality {
		out[id] = u
	}
	return out
}

// TestRubricsNameIndicatorsThatExist: a rubric that names another earns
// nothing and says only that there are no data.
func TestRubricsNameIndicatorsThatExist(t *testing.T) {
	known := units()
	for _, r := range rubrics(t) {
		for _, id := range r.Indicators() {
			if known[id] == "" {
				t.Errorf("%s names %s", r.ID, id)
			}
		}
	}
}

// plausible is the range a bound of a scale can have, by the indicator's base
// unit: it catches a bound written in another one ("90" for "90%", "180" for
// "180 menit").
var plausible = map[result.Unit][2]*big.Rat{
	result.Share: {new(big.Rat), big.NewRat(1, 1)}, result.PerMille: {new(big.Rat), big.NewRat(1, 10)}, result.Points: {new(big.Rat), big.NewRat(120, 1)},
	result.Seconds: {big.NewRat(60, 1), big.NewRat(24*3600, 1)}, result.Days: {new(big.Rat), big.NewRat(366, 1)}, result.Ratio: {new(big.Rat), big.NewRat(100, 1)},
}

func TestScalesAreInTheUnitOfTheirIndicator(t *testing.T) {
	unit := units()
	direction := map[string]result.Direction{}
	for _, e := range analysis.Catalogue() {
		direction[e.ID] = e.Better
	}
	for _, r := range rubrics(t) {
		for _, c := range r.Criteria {
			for _, m := range c.Measures {
				span, stated := plausible[unit[m.Indicator]]
				for _, v := range []*big.Rat{m.None, m.All} {
					switch {
					case stated && (v.Cmp(span[0]) < 0 || v.Cmp(span[1]) > 0):
						t.Errorf("%s, %s: %s is no %s of %s", r.ID, c.ID, v.RatString(), unit[m.Indicator], m.Indicator)
					case !stated && (!v.IsInt() || v.Sign() < 0): // counts
						t.Errorf("%s, %s: %s is no number of %s", r.ID, c.ID, v.RatString(), unit[m.Indicator])
					}
				}
				if d := direction[m.Indicator]; int(d)*m.All.Cmp(m.None) < 0 {
					t.Errorf("%s, %s: the scale of %s runs against what is better", r.ID, c.ID, m.Indicator)
				}
			}
		}
	}
}

// TestKIPPWeights: the weights of the general group of 2023 as quoted; the
// summary weighs nothing and is on the checklist.
func TestKIPPWeights(t *testing.T) {
	r, ok, err := award.Builtin("kipp-2023")
	if !ok || err != nil {
		t.Fatal(err)
	}
	want := map[string]int64{"latar-belakang": 10, "kebaruan": 15, "implementasi": 5, "signifikansi": 30, "adaptabilitas": 20, "sumber-daya": 5, "keberlanjutan": 15}
	if !r.Official || len(r.Criteria) != len(want) {
		t.Errorf("official %v, %d criteria", r.Official, len(r.Criteria))
	}
	for _, c := range r.Criteria {
		if c.Weight.Cmp(big.NewRat(want[c.ID], 1)) != 0 || len(c.Measures) > 0 {
			t.Errorf("%s: weight %s, %d measures; the jury gives the points", c.ID, c.Weight.RatString(), len(c.Measures))
		}
	}
	if len(r.Checklist) == 0 || r.Checklist[0].Key != "ringkasan" {
		t.Error("the summary is not on the checklist")
	}
}
