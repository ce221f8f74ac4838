package layout

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// day reads a date, with its time where the cell has one. A range of days of one
// month is its first day.
func (r *reader) day(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	d, err := r.date(s, c)
	if err == nil && d.Year <= zeroYear {
		return v, false, "" // a program's day zero: 1900-01-01, 0001-01-01
	}
	if err == nil && d.Year < firstYear {
		err = locale.ErrRange
	}
	switch {
	case err == nil:
	case locale.IsNotYet(s):
		return v, false, ""
	case r.order == locale.OrderUnknown && errors.Is(err, locale.ErrSyntax) && orderMissing(s):
		return v, false, cmp.Or(r.why, reject.AmbiguousDate)
	case errors.Is(err, locale.ErrAmbiguous):
		return v, false, cmp.Or(r.why, reject.AmbiguousDate)
	default:
		return v, false, reject.BadDate
	}
	if r.to != 0 && !r.near(d.Year) || r.slips(d) {
		return v, false, reject.LonelyYear
	}
	return value{day: record.DayOf(d.Year, d.Month, d.Day), sec: d.Sec}, true, ""
}

// firstYear is the first year that dates of an office's tables may be of;
// earlier ones are days that programs count from.
const firstYear = 1950

// zeroYear is the last year of the days from which programs count: a day of it
// stands for none.
const zeroYear = 1900

// slips reports a day of the month that its table is said to be of, in another
// year; or, where only the year is said, one of the first weeks of the year
// before: in January hands still write the old year.
func (r *reader) slips(d locale.Date) bool {
	switch {
	case r.slipYear == 0 || d.Year == r.slipYear:
		return false
	case r.slipMonth != 0:
		return d.Month == r.slipMonth
	}
	return d.Year == r.slipYear-1 && d.Month == 1
}

// near reports a year that dates of the column may be of. Where not every row
// was seen beforehand, the years grow with the rows.
func (r *reader) near(year int) bool {
	switch {
	case year >= r.from && year <= r.to:
	case !r.widen || year < r.from-locale.LonelyGap || year > r.to+locale.LonelyGap:
		return false
	default:
		r.from, r.to = min(r.from, year), max(r.to, year)
	}
	return true
}

// date reads a date in the forms that its column allows.
func (r *reader) date(s string, c *grid.Cell) (locale.Date, error) {
	if r.inMonth != 0 && len(s) <= 2 { // the day of the month that the title names
		if n, err := strconv.Atoi(s); err == nil && n >= 1 {
			d, err := locale.ParseDate(fmt.Sprintf("%04d-%02d-%02d", r.inYear, r.inMonth, n), locale.YMD)
			d.Sec = -1
			return d, err
		}
	}
	if c.Kind == grid.Number {
		return r.numberDate(s)
	}
	d, err := locale.ParseDate(s, r.order)
	if err == nil {
		return r.settle(d, s, c), nil
	}
	if locale.IsSerial(s) {
		return r.numberDate(strings.Replace(s, ",", ".", 1))
	}
	if e, epochErr := locale.ParseEpoch(s); epochErr == nil {
		return r.local(e), nil
	}
	if !errors.Is(err, locale.ErrSyntax) || !r.grain {
		return d, err
	}
	if monthOnly(s) {
		if y, m, ok := locale.ParsePeriodMonth(s); ok {
			return locale.Date{Year: y, Month: m, Day: 1, Sec: -1}, nil
		}
	}
	if r.inYear != 0 && letters(s) { // "04 Jan" under a year
		if e, yearErr := locale.ParseDate(s+" "+strconv.Itoa(r.inYear), locale.DMY); yearErr == nil {
			return e, nil
		}
	}
	if from, to, rangeErr := locale.ParseDays(s, r.order); rangeErr == nil {
		if from.Year != to.Year || from.Month != to.Month {
			return d, locale.ErrRange
		}
		return from, nil
	}
	return d, err
}

// settle moves a date of UTC to the office's own, and puts day and month back
// that a spreadsheet exchanged.
func (r *reader) settle(d locale.Date, s string, c *grid.Cell) locale.Date {
	if d.UTC && c.Kind != grid.ISODate || r.naive { // workbooks put the mark of UTC behind times of no zone
		d = r.local(d)
	}
	if r.exchanged && (c.Kind == grid.ISODate || len(s) > 4 && s[4] == '-') {
		return exchange(d)
	}
	return d
}

// local is a time of UTC in the office's zone.
func (r *reader) local(d locale.Date) locale.Date {
	if r.ahead == 0 || d.Sec < 0 {
		return d
	}
	return d.Add(r.ahead)
}

func exchange(d locale.Date) locale.Date {
	if d.Day <= 12 {
		d.Day, d.Month = d.Month, d.Day
	}
	return d
}

// numberDate reads a date that is a number: the days of a spreadsheet, or year,
// month and day without marks.
func (r *reader) numberDate(s string) (locale.Date, error) {
	if len(s) == 8 && locale.Digits(s) {
		return locale.ParseDate(s, r.order)
	}
	if d, err := locale.ParseEpoch(s); err == nil {
		return r.local(d), nil
	}
	d, err := locale.ParseSerial(s, r.date1904)
	switch {
	case err != nil:
		return d, err
	case d.Year < firstYear || d.Year > 2100:
		return d, locale.ErrRange
	case r.doubted && d.Day <= 12 && d.Day != d.Month:
		return d, locale.ErrAmbiguous
	case r.exchanged:
		d = exchange(d)
	}
	return d, nil
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

// clock reads a time of day, with its date where the cell has one.
func (r *reader) clock(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	v, err := r.time(s, c)
	switch {
	case err == nil && v.sec == 0 && r.form.NoZero:
		return v, false, ""
	case err == nil && r.twelve && v.sec >= 3600 && v.sec < 6*3600 && s[len(s)-1] <= '9':
		v.sec += 12 * 3600
		return v, true, ""
	case err == nil:
		return v, true, ""
	case locale.IsNotYet(s):
		return v, false, ""
	case errors.Is(err, locale.ErrAmbiguous):
		return v, false, cmp.Or(r.why, reject.AmbiguousTime)
	}
	return v, false, reject.BadTime
}

func (r *reader) time(s string, c *grid.Cell) (v value, err error) {
	if c.Kind == grid.Number {
		return r.numberTime(s, c)
	}
	sec, utc, err := r.form.Clock(s)
	if err == nil {
		if utc || r.naive {
			sec = (sec + r.ahead) % 86400
		}
		return value{sec: sec}, nil
	}
	d, dateErr := locale.ParseDate(s, r.order)
	if dateErr == nil && d.Sec >= 0 {
		d = r.settle(d, s, c)
		if v.sec = d.Sec; d.Year >= firstYear { // before, a spreadsheet's day zero
			v.day = record.DayOf(d.Year, d.Month, d.Day)
		}
		return v, nil
	}
	if e, epochErr := locale.ParseEpoch(s); epochErr == nil {
		e = r.local(e)
		return value{sec: e.Sec, day: record.DayOf(e.Year, e.Month, e.Day)}, nil
	}
	if locale.IsSerial(s) && len(s) > 5 {
		sec, err = locale.ParseFraction(s)
		return value{sec: sec}, err
	}
	return v, err
}

// numberTime reads a time that is a number: a fraction of a day, with the days
// before it or without, or what a person typed with a point.
func (r *reader) numberTime(s string, c *grid.Cell) (v value, err error) {
	if e, epochErr := locale.ParseEpoch(s); epochErr == nil {
		e = r.local(e)
		return value{sec: e.Sec, day: record.DayOf(e.Year, e.Month, e.Day)}, nil
	}
	shown := c.Look == grid.Time || c.Look == grid.Date || c.Look == grid.Span
	if !shown {
		v.sec, err = r.form.Number(s)
		return v, err
	}
	if d, serialErr := locale.ParseSerial(s, r.date1904); serialErr == nil && d.Year >= firstYear && d.Year <= 2100 {
		if r.exchanged {
			d = exchange(d)
		}
		v.day = record.DayOf(d.Year, d.Month, d.Day)
	}
	v.sec, err = locale.ParseFraction(s)
	return v, err
}

// span reads the hours of a slot; where only its start is written, it ends where
// the next begins, after an hour at the latest.
func (r *reader) span(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	if c.Kind != grid.Number {
		if from, to, err := locale.ParseClockRange(s); err == nil {
			return value{sec: from, end: to}, true, ""
		}
	}
	if v, ok, code = r.clock(s, c); ok {
		v.end = min(v.sec+r.form.Slot, 86400)
	}
	return v, ok, code
}

// month reads a month, with its year where the cell says it.
func (r *reader) month(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	if c.Kind == grid.Number && (c.Look == grid.Date || locale.IsSerial(s)) {
		d, err := r.numberDate(s)
		return value{n: int64(d.Month), year: d.Year}, err == nil, codeIf(err != nil, reject.BadDate)
	}
	if r.part != 0 {
		n, ok := partNumber(s)
		if ok = ok && n*r.part <= 12; ok {
			return value{n: int64(n * r.part)}, true, ""
		}
		return v, false, codeIf(!locale.IsNotYet(s), reject.BadDate)
	}
	y, m, known := locale.ParseMonthCell(s, r.order)
	if !known && locale.IsSerial(s) {
		d, err := r.numberDate(s)
		y, m, known = d.Year, d.Month, err == nil
	}
	if !known && r.roman {
		m, known = locale.Roman(s)
	}
	if !known && locale.IsNotYet(s) {
		return v, false, ""
	}
	return value{n: int64(m), year: y}, known, codeIf(!known, reject.BadDate)
}
