package correction

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rapor/ingest/grid"
	"rapor/ingest/text"
)

// The leading columns of a correction sheet; a workbook is recognised by them.
var lead = []string{"Berkas asal", "Lembar asal", "Baris asal", "SHA-256 berkas", "Kode", "Masalah", "Tindakan", "Saran"}

const hiddenLead = 3 // the checksum is for the program, not for people

// guide is the first sheet, in both languages.
var guide = []string{
	"Baris yang ditolak, untuk diperbaiki. Ubahlah sel yang berwarna (atau sel lain di kanan kolom Saran), lalu simpan berkas ini dengan nama berawalan \"koreksi\" di folder data, di samping berkas asalnya.",
	"Pada proses berikutnya isinya menggantikan baris asalnya; berkas asal tidak diubah. Setiap perubahan dicatat di MANIFEST.json dan di bab mutu data. Baris yang sudah diperbaiki tetap ada di sini, sehingga berkas ini boleh menggantikan koreksi yang lama.",
	"Jangan ubah kolom Berkas, Lembar, dan Baris asal. Bila berkas asal berubah sesudahnya, koreksi ini tidak dipakai dan hal itu dilaporkan.",
	"",
	"Rejected rows, to be mended. Change the coloured cell (or others right of the column Saran) and save this file under a name that begins with \"koreksi\" in the data folder, beside the original.",
	"The next run uses it in place of the original rows; the original file is not changed. Every change is recorded in MANIFEST.json and in the data-quality chapter. Rows that are mended already stay here, so that this file may take the place of the earlier correction.",
	"Leave the first three columns alone. If the original file changes afterwards, this correction is not used, and the report says so.",
}

// MaxRows is how many rejected rows one workbook holds: as many as anybody
// mends by hand. The next run offers those that are left.
const MaxRows = 10_000

// MaxColumn is the last column (0-based) of a file for which a workbook has
// room beside the leading ones; a row with a used cell beyond it cannot be
// mended in one.
const MaxColumn = excelize.MaxColumns - 1 - 8

// furtherRows says on the guide sheet that the workbook is not complete.
var furtherRows = text.T("Berkas ini memuat %s baris pertama; masih ada %s baris ditolak yang tidak dimuat di sini. Bila sebabnya sama, perbaiki di sumbernya atau di rapor.yaml.",
	"This file holds the first %s rows; %s more rejected rows are not in it. Where they share a cause, mend it at the source or in rapor.yaml.")

// Write makes the workbook of at most MaxRows rows. Rows of one sheet stand
// together, in the given order; left is how many more were rejected. Personal
// columns must have been left out by the caller.
func Write(rows []Row, left int64) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := writer{f: f}
	if err := w.start(); err != nil {
		return nil, err
	}
	if err := w.further(int64(len(rows)), left); err != nil {
		return nil, err
	}
	for i := 0; i < len(rows); {
		end := i
		for end < len(rows) && rows[end].File == rows[i].File && rows[end].Sheet == rows[i].Sheet {
			end++
		}
		if err := w.sheet(rows[i:end]); err != nil {
			return nil, err
		}
		i = end
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

type writer struct {
	f      *excelize.File
	n      int
	styles map[look]int
}

// look is how a cell of the workbook shows itself.
type look struct {
	kind grid.Look
	bad  bool
	head bool
}

func (w *writer) start() error {
	if err := w.f.SetDocProps(&excelize.DocProperties{Creator: "rapor", Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}); err != nil {
		return err
	}
	if err := w.makeStyles(); err != nil {
		return err
	}
	if err := w.f.SetSheetName("Sheet1", "Petunjuk"); err != nil {
		return err
	}
	for i, line := range guide {
		if err := w.f.SetCellStr("Petunjuk", fmt.Sprintf("A%d", i+1), line); err != nil {
			return err
		}
	}
	return w.f.SetColWidth("Petunjuk", "A", "A", 120)
}

// further says below the guide that rows are left, in both languages.
func (w *writer) further(rows, left int64) error {
	if left == 0 {
		return nil
	}
	for i, l := range []text.Lang{text.ID, text.EN} {
		line := fmt.Sprintf(furtherRows.In(l), text.Group(rows, l), text.Group(left, l))
		if err := w.f.SetCellStr("Petunjuk", fmt.Sprintf("A%d", len(guide)+2+i), line); err != nil {
			return err
		}
	}
	return nil
}

// makeStyles makes a style for each kind of cell, sound and bad.
func (w *writer) makeStyles() error {
	w.styles = map[look]int{}
	add := func(l look, s *excelize.Style) error {
		id, err := w.f.NewStyle(s)
		w.styles[l] = id
		return err
	}
	if err := add(look{head: true}, &excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}); err != nil {
		return err
	}
	for _, bad := range []bool{false, true} {
		for kind, format := range formats {
			s := excelize.Style{CustomNumFmt: &format}
			if bad {
				s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FDE9D0"}}
			}
			if err := add(look{kind: grid.Look(kind), bad: bad}, &s); err != nil {
				return err
			}
		}
	}
	return nil
}

// formats are the number formats by the look of a cell. Texts stay texts while
// they are mended: typed as 07.30, a time must not become 7.3.
var formats = [...]string{
	grid.General: "General", grid.Date: "dd/mm/yyyy", grid.Time: "hh:mm:ss", grid.Span: "[h]:mm:ss", grid.Percent: "0.00%", grid.AsText: "@",
	grid.InThousands: `General" ribu"`, grid.InMillions: `General" juta"`, grid.InBillions: `General" miliar"`,
	grid.InSeconds: `General" detik"`, grid.InMinutes: `General" menit"`, grid.InHours: `General" jam"`, grid.InDays: `General" hari"`,
}

// sheet writes the rows of one sheet under its own columns.
func (w *writer) sheet(rows []Row) error {
	w.n++
	name := sheetName(w.n, rows[0].File)
	if _, err := w.f.NewSheet(name); err != nil {
		return err
	}
	cols := columnsOf(rows)
	for i, h := range lead {
		if err := w.put(name, i, 1, h, look{head: true}); err != nil {
			return err
		}
	}
	for i, c := range cols {
		letter, err := excelize.ColumnNumberToName(c.Column + 1)
		if err != nil {
			return err
		}
		if err := w.put(name, len(lead)+i, 1, c.Header+" ["+letter+"]", look{head: true}); err != nil {
			return err
		}
	}
	at := make(map[int]int, len(cols))
	for i, c := range cols {
		at[c.Column] = len(lead) + i
	}
	for n := range rows {
		if err := w.row(name, n+2, &rows[n], at); err != nil {
			return err
		}
	}
	return w.layout(name, len(lead)+len(cols))
}

// columnsOf lists the columns of all rows, each once, in the order of the file.
func columnsOf(rows []Row) []Cell {
	var out []Cell
	seen := map[int]bool{}
	for _, r := range rows {
		for _, c := range r.Cells {
			if !seen[c.Column] {
				seen[c.Column] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// row writes one row; at is where the columns of the file stand.
func (w *writer) row(sheet string, n int, r *Row, at map[int]int) error {
	for i, s := range []string{r.File, r.Sheet, strconv.FormatUint(uint64(r.N), 10), r.SHA256, string(r.Code), r.Problem, r.Remedy, r.Suggestion} {
		if err := w.put(sheet, i, n, s, look{kind: grid.AsText}); err != nil {
			return err
		}
	}
	for _, c := range r.Cells {
		if err := w.cell(sheet, at[c.Column], n, &c); err != nil {
			return err
		}
	}
	return nil
}

// cell writes a cell as the file typed it: numbers stay numbers, dates dates.
func (w *writer) cell(sheet string, col, row int, c *Cell) error {
	v, err := strconv.ParseFloat(c.Text, 64)
	if c.Kind != grid.Number || err != nil {
		return w.put(sheet, col, row, c.Text, look{kind: grid.AsText, bad: c.Bad})
	}
	at, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		return err
	}
	if err := w.f.SetCellValue(sheet, at, v); err != nil {
		return err
	}
	return w.f.SetCellStyle(sheet, at, at, w.styles[look{kind: c.Look, bad: c.Bad}])
}

func (w *writer) put(sheet string, col, row int, s string, l look) error {
	at, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		return err
	}
	if err := w.f.SetCellStr(sheet, at, s); err != nil {
		return err
	}
	return w.f.SetCellStyle(sheet, at, at, w.styles[l])
}

func (w *writer) layout(sheet string, columns int) error {
	last, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	if err := w.f.SetColWidth(sheet, "A", last, 18); err != nil {
		return err
	}
	if err := w.f.SetColWidth(sheet, "F", "G", 40); err != nil {
		return err
	}
	hide, err := excelize.ColumnNumberToName(hiddenLead + 1)
	if err != nil {
		return err
	}
	if err := w.f.SetColVisible(sheet, hide, false); err != nil {
		return err
	}
	return w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// sheetName is at most 31 characters of a file's name, without those a
// workbook forbids, after a number that keeps it unique.
func sheetName(n int, file string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return '-'
		}
		return r
	}, file)
	out := []rune(fmt.Sprintf("%d %s", n, clean))
	return string(out[:min(len(out), 31)])
}

// shift adds days to a serial number, exactly.
func shift(serial string, days int64) string {
	r, ok := new(big.Rat).SetString(serial)
	if !ok {
		return serial
	}
	r.Add(r, big.NewRat(days, 1))
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(r.FloatString(15), "0")
}
