package vocabulary

import "regexp"

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
	{Email, regexp.MustCompile(`(?i)[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+`)},
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
