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
	YYMD // of two digits each, the year first
)

// Date is a civil date, with a time of day when the cell had one.
type Date struct {
	Year, Month, Day int
	Sec              int32 // seconds since midnight; -1 = none
	UTC              bool  // the time is said to be in UTC
}

// Valid reports a day that the calendar has.
func (d Date) Valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= monthDays(d.Year, d.Month)
}

func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// weekdays are the names of days as they stand before a date.
var weekdays = map[string]time.Weekday{
	"senin": 1, "sen": 1, "monday": 1, "mon": 1, "selasa": 2, "sel": 2, "tuesday": 2, "tue": 2, "tues": 2, "rabu": 3, "rab": 3, "wednesday": 3, "wed": 3,
	"kamis": 4, "kam": 4, "thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "jumat": 5, "jum'at": 5, "jum’at": 5, "jum": 5, "friday": 5, "fri": 5,
	"sabtu": 6, "sab": 6, "saturday": 6, "sat": 6, "minggu": 0, "min": 0, "ahad": 0, "sunday": 0, "sun": 0,
}

// cutWeekday takes the name of a day off the start of a date: "Kamis, 14...",
// "Kamis/14...", "Kamis 14...". Before a comma any word may stand.
func cutWeekday(s string) (rest string, day time.Weekday, named bool) {
	if s == "" || digit(s[0]) {
		return s, 0, false
	}
	i := strings.IndexAny(s, " ,/-.(")
	if i <= 0 || i > 12 {
		return s, 0, false
	}
	d, known := weekdays[strings.ToLower(s[:i])]
	after := strings.TrimLeft(s[i:], " ")
	if !known && (after == "" || after[0] != ',' || strings.ContainsAny(s[:i], "0123456789")) {
		return s, 0, false
	}
	if after == "" || after[0] == '(' {
		return s, 0, false
	}
	return strings.TrimLeft(after, " ,/-."), d, known
}

// parts splits a date into three fields and the rest (a time of day), without
// a leading weekday.
func parts(s string) (f [3]string, rest string, ok bool) {
	s = strings.TrimSpace(s)
	if s != "" && !digit(s[0]) {
		s, _, _ = cutWeekday(s)
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
			i = skipSeparator(s, i)
		}
		s = s[i:]
		if s == "" {
			break
		}
	}
	return f, strings.TrimLeft(s, " T,"), n == 3
}

// skipSeparator passes over one separator with the blanks around it.
func skipSeparator(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if i < len(s) && separator(s[i]) {
		i++
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

func separator(c byte) bool { return c == '/' || c == '-' || c == '.' || c == ' ' || c == ',' }

// ParseDate reads a date in a known order; named months, years first and digits
// alone (20160114) need none. A time of day may follow, or a remark that says
// nothing of the date: "20/01/2016 (GA-832)".
func ParseDate(s string, o DateOrder) (Date, error) {
	f, rest, ok := parts(s)
	if !ok {
		return oddDate(s)
	}
	d, err := fieldsDate(f, o)
	switch {
	case err == ErrSyntax && !looksDated(f):
		if odd, oddErr := oddDate(s); oddErr == nil {
			return odd, nil
		}
		return d, err
	case err != nil:
		return d, err
	case rest == "":
		return d, nil
	}
	c, err := parseClock(rest)
	switch {
	case err == nil && c.lone < 0:
		d.Sec, d.UTC = c.sec, c.utc
	case !remark(rest):
		return Date{}, ErrSyntax
	}
	return d, nil
}

// looksDated reports three fields of which the order alone is not known.
func looksDated(f [3]string) bool {
	return Digits(f[0]) && Digits(f[1]) && len(f[0]) <= 2 && len(f[1]) <= 2
}

// fieldsDate puts day, month and year together.
func fieldsDate(f [3]string, o DateOrder) (Date, error) {
	d := Date{Sec: -1}
	y, m, day := f[2], f[1], f[0]
	switch {
	case len(f[0]) == 4 && digit(f[0][0]) && digit(f[0][3]):
		y, m, day = f[0], f[1], f[2]
	case named(f[0]):
		m, day = f[0], f[1]
	case named(f[1]):
	case o == MDY:
		m, day = f[0], f[1]
	case o == YYMD && len(f[0]) == 2:
		y, day = f[0], f[2]
	case o == OrderUnknown || o == YMD || o == YYMD:
		return Date{}, ErrSyntax
	}
	var okY, okM, okD bool
	d.Year, okY = year(y)
	if d.Month, okM = ParseMonth(m); !okM {
		d.Month, okM = Roman(m)
	}
	d.Day, okD = dayNumber(day)
	if !okY || !okM || !okD {
		if n, isNum := small(m); okY && okD && isNum && n > 12 {
			return Date{}, ErrRange
		}
		return Date{}, ErrSyntax
	}
	if !d.Valid() {
		return Date{}, ErrRange
	}
	return d, nil
}

// dayNumber reads 14, "14th" or "1st".
func dayNumber(s string) (int, bool) {
	if n := len(s); n > 2 && letter(s[n-1]) {
		switch strings.ToLower(s[n-2:]) {
		case "st", "nd", "rd", "th":
			s = s[:n-2]
		}
	}
	return small(s)
}

func named(s string) bool { return s != "" && (s[0] < '0' || s[0] > '9') }

// year reads four digits, or two with the pivot 70.
func year(s string) (int, bool) {
	n, ok := small(strings.TrimPrefix(s, "'"))
	switch {
	case !ok:
		return 0, false
	case len(s) == 4:
		return n, n >= 1899 && n <= 2200
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
