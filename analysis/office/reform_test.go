package office

import "testing"

// TestReformsTouchIndicatorsOrFamilies: an id touches itself, a family all of
// its indicators; a family is touched where one of its indicators is.
func TestReformsTouchIndicatorsOrFamilies(t *testing.T) {
	r := Reform{Indicators: []string{"ANT", "GAK-15"}}
	for id, want := range map[string]bool{"ANT-03": true, "ANT": true, "GAK-15": true, "GAK": true, "GAK-01": false, "GAK-1": false, "KEU-01": false, "KEU": false} {
		if r.Touches(id) != want {
			t.Errorf("%s: %v", id, !want)
		}
	}
	all := Reform{}
	if !all.Touches("KEU-01") {
		t.Error("a reform that names nothing touches everything")
	}
	s := Setting{Reforms: []Reform{r, all}}
	if len(s.ReformsOf("KEU-01")) != 1 || len(s.ReformsOf("ANT-03")) != 2 {
		t.Errorf("%v %v", s.ReformsOf("KEU-01"), s.ReformsOf("ANT-03"))
	}
}
