package locale

import (
	"math/big"
	"strings"
	"time"
)

// The days before 1 January 1970 on which the serial numbers of spreadsheets
// begin, and the last serial that is a date of a table (the year 2201).
const (
	serialBase = 25569
	base1904   = 24107
	lastSerial = 110000
)

// seconds gives a number of days as seconds, rounded half up. Numbers of the
// usual form are read without big arithmetic: columns hold millions of them.
func seconds(s string) (int64, error) {
	var whole, frac int64
	i, digits := 0, 0
	for ; i < len(s) && digit(s[i]) && digits < 7; i++ {
		whole, digits = whole*10+int64(s[i]-'0'), digits+1
	}
	if i < len(s) && s[i] == '.' {
		scale := int64(1)
		for i++; i < len(s) && digit(s[i]); i++ {
			if digits++; scale < 1e13 {
				frac, scale = frac*10+int64(s[i]-'0'), scale*10
			}
		}
		frac = (frac*86400 + scale/2) / scale
	}
	if i == len(s) && digits > 0 {
		return whole*86400 + frac, nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok || len(s) > 40 || strings.ContainsRune(s, '/') {
		return 0, ErrSyntax
	}
	r.Mul(r, big.NewRat(86400, 1)).Add(r, big.NewRat(1, 2))
	total := new(big.Int).Div(r.Num(), r.Denom())
	if !total.IsInt64() {
		return 0, ErrRange
	}
	return total.Int64(), nil
}

// ParseSerial reads a spreadsheet's serial day number, with the time of day as
// its fraction, rounded to the second. The 1900 system's 29 February 1900,
// which never was, is refused.
func ParseSerial(s string, date1904 bool) (Date, error) {
	sec, err := seconds(s)
	if err != nil {
		return Date{}, err
	}
	days := sec / 86400
	if sec < 0 || days > lastSerial {
		return Date{}, ErrRange
	}
	base := int64(serialBase)
	switch {
	case date1904:
		base = base1904
	case days == 60:
		return Date{}, ErrRange
	case days < 60:
		base--
	}
	d := civil((days - base) * 86400)
	if d.Sec = -1; sec%86400 != 0 {
		d.Sec = int32(sec % 86400)
	}
	return d, nil
}

// civil is the date and time of seconds since 1970, in UTC.
func civil(unix int64) Date {
	t := time.Unix(unix, 0).UTC()
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Sec: int32(t.Hour()*3600 + t.Minute()*60 + t.Second())}
}

// Add moves a date with a time by some seconds, over midnight where need be.
func (d Date) Add(sec int32) Date {
	at := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() + int64(d.Sec) + int64(sec)
	return civil(at)
}

// ParseFraction reads a fraction of a day (0.3125) as seconds since midnight.
// Whole days before it (a date and time) are dropped.
func ParseFraction(s string) (int32, error) {
	sec, err := seconds(strings.Replace(s, ",", ".", 1))
	switch {
	case err != nil:
		return 0, err
	case sec < 0:
		return 0, ErrSyntax
	case sec > 86400:
		return int32(sec % 86400), nil
	}
	return int32(sec), nil
}

// ParseEpoch reads seconds, milliseconds or microseconds since 1970 in digits
// alone, by their number: 10, 13 or 16 digits. The date is in UTC.
func ParseEpoch(s string) (Date, error) {
	var unit int64
	switch len(s) {
	case 10:
		unit = 1
	case 13:
		unit = 1e3
	case 16:
		unit = 1e6
	default:
		return Date{}, ErrSyntax
	}
	n, ok := wholeNumber(s)
	if !ok {
		return Date{}, ErrSyntax
	}
	d := civil(n / unit)
	if d.Year > 2100 || d.Year < 1980 {
		return Date{}, ErrRange
	}
	d.UTC = true
	return d, nil
}

// wholeNumber reads up to 18 digits.
func wholeNumber(s string) (int64, bool) {
	if s == "" || len(s) > 18 {
		return 0, false
	}
	var n int64
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, true
}

// Digits reports a text of digits alone.
func Digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// IsSerial reports a text that is a day of a spreadsheet of the years 1990 to
// 2100 written as its number, with or without a time behind a point or comma.
func IsSerial(s string) bool {
	if len(s) < 5 || len(s) > 5 && s[5] != '.' && s[5] != ',' {
		return false
	}
	n, ok := wholeNumber(s[:5])
	return ok && n >= 32874 && n <= 73415 && (len(s) == 5 || Digits(s[6:]))
}
