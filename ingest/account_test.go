package ingest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/table"
)

// TestTheAccountCoversTheSheet: every row of every recognised sheet is a title,
// a header row, or read by exactly one table: the rows of all tables of a sheet
// and what stands above them add up to the rows of the sheet.
func TestTheAccountCoversTheSheet(t *testing.T) {
	dirs := []string{filepath.Join("..", "sample-data")}
	for _, f := range []string{"f01-lampung-selatan-kominfo-lra-2026", "s02-skm-template"} {
		dir := filepath.Join("..", "..", "shared", "fixtures", f)
		if own := os.Getenv("RAPOR_FIXTURES"); own != "" {
			dir = filepath.Join(own, f)
		}
		if _, err := os.Stat(dir); err == nil {
			dirs = append(dirs, dir)
		}
	}
	sheets := 0
	for _, dir := range dirs {
		m, err := Read(t.Context(), []string{dir}, Options{}, []record.Sink{&facts.Set{}})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range m.Sources {
			if s.Refused == "" && !s.Mends {
				sheets += covered(t, &s)
			}
		}
	}
	if sheets < 20 {
		t.Errorf("only %d sheets were looked at", sheets)
	}
}

// covered holds the sheets of a source whose tables were all recognised.
func covered(t *testing.T, s *Source) (n int) {
	t.Helper()
	data, err := fs.ReadFile(os.DirFS(filepath.Dir(s.Path)), filepath.Base(s.Path))
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(string(data)), int64(len(data)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range book.Sheets() {
		var starts []uint32 // first rows of the data of each table
		var read, head int64
		known := true
		for _, sh := range s.Sheets {
			if sh.sheet != sheet.Name() {
				continue
			}
			if sh.Plan == nil {
				known = false
				break
			}
			read, head = read+sh.Tally.Read, head+int64(len(sh.Plan.HeaderRows))
			starts = append(starts, sh.Plan.HeaderRows[0])
		}
		if !known || len(starts) == 0 {
			continue
		}
		n++
		var rows, above int64
		err := sheet.Rows(func(r *grid.Row) bool {
			rows++
			if r.N < starts[0] {
				above++
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(starts) > 1 { // rows between two tables are those of the first, or titles of the second
			if got := read + head + above; got > rows || rows-got > int64(4*len(starts)) {
				t.Errorf("%s [%s]: %d rows, accounted for %d", s.Name, sheet.Name(), rows, got)
			}
			continue
		}
		if read+head+above != rows {
			t.Errorf("%s [%s]: %d rows, of which %d above, %d header, %d read", s.Name, sheet.Name(), rows, above, head, read)
		}
	}
	return n
}
