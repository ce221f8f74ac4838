package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapor/cmd/rapor/internal/config"
)

// TestEveryFlagHasAKey: what can be said on the command line of report can be
// written in rapor.yaml.
func TestEveryFlagHasAKey(t *testing.T) {
	keys := map[string]bool{}
	f := reflect.TypeFor[config.File]()
	for i := range f.NumField() {
		keys[f.Field(i).Tag.Get("yaml")] = true
	}
	other := map[string]string{"out": "output", "ringkas": "compact"}
	var walk func(reflect.Type)
	walk = func(c reflect.Type) {
		for i := range c.NumField() {
			fd := c.Field(i)
			if fd.Anonymous {
				walk(fd.Type)
				continue
			}
			if _, arg := fd.Tag.Lookup("arg"); arg || fd.Name == "Config" || fd.Name == "Edition" {
				continue // the paths, the configuration itself, and whom this one run is for
			}
			name := fd.Tag.Get("name")
			if name == "" {
				name = strings.ToLower(fd.Name)
			}
			key := strings.ReplaceAll(name, "-", "_")
			if o, ok := other[key]; ok {
				key = o
			}
			if !keys[key] {
				t.Errorf("flag --%s has no key %q in rapor.yaml", name, key)
			}
		}
	}
	walk(reflect.TypeFor[reportCmd]())
	walk(reflect.TypeFor[globals]())
}

const ticketExport = "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n"

// folder writes a small folder of exports and returns it.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString(ticketExport)
	for i := range 400 {
		fmt.Fprintf(&b, "%02d/03/2016;A%03d;07.%02d;08.%02d\n", 1+i%28, i, i%60, i%60)
	}
	if err := os.WriteFile(filepath.Join(dir, "maret.csv"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// whole checks that an output folder is one finished report: every file is
// there and has the checksum that SHA256SUMS gives, and nothing else is.
func whole(t *testing.T, dir string) {
	t.Helper()
	sums, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	if err != nil {
		t.Fatalf("half a report: %v", err)
	}
	lines := strings.Split(strings.TrimSpace(string(sums)), "\n")
	for _, l := range lines {
		sum, name, _ := strings.Cut(l, "  ")
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Errorf("half a report: %v", err)
			continue
		}
		if got := sha256.Sum256(b); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s does not match its checksum", name)
		}
	}
	entries, err := os.ReadDir(dir)
	files := slices.DeleteFunc(entries, func(e os.DirEntry) bool { return e.IsDir() })
	if err != nil || len(files) != len(lines)+1 {
		t.Errorf("%d files beside SHA256SUMS, %d listed (%v)", len(files)-1, len(lines), err)
	}
}

// TestInterruptLeavesNothingHalf stops runs at many moments. Whenever it
// happens, the folder holds the old report, the new one, or none.
func TestInterruptLeavesNothingHalf(t *testing.T) {
	data, out := folder(t), filepath.Join(t.TempDir(), "out")
	stopped := 0
	for _, after := range []time.Duration{0, 2, 5, 10, 20, 40, 60, 80, 100, 120, 150, 400} {
		ctx, cancel := context.WithTimeout(t.Context(), after*time.Millisecond)
		var o, e bytes.Buffer
		code := run(stoppable{ctx}, []string{"report", data, "-o", out}, Streams{Out: &o, Err: &e})
		cancel()
		if code != ExitDone {
			stopped++
			if !strings.Contains(e.String(), "Dihentikan") {
				t.Errorf("stopped after %d ms with %q", after, e.String())
			}
		}
		entries, _ := os.ReadDir(out)
		for _, en := range entries {
			switch {
			case en.Name() == "index.html":
			case en.IsDir() && en.Name() == "2016":
				whole(t, filepath.Join(out, "2016"))
				whole(t, filepath.Join(out, "2016", "internal"))
			default:
				t.Errorf("left behind: %s", en.Name())
			}
		}
	}
	if stopped == 0 {
		t.Error("no run was stopped; the test shows nothing")
	}
}

// stoppable reports a deadline as Ctrl-C would be reported.
type stoppable struct{ context.Context }

func (s stoppable) Err() error {
	if s.Context.Err() != nil {
		return context.Canceled
	}
	return nil
}
