package workbook

import (
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/templates/internal/plain"
)

// Widths of columns, in characters.
const (
	narrow = 9
	wide   = 60
)

// table writes a table with a filter at a row (from 1) of a sheet and returns
// the row after it. Columns are as wide as their contents need, up to a
// limit.
func (b *book) table(sheet string, at int, heads []string, rows [][]any) (int, error) {
	for i, head := range heads {
		if err := b.set(sheet, i+1, at, head); err != nil {
			return 0, err
		}
		if err := b.file.SetCellStyle(sheet, name(i+1, at), name(i+1, at), b.styles.head); err != nil {
			return 0, err
		}
	}
	for j, row := range rows {
		for i, v := range row {
			if err := b.set(sheet, i+1, at+1+j, v); err != nil {
				return 0, err
			}
		}
	}
	// A table needs a row under its head even when there is nothing to say.
	last := at + max(len(rows), 1)
	b.tables++
	err := b.file.AddTable(sheet, &excelize.Table{
		Range: name(1, at) + ":" + name(len(heads), last), Name: "Daftar_" + strconv.Itoa(b.tables), StyleName: "TableStyleLight1",
	})
	if err != nil {
		return 0, err
	}
	return last + 1, b.widen(sheet, heads, rows)
}

// freeze keeps the head row and the first columns in sight.
func (b *book) freeze(sheet string, columns int) error {
	active := "bottomLeft"
	if columns > 0 {
		active = "bottomRight"
	}
	return b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: name(columns+1, 2), ActivePane: active})
}

// name is the A1 name of a cell.
func name(column, row int) string {
	s, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return s
}

// set writes one cell. Texts are always stored as text, whatever they start
// with; a value that is missing leaves the cell empty.
func (b *book) set(sheet string, column, row int, v any) error {
	cell, style := name(column, row), b.styles.text
	var err error
	switch x := v.(type) {
	case nil:
		return nil
	case string:
		if x == "" {
			return nil
		}
		err = b.file.SetCellStr(sheet, cell, x)
	case int64:
		style = b.styles.number["#,##0"]
		err = b.file.SetCellInt(sheet, cell, x)
	case amount:
		if x.value == nil {
			return nil
		}
		style = b.styles.number[numberFormat(x.unit)]
		err = b.file.SetCellFloat(sheet, cell, x.float(), -1, 64)
	case day:
		if x == "" {
			return nil
		}
		style, err = b.setDay(sheet, cell, string(x))
	}
	if err != nil {
		return err
	}
	return b.file.SetCellStyle(sheet, cell, cell, style)
}

// float is the number a cell holds: shares stay fractions and clock times
// fractions of a day, because their formats say the rest.
func (a amount) float() float64 {
	v := plain.Number(a.value, a.unit)
	switch a.unit {
	case result.Share:
		v = a.value
	case result.ClockTime:
		f, _ := a.value.Float64()
		return f / 86400
	}
	f, _ := v.Float64()
	return f
}

// setDay writes an ISO date or month as a true date; anything else as text.
func (b *book) setDay(sheet, cell, iso string) (int, error) {
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		return b.styles.date, b.file.SetCellValue(sheet, cell, t)
	}
	if t, err := time.Parse("2006-01", iso); err == nil {
		return b.styles.month, b.file.SetCellValue(sheet, cell, t)
	}
	return b.styles.text, b.file.SetCellStr(sheet, cell, iso)
}

// widen fits the columns to their contents.
func (b *book) widen(sheet string, heads []string, rows [][]any) error {
	for i, head := range heads {
		// The filter button covers the end of the head.
		need := min(utf8.RuneCountInString(head)+4, 20)
		for _, row := range rows {
			if i < len(row) {
				need = max(need, length(row[i]))
			}
		}
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		now, err := b.file.GetColWidth(sheet, column)
		if err != nil {
			return err
		}
		// Several tables may stand on one sheet.
		width := max(float64(min(max(need+2, narrow), wide)), now)
		if err := b.file.SetColWidth(sheet, column, column, width); err != nil {
			return err
		}
	}
	return nil
}

// length estimates the characters a cell shows.
func length(v any) int {
	switch x := v.(type) {
	case string:
		return utf8.RuneCountInString(x)
	case int64:
		return len(strconv.FormatInt(x, 10)) * 4 / 3
	case amount:
		if x.value != nil {
			return len(plain.Number(x.value, x.unit).FloatString(plain.Places(x.unit)))*4/3 + 2
		}
	case day:
		return len(x) + 1
	}
	return 0
}
