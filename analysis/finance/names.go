package finance

import "strings"

// budgetScheme reports whether an imported score is one of budget performance.
func budgetScheme(s string) bool {
	s = strings.ToUpper(s)
	return strings.HasPrefix(s, "IKPA") || strings.Contains(s, "PELAKSANAAN ANGGARAN")
}

// partWords are the words by which an official table names its indicators.
var partWords = []struct{ key, word string }{
	{"revisi", "revisi"}, {"deviasi", "deviasi"}, {"penyerapan", "penyerapan"}, {"kontraktual", "kontrak"}, {"tagihan", "tagihan"},
	{"up-tup", "up"}, {"output", "output"}, {"dispensasi", "dispensasi"},
}

// partKey is the register's key of an indicator as an official table names it;
// "" is the final value, other names stand for themselves.
func partKey(name string) string {
	n := strings.ToLower(name)
	for _, p := range partWords {
		if strings.Contains(n, p.word) {
			return p.key
		}
	}
	return n
}
