package locale

import (
	"math/big"
	"strings"
	"time"
)

// ParseClock reads a time of day: 07:30, 07.30, 7:30:15, "07.30 WIB", "1:05
// PM". It returns seconds since midnight; 24:00 is 86,400.
func ParseClock(s string) (int32, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, ErrEmpty
	}
	shift, twelve := int32(0), false
	if i := strings.IndexByte(s, ' '); i > 0 || strings.HasSuffix(s, "M") || strings.HasSuffix(s, "m") {
		s, shift, twelve = suffix(s)
	}
	var f [3]int
	n, digits := 0, 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ':' || s[i] == '.' {
			if digits == 0 || digits > 2 || n == 3 {
				return 0, ErrSyntax
			}
			n, digits = n+1, 0
			continue
		}
		if !digit(s[i]) || n == 3 {
			return 0, ErrSyntax
		}
		f[n] = f[n]*10 + int(s[i]-'0')
		digits++
	}
	if n < 2 {
		return 0, ErrSyntax
	}
	if twelve {
		if f[0] < 1 || f[0] > 12 {
			return 0, ErrRange
		}
		f[0] %= 12
	}
	sec := int32(f[0]*3600+f[1]*60+f[2]) + shift
	if f[1] > 59 || f[2] > 59 || sec > 86400 {
		return 0, ErrRange
	}
	return sec, nil
}

// suffix takes a zone or a half of the day off the end.
func suffix(s string) (string, int32, bool) {
	for _, zone := range []string{"WIB", "WITA", "WIT"} {
		if t, ok := cutFolded(s, zone); ok {
			return strings.TrimSpace(t), 0, false
		}
	}
	for _, half := range []struct {
		word  string
		shift int32
	}{{"AM", 0}, {"PM", 12 * 3600}} {
		if t, ok := cutFolded(s, half.word); ok {
			return strings.TrimSpace(t), half.shift, true
		}
	}
	return s, 0, false
}

// cutFolded cuts an ASCII suffix in any case. The text is not folded as a
// whole: that can change its length, where it is not valid UTF-8 above all.
func cutFolded(s, end string) (string, bool) {
	at := len(s) - len(end)
	if at < 0 || !strings.EqualFold(s[at:], end) {
		return s, false
	}
	return s[:at], true
}

// ParseClockRange reads "1600 - 1700", "11.50 - 11.55" or "07.00–08.00".
func ParseClockRange(s string) (from, to int32, err error) {
	for _, dash := range []string{"–", "—", " s.d. ", " s/d ", "-"} {
		if a, b, ok := strings.Cut(s, dash); ok {
			if from, err = hour(a); err != nil {
				return 0, 0, err
			}
			if to, err = hour(b); err != nil {
				return 0, 0, err
			}
			if to == 0 {
				to = 86400
			}
			if to <= from {
				return 0, 0, ErrRange
			}
			return from, to, nil
		}
	}
	return 0, 0, ErrSyntax
}

// hour reads a clock or four digits such as 0730.
func hour(s string) (int32, error) {
	s = strings.TrimSpace(s)
	if n, ok := small(s); ok && len(s) == 4 {
		if n/100 > 24 || n%100 > 59 {
			return 0, ErrRange
		}
		return int32(n/100*3600 + n%100*60), nil
	}
	return ParseClock(s)
}

// ParseSerial reads a spreadsheet's serial day number, with the time of day as
// its fraction, rounded to the second. The 1900 system's 29 February 1900,
// which never was, is refused.
func ParseSerial(s string, date1904 bool) (Date, error) {
	r, ok := new(big.Rat).SetString(s)
	if !ok || len(s) > 40 {
		return Date{}, ErrSyntax
	}
	r.Mul(r, big.NewRat(86400, 1)).Add(r, big.NewRat(1, 2))
	total := new(big.Int).Div(r.Num(), r.Denom())
	if !total.IsInt64() {
		return Date{}, ErrRange
	}
	sec := total.Int64()
	days := sec / 86400
	if sec < 0 || days > 110000 {
		return Date{}, ErrRange
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 60:
		return Date{}, ErrRange
	case days < 60:
		base = base.AddDate(0, 0, 1)
	}
	t := base.AddDate(0, 0, int(days))
	d := Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Sec: -1}
	if sec%86400 != 0 {
		d.Sec = int32(sec % 86400)
	}
	return d, nil
}

// ParseFraction reads a fraction of a day (0.3125) as seconds since midnight.
// Whole days before it (a date and time) are dropped.
func ParseFraction(s string) (int32, error) {
	r, ok := new(big.Rat).SetString(strings.Replace(s, ",", ".", 1))
	if !ok || r.Sign() < 0 || len(s) > 40 {
		return 0, ErrSyntax
	}
	r.Mul(r, big.NewRat(86400, 1)).Add(r, big.NewRat(1, 2))
	total := new(big.Int).Div(r.Num(), r.Denom())
	if !total.IsInt64() {
		return 0, ErrRange
	}
	if sec := total.Int64(); sec > 86400 {
		return int32(sec % 86400), nil
	}
	return int32(total.Int64()), nil
}

// ParseYesNo reads ya/tidak and their kin.
func ParseYesNo(s string) (yes, ok bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "ya", "y", "yes", "true", "1", "ada", "benar", "sudah", "v", "✓", "x":
		return true, true
	case "tidak", "t", "n", "no", "false", "0", "tidak ada", "belum", "bukan", "-":
		return false, true
	}
	return false, false
}
