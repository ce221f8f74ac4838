package ooxml

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/ingest/grid"
)

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

func TestReadsWhatExcelizeWrote(t *testing.T) {
	got, err := dump(sampleBook(t, 2))
	if err != nil {
		t.Fatal(err)
	}
	want := "[Sheet1]\n1 A1=t0:tiket 1 B1=n0:10 C1=n1:42001 D1=t0:<&>\" E1=b0:TRUE\n2 A2=t0:tiket 2 B2=n0:20 C2=n1:42002 D2=t0:<&>\" E2=b0:TRUE\n"
	if got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string]grid.Look{
		"General": grid.General, "dd/mm/yyyy": grid.Date, "hh:mm": grid.Time, "[h]:mm": grid.Span, "0.00%": grid.Percent, "@": grid.AsText,
		`#,##0 "hari"`: grid.General, `[$-421]d mmmm yyyy`: grid.Date, "mmm-yy": grid.Date, "mm:ss": grid.Time,
	} {
		if got := look(200, code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
}
