package locale

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/text"
)

func TestNumbers(t *testing.T) {
	for _, tc := range []struct {
		in   string
		st   NumberStyle
		want string
	}{
		{"1.234.567", StyleID, "1234567"}, {"1.234.567,89", StyleID, "1234567.89"}, {"Rp1.234.567", StyleID, "1234567"}, {"Rp. 355.000,-", StyleID, "355000"},
		{"IDR 355000", StyleID, "355000"}, {"(1.234)", StyleID, "-1234"}, {"-1.234,5", StyleID, "-1234.5"}, {"0,125", StyleID, "0.125"}, {"10.701.893.800,00", StyleID, "10701893800"},
		{"1,234.5", StyleEN, "1234.5"}, {"1234.5", StylePlain, "1234.5"}, {"1.5E-2", StylePlain, "0.015"}, {"0,00", StyleID, "0"}, {"−5", StyleID, "-5"}, {"010", StyleID, "10"},
	} {
		d, err := ParseNumber(tc.in, tc.st)
		if err != nil || d.Rat().RatString() != mustRat(tc.want) {
			t.Errorf("%q: %v, %v; want %s", tc.in, d, err, tc.want)
		}
	}
	for _, tc := range []struct {
		in string
		st NumberStyle
	}{{"1.23.456", StyleID}, {"1.2345", StyleID}, {"12,5,6", StyleID}, {"abc", StyleID}, {"", StyleID}, {"1.", StyleID}, {"#N/A", StyleID}, {"1 juta", StyleID}, {"99999999999999999999", StylePlain}} {
		if d, err := ParseNumber(tc.in, tc.st); err == nil {
			t.Errorf("%q read as %v", tc.in, d)
		}
	}
}

func mustRat(s string) string {
	d, _ := ParseNumber(s, StylePlain)
	return d.Rat().RatString()
}

func TestNumberStyleIsDecidedFromTheColumn(t *testing.T) {
	for _, tc := range []struct {
		cells string
		whole bool
		st    NumberStyle
		sure  bool
	}{
		{"1.234 5.678", false, StyleUnknown, false}, {"1.234 5.678", true, StyleID, true},
		{"1,234 5,678", false, StyleUnknown, false}, {"1,234 5,678", true, StyleEN, true}, {"1.234 1,234", true, StyleUnknown, false},
		{"1.234 1.234.567", false, StyleID, true}, {"1.234 12,5", false, StyleID, true}, {"1,234.5 7", false, StyleEN, true},
		{"1234 99", false, StylePlain, true}, {"1.234,5 1,234.5", false, StyleUnknown, false}, {"3.5 4.25", false, StyleEN, true}, {"", false, StylePlain, true},
		{strings.Repeat("0,5 ", 60) + "7.5", false, StyleID, true}, // one slip among sixty
	} {
		var v NumberSurvey
		for _, c := range strings.Fields(tc.cells) {
			v.Add(c)
		}
		if st, sure, _ := v.Style(tc.whole); st != tc.st || sure != tc.sure {
			t.Errorf("%s: style %d sure %v", tc.cells, st, sure)
		}
	}
	for in, want := range map[string]error{"1.234": ErrAmbiguous, "1,5": ErrAmbiguous, "1234": nil} {
		if _, err := ParseNumber(in, StyleUnknown); err != want {
			t.Errorf("%s in an undecided column: %v", in, err)
		}
	}
}

func TestDates(t *testing.T) {
	for _, tc := range []struct {
		in   string
		o    DateOrder
		want string
	}{
		{"31/12/2024", DMY, "2024-12-31"}, {"31-12-2024", DMY, "2024-12-31"}, {"31 Desember 2024", OrderUnknown, "2024-12-31"}, {"31-Des-24", OrderUnknown, "2024-12-31"},
		{"2024-12-31", OrderUnknown, "2024-12-31"}, {"Senin, 2 Januari 2017", OrderUnknown, "2017-01-02"}, {"1/2/2013", MDY, "2013-01-02"}, {"26-1-17", DMY, "2017-01-26"},
		{"5 Peb 2016", DMY, "2016-02-05"}, {"9 Nop 16", DMY, "2016-11-09"}, {"January 5, 2016", DMY, "2016-01-05"}, {"01.03.2016", DMY, "2016-03-01"}, {"2016-03-01T07:30:15", DMY, "2016-03-01"},
	} {
		d, err := ParseDate(tc.in, tc.o)
		if got := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day); err != nil || got != tc.want {
			t.Errorf("%q: %s, %v; want %s", tc.in, got, err, tc.want)
		}
	}
	for _, in := range []string{"31/02/2016", "32/01/2016", "12/13/2016", "kemarin", "2016", ""} {
		if d, err := ParseDate(in, DMY); err == nil {
			t.Errorf("%q read as %v", in, d)
		}
	}
}

func TestDateOrderIsDecidedFromTheColumn(t *testing.T) {
	for _, tc := range []struct {
		cells string
		o     DateOrder
		sure  bool
	}{
		{"03/04/2016 05/06/2016", OrderUnknown, false}, {"03/04/2016 25/06/2016", DMY, true}, {"1/2/2013 1/14/2013", MDY, true}, {"2016-01-02", YMD, true}, {"13/01/2016 01/13/2016", OrderUnknown, false},
	} {
		var v DateSurvey
		for _, c := range strings.Fields(tc.cells) {
			v.Add(c)
		}
		if o, sure, _ := v.Order(); o != tc.o || sure != tc.sure {
			t.Errorf("%s: order %d sure %v", tc.cells, o, sure)
		}
	}
}

func TestClocks(t *testing.T) {
	for in, want := range map[string]int32{"07:30": 27000, "07.30": 27000, "07:30:15": 27015, "07.30 WIB": 27000, "7:30": 27000, "1:05 PM": 47100, "12:00 AM": 0, "24:00": 86400} {
		if got, err := ParseClock(in); err != nil || got != want {
			t.Errorf("%q: %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"25:00", "07:60", "7", "", "07;30", "13:00 PM", "pagi"} {
		if got, err := ParseClock(in); err == nil {
			t.Errorf("%q read as %d", in, got)
		}
	}
	for in, want := range map[string][2]int32{"1600 - 1700": {57600, 61200}, "11.50 - 11.55": {42600, 42900}, "07.00–08.00": {25200, 28800}, "2300 - 0000": {82800, 86400}} {
		if a, b, err := ParseClockRange(in); err != nil || a != want[0] || b != want[1] {
			t.Errorf("%q: %d %d %v", in, a, b, err)
		}
	}
}

func TestSerials(t *testing.T) {
	d, err := ParseSerial("42736.3125", false)
	if err != nil || d != (Date{2017, 1, 1, 27000, false}) {
		t.Errorf("%v %v", d, err)
	}
	if d, _ := ParseSerial("1", false); d != (Date{1900, 1, 1, -1, false}) {
		t.Errorf("serial 1 is %v", d)
	}
	if d, _ := ParseSerial("0", true); d != (Date{1904, 1, 1, -1, false}) {
		t.Errorf("1904 serial 0 is %v", d)
	}
	if _, err := ParseSerial("60", false); err == nil {
		t.Error("29 February 1900 was accepted")
	}
	if s, err := ParseFraction("0,3125"); err != nil || s != 27000 {
		t.Errorf("%d %v", s, err)
	}
}

func TestDurations(t *testing.T) {
	for in, want := range map[string]int64{
		"1 jam 20 menit": 4800e6, "80 menit": 4800e6, "01:20:00": 4800e6, "01.20.00": 4800e6, "5,3": 318e6, "90 detik": 90e6, "26:00:00": 93600e6,
	} {
		if got, err := ParseDuration(in, Minutes, StyleID, FieldsUnknown); err != nil || got != want {
			t.Errorf("%q: %d, %v", in, got, err)
		}
	}
	for _, tc := range []struct {
		in     string
		st     NumberStyle
		fields Fields
		want   int64
		err    error
	}{
		{"07:30", StyleID, FieldsUnknown, 0, ErrAmbiguous}, {"07.30", StyleUnknown, FieldsUnknown, 0, ErrAmbiguous},
		{"07:30", StyleID, MinutesSeconds, 450e6, nil}, {"07.30", StyleID, HoursMinutes, 27000e6, nil},
		{"7.5", StyleEN, FieldsUnknown, 450e6, nil}, {"07:61", StyleID, MinutesSeconds, 0, ErrSyntax},
	} {
		if got, err := ParseDuration(tc.in, Minutes, tc.st, tc.fields); got != tc.want || err != tc.err {
			t.Errorf("%q fields %d: %d, %v", tc.in, tc.fields, got, err)
		}
	}
	for cells, want := range map[string]bool{"07.30 08.15": true, "07.30 08.75": false, "07:30": true, "00.07.30": false, "7,5 8": false, "07:30 00:08:15": true} {
		var v SpanSurvey
		for _, c := range strings.Fields(cells) {
			v.Add(c)
		}
		if got, _ := v.Ambiguous(); got != want {
			t.Errorf("%s: ambiguous %v", cells, got)
		}
	}
}

func TestPeriods(t *testing.T) {
	for in, want := range map[string][2]int{"Januari 2016": {2016, 1}, "BULAN : JANUARI 2016": {2016, 1}, "2016-01": {2016, 1}, "01/2016": {2016, 1}, "Jan-16": {2016, 1}, "Periode Desember 2016": {2016, 12}} {
		if y, m, ok := ParsePeriodMonth(in); !ok || y != want[0] || m != want[1] {
			t.Errorf("%q: %d %d %v", in, y, m, ok)
		}
	}
	if y, ok := ParseYear("TAHUN ANGGARAN 2016"); !ok || y != 2016 {
		t.Error(y, ok)
	}
}

// TestGroupedNumbersReadBack: any amount printed the Indonesian way is read as
// the same amount.
func TestGroupedNumbersReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-1e15, 1e15).Draw(t, "n")
		s := text.Group(n, text.ID)
		d, err := ParseNumber("Rp"+s+",00", StyleID)
		if v, ok := d.Int(); n >= 0 && (err != nil || !ok || v != n) {
			t.Fatalf("Rp%s: %v %v", s, d, err)
		}
		d, err = ParseNumber(s, StyleID)
		if v, ok := d.Int(); err != nil || !ok || v != n {
			t.Fatalf("%s: %v %v", s, d, err)
		}
	})
}

func FuzzLocale(f *testing.F) {
	for _, s := range []string{"1.234,5", "31/12/2016", "07.30", "1 jam 2 menit", "Rp. (5),-", "1600 - 1700", "42736.5", "1e400", "-", "Senin, 2 Januari 2017"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, st := range []NumberStyle{StylePlain, StyleID, StyleEN} {
			if d, err := ParseNumber(s, st); err == nil && int(d.Scale) >= len(pow10) {
				t.Fatal("scale out of range")
			}
			_, _ = ParseDuration(s, Minutes, st, MinutesSeconds)
			_, _ = ParseDuration(s, Hours, st, FieldsUnknown)
		}
		for _, o := range []DateOrder{OrderUnknown, DMY, MDY, YMD} {
			if d, err := ParseDate(s, o); err == nil && (d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31) {
				t.Fatal("impossible date", d)
			}
		}
		if c, err := ParseClock(s); err == nil && (c < 0 || c > 86400) {
			t.Fatal("impossible time", c)
		}
		_, _, _ = ParseClockRange(s)
		_, _ = ParseSerial(s, false)
		_, _ = ParseFraction(s)
		_, _, _ = ParsePeriodMonth(s)
	})
}
