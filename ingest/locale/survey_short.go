package locale

import "math/bits"

// shorts observes dates of three parts of two digits each, of which the year may
// come first: "16-03-14" in a file of March 2016.
type shorts struct {
	n, bad       int64     // such dates; those that are none with the year first
	first, third [2]uint64 // the numbers that stand there, as bits
	years        Years     // with the year first
}

func (v *shorts) see(f [3]string) {
	if len(f[0]) != 2 || len(f[1]) != 2 || len(f[2]) != 2 {
		return
	}
	a, okA := small(f[0])
	b, okB := small(f[1])
	c, okC := small(f[2])
	if !okA || !okB || !okC {
		return
	}
	v.n++
	v.first[a/64] |= 1 << (a % 64)
	v.third[c/64] |= 1 << (c % 64)
	if y, _ := year(f[0]); (Date{Year: y, Month: b, Day: c}).Valid() {
		v.years.Add(y)
	} else {
		v.bad++
	}
}

func distinct(b [2]uint64) int { return bits.OnesCount64(b[0]) + bits.OnesCount64(b[1]) }

// YearFirst reports dates of two digits each that begin with the year: no other
// date is in the column, each is one, and either the first number is always the
// same and the third takes three values, or the year that is known from elsewhere
// (0 = none) is always the first number and never the third.
func (v *DateSurvey) YearFirst(known int) bool {
	s := &v.shorts
	if s.n == 0 || s.bad > 0 || v.YMD+v.Named+v.cells > 0 || distinct(s.first) != 1 {
		return false
	}
	if distinct(s.third) >= 3 {
		return true
	}
	y := known % 100
	return known != 0 && s.first[y/64]>>(y%64)&1 == 1 && s.third[y/64]>>(y%64)&1 == 0
}

// ShortYears are the years of such dates.
func (v *DateSurvey) ShortYears() *Years { return &v.shorts.years }

// TwoDigits reports a column of such dates alone.
func (v *DateSurvey) TwoDigits() bool {
	return v.shorts.n > 0 && v.shorts.bad == 0 && v.YMD+v.Named+v.cells == 0
}
