package locale

import (
	"math/big"
	"strings"
)

// Unit is what a bare number of a duration counts.
type Unit uint8

const (
	Seconds Unit = iota
	Minutes
	Hours
	Days
)

func (u Unit) micros() int64 { return [...]int64{1e6, 60e6, 3600e6, 86400e6}[u] }

// Fields says what two fields of a duration are, "07:30" or "07.30".
type Fields uint8

const (
	FieldsUnknown  Fields = iota // not decided: such a value is ErrAmbiguous
	MinutesSeconds               // mm:ss
	HoursMinutes                 // h:mm, as spreadsheets show a duration
)

// ParseDuration reads "1 jam 20 menit", "80 menit", "12m 30s", "1,5 jam", "12'",
// "01:20:00", "01.20.00", "0 days 00:12:30", "PT12M30S", or a bare number of
// the given unit, in microseconds, rounded. What two fields mean, fields says;
// FieldsUnknown reads "07.30" as a decimal number of the style and refuses
// "07:30".
func ParseDuration(s string, u Unit, st NumberStyle, fields Fields) (int64, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, ErrEmpty
	}
	if n, ok := clockFields(s); ok && (n == 3 || fields != FieldsUnknown || strings.Contains(s, ":")) {
		return clockSpan(s, fields)
	}
	d, err := ParseNumber(s, st)
	if err == nil {
		return micros(d, u)
	}
	if err == ErrAmbiguous {
		return 0, err
	}
	if len(s) > 2 && s[0] == 'P' {
		return isoSpan(s)
	}
	return spelled(strings.ToLower(s), st)
}

// clockFields counts the fields of a text such as 07:30 or 01.20.00; a dotted
// one must have two digits in each later field, as a clock has. Behind three
// fields a fraction of a second may stand.
func clockFields(s string) (n int, ok bool) {
	if strings.Trim(s, "0123456789:.") != "" || !strings.ContainsAny(s, ":.") {
		return 0, false
	}
	s = withoutFraction(s)
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == '.' })
	if len(f) != 1+strings.Count(s, ":")+strings.Count(s, ".") || len(f) > 3 {
		return 0, false
	}
	for _, x := range f[1:] {
		if len(x) != 2 && strings.Contains(s, ".") {
			return 0, false
		}
	}
	return len(f), true
}

// withoutFraction cuts the fraction of a second off 00:12:30.250.
func withoutFraction(s string) string {
	if i := strings.LastIndexByte(s, '.'); i > 0 && strings.Count(s[:i], ":") == 2 {
		return s[:i]
	}
	return s
}

// spelled adds up pairs of a number and a unit, with or without blanks between:
// "1 jam 20 menit", "12m30s", "0j 12m", "12'30\"". A time of hours, minutes and
// seconds may stand behind a number of days. Units go from the longest down.
func spelled(s string, st NumberStyle) (int64, error) {
	var total int64
	last, hourJ := Unit(Days+1), false
	for s != "" {
		if n, ok := clockFields(s); ok && n == 3 && last == Days {
			m, err := clockSpan(s, FieldsUnknown)
			if total += m; total < 0 {
				return 0, ErrRange
			}
			return total, err
		}
		n := 0
		for n < len(s) && (digit(s[n]) || s[n] == '.' || s[n] == ',') {
			n++
		}
		k := n
		for k < len(s) && s[k] == ' ' {
			k++
		}
		end := k
		for end < len(s) && !digit(s[end]) && s[end] != ' ' && s[end] != ',' {
			end++
		}
		d, err := ParseNumber(s[:n], st)
		if err != nil {
			return 0, err
		}
		unit, ok := unitWord(s[k:end], hourJ)
		if !ok || unit >= last {
			return 0, ErrSyntax
		}
		hourJ, last = hourJ || s[k:end] == "j", unit
		m, err := micros(d, unit)
		if err != nil {
			return 0, err
		}
		if total += m; total < 0 {
			return 0, ErrRange
		}
		s = strings.TrimLeft(s[end:], " ,.")
		s = strings.TrimPrefix(strings.TrimPrefix(s, "dan "), "and ")
	}
	if last > Days {
		return 0, ErrSyntax
	}
	return total, nil
}

// unitWord reads a unit of time. A lone d is a day, beside the Indonesian j it
// is a second.
func unitWord(s string, beside bool) (Unit, bool) {
	switch strings.TrimRight(s, ".,") {
	case "hari", "hr", "day", "days":
		return Days, true
	case "jam", "j", "hour", "hours", "h", "hrs":
		return Hours, true
	case "menit", "mnt", "mn", "minute", "minutes", "min", "mins", "m", "'", "’", "′":
		return Minutes, true
	case "detik", "dtk", "dt", "second", "seconds", "sec", "secs", "s", "\"", "''", "”", "″":
		return Seconds, true
	case "d":
		if beside {
			return Seconds, true
		}
		return Days, true
	}
	return 0, false
}

// isoSpan reads a duration of ISO 8601 up to days: PT12M30S, P0DT1H, PT0.5H.
func isoSpan(s string) (int64, error) {
	var total int64
	clock := false
	last := Unit(Days + 1)
	for s = s[1:]; s != ""; {
		if s[0] == 'T' && !clock {
			clock, s = true, s[1:]
			continue
		}
		n := strings.IndexAny(s, "YMWDHS")
		if n < 1 {
			return 0, ErrSyntax
		}
		d, err := ParseNumber(strings.Replace(s[:n], ",", ".", 1), StylePlain)
		if err != nil {
			return 0, ErrSyntax
		}
		var u Unit
		switch {
		case s[n] == 'D' && !clock:
			u = Days
		case s[n] == 'H' && clock:
			u = Hours
		case s[n] == 'M' && clock:
			u = Minutes
		case s[n] == 'S' && clock:
			u = Seconds
		case d.Coef == 0: // P0Y0M0DT...
			s = s[n+1:]
			continue
		default:
			return 0, ErrSyntax
		}
		if u >= last {
			return 0, ErrSyntax
		}
		last = u
		m, err := micros(d, u)
		if err != nil {
			return 0, err
		}
		if total, s = total+m, s[n+1:]; total < 0 {
			return 0, ErrRange
		}
	}
	if last > Days {
		return 0, ErrSyntax
	}
	return total, nil
}

func micros(d Decimal, u Unit) (int64, error) {
	if v := d.Coef * u.micros(); d.Coef >= 0 && d.Coef < 1e6 { // no overflow: at most 86,400e12
		p := pow10[d.Scale]
		if d.Scale == 0 {
			return v, nil
		}
		if d.Scale < 9 {
			return (v + p/2) / p, nil
		}
	}
	r := new(big.Rat).Mul(d.Rat(), big.NewRat(u.micros(), 1))
	r.Add(r, big.NewRat(1, 2))
	v := new(big.Int).Div(r.Num(), r.Denom())
	if !v.IsInt64() || d.Coef < 0 {
		return 0, ErrRange
	}
	return v.Int64(), nil
}

// clockSpan reads h:mm:ss, or two fields of a known meaning.
func clockSpan(s string, fields Fields) (int64, error) {
	f := strings.FieldsFunc(withoutFraction(s), func(r rune) bool { return r == ':' || r == '.' })
	var total int64
	for i, p := range f {
		n, ok := small(p)
		if !ok || i > 0 && n > 59 {
			return 0, ErrSyntax
		}
		total = total*60 + int64(n)
	}
	if len(f) == 2 {
		switch fields {
		case FieldsUnknown:
			return 0, ErrAmbiguous
		case HoursMinutes:
			total *= 60
		}
	}
	return total * 1e6, nil
}
