package edition

import (
	"testing"

	"rapor/analysis/result"
)

// TestSentencesElsewhere: wherever a sentence stands, it is dropped when it
// gives a number beside the name of an indicator whose value is withheld, and
// stays when it gives none or speaks of another.
func TestSentencesElsewhere(t *testing.T) {
	name := result.T("Deportasi perempuan", "Deported women")
	said := result.T("{0} menjadi {1}.", "{0} becomes {1}.", result.Named(name.ID, name.EN), result.Int(40, result.Count))
	without := result.T("{0} dihitung lain.", "{0} is counted otherwise.", result.Named(name.ID, name.EN))
	other := result.T("{0} menjadi {1}.", "{0} becomes {1}.", result.Named("Lain", "Another"), result.Int(40, result.Count))
	e := &editor{Result: &result.Result{Indicators: []result.Indicator{{ID: "X", Name: name, Value: result.Value{Masked: true}}},
		Notices: []result.Text{said, without, other}}, gone: map[string]bool{}}
	e.statements()
	if len(e.Notices) != 2 || key(e.Notices[0]) != key(without) || key(e.Notices[1]) != key(other) {
		t.Errorf("%+v", e.Notices)
	}
	e = &editor{Result: &result.Result{Indicators: []result.Indicator{{ID: "X", Name: name}}, Notices: []result.Text{said}}, gone: map[string]bool{}}
	if e.statements(); len(e.Notices) != 1 {
		t.Error("a sentence about a value that is printed was dropped")
	}
}
