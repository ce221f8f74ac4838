package tidy

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/text"
)

// TestHolidaysWithout: a list that holds no holiday, or whose first line is a
// holiday and not the headings, is refused and not read as an empty one.
func TestHolidaysWithout(t *testing.T) {
	for _, s := range []string{"", "\ufeff", "\n", "tanggal;keterangan\n", "01/01/2016;Tahun Baru\n"} {
		list, err := ReadHolidays(strings.NewReader(s))
		if err == nil || text.Say(err, text.ID) == text.Say(err, text.EN) {
			t.Errorf("%q: %v %v", s, list, err)
		}
	}
}

func TestWriteRejectsIsSafeForExcel(t *testing.T) {
	var b bytes.Buffer
	err := WriteRejects(&b, slices.Values([]RejectRow{{File: "a;b.csv", Row: 3, Code: "D402", Shown: `=cmd|' /C calc'!A0`, Hint: "-1"}}))
	if err != nil {
		t.Fatal(err)
	}
	s := b.String()
	if !strings.HasPrefix(s, "\ufeffberkas;lembar;baris;") || !strings.Contains(s, "\r\n\"a;b.csv\";;3;;D402;") || !strings.Contains(s, ";'=cmd|' /C calc'!A0;'-1;") {
		t.Errorf("%q", s)
	}
}

// TestRejectsComeBack: what was written is read again as it was, guards off.
func TestRejectsComeBack(t *testing.T) {
	for _, rows := range [][]RejectRow{nil, {{File: "a;b.csv", Row: 3, Code: "D402", Shown: `=cmd|' /C calc'!A0`, Hint: "-1"}, {File: "c.csv", Shown: "'kutip'", Column: "x\ny"}}} {
		var b bytes.Buffer
		if err := WriteRejects(&b, slices.Values(rows)); err != nil {
			t.Fatal(err)
		}
		all := b.Bytes()
		if got, n, err := ReadRejects(&b, 2); err != nil || !slices.Equal(got, rows) || n != int64(len(rows)) {
			t.Errorf("%+v, %d rows, %v, want %+v", got, n, err, rows)
		}
		few := rows[:min(len(rows), 1)]
		if got, n, err := ReadRejects(bytes.NewReader(all), 1); err != nil || !slices.Equal(got, few) || n != int64(len(rows)) {
			t.Errorf("%+v, %d rows, %v, want %+v", got, n, err, few)
		}
	}
}

func TestReadHolidays(t *testing.T) {
	got, err := ReadHolidays(strings.NewReader("\ufefftanggal;keterangan\r\n01/01/2016;Tahun Baru\r\n17 Agustus 2016;Kemerdekaan\r\n"))
	if err != nil || len(got) != 2 || got[1].Day != record.DayOf(2016, 8, 17) || got[0].Name != "Tahun Baru" {
		t.Fatalf("%v %v", got, err)
	}
	if _, err := ReadHolidays(strings.NewReader("tanggal;keterangan\n31/02/2016;x\n")); err == nil || !strings.Contains(err.Error(), "baris 2") {
		t.Errorf("error %v", err)
	}
}

// Holiday lists as offices keep them: other cases, other delimiters, other words.
func TestHolidayListsInOtherDress(t *testing.T) {
	for _, in := range []string{"tanggal;keterangan\n17/08/2016;Kemerdekaan\n", "Tanggal,Keterangan\n17/08/2016,Kemerdekaan\n",
		"\ufeffTANGGAL\tHari Libur\r\n17-08-2016\tKemerdekaan\r\n", "Date,Holiday\n2016-08-17,Kemerdekaan\n"} {
		list, err := ReadHolidays(strings.NewReader(in))
		if err != nil || len(list) != 1 || list[0].Day != record.DayOf(2016, 8, 17) || list[0].Name != "Kemerdekaan" {
			t.Errorf("%q: %+v %v", in, list, err)
		}
	}
	if _, err := ReadHolidays(strings.NewReader("Nama;Alamat\nA;B\n")); err == nil {
		t.Error("a list without days is taken for one of holidays")
	}
}
