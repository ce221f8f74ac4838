package locale

import (
	"math/bits"
	"strings"
	"time"
)

// DateSurvey decides the order of a column of dates. The zero value is ready.
type DateSurvey struct {
	// Cells that only one order fits, or whose day of the week does; that have
	// the year first; that fit both orders; whose month is a name.
	DMY, MDY, YMD, Either, Named int64
	SampleDMY, SampleMDY         string
	SampleEither                 string
	// Months of the cells that fit both orders, under each: bit m is month m.
	MonthsDMY, MonthsMDY uint16

	first, second constant // the parts of day and month over all such cells
	run           [2]run   // the dates one after the other, day first and month first
	low           int64    // texts whose day may have been a month: both parts up to 12
	texts         uint16   // months of the cells that one order alone fits
	cells, high   int64    // dates that the file itself typed; those after the 12th
	cellMonths    uint16   // their months, and their days up to 12, as they stand
	cellDays      uint16
	years         *Years
	shorts        shorts
	hours         [24]int64 // dates with a time that is said to be in UTC, by hour
}

// constant tells whether a number is always the same.
type constant struct {
	n     int
	mixed bool
}

func (c *constant) see(n int) {
	c.mixed = c.mixed || c.n != 0 && c.n != n
	c.n = n
}

// run counts how often dates that follow one another go up and down.
type run struct{ last, up, down int }

func (r *run) see(y, m, d int) {
	at := (y*12+m)*31 + d
	switch {
	case r.last == 0:
	case at > r.last:
		r.up++
	case at < r.last:
		r.down++
	}
	r.last = at
}

// AddStamp observes a cell of a clock column, where only a date with a time
// after it says something: 13.01.42 alone is a time.
func (v *DateSurvey) AddStamp(s string) {
	if len(s) < 10 {
		return
	}
	if _, rest, ok := parts(s); ok && rest != "" && digit(rest[0]) {
		v.Add(s)
	}
}

// Add observes one text cell.
func (v *DateSurvey) Add(s string) {
	f, rest, ok := parts(s)
	if !ok {
		v.odd(s)
		return
	}
	if rest != "" {
		if c, err := parseClock(rest); err == nil && c.utc {
			v.hours[c.sec/3600%24]++
		}
	}
	v.shorts.see(f)
	a, okA := small(f[0])
	b, okB := small(f[1])
	switch {
	case len(f[0]) == 4 && okA:
		v.YMD++
		d, _ := small(f[2])
		if v.year(f[0]) && okB {
			v.typed(a, b, d)
		}
	case named(f[0]) || named(f[1]):
		v.Named++
		v.year(f[2])
	case !okA || !okB || a < 1 || b < 1 || a > 31 || b > 31:
	default:
		y, okY := year(f[2])
		if okY && v.year(f[2]) {
			v.parts(s, a, b, y)
		}
	}
}

// parts observes the two parts of day and month.
func (v *DateSurvey) parts(s string, a, b, y int) {
	v.first.see(a)
	v.second.see(b)
	if a <= 12 && b <= 12 {
		v.low++
	}
	if a <= 31 && b <= 12 {
		v.run[0].see(y, b, a)
	}
	if b <= 31 && a <= 12 {
		v.run[1].see(y, a, b)
	}
	dmy, mdy := b <= 12, a <= 12
	if dmy && mdy && a != b {
		dmy, mdy = weekdayFits(s, a, b, y)
	}
	switch {
	case dmy && !mdy:
		v.DMY++
		v.SampleDMY = least(v.SampleDMY, s)
		v.texts |= 1 << b
	case mdy && !dmy:
		v.MDY++
		v.SampleMDY = least(v.SampleMDY, s)
		v.texts |= 1 << a
	case dmy && a != b:
		v.Either++
		v.SampleEither = least(v.SampleEither, s)
		v.MonthsDMY |= 1 << b
		v.MonthsMDY |= 1 << a
	}
}

// weekdayFits reports under which orders the named day of the week is the
// date's own; both where none is named or it fits neither.
func weekdayFits(s string, a, b, y int) (dmy, mdy bool) {
	s = strings.TrimSpace(s)
	_, want, named := cutWeekday(s)
	if !named {
		return true, true
	}
	dmy = time.Date(y, time.Month(b), a, 0, 0, 0, 0, time.UTC).Weekday() == want
	mdy = time.Date(y, time.Month(a), b, 0, 0, 0, 0, time.UTC).Weekday() == want
	if !dmy && !mdy {
		return true, true
	}
	return dmy, mdy
}

// odd observes what is no date of three parts: a serial number, digits alone.
func (v *DateSurvey) odd(s string) {
	s = strings.TrimSpace(s)
	switch {
	case s == "" || !digit(s[0]):
	case IsSerial(s):
		v.AddSerial(strings.Replace(s, ",", ".", 1), false)
	default:
		if d, err := ParseEpoch(s); err == nil {
			v.count(d.Year)
			v.hours[d.Sec/3600]++
		} else if d, err := oddDate(s); err == nil {
			v.YMD++
			v.count(d.Year)
		}
	}
}

// AddSerial observes a date that the file holds as a number of days.
func (v *DateSurvey) AddSerial(s string, date1904 bool) {
	if d, err := ParseSerial(s, date1904); err == nil && d.Year >= 1900 {
		v.count(d.Year)
		v.typed(d.Year, d.Month, d.Day)
	}
}

// typed observes a date of which the file itself says what is day and month.
func (v *DateSurvey) typed(y, m, d int) {
	if m < 1 || m > 12 || d < 1 {
		return
	}
	v.cells++
	v.cellMonths |= 1 << m
	if d > 12 {
		v.high++
	} else {
		v.cellDays |= 1 << d
	}
	v.run[0].see(y, m, d)
	v.run[1].see(y, m, d)
}

func (v *DateSurvey) year(s string) bool {
	y, ok := year(s)
	if ok {
		v.count(y)
	}
	return ok
}

func (v *DateSurvey) count(y int) {
	if v.years == nil {
		v.years = new(Years)
	}
	v.years.Add(y)
}

// Years are the years of the observed dates; nil when there were none.
func (v *DateSurvey) Years() *Years { return v.years }

// few is how many dates that fit both orders one proof outweighs; among more,
// a single cell may be a slip.
const few = 8

// Order is the decision: the order, whether it is proven, and a cell that
// shows why. OrderUnknown, with a cell, means that the column cannot decide:
// nothing proves an order, or too few cells do.
func (v *DateSurvey) Order() (o DateOrder, sure bool, evidence string) {
	most, least, o, evidence := v.DMY, v.MDY, DMY, v.SampleDMY
	if v.MDY > v.DMY {
		most, least, o, evidence = v.MDY, v.DMY, MDY, v.SampleMDY
	}
	switch {
	case v.Mixed():
		return OrderUnknown, false, v.SampleDMY + " / " + v.SampleMDY
	case most >= 2+least && most*rare >= v.Either, most > 0 && v.Either <= few:
		return o, true, evidence
	case v.Either > 0:
		return OrderUnknown, false, v.SampleEither
	case v.YMD > 0:
		return YMD, true, ""
	}
	return DMY, true, ""
}

// Mixed reports proofs of both orders, none of them so rare that they are slips
// of single cells.
func (v *DateSurvey) Mixed() bool {
	most, least := max(v.DMY, v.MDY), min(v.DMY, v.MDY)
	return least > 0 && least*20 > most && (least > 1 || most < few)
}

// Hint is the order that too few cells prove, with one of them.
func (v *DateSurvey) Hint() (DateOrder, string) {
	switch {
	case v.DMY > v.MDY:
		return DMY, v.SampleDMY
	case v.MDY > v.DMY:
		return MDY, v.SampleMDY
	}
	return OrderUnknown, ""
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

// Run gives the only order under which the dates follow one another; ok is
// false when they do under both or neither.
func (v *DateSurvey) Run() (o DateOrder, ok bool) {
	steady := func(r run) bool { return r.up+r.down >= 4 && r.down*20 <= r.up }
	wild := func(r run) bool { return r.down >= 2 && r.down*8 >= r.up }
	switch {
	case steady(v.run[0]) && wild(v.run[1]):
		return DMY, true
	case steady(v.run[1]) && wild(v.run[0]):
		return MDY, true
	}
	return OrderUnknown, false
}

// MonthFirstDay gives the order under which every cell is the first day of a
// month, for columns of months; ok is false when both are or neither is.
func (v *DateSurvey) MonthFirstDay() (o DateOrder, ok bool) {
	dmy := !v.first.mixed && v.first.n == 1 && v.second.mixed
	mdy := !v.second.mixed && v.second.n == 1 && v.first.mixed
	switch {
	case dmy && !mdy:
		return DMY, true
	case mdy && !dmy:
		return MDY, true
	}
	return OrderUnknown, false
}

// Exchange says what a spreadsheet did to a column of texts that it took for
// dates of another order: those up to the 12th became dates with day and month
// exchanged, the others stayed texts.
type Exchange uint8

const (
	NotExchanged  Exchange = iota
	Exchanged              // the typed dates have day and month exchanged
	ExchangeDoubt          // they may have
)

// Exchanged judges the typed dates of a column beside its texts.
func (v *DateSurvey) Exchanged() Exchange {
	if v.cells == 0 || v.high > 0 || v.low > 0 || v.DMY+v.MDY == 0 || v.Mixed() || v.cellDays == v.cellMonths && bits.OnesCount16(v.cellDays) == 1 {
		return NotExchanged
	}
	asIs, turned := v.near(v.cellMonths), v.near(v.cellDays)
	switch {
	case turned && !asIs:
		return Exchanged
	case asIs && !turned:
		return NotExchanged
	case bits.OnesCount16(v.cellDays) > 4: // no day after the 12th among so many
		return Exchanged
	}
	return ExchangeDoubt
}

// near reports months that are those of the texts, or next to them.
func (v *DateSurvey) near(months uint16) bool {
	around := v.texts | v.texts<<1 | v.texts>>1
	if v.texts&(1<<12) != 0 {
		around |= 1 << 1
	}
	if v.texts&(1<<1) != 0 {
		around |= 1 << 12
	}
	return months&^around == 0
}

// LocalMidnight gives the hours that the office's time is ahead of UTC where
// every date is a midnight of the office told in UTC: 17:00 of the day before in
// western Indonesia.
func (v *DateSurvey) LocalMidnight() (ahead int32, ok bool) {
	for h, n := range v.hours {
		if n == 0 {
			continue
		}
		if ok || h < 15 || h > 17 {
			return 0, false
		}
		ahead, ok = int32(24-h), true
	}
	return ahead, ok
}

// InUTC reports that dates with a time said to be in UTC are so: midnights of
// the office, or more hours that fit its day there than here.
func (v *DateSurvey) InUTC() bool {
	if _, ok := v.LocalMidnight(); ok {
		return true
	}
	var own, utc int64
	for h, n := range v.hours {
		if h >= 7 && h < 17 {
			own += n
		}
		if h > 0 && h < 10 || h >= 22 {
			utc += n
		}
	}
	return utc > 0 && utc >= own
}

// Settled reports whether more cells could still change the decision.
func (v *DateSurvey) Settled() bool {
	_, sure, _ := v.Order()
	return sure && (v.cells == 0 || v.high > 0 || v.DMY+v.MDY == 0)
}
