package workbook

import (
	"archive/zip"
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/example"
)

func write(t *testing.T, r *result.Result, lang format.Lang) []byte {
	t.Helper()
	data, err := Write(r, lang)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// raw reads a sheet as stored, without number formats.
func raw(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// at finds a value by the text of its row's first cell and its column head.
func at(t *testing.T, rows [][]string, key, head string) string {
	t.Helper()
	for i, h := range rows[0] {
		if h != head {
			continue
		}
		for _, row := range rows[1:] {
			if row[0] == key && i < len(row) {
				return row[i]
			}
		}
	}
	return ""
}

func TestSheets(t *testing.T) {
	id := open(t, write(t, example.Result(), format.ID)).GetSheetList()
	want := "Sampul,Indikator,Seri Bulanan,Rincian,Gambar,Tabel,Penilaian,Sumber,Masalah Data,Metode"
	if got := strings.Join(id, ","); got != want {
		t.Errorf("sheets = %s", got)
	}
	en := open(t, write(t, example.Result(), format.EN)).GetSheetList()
	if len(en) != len(id) || en[0] != "Cover" {
		t.Errorf("English sheets = %v", en)
	}
}

func TestNumbersAreNumbers(t *testing.T) {
	f := open(t, write(t, example.Result(), format.ID))
	rows := raw(t, f, "Indikator")
	for _, c := range []struct {
		id, head string
		want     float64
	}{
		{"ANT-02", "Nilai", 31},
		{"ANT-02", "Target", 60},
		{"ANT-05", "Nilai", 38120.0 / 41287},
		{"ANT-05", "Pembilang", 38120},
		{"KEU-01", "Pembilang", 11845678901},
		{"KEU-03", "Nilai", 564321099},
		{"GAK-05", "Batas atas", 20.96},
		{"SKM-01", "n", 384},
	} {
		got, err := strconv.ParseFloat(at(t, rows, c.id, c.head), 64)
		if err != nil || math.Abs(got-c.want) > 1e-9*math.Abs(c.want) {
			t.Errorf("%s %s = %v (%v), want %v", c.id, c.head, got, err, c.want)
		}
	}
	if got := at(t, rows, "ANT-14", "Nilai"); got != "" {
		t.Errorf("a missing value is written as %q", got)
	}
	if got := at(t, rows, "ANT-14", "Keterangan"); !strings.Contains(got, "Tidak ada hari") {
		t.Errorf("why it is missing: %q", got)
	}
}

func TestDatesAreDates(t *testing.T) {
	f := open(t, write(t, example.Result(), format.ID))
	for _, c := range []struct{ sheet, cell, raw, shown string }{
		{"Seri Bulanan", "C2", "42005", "Jan 2015"},
		{"Sumber", "H2", "42373", "04/01/2016"},
	} {
		got, _ := f.GetCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true})
		shown, _ := f.GetCellValue(c.sheet, c.cell)
		if got != c.raw || shown != c.shown {
			t.Errorf("%s!%s = %s shown %s, want %s shown %s", c.sheet, c.cell, got, shown, c.raw, c.shown)
		}
	}
}

func TestTablesChartsAndPanes(t *testing.T) {
	data := write(t, example.Result(), format.ID)
	f := open(t, data)
	for _, sheet := range f.GetSheetList() {
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 {
			t.Errorf("%s: %d tables, %v", sheet, len(tables), err)
		}
		if sheet == "Sampul" || sheet == "Tabel" {
			continue
		}
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: head not frozen", sheet)
		}
	}
	charts := 0
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if strings.HasPrefix(part.Name, "xl/charts/chart") {
			charts++
		}
	}
	if charts != 5 { // the headlines of both documents with a series
		t.Errorf("%d charts", charts)
	}
	if props, err := f.GetDocProps(); err != nil || props.Creator != "Kantor Imigrasi Kelas II Contoh" {
		t.Errorf("author = %q, %v", props.Creator, err)
	}
}

func TestTextsStayText(t *testing.T) {
	r := example.Result()
	hostile := "=HYPERLINK(\"http://x\")"
	r.Indicators[0].Name = result.T(hostile, hostile)
	r.Sources[0].Name = "=1+1\x00\x01" + strings.Repeat("x", 40000)
	r.Figures[0].Series[0].Name = result.Str("+cmd|' /C calc'!A0")
	r.Tables[0].Columns[1].Name = r.Tables[0].Columns[0].Name
	f := open(t, write(t, r, format.ID))
	for _, sheet := range f.GetSheetList() {
		for i, row := range raw(t, f, sheet) {
			for j := range row {
				if formula, _ := f.GetCellFormula(sheet, name(j+1, i+1)); formula != "" {
					t.Errorf("%s!%s is the formula %s", sheet, name(j+1, i+1), formula)
				}
			}
		}
	}
	if got, _ := f.GetCellValue("Indikator", "C2"); got != hostile {
		t.Errorf("name = %q", got)
	}
}

func TestEmptyResult(t *testing.T) {
	f := open(t, write(t, &result.Result{}, format.ID))
	if len(f.GetSheetList()) != 10 {
		t.Error("sheets are missing")
	}
}

func TestSameBytes(t *testing.T) {
	first := write(t, example.Result(), format.ID)
	for range 8 {
		if !bytes.Equal(first, write(t, example.Result(), format.ID)) {
			t.Fatal("two writes differ")
		}
	}
}

// TestScorecards: each criterion has a row with its points as a number, what
// is missing and what speaks for it.
func TestScorecards(t *testing.T) {
	rows := raw(t, open(t, write(t, example.Result(), format.ID)), "Penilaian")
	found := map[string][]string{}
	for _, row := range rows[1:] {
		found[row[2]] = row
	}
	if w := found["Waktu tunggu"]; len(w) < 9 || w[3] != "30" || w[4] != "30" || w[7] != "ANT-02" || !strings.Contains(w[8], "Maklumat pelayanan, W10-1") {
		t.Errorf("%q", w)
	}
	if o := found["Kepatuhan Ombudsman"]; len(o) < 7 || o[4] != "" || o[6] != "Data belum ada." {
		t.Errorf("%q", o)
	}
}
