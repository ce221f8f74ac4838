package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// TestKilledIsWhole: where folders can be exchanged, a run killed before any of
// its changes leaves the earlier or the new report whole, without another run.
func TestKilledIsWhole(t *testing.T) {
	if runtimeCannot(t) {
		t.Skip("this system cannot exchange folders")
	}
	two := sealed(t, "2", "a.html", "hasil.json", "baru.html", "internal/hasil.json")
	for n := 0; ; n++ {
		out, _, others := earlier(t)
		maps.Copy(others, aside)
		before := period(t, out)
		stopped := kill(t, exchangePaths, out, two, n)
		after := map[string]string{}
		for _, f := range two.Files {
			after["2016/"+f.Name] = string(f.Data)
		}
		for name, data := range others {
			if filepath.Dir(name) != "lain" {
				after[name] = data
			}
		}
		if got := period(t, out); !maps.Equal(got, before) && !maps.Equal(got, after) {
			t.Fatalf("killed before change %d: a folder of two runs: %v", n, got)
		}
		if !stopped {
			return
		}
	}
}

// runtimeCannot tries an exchange.
func runtimeCannot(t *testing.T) bool {
	t.Helper()
	a, b := t.TempDir(), t.TempDir()
	return exchangePaths(a, b) != nil
}

// period is the period's folder alone.
func period(t *testing.T, out string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, data := range tree(t, filepath.Join(out, "2016")) {
		all["2016/"+name] = data
	}
	return all
}

// TestPutMeanwhile: what a person puts into the folder while it is replaced is
// in the new one.
func TestPutMeanwhile(t *testing.T) {
	out, _, others := earlier(t)
	maps.Copy(others, aside)
	w := Writer{swapPaths: func(a, b string) error {
		put(t, out, map[string]string{"2016/nota.txt": "late", "2016/baru/dua.txt": "late too", "2016/baru.html": "late three"})
		return exchangePaths(a, b)
	}}
	two := sealed(t, "2", "a.html", "hasil.json", "baru.html", "internal/hasil.json")
	if runtimeCannot(t) {
		t.Skip("this system cannot exchange folders")
	}
	kept, err := w.Write(t.Context(), out, two)
	if err != nil || len(kept) != 2 {
		t.Errorf("%v %v", kept, err)
	}
	maps.Copy(others, map[string]string{"2016/nota.txt": "late", "2016/baru/dua.txt": "late too", "2016/baru (disimpan).html": "late three"})
	expect(t, out, two, others)
}

// TestSecondNames: links, folders without files and permissions are in the new
// folder as they were in the earlier one.
func TestSecondNames(t *testing.T) {
	out := t.TempDir()
	write(t, out, sealed(t, "1", "a.html"))
	put(t, out, map[string]string{"2016/bukti/foto.jpg": "photo"})
	err := errors.Join(os.Mkdir(filepath.Join(out, "2016", "kosong"), 0o755), os.Symlink("bukti/foto.jpg", filepath.Join(out, "2016", "tautan")),
		os.Symlink("tidak-ada", filepath.Join(out, "2016", "putus")), os.Chmod(filepath.Join(out, "2016", "bukti"), 0o700))
	if err != nil {
		t.Skip(err)
	}
	write(t, out, sealed(t, "2", "b.html"))
	for name, mode := range map[string]fs.FileMode{"kosong": fs.ModeDir, "bukti": fs.ModeDir, "tautan": fs.ModeSymlink, "putus": fs.ModeSymlink} {
		if st, err := os.Lstat(filepath.Join(out, "2016", name)); err != nil || st.Mode().Type() != mode {
			t.Errorf("%s: %v", name, err)
		}
	}
	if st, err := os.Stat(filepath.Join(out, "2016", "bukti")); err != nil || st.Mode().Perm() != 0o700 && os.PathSeparator == '/' {
		t.Errorf("permissions of a folder: %v %v", st.Mode(), err)
	}
}
