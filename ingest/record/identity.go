package record

import "strings"

// Nameless reports a text that stands where a number or a name should and is
// none: a dash, a zero, "Tidak ada", "NULL". Two rows with such a text have
// nothing in common, and neither is a person or a ticket of its own.
func Nameless(s string) bool {
	if strings.ContainsAny(s, "123456789") {
		return false
	}
	s = strings.Trim(s, " \t\u00a0.,:;-_–—/*?()[]'\"")
	if len(s) > 32 {
		return false
	}
	if strings.Trim(s, "0.,") == "" {
		return true
	}
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return nameless[s] || len(s) > 1 && strings.Trim(s, "x") == ""
}

// nameless are the words that programs and clerks write where there is no
// number, folded as Nameless does.
var nameless = words(`
null|none|nil|nihil|nan|n/a|na|n.a|\n|#n/a|undefined|unknown|blank|empty|missing|no data|not available|not applicable|no number|no passport|no document|without|lost
tidak ada|tdk ada|tak ada|tiada|tidak ada data|tidak ada nomor|tidak ada no|tidak ada paspor|tidak ada dokumen|ga ada|gak ada
tidak diketahui|tidak tahu|tdk diketahui|tidak dikenal|tidak jelas|tidak terbaca|tidak tercatat|tidak tersedia|tidak diisi
tidak punya|tidak memiliki|tidak memiliki paspor|tidak memiliki dokumen|tidak punya paspor|tidak membawa|tidak membawa paspor|tidak dapat menunjukkan
tanpa|tanpa nomor|tanpa paspor|tanpa dokumen|tanpa identitas|tanpa nama|tanpa no
belum|belum ada|belum ada nomor|belum tercatat|belum diketahui|belum terbit|menyusul|kosong|nol|hilang|paspor hilang|rusak|dirahasiakan|rahasia|anonim|anonymous|tbd|tba
`)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		for _, w := range strings.Split(line, "|") {
			out[w] = true
		}
	}
	return out
}
