package output

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"
)

// TestSingle: a file that rapor did not write is not replaced.
func TestSingle(t *testing.T) {
	dir := t.TempDir()
	ours := func(old []byte) bool { return bytes.HasPrefix(old, []byte("rapor")) }
	put(t, dir, map[string]string{"antrean.csv": "an export", ".rapor-hasil.json": "left by a killed run"})
	var r Refusal
	if err := Single(filepath.Join(dir, "antrean.csv"), []byte("rapor 1"), ours); !errors.As(err, &r) {
		t.Errorf("%v", err)
	}
	for _, data := range []string{"rapor 1", "rapor 2"} {
		if err := Single(filepath.Join(dir, "hasil.json"), []byte(data), ours); err != nil {
			t.Error(err)
		}
	}
	same(t, tree(t, dir), map[string]string{"antrean.csv": "an export", "hasil.json": "rapor 2"})
}
