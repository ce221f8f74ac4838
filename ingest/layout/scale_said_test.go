package layout

import (
	"errors"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// The scale that stands beside the answers counts, also where nobody gave its
// highest answer.
func TestScalesSaidBesideTheAnswers(t *testing.T) {
	head := "No;Tanggal;Persyaratan;Prosedur;Waktu;Biaya;Produk;Kompetensi;Perilaku;Pengaduan;Sarana\n"
	rows := "1;14/03/2016;2;3;4;2;3;4;2;3;4\n2;15/03/2016;4;3;2;4;3;2;4;3;2\n"
	for name, c := range map[string]struct {
		in    string
		first uint8 // the first answer of the first row; 0 = refused
	}{
		"nothing said":         {head + rows, 2},
		"the title":            {"SURVEI KEPUASAN (Skala Likert 1-5);;;;;;;;;;\n" + head + rows, 0},
		"the title, of four":   {"SURVEI KEPUASAN (skala 1 s/d 4);;;;;;;;;;\n" + head + rows, 2},
		"a legend below":       {head + rows + ";;;;;;;;;;\nKeterangan: 1 = Sangat Tidak Puas, 2 = Tidak Puas, 3 = Cukup, 4 = Puas, 5 = Sangat Puas;;;;;;;;;;\n", 0},
		"a legend above":       {"1 = Tidak Baik, 2 = Kurang Baik, 3 = Baik, 4 = Sangat Baik;;;;;;;;;;\n" + head + rows, 2},
		"turned round":         {"1 = Sangat Baik, 2 = Baik, 3 = Kurang Baik, 4 = Tidak Baik;;;;;;;;;;\n" + head + rows, 3},
		"what somebody wrote":  {strings.TrimSuffix(head, "\n") + ";Saran;Kesan\n" + strings.ReplaceAll(rows, "\n", ";skor 1-10 saya beri 9;baik\n"), 2},
		"years are no scale":   {"SURVEI KEPUASAN NILAI TAHUN 2015-2016;;;;;;;;;;\n" + head + rows, 2},
		"an index is no scale": {"NILAI IKM 25 - 100;;;;;;;;;;\n" + head + rows, 2},
	} {
		sink := &answerSink{}
		_, err := readFile(t, c.in, "skm.csv", sink)
		var refused *grid.RefusedError
		switch {
		case c.first == 0:
			if !errors.As(err, &refused) || refused.Code != reject.OtherScale || !strings.Contains(refused.Detail.ID, "scale: 1-4") {
				t.Errorf("%s: %v", name, err)
			}
		case err != nil || len(sink.list) != 2 || sink.list[0].Scores[0] != c.first:
			t.Errorf("%s: %+v %v", name, sink.list, err)
		}
	}
}
