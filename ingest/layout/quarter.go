package layout

import (
	"strconv"
	"strings"

	"rapor/ingest/locale"
)

// partsOfYear are the headings of parts of a year, folded, with their months.
var partsOfYear = map[string]int{
	"triwulan": 3, "tw": 3, "kuartal": 3, "kwartal": 3, "quarter": 3, "caturwulan": 4, "semester": 6, "smt": 6,
}

// partOfYear is how many months the parts of a column have, 0 where its heading
// is of months.
func partOfYear(header string) int {
	for _, w := range strings.Fields(fold(header[strings.LastIndex(header, ">")+1:])) {
		if n := partsOfYear[w]; n != 0 {
			return n
		}
	}
	return 0
}

// partNumber reads which part a cell names: "II", "2", "Triwulan II", "TW2", "Q2".
func partNumber(s string) (int, bool) {
	w := strings.Fields(fold(s))
	if len(w) == 0 || len(w) > 2 || len(w) == 2 && partsOfYear[w[0]] == 0 {
		return 0, false
	}
	last := w[len(w)-1]
	for _, head := range []string{"tw", "q", "smt", "s"} {
		if rest, ok := strings.CutPrefix(last, head); ok && rest != "" {
			last = rest
			break
		}
	}
	if n, err := strconv.Atoi(last); err == nil && n >= 1 {
		return n, true
	}
	return locale.Roman(strings.ToUpper(last))
}
