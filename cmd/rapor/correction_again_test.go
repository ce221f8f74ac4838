package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// change opens a correction workbook, calls f with each data row of each sheet
// that has the guide's headings, and saves it under another name.
func change(t *testing.T, from, to string, edit func(f *excelize.File, sheet string, row int, cells []string)) {
	t.Helper()
	f, err := excelize.OpenFile(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range f.GetSheetList()[1:] {
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows[1:] {
			edit(f, s, i+2, r)
		}
	}
	if err := f.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

// put replaces the cells of a row that hold a text.
func put(t *testing.T, f *excelize.File, sheet string, row int, cells []string, fix map[string]any) {
	t.Helper()
	for k, s := range cells {
		v, ok := fix[s]
		if !ok || k < 8 {
			continue
		}
		at, _ := excelize.CoordinatesToCellName(k+1, row)
		if err := f.SetCellValue(sheet, at, v); err != nil {
			t.Fatal(err)
		}
	}
}

// noted is a report with what its closing lines say.
func noted(t *testing.T, data, out string) (result.Result, string) {
	t.Helper()
	r := report(t, data, out)
	var o, e bytes.Buffer
	cli.Run([]string{"report", data, "-o", out, "--ringkas"}, cli.Streams{Out: &o, Err: &e})
	return r, e.String()
}

// TestCorrectionCopiedOverTheFirst: rows that are still wrong are mended in the
// new workbook, which is then copied over the one that mended the others: no
// mend is lost. What was tried in vain is not thrown away, and does not count.
func TestCorrectionCopiedOverTheFirst(t *testing.T) {
	data, out := office(t), filepath.Join(t.TempDir(), "out")
	report(t, data, out)
	book, mine := filepath.Join(out, "2016", "internal", "koreksi.xlsx"), filepath.Join(data, "koreksi.xlsx")
	change(t, book, mine, func(f *excelize.File, s string, row int, cells []string) {
		put(t, f, s, row, cells, map[string]any{"31/02/2016": "29/02/2016", "07.3O": "07.3x", "0.3": 0.33})
	})
	r, notes := noted(t, data, out)
	if n, used := rejected(r); n != 1 || used != 4 || len(r.Corrections) != 2 {
		t.Fatalf("%d rejected, %d used, %v", n, used, r.Corrections)
	}
	if !strings.Contains(notes, "1 ditolak; 0 berkas tidak dipakai") {
		t.Errorf("the workbook counts as unused: %s", notes)
	}
	if !strings.Contains(notes, "2 sel dipakai dari koreksi") || !strings.Contains(notes, "1 baris koreksi masih ditolak") {
		t.Errorf("closing lines: %s", notes)
	}
	tried := false
	change(t, book, mine, func(f *excelize.File, s string, row int, cells []string) {
		tried = tried || strings.Contains(strings.Join(cells, ";"), "07.3x")
		put(t, f, s, row, cells, map[string]any{"07.3x": "07.30"})
	})
	if !tried {
		t.Error("the cell that was mended in vain is not in the new workbook")
	}
	if r = report(t, data, out); len(r.Corrections) != 3 {
		t.Errorf("changes %v", r.Corrections)
	}
	if n, used := rejected(r); n != 0 || used != 5 {
		t.Errorf("%d rejected, %d used", n, used)
	}
}

// TestCorrectionsWithoutAPlace: each row that finds no place is named, with its
// reason, in the closing lines, in tolak.csv and by check.
func TestCorrectionsWithoutAPlace(t *testing.T) {
	data, out := office(t), filepath.Join(t.TempDir(), "out")
	report(t, data, out)
	book := filepath.Join(out, "2016", "internal", "koreksi.xlsx")
	change(t, book, filepath.Join(data, "koreksi.xlsx"), func(f *excelize.File, s string, row int, cells []string) {
		if !strings.Contains(s, "maret") || row != 2 {
			return
		}
		line := func(n int, edit func(c []any)) {
			c := make([]any, len(cells))
			for i := range cells {
				c[i] = cells[i]
			}
			edit(c)
			at, _ := excelize.CoordinatesToCellName(1, n)
			if err := f.SetSheetRow(s, at, &c); err != nil {
				t.Fatal(err)
			}
		}
		line(4, func(c []any) { c[2] = "999" })
		line(5, func(c []any) { c[0] = "Maret.csv" })
		line(6, func(c []any) { c[1] = "Lain" })
		line(7, func(c []any) { c[0], c[1], c[2], c[3] = "", "", "", "" })
		line(8, func(c []any) { c[3] = "" })
		if err := f.SetCellStr(s, "A10", "catatan kantor"); err != nil {
			t.Fatal(err)
		}
	})
	r, notes := noted(t, data, out)
	table, err := os.ReadFile(filepath.Join(out, "2016", "internal", "tolak.csv"))
	if err != nil {
		t.Fatal(err)
	}
	var o, e bytes.Buffer
	cli.Run([]string{"check", data}, cli.Streams{Out: &o, Err: &e})
	for row, want := range map[string]string{
		"4": "baris 999 tidak ada di maret.csv", "5": `"Maret.csv" tidak ada di folder data; maksud Anda "maret.csv"?`, "6": "maret.csv tidak berlembar; kosongkan",
		"7": "tidak menyebut berkas, lembar, dan baris", "8": "SHA-256 kosong",
	} {
		if !strings.Contains(notes, ": "+row+": ") || !strings.Contains(notes, want) {
			t.Errorf("the closing lines do not say %q of row %s: %s", want, row, notes)
		}
		if !strings.Contains(string(table), ";"+row+";;D117;") || !strings.Contains(strings.ReplaceAll(string(table), `""`, `"`), want) {
			t.Errorf("tolak.csv does not say %q of row %s: %s", want, row, table)
		}
		if !strings.Contains(o.String(), ": "+row+"  ") || !strings.Contains(o.String(), want) {
			t.Errorf("check does not say %q of row %s: %s", want, row, o.String())
		}
	}
	for _, p := range r.Problems {
		if p.Code == "D117" && p.N != 5 {
			t.Errorf("%d rows without a place", p.N)
		}
	}
}

// TestCorrectionsOfTwoVersions: a new workbook for a file that was exported
// again brings the old one's rows back in no place.
func TestCorrectionsOfTwoVersions(t *testing.T) {
	data, out := office(t), filepath.Join(t.TempDir(), "out")
	report(t, data, out)
	book := filepath.Join(out, "2016", "internal", "koreksi.xlsx")
	fix := map[string]any{"31/02/2016": "29/02/2016", "07.3O": "07.30", "0.3": 0.33}
	all := func(f *excelize.File, s string, row int, cells []string) { put(t, f, s, row, cells, fix) }
	change(t, book, filepath.Join(data, "koreksi 1.xlsx"), all)
	again := "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n15/03/2016;A009;07.30;07.40\n16/03/2016;A010;07.30;07.40\n17/03/2016;A011;07.3O;07.40\n"
	if err := os.WriteFile(filepath.Join(data, "maret.csv"), []byte(again), 0o644); err != nil {
		t.Fatal(err)
	}
	report(t, data, out)
	change(t, book, filepath.Join(data, "koreksi 2.xlsx"), all)
	r := report(t, data, out)
	var got []string
	for _, c := range r.Corrections {
		got = append(got, r.Sources[c.Source].Name+" "+c.Column)
	}
	if want := "april.xlsx Jam Panggil|maret.csv Jam Ambil"; strings.Join(got, "|") != want {
		t.Errorf("changes %v", r.Corrections)
	}
}

// TestMissingValueIsColoured: a row without a value that it needs names the
// column as the office heads it, and colours its cell.
func TestMissingValueIsColoured(t *testing.T) {
	data, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	csv := "No Responden;Tanggal;Jenis Layanan;Persyaratan;Prosedur;Waktu Penyelesaian;Biaya/Tarif;Produk;Kompetensi Pelaksana;Perilaku Pelaksana;Penanganan Pengaduan;Sarana dan Prasarana\n" +
		"1;14/03/2016;Paspor;4;3;3;4;3;4;3;2;3\n2;15/03/2016;Paspor;;;;;;;;;\n"
	if err := os.WriteFile(filepath.Join(data, "skm.csv"), []byte(csv), 0o644); err != nil {
		t.Fatal(err)
	}
	report(t, data, out)
	f, err := excelize.OpenFile(filepath.Join(out, "2016", "internal", "koreksi.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetList()[1]
	problem, err := f.GetCellValue(sheet, "F2")
	if err != nil || !strings.HasSuffix(problem, ": Persyaratan") {
		t.Errorf("%q, %v", problem, err)
	}
	id, err := f.GetCellStyle(sheet, "L2")
	if err != nil {
		t.Fatal(err)
	}
	if style, err := f.GetStyle(id); err != nil || len(style.Fill.Color) == 0 {
		t.Errorf("the empty cell is not coloured: %+v, %v", style, err)
	}
}
