package ooxml

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/internal/corpus"
	"rapor/ingest/table/numberformat"
)

// fixtureBooks finds the workbooks of other projects.
func fixtureBooks(t *testing.T) []string {
	t.Helper()
	files := corpus.Files(t, "*/*.xls[xm]", "*/*/*.xls[xm]")
	slices.Sort(files)
	return files
}

// refusedFixtures are the workbooks that are refused, with their codes. The
// encrypted ones are no archives at all; ingest/table tells them apart before
// they come here.
var refusedFixtures = map[string]reject.Code{
	"encryptAES.xlsx":     reject.DamagedArchive,
	"encryptSHA1.xlsx":    reject.DamagedArchive,
	"encryptSHA512.xlsx":  reject.DamagedArchive,
	"pass_protected.xlsx": reject.DamagedArchive,
	"issue252.xlsx":       reject.DamagedArchive, // xl/_rels/workbook.xml.rels fails its checksum; excelize stumbles over its XML
}

// TestFixtureWorkbooks reads every workbook of other projects: each is read, or
// refused with the code that is known of it; keeping nothing reads the same.
func TestFixtureWorkbooks(t *testing.T) {
	for _, file := range fixtureBooks(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		kept, err := dump(b)
		if got := code(t, err); got != refusedFixtures[name] {
			t.Errorf("%s: %v, want code %q", name, err, refusedFixtures[name])
		}
		streamed, _ := dumpWithin(b, streaming())
		if kept != streamed {
			t.Errorf("%s: a kept sheet and a streamed one differ", name)
		}
	}
}

// streaming are limits under which no sheet is kept unpacked.
func streaming() Limits {
	l := DefaultLimits()
	l.Keep = -1
	return l
}

// differences are the cases in which this reader and excelize may not agree,
// each with its reason. Anything else fails.
var differences = []struct {
	why  string
	know func(file string, c grid.Cell, theirs string) bool
}{
	{"a fraction stored with 16 or 17 digits is rounded to the 15 a spreadsheet shows; excelize hands on the binary noise", func(_ string, c grid.Cell, theirs string) bool {
		f, err := strconv.ParseFloat(theirs, 64)
		mantissa, _, _ := strings.Cut(strings.ToUpper(theirs), "E")
		digits := strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(mantissa), "0")
		return err == nil && c.Kind == grid.Number && strings.ContainsAny(theirs, ".E") && len(digits) > 15 && c.Text == numberformat.Digits(f)
	}},
	{"a truth value is TRUE or FALSE; excelize hands on 1 or 0 when asked for raw values", func(_ string, c grid.Cell, theirs string) bool {
		return c.Kind == grid.Bool && (c.Text == "TRUE" && theirs == "1" || c.Text == "FALSE" && theirs == "0")
	}},
	{`excelize stops reading a cell at the attribute s="" and loses its value, which stands in the file`, func(file string, _ grid.Cell, theirs string) bool {
		return file == "empty_s_attribute.xlsx"
	}},
}

// TestExcelizeAgreesOnFixtures compares every cell, merged range and hidden
// sheet, row and column of all fixtures with what excelize reads.
func TestExcelizeAgreesOnFixtures(t *testing.T) {
	cells, known := 0, make([]int, len(differences))
	for _, file := range fixtureBooks(t) {
		name := filepath.Base(file)
		if refusedFixtures[name] != "" {
			continue
		}
		f, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Errorf("%s: read here, but not by excelize: %v", name, err)
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		book, err := open(b, DefaultLimits())
		if err != nil {
			t.Fatal(name, err)
		}
		var names []string
		for _, s := range book.Sheets() {
			names = append(names, s.Name())
			cells += agree(t, name, s, f, known)
		}
		compareSheetNames(t, name, names, f.GetSheetList())
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	if cells < 10000 {
		t.Errorf("only %d cells compared", cells)
	}
	t.Logf("%d cells compared", cells)
	for i, d := range differences {
		t.Logf("%d: %s", known[i], d.why)
		if known[i] == 0 {
			t.Errorf("no case left of: %s", d.why)
		}
	}
}

// compareSheetNames allows for chart and dialog sheets, which hold no cells and
// which only excelize lists.
func compareSheetNames(t *testing.T, file string, own, theirs []string) {
	t.Helper()
	charts := map[string][]string{"any_sheets.xlsx": {"Chart"}, "issue438.xlsx": {"Chart1"}}
	theirs = slices.DeleteFunc(theirs, func(s string) bool { return slices.Contains(charts[file], s) })
	if !slices.Equal(own, theirs) {
		t.Errorf("%s: sheets %q, excelize has %q", file, own, theirs)
	}
}

// agree compares one sheet and returns how many cells it has.
func agree(t *testing.T, file string, s grid.Sheet, f *excelize.File, known []int) int {
	t.Helper()
	own, hidden := ownCells(t, s)
	theirs, theirHidden := excelizeCells(t, s.Name(), f)
	at := maps.Clone(theirs)
	for k, c := range own {
		at[k] = c.Text
	}
	for k := range at {
		if own[k].Text == theirs[k] {
			continue
		}
		i := 0
		for i < len(differences) && !differences[i].know(file, own[k], theirs[k]) {
			i++
		}
		if i == len(differences) {
			t.Errorf("%s %s!%s: %q, excelize has %q", file, s.Name(), k, own[k].Text, theirs[k])
			continue
		}
		known[i]++
	}
	if !slices.Equal(hidden, theirHidden) {
		t.Errorf("%s %s: hidden rows %v, excelize has %v", file, s.Name(), hidden, theirHidden)
	}
	compareFurniture(t, file, s, f)
	return len(at)
}

// compareFurniture compares merged ranges, and hidden sheets and columns.
func compareFurniture(t *testing.T, file string, s grid.Sheet, f *excelize.File) {
	t.Helper()
	theirs, err := f.GetMergeCells(s.Name(), true)
	if err != nil {
		t.Fatal(err)
	}
	merged, _ := s.Merged()
	var a, b []string
	for _, m := range merged {
		a = append(a, place(m.FirstCol, m.FirstRow)+":"+place(m.LastCol, m.LastRow))
	}
	for _, m := range theirs {
		b = append(b, m[0])
	}
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Errorf("%s %s: merged %v, excelize has %v", file, s.Name(), a, b)
	}
	if visible, err := f.GetSheetVisible(s.Name()); err != nil || visible == s.Hidden() {
		t.Errorf("%s %s: hidden %v, excelize: visible %v %v", file, s.Name(), s.Hidden(), visible, err)
	}
	for c := range 60 {
		letters := strings.TrimRight(place(c, 1), "1")
		if visible, err := f.GetColVisible(s.Name(), letters); err != nil || visible == slices.Contains(s.HiddenColumns(), c) {
			t.Errorf("%s %s: column %s: excelize: visible %v %v", file, s.Name(), letters, visible, err)
		}
	}
}

func ownCells(t *testing.T, s grid.Sheet) (cells map[string]grid.Cell, hidden []uint32) {
	t.Helper()
	cells = map[string]grid.Cell{}
	if err := s.Rows(func(r *grid.Row) bool {
		for i, c := range r.Cells {
			if c.Text != "" {
				cells[place(i, r.N)] = c
			}
		}
		if r.Hidden {
			hidden = append(hidden, r.N)
		}
		return true
	}); err != nil {
		t.Fatal(err)
	}
	return cells, hidden
}

// excelizeCells leaves out hidden rows without cells, which this reader does
// not hand on.
func excelizeCells(t *testing.T, sheet string, f *excelize.File) (cells map[string]string, hidden []uint32) {
	t.Helper()
	rows, err := f.Rows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	cells = map[string]string{}
	for n := uint32(1); rows.Next(); n++ {
		opts := rows.GetRowOpts()
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(fmt.Errorf("%s %d: %w", sheet, n, err))
		}
		for i, c := range columns {
			if c != "" {
				cells[place(i, n)] = c
			}
		}
		if opts.Hidden && len(columns) > 0 {
			hidden = append(hidden, n)
		}
	}
	return cells, hidden
}
