package layout

import (
	"strings"
	"testing"

	"rapor/ingest/record"
)

func (s *shapeSink) Volume(v *record.Volume) {
	s.add("%s %d %s %d", v.Day, v.Grain, v.Matter, v.Number)
}

// Volumes in the forms that offices keep them in.
func TestVolumes(t *testing.T) {
	want := []string{"2016-01-01 1 ITK 5", "2016-01-01 1 ITAS 6", "2016-02-01 1 ITK 7", "2016-02-01 1 ITAS 8"}
	dressed(t, []dress{
		{name: "a row each", file: "2016.csv", want: want,
			in: "Bulan;Jenis Izin Tinggal;Jumlah\nJanuari;ITK;5\nJanuari;ITAS;6\nFebruari;ITK;7\nFebruari;ITAS;8\n"},
		{name: "months across", want: want,
			in: "Rekap izin tinggal tahun 2016\n\nNo;Jenis Izin;Jan;Feb;Jumlah\n1;ITK;5;7;12\n2;ITAS;6;8;14\n;Jumlah;11;15;26\n"},
		{name: "matters across", want: want, file: "izin 2016.csv",
			in: "Bulan;ITK;ITAS;Jumlah\nJanuari;5;6;11\nFebruari;7;8;15\nJumlah;12;14;26\n"},
		{name: "a day a row", want: []string{"2016-01-14 0 Kedatangan 5", "2016-01-14 0 Keberangkatan 6"},
			in: "Tanggal;Kedatangan;Keberangkatan;Jumlah\n14/01/2016;5;6;11\n"},
		{name: "a matter of the office's own", file: "2016.csv", codes: []string{"D431"},
			want: []string{"2016-01-01 1 ASN 40", "2016-01-01 1 Magang 3", "2016-02-01 1 ASN 41", "2016-02-01 1 Magang 2"},
			in:   "Uraian;Jan;Feb\nASN;40;41\nMagang;3;2\n"},
		{name: "a total that differs", codes: []string{"D503"}, file: "2016.csv", want: want,
			in: "Bulan;ITK;ITAS;Jumlah\nJanuari;5;6;12\nFebruari;7;8;15\n"},
		{name: "English", want: []string{"2016-01-01 1 Passports issued 5", "2016-02-01 1 Passports issued 7", "2016-01-01 1 Applicants turned away 1",
			"2016-02-01 1 Applicants turned away 2"},
			in: "Services of the year 2016\n\nMatter;January;February;Total\nPassports issued;5;7;12\nApplicants turned away;1;2;3\n"},
	})
}

// TestVolumesAskForTheirYear: with the line that is proposed they are read.
func TestVolumesAskForTheirYear(t *testing.T) {
	in := "Bulan;ITK;ITAS\nJanuari;5;6\n"
	if _, _, _, err := readShape(t, in, "", "", nil); err == nil || !strings.Contains(err.Error(), `constants: {year: "2016"}`) {
		t.Error(err)
	}
	_, _, got, err := readShape(t, in, "", "", &Override{Constants: map[string]string{"year": "2016"}})
	if err != nil || len(got.lines) != 2 {
		t.Error(got.lines, err)
	}
}
