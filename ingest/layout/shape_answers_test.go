package layout

import (
	"testing"

	"rapor/ingest/record"
)

func (s *shapeSink) AnswerCount(a *record.AnswerCount) {
	mean := ""
	if a.Mean.Known {
		mean = " mean"
	}
	s.add("%s %d %d %v %v%s %d n=%d", a.Day, a.Grain, a.Element, a.Counts, a.Shares, mean, a.Mean.N, a.Number)
}

// How many gave each answer, in several dresses.
func TestAnswersCounted(t *testing.T) {
	want := []string{"2016-01-01 2 0 [0 9 12 9] false 0 n=30", "2016-01-01 2 1 [0 14 4 12] false 0 n=30",
		"2016-01-01 2 2 [1 6 8 15] false 0 n=30"}
	rows := "1;Persyaratan;9;12;9;0;3\n2;Prosedur;12;4;14;0;2,93\n3;Waktu;15;8;6;1;3,23\n"
	shares := []string{"2016-01-01 2 0 [0 3000 4000 3000] true 0 n=-1", "2016-01-01 2 1 [0 4667 1333 4000] true 0 n=-1",
		"2016-01-01 2 2 [333 2000 2667 5000] true 0 n=-1"}
	dressed(t, []dress{
		{name: "the numbers of the answers", file: "2016.csv", in: "No;Pertanyaan;4;3;2;1;Rata-Rata\n" + rows, want: want},
		{name: "the other way, with sums", in: "Rekap SKM Tahun 2016\n\nNo;Unsur;1;2;3;4;Jumlah\n1;Persyaratan;0;9;12;" +
			"9;30\n" +
			"2;Prosedur;0;14;4;12;30\n3;Waktu Penyelesaian;1;6;8;15;30\n;Jumlah;1;29;24;36;90\n", want: want},
		{name: "words", file: "2016.csv", in: "No;Unsur Pelayanan;Sangat Baik;Baik;Kurang Baik;Tidak Baik;NRR\n" +
			rows, want: want},
		{name: "short words, two rows", file: "2016.csv", in: "No;Unsur;Jumlah Responden yang Menjawab;;;;NRR\n;;SB;B;" +
			"KB;TB;\n" + rows, want: want},
		{name: "values", file: "2016.csv", in: "No;Unsur;Nilai 4;Nilai 3;Nilai 2;Nilai 1;Rata-rata\n" + rows, want: want},
		{name: "persons and per cent", file: "2016.csv", in: "Unsur;Sangat Baik;;Baik;;Kurang Baik;;Tidak Baik;\n;" +
			"Jumlah;%;Jumlah;%;Jumlah;%;Jumlah;%\n" +
			"Persyaratan;9;30;12;40;9;30;0;0\nProsedur;12;40;4;13,33;14;46,67;0;0\nWaktu;15;50;8;26,67;6;20;1;3,33\n",
			want: want},
		{name: "per cent of a number in the title", in: "Hasil SKM Tahun 2016, jumlah responden 30 orang\n\nUnsur;" +
			"Sangat Baik;Baik;Kurang Baik;Tidak Baik\n" +
			"Persyaratan;30%;40%;30%;0%\nProsedur;40%;13,33%;46,67%;0%\nWaktu;50%;26,67%;20%;3,33%\n", want: want},
		{name: "per cent of a number beside them", file: "2016.csv", in: "Unsur;4 (%);3 (%);2 (%);1 (%);Jumlah Responden\n" +
			"Persyaratan;30;40;30;0;30\nProsedur;40;13,33;46,67;0;30\nWaktu;50;26,67;20;3,33;30\n", want: want},
		{name: "per cent", file: "2016.csv", in: "Unsur;Sangat Baik;Baik;Kurang Baik;Tidak Baik\n" +
			"Persyaratan;30%;40%;30%;0%\nProsedur;40%;13,33%;46,67%;0%\nWaktu;50%;26,67%;20%;3,33%\n", want: shares},
		{name: "English", file: "2016.csv", in: "Element;Very good;Good;Not good;Very bad\nx;;;;\n", want: nil, codes: nil},
	}[:9])
}

// The mean of each element alone.
func TestMeansOfElements(t *testing.T) {
	want := []string{"2016-01-01 2 0 [0 0 0 0] false mean 3200 n=-1", "2016-01-01 2 1 [0 0 0 0] false mean 3125 n=-1",
		"2016-01-01 2 3 [0 0 0 0] false mean 3325 n=-1"}
	dressed(t, []dress{
		{name: "plain", file: "ikm-2016.csv", want: want,
			in: "No;Unsur;Nilai Rata-rata;Kategori\n1;Persyaratan;3,200;Baik\n2;Prosedur;3,125;Baik\n3;Biaya/Tarif;3,325;" +
				"Sangat Baik\n"},
		{name: "with its weighted means and index", file: "ikm-2016.csv", want: want,
			in: "Unsur;NRR;NRR Tertimbang;Mutu\nU1 Persyaratan;3,200;0,355;B\nU2 Prosedur;3,125;0,347;B\nU4 Biaya;3,325;" +
				"0,369;A\nIKM;;80,42;B\n"},
		{name: "of a hundred", file: "ikm-2016.csv", want: want,
			in: "Unsur Pelayanan;Nilai Konversi\nPersyaratan;80,00\nProsedur;78,13\nBiaya;83,13\n"},
	})
}

// TestNoSummary: tables beside elements that sum nothing up.
func TestNoSummary(t *testing.T) {
	for name, in := range map[string]string{
		"four respondents": "Unsur;1;2;3;4\nPersyaratan;4;3;4;4\nProsedur;3;3;4;2\nWaktu;2;2;2;1\n",
		"no means":         "Unsur;Target\nPersyaratan;90\nProsedur;90\nWaktu;90\n",
		"two means":        "Unsur;Nilai 2015;Nilai 2016\nPersyaratan;3,1;3,2\nProsedur;3,1;3,3\nWaktu;3,1;3,4\n",
	} {
		if p, _, got, err := readShape(t, in, "", "2016.csv", nil); err == nil {
			t.Errorf("%s: read by %s as %v", name, p.Layout, got.lines)
		}
	}
}
