package layout

import (
	"cmp"
	"errors"
	"math"
	"math/bits"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
)

// number reads money, counts, decimals and durations.
func (r *reader) number(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	if r.typ == duration {
		return r.duration(s, c)
	}
	if locale.IsDash(s) {
		return v, true, "" // a printed dash is zero
	}
	d, scale, code := r.decimal(s, c)
	if code != "" {
		if locale.IsNotYet(s) && code == reject.BadNumber {
			return v, false, ""
		}
		return v, false, code
	}
	switch r.typ {
	case money:
		sen, fits := d.Scaled(2)
		if scale > 1 || !fits { // a spreadsheet's own fractions of a sen are rounded
			if sen, fits = scaled(d, max(1, scale)); !fits {
				return v, false, reject.OutOfRange
			}
		}
		if v.n = sen; r.opposite {
			v.n = -sen
		}
		if dialled(s) || sen >= mostSen || sen <= -mostSen {
			return v, false, reject.OutOfRange
		}
		return v, true, ""
	case count:
		n, whole := d.Int()
		v.n = n
		if whole && (dialled(s) || n >= mostCount) {
			return v, false, reject.OutOfRange
		}
		return v, whole, codeIf(!whole, reject.BadNumber)
	case decimal3:
		v.n = d.Rounded(3)
	default:
		v.n = d.Rounded(2)
	}
	return v, true, ""
}

// decimal reads a number with its unit: the cell's own, or else its column's.
func (r *reader) decimal(s string, c *grid.Cell) (locale.Decimal, int64, reject.Code) {
	st, scale := r.style, r.scale
	if own := lookScale(c.Look); own != 0 { // of its format, or of a unit beside it
		scale = own
	}
	if c.Kind == grid.Number {
		st = locale.StylePlain
	} else if last := s[len(s)-1]; last < '0' || last > '9' {
		bare, unit := locale.CutUnit(withoutRupiah(s))
		if unit != "" {
			own, ok := r.ownUnit(unit, s)
			if !ok {
				return locale.Decimal{}, 0, reject.BadNumber
			}
			s = bare
			if own != 0 {
				scale = own
			}
		}
	}
	d, err := locale.ParseNumber(s, st)
	switch {
	case errors.Is(err, locale.ErrAmbiguous):
		return d, 0, cmp.Or(r.why, reject.AmbiguousNumber)
	case err != nil:
		return d, 0, reject.BadNumber
	}
	return d, scale, ""
}

// ownUnit judges the word behind a number: in money a factor, in counts what is
// counted; 0 for a word that changes nothing.
func (r *reader) ownUnit(unit, s string) (scale int64, ok bool) {
	unit = strings.TrimSpace(strings.TrimRight(unit, ".,-"))
	if r.typ == money {
		return moneyWord(unit, s, r.style)
	}
	if i := strings.IndexByte(unit, ')'); i > 0 && unit[0] == '(' { // 1 (satu) orang
		unit = strings.TrimSpace(unit[i+1:])
	}
	if r.days {
		return 0, dayWords[unit]
	}
	return 0, unit == "" || countWords[unit]
}

// duration reads a length of time. A dash is none: nobody waited no time at all.
func (r *reader) duration(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	st, unit, fields := r.style, r.unit, r.fields
	if c.Kind == grid.Number {
		st, fields = locale.StylePlain, locale.FieldsUnknown // 7.30 is a number there, not a text of two fields
		switch u, known := lookUnit(c.Look); {
		case c.Look == grid.Time || c.Look == grid.Span:
			if r.typed {
				return v, false, reject.AmbiguousSpan
			}
			unit = locale.Days
		case known:
			unit = u
		default:
			if r.why == reject.AmbiguousSpan {
				return v, false, r.why
			}
		}
	}
	if r.marks != nil && r.mark(s) {
		return v, false, reject.NumericMark
	}
	n, err := locale.ParseDuration(s, unit, st, fields)
	switch {
	case errors.Is(err, locale.ErrAmbiguous):
		return v, false, cmp.Or(r.why, reject.AmbiguousSpan)
	case err != nil && locale.IsNotYet(s):
		return v, false, ""
	case err != nil:
		return v, false, reject.BadDuration
	case r.bare && bareNumber(s):
		return v, false, reject.AmbiguousSpan
	case r.longest != 0 && n > r.longest && bareNumber(s):
		return v, false, reject.OutOfRange
	}
	if c.Kind == grid.Number && (c.Look == grid.Time || c.Look == grid.Span) && r.fields == locale.MinutesSeconds {
		n = (n + 30) / 60 // 12:30 that a workbook took for half past twelve
	}
	v.n = n
	return v, true, ""
}

// bareNumber reports a number without a unit or fields.
func bareNumber(s string) bool { return strings.Trim(s, "0123456789., ") == "" && s != "0" }

// Bounds of what an office's table can state: one thousand trillion rupiah is a
// third of the state's budget, and no office counts a thousand million of
// anything. Beyond them stand numbers of persons that slipped into the column:
// a NIK has 16 digits, a NIP 18.
const (
	mostSen   = 1_000_000_000_000_000_00
	mostCount = 1_000_000_000
)

// dialled reports a number that is dialled, not counted: it begins with a zero
// and goes on for as long as a telephone number.
func dialled(s string) bool {
	if !strings.HasPrefix(s, "0") {
		return false
	}
	n := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			n++
		case c != ' ' && c != '-':
			return false
		}
	}
	return n >= 9
}

// scaled multiplies an amount by its unit, in sen, rounded half away from zero.
func scaled(d locale.Decimal, unit int64) (int64, bool) {
	neg, coef := d.Coef < 0, uint64(d.Coef)
	if neg {
		coef = -coef
	}
	over := uint64(1)
	for range d.Scale {
		over *= 10
	}
	hi, lo := bits.Mul64(coef, uint64(unit)*100)
	if hi >= over {
		return 0, false
	}
	sen, rest := bits.Div64(hi, lo, over)
	if rest >= over-rest {
		sen++
	}
	if sen > math.MaxInt64 {
		return 0, false
	}
	if neg {
		return -int64(sen), true
	}
	return int64(sen), true
}
