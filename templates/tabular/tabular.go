// Package tabular writes a result as one flat CSV that Indonesian Excel opens
// by double-click: UTF-8 with BOM, semicolons, CRLF, decimal commas. Cells
// that a spreadsheet would run as a formula are defused. It computes nothing
// and knows nothing of pages or files.
package tabular

import (
	"rapor/analysis/result"
	"rapor/templates/format"
)

// Write returns hasil.csv: one row per indicator, period and group. Column
// names are fixed; texts are in the given language. The same result gives the
// same bytes.
func Write(r *result.Result, lang format.Lang) ([]byte, error) {
	return encode(rows(r, lang))
}
