package locale

import "strings"

// IsDash reports a printed "nothing": dashes and NIHIL, zero in government
// tables.
func IsDash(s string) bool {
	s = strings.TrimSpace(s)
	return dashes(s) || strings.EqualFold(s, "nihil")
}

// dashes reports a run of dashes.
func dashes(s string) bool { return s != "" && strings.Trim(s, "-–—−_") == "" }

// missing are the marks that programs and people write where there is nothing,
// in small letters.
var missing = map[string]bool{
	"null": true, "(null)": true, "<null>": true, "[null]": true, `\n`: true, "n/a": true, "na": true, "n.a.": true, "n.a": true, "none": true, "nil": true,
	"nan": true, "nat": true, "undefined": true, "(blank)": true, "(kosong)": true, "kosong": true, "?": true, "...": true, "…": true,
}

// IsMissing reports a mark that says of any field that nothing is there: "-",
// NULL, \N, N/A, None. Words that a field may mean itself ("Tidak ada",
// "Belum", "Nihil") are none of them.
func IsMissing(s string) bool {
	s = strings.TrimSpace(s)
	return dashes(s) || emptyFields(s) || len(s) <= len("undefined")+1 && missing[strings.ToLower(s)]
}

// emptyFields reports the fields of a day, an hour or a number in which nothing
// stands: "--:--", "__.__", "--/--/----", "-:-", "??:??".
func emptyFields(s string) bool {
	if s == "" || s[0] != '-' && s[0] != '_' && s[0] != '?' && s[0] < 0x80 {
		return false // most cells
	}
	return strings.ContainsAny(s, ":./,") && strings.ContainsAny(s, "-–—−_?") && strings.Trim(s, "-–—−_?:./, ") == ""
}

// notYet are the words that begin what stands in place of a day, an hour or a
// length of time that is not known or not there yet: "Belum dilaksanakan",
// "Menunggu tiket", "Dalam proses", "Tidak dipanggil", "0000-00-00".
var notYet = []string{
	"belum", "menunggu", "nunggu", "dalam", "proses", "sedang", "masih", "tidak", "tdk", "blm", "tanpa", "batal", "dibatalkan", "tunda", "ditunda", "tertunda", "pending",
	"nihil", "not ", "waiting", "in progress", "open", "on process", "on progress", "unknown", "skip", "dilewati", "terlewat", "absen", "no show", "kosong",
}

// IsNotYet reports what stands in place of a time that is not there: a mark of
// IsMissing, words such as "Belum" or "Menunggu tiket", a day of zeros, or the
// first day that a program counts from.
func IsNotYet(s string) bool {
	if IsMissing(s) {
		return true
	}
	s = strings.ToLower(strings.TrimSpace(s))
	if s != "" && digit(s[0]) {
		return zeroDay(s)
	}
	if strings.ContainsAny(s, "0123456789") {
		return false // "belum, 14/01/2016" says two things
	}
	for _, w := range notYet {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// zeroDay reports a day that programs write for none: 0000-00-00, 00/00/0000,
// 0, 1900-01-00, 0001-01-01, with or without the hour zero.
func zeroDay(s string) bool {
	if strings.Trim(s, "0/-.: tz") == "" {
		return true
	}
	for _, day := range []string{"0001-01-01", "01/01/0001", "1900-01-00", "00/01/1900", "1/0/1900", "1899-12-30", "30/12/1899"} {
		if rest, ok := strings.CutPrefix(s, day); ok && strings.Trim(rest, "0:. tz") == "" {
			return true
		}
	}
	return false
}
