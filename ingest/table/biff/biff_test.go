package biff

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/grid"
)

// dump reads a whole workbook as text, or gives its refusal.
func dump(b []byte) (string, error) {
	openAs := Open
	if is, _ := Bare(b); is {
		openAs = OpenBare
	}
	book, err := openAs(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, s := range book.Sheets() {
		merged, _ := s.Merged()
		fmt.Fprintf(&out, "[%s hidden=%v merged=%v columns=%v]\n", s.Name(), s.Hidden(), merged, s.HiddenColumns())
		if err := s.Rows(func(r *grid.Row) bool {
			fmt.Fprint(&out, r.N)
			if r.Hidden {
				fmt.Fprint(&out, " hidden")
			}
			for _, c := range r.Cells {
				fmt.Fprintf(&out, "|%s", show(c))
			}
			fmt.Fprintln(&out)
			return true
		}); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// show writes a cell as kind, look, formula and text.
func show(c grid.Cell) string {
	f := ""
	if c.Formula {
		f = "="
	}
	return fmt.Sprintf("%c%c%s%s", "_tnbei"[c.Kind], "gdtsp@"[c.Look], f, c.Text)
}

func fixtureDir(t *testing.T) string {
	dir := os.Getenv("RAPOR_FIXTURES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "fixtures")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no fixtures at", dir)
	}
	return dir
}

// TestFixtureWorkbooks reads every .xls of other projects.
func TestFixtureWorkbooks(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(fixtureDir(t), "*", "*", "*.xls"))
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := dump(b)
		var r *grid.RefusedError
		if err != nil && !errors.As(err, &r) {
			t.Errorf("%s: %v", filepath.Base(f), err)
		}
		t.Logf("%s %v\n%s", filepath.Base(f), err, got)
	}
}
