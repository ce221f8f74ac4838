// Package corpus is what the tests of the readers share: the files of other
// projects, and a book as text.
package corpus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Dir is the folder of the files of other projects. They are not ours to
// carry: a test is skipped where the folder is absent. Where it is there, a
// missing file is a failure of the test.
func Dir(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("RAPOR_FIXTURES")
	if dir == "" {
		_, here, _, _ := runtime.Caller(0)
		dir = filepath.Join(filepath.Dir(here), "..", "..", "..", "..", "..", "shared", "fixtures")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no fixtures at", dir)
	}
	return dir
}

// Files lists the files that match any of the patterns below Dir, at least one.
func Files(t testing.TB, patterns ...string) []string {
	t.Helper()
	dir := Dir(t)
	var files []string
	for _, p := range patterns {
		found, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatalf("%q match nothing in %s", patterns, dir)
	}
	return files
}

// Dump writes a book as text, at most so many rows of a sheet, or gives its
// refusal. A cell is kind, look, formula and text.
func Dump(book grid.Book, most int) (string, error) {
	var out strings.Builder
	for _, s := range book.Sheets() {
		merged, _ := s.Merged()
		fmt.Fprintf(&out, "[%s hidden=%v merged=%v columns=%v]\n", s.Name(), s.Hidden(), merged, s.HiddenColumns())
		n := 0
		if err := s.Rows(func(r *grid.Row) bool {
			fmt.Fprint(&out, r.N)
			if r.Hidden {
				fmt.Fprint(&out, " hidden")
			}
			for _, c := range r.Cells {
				fmt.Fprintf(&out, "|%s", Show(c))
			}
			fmt.Fprintln(&out)
			n++
			return n < most
		}); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// Show writes one cell.
func Show(c grid.Cell) string {
	f := ""
	if c.Formula {
		f = "="
	}
	return fmt.Sprintf("%c%c%s%s", "_tnbei"[c.Kind], "gdtsp@KMBcihy"[c.Look], f, c.Text)
}

// Code is the code of a refusal: "" for none, "?" for an error without one.
func Code(err error) reject.Code {
	var r *grid.RefusedError
	switch {
	case errors.As(err, &r):
		return r.Code
	case err != nil:
		return "?"
	}
	return ""
}
