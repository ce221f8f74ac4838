package layout

import (
	"cmp"
	"errors"
	"math/big"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// typ is what the values of a field are.
type typ uint8

const (
	free      typ = iota
	day           // date, or date and time
	clock         // time of day
	clockSpan     // "07.00-08.00"
	duration
	money
	count
	decimal2 // hundredths
	decimal3 // thousandths
	month
	year
	yesNo
	hashed // personal: only a salted hash is kept
)

// value is one parsed cell.
type value struct {
	text     string
	n        int64
	day      record.Day
	sec, end int32
	hash     uint64
}

// reader parses the cells of one column, with the decisions made for it.
type reader struct {
	typ      typ
	style    locale.NumberStyle
	order    locale.DateOrder
	date1904 bool
	unit     locale.Unit
	fields   locale.Fields // what "07:30" means in a duration
	why      reject.Code   // what kept the column from being decided
	scale    int64         // money: factor of the unit (miliar ...)
	grain    bool          // day: "Januari 2016" is allowed
	salt     []byte
	words    map[string]string // interned texts
	years    map[string]int    // month: the years that its cells state
	lost     bool              // a cut identifier was reported
}

// parse reads one cell. ok is false for an empty cell; a code other than ""
// says why a filled one cannot be read.
func (r *reader) parse(c *grid.Cell) (v value, ok bool, code reject.Code) {
	switch c.Kind {
	case grid.Error:
		return v, false, reject.ErrorCell
	case grid.Empty:
		if c.Formula {
			return v, false, reject.NoCachedValue
		}
		return v, false, ""
	}
	s := strings.TrimSpace(c.Text)
	if s == "" {
		return v, false, ""
	}
	if strings.HasPrefix(s, "#") && (s == "#N/A" || s == "#REF!" || s == "#DIV/0!" || s == "#VALUE!" || s == "#NAME?") {
		return v, false, reject.ErrorCell
	}
	switch r.typ {
	case free:
		if c.Kind == grid.Number && c.Look == grid.Percent {
			s = percent(s)
		}
		v.text = r.intern(s)
		return v, true, ""
	case hashed:
		v.hash = hash(r.salt, s)
		return v, true, ""
	case day:
		return r.day(s, c)
	case clock:
		return r.clock(s, c)
	case clockSpan:
		from, to, err := locale.ParseClockRange(s)
		if err != nil {
			return r.clock(s, c)
		}
		v.sec, v.end = from, to
		return v, true, ""
	case yesNo:
		yes, known := locale.ParseYesNo(s)
		if !known {
			return v, false, reject.UnknownWord
		}
		if yes {
			v.n = 1
		}
		return v, true, ""
	case month:
		m, known := locale.ParseMonth(s)
		if _, mm, both := locale.ParsePeriodMonth(s); both {
			m, known = mm, true
		}
		v.n = int64(m)
		return v, known, codeIf(!known, reject.BadDate)
	case year:
		y, known := locale.ParseYear(s)
		v.n = int64(y)
		return v, known, codeIf(!known, reject.BadDate)
	}
	return r.number(s, c)
}

func codeIf(bad bool, c reject.Code) reject.Code {
	if bad {
		return c
	}
	return ""
}

func (r *reader) intern(s string) string {
	if w, ok := r.words[s]; ok {
		return w
	}
	if r.words == nil || len(r.words) > 4096 {
		r.words = map[string]string{}
	}
	s = strings.Clone(s) // the cell lies within its whole line, which must not be kept
	w := strings.Join(strings.Fields(s), " ")
	r.words[s] = w
	return w
}

func (r *reader) day(s string, c *grid.Cell) (value, bool, reject.Code) {
	var d locale.Date
	var err error
	if c.Kind == grid.Number {
		d, err = locale.ParseSerial(s, r.date1904)
		if err == nil && (d.Year < 1950 || d.Year > 2100) {
			err = locale.ErrRange
		}
	} else {
		d, err = locale.ParseDate(s, r.order)
		if errors.Is(err, locale.ErrSyntax) && r.grain && monthOnly(s) {
			if y, m, ok := locale.ParsePeriodMonth(s); ok {
				d, err = locale.Date{Year: y, Month: m, Day: 1, Sec: -1}, nil
			}
		}
	}
	if r.order == locale.OrderUnknown && errors.Is(err, locale.ErrSyntax) && orderMissing(s) {
		return value{}, false, cmp.Or(r.why, reject.AmbiguousDate)
	}
	if err != nil {
		return value{}, false, reject.BadDate
	}
	return value{day: record.DayOf(d.Year, d.Month, d.Day), sec: d.Sec}, true, ""
}

// percent writes a number that its workbook shows as a percentage the way it is
// shown, exactly: 0.34 is 34%.
func percent(raw string) string {
	v, ok := new(big.Rat).SetString(raw)
	if !ok {
		return raw
	}
	v.Mul(v, big.NewRat(100, 1))
	if v.IsInt() {
		return v.Num().String() + "%"
	}
	return strings.TrimRight(v.FloatString(15), "0") + "%"
}

// orderMissing reports a date that some order of day and month would read.
func orderMissing(s string) bool {
	_, dmy := locale.ParseDate(s, locale.DMY)
	_, mdy := locale.ParseDate(s, locale.MDY)
	return dmy == nil || mdy == nil
}

// monthOnly reports a text of two parts, such as "Januari 2016": a date with an
// impossible day must never pass for its month.
func monthOnly(s string) bool {
	return len(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" /-.:,", c) })) == 2
}

func (r *reader) clock(s string, c *grid.Cell) (value, bool, reject.Code) {
	if c.Kind == grid.Number {
		sec, err := locale.ParseFraction(s)
		return value{sec: sec}, err == nil, codeIf(err != nil, reject.BadTime)
	}
	if sec, err := locale.ParseClock(s); err == nil {
		return value{sec: sec}, true, ""
	}
	if d, err := locale.ParseDate(s, r.order); err == nil && d.Sec >= 0 {
		return value{sec: d.Sec, day: record.DayOf(d.Year, d.Month, d.Day)}, true, ""
	}
	if strings.HasPrefix(s, "0,") {
		if sec, err := locale.ParseFraction(s); err == nil {
			return value{sec: sec}, true, ""
		}
	}
	return value{}, false, reject.BadTime
}

// number reads money, counts, decimals and durations.
func (r *reader) number(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	st := r.style
	if c.Kind == grid.Number {
		st = locale.StylePlain
	}
	if locale.IsDash(s) {
		return v, true, "" // a printed dash is zero
	}
	if r.typ == duration {
		if c.Kind == grid.Number && (c.Look == grid.Time || c.Look == grid.Span) {
			d, err := locale.ParseDuration(s, locale.Hours, st, locale.FieldsUnknown)
			v.n = d * 24
			return v, err == nil, codeIf(err != nil, reject.BadDuration)
		}
		fields := r.fields
		if c.Kind == grid.Number {
			fields = locale.FieldsUnknown // 7.30 is a number there, not a text of two fields
		}
		n, err := locale.ParseDuration(s, r.unit, st, fields)
		v.n = n
		if errors.Is(err, locale.ErrAmbiguous) {
			return v, false, cmp.Or(r.why, reject.AmbiguousSpan)
		}
		return v, err == nil, codeIf(err != nil, reject.BadDuration)
	}
	d, err := locale.ParseNumber(s, st)
	switch {
	case errors.Is(err, locale.ErrAmbiguous):
		return v, false, cmp.Or(r.why, reject.AmbiguousNumber)
	case err != nil:
		return v, false, reject.BadNumber
	}
	switch r.typ {
	case money:
		sen, fits := d.Scaled(2)
		if r.scale > 1 {
			if sen, fits = scaled(d, r.scale); !fits {
				return v, false, reject.OutOfRange
			}
		} else if !fits {
			sen = d.Rounded(2) // a spreadsheet's own fractions of a sen
		}
		v.n = sen
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

// scaled multiplies an amount by its unit, in sen.
func scaled(d locale.Decimal, unit int64) (int64, bool) {
	sen := d.Rounded(11) // hundredths of a billionth: exact for what is printed
	whole := sen / 1_000_000_000
	rest := sen % 1_000_000_000
	v := whole*unit + rest*unit/1_000_000_000
	return v, whole == 0 || v/unit == whole
}

// hash is FNV-1a over the salt and the folded text: the same person in two
// files of one run meets, and nobody can be read back without the salt.
func hash(salt []byte, s string) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range salt {
		h = (h ^ uint64(b)) * 1099511628211
	}
	for _, b := range []byte(fold(s)) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h | 1
}
