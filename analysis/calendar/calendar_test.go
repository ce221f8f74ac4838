package calendar

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/record"
)

func TestParsePeriod(t *testing.T) {
	for _, tc := range []struct{ in, from, to, prev, year string }{
		{"2016", "2016-01-01", "2016-12-31", "2015", "2015"},
		{"2016-12", "2016-12-01", "2016-12-31", "2016-11", "2015-12"},
		{"2016-02", "2016-02-01", "2016-02-29", "2016-01", "2015-02"},
		{"2016-T1", "2016-01-01", "2016-03-31", "2015-T4", "2015-T1"},
		{"2016-S2", "2016-07-01", "2016-12-31", "2016-S1", "2015-S2"},
		{"2016-01..2016-05", "2016-01-01", "2016-05-31", "2015-08..2015-12", "2015-01..2015-05"},
		{"2015..2016", "2015-01-01", "2016-12-31", "2013-01..2014-12", "2014-01..2015-12"},
	} {
		p, err := ParsePeriod(tc.in)
		if err != nil {
			t.Fatal(err)
		}
		if p.From.String() != tc.from || p.To.String() != tc.to || p.Prev().ID != tc.prev || p.YearAgo().ID != tc.year {
			t.Errorf("%s: %s..%s, before %s, year ago %s", tc.in, p.From, p.To, p.Prev().ID, p.YearAgo().ID)
		}
	}
	for _, bad := range []string{"", "16", "2016-13", "2016-T5", "2016-0", "2016-1", "2016-12..2016-01", "tahun"} {
		if _, err := ParsePeriod(bad); err == nil || !strings.Contains(err.Error(), "masa") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestMonthsCoverThePeriod(t *testing.T) {
	p, _ := ParsePeriod("2015..2016")
	days := 0
	for _, m := range p.Months() {
		days += m.Period().Days()
	}
	if days != p.Days() || len(p.Months()) != 24 {
		t.Errorf("%d months with %d days for %d", len(p.Months()), days, p.Days())
	}
}

func TestWorkingDays(t *testing.T) {
	// 2016-03-09 (Wednesday) was Nyepi, 2016-03-25 Good Friday.
	c := New([]record.Day{record.DayOf(2016, 3, 25), record.DayOf(2016, 3, 9)})
	if got := c.Between(record.DayOf(2016, 3, 7), record.DayOf(2016, 3, 11)); got != 3 {
		t.Errorf("Mon to Fri around a holiday: %d, want 3", got)
	}
	if got := c.In(Period{From: record.DayOf(2016, 3, 1), To: record.DayOf(2016, 3, 31)}); got != 21 {
		t.Errorf("March 2016: %d working days, want 23 weekdays - 2", got)
	}
	if got := c.Add(record.DayOf(2016, 3, 24), 1).String(); got != "2016-03-28" {
		t.Errorf("the working day after Thursday 24 March is %s", got)
	}
}

func TestAddIsInverseOfBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := record.DayOf(2016, 1, 1) + record.Day(rapid.IntRange(0, 700).Draw(t, "start"))
		n := rapid.IntRange(1, 60).Draw(t, "n")
		c := New([]record.Day{record.DayOf(2016, 7, 6), record.DayOf(2016, 7, 7), record.DayOf(2016, 12, 26)})
		if got := c.Between(start, c.Add(start, n)); got != n {
			t.Fatalf("%d working days later counts as %d", n, got)
		}
	})
}
