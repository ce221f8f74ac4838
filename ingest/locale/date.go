package locale

import (
	"strings"
	"time"
)

// DateOrder is the order of day, month and year in a column of dates.
type DateOrder uint8

const (
	OrderUnknown DateOrder = iota
	DMY
	MDY
	YMD
)

// Date is a civil date, with a time of day when the cell had one.
type Date struct {
	Year, Month, Day int
	Sec              int32 // seconds since midnight; -1 = none
}

// months maps Indonesian and English month names, long and short, by their
// first letters.
var months = map[string]int{
	"januari": 1, "january": 1, "jan": 1, "februari": 2, "february": 2, "pebruari": 2, "feb": 2, "peb": 2, "maret": 3, "march": 3, "mar": 3, "mrt": 3,
	"april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "jul": 7, "agustus": 8, "august": 8, "agu": 8, "ags": 8, "agt": 8, "agust": 8, "aug": 8,
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

// parts splits a date into three fields and the rest (a time of day), without
// a leading weekday.
func parts(s string) (f [3]string, rest string, ok bool) {
	s = strings.TrimSpace(s)
	if day, after, found := strings.Cut(s, ","); found && !strings.ContainsAny(day, "0123456789") {
		s = strings.TrimSpace(after)
	}
	n := 0
	for n < 3 {
		i := 0
		for i < len(s) && !separator(s[i]) && !(n == 2 && s[i] == 'T') {
			i++
		}
		if i == 0 {
			return f, "", false
		}
		f[n] = s[:i]
		n++
		if i < len(s) && n < 3 {
			i++
			for i < len(s) && s[i] == ' ' {
				i++
			}
		}
		s = s[i:]
		if s == "" {
			break
		}
	}
	return f, strings.TrimLeft(s, " T,"), n == 3
}

func separator(c byte) bool { return c == '/' || c == '-' || c == '.' || c == ' ' || c == ',' }

// ParseDate reads a date in a known order; named months and years first need
// none.
func ParseDate(s string, o DateOrder) (Date, error) {
	f, rest, ok := parts(s)
	if !ok {
		if strings.TrimSpace(s) == "" {
			return Date{}, ErrEmpty
		}
		return Date{}, ErrSyntax
	}
	d := Date{Sec: -1}
	y, m, day := f[2], f[1], f[0]
	switch {
	case len(f[0]) == 4:
		y, m, day = f[0], f[1], f[2]
	case named(f[0]):
		m, day = f[0], f[1]
	case named(f[1]):
	case o == MDY:
		m, day = f[0], f[1]
	case o == OrderUnknown || o == YMD:
		return Date{}, ErrSyntax
	}
	var okY, okM, okD bool
	d.Year, okY = year(y)
	d.Month, okM = ParseMonth(m)
	d.Day, okD = small(day)
	if !okY || !okM || !okD {
		if n, isNum := small(m); okY && okD && isNum && n > 12 {
			return Date{}, ErrRange
		}
		return Date{}, ErrSyntax
	}
	if d.Day < 1 || d.Day > time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return Date{}, ErrRange
	}
	if rest != "" {
		sec, err := ParseClock(rest)
		if err != nil {
			return Date{}, ErrSyntax
		}
		d.Sec = sec
	}
	return d, nil
}

func named(s string) bool { return s != "" && (s[0] < '0' || s[0] > '9') }

// year reads four digits, or two with the pivot 70.
func year(s string) (int, bool) {
	n, ok := small(strings.TrimPrefix(s, "'"))
	switch {
	case !ok:
		return 0, false
	case len(s) == 4:
		return n, n >= 1900 && n <= 2200
	case len(s) == 2 && n < 70:
		return 2000 + n, true
	case len(s) == 2:
		return 1900 + n, true
	}
	return 0, false
}

// ParseYear reads a year of four digits, also within a sentence such as
// "TAHUN ANGGARAN 2016".
func ParseYear(s string) (int, bool) {
	for i := 0; i+4 <= len(s); i++ {
		if i > 0 && digit(s[i-1]) || i+4 < len(s) && digit(s[i+4]) {
			continue
		}
		if n, ok := small(s[i : i+4]); ok && n >= 1990 && n <= 2100 {
			return n, true
		}
	}
	return 0, false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

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
