package workbook

import (
	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/templates/internal/plain"
)

// styles are the cell styles of a workbook. Number formats are written with
// the codes of the file format ("#,##0.00"), which Excel shows with the
// separators of the reader's own locale.
type styles struct {
	title, head, text, label, note int
	date, month                    int
	number                         map[string]int
}

// numberFormats lists every format a number may get, in order of creation.
var numberFormats = []string{"#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000", "0.00%", rupiah, "hh:mm"}

// rupiah is money in Indonesian form, without a space after Rp.
const rupiah = `"Rp"#,##0.00`

func (s *styles) make(f *excelize.File) error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	var err error
	add := func(style excelize.Style) int {
		id, e := f.NewStyle(&style)
		if e != nil && err == nil {
			err = e
		}
		return id
	}
	s.title = add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Color: "14497C"}})
	s.head = add(excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"14497C"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	s.text = add(excelize.Style{Alignment: top})
	s.label = add(excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top})
	s.note = add(excelize.Style{Font: &excelize.Font{Italic: true, Color: "6D3F93"}, Alignment: top})
	date, month := `dd/mm/yyyy`, `mmm yyyy`
	flat := &excelize.Alignment{Vertical: "top"}
	s.date = add(excelize.Style{CustomNumFmt: &date, Alignment: flat})
	s.month = add(excelize.Style{CustomNumFmt: &month, Alignment: flat})
	s.number = make(map[string]int, len(numberFormats))
	for _, code := range numberFormats {
		s.number[code] = add(excelize.Style{CustomNumFmt: &code, Alignment: flat})
	}
	return err
}

// numberFormat is the format of a unit.
func numberFormat(u result.Unit) string {
	switch u {
	case result.Share:
		return "0.00%"
	case result.Sen:
		return rupiah
	case result.ClockTime:
		return "hh:mm"
	}
	return numberFormats[min(plain.Places(u), 4)]
}
