package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest"
	"rapor/ingest/reject"
)

// TestOwnOutputIsKnown: whatever rapor writes is passed over when it lies among
// data, alone and under another name as well. koreksi.xlsx alone is read.
func TestOwnOutputIsKnown(t *testing.T) {
	dir := t.TempDir()
	n := 0
	for _, f := range filesOf(t, sampleReport(t)) {
		base := filepath.Base(f)
		if base == "SHA256SUMS" {
			continue // holds no mark, and looks like no data
		}
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		n++
		to := filepath.Join(dir, "salinan "+strings.Repeat("x", n)+filepath.Ext(base))
		if err := os.WriteFile(to, data, 0o644); err != nil {
			t.Fatal(err)
		}
		m, err := ingest.Read(t.Context(), []string{to}, ingest.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Sources[0].Refused == reject.OwnOutput; got != (base != "koreksi.xlsx") {
			t.Errorf("%s under another name: %q", base, m.Sources[0].Refused)
		}
	}
	if n < 13 {
		t.Errorf("only %d files", n)
	}
}
