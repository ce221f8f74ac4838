package layout

import (
	"slices"
	"strings"
	"testing"

	"rapor/ingest/record"
)

func (s *shapeSink) Answer(a *record.Answer) {
	s.add("%s %s %d %v", a.Day, a.Respondent, a.Grain, a.Scores)
}

// A survey on its side, its columns the respondents.
func TestRespondentsAcross(t *testing.T) {
	list := func(columns string) (out []string) {
		for i, s := range []string{"[4 3 2", "[3 3 3", "[2 4 4", "[1 2 3", "[4 4 4"} {
			out = append(out, "2016-01-01 "+columns[i:i+1]+" 2 "+s+" 0 0 0 0 0 0]")
		}
		return out
	}
	want := list("BCDEF")
	plain := "U1 Persyaratan;4;3;2;1;4\nU2 Prosedur;3;3;4;2;4\nU3 Waktu Penyelesaian;2;3;4;3;4\n"
	dressed(t, []dress{
		{name: "plain", file: "skm-2016.csv", in: "Unsur;R1;R2;R3;R4;R5\n" + plain, want: want},
		{name: "numbers as headings, totals on both sides", in: "SKM Tahun 2016\n\nUnsur;1;2;3;4;5;Jumlah;NRR\n" +
			"Persyaratan;4;3;2;1;4;14;2,8\nProsedur;3;3;4;2;4;16;3,2\nWaktu;2;3;4;3;4;16;3,2\nJumlah;9;9;10;6;12;46;\n" +
			"IKM;;;;;;76,67;\n", want: want},
		{name: "two rows of headings, numbers before", file: "2016.csv", in: "No;Unsur Pelayanan;Responden;;;;\n;;1;2;3;4;5\n" +
			"1;Persyaratan;4;3;2;1;4\n2;Sistem, mekanisme, dan prosedur;3;3;4;2;4\n3;Waktu penyelesaian;2;3;4;3;4\n",
			want: list("CDEFG")},
		{name: "words and questions", file: "2016.csv", in: "Pertanyaan;Resp 1;Resp 2;Resp 3;Resp 4;Resp 5\n" +
			"Bagaimana kesesuaian persyaratan pelayanan?;Sangat Baik;Baik;Kurang Baik;Tidak Baik;Sangat Baik\n" +
			"Bagaimana kemudahan prosedur pelayanan?;Baik;Baik;Sangat Baik;Kurang Baik;Sangat Baik\n" +
			"Bagaimana kecepatan waktu pelayanan?;Kurang Baik;Baik;Sangat Baik;Baik;Sangat Baik\n", want: want},
		{name: "of each a day and a service", in: "Responden;R1;R2;R3;R4;R5\nTanggal;03/01/2016;03/01/2016;03/01/2016;03/01/2016;" +
			"15/01/2016\nJenis Layanan;A;A;B;B;B\n" + plain,
			want: []string{"2016-01-03 B 0 [4 3 2 0 0 0 0 0 0]", "2016-01-03 C 0 [3 3 3 0 0 0 0 0 0]",
				"2016-01-03 D 0 [2 4 4 0 0 0 0 0 0]", "2016-01-03 E 0 [1 2 3 0 0 0 0 0 0]", "2016-01-15 F 0 [4 4 4 0 0 0 0 0 0]"}},
		{name: "English", file: "2016.csv", want: want,
			in: "Element;R1;R2;R3;R4;R5\nRequirements;4;3;2;1;4\nProcedure;3;3;4;2;4\nCompletion time;2;3;4;3;4\n"},
		{name: "a bad answer costs its respondent", file: "2016.csv", codes: []string{"D407"},
			in:   "Unsur;R1;R2;R3;R4;R5\n" + strings.Replace(plain, ";1;", ";x;", 1),
			want: slices.Concat(want[:3], want[4:])},
	})
}

// TestTurnedTableSaysItsColumn: a rejected respondent names the column.
func TestTurnedTableSaysItsColumn(t *testing.T) {
	p, tally, got, err := readShape(t, "Unsur;R1;R2;R3;R4;R5\nPersyaratan;4;3;2;x;4\nProsedur;3;3;4;2;4\nWaktu;2;3;4;3;4\n", "", "", nil)
	if err != nil || !p.Turned() || tally.Used != 4 || tally.Rejected != 1 {
		t.Fatal(p, tally, err)
	}
	if r := got.rejects; len(r) != 1 || !strings.HasPrefix(r[0].Hint.ID, "kolom E R4") || r[0].Column != "Persyaratan" {
		t.Errorf("%+v", r)
	}
}

// TestNotOnItsSide: what looks like answers of persons and is not.
func TestNotOnItsSide(t *testing.T) {
	for name, in := range map[string]string{
		"means":        "Unsur;Jan;Feb;Mar;Apr;Mei\nPersyaratan;3,2;3,1;3,3;3,4;3,1\nProsedur;3,2;3,1;3,3;3,4;3,1\nWaktu;3,2;3,1;3,3;3,4;3,1\n",
		"few columns":  "Unsur;A;B;C\nPersyaratan;3;3;3\nProsedur;3;3;3\nWaktu;3;3;3\n",
		"one element":  "Unsur;A;B;C;D;E\nPersyaratan;3;3;3;2;1\nGedung;3;3;3;2;1\nParkir;3;3;3;2;1\n",
		"large counts": "Unsur;A;B;C;D;E\nPersyaratan;30;31;32;33;34\nProsedur;30;31;32;33;34\nWaktu;30;31;32;33;34\n",
	} {
		if p, _, got, err := readShape(t, in, "", "2016.csv", nil); err == nil {
			t.Errorf("%s: read by %s as %v", name, p.Layout, got.lines)
		}
	}
}
