// Package calendar knows periods, months, fiscal quarters and working days.
// It is a leaf over record.Day: no clock, no locale, no data.
package calendar

import (
	"fmt"
	"strconv"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/text"
)

// Period is an inclusive span of days. ID is how it was asked for:
// "2016", "2016-12", "2016-T4", "2016-S1" or "2016-01..2016-06".
type Period struct {
	ID       string
	From, To record.Day
}

// Contains reports whether a known day lies in the period.
func (p Period) Contains(d record.Day) bool { return d >= p.From && d <= p.To }

// Days is the length of the period in days.
func (p Period) Days() int { return int(p.To-p.From) + 1 }

// maxYears bounds a period: of every month in it each indicator has a point.
const maxYears = 20

// ParsePeriod reads a period id. The error says which forms are known.
func ParsePeriod(s string) (Period, error) {
	s = strings.ToUpper(strings.TrimSpace(s))
	if a, b, ok := strings.Cut(s, ".."); ok {
		from, err := ParsePeriod(a)
		if err != nil {
			return Period{}, err
		}
		to, err := ParsePeriod(b)
		if err != nil {
			return Period{}, err
		}
		if to.To < from.From {
			return Period{}, text.Errorf("masa %q berakhir sebelum mulai", "the period %q ends before it starts", s)
		}
		if days := int(to.To-from.From) + 1; days > 366*maxYears {
			return Period{}, text.Errorf("masa %q lebih dari %d tahun", "the period %q is longer than %d years", s, maxYears)
		}
		return Period{ID: from.ID + ".." + to.ID, From: from.From, To: to.To}, nil
	}
	year, rest, _ := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 || y < 1900 || y > 2200 {
		return Period{}, unknownPeriod(s)
	}
	first, months, ok := part(rest)
	if !ok {
		return Period{}, unknownPeriod(s)
	}
	return Period{ID: s, From: record.DayOf(y, first, 1), To: record.DayOf(y, first+months, 1) - 1}, nil
}

func unknownPeriod(s string) error {
	return text.Errorf("masa %q tidak dikenal; tulis 2016, 2016-12, 2016-T4, 2016-S1 atau 2016-01..2016-12",
		"the period %q is not known; write 2016, 2016-12, 2016-T4, 2016-S1 or 2016-01..2016-12", s)
}

// part reads what follows the year: nothing, a month, T1..T4 or S1..S2.
func part(s string) (first, months int, ok bool) {
	if s == "" {
		return 1, 12, true
	}
	n, err := strconv.Atoi(strings.TrimLeft(s, "TSQ"))
	if err != nil {
		return 0, 0, false
	}
	switch s[0] {
	case 'T', 'Q':
		return 3*n - 2, 3, n >= 1 && n <= 4
	case 'S':
		return 6*n - 5, 6, n >= 1 && n <= 2
	}
	return n, 1, n >= 1 && n <= 12 && len(s) == 2
}

// months is the number of whole calendar months the period covers, 0 when it
// does not start and end at month borders.
func (p Period) months() int {
	fy, fm, fd := p.From.Date()
	ty, tm, td := (p.To + 1).Date()
	if fd != 1 || td != 1 {
		return 0
	}
	return (ty-fy)*12 + tm - fm
}

// shift moves the period by whole months and names it anew.
func (p Period) shift(by int) Period {
	fy, fm, _ := p.From.Date()
	n := p.months()
	q := Period{From: record.DayOf(fy, fm+by, 1), To: record.DayOf(fy, fm+by+n, 1) - 1}
	q.ID = name(q)
	return q
}

// name gives the shortest id of a span of whole months.
func name(p Period) string {
	y, m, _ := p.From.Date()
	switch n := p.months(); {
	case n == 12 && m == 1:
		return fmt.Sprintf("%04d", y)
	case n == 6 && m%6 == 1:
		return fmt.Sprintf("%04d-S%d", y, m/6+1)
	case n == 3 && m%3 == 1:
		return fmt.Sprintf("%04d-T%d", y, m/3+1)
	case n == 1:
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	ty, tm, _ := p.To.Date()
	return fmt.Sprintf("%04d-%02d..%04d-%02d", y, m, ty, tm)
}

// Prev is the period of the same length just before.
func (p Period) Prev() Period { return p.shift(-p.months()) }

// YearAgo is the same period twelve months earlier.
func (p Period) YearAgo() Period { return p.shift(-12) }

// Month is a calendar month.
type Month struct{ Year, Month int }

// MonthOf is the month a known day lies in.
func MonthOf(d record.Day) Month {
	y, m, _ := d.Date()
	return Month{y, m}
}

// First is the first day of the month.
func (m Month) First() record.Day { return record.DayOf(m.Year, m.Month, 1) }

// Last is the last day of the month.
func (m Month) Last() record.Day { return record.DayOf(m.Year, m.Month+1, 1) - 1 }

// ID is "2016-07".
func (m Month) ID() string { return fmt.Sprintf("%04d-%02d", m.Year, m.Month) }

// Period is the month as a period.
func (m Month) Period() Period { return Period{m.ID(), m.First(), m.Last()} }

// Months lists the months the period touches.
func (p Period) Months() []Month {
	var out []Month
	for d := p.From; d <= p.To; {
		m := MonthOf(d)
		out = append(out, m)
		d = m.Last() + 1
	}
	return out
}

// Year is the fiscal year of the period: that of its last day.
func (p Period) Year() int {
	y, _, _ := p.To.Date()
	return y
}
