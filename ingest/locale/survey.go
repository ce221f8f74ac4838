package locale

import "strings"

// rare is how seldom a contradicting cell must be to be an error of that cell
// and not a second way of writing of the column: one in fifty.
const rare = 50

// NumberSurvey decides the style of a column from all its text cells. The
// zero value is ready.
type NumberSurvey struct {
	ID, EN, Plain int64 // cells that prove a style, or need none
	// Cells that fit both styles: "1.234" and "1,234".
	EitherDot, EitherComma       int64
	Scaled                       int64  // of those, the ones with a word such as "juta"
	SampleID, SampleEN           string // the least proof of each, for the evidence
	SampleEitherDot, SampleComma string
}

// Add observes one cell, with or without a unit behind the number; what is no
// number is ignored.
func (v *NumberSurvey) Add(s string) {
	t, _ := strip(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	if t == "" || t[0] < '0' || t[0] > '9' {
		return
	}
	t, unit := CutUnit(t)
	id, en := fits(t, '.', ','), fits(t, ',', '.')
	dot, comma := strings.IndexByte(t, '.') >= 0, strings.IndexByte(t, ',') >= 0
	switch {
	case !dot && !comma:
		if id {
			v.Plain++
		}
	case id && en && unit != "":
		v.Scaled++
		v.EitherDot++
		v.SampleEitherDot = least(v.SampleEitherDot, s)
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
	v.EitherDot, v.EitherComma, v.Scaled = v.EitherDot+o.EitherDot, v.EitherComma+o.EitherComma, v.Scaled+o.Scaled
	v.SampleID, v.SampleEN = least(v.SampleID, o.SampleID), least(v.SampleEN, o.SampleEN)
	v.SampleEitherDot, v.SampleComma = least(v.SampleEitherDot, o.SampleEitherDot), least(v.SampleComma, o.SampleComma)
}

// Style is the decision: the style, whether it is proven, and a cell that
// shows why. Where one style has fifty times the proofs of the other, the few
// are slips of single cells; otherwise contradicting proofs decide nothing.
// Cells that fit both styles decide nothing by themselves either, unless the
// column holds whole numbers or rupiah: then the separator can only group. Beside
// a unit ("1.500 juta") it may be a point even there.
func (v *NumberSurvey) Style(whole bool) (st NumberStyle, sure bool, evidence string) {
	whole = whole && v.Scaled == 0
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
