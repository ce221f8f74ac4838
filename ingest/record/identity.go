package record

import (
	"strings"

	"rapor/ingest/locale"
)

// Nameless reports a text that stands where a number, a paper or a name should
// and is none: a mark of locale.IsMissing, a zero, "Tidak ada", "Hilang", and
// what Mangled reports. Two rows with such a text have nothing in common, and
// neither is a person or a ticket of its own.
func Nameless(s string) bool {
	if strings.ContainsAny(s, "123456789") {
		return Mangled(s)
	}
	if locale.IsMissing(s) {
		return true
	}
	s = strings.Trim(s, " \t\u00a0.,:;-_–—/*?()[]<>'\"")
	if len(s) > 64 {
		return false
	}
	if strings.Trim(s, "0.,") == "" || locale.IsMissing(s) {
		return true
	}
	words := strings.Fields(strings.ToLower(s))
	if w := words[0]; len(words) == 1 && (alone[w] || strings.Trim(w, "x") == "") {
		return len(w) > 1
	}
	said := false
	for _, w := range words {
		if !denies[w] && !absent[w] && !alone[w] {
			return false // "Tidak Ada Lawan" is the name of something
		}
		said = said || denies[w] || alone[w]
	}
	return said
}

// What is written where there is no number: a word by itself, or a denial
// ("tidak", "belum", "no") and nothing but words of papers and of knowing.
var (
	alone = set(`null none nil nihil nan nat na n/a #n/a undefined unknown blank empty missing without lost stolen damaged expired
		tiada tanpa belum tidak tdk tak menyusul kosong nol hilang rusak habis dicuri terbakar dirahasiakan rahasia anonim anonymous tbd tba`)
	denies = set(`tidak tdk tak blm belum tanpa tiada nihil ga gak nggak no not without kosong`)
	absent = set(`ada data nomor no number nama name paspor passport dokumen document documents identitas identity ktp nik kitas kitap visa dok surat tiket antrean
		diketahui tahu dikenal jelas terbaca tercatat tersedia diisi terisi terdaftar terdata ditemukan punya mempunyai memiliki membawa dibawa dapat bisa
		menunjukkan terbit diterbitkan dicatat perjalanan travel available applicable known recorded provided found given`)
)

// Mangled reports a long number that a spreadsheet wrote with an exponent:
// "1,01E+15" is what is left of any of ten thousands of numbers.
func Mangled(s string) bool {
	at := strings.IndexAny(s, "eE")
	if at < 1 || at+1 >= len(s) {
		return false
	}
	mantissa, power := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+1:])
	digits, signed := strings.CutPrefix(power, "+")
	whole, rest, cut := strings.Cut(strings.Replace(mantissa, ",", ".", 1), ".")
	return (signed || cut) && len(whole) <= 3 && len(digits) <= 3 && allDigits(whole) && allDigits(digits) && (!cut || allDigits(rest))
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
