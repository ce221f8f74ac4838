package locale

import (
	"strings"
	"time"
)

// oddDate reads the forms of dates that machines write: digits alone, weeks and
// days of the year of ISO 8601, the order of Unix.
func oddDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Date{}, ErrEmpty
	}
	if d, err := compactDate(s); err != ErrSyntax {
		return d, err
	}
	if d, err := isoOrdinal(s); err != ErrSyntax {
		return d, err
	}
	return unixDate(s)
}

// compactDate reads 20160114, 14012016, 20160114073015, 20160114T073015Z and
// "20160114 07:30". Eight digits fit one order only: no month is 20 or 19.
func compactDate(s string) (Date, error) {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	if n != 8 && n != 12 && n != 14 {
		return Date{}, ErrSyntax
	}
	num := func(from, to int) int { v, _ := small(s[from:to]); return v }
	d := Date{Year: num(0, 4), Month: num(4, 6), Day: num(6, 8), Sec: -1}
	if (d.Year < 1900 || d.Year > 2100 || d.Month > 12) && n == 8 {
		d = Date{Year: num(4, 8), Month: num(2, 4), Day: num(0, 2), Sec: -1}
	}
	if d.Year < 1900 || d.Year > 2100 || !d.Valid() {
		return Date{}, ErrRange
	}
	rest := strings.TrimLeft(s[n:], " T")
	clockPart := s[8:n]
	if n == 8 {
		k := 0
		for k < len(rest) && digit(rest[k]) {
			k++
		}
		clockPart = ""
		if k == 4 || k == 6 {
			clockPart, rest = rest[:k], rest[k:]
		}
	}
	if clockPart != "" {
		sec, ok := clockNumber(clockPart)
		if !ok {
			return Date{}, ErrRange
		}
		d.Sec = sec
		utc, ok := zone(strings.TrimSpace(rest))
		d.UTC = utc
		if !ok {
			return Date{}, ErrSyntax
		}
		return d, nil
	}
	if rest == "" {
		return d, nil
	}
	c, err := parseClock(rest)
	if err == nil && c.lone < 0 {
		d.Sec, d.UTC = c.sec, c.utc
	} else if !remark(rest) {
		return Date{}, ErrSyntax
	}
	return d, nil
}

// clockNumber reads hours, minutes and seconds without marks: 730, 0730, 73015,
// 073015.
func clockNumber(s string) (int32, bool) {
	n, ok := wholeNumber(s)
	if !ok || len(s) < 3 || len(s) > 6 {
		return 0, false
	}
	if len(s) <= 4 {
		n *= 100
	}
	h, m, sec := n/10000, n/100%100, n%100
	if m > 59 || sec > 59 || h > 24 || h == 24 && m+sec > 0 {
		return 0, false
	}
	return int32(h*3600 + m*60 + sec), true
}

// isoOrdinal reads 2016-014, the day of a year, and 2016-W02-4, the day of a
// week.
func isoOrdinal(s string) (Date, error) {
	f := strings.Split(s, "-")
	if len(f) < 2 || len(f) > 3 || len(f[0]) != 4 {
		return Date{}, ErrSyntax
	}
	y, ok := year(f[0])
	if !ok {
		return Date{}, ErrSyntax
	}
	if n, isNum := small(f[1]); len(f) == 2 && isNum && len(f[1]) == 3 {
		t := time.Date(y, 1, n, 0, 0, 0, 0, time.UTC)
		if n < 1 || t.Year() != y {
			return Date{}, ErrRange
		}
		return Date{Year: y, Month: int(t.Month()), Day: t.Day(), Sec: -1}, nil
	}
	if len(f) != 3 || len(f[1]) != 3 || f[1][0] != 'W' {
		return Date{}, ErrSyntax
	}
	week, okW := small(f[1][1:])
	day, okD := small(f[2])
	if !okW || !okD || week < 1 || week > 53 || day < 1 || day > 7 {
		return Date{}, ErrRange
	}
	jan4 := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC) // lies in week 1
	t := jan4.AddDate(0, 0, (week-1)*7+day-1-int(jan4.Weekday()+6)%7)
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Sec: -1}, nil
}

// unixDate reads "Thu Jan 14 07:30:00 WIB 2016", as Unix and Java print it.
func unixDate(s string) (Date, error) {
	f := strings.Fields(s)
	if len(f) < 5 || len(f) > 6 {
		return Date{}, ErrSyntax
	}
	if _, isDay := weekdays[strings.ToLower(f[0])]; !isDay {
		return Date{}, ErrSyntax
	}
	d, err := fieldsDate([3]string{f[1], f[2], f[len(f)-1]}, OrderUnknown)
	if err != nil || !named(f[1]) {
		return Date{}, ErrSyntax
	}
	c, err := parseClock(strings.Join(f[3:len(f)-1], " "))
	if err != nil {
		return Date{}, ErrSyntax
	}
	d.Sec, d.UTC = c.sec, c.utc
	return d, nil
}

// takenBack are the words of remarks that take a date back: it is then none.
var takenBack = []string{"batal", "tunda", "gagal", "rencana", "jadwal", "tidak", "belum", "bukan", "cancel", "postpone", "plan", "sched", "sampai", "hingga", "s.d", "s/d"}

// remark reports a text behind a date that says nothing of it: a flight in
// brackets, a place, initials.
func remark(s string) bool {
	low := strings.ToLower(s)
	for _, w := range takenBack {
		if strings.Contains(low, w) {
			return false
		}
	}
	t := strings.TrimLeft(s, " -–—;,/")
	if t == "" {
		return false
	}
	if t[0] == '(' || t[0] == '[' {
		return strings.HasSuffix(t, ")") || strings.HasSuffix(t, "]")
	}
	return len(t) > 1 && letter(t[0]) && letter(t[1])
}

// ParseDays reads a range of days: "12 s.d. 14 Januari 2016", "12-14/01/2016",
// "12/01/2016 - 14/01/2016", "12 dan 13 Januari 2016". Day and month may be
// left out before the mark where they are those behind it.
func ParseDays(s string, o DateOrder) (from, to Date, err error) {
	for _, mark := range []string{" s.d. ", " s.d ", " s/d ", " sd. ", " sd ", " sampai dengan ", " sampai ", " hingga ", " dan ", " to ", " & ", "–", "—", " - ", "-"} {
		for at := 0; ; {
			i := strings.Index(strings.ToLower(s[at:]), mark)
			if i < 0 || len(strings.ToLower(s)) != len(s) {
				break
			}
			i += at
			if from, to, ok := daysAround(strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(mark):]), o); ok {
				return from, to, nil
			}
			at = i + len(mark)
		}
	}
	return from, to, ErrSyntax
}

func daysAround(a, b string, o DateOrder) (from, to Date, ok bool) {
	to, err := ParseDate(b, o)
	if err != nil || to.Sec >= 0 {
		return from, to, false
	}
	a, _, _ = cutWeekday(a)
	from = Date{Year: to.Year, Month: to.Month, Sec: -1}
	switch f := strings.FieldsFunc(a, func(r rune) bool { return strings.ContainsRune(" /-.", r) }); len(f) {
	case 1:
		from.Day, ok = small(f[0])
	case 2:
		if from.Day, ok = small(f[0]); ok {
			from.Month, ok = ParseMonth(f[1])
		}
	case 3:
		from, err = ParseDate(a, o)
		ok = err == nil
	}
	ok = ok && from.Valid() && (from.Year < to.Year || from.Year == to.Year && (from.Month < to.Month || from.Month == to.Month && from.Day <= to.Day))
	return from, to, ok
}
