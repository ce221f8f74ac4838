package opendocument

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/table/archive"
)

func dump(b []byte) (string, error) {
	book, err := Open(bytes.NewReader(b), int64(len(b)), archive.DefaultLimits())
	if err != nil {
		return "", err
	}
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
				fmt.Fprintf(&out, "|%s", show(c))
			}
			fmt.Fprintln(&out)
			n++
			return n < 2000
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

func TestFixtureWorkbooks(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(fixtureDir(t), "*", "*", "*.ods"))
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
		t.Logf("%s %v\n%.1500s", filepath.Base(f), err, got)
	}
}
