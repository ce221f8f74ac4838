package table_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/table/internal/corpus"
)

// fixture reads a file of another project.
func fixture(t *testing.T, path ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(append([]string{corpus.Dir(t)}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSpectrum: csv-spectrum gives the expected records of each file. Two of
// its files do not stand beside their own expectation: one has another phone
// number, and one lost the CRLF in its cells.
func TestSpectrum(t *testing.T) {
	for _, name := range []string{"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8"} {
		got, doubts := readFirst(t, fixture(t, "m01-csv-spectrum", "csvs", name+".csv"))
		b := fixture(t, "m01-csv-spectrum", "json", name+".json")
		if name == "location_coordinates" {
			b = []byte(strings.Replace("["+string(b)+"]", "1234567890", "2095257564", 1))
		}
		var want []map[string]string
		if err := json.Unmarshal(b, &want); err != nil {
			t.Fatal(name, err)
		}
		if len(got) != len(want)+1 || len(got[0]) != len(want[0]) {
			t.Errorf("%s: %q, want %q", name, got, want)
			continue
		}
		for i, row := range got[1:] {
			for c, s := range row {
				if strings.ToValidUTF8(s, "\ufffd") != strings.ReplaceAll(want[i][got[0][c]], "\r\n", "\n") {
					t.Errorf("%s: row %d, %s: %q, want %q", name, i+2, got[0][c], s, want[i][got[0][c]])
				}
			}
		}
		for _, d := range doubts {
			if d.Code != reject.EncodingDoubt && d.Code != reject.HeaderDoubt {
				t.Errorf("%s: %v", name, d)
			}
		}
	}
}

// found is what must be found in a file: the shape of its table, whether it
// has a header, and codes with their rows.
type found struct {
	file       string
	rows, cols int
	header     bool
	codes      string // "D302 3, D301 4": sorted by row
}

func check(t *testing.T, dir []string, cases []found) {
	t.Helper()
	for _, c := range cases {
		data := fixture(t, append(slices.Clone(dir), c.file)...)
		got, doubts := readFirst(t, data)
		if len(got) != c.rows || len(got) > 0 && len(got[0]) != c.cols {
			t.Errorf("%s: %d rows of %d, want %d of %d", c.file, len(got), len(got[0]), c.rows, c.cols)
		}
		if codes := codesOf(doubts); codes != c.codes {
			t.Errorf("%s: doubts %q, want %q", c.file, codes, c.codes)
		}
		if h := hasHeader(t, data); h != c.header {
			t.Errorf("%s: header %v", c.file, h)
		}
	}
}

// codesOf lists doubts by row; the reader's rows of another width are the
// table's to tell.
func codesOf(doubts []grid.Doubt) string {
	slices.SortStableFunc(doubts, func(a, b grid.Doubt) int { return int(a.Row) - int(b.Row) })
	var out []string
	for _, d := range doubts {
		if s := string(d.Code) + " " + itoa(d.Row); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

func itoa(n uint32) string {
	b, _ := json.Marshal(n)
	return string(b)
}

func hasHeader(t *testing.T, data []byte) bool {
	t.Helper()
	book, err := table.Open(strings.NewReader(string(data)), int64(len(data)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	frames, err := table.Frames(book.Sheets()[0])
	if err != nil {
		t.Fatal(err)
	}
	return len(frames) > 0 && len(frames[0].Header) > 0
}

// TestFrictionless: the name of each file says what is wrong with it.
func TestFrictionless(t *testing.T) {
	check(t, []string{"m05-frictionless", "data"}, []found{
		{"ascii.csv", 2, 3, true, ""},
		{"ascii-notvalid.csv", 2, 3, true, ""},
		{"blank-cells.csv", 6, 2, true, ""},
		{"blank-headers.csv", 3, 3, true, ""},
		{"blank-rows.csv", 3, 3, true, ""},
		{"blank-rows-multiple.csv", 3, 3, true, ""},
		{"blank-rows-no-fields.csv", 3, 3, true, "D304 3"},
		{"bom.csv", 3, 2, true, ""},
		{"capitals.csv", 6, 3, true, ""},
		{"chunk3.csv", 1, 2, false, ""},
		{"countries.csv", 5, 4, true, "D302 4, D307 7"},
		{"country-2.csv", 6, 4, true, ""},
		{"defective-rows.csv", 3, 3, true, "D301 2, D302 3"},
		{"delimiter.csv", 3, 2, true, ""},
		{"duplicate-headers.csv", 3, 5, true, ""},
		{"duplicate-rows.csv", 4, 3, true, ""},
		{"escaping.csv", 4, 2, true, ""},
		{"invalid.csv", 3, 4, true, "D301 2, D301 3, D208 5"},
		{"issue-1109.csv", 4, 3, true, ""},
		{"latin1.csv", 3, 2, true, ""},
		{"leading-zeros.csv", 4, 1, true, ""},
		{"matrix-with-comment.csv", 5, 4, true, ""},
		{"numeric-labels.csv", 4, 10, true, ""},
		{"schema-errors.csv", 5, 3, true, "D302 5"},
		{"skip-blank-at-the-end.csv", 2, 2, true, "D307 2"},
		{"skip-rows-before-headers.csv", 3, 2, true, ""},
		{"skip-rows.csv", 3, 2, true, "D307 4"},
		{"structure-errors.csv", 3, 3, true, "D208 5"},
		{"table-infer-iso-8859-7.csv", 5, 3, true, "D112 2"},
		{"without-headers.csv", 3, 2, false, ""},
		{"without-headers-extra.csv", 3, 2, false, "D302 3"},
		{"without-rows.csv", 1, 2, true, ""},
		{"issue-825.csv", 3, 3, true, ""},
		{"issue-1138.csv", 8, 4, true, ""},
	})
	got, _ := readFirst(t, fixture(t, "m05-frictionless", "data", "escaping.csv"))
	if want := (clean{{"ID", "Test"}, {"1", "Test line 1"}, {"2", `Test " line 2`}, {"3", `Test " line 3`}}); !same(got, want) {
		t.Errorf("escaping.csv: %q", got)
	}
}

// TestPapaParse: header and rows of the samples, and the rows that PapaParse
// itself reports for its malformed one.
func TestPapaParse(t *testing.T) {
	check(t, []string{"m03-papaparse", "tests"}, []found{
		{"sample.csv", 2, 3, true, "D205 1"},
		{"sample-header.csv", 3, 2, true, ""},
		{"utf-8-bom-sample.csv", 2, 3, true, "D205 1"},
		{"verylong-sample.csv", 2001, 3, true, "D301 500, D301 1000, D301 1500, D301 2000"},
	})
	check(t, []string{"m03-papaparse", "docs", "resources", "files"}, []found{
		{"malformed.tsv", 10, 8, true, "D302 3, D301 6, D303 9"},
		{"normal.csv", 1136, 9, true, ""},
	})
}

// TestReadr: line ends, quotes and encodings give the same table, and a
// column that changes its type after a thousand rows is just text.
func TestReadr(t *testing.T) {
	dir := []string{"m04-readr", "tests", "testthat", "fixtures"}
	want := clean{{"x", "y"}, {"1", "a"}, {"2", "b"}, {"3", "c"}}
	for _, name := range []string{"eol-cr.csv", "eol-crlf.csv", "eol-lf.csv", "eol-cr.txt", "eol-crlf.txt", "eol-lf.txt"} {
		if got, doubts := readFirst(t, fixture(t, append(slices.Clone(dir), name)...)); !same(got, want) || len(doubts) > 0 {
			t.Errorf("%s: %q %v", name, got, doubts)
		}
	}
	single, _ := readFirst(t, fixture(t, append(slices.Clone(dir), "basic-df-singlequote.csv")...))
	double, _ := readFirst(t, fixture(t, append(slices.Clone(dir), "basic-df.csv")...))
	if !same(single, double) || len(single) != 11 {
		t.Errorf("single quotes: %q", single)
	}
	if got, _ := readFirst(t, fixture(t, append(slices.Clone(dir), "enc-iso-8859-1.txt")...)); !same(got, clean{{"français"}, {"élève"}}) {
		t.Errorf("latin 1: %q", got)
	}
	check(t, []string{"m04-readr", "inst", "extdata"}, []found{
		{"challenge.csv", 2001, 2, true, ""},
		{"chickens.csv", 6, 4, true, ""},
		{"mtcars.csv", 33, 11, true, ""},
		{"whitespace-sample.txt", 4, 1, true, "D314 1"},
		{"example.log", 2, 8, false, ""},
	})
}

// TestCleverCSV: the three example files, one of which escapes delimiters
// with backslashes.
func TestCleverCSV(t *testing.T) {
	dir := []string{"m10-clevercsv", "example"}
	check(t, dir, []found{
		{"airedale.csv", 54, 8, true, ""},
		{"imdb.csv", 101, 44, true, ""},
	})
	got, _ := readFirst(t, fixture(t, append(slices.Clone(dir), "imdb.csv")...))
	if want := "Dr. Seltsam, oder wie ich lernte, die Bombe zu lieben (1964)"; got[65][2] != want {
		t.Errorf("imdb.csv: %q, want %q", got[65][2], want)
	}
}
