package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"rapor/ingest"
	"rapor/ingest/table"
)

// TestDoubtsOfPollock reads the polluted files of the Pollock benchmark
// (github.com/HPI-Information-Systems/Pollock) where they are, in RAPOR_POLLOCK
// or beside the fixtures: a doubt is worth reading only if few files that are
// read exactly voice one, and if none that is read otherwise keeps silent.
func TestDoubtsOfPollock(t *testing.T) {
	dir := os.Getenv("RAPOR_POLLOCK")
	if dir == "" {
		_, here, _, _ := runtime.Caller(0)
		dir = filepath.Join(filepath.Dir(here), "..", "..", "..", "..", "..", "shared", "fixtures", "pollock")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "polluted_files", "csv", "*.csv"))
	if len(files) == 0 {
		t.Skip("no Pollock at", dir)
	}
	exact, voiced, silent := 0, 0, 0
	for _, f := range files {
		got, said := printed(t, f)
		b, err := os.ReadFile(filepath.Join(dir, "polluted_files", "clean", filepath.Base(f)))
		if err != nil {
			t.Fatal(err)
		}
		want, err := csvRows(b)
		if err != nil {
			t.Fatal(f, err)
		}
		switch same := len(got) == 0 && len(want) == 0 || reflect.DeepEqual(got, want); {
		case same:
			exact++
			voiced += min(said, 1)
		case said == 0:
			silent++
			t.Errorf("%s: read otherwise, without a doubt", filepath.Base(f))
		}
	}
	t.Logf("%d of %d files read exactly, %d of them with a doubt; %d read otherwise in silence", exact, len(files), voiced, silent)
	if 20*voiced > exact || 10*exact < 4*len(files) {
		t.Errorf("%d of %d files read exactly carry a doubt", voiced, exact)
	}
}

// printed is the table that the program prints, and how many doubts it voices.
func printed(t *testing.T, file string) (rows [][]string, said int) {
	t.Helper()
	book, err := ingest.Open(context.Background(), file)
	if err != nil {
		return nil, 0 // an empty file
	}
	defer book.Close()
	s := book.Sheets()[0]
	frames, err := table.Frames(s)
	if err != nil {
		t.Fatal(file, err)
	}
	if len(frames) == 0 {
		return nil, 0
	}
	var out bytes.Buffer
	if err := table.WriteCSV(&out, s, frames[0]); err != nil {
		t.Fatal(file, err)
	}
	if rows, err = csvRows(out.Bytes()); err != nil {
		t.Fatal(file, err)
	}
	return rows, len(doubts(s, &frames[0])) + len(frames) - 1
}

func csvRows(b []byte) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(b))
	r.FieldsPerRecord = -1
	return r.ReadAll()
}
