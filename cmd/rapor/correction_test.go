package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// office writes exports with one bad row each in a CSV and a workbook.
func office(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	csv := "Tanggal;No Antrian;Nama;Jam Ambil;Jam Panggil\n" +
		"14/03/2016;A001;RAHASIA SATU;07.30;07.40\n" +
		"31/02/2016;A002;RAHASIA DUA;07.31;07.41\n" +
		"15/03/2016;A003;RAHASIA TIGA;07.3O;07.50\n"
	if err := os.WriteFile(filepath.Join(dir, "maret.csv"), []byte(csv), 0o644); err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"Tanggal", "No Antrian", "Jam Ambil", "Jam Panggil"},
		{42478, "B001", 0.3125, 0.32}, {42479, "B002", 0.3125, 0.30}, // called before taken
	} {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", at, &row); err != nil {
			t.Fatal(err)
		}
	}
	for col, format := range map[string]string{"A": "dd/mm/yyyy", "C": "hh:mm", "D": "hh:mm"} {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", col+"2", col+"3", id); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(filepath.Join(dir, "april.xlsx")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func report(t *testing.T, data, out string) result.Result {
	t.Helper()
	var o, e bytes.Buffer
	if code := cli.Run([]string{"report", data, "-o", out, "--ringkas"}, cli.Streams{Out: &o, Err: &e}); !written(code) {
		t.Fatalf("exit %d: %s", code, e.String())
	}
	b, err := os.ReadFile(filepath.Join(out, "2016", "internal", "hasil.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r result.Result
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func rejected(r result.Result) (n, used int64) {
	for _, s := range r.Sources {
		for _, sh := range s.Sheets {
			n, used = n+sh.Rejected, used+sh.Used
		}
	}
	return n, used
}

// TestCorrectionRoundTrip: reject, mend every row in koreksi.xlsx, feed it
// back: no rejects, every row used, and a record of what changed.
func TestCorrectionRoundTrip(t *testing.T) {
	data, out := office(t), filepath.Join(t.TempDir(), "out")
	if n, used := rejected(report(t, data, out)); n != 3 || used != 2 {
		t.Fatalf("%d rejected, %d used", n, used)
	}
	f, err := excelize.OpenFile(filepath.Join(out, "2016", "internal", "koreksi.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	suggested := mend(t, f)
	if suggested != "07.30" {
		t.Errorf("suggested %q for 07.3O", suggested)
	}
	if err := f.SaveAs(filepath.Join(data, "koreksi maret.xlsx")); err != nil {
		t.Fatal(err)
	}
	r := report(t, data, out)
	if n, used := rejected(r); n != 0 || used != 5 {
		t.Errorf("after mending: %d rejected, %d used", n, used)
	}
	if _, err := os.Stat(filepath.Join(out, "2016", "internal", "koreksi.xlsx")); err == nil {
		t.Error("a correction workbook was written with nothing to mend")
	}
	var got []string
	for _, c := range r.Corrections {
		got = append(got, fmt.Sprintf("%s %d %s: %s > %s", r.Sources[c.Source].Name, c.Row, c.Column, c.From, c.To))
	}
	want := "april.xlsx 3 Jam Panggil: 0.3 > 0.33|maret.csv 3 Tanggal: 31/02/2016 > 29/02/2016|maret.csv 4 Jam Ambil: 07.3O > 07.30"
	if strings.Join(got, "|") != want {
		t.Errorf("changes %q", got)
	}
	manifest, err := os.ReadFile(filepath.Join(out, "2016", "internal", "MANIFEST.json"))
	if err != nil || !bytes.Contains(manifest, []byte(`"from": "31/02/2016"`)) {
		t.Errorf("the manifest does not say what changed (%v)", err)
	}
}

// TestCorrectionInItsPlace: koreksi.xlsx mended where it was written, with the
// output inside the data: unmended it changes nothing, mended it is read, and
// it is kept under another name so that later runs find the same.
func TestCorrectionInItsPlace(t *testing.T) {
	data := office(t)
	out := filepath.Join(data, "hasil")
	book := filepath.Join(out, "2016", "internal", "koreksi.xlsx")
	for range 2 {
		r := report(t, data, out)
		if n, used := rejected(r); n != 3 || used != 2 || len(r.Corrections) != 0 {
			t.Fatalf("%d rejected, %d used, %v", n, used, r.Corrections)
		}
	}
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	mend(t, f)
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	mended, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		r := report(t, data, out)
		if n, used := rejected(r); n != 0 || used != 5 || len(r.Corrections) != 3 {
			t.Fatalf("after mending: %d rejected, %d used, %v", n, used, r.Corrections)
		}
	}
	kept, err := os.ReadFile(filepath.Join(out, "2016", "internal", "koreksi (disimpan).xlsx"))
	if err != nil || !bytes.Equal(kept, mended) {
		t.Errorf("the mended workbook is not kept: %v", err)
	}
}

// TestCorrectionUnmended: a correction workbook that nobody mended, copied into
// the data folder, changes no figure.
func TestCorrectionUnmended(t *testing.T) {
	data, out := office(t), filepath.Join(t.TempDir(), "out")
	report(t, data, out)
	b, err := os.ReadFile(filepath.Join(out, "2016", "internal", "koreksi.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "koreksi.xlsx"), b, 0o644); err != nil {
		t.Fatal(err)
	}
	r := report(t, data, out)
	if n, used := rejected(r); n != 3 || used != 2 || len(r.Corrections) != 0 {
		t.Errorf("%d rejected, %d used, %v", n, used, r.Corrections)
	}
	for _, s := range r.Sources {
		if s.Name == "koreksi.xlsx" && !strings.Contains(s.Sheets[0].Title.ID, "tidak berpengaruh") {
			t.Errorf("it is not said that it has no effect: %+v", s.Sheets)
		}
	}
}

// mend corrects the bad cells and makes sure that nobody's name is in the
// workbook. It returns what was suggested for a time with a letter in it.
func mend(t *testing.T, f *excelize.File) (suggested string) {
	t.Helper()
	fix := map[string]any{"31/02/2016": "29/02/2016", "07.3O": "07.30", "0.3": 0.33}
	done := 0
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for k, text := range row {
				if strings.Contains(text, "RAHASIA") {
					t.Errorf("a name stands in the workbook: %q", text)
				}
				v, ok := fix[text]
				if !ok || k < 8 {
					continue
				}
				if text == "07.3O" {
					suggested = row[7]
				}
				at, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if err := f.SetCellValue(s, at, v); err != nil {
					t.Fatal(err)
				}
				done++
			}
		}
	}
	if done != len(fix) {
		t.Fatalf("%d of %d cells were found", done, len(fix))
	}
	return suggested
}

// TestStaleCorrection: when the original changes afterwards, its mended rows
// are not used, and the run says so.
func TestStaleCorrection(t *testing.T) {
	data, out := office(t), filepath.Join(t.TempDir(), "out")
	report(t, data, out)
	b, err := os.ReadFile(filepath.Join(out, "2016", "internal", "koreksi.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"koreksi.xlsx": b, "maret.csv": []byte("Tanggal;No Antrian;Jam Ambil;Jam Panggil\n16/03/2016;A009;07.30;07.40\n")} {
		if err := os.WriteFile(filepath.Join(data, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r := report(t, data, out)
	stale := int64(0)
	for _, p := range r.Problems {
		if p.Code == "D117" {
			stale = p.N
		}
	}
	if stale != 2 || len(r.Corrections) != 0 {
		t.Errorf("%d stale rows, changes %v", stale, r.Corrections)
	}
}
