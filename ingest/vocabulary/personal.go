package vocabulary

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Kinds of personal values that are told by their look alone.
const (
	NIK      = "NIK"
	NIP      = "NIP"
	Passport = "passport"
	Phone    = "phone"
	Email    = "e-mail"
)

var looks = []struct {
	kind string
	form *regexp.Regexp
}{
	{Email, regexp.MustCompile(`(?i)[a-z0-9._%+-]+ ?(@|\[at\]|\(at\)) ?[a-z0-9-]+(\.[a-z0-9-]+)+`)},
	// 18 digits: date of birth, date of appointment, sex, number; often grouped 8-6-1-3.
	{NIP, regexp.MustCompile(`\b(19|20)\d{6}[ .]?(19|20)\d{4}[ .]?[12][ .]?\d{3}\b`)},
	// 16 digits, also grouped: region, date of birth, number.
	{NIK, regexp.MustCompile(`\b\d{4}([ .-]?\d{4}){3}\b|\b\d{6}[ .-]?\d{6}[ .-]?\d{4}\b`)},
	{Phone, regexp.MustCompile(`(\+62|\b62|\b0)[ .-]?(8\d{1,2}|[2-9]\d{1,2})([ .)-]{0,2}\d){5,9}\b`)},
	// One or two letters and six to eight digits, the form of passports here and abroad.
	{Passport, regexp.MustCompile(`(?i)\b[a-z]{1,2}[ -]?\d{6,8}\b`)},
}

// Personal says what kind of personal value a text holds by its look: NIK,
// NIP, passport or telephone number, e-mail address; "" for none of them.
func Personal(s string) string {
	for _, l := range looks {
		if l.form.MatchString(s) {
			return l.kind
		}
	}
	return ""
}

// personalWords are the words of headings under which persons stand: names,
// numbers of identity, ways to reach them, birth. A heading that names a thing
// of the office after "nama" is none of them.
var (
	personalWords = set("nama name fullname nik nikes ktp ektp kk nip niora npwp paspor passport alamat address telepon telp tlp telephone " +
		"phone hp handphone ponsel wa whatsapp email surel mail ttl lahir birth dob sponsor penjamin petugas officer pelapor tersangka responden " +
		"suspect kontak contact tandatangan signature")
	officeThings = set("layanan service loket counter kantor office unit satker opd skpd program kegiatan subkegiatan akun rekening berkas file " +
		"kelas class jenis poli cabang branch output operasi negara country")
	identities = set("no nomor number num id")
	documents  = set("24 48 hal halaman biasa elektronik electronic ordinary terbit diterbitkan baru penggantian rusak hilang pages")
	amounts    = set("jumlah jml jlh banyak banyaknya total")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// PersonalHeading reports a heading of personal data: "NIK", "No. HP", "Nama
// Lengkap", "Alamat Sponsor". The column under it is never kept.
func PersonalHeading(heading string) bool {
	tokens := spelled(Tokens(heading))
	found, named := false, false
	for _, t := range tokens {
		found = found || personalWords[t]
		named = named || t == "nama" || t == "name"
	}
	for _, t := range tokens {
		if named && officeThings[t] {
			return false
		}
	}
	for i, t := range tokens { // "Paspor 48 Hal", "E-Paspor", "Paspor Biasa" are kinds of a document
		if (t == "paspor" || t == "passport") && (i > 0 && tokens[i-1] == "e" || i+1 < len(tokens) && documents[tokens[i+1]]) {
			return false
		}
	}
	if len(tokens) > 1 && !named && amounts[tokens[0]] { // "Jumlah Tersangka" is of nobody
		return false
	}
	// "No. Responden" counts lines; "Nomor Paspor" is a person's.
	if len(tokens) == 2 && identities[tokens[0]] && (tokens[1] == "responden" || tokens[1] == "petugas") {
		return false
	}
	return found
}

// spelled joins letters that stand alone: N.I.K. is NIK.
func spelled(tokens []string) []string {
	var out []string
	single := false
	for _, t := range tokens {
		if one := utf8.RuneCountInString(t) == 1; one && single {
			out[len(out)-1] += t
		} else {
			out, single = append(out, t), one
		}
	}
	return out
}

// Numbered reports a label that holds too many digits for a term of its field,
// in whatever groups and between whatever signs they stand: numbers of persons
// are written in many ways, and no service, country or office needs seven
// digits.
func Numbered(field, label string) bool {
	n := countDigits(label)
	switch field {
	case Account:
		return n > 8
	case Article:
		return n > 9 // article, paragraph, law and year
	}
	return n >= 7 || mixed.MatchString(label)
}

// mixed is a word of letters and digits of the length of a document's number.
var mixed = regexp.MustCompile(`(?i)\b(?:[a-z]+\d+[a-z]+\d[a-z0-9]*|[a-z]*\d{5,}[a-z]*)\b`)

func countDigits(s string) (n int) {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}
