package locale

import "strings"

// months maps Indonesian and English month names, long and short, by their
// first letters.
var months = map[string]int{
	"januari": 1, "january": 1, "jan": 1, "februari": 2, "february": 2, "pebruari": 2, "febuari": 2, "feb": 2, "peb": 2, "maret": 3, "march": 3, "mar": 3, "mrt": 3,
	"april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "jul": 7, "agustus": 8, "august": 8, "agu": 8, "ags": 8, "agt": 8, "agst": 8, "agust": 8, "agus": 8, "aug": 8,
	"september": 9, "sep": 9, "sept": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10, "november": 11, "nopember": 11, "nov": 11, "nop": 11, "desember": 12, "december": 12, "des": 12, "dec": 12,
}

// ParseMonth reads a month name or number.
func ParseMonth(s string) (int, bool) {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), "."))
	if m, ok := months[s]; ok {
		return m, true
	}
	if n, ok := small(s); ok && n >= 1 && n <= 12 {
		return n, true
	}
	return 0, false
}

var romans = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}

// Roman reads a Roman numeral from I to XII.
func Roman(s string) (int, bool) {
	n, ok := romans[strings.ToLower(strings.TrimSpace(s))]
	return n, ok
}

// small reads up to four digits.
func small(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// ParsePeriodMonth reads "Januari 2016", "2016-01", "01/2016" or "Jan-16",
// also within a sentence such as "BULAN : JANUARI 2016".
func ParsePeriodMonth(s string) (y, m int, ok bool) {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '/' || r == '-' || r == ':' || r == '.' || r == ',' || r == '_' || r == '(' || r == ')'
	})
	for i := 0; i+1 < len(words); i++ {
		a, b := words[i], words[i+1]
		if mm, isMonth := ParseMonth(a); isMonth && (named(a) || len(b) == 4) {
			if yy, isYear := year(b); isYear {
				return yy, mm, true
			}
		}
		if yy, isYear := year(a); isYear && len(a) == 4 {
			if mm, isMonth := ParseMonth(b); isMonth && len(words) == 2 {
				return yy, mm, true
			}
		}
	}
	return 0, 0, false
}

// ParseMonthCell reads a cell of a month column, with the year where the cell
// says it, 0 otherwise: "Januari", "Bulan 1", "01", "Januari 2016", "Jan-16",
// "2016-01", 201601, "01/01/2018" or any day of the month that the cell dates
// itself by. The order says which part of such a day is the month.
func ParseMonthCell(s string, o DateOrder) (y, m int, ok bool) {
	s = strings.TrimSpace(s)
	for _, w := range []string{"bulan", "bln", "month"} {
		if t, cut := cutWord(s, w); cut && t != "" {
			s = strings.TrimLeft(t, ".: ")
			break
		}
	}
	if m, ok = ParseMonth(s); ok {
		return 0, m, true
	}
	if len(s) == 6 && Digits(s) {
		if y, _ = small(s[:4]); y >= 1990 && y <= 2100 {
			m, _ = small(s[4:])
		} else {
			y, _ = small(s[2:])
			m, _ = small(s[:2])
		}
		return y, m, y >= 1990 && y <= 2100 && m >= 1 && m <= 12
	}
	if d, err := ParseDate(s, o); err == nil {
		return d.Year, d.Month, true
	}
	if strings.ContainsAny(s, "0123456789") {
		if y, m, ok = ParsePeriodMonth(s); ok && len(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /-.:,'", r) })) == 2 {
			return y, m, true
		}
		return 0, 0, false
	}
	return 0, 0, false
}
