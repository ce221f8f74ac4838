package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/analysis"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// sampleFolder is the folder of the sample report's one period.
func sampleFolder(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(sampleReport(t), "*", "hasil.json"))
	if err != nil || len(found) != 1 {
		t.Fatalf("hasil.json: %v %v", found, err)
	}
	return filepath.Dir(found[0])
}

func sampleResult(t *testing.T) result.Result {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sampleFolder(t), "internal", "hasil.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r result.Result
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestCatalogueFollowsEverywhere: a declared indicator needs nothing more to
// be in the catalogue, the result, the workbook, the table and the pages, with
// its worked example, series and control chart.
func TestCatalogueFollowsEverywhere(t *testing.T) {
	r := sampleResult(t)
	have := map[string]*result.Indicator{}
	for i := range r.Indicators {
		have[r.Indicators[i].ID] = &r.Indicators[i]
	}
	var listing, notes bytes.Buffer
	if code := cli.Run([]string{"indicators"}, cli.Streams{Out: &listing, Err: &notes}); code != 0 {
		t.Fatal(notes.String())
	}
	book, table, pages := cellsOf(t, "hasil.xlsx"), textOf(t, "hasil.csv"), textOf(t, "*.html")+textOf(t, "internal/*.html")
	for _, e := range analysis.Catalogue() {
		ind := have[e.ID]
		if ind == nil {
			t.Errorf("%s is not in the result", e.ID)
			continue
		}
		if e.Worked == "" {
			t.Errorf("%s has no worked example", e.ID)
		}
		if e.Needs.Empty() && len(e.Kinds) > 0 {
			t.Errorf("%s does not say what it needs", e.ID)
		}
		for where, text := range map[string]string{"the catalogue": listing.String(), "the workbook": book, "hasil.csv": table} {
			if !strings.Contains(text, e.ID) {
				t.Errorf("%s is not in %s", e.ID, where)
			}
		}
		if !ind.Value.Known() {
			if ind.Value.Missing == nil {
				t.Errorf("%s has no value and does not say why", e.ID)
			}
			continue
		}
		if !strings.Contains(pages, e.ID) {
			t.Errorf("%s is on no page", e.ID)
		}
		if known := points(ind.Series); e.Control && known >= 12 && ind.Control == nil {
			t.Errorf("%s has %d months and no control chart", e.ID, known)
		} else if e.Series && known == 0 {
			t.Errorf("%s has no monthly series", e.ID)
		}
	}
}

func points(s []result.Point) int {
	n := 0
	for _, p := range s {
		if p.Value != nil {
			n++
		}
	}
	return n
}

func cellsOf(t *testing.T, name string) string {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(sampleFolder(t), name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			b.WriteString(strings.Join(row, "\n"))
		}
	}
	return b.String()
}

func textOf(t *testing.T, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(sampleFolder(t), pattern))
	if err != nil || len(found) == 0 {
		t.Fatalf("%s: %v", pattern, err)
	}
	var all strings.Builder
	for _, p := range found {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	return all.String()
}

// TestEveryRowIsAccountedFor: per sheet, read = used + set aside + rejected,
// and every rejected row stands in tolak.csv with its place and code.
func TestEveryRowIsAccountedFor(t *testing.T) {
	r := sampleResult(t)
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(textOf(t, "internal/tolak.csv"), "\ufeff")))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]map[string]bool{}
	for _, row := range rows[1:] {
		if row[5] != "ditolak" {
			continue
		}
		if row[4] == "" || row[2] == "0" || row[9] == "" {
			t.Errorf("a reject without code, row or remedy: %q", row)
		}
		at := row[0] + "\x00" + row[1]
		if listed[at] == nil {
			listed[at] = map[string]bool{}
		}
		listed[at][row[2]] = true
	}
	for _, s := range r.Sources {
		if s.Passed() {
			continue // named, and not read
		}
		if s.SHA256 == "" || s.Refused == "" && len(s.Sheets) == 0 {
			t.Errorf("%s has no checksum or no account", s.Name)
		}
		for _, sh := range s.Sheets {
			if sh.Read != sh.Used+sh.Aside+sh.Rejected {
				t.Errorf("%s [%s]: %d read, %d used, %d aside, %d rejected", s.Name, sh.Name, sh.Read, sh.Used, sh.Aside, sh.Rejected)
			}
			if n := int64(len(listed[s.Name+"\x00"+sh.Name])); n != sh.Rejected {
				t.Errorf("%s [%s]: %d rows rejected, %d listed", s.Name, sh.Name, sh.Rejected, n)
			}
		}
	}
}
