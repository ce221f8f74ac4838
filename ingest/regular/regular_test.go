package regular

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestOpenRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(file, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if b, err := ReadFile(file); err != nil || string(b) != "x" {
		t.Fatal(string(b), err)
	}
	if _, err := Open(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	var not *NotFileError
	for _, path := range []string{dir, os.DevNull} {
		if _, err := Open(path); !errors.As(err, &not) {
			t.Errorf("%s: %v", path, err)
		}
		if _, err := ReadFile(path); !errors.As(err, &not) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestKindsAreNamedApart(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range []fs.FileMode{0, fs.ModeDir, fs.ModeNamedPipe, fs.ModeSocket, fs.ModeDevice} {
		k := Kind(m)
		if seen[k.ID] || seen[k.EN] || (m != 0) == k.Empty() || m != 0 && k.ID == k.EN {
			t.Errorf("%v: %+v", m, k)
		}
		seen[k.ID], seen[k.EN] = true, true
	}
}
