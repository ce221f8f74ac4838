package ooxml

import (
	"bytes"
	"strconv"

	"rapor/ingest/grid"
)

// The last row and column of a spreadsheet: 1,048,576 and XFD.
const (
	lastRow = 1 << 20
	columns = 1 << 14
)

// area reads "A1:C3".
func area(ref string) (grid.Range, bool) {
	a, z, ok := bytes.Cut([]byte(ref), []byte(":"))
	if !ok {
		z = a
	}
	c1, r1, ok1 := address(bytes.ReplaceAll(a, []byte("$"), nil))
	c2, r2, ok2 := address(bytes.ReplaceAll(z, []byte("$"), nil))
	good := ok1 && ok2 && r1 <= r2 && c1 <= c2 && r2 <= lastRow && c2 < columns
	return grid.Range{FirstRow: r1, LastRow: r2, FirstCol: c1, LastCol: c2}, good
}

// address reads "BC12" into a 0-based column and a 1-based row, which may lie
// past the last ones of a spreadsheet.
func address(ref []byte) (col int, row uint32, ok bool) {
	i := 0
	for ; i < len(ref); i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		if col = col*26 + int(c-'A') + 1; col > 1<<24 {
			return 0, 0, false
		}
	}
	n, ok := natural(ref[i:])
	return col - 1, n, ok && col > 0 && n > 0
}

// natural reads digits and nothing else.
func natural(b []byte) (uint32, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := uint32(0)
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + uint32(c-'0')
	}
	return n, true
}

// place writes a 0-based column and a row as a spreadsheet does: "BC12".
func place(col int, row uint32) string {
	var name []byte
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = append([]byte{byte('A' + (n-1)%26)}, name...)
	}
	return string(name) + strconv.FormatUint(uint64(row), 10)
}
