// Package workbook writes a result as an XLSX workbook for analysts: true
// numbers and dates, tables with filters, native charts. It computes nothing
// but the change of unit that a cell needs (seconds to minutes, sen to
// rupiah), and knows nothing of pages or files.
package workbook

import (
	"context"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// Write returns hasil.xlsx in the given language. The same result gives the
// same bytes.
func Write(r *result.Result, lang format.Lang) ([]byte, error) {
	return WriteContext(context.Background(), r, lang)
}

// WriteContext is Write until the context ends: it stops at the next sheet.
func WriteContext(ctx context.Context, r *result.Result, lang format.Lang) ([]byte, error) {
	b, err := newBook(ctx, r, lang)
	if err != nil {
		return nil, err
	}
	return b.bytes()
}
