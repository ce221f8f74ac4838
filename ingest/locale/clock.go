package locale

import "strings"

// clock is a time of day as it was written: its zone, and what is not certain.
type clock struct {
	sec int32
	utc bool // the text says UTC: Z, +00:00, GMT
	// lone is the digit of "8.1" after a point or comma: minute 1, or minute 10
	// whose zero a spreadsheet dropped; -1 for any other text.
	lone int8
}

// ParseClock reads a time of day: 07:30, 07.30, 7:30:15, 07:30:15.123,
// "Pukul 07.30 WIB", 08h10, "08 10", "1:05 PM", "3.15 sore". It returns seconds
// since midnight; 24:00 is 86,400. Fractions of a second are dropped. One digit
// after a point ("8.1") is ErrAmbiguous: ClockForm tells what it means.
func ParseClock(s string) (int32, error) {
	c, err := parseClock(s)
	if err == nil && c.lone >= 0 {
		return 0, ErrAmbiguous
	}
	return c.sec, err
}

func parseClock(s string) (clock, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return clock{}, ErrEmpty
	}
	c, rest, err := clockDigits(s)
	if err == nil && rest == "" {
		return c, nil
	}
	if err == ErrRange {
		return c, err
	}
	return wordedClock(s)
}

// clockDigits reads hours, minutes and seconds at the start of a text, and a
// fraction of a second; rest is what follows.
func clockDigits(s string) (c clock, rest string, err error) {
	c.lone = -1
	var f [3]int
	n, i := 0, 0
	for n < 3 {
		from := i
		for i < len(s) && digit(s[i]) {
			f[n] = f[n]*10 + int(s[i]-'0')
			if i++; i-from > 2 {
				return c, "", ErrSyntax
			}
		}
		if i == from {
			return c, "", ErrSyntax
		}
		if n == 1 && i-from == 1 && (s[from-1] == '.' || s[from-1] == ',') {
			c.lone = int8(f[1])
		}
		n++
		if n == 3 || i+1 >= len(s) || !clockMark(s, i) {
			break
		}
		i++
	}
	if n == 3 && i+1 < len(s) && (s[i] == '.' || s[i] == ',') && digit(s[i+1]) {
		for i++; i < len(s) && digit(s[i]); {
			i++
		}
	}
	if n < 2 {
		return c, "", ErrSyntax
	}
	if n == 3 {
		c.lone = -1
	}
	c.sec = int32(f[0]*3600 + f[1]*60 + f[2])
	if f[1] > 59 || f[2] > 59 || c.sec > 86400 {
		return c, "", ErrRange
	}
	return c, s[i:], nil
}

// clockMark reports a mark between the fields of a time, with a digit after it.
func clockMark(s string, i int) bool {
	switch s[i] {
	case ':', '.', ',', 'h', 'H', ' ':
		return digit(s[i+1])
	}
	return false
}

var (
	clockPrefixes = []string{"pukul", "pkl", "pk", "jam", "at"}
	zoneWords     = []string{"WIB", "WITA", "WIT"}
	// dayParts are the words for parts of the day, with the hours that are meant
	// in the second half of the day when one of them follows.
	dayParts = []struct {
		word     string
		from, to int32 // hours that 12 is added to; none when from > to
	}{
		{"pagi", 1, 0}, {"siang", 1, 4}, {"sore", 1, 7}, {"petang", 1, 7}, {"malam", 6, 11},
	}
)

// wordedClock reads a time with words, a zone or a half of the day around it.
func wordedClock(s string) (clock, error) {
	for _, p := range clockPrefixes {
		if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) && !letter(s[len(p)]) {
			s = strings.TrimLeft(s[len(p):], ". :")
			break
		}
	}
	c, rest, err := clockDigits(s)
	if err != nil {
		return c, err
	}
	return c.after(strings.TrimSpace(rest))
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// after applies what stands behind the digits: a half or a part of the day, a
// zone, an offset.
func (c clock) after(rest string) (clock, error) {
	if i := strings.IndexByte(rest, '('); i >= 0 && strings.HasSuffix(rest, ")") { // (Western Indonesia Time)
		rest = strings.TrimSpace(rest[:i])
	}
	word, more, _ := strings.Cut(rest, " ")
	if half := strings.ToLower(strings.ReplaceAll(word, ".", "")); half == "am" || half == "pm" {
		if c.sec < 3600 || c.sec >= 13*3600 {
			return c, ErrRange
		}
		c.sec %= 12 * 3600
		if half == "pm" {
			c.sec += 12 * 3600
		}
		rest = strings.TrimSpace(more)
	}
	for _, p := range dayParts {
		if t, ok := cutWord(rest, p.word); ok {
			if h := c.sec / 3600; h >= p.from && h <= p.to {
				c.sec += 12 * 3600
			}
			if p.word == "malam" && c.sec/3600 == 12 {
				c.sec -= 12 * 3600
			}
			rest = t
			break
		}
	}
	for _, z := range zoneWords {
		if t, ok := cutWord(rest, z); ok {
			rest = t
			break
		}
	}
	utc, ok := zone(rest)
	c.utc = utc
	if !ok {
		return c, ErrSyntax
	}
	return c, nil
}

// cutWord cuts an ASCII word off the start of a text, in any case.
func cutWord(s, word string) (string, bool) {
	if len(s) < len(word) || !strings.EqualFold(s[:len(word)], word) || len(s) > len(word) && letter(s[len(word)]) {
		return s, false
	}
	return strings.TrimSpace(s[len(word):]), true
}

// zone reads "", "Z", "UTC", "+07:00", "+0700", "+07" or "GMT+7"; utc reports
// that the time is in UTC.
func zone(s string) (utc, ok bool) {
	named := false
	for _, w := range []string{"GMT", "UTC", "Z"} {
		if t, cut := cutWord(s, w); cut {
			s, named = t, true
			break
		}
	}
	if s == "" {
		return named, true
	}
	if s[0] != '+' && s[0] != '-' {
		return false, false
	}
	digits := strings.Replace(s[1:], ":", "", 1)
	if digits == "" || len(digits) > 4 || strings.Trim(digits, "0123456789") != "" {
		return false, false
	}
	return strings.Trim(digits, "0") == "", true
}

// ParseClockRange reads "1600 - 1700", "11.50 - 11.55", "07.00–08.00",
// "08-09", "Pukul 08.00 s.d. 09.00 WIB".
func ParseClockRange(s string) (from, to int32, err error) {
	for _, dash := range []string{"–", "—", " s.d. ", " s.d ", " s/d ", " sd ", " sampai dengan ", " sampai ", " hingga ", " to ", "-"} {
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

// hour reads a clock, four digits such as 0730, or an hour alone.
func hour(s string) (int32, error) {
	s = strings.TrimSpace(s)
	n, ok := small(s)
	switch {
	case ok && len(s) == 4:
		if n/100 > 24 || n%100 > 59 {
			return 0, ErrRange
		}
		return int32(n/100*3600 + n%100*60), nil
	case ok && len(s) <= 2:
		if n > 24 {
			return 0, ErrRange
		}
		return int32(n * 3600), nil
	}
	return ParseClock(s)
}
