package locale

import "strings"

// ClockSurvey decides how a column of times of day writes them. The zero value
// is ready.
type ClockSurvey struct {
	digits, badDigits int64 // 730, 0730, 073015: hours and minutes, or impossible ones
	epochs            int64 // seconds since 1970
	fractions         int64 // 0.3125 of a day
	short             int64 // 0.5: a fraction, or minutes
	points, badPoints int64 // 8.05, 10.1, 7: hours and minutes with a point, or impossible ones
	zeros, night      int64 // midnight to the second; other times within two hours of it
	lones             int64 // "8.1"
	tens, units       int64 // two digits after a point that begin, that end with a zero
	marked            int64 // times with a mark of hours and minutes
	hours             [24]int64
	dawn, morning     int64 // times of 1 to 6, and of 7 to 13
	late              int64 // times of the afternoon and the hour after midnight
	starts            [1441]bool
	SampleBad         string
}

// Add observes one text cell.
func (v *ClockSurvey) Add(s string) {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
	case Digits(s):
		v.number(s)
	case len(s) > 4 && (s[0] == '0' && (s[1] == '.' || s[1] == ',')) && Digits(s[2:]) || len(s) > 3 && (s[0] == '.' || s[0] == ',') && Digits(s[1:]):
		v.fractions++
	default:
		if c, err := parseClock(s); err == nil {
			v.marked++
			v.clock(c, s)
			return
		}
		if d, err := ParseDate(s, DMY); err == nil && d.Sec >= 0 {
			v.marked++
			v.clock(clock{sec: d.Sec, utc: d.UTC, lone: -1}, s)
		} else if d, err := ParseDate(s, MDY); err == nil && d.Sec >= 0 {
			v.marked++
			v.clock(clock{sec: d.Sec, utc: d.UTC, lone: -1}, s)
		}
	}
}

// AddNumber observes a number of a workbook that no format shows as a time.
func (v *ClockSurvey) AddNumber(s string) {
	whole, frac, pointed := strings.Cut(s, ".")
	switch {
	case !pointed && len(whole) > 2:
		v.number(s)
	case s == "0":
		v.zeros++
	case len(whole) == 1 && whole[0] == '0' && len(frac) > 2:
		v.fractions++
	case whole == "0":
		v.short++
	case len(whole) > 2 || len(frac) > 2: // a day with its time, or digits of another meaning
	default:
		if _, ok := pointed2(whole, frac); ok {
			v.points++
		} else {
			v.bad(&v.badPoints, s)
		}
	}
}

func (v *ClockSurvey) number(s string) {
	switch {
	case strings.Trim(s, "0") == "":
		v.zeros++
	case len(s) <= 2:
		if n, _ := small(s); n <= 24 {
			v.points++
			v.starts[n*60] = true
		} else {
			v.bad(&v.badPoints, s)
		}
	case len(s) <= 6:
		if sec, ok := clockNumber(s); ok {
			v.digits++
			v.clock(clock{sec: sec, lone: -1}, s)
		} else {
			v.bad(&v.badDigits, s)
		}
	default:
		if d, err := ParseEpoch(s); err == nil {
			v.epochs++
			v.hours[d.Sec/3600]++
		}
	}
}

func (v *ClockSurvey) bad(n *int64, s string) {
	*n++
	v.SampleBad = least(v.SampleBad, s)
}

func (v *ClockSurvey) clock(c clock, s string) {
	switch h := c.sec / 3600; {
	case c.sec == 0:
		v.zeros++
	case h < 2 || h >= 22:
		v.night++
	}
	switch h := c.sec / 3600; {
	case h >= 1 && h < 6 && digit(s[len(s)-1]): // AM says which half it is of
		v.dawn++
	case h >= 7 && h < 13:
		v.morning++
	case h >= 13 || c.sec > 0 && h == 0:
		v.late++
	}
	if c.utc {
		v.hours[c.sec/3600%24]++
	}
	v.starts[min(c.sec/60, 1440)] = true
	if c.lone >= 0 {
		v.lones++
		if c.lone > 5 {
			v.units++
		}
	} else if i := strings.IndexAny(s, ".,"); i > 0 && i+3 == len(s) {
		if s[i+1] == '0' {
			v.tens++
		}
		if s[i+2] == '0' {
			v.units++
		}
	}
}

// ClockForm is how a column writes times of day, beyond the forms that every
// column may hold.
type ClockForm struct {
	Digits   bool  // 730 and 0730 are hours and minutes
	Points   bool  // numbers are hours and minutes: 8.05, 10.1 for 10.10, 7
	Fraction bool  // 0.34 is a fraction of a day
	Tens     bool  // "8.1" is 08.10
	Lone     bool  // "8.1" is 08.01
	NoZero   bool  // midnight to the second means that there was none
	UTC      bool  // times said to be in UTC are so, and belong to another zone
	Slot     int32 // seconds of a slot of which only the start is written
}

// Join takes from another column of the same table what holds for both: the zone,
// whether midnight can be, and what a lone digit is.
func (v *ClockSurvey) Join(o *ClockSurvey) {
	v.night, v.tens, v.units = v.night+o.night, v.tens+o.tens, v.units+o.units
	v.dawn, v.morning, v.late = v.dawn+o.dawn, v.morning+o.morning, v.late+o.late
	for h, n := range o.hours {
		v.hours[h] += n
	}
}

// Share sets what holds for all columns of a table to what they say together.
func (v *ClockSurvey) Share(table *ClockSurvey) {
	v.night, v.tens, v.units, v.hours = table.night, table.tens, table.units, table.hours
}

// Form is the decision; what the column does not decide stays false, and such
// cells are refused.
func (v *ClockSurvey) Form() ClockForm {
	f := ClockForm{
		Digits:   v.digits > 0 && v.badDigits*rare <= v.digits,
		Points:   v.points > 0 && v.badPoints*rare <= v.points,
		Fraction: v.fractions > 0 || v.short > 0 && v.points == 0,
		UTC:      v.inUTC(),
		Slot:     v.slot(),
	}
	f.NoZero = v.night == 0 && !f.UTC
	f.Tens = v.lones > 0 && v.units == 0 && v.tens > 0
	f.Lone = v.lones > 0 && v.tens == 0 && v.units > 0
	return f
}

// inUTC tells whether times that say so are in UTC, or are the office's own with
// the mark of UTC behind them, as many programs write: more of them lie in an
// office's hours under the one reading or the other.
func (v *ClockSurvey) inUTC() bool {
	var all, own, utc int64
	for h, n := range v.hours {
		all += n
		if h >= 7 && h < 17 {
			own += n
		}
		if h < 10 || h >= 22 {
			utc += n
		}
	}
	return all > 0 && utc >= own
}

// Twelve reports hours of a clock of twelve without AM and PM: the day begins in
// the morning, no time is of the afternoon, and a good part is of 1 to 6, when
// no office is open. One that lies there alone is a slip of its clock.
func (v *ClockSurvey) Twelve() bool {
	return v.late == 0 && v.morning > 0 && v.dawn > 1 && v.dawn*few >= v.morning
}

// slot is the least distance between the starts of slots, at most an hour.
func (v *ClockSurvey) slot() int32 {
	last, gap := -1, 60
	for m, there := range v.starts {
		if !there {
			continue
		}
		if last >= 0 {
			gap = min(gap, m-last)
		}
		last = m
	}
	return int32(gap * 60)
}

// Named reports what of a form is worth telling.
func (f ClockForm) Named() bool {
	return f.Digits || f.Points || f.Fraction || f.UTC || f.Tens || f.Lone
}

// pointed2 reads hours and minutes of a number: 8.05, 10.1, 7.
func pointed2(whole, frac string) (int32, bool) {
	h, ok := small(whole)
	if !ok {
		return 0, false
	}
	m := 0
	if frac != "" {
		if m, ok = small(frac); !ok {
			return 0, false
		}
		if len(frac) == 1 {
			m *= 10
		}
	}
	if len(frac) > 2 || m > 59 || h > 24 || h == 24 && m > 0 {
		return 0, false
	}
	return int32(h*3600 + m*60), true
}

// Clock reads a text cell of a column of this form: seconds since midnight.
func (f ClockForm) Clock(s string) (sec int32, utc bool, err error) {
	if f.Fraction && len(s) > 2 && s[0] == '0' && (s[1] == '.' || s[1] == ',') {
		sec, err = ParseFraction(s)
		return sec, false, err
	}
	c, err := parseClock(s)
	switch {
	case err == nil && c.lone < 0, err == nil && f.Lone:
		return c.sec, c.utc, nil
	case err == nil && f.Tens:
		return c.sec + int32(c.lone)*9*60, c.utc, nil
	case err == nil:
		return 0, false, ErrAmbiguous
	}
	s = strings.TrimSpace(s)
	switch {
	case !Digits(s):
		if f.Fraction && s != "" && (s[0] == '.' || s[0] == ',') {
			sec, err = ParseFraction(s)
			return sec, false, err
		}
		return 0, false, err
	case strings.Trim(s, "0") == "":
		return 0, false, nil
	case len(s) <= 2 && f.Points:
		sec, ok := pointed2(s, "")
		return sec, false, orRange(ok)
	case len(s) >= 3 && len(s) <= 6 && f.Digits:
		sec, ok := clockNumber(s)
		return sec, false, orRange(ok)
	case len(s) >= 3 && len(s) <= 6:
		return 0, false, ErrAmbiguous
	}
	return 0, false, ErrSyntax
}

func orRange(ok bool) error {
	if ok {
		return nil
	}
	return ErrRange
}

// Number reads a number of a workbook that no format shows as a time.
func (f ClockForm) Number(s string) (sec int32, err error) {
	whole, frac, pointed := strings.Cut(s, ".")
	switch {
	case !pointed && len(whole) > 2 && len(whole) <= 6 && f.Digits:
		sec, ok := clockNumber(s)
		return sec, orRange(ok)
	case s == "0", whole == "0" && (len(frac) > 2 || f.Fraction):
		return ParseFraction(s)
	case whole == "0":
		return 0, ErrAmbiguous
	case len(whole) <= 2 && len(frac) <= 2 && f.Points:
		sec, ok := pointed2(whole, frac)
		return sec, orRange(ok)
	case len(whole) == 5:
		return ParseFraction(s) // a day with its time
	case strings.ContainsAny(s, "eE"):
		return ParseFraction(s)
	}
	return 0, ErrAmbiguous
}
