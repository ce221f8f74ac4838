package workbook

import (
	"context"
	"math/big"
	"time"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/format"
	"rapor/templates/internal/wording"
)

// book is a workbook while it is being written.
type book struct {
	wording.Words
	r      *result.Result
	file   *excelize.File
	styles styles
	tables int
}

func newBook(ctx context.Context, r *result.Result, lang format.Lang) (*book, error) {
	b := &book{Words: wording.Words{Lang: lang}, r: r, file: excelize.NewFile()}
	defer b.file.Close()
	if err := b.styles.make(b.file); err != nil {
		return nil, err
	}
	steps := []func() error{b.properties, b.sheets, b.indicators, b.series, b.groups, b.figures,
		b.resultTables, b.scores, b.sources, b.problems, b.methods, b.cover}
	for _, step := range steps {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := step(); err != nil {
			return nil, text.Errorf("buku kerja: %w", "workbook: %w", err)
		}
	}
	b.file.SetActiveSheet(0)
	return b, nil
}

// sheetKeys are the sheets in order, by their catalogue keys.
var sheetKeys = []string{"sheet.cover", "sheet.indicators", "sheet.series", "sheet.groups", "sheet.figures",
	"sheet.tables", "sheet.scores", "sheet.sources", "sheet.problems", "sheet.methods"}

func (b *book) sheets() error {
	if err := b.file.SetSheetName("Sheet1", b.Say(sheetKeys[0])); err != nil {
		return err
	}
	for _, key := range sheetKeys[1:] {
		if _, err := b.file.NewSheet(b.Say(key)); err != nil {
			return err
		}
	}
	return nil
}

// mark is the keyword by which rapor knows its own workbook when it comes back
// among data (ingest/own.go). Spreadsheet programs keep it.
const mark = "rapor-hasil"

// properties name the document; its times are the date of issue, so that the
// same result gives the same bytes.
func (b *book) properties() error {
	made := "2000-01-01T00:00:00Z"
	if day, err := time.Parse(time.DateOnly, b.r.AsOf); err == nil {
		made = day.Format(time.RFC3339)
	}
	author := b.r.Office.Name
	if author == "" {
		author = b.r.Tool.Name
	}
	return b.file.SetDocProps(&excelize.DocProperties{
		Creator: author, LastModifiedBy: author, Created: made, Modified: made, Language: b.Code(),
		Keywords: mark,
		Title:    b.Say("kind.report") + " " + b.r.Period.ID, Description: b.Say("footer", b.r.Tool.Name, b.r.Tool.Version, b.r.AsOf),
	})
}

// text shows a text of the result in the book's language.
func (b *book) text(t result.Text) string {
	if t.Empty() {
		return ""
	}
	return format.Text(t, b.Lang)
}

// amount is a number cell: a value in its base unit.
type amount struct {
	value *big.Rat
	unit  result.Unit
}

// day is a true date from an ISO date or month.
type day string

// quantity turns any quantity into a cell.
func (b *book) quantity(q result.Quantity) any {
	switch q.Unit {
	case result.Label:
		return q.Label
	case result.Date, result.Month:
		return day(q.Label)
	case result.Worded, result.Span, result.Hour:
		return format.Quantity(q, b.Lang)
	}
	return amount{q.Value, q.Unit}
}
