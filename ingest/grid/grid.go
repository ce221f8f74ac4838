// Package grid is what every file reader hands on: a book of sheets of rows
// of cells, with the texts as they stand in the file and positions as a
// spreadsheet or an editor shows them.
//
// It is a leaf. It knows nothing of what a column means: whether "1.234" is a
// number is decided later, per column, from all its values.
package grid

import (
	"rapor/ingest/reject"

	"rapor/ingest/text"
)

// Kind says how the file itself typed a cell.
type Kind uint8

const (
	Empty   Kind = iota
	Text         // text, or any cell of a text file
	Number       // a true number; Text holds the raw digits with a decimal point
	Bool         // "TRUE" or "FALSE"
	Error        // an error value such as "#N/A"
	ISODate      // a date stored as ISO 8601 text and typed as a date by the file
)

// Look is the family of a number's display format, the only hint a workbook
// gives that 42736 is a date.
type Look uint8

const (
	General Look = iota
	Date         // shows a calendar date (with or without a time)
	Time         // shows a time of day
	Span         // shows elapsed time, [h]:mm
	Percent
	AsText // format "@"
	// Numbers that are shown with a unit behind them: the cell holds 1500 and
	// shows "1.500 juta".
	InThousands
	InMillions
	InBillions
	InSeconds
	InMinutes
	InHours
	InDays
)

// Cell is one cell as read.
type Cell struct {
	Text string // untouched text; for Number the raw value, e.g. "42736.5"
	Kind Kind
	Look Look
	// Formula is set when the cell holds a formula. A formula without a
	// cached value has Kind Empty.
	Formula bool
}

// Row is one row. Cells and their texts may be reused by the reader after
// the next call; keep copies. Trailing empty cells may be missing.
type Row struct {
	N      uint32 // row number in the sheet; for text files the line it starts on
	Cells  []Cell
	Hidden bool
	// Irregular is the code of a text row that has another number of cells than
	// nearly all others, "" for any other row: its cells may have moved.
	Irregular reject.Code
}

// Range is a rectangle of merged cells, 0-based columns, 1-based rows,
// both ends inclusive.
type Range struct {
	FirstRow, LastRow uint32
	FirstCol, LastCol int
}

// Doubt is something a reader noticed that a person should know, with the
// row it concerns (0 = the whole sheet).
type Doubt struct {
	Row    uint32
	Code   reject.Code
	Detail text.Text
	// TextOnly marks what is in question in the text of one cell alone: the row
	// could not be cut in another way.
	TextOnly bool
}

// Sheet is one sheet of a book, or the single sheet of a text file. Rows may
// be asked for several times; each call reads from the start.
type Sheet interface {
	Name() string
	Hidden() bool
	// Date1904 says that serial day numbers count from 1904-01-01.
	Date1904() bool
	// Merged returns the merged ranges; nil for text files.
	Merged() ([]Range, error)
	// HiddenColumns returns the 0-based columns that are hidden.
	HiddenColumns() []int
	// Rows calls yield for each stored row in ascending order of N until
	// yield returns false. Wholly absent rows are skipped. The error says
	// what made the sheet unusable from some row on; rows before it must
	// then not be used either.
	Rows(yield func(*Row) bool) error
	// Doubts returns what was noticed; complete after a full Rows pass.
	Doubts() []Doubt
}

// Traits are the properties of a file that inspect shows and the manifest
// records. Fields that do not apply are empty.
type Traits struct {
	Format    string // "csv", "xlsx", "xls", "ods", "html", "xml"
	Encoding  string // "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"
	Delimiter string // ";", ",", "\t", ...
	Quote     string // `"`, "'", or "" for none
	Escape    string // "doubled", "backslash", "none"
	LineEnd   string // "lf", "crlf", "cr", "mixed"
	Evidence  []text.Text
}

// Book is an opened file.
type Book interface {
	Traits() Traits
	Sheets() []Sheet
	Close() error
}

// RefusedError says why a whole file or sheet cannot be read: a catalogue
// code and a detail. It is a data problem, not a failure of the program.
type RefusedError struct {
	Code   reject.Code
	Detail text.Text
}

// Refuse makes a RefusedError. Its detail follows one format for both
// languages; texts and errors among the arguments are put in in both.
func Refuse(code reject.Code, format string, args ...any) error {
	return &RefusedError{Code: code, Detail: text.Of(text.Errorf(format, format, args...))}
}

// Error says the code and the detail in Indonesian.
func (e *RefusedError) Error() string { return e.In(text.ID) }

// In says the code and the detail in a language.
func (e *RefusedError) In(l text.Lang) string { return string(e.Code) + ": " + e.Detail.In(l) }
