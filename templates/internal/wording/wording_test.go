package wording

import (
	"regexp"
	"slices"
	"testing"

	"rapor/templates/format"
)

func TestCatalogueIsCompleteInBothLanguages(t *testing.T) {
	placeholder := regexp.MustCompile(`\{\d+\}`)
	seen := map[string]bool{}
	for _, w := range catalogue {
		if seen[w.key] {
			t.Errorf("%s stands twice", w.key)
		}
		seen[w.key] = true
		if w.ID == "" || w.EN == "" {
			t.Errorf("%s lacks a language", w.key)
		}
		id, en := placeholder.FindAllString(w.ID, -1), placeholder.FindAllString(w.EN, -1)
		slices.Sort(id)
		slices.Sort(en)
		if !slices.Equal(id, en) {
			t.Errorf("%s has other values in English: %v, %v", w.key, id, en)
		}
	}
}

func TestSay(t *testing.T) {
	id, en := Words{format.ID}, Words{format.EN}
	if got := id.Say("figure.number", "3"); got != "Gambar 3" {
		t.Errorf("got %q", got)
	}
	if got := en.Say("figure.number", "3"); got != "Figure 3" {
		t.Errorf("got %q", got)
	}
	// A value that looks like a placeholder is not filled again.
	if got := id.Say("place.row", "{1}", "7"); got != "{1}, baris 7" {
		t.Errorf("got %q", got)
	}
	if id.Maybe("verdict.none-such") != "" || id.Maybe("verdict.met") == "" {
		t.Error("Maybe does not tell known keys from unknown ones")
	}
	if id.Code() != "id" || en.Code() != "en" {
		t.Error("wrong language tags")
	}
}
