package wording

import (
	"testing"

	"rapor/ingest/text/texttest"
)

func TestWordsSpeakBothLanguages(t *testing.T) {
	for _, w := range catalogue {
		if flaw := texttest.Flaw(w.Text); flaw != "" {
			t.Errorf("%s: %q %s", w.key, w.Text, flaw)
		}
	}
}
