package table

import (
	"strings"
	"unicode/utf8"

	"rapor/ingest/grid"
)

var totalWords = []string{"JUMLAH", "TOTAL", "GRAND TOTAL", "SUBTOTAL", "SUB TOTAL", "SUBJUMLAH", "JUMLAH TOTAL", "RATA-RATA", "RATA - RATA", "RERATA"}

// IsTotal reports the label of a total row.
func IsTotal(text string) bool {
	t := strings.Trim(strings.TrimSpace(text), ":. ")
	for _, w := range totalWords {
		if begins(t, w) && (len(t) == len(w) || t[len(w)] == ' ') {
			return true
		}
	}
	return strings.HasPrefix(t, "Σ") || begins(t, "NRR") || begins(t, "IKM UNIT") || begins(t, "NILAI/UNSUR")
}

var signatureWords = []string{"MENGETAHUI", "KEPALA KANTOR", "KEPALA SEKSI", "NIP", "DIBUAT OLEH", "CATATAN", "KETERANGAN:", "KETERANGAN :", "DISETUJUI", "SUMBER:", "SUMBER :", "*)"}

// IsSignature reports the beginning of what stands below a table: signatures
// and notes.
func IsSignature(text string) bool {
	t := strings.TrimSpace(text)
	for _, w := range signatureWords {
		if begins(t, w) {
			return true
		}
	}
	return false
}

// begins reports a prefix in any case.
func begins(t, prefix string) bool {
	return len(t) >= len(prefix) && strings.EqualFold(t[:len(prefix)], prefix)
}

// IsNihil reports a stated "none".
func IsNihil(text string) bool {
	return strings.EqualFold(strings.ReplaceAll(strings.TrimSpace(text), " ", ""), "nihil")
}

// IsColumnNumbers reports a row that only numbers the columns: 1 2 3 ... or
// (1) (2) (3) ...
func IsColumnNumbers(cells []grid.Cell) bool {
	next, n := 0, 0
	for _, c := range cells {
		t := strings.Trim(strings.TrimSpace(c.Text), "()")
		if t == "" {
			continue
		}
		v := 0
		for i := 0; i < len(t) && i < 4; i++ {
			if t[i] < '0' || t[i] > '9' {
				// "6 = 4 - 5" explains a computed column
				if i > 0 && (t[i] == ' ' || t[i] == '=') {
					break
				}
				return false
			}
			v = v*10 + int(t[i]-'0')
		}
		if v <= next || v > next+3 {
			return false
		}
		next = v
		n++
	}
	return n >= 3
}

// HeaderPaths gives for each column the header texts from the top row to the
// bottom one. Merged cells fill their range; in text files, a blank cell of an
// upper row continues the text to its left when the row below is filled.
// Equal neighbours in a path are written once.
func HeaderPaths(rows []grid.Row, merged []grid.Range) [][]string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	paths, room := make([][]string, width), make([]string, width*len(rows))
	for c := range paths {
		paths[c] = room[c*len(rows) : c*len(rows) : (c+1)*len(rows)]
	}
	for i := range rows {
		for c, t := range filled(rows, i, width, merged) {
			if t == "" || len(paths[c]) > 0 && paths[c][len(paths[c])-1] == t {
				continue
			}
			paths[c] = append(paths[c], t)
		}
	}
	return paths
}

// filled is one header row with its merged cells spread out.
func filled(rows []grid.Row, i, width int, merged []grid.Range) []string {
	out := make([]string, width)
	at := func(r, c int) string {
		if c < len(rows[r].Cells) {
			return spaced(rows[r].Cells[c].Text)
		}
		return ""
	}
	carry := ""
	for c := range width {
		out[c] = at(i, c)
		if merged == nil && i+1 < len(rows) {
			switch {
			case out[c] != "":
				carry = out[c]
			case at(i+1, c) != "" && carry != "":
				out[c] = carry
			default:
				carry = ""
			}
		}
	}
	for _, m := range merged {
		if rows[i].N < m.FirstRow || rows[i].N > m.LastRow {
			continue
		}
		for r := range rows {
			if rows[r].N != m.FirstRow {
				continue
			}
			t := at(r, m.FirstCol)
			for c := m.FirstCol; c <= m.LastCol && c < width && t != ""; c++ {
				out[c] = t
			}
		}
	}
	return out
}

// spaced puts one space between the words of a text and none around them.
func spaced(s string) string {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
		before = s[i]
	}
	return strings.TrimSuffix(s, " ")
}
