package tabular

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/big"
	"strings"

	"github.com/gocarina/gocsv"

	"rapor/ingest/text"
)

// Text is a cell of text. One that a spreadsheet would run as a formula is
// written with an apostrophe before it.
type Text string

// MarshalCSV defuses formulas; it never fails.
func (t Text) MarshalCSV() (string, error) { return defuse(string(t)), nil }

// UnmarshalCSV takes the apostrophe off again.
func (t *Text) UnmarshalCSV(s string) error {
	if plain, ok := strings.CutPrefix(s, "'"); ok && defuse(plain) == s {
		s = plain
	}
	*t = Text(s)
	return nil
}

// defuse puts an apostrophe before a text that starts as a formula does, also
// after blanks, which spreadsheets skip.
func defuse(s string) string {
	bare := strings.TrimLeft(s, " \u00a0\ufeff")
	if bare == "" {
		return s
	}
	// The full-width forms are read as formulas by some spreadsheets too.
	if strings.ContainsRune("'=+-@\t\r\n|%＝＋－＠", []rune(bare)[0]) {
		return "'" + s
	}
	return s
}

// Number is an exact number with a decimal comma; without value it is an
// empty cell.
type Number struct{ Value *big.Rat }

// places is how many decimals a number that does not end keeps: as many as a
// spreadsheet keeps digits.
const places = 15

// MarshalCSV writes the number without grouping and without trailing zeros.
func (n Number) MarshalCSV() (string, error) {
	if n.Value == nil {
		return "", nil
	}
	if n.Value.IsInt() {
		return n.Value.Num().String(), nil
	}
	digits := strings.TrimRight(strings.TrimRight(n.Value.FloatString(places), "0"), ".")
	if digits == "-0" {
		digits = "0"
	}
	return strings.Replace(digits, ".", ",", 1), nil
}

// UnmarshalCSV reads what MarshalCSV writes.
func (n *Number) UnmarshalCSV(s string) error {
	if s == "" {
		n.Value = nil
		return nil
	}
	v, ok := new(big.Rat).SetString(strings.Replace(s, ",", ".", 1))
	if !ok {
		return fmt.Errorf("not a number: %q", s)
	}
	n.Value = v
	return nil
}

// mark is the byte order mark by which Excel knows UTF-8.
const mark = "\ufeff"

// encode writes the rows with their head.
func encode(rows []Row) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(mark)
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	if rows == nil {
		rows = []Row{}
	}
	if err := gocsv.MarshalCSV(rows, gocsv.NewSafeCSVWriter(w)); err != nil {
		return nil, text.Errorf("tabel: %w", "table: %w", err)
	}
	w.Flush()
	return out.Bytes(), w.Error()
}
