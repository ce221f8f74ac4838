package cli

import (
	"strings"
	"testing"

	"rapor/analysis"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// TestExamplesSpeakOneLanguage: what explains an example is in the language of
// the run, and so are the words of its result; what tests are told is left out.
func TestExamplesSpeakOneLanguage(t *testing.T) {
	id, en := exampleIn(reject.Example(reject.StaleCorrection), text.ID), exampleIn(reject.Example(reject.StaleCorrection), text.EN)
	if !strings.HasPrefix(id, "Baris diperbaiki") || strings.Contains(id, "English") || strings.Contains(id, "command:") || !strings.Contains(id, "-- koreksi.csv --") {
		t.Errorf("id: %s", id)
	}
	if !strings.HasPrefix(en, "A row was mended") || strings.Contains(en, "Baris diperbaiki") || strings.Contains(en, "command:") || !strings.Contains(en, "-- koreksi.csv --") {
		t.Errorf("en: %s", en)
	}
	for _, e := range analysis.Catalogue() {
		id, en := exampleIn(e.Worked, text.ID), exampleIn(e.Worked, text.EN)
		_, result, _ := strings.Cut(en, "-- result --")
		if strings.HasPrefix(id, "-- ") || !strings.HasPrefix(en, "-- ") || result == "" || strings.Contains(result, "nilai") || strings.Contains(result, "tidak ada") {
			t.Errorf("%s: %.60s, in English %.60s … %s", e.ID, id, en, result)
		}
	}
	for _, p := range reject.All() {
		if s := reject.Example(p.Code); s != "" && strings.HasPrefix(exampleIn(s, text.EN), "-- ") {
			t.Errorf("%s is not explained in English", p.Code)
		}
	}
}
