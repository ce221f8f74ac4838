package record

import (
	"fmt"
	"strings"
	"time"

	"rapor/ingest/text"
)

// Day is a calendar day: days since 1 January of year 1 (proleptic
// Gregorian), plus one. The zero value means "not known".
type Day int32

const unixEpochDay = 719163 // Day of 1970-01-01

// DayOf returns the Day of a civil date. The month and day may overflow and
// are then normalised as time.Date does.
func DayOf(year, month, day int) Day {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return Day(floorDiv(t.Unix(), 86400) + unixEpochDay)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Known reports whether the day is known.
func (d Day) Known() bool { return d != 0 }

// Time returns midnight UTC of the day. It must only be called on known days.
func (d Day) Time() time.Time {
	return time.Unix((int64(d)-unixEpochDay)*86400, 0).UTC()
}

// Date returns the civil date of the day.
func (d Day) Date() (year, month, day int) {
	y, m, dd := d.Time().Date()
	return y, int(m), dd
}

// Weekday returns the day of the week (Sunday = 0).
func (d Day) Weekday() time.Weekday {
	// 0001-01-01, Day 1, was a Monday in the proleptic Gregorian calendar.
	return time.Weekday((int64(d)%7 + 7) % 7)
}

// String returns the ISO form "2017-01-26", or "" when unknown.
func (d Day) String() string {
	if !d.Known() {
		return ""
	}
	y, m, dd := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// Clock is a time of day in the office's own zone: seconds since midnight,
// plus one. The zero value means "not known". Values above 86,400 are times
// after midnight of the day the row belongs to.
type Clock int32

// ClockAt returns the Clock of a time of day.
func ClockAt(hour, minute, second int) Clock {
	return Clock(hour*3600 + minute*60 + second + 1)
}

// Known reports whether the time is known.
func (c Clock) Known() bool { return c != 0 }

// Seconds returns the seconds since midnight. Only for known times.
func (c Clock) Seconds() int32 { return int32(c) - 1 }

// String returns "07:30:15", or "" when unknown.
func (c Clock) String() string {
	if !c.Known() {
		return ""
	}
	s := c.Seconds()
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// Rupiah is an amount of money in sen (1/100 rupiah), exact.
type Rupiah int64

// String writes the amount as the country does: Rp1.234.567, with sen only
// where there are any: Rp1.234.567,50.
func (r Rupiah) String() string {
	plain, minus := strings.CutPrefix(r.Plain(), "-")
	if minus {
		return "-Rp" + plain
	}
	return "Rp" + plain
}

// Plain writes the amount as a clerk does in a column of money: 1.234.567 or
// 1.234.567,50.
func (r Rupiah) Plain() string {
	s := text.Group(int64(r/100), text.ID)
	if r < 0 && r > -100 {
		s = "-" + s
	}
	if rest := r % 100; rest != 0 {
		s += fmt.Sprintf(",%02d", max(rest, -rest))
	}
	return s
}

// Amount is a Rupiah that may be missing. The zero value means "not known",
// which is not the same as zero rupiah.
type Amount struct {
	Sen   Rupiah
	Known bool
}

// Sen returns a known Amount.
func Sen(sen int64) Amount { return Amount{Rupiah(sen), true} }

// Tri is yes, no, not known (the zero value), or unread: something was said, and
// it is not understood.
type Tri int8

const (
	Unknown Tri = 0
	Yes     Tri = 1
	No      Tri = -1
	Unread  Tri = 2
)

// Duration is a span in microseconds that may be missing; the zero value
// means "not known". It is exact to the microsecond, because exported means
// ("5,333333 menit") are not whole seconds.
type Duration struct {
	Micros int64
	Known  bool
}
