package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// canaries are planted where persons must not stand. The jury's edition must
// hold none of them, in no file and no form.
var canaries = []string{"KENARI", "Kenari", "kenari", "3175019912310001", "081299990001", "X9990001"}

// plant is the canary of a place: a name, and every fourth time a number.
func plant(n int) string {
	switch n % 6 {
	case 3:
		return "3175019912310001"
	case 4:
		return "X9990001"
	case 5:
		return "081299990001"
	}
	return fmt.Sprintf("KENARI %d", n)
}

// TestJuryEditionNamesNobody plants canaries in every column of every kind of
// file of the sample, in headings, sheet names and file names, in files that
// are not recognised and files without a heading, and mails the folder without
// internal/.
func TestJuryEditionNamesNobody(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	planted := plantSample(t, data)
	if planted < 200 {
		t.Fatalf("only %d canaries planted", planted)
	}
	for name, text := range map[string]string{
		"daftar kenari.csv":    "1;KENARI SATU;081299990001;Jl. Kenari 1\n2;KENARI DUA;081299990001;Jl. Kenari 2\n",
		"tamu.csv":             "DAFTAR TAMU KENARI\n1;KENARI TIGA;X9990001;Kunjungan\n2;KENARI EMPAT;X9990001;Kunjungan\n",
		"kenari/catatan.dat":   "KENARI LIMA\n",
		"foto kenari.jpg":      "\xff\xd8\xff\xe0 KENARI",
		"antrean kenari.csv":   "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Layanan;KENARI JUDUL\n" + strings.Repeat("14/03/2016;A001;07.30;07.40;Paspor;KENARI\n", 30),
		"layanan.csv":          serviceOfNames(),
		"surat kenari.pdf":     "%PDF-1.4 KENARI",
		"~$kenari.xlsx":        "KENARI",
		"kuesioner kenari.csv": "Timestamp;Nama KENARI;1. Bagaimana pendapat KENARI?\n1/2/2016 8:01:00;KENARI ENAM;Sesuai\n",
	} {
		path := filepath.Join(data, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, lang := range []string{"id", "en"} {
		out := filepath.Join(t.TempDir(), "hasil")
		var notes bytes.Buffer
		code := cli.Run([]string{"report", data, "-o", out, "--period", "2016", "--lang", lang}, cli.Streams{Out: io.Discard, Err: &notes})
		if code != 0 && code != 3 {
			t.Fatalf("exit %d: %s", code, notes.String())
		}
		holdsNone(t, out, canaries)
	}
}

// serviceOfNames is an export whose service column holds a name in each row.
func serviceOfNames() string {
	var b strings.Builder
	b.WriteString("Tanggal;No Antrian;Jam Ambil;Jam Panggil;Jenis Layanan\n")
	for i := range 300 {
		fmt.Fprintf(&b, "15/03/2016;B%03d;07.%02d;08.%02d;KENARI %d\n", i, i%60, i%60, i)
	}
	return b.String()
}

// plantSample copies the sample with canaries in every column and returns how
// many there are.
func plantSample(t *testing.T, to string) (planted int) {
	t.Helper()
	from := filepath.Join("..", "..", "sample-data")
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(from, path)
		if err != nil || d.IsDir() || strings.HasPrefix(rel, "generate") || strings.Contains(rel, "2015") {
			return err
		}
		target := filepath.Join(to, rel)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		switch ext := filepath.Ext(path); {
		case d.Name() == "rapor.yaml" || d.Name() == "hari-libur.csv":
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(target, b, 0o644)
		case ext == ".csv":
			n, err := plantCSV(path, target, planted)
			planted = n
			return err
		case ext == ".xlsx":
			n, err := plantBook(path, target, planted)
			planted = n
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return planted
}

// plantCSV replaces, in each column, one cell by a canary, each in a row of
// its own.
func plantCSV(from, to string, planted int) (int, error) {
	b, err := os.ReadFile(from)
	if err != nil {
		return planted, err
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = ';', true, -1
	if !bytes.Contains(b, []byte(";")) {
		r.Comma = ','
	}
	rows, err := r.ReadAll()
	if err != nil {
		return planted, fmt.Errorf("%s: %w", from, err)
	}
	for c := range rows[len(rows)/2] {
		if at := len(rows) - 2 - c; at > 1 && c < len(rows[at]) {
			rows[at][c] = plant(planted)
			planted++
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = r.Comma
	if err := w.WriteAll(rows); err != nil {
		return planted, err
	}
	return planted, os.WriteFile(to, out.Bytes(), 0o644)
}

// plantBook does the same on every sheet, and renames the sheets.
func plantBook(from, to string, planted int) (int, error) {
	f, err := excelize.OpenFile(from)
	if err != nil {
		return planted, err
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			return planted, err
		}
		if len(rows) == 0 {
			continue
		}
		for c := range rows[len(rows)/2] {
			at := len(rows) - 3 - c
			if at < 5 {
				break
			}
			cell, err := excelize.CoordinatesToCellName(c+1, at)
			if err != nil {
				return planted, err
			}
			if err := f.SetCellStr(sheet, cell, plant(planted)); err != nil {
				return planted, err
			}
			planted++
		}
		if err := f.SetSheetName(sheet, sheet+" KENARI"); err != nil {
			return planted, err
		}
	}
	return planted, f.SaveAs(to)
}

// holdsNone fails for every file of a folder outside internal/ that holds one of
// the texts, also inside workbooks.
func holdsNone(t *testing.T, out string, texts []string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "internal" {
				return fs.SkipDir
			}
			return nil
		}
		files++
		for part, b := range partsOf(t, path) {
			for _, text := range append([]string{filepath.Base(path)}, texts...) {
				if text == filepath.Base(path) {
					continue
				}
				if at := bytes.Index(b, []byte(text)); at >= 0 {
					t.Errorf("%s %s: …%s…", filepath.Base(path), part, b[max(0, at-200):min(len(b), at+40)])
					break
				}
			}
		}
		for _, text := range texts {
			if strings.Contains(d.Name(), text) {
				t.Errorf("a file is called %s", d.Name())
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 5 {
		t.Fatalf("only %d files outside internal/", files)
	}
}

// partsOf is a file's content, or that of its parts where it is a container.
func partsOf(t *testing.T, path string) map[string][]byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return map[string][]byte{"": b}
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return out
}

// TestSampleGivesNoSmallCountAway attacks the sample's jury edition with the
// office's own numbers: each small month of persons, and what the other months
// and the total leave of it.
func TestSampleGivesNoSmallCountAway(t *testing.T) {
	read := func(path ...string) (r result.Result) {
		b, err := os.ReadFile(filepath.Join(append([]string{sampleFolder(t)}, path...)...))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	full, jury := read("internal", "hasil.json"), read("hasil.json")
	if full.Edition != result.ForTheOffice || jury.Edition != result.ForTheJury {
		t.Fatalf("editions %q and %q", full.Edition, jury.Edition)
	}
	small, shown := 0, map[result.Subjects]string{}
	for i := range full.Indicators {
		a, b := &full.Indicators[i], &jury.Indicators[i]
		if a.ID != b.ID || !a.Subjects.Persons() {
			continue
		}
		left := map[string]int64{}
		most := map[string]int64{}
		for m, p := range a.Series {
			year := p.Label[:4]
			if b.Series[m].Masked {
				most[year]++
				left[year] += p.N
				continue
			}
			if p.N > 0 && p.N < jury.Privacy.Least {
				small++
				t.Errorf("%s %s: %d printed", a.ID, p.Label, p.N)
			}
			shown[a.Subjects] = a.ID
		}
		for year, n := range left {
			if k := most[year]; k < 12 && n-(k-1) < jury.Privacy.Least {
				t.Errorf("%s: %d months of %s masked hold %d", a.ID, k, year, n)
			}
		}
	}
	if len(shown) < 2 {
		t.Errorf("nothing is left to read: %v", shown)
	}
	for _, f := range jury.Figures {
		attackFigure(t, &jury, &f)
	}
}

// attackFigure fails for a small count of persons by month, by class or by day
// in the data of a chart, but for those of the table of exemptions.
func attackFigure(t *testing.T, r *result.Result, f *result.Figure) {
	t.Helper()
	people := map[result.Unit]bool{result.Persons: true, result.Acts: true, result.Cases: true, result.Events: true}
	persons := false
	for _, ind := range r.Indicators {
		persons = persons || ind.ID == f.Indicator && ind.Subjects.Persons()
	}
	if !persons || f.ID == "calo" {
		return
	}
	if len(f.X.Labels) > 0 && f.X.Labels[0].Unit == result.Date {
		t.Errorf("%s shows days of single events", f.ID)
	}
	for _, s := range f.Series {
		for i, d := range s.Points {
			n := int64(0)
			if d.Value != nil && d.Value.IsInt() && people[f.Unit] {
				n = d.Value.Num().Int64()
			}
			for _, x := range []int64{n, d.N} {
				if x > 0 && x < r.Privacy.Least {
					t.Errorf("%s point %d: %d", f.ID, i, x)
				}
			}
		}
	}
}
