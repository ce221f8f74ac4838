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
)

func (u Unit) micros() int64 { return [...]int64{1e6, 60e6, 3600e6}[u] }

// Fields says what two fields of a duration are, "07:30" or "07.30".
type Fields uint8

const (
	FieldsUnknown  Fields = iota // not decided: such a value is ErrAmbiguous
	MinutesSeconds               // mm:ss
	HoursMinutes                 // h:mm, as spreadsheets show a duration
)

// ParseDuration reads "1 jam 20 menit", "80 menit", "01:20:00", "01.20.00", or
// a bare number of the given unit, in microseconds, rounded. What two fields
// mean, fields says; FieldsUnknown reads "07.30" as a decimal number of the
// style and refuses "07:30".
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
	return spelled(strings.Fields(strings.ToLower(s)), st)
}

// clockFields counts the fields of a text such as 07:30 or 01.20.00; a dotted
// one must have two digits in each later field, as a clock has.
func clockFields(s string) (n int, ok bool) {
	if strings.Trim(s, "0123456789:.") != "" || !strings.ContainsAny(s, ":.") {
		return 0, false
	}
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

// spelled adds up pairs of a number and a unit: "1 jam 20 menit".
func spelled(words []string, st NumberStyle) (int64, error) {
	if len(words)%2 != 0 || len(words) == 0 {
		return 0, ErrSyntax
	}
	var total int64
	for i := 0; i < len(words); i += 2 {
		d, err := ParseNumber(words[i], st)
		if err != nil {
			return 0, ErrSyntax
		}
		unit, ok := unitWord(words[i+1])
		if !ok {
			return 0, ErrSyntax
		}
		m, err := micros(d, unit)
		if err != nil {
			return 0, err
		}
		total += m
	}
	return total, nil
}

func unitWord(s string) (Unit, bool) {
	switch strings.Trim(s, ".,") {
	case "jam", "hour", "hours", "h":
		return Hours, true
	case "menit", "mnt", "minute", "minutes", "min":
		return Minutes, true
	case "detik", "dtk", "second", "seconds", "sec":
		return Seconds, true
	}
	return 0, false
}

func micros(d Decimal, u Unit) (int64, error) {
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
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == '.' })
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
