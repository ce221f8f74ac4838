package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

const (
	relNS  = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relDoc = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	mainNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
)

// plainParts are the parts of a small workbook around one sheet. Its styles: 0
// general, 1 date, 2 time, 3 span, 4 percent, 5 text.
func plainParts(sheet string) map[string]string {
	return map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relDoc + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook ` + mainNS + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relDoc + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relDoc + `styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + relDoc + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet ` + mainNS + `><numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm;&quot;x&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="49"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst ` + mainNS + `><si><t>satu</t></si><si><r><t>Du</t></r><r><rPr/><t xml:space="preserve">a </t></r><rPh sb="0" eb="1"><t>baca</t></rPh></si><si><t/></si><si/></sst>`,
		"xl/worksheets/sheet1.xml":   sheet,
	}
}

// worksheet wraps rows, and what follows them, in a sheet.
func worksheet(rows string, after ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet ` + mainNS + `><dimension ref="A1"/><sheetData>` + rows + `</sheetData>` + strings.Join(after, "") + `</worksheet>`
}

func zipped(t testing.TB, parts map[string]string) []byte { return written(t, parts, zip.Deflate) }

// asIs writes the parts as they are, which is faster than packing them.
func asIs(t testing.TB, parts map[string]string) []byte { return written(t, parts, zip.Store) }

func written(t testing.TB, parts map[string]string, method uint16) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(b []byte, lim Limits) (grid.Book, error) {
	return Open(bytes.NewReader(b), int64(len(b)), lim)
}

// dump reads everything that a book hands on as text, or gives its refusal.
func dump(b []byte) (string, error) { return dumpWithin(b, DefaultLimits()) }

func dumpWithin(b []byte, lim Limits) (string, error) {
	book, err := open(b, lim)
	if err != nil {
		return "", err
	}
	defer book.Close()
	var out strings.Builder
	for _, s := range book.Sheets() {
		merged, _ := s.Merged()
		fmt.Fprintf(&out, "[%s]", s.Name())
		if s.Hidden() || s.Date1904() || merged != nil || s.HiddenColumns() != nil || s.Doubts() != nil {
			fmt.Fprint(&out, " ", s.Hidden(), s.Date1904(), merged, s.HiddenColumns(), s.Doubts())
		}
		out.WriteByte('\n')
		if err := s.Rows(func(r *grid.Row) bool {
			out.WriteString(line(r))
			return true
		}); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// line shows a row with everything of its cells: "3 A1=n0:42 C1=t0:x=".
func line(r *grid.Row) string {
	var out strings.Builder
	fmt.Fprint(&out, r.N)
	if r.Hidden {
		out.WriteString(" hidden")
	}
	for i, c := range r.Cells {
		if c == (grid.Cell{}) {
			continue
		}
		fmt.Fprintf(&out, " %s=%c%d:%s", place(i, r.N), "-tnbed"[c.Kind], c.Look, c.Text)
		if c.Formula {
			out.WriteString(" =")
		}
	}
	return out.String() + "\n"
}

// code is the code of a refusal; an error without one fails the test.
func code(t testing.TB, err error) reject.Code {
	t.Helper()
	var r *grid.RefusedError
	if err != nil && !errors.As(err, &r) {
		t.Fatalf("an error without a code: %v", err)
	}
	if err == nil {
		return ""
	}
	return r.Code
}

// sampleBook is a small workbook with texts, numbers, dates and a formula.
func sampleBook(t testing.TB, rows int) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= rows; i++ {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i), &[]any{fmt.Sprintf("tiket %d", i), i * 10, 42000 + i, "<&>\"", true}); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", fmt.Sprintf("C%d", i), fmt.Sprintf("C%d", i), style); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
