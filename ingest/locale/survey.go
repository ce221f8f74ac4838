package locale

import "strings"

// rare is how seldom a contradicting cell must be to be an error of that cell
// and not a second way of writing of the column: one in fifty.
const rare = 50

// NumberSurvey decides the style of a column from all its text cells. The
// zero value is ready. Merging surveys of parts equals surveying the whole.
type NumberSurvey struct {
	ID, EN, Plain int64 // cells that prove a style, or need none
	// Cells that fit both styles: "1.234" and "1,234".
	EitherDot, EitherComma       int64
	SampleID, SampleEN           string // the least proof of each, for the evidence
	SampleEitherDot, SampleComma string
}

// Add observes one cell; what is no number is ignored.
func (v *NumberSurvey) Add(s string) {
	t, _ := strip(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	if t == "" || t[0] < '0' || t[0] > '9' {
		return
	}
	id, en := fits(t, '.', ','), fits(t, ',', '.')
	dot, comma := strings.IndexByte(t, '.') >= 0, strings.IndexByte(t, ',') >= 0
	switch {
	case !dot && !comma:
		if id {
			v.Plain++
		}
	case id && en && dot:
		v.EitherDot++
		v.SampleEitherDot = least(v.SampleEitherDot, s)
	case id && en:
		v.EitherComma++
		v.SampleComma = least(v.SampleComma, s)
	case id:
		v.ID++
		v.SampleID = least(v.SampleID, s)
	case en:
		v.EN++
		v.SampleEN = least(v.SampleEN, s)
	}
}

func fits(s string, group, point byte) bool {
	_, err := digits(s, group, point)
	return err == nil
}

func least(a, b string) string {
	if a == "" || b != "" && b < a {
		return strings.Clone(b)
	}
	return a
}

// Merge adds the observations of another part of the column.
func (v *NumberSurvey) Merge(o *NumberSurvey) {
	v.ID, v.EN, v.Plain = v.ID+o.ID, v.EN+o.EN, v.Plain+o.Plain
	v.EitherDot, v.EitherComma = v.EitherDot+o.EitherDot, v.EitherComma+o.EitherComma
	v.SampleID, v.SampleEN = least(v.SampleID, o.SampleID), least(v.SampleEN, o.SampleEN)
	v.SampleEitherDot, v.SampleComma = least(v.SampleEitherDot, o.SampleEitherDot), least(v.SampleComma, o.SampleComma)
}

// Style is the decision: the style, whether it is proven, and a cell that
// shows why. Where one style has fifty times the proofs of the other, the few
// are slips of single cells; otherwise contradicting proofs decide nothing.
// Cells that fit both styles decide nothing by themselves either, unless the
// column holds whole numbers or rupiah: then the separator can only group.
func (v *NumberSurvey) Style(whole bool) (st NumberStyle, sure bool, evidence string) {
	switch {
	case v.ID > 0 && v.ID >= rare*v.EN:
		return StyleID, true, v.SampleID
	case v.EN > 0 && v.EN >= rare*v.ID:
		return StyleEN, true, v.SampleEN
	case v.ID > 0:
		return StyleUnknown, false, v.SampleID + " / " + v.SampleEN
	case v.EitherDot > 0 && v.EitherComma > 0:
		return StyleUnknown, false, v.SampleEitherDot + " / " + v.SampleComma
	case v.EitherDot > 0 && whole:
		return StyleID, true, v.SampleEitherDot
	case v.EitherComma > 0 && whole:
		return StyleEN, true, v.SampleComma
	case v.EitherDot+v.EitherComma > 0:
		return StyleUnknown, false, v.SampleEitherDot + v.SampleComma
	}
	return StylePlain, true, ""
}

// Settled reports whether more cells could still change the decision.
func (v *NumberSurvey) Settled() bool {
	return v.EitherDot+v.EitherComma == 0 || v.ID+v.EN > 0
}

// DateSurvey decides the order of a column of dates. The zero value is ready.
type DateSurvey struct {
	DMY, MDY, YMD, Either, Named int64
	SampleDMY, SampleMDY         string
	SampleEither                 string
	// Months of the cells that fit both orders, under each: bit m is month m.
	MonthsDMY, MonthsMDY uint16
}

// AddStamp observes a cell of a clock column, where only a date with a time
// after it says something: 13.01.42 alone is a time.
func (v *DateSurvey) AddStamp(s string) {
	if _, rest, ok := parts(s); ok && rest != "" {
		v.Add(s)
	}
}

// Add observes one text cell.
func (v *DateSurvey) Add(s string) {
	f, _, ok := parts(s)
	if !ok {
		return
	}
	a, okA := small(f[0])
	b, okB := small(f[1])
	switch {
	case len(f[0]) == 4 && okA:
		v.YMD++
	case named(f[0]) || named(f[1]):
		v.Named++
	case !okA || !okB || a < 1 || b < 1 || a > 31 || b > 31:
	case a > 12 && b <= 12:
		v.DMY++
		v.SampleDMY = least(v.SampleDMY, s)
	case b > 12 && a <= 12:
		v.MDY++
		v.SampleMDY = least(v.SampleMDY, s)
	case a <= 12 && b <= 12 && a != b:
		v.Either++
		v.SampleEither = least(v.SampleEither, s)
		v.MonthsDMY |= 1 << b
		v.MonthsMDY |= 1 << a
	}
}

// Merge adds the observations of another part of the column.
func (v *DateSurvey) Merge(o *DateSurvey) {
	v.DMY, v.MDY, v.YMD, v.Either, v.Named = v.DMY+o.DMY, v.MDY+o.MDY, v.YMD+o.YMD, v.Either+o.Either, v.Named+o.Named
	v.SampleDMY, v.SampleMDY, v.SampleEither = least(v.SampleDMY, o.SampleDMY), least(v.SampleMDY, o.SampleMDY), least(v.SampleEither, o.SampleEither)
	v.MonthsDMY, v.MonthsMDY = v.MonthsDMY|o.MonthsDMY, v.MonthsMDY|o.MonthsMDY
}

// Order is the decision: the order, whether it is proven, and a cell that
// shows why. OrderUnknown, with a cell, means that the column cannot decide.
func (v *DateSurvey) Order() (o DateOrder, sure bool, evidence string) {
	switch {
	case v.DMY > 0 && v.DMY >= rare*v.MDY:
		return DMY, true, v.SampleDMY
	case v.MDY > 0 && v.MDY >= rare*v.DMY:
		return MDY, true, v.SampleMDY
	case v.DMY > 0:
		return OrderUnknown, false, v.SampleDMY + " / " + v.SampleMDY
	case v.Either > 0:
		return OrderUnknown, false, v.SampleEither
	case v.YMD > 0:
		return YMD, true, ""
	}
	return DMY, true, ""
}

// InMonth gives the only order under which every undecided cell lies in a
// month (1 to 12); ok is false when both orders or neither do.
func (v *DateSurvey) InMonth(month int) (o DateOrder, ok bool) {
	dmy, mdy := v.MonthsDMY == 1<<month, v.MonthsMDY == 1<<month
	switch {
	case dmy && !mdy:
		return DMY, true
	case mdy && !dmy:
		return MDY, true
	}
	return OrderUnknown, false
}

// Settled reports whether more cells could still change the decision.
func (v *DateSurvey) Settled() bool { return v.Either == 0 || v.DMY+v.MDY > 0 }

// SpanSurvey finds durations that fit two readings: "07.30" is seven and a
// half minutes, seven minutes thirty, or seven hours thirty.
type SpanSurvey struct {
	Two, Three, Decimal int64 // two fields, three fields, a decimal part above 59
	SampleTwo           string
}

// Add observes one text cell.
func (v *SpanSurvey) Add(s string) {
	t := strings.TrimSpace(s)
	f := strings.FieldsFunc(t, func(r rune) bool { return r == ':' || r == '.' })
	if strings.Trim(t, "0123456789:.") != "" || len(f) < 2 || len(f) > 3 {
		return
	}
	last, ok := small(f[len(f)-1])
	switch {
	case len(f) == 3 && ok:
		v.Three++
	case strings.Contains(t, ":") || ok && len(f[1]) == 2 && last < 60:
		v.Two++
		v.SampleTwo = least(v.SampleTwo, s)
	default:
		v.Decimal++
	}
}

// Ambiguous reports whether the column has values of two fields and nothing
// that proves them decimal numbers; a colon is never a decimal point.
func (v *SpanSurvey) Ambiguous() (bool, string) {
	colon := strings.Contains(v.SampleTwo, ":")
	return v.Two > 0 && (v.Decimal == 0 || colon), v.SampleTwo
}
