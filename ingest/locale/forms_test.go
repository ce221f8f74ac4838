package locale

import (
	"fmt"
	"strings"
	"testing"
)

// TestDatesInEveryForm: what exports write for one day is that day.
func TestDatesInEveryForm(t *testing.T) {
	for in, want := range map[string]string{
		"Kamis 14 Januari 2016": "2016-01-14", "Kamis/14 Januari 2016": "2016-01-14", "Kamis, 14-01-2016": "2016-01-14", "Jum'at, 15 Januari 2016": "2016-01-15",
		"14 / 01 / 2016": "2016-01-14", "14th January 2016": "2016-01-14", "1st March 2016": "2016-03-01", "14-Jan-16": "2016-01-14", "14 JANUARI 2016": "2016-01-14",
		"20160114": "2016-01-14", "14012016": "2016-01-14", "2016-014": "2016-01-14", "2016-W02-4": "2016-01-14", "14-I-2016": "2016-01-14", "14/XII/2016": "2016-12-14",
		"2016-01-14T00:00:00Z": "2016-01-14 00:00:00 utc", "2016-01-14T07:30:00+07:00": "2016-01-14 07:30:00", "2016-01-14T07:30:15.123456Z": "2016-01-14 07:30:15 utc",
		"2016-01-14 07:30:15 +0700": "2016-01-14 07:30:15", "2016-01-14 07:30:00.000": "2016-01-14 07:30:00", "20160114T073015Z": "2016-01-14 07:30:15 utc",
		"20160114073015": "2016-01-14 07:30:15", "20160114 07:30": "2016-01-14 07:30:00", "2016/01/14 7:30:00 AM GMT+7": "2016-01-14 07:30:00",
		"14 Januari 2016 pukul 08.10": "2016-01-14 08:10:00", "14/01/2016, 08.00.00": "2016-01-14 08:00:00", "14 Jan 2016 13.05 WIB": "2016-01-14 13:05:00",
		"Thu Jan 14 2016 07:30:00 GMT+0700 (Western Indonesia Time)": "2016-01-14 07:30:00", "Thu Jan 14 07:30:00 WIB 2016": "2016-01-14 07:30:00",
		"Thu, 14 Jan 2016 07:30:00 GMT": "2016-01-14 07:30:00 utc", "14/01/2016 1:05 PM": "2016-01-14 13:05:00",
		"14/01/2016 (GA-832)": "2016-01-14", "14/01/2016 JRO": "2016-01-14", "14 Januari 2016 - via Soekarno-Hatta": "2016-01-14",
	} {
		d, err := ParseDate(in, DMY)
		got := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
		if d.Sec >= 0 {
			got += fmt.Sprintf(" %02d:%02d:%02d", d.Sec/3600, d.Sec/60%60, d.Sec%60)
		}
		if d.UTC {
			got += " utc"
		}
		if err != nil || got != want {
			t.Errorf("%q: %s, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{
		"20161314", "20160230", "160114", "2016-366-1", "2015-366", "2016-W54-1", "14/01/2016 (batal)", "14/01/2016 rencana", "14/01/2016 25:00", "14/01/2016 8.1",
		"14/01/2016 - 20/01/2016", "14 Januari", "Kamis", "31 April 2016", "14/01/2016 s.d. selesai", "1451867400",
	} {
		if d, err := ParseDate(in, DMY); err == nil {
			t.Errorf("%q read as %v", in, d)
		}
	}
}

func TestRangesOfDays(t *testing.T) {
	for in, want := range map[string][2]int{
		"12 s.d. 14 Januari 2016": {12, 14}, "12-14 Januari 2016": {12, 14}, "12 – 14 Januari 2016": {12, 14}, "12/01/2016 - 14/01/2016": {12, 14}, "12 s/d 14-01-2016": {12, 14},
		"12 dan 13 Januari 2016": {12, 13}, "12 Januari sampai dengan 14 Januari 2016": {12, 14}, "Selasa, 12 s.d. Kamis, 14 Januari 2016": {12, 14},
	} {
		from, to, err := ParseDays(in, DMY)
		if err != nil || from.Day != want[0] || to.Day != want[1] || from.Month != 1 || to.Month != 1 || from.Year != 2016 {
			t.Errorf("%q: %v %v %v", in, from, to, err)
		}
	}
	if from, to, err := ParseDays("30 Januari s.d. 2 Februari 2016", DMY); err != nil || from.Month != 1 || to.Month != 2 {
		t.Error(from, to, err)
	}
	for _, in := range []string{"14 s.d. 12 Januari 2016", "12 s.d. 34 Januari 2016", "x - 12 Januari 2016", "12 Januari 2016", "-"} {
		if from, to, err := ParseDays(in, DMY); err == nil {
			t.Errorf("%q read as %v to %v", in, from, to)
		}
	}
}

func TestClocksInEveryForm(t *testing.T) {
	for in, want := range map[string]int32{
		"Pukul 07.30 WIB": 27000, "pkl. 07:30": 27000, "Jam 07:30": 27000, "07.30 pagi": 27000, "08h10": 29400, "08 10": 29400, "07,30": 27000, "07:30:15.123": 27015,
		"3.15 sore": 54900, "12.15 siang": 44100, "1.15 siang": 47700, "7 .30": -1, "07.30 malam": 70200, "15.15 sore": 54900, "07:30:15+07:00": 27015, "07:30Z": 27000,
		"07.30.15 WITA": 27015, "7:30 a.m.": 27000, "07:30 GMT+7": 27000, "12.30 malam": 1800,
	} {
		if got, err := ParseClock(in); (err == nil) != (want >= 0) || err == nil && got != want {
			t.Errorf("%q: %d, %v; want %d", in, got, err, want)
		}
	}
	if _, err := ParseClock("8.1"); err != ErrAmbiguous {
		t.Error("8.1 is 08.01 or 08.10:", err)
	}
	for in, want := range map[string][2]int32{"08-09": {28800, 32400}, "Pukul 08.00 s.d. 09.00 WIB": {28800, 32400}, "08.00 sampai 09.00": {28800, 32400}} {
		if a, b, err := ParseClockRange(in); err != nil || a != want[0] || b != want[1] {
			t.Errorf("%q: %d %d %v", in, a, b, err)
		}
	}
}

// TestFormOfAColumnOfHours: what a cell alone does not say, its column does.
func TestFormOfAColumnOfHours(t *testing.T) {
	for _, tc := range []struct {
		cells, in string
		want      int32 // -1: refused
	}{
		{"0730|0815", "0730", 27000}, {"730|1015", "730", 27000}, {"073015|101500", "073015", 27015}, {"730|1090|1275", "730", -1}, {"0.34|0.347395833", "0.34", 29376},
		{"0,3125|0,5", "0,5", 43200}, {"8.05|8.1", "8.1", 29400}, {"8.10|9.7", "8.1", 28860}, {"8.1|9.3", "8.1", -1}, {"8.05|8.10|8.1", "8.1", -1}, {"7|8|7.30", "7", 25200},
		{"7|99", "7", -1},
	} {
		var v ClockSurvey
		for _, c := range strings.Split(tc.cells, "|") {
			v.Add(c)
		}
		got, _, err := v.Form().Clock(tc.in)
		if (err == nil) != (tc.want >= 0) || err == nil && got != tc.want {
			t.Errorf("%s in %s: %d, %v; want %d", tc.in, tc.cells, got, err, tc.want)
		}
	}
	for _, tc := range []struct {
		cells, in string
		want      int32
	}{
		{"8.05|10.1|7", "8.05", 29100}, {"8.05|10.1|7", "10.1", 36600}, {"8.05|10.1|7", "7", 25200}, {"8.75|9.9", "8.75", -1}, {"0.3125|0.5", "0.5", 43200}, {"730|1015", "730", 27000},
		{"0.05|8.05", "0.05", -1},
	} {
		var v ClockSurvey
		for _, c := range strings.Split(tc.cells, "|") {
			v.AddNumber(c)
		}
		if got, err := v.Form().Number(tc.in); (err == nil) != (tc.want >= 0) || err == nil && got != tc.want {
			t.Errorf("number %s in %s: %d, %v; want %d", tc.in, tc.cells, got, err, tc.want)
		}
	}
}

// TestTimesOfUTC: the mark of UTC counts where the hours fit an office under
// it; behind an office's own hours it does not.
func TestTimesOfUTC(t *testing.T) {
	for cells, want := range map[string]bool{
		"2016-01-14T00:30:00Z|2016-01-14T03:00:00Z|2016-01-14T08:00:00Z": true, "2016-01-14T07:30:00Z|2016-01-14T10:00:00Z|2016-01-14T15:00:00Z": false,
		"2016-01-14T07:30:00+07:00|2016-01-14T01:00:00+07:00": false, "1452731400|1452740400": true,
	} {
		var v ClockSurvey
		for _, c := range strings.Split(cells, "|") {
			v.Add(c)
		}
		if got := v.Form().UTC; got != want {
			t.Errorf("%s: %v", cells, got)
		}
	}
	var v DateSurvey
	for _, c := range []string{"2016-01-13T17:00:00.000Z", "2016-01-14T17:00:00.000Z"} {
		v.Add(c)
	}
	if h, ok := v.LocalMidnight(); !ok || h != 7 {
		t.Errorf("midnights of western Indonesia: %d, %v", h, ok)
	}
	d, _ := ParseDate("2016-01-31T17:00:00Z", OrderUnknown)
	if d = d.Add(7 * 3600); d.Month != 2 || d.Day != 1 || d.Sec != 0 {
		t.Error(d)
	}
}

func TestDurationsInEveryForm(t *testing.T) {
	for in, want := range map[string]int64{
		"12m 30s": 750, "12m30s": 750, "0j 12m": 720, "0h 12m": 720, "0j 12m 30d": 750, "12 mins": 720, "12m": 720, "750s": 750, "1,5 jam": 5400, "20,5 menit": 1230, "12'": 720,
		"12'30\"": 750, "PT12M30S": 750, "PT0.5H": 1800, "P1DT1H": 90000, "P0Y0M0DT0H12M30S": 750, "0 days 00:12:30": 750, "0 hari 00:12:30": 750, "1 day, 0:12:30": 87150,
		"00:12:30.250": 750, "2 hari": 172800, "1 jam dan 20 menit": 4800, "1 jam, 20 menit": 4800,
	} {
		if got, err := ParseDuration(in, Minutes, StyleID, FieldsUnknown); err != nil || got != want*1e6 {
			t.Errorf("%q: %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"< 15 menit", "10-14 menit", "± 10 menit", "12 menit 1 jam", "12 menit 3 menit", "P1M", "PT", "P", "jam", "12 x", "1 jam lebih", "PT5M5M"} {
		if got, err := ParseDuration(in, Minutes, StyleID, FieldsUnknown); err == nil {
			t.Errorf("%q read as %d", in, got)
		}
	}
}

func TestSizeOfDurationsWithoutUnit(t *testing.T) {
	for _, tc := range []struct {
		cells string
		unit  Unit
		sure  bool
	}{
		{"10 20 30 45", Minutes, true}, {"300 900 1500 2400 3000", Seconds, true}, {"185 172 190 201", Minutes, true}, {"300 400 500", Minutes, false},
		{"0.25 0.5", Minutes, false}, {"300 100000 2000", Minutes, false},
		{strings.Repeat("20 ", 60) + "2000", Minutes, true}, // one slip among sixty
	} {
		var v SpanSurvey
		for _, c := range strings.Fields(tc.cells) {
			v.Add(c)
		}
		if u, sure, _ := v.Magnitude(240); u != tc.unit || sure != tc.sure {
			t.Errorf("%.40s: unit %d, sure %v", tc.cells, u, sure)
		}
	}
	var v SpanSurvey
	for _, c := range []string{"05:30", "45:10", "61:00"} {
		v.Add(c)
	}
	if v.Fields() != MinutesSeconds {
		t.Error("45:10 is no hour of a wait")
	}
}

func TestMonthCells(t *testing.T) {
	for in, want := range map[string][2]int{
		"Januari": {0, 1}, "Bulan 3": {0, 3}, "Bln. Mei": {0, 5}, "01": {0, 1}, "Januari 2016": {2016, 1}, "Jan-16": {2016, 1}, "2016-01": {2016, 1}, "01/2016": {2016, 1}, "201601": {2016, 1},
		"012016": {2016, 1}, "01/02/2018": {2018, 2}, "2018-02-01": {2018, 2}, "Mei '16": {0, 0}, "13": {0, 0}, "Januari s.d. Maret 2016": {0, 0}, "201613": {0, 0}, "TW I": {0, 0},
	} {
		y, m, ok := ParseMonthCell(in, DMY)
		if ok != (want[1] != 0) || ok && (y != want[0] || m != want[1]) {
			t.Errorf("%q: %d %d %v", in, y, m, ok)
		}
	}
}

func TestMarksOfNothing(t *testing.T) {
	for in, want := range map[string][2]bool{ // any field, a time
		"-": {true, true}, "--": {true, true}, "–": {true, true}, "NULL": {true, true}, `\N`: {true, true}, "N/A": {true, true}, "None": {true, true},
		"NaT": {true, true}, "Belum": {false, true}, "Belum dilaksanakan": {false, true}, "Menunggu tiket": {false, true}, "dalam proses": {false, true},
		"tidak diisi": {false, true}, "Tidak ada": {false, true}, "Nihil": {false, true}, "0000-00-00": {false, true}, "0000-00-00 00:00:00": {false, true},
		"1900-01-00": {false, true}, "00/00/0000": {false, true}, "0": {false, true}, "000000": {false, true}, "A123": {false, false}, "": {false, false},
		"Baik": {false, false}, "kemarin": {false, false}, "Belum, 14/01/2016": {false, false}, "Hilang": {false, false}, "nan": {true, true}, "Nana": {false, false},
	} {
		if got := [2]bool{IsMissing(in), IsNotYet(in)}; got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

// TestOneCellNeverTurnsTheOrder: a slip proves nothing against many.
func TestOneCellNeverTurnsTheOrder(t *testing.T) {
	day := strings.Repeat("03/09/2025|04/09/2025|05/09/2025|", 20)
	for _, tc := range []struct {
		cells string
		o     DateOrder
		sure  bool
	}{
		{day + "01/19/2025", OrderUnknown, false}, {day + "19/09/2025", OrderUnknown, false}, {day + "19/09/2025|20/09/2025", DMY, true}, {"03/04/2016|25/06/2016", DMY, true},
		{strings.Repeat("25/06/2016|", 20) + "01/19/2025", DMY, true}, {"13/01/2016|01/13/2016", OrderUnknown, false},
		{"Selasa, 05/04/2016|Rabu, 06/04/2016", DMY, true}, {"Wednesday, 05/04/2016|Sunday, 06/05/2016", MDY, true}, // their weekdays tell
	} {
		var v DateSurvey
		for _, c := range strings.Split(strings.Trim(tc.cells, "|"), "|") {
			v.Add(c)
		}
		if o, sure, _ := v.Order(); o != tc.o || sure != tc.sure {
			t.Errorf("%.30s ... %s: order %d sure %v", tc.cells, tc.cells[len(tc.cells)-10:], o, sure)
		}
	}
	var v DateSurvey
	for _, c := range strings.Fields("10/01/2016 11/01/2016 12/01/2016 01/02/2016 02/02/2016 03/02/2016 01/03/2016 02/03/2016") {
		v.Add(c)
	}
	if o, ok := v.Run(); !ok || o != DMY {
		t.Errorf("the run of days: %d %v", o, ok)
	}
}

func TestExchangedDates(t *testing.T) {
	for _, tc := range []struct {
		cells string
		want  Exchange
	}{
		{"2016-02-01 2016-05-01 13/01/2016 20/01/2016", Exchanged}, {"2016-01-02 2016-01-05 13/01/2016 20/01/2016", NotExchanged}, // typed dates of the same month are as they stand
		{"2016-02-01 2016-05-17 13/01/2016", NotExchanged}, {"2016-02-01 03/01/2016 13/01/2016", NotExchanged}, {"2016-02-01 2016-05-01", NotExchanged},
		{"2016-01-02 2016-02-01 13/01/2016 20/02/2016", ExchangeDoubt}, {"42401 42491 13/01/2016 20/01/2016", Exchanged},
	} {
		var v DateSurvey
		for _, c := range strings.Fields(tc.cells) {
			v.Add(c)
		}
		if got := v.Exchanged(); got != tc.want {
			t.Errorf("%s: %d", tc.cells, got)
		}
	}
}

func TestLonelyYears(t *testing.T) {
	for _, tc := range []struct {
		years    string
		latest   int
		from, to int
		lonely   bool
	}{
		{"2016 2016 2061", 0, 2016, 2016, true}, {"2016 2061", 2027, 2016, 2016, true}, {"2016 2061", 0, 2016, 2061, false}, {"2014 2015 2016", 2027, 2014, 2016, false},
		{strings.Repeat("2016 ", 40) + "1961", 2027, 2016, 2016, true}, {"2016 2017 2018", 2015, 2016, 2018, false}, // the file's own date is wrong
		{"2014 2016 2016 2017", 2015, 2014, 2017, false},
		{"1996 2016 2016 2006 1996 2006", 0, 1996, 2016, false},
	} {
		var y Years
		for _, f := range strings.Fields(tc.years) {
			n, _ := small(f)
			y.Add(n)
		}
		if from, to, lonely := y.Span(tc.latest); from != tc.from || to != tc.to || lonely != tc.lonely {
			t.Errorf("%.20s, %d: %d to %d, %v", tc.years, tc.latest, from, to, lonely)
		}
	}
}

func TestUnitsBehindNumbers(t *testing.T) {
	for in, want := range map[string][2]string{
		"12 hari": {"12", "hari"}, "1,5 juta": {"1,5", "juta"}, "2 orang": {"2", "orang"}, "10 (sepuluh) orang": {"10", "(sepuluh) orang"}, "500rb": {"500", "rb"}, "12": {"12", ""},
		"> 60": {"> 60", ""}, "10-14 menit": {"10-14 menit", ""}, "A 12": {"A 12", ""}, "1 dari 5": {"1 dari 5", ""},
	} {
		if n, u := CutUnit(in); n != want[0] || u != want[1] {
			t.Errorf("%q: %q %q", in, n, u)
		}
	}
	var v NumberSurvey
	v.Add("5,5 menit")
	v.Add("12,0 menit")
	if st, sure, _ := v.Style(false); st != StyleID || !sure {
		t.Error("5,5 menit has a decimal comma:", st, sure)
	}
	v = NumberSurvey{}
	v.Add("1.500 juta")
	if _, sure, _ := v.Style(true); sure {
		t.Error("1.500 juta is 1.5 million or 1,500 million")
	}
}
