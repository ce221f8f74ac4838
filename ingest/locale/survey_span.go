package locale

import (
	"math"
	"strconv"
	"strings"
)

// SpanSurvey finds durations that fit two readings: "07.30" is seven and a
// half minutes, seven minutes thirty, or seven hours thirty; 900 is a quarter
// of an hour in seconds, or fifteen hours in minutes.
type SpanSurvey struct {
	Two, Three, Decimal int64 // two fields, three fields, a decimal part above 59
	SampleTwo           string

	past          int64 // two fields of which the first is no hour of a day
	bare, parts   int64 // numbers without a unit; those below one
	tooLong       int64 // those beyond a day in seconds
	sizes         [6]int64
	longest       float64
	SampleLongest string
	marks         spanMarks

	shown       int64 // times of a workbook, which it keeps as parts of a day
	shownLong   int64 // those beyond usual
	shownExact  int64 // those without seconds
	SampleShown string
}

// AddShown observes a number that a workbook shows as a time, in days; usual is
// what half the values of a column do not exceed, in minutes.
func (v *SpanSurvey) AddShown(s string, usual float64) {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n <= 0 {
		return
	}
	v.shown++
	minutes := n * 1440
	if minutes > usual {
		v.shownLong++
		v.SampleShown = least(v.SampleShown, clockText(minutes))
	}
	if math.Abs(minutes-math.Round(minutes)) < 1e-3 {
		v.shownExact++
	}
}

// Typed reports times of a workbook that were typed as minutes and seconds, as it
// seems: "12:30" became half past twelve. None has seconds, and half are longer
// than anybody waits.
func (v *SpanSurvey) Typed() (bool, string) {
	return v.shown > 0 && v.shownExact == v.shown && 2*v.shownLong > v.shown, v.SampleShown
}

func clockText(minutes float64) string {
	m := int(math.Round(minutes))
	return strconv.Itoa(m/60) + ":" + strconv.Itoa(m/10%6) + strconv.Itoa(m%10)
}

// The bounds, in minutes, between the sizes that are counted.
var spanSizes = [...]float64{60, 120, 240, 480, 1440}

// Add observes one text cell.
func (v *SpanSurvey) Add(s string) {
	t := strings.TrimSpace(s)
	f := strings.FieldsFunc(t, func(r rune) bool { return r == ':' || r == '.' })
	if strings.Trim(t, "0123456789:.") != "" || len(f) < 2 || len(f) > 3 {
		v.AddNumber(strings.Replace(t, ",", ".", 1))
		return
	}
	last, ok := small(f[len(f)-1])
	switch {
	case len(f) == 3 && ok:
		v.Three++
		v.marks.add(t, fieldsSize(f))
	case strings.Contains(t, ":") || ok && len(f[1]) == 2 && last < 60:
		v.marks.add(t, fieldsSize(f))
		if IsNines(t) {
			return
		}
		v.Two++
		v.SampleTwo = least(v.SampleTwo, s)
		if first, _ := small(f[0]); first > 23 {
			v.past++
		}
	default:
		v.Decimal++
		v.AddNumber(t)
	}
}

// AddNumber observes a number without a unit.
func (v *SpanSurvey) AddNumber(s string) {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 0 || n == 0 {
		return
	}
	v.marks.add(s, n)
	if IsNines(s) {
		return // it may stand for nothing, and says nothing of the unit
	}
	v.bare++
	if n < 1 {
		v.parts++
	}
	if n > 86400 {
		v.tooLong++
	}
	i := 0
	for i < len(spanSizes) && n > spanSizes[i] {
		i++
	}
	v.sizes[i]++
	if n > v.longest {
		v.longest, v.SampleLongest = n, strings.Clone(s)
	}
}

// Ambiguous reports whether the column has values of two fields and nothing
// that proves them decimal numbers; a colon is never a decimal point.
func (v *SpanSurvey) Ambiguous() (bool, string) {
	colon := strings.Contains(v.SampleTwo, ":")
	return v.Two > 0 && (v.Decimal == 0 || colon), v.SampleTwo
}

// Fields is what two fields are where the column proves it: a first field past
// 23 counts minutes.
func (v *SpanSurvey) Fields() Fields {
	if v.past > 1 && v.past*few >= v.Two && strings.Contains(v.SampleTwo, ":") {
		return MinutesSeconds
	}
	return FieldsUnknown
}

// Magnitude judges what numbers without a unit count, by their size: minutes,
// unless many of them would be waits beyond a day; then seconds. A column whose
// middle value is longer than usual minutes, or shorter than one, is not decided. The
// evidence is its greatest number.
func (v *SpanSurvey) Magnitude(usual float64) (u Unit, sure bool, evidence string) {
	beyond := v.sizes[5]
	var longer int64
	for i, n := range v.sizes {
		if i > 0 && spanSizes[i-1] >= usual {
			longer += n
		}
	}
	switch {
	case v.bare == 0:
		return Minutes, true, ""
	case v.parts == v.bare:
		return Minutes, false, v.SampleLongest
	case beyond*rare <= v.bare && longer*2 <= v.bare:
		return Minutes, true, ""
	case beyond*10 >= v.bare && v.tooLong == 0:
		return Seconds, true, v.SampleLongest
	}
	return Minutes, false, v.SampleLongest
}

// Settled reports that no number has been met that more cells could make long.
func (v *SpanSurvey) Settled() bool { return v.Two == 0 }
