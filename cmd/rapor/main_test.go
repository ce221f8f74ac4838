package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"rapor/cmd/rapor/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(tidying{m}, map[string]func(){"rapor": main})
}

// tidying removes the shared sample report after the last test.
type tidying struct{ m *testing.M }

func (t tidying) Run() int {
	code := t.m.Run()
	if sample.dir != "" {
		os.RemoveAll(sample.dir)
	}
	return code
}

func TestScripts(t *testing.T) {
	data, err := filepath.Abs(filepath.Join(root, "sample-data"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLE", data)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"untidy": untidy, "figures": figures},
	})
}

// written reports an exit code of a run that wrote its report: small data with
// a bad row close the gate.
func written(code int) bool { return code == cli.ExitDone || code == cli.ExitQuality }

// sample is the report of the sample data, made once for all tests.
var sample struct {
	once sync.Once
	dir  string
	err  string
}

// sampleReport runs the README's main job and returns the output folder.
func sampleReport(t *testing.T) string {
	t.Helper()
	sample.once.Do(func() {
		dir, err := os.MkdirTemp("", "rapor-sample-")
		if err != nil {
			sample.err = err.Error()
			return
		}
		sample.dir = dir
		var out, notes bytes.Buffer
		args := []string{"report", filepath.Join(root, "sample-data"), "-o", filepath.Join(dir, "out")}
		if code := cli.Run(args, cli.Streams{Out: &out, Err: &notes}); code != 0 {
			sample.err = notes.String()
		}
	})
	if sample.err != "" {
		t.Fatal(sample.err)
	}
	return filepath.Join(sample.dir, "out")
}

// TestREADME: the two commands that a newcomer needs stand in the README in
// code fences, and every rapor command shown there is a real one.
func TestREADME(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for _, cmd := range []string{"go run ./cmd/rapor report sample-data -o out", "go test ./..."} {
		if !strings.Contains(text, "\n"+cmd+"\n") {
			t.Errorf("the README does not give %q on a line of its own", cmd)
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^(?:go run \./cmd/)?rapor ([a-z]+)`).FindAllStringSubmatch(text, -1) {
		var out, notes bytes.Buffer
		if code := cli.Run([]string{m[1], "--help"}, cli.Streams{Out: &out, Err: &notes}); code != 0 || out.Len() == 0 {
			t.Errorf("the README shows %q, which has no help (exit %d): %s", m[1], code, notes.String())
		}
	}
}

// TestSameBytes: two runs on the same input, with one worker and with eight,
// give the same bytes in every file.
func TestSameBytes(t *testing.T) {
	one := sampleReport(t)
	two := filepath.Join(t.TempDir(), "out")
	var out, notes bytes.Buffer
	for _, jobs := range []string{"1", "8"} {
		args := []string{"report", filepath.Join(root, "sample-data"), "-o", two, "-j", jobs}
		if code := cli.Run(args, cli.Streams{Out: &out, Err: &notes}); code != 0 {
			t.Fatal(notes.String())
		}
		compareFolders(t, one, two)
	}
}

// TestRenderEqualsReport: redrawing from the full hasil.json alone gives every
// file that reporting gave, byte for byte.
func TestRenderEqualsReport(t *testing.T) {
	one := sampleReport(t)
	found, err := filepath.Glob(filepath.Join(one, "*", "internal", "hasil.json"))
	if err != nil || len(found) != 1 {
		t.Fatalf("hasil.json: %v %v", found, err)
	}
	two := filepath.Join(t.TempDir(), "out")
	var out, notes bytes.Buffer
	if code := cli.Run([]string{"render", found[0], "-o", two}, cli.Streams{Out: &out, Err: &notes}); code != 0 {
		t.Fatal(notes.String())
	}
	compareFolders(t, one, two)
}

func compareFolders(t *testing.T, one, two string) {
	t.Helper()
	files := filesOf(t, one)
	if other := filesOf(t, two); len(files) < 15 || len(other) != len(files) {
		t.Fatalf("files %v and %v", files, other)
	}
	for _, f := range files {
		rel, _ := filepath.Rel(one, f)
		a, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(two, rel))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs between two runs", rel)
		}
	}
}

// filesOf lists the files of a folder and the folders in it.
func filesOf(t *testing.T, dir string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestRenderOfTheJurysEdition: what may leave the office redraws itself, and
// nothing of the office's own.
func TestRenderOfTheJurysEdition(t *testing.T) {
	one, two := sampleReport(t), filepath.Join(t.TempDir(), "out")
	var out, notes bytes.Buffer
	if code := cli.Run([]string{"render", filepath.Join(one, "2016", "hasil.json"), "-o", two}, cli.Streams{Out: &out, Err: &notes}); code != 0 {
		t.Fatal(notes.String())
	}
	for _, f := range filesOf(t, filepath.Join(two, "2016")) {
		got, err := os.ReadFile(f)
		want, err2 := os.ReadFile(filepath.Join(one, "2016", filepath.Base(f)))
		if err != nil || err2 != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from the first (%v, %v)", f, err, err2)
		}
	}
	if _, err := os.Stat(filepath.Join(two, "2016", "internal")); err == nil {
		t.Error("a folder for the office was made of the jury's edition")
	}
}
