package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapor/analysis/award"
	"rapor/analysis/rules"
	"rapor/analysis/stat"
	"rapor/cmd/rapor/internal/cli"
	"rapor/ingest/layout"
	"rapor/ingest/text"
	"rapor/ingest/text/texttest"
)

// silent are the fields of a result that may say nothing in either language.
var silent = []string{
	"Note", "documents.award", "figures.note", "figures.x.title", "figures.y.title", "indicators.baseline.say", "indicators.control.method",
	"indicators.control.phases.reason", "methods.note", "methods.parameters.note", "methods.parameters.register", "tables.note",
}

// speaks checks every text in JSON, at least so many of them.
func speaks(t *testing.T, what string, b []byte, least int) {
	t.Helper()
	n, err := texttest.Walk(b, func(path string, said text.Text) {
		if said.Empty() && slices.Contains(silent, path) {
			return
		}
		if flaw := texttest.Flaw(said); flaw != "" {
			t.Errorf("%s, %s: %q %s", what, path, said, flaw)
		}
	})
	if err != nil || n < least {
		t.Errorf("%s: %d texts, at least %d expected; %v", what, n, least, err)
	}
}

// TestResultSpeaksBothLanguages walks the whole hasil.json of the sample,
// in both editions.
func TestResultSpeaksBothLanguages(t *testing.T) {
	for name, least := range map[string]int{"internal/hasil.json": 4000, "hasil.json": 3500} {
		b, err := os.ReadFile(filepath.Join(sampleFolder(t), filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		speaks(t, name, b, least)
	}
}

// TestCataloguesSpeakBothLanguages walks what the program knows beforehand:
// data problems, indicators, rules, rubrics, layouts, departures from well-known
// tools. The help and the words of the pages are checked in their packages.
func TestCataloguesSpeakBothLanguages(t *testing.T) {
	for command, least := range map[string]int{"problems": 150, "indicators": 250, "rules": 150} {
		var out, notes bytes.Buffer
		if code := cli.Run([]string{command, "--json"}, cli.Streams{Out: &out, Err: &notes}); code != 0 {
			t.Fatal(notes.String())
		}
		speaks(t, command, out.Bytes(), least)
	}
	layouts, err := layout.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range layouts {
		if flaw := texttest.Flaw(l.Title); flaw != "" {
			t.Errorf("layout %s: %q %s", l.ID, l.Title, flaw)
		}
	}
	var rubrics []award.Rubric
	for _, id := range award.IDs() {
		r, _, err := award.Builtin(id)
		if err != nil {
			t.Fatal(err)
		}
		rubrics = append(rubrics, r)
	}
	for what, v := range map[string]any{"rubrics": rubrics, "deviations": stat.Deviations, "sets of rules": rules.Sets()} {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		speaks(t, what, b, 3)
	}
}
