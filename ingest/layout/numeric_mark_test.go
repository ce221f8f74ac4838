package layout

import (
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// waits reads a column of waits and gives those that were used, in seconds, and
// the codes of the rows that were not.
func waits(t *testing.T, heading, cells string, ov *Override) (used []int64, codes []reject.Code, p *Plan) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("Tanggal;No Antrian;" + heading + "\n")
	for i, c := range strings.Split(cells, ";") {
		b.WriteString("14/03/2016;A0" + string(rune('a'+i)) + ";" + c + "\n")
	}
	text := b.String()
	book, err := table.Open(strings.NewReader(text), int64(len(text)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	p, err = Match(s, "antrean.csv", layouts, ov)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Decide(s, nil); err != nil {
		t.Fatal(err)
	}
	sink := &keeper{}
	if _, _, err := p.Run(s, 0, 0, sink); err != nil {
		t.Fatal(err)
	}
	for _, k := range sink.tickets {
		if k.Waited.Known {
			used = append(used, k.Waited.Micros/1e6)
		}
	}
	for _, r := range sink.rejects {
		codes = append(codes, r.Code)
	}
	return used, codes, p
}

func proposesBlank(p *Plan) bool {
	return slices.ContainsFunc(p.Doubts, func(d grid.Doubt) bool {
		return d.Code == reject.NumericMark && strings.Contains(d.Detail.ID, "blank: [")
	})
}

// TestNumbersThatMayStandForNothingAreAsked: they are neither a wait nor a blank.
func TestNumbersThatMayStandForNothingAreAsked(t *testing.T) {
	for _, c := range []struct {
		heading, cells string
		marks          int
	}{
		{"Lama Tunggu (menit)", "20;999;30;40", 1}, {"Lama Tunggu (menit)", "20;999;30;999;40", 2}, {"Lama Tunggu (menit)", "20;9999;30;40", 1},
		{"Lama Tunggu (menit)", "20;999;9999;40", 2}, {"Lama Tunggu (menit)", "20;99;99;30;99;40", 3}, {"Lama Tunggu", "20;999;30;40", 1},
		{"Lama Tunggu (menit)", "20;720;30;720;720;40", 3}, {"Lama Tunggu (detik)", "600;9999;900;1200", 1},
		{"Lama Tunggu (menit)", "999;999", 2}, {"Lama Tunggu", "00:20:00;99:59:59;00:30:00", 1},
		// lengths
		{"Lama Tunggu (menit)", "20;99;30;40", 0}, {"Lama Tunggu (detik)", "600;999;900;1200", 0}, {"Lama Tunggu (menit)", "20;180;30;40", 0},
		{"Lama Tunggu (menit)", "5;30;5;30;30;5", 0}, {"Lama Tunggu (menit)", "90;99;99;99;80;70", 0}, {"Lama Tunggu (menit)", "20;240;30;40", 0},
		{"Lama Tunggu (menit)", "20;999 menit;30;40", 0},
	} {
		used, codes, p := waits(t, c.heading, c.cells, nil)
		n := 0
		for _, code := range codes {
			if code == reject.NumericMark {
				n++
			}
		}
		if n != c.marks || proposesBlank(p) != (n > 0) || len(used)+n != strings.Count(c.cells, ";")+1 {
			t.Errorf("%s %s: %d rows asked, want %d; used %v, codes %v", c.heading, c.cells, n, c.marks, used, codes)
		}
	}
}

// TestALineSettlesANumericMark: as nothing, or as the length that it is.
func TestALineSettlesANumericMark(t *testing.T) {
	const heading, cells = "Lama Tunggu (menit)", "20;999;30"
	for _, c := range []struct {
		ov   *Override
		want []int64
	}{
		{&Override{Blank: []string{"999"}}, []int64{1200, 1800}},
		{&Override{Words: map[string]map[string]string{heading: {"999": "999 menit"}}}, []int64{1200, 59940, 1800}},
	} {
		used, codes, p := waits(t, heading, cells, c.ov)
		if !slices.Equal(used, c.want) || slices.Contains(codes, reject.NumericMark) || proposesBlank(p) {
			t.Errorf("%+v: %v, %v", c.ov, used, codes)
		}
	}
	if used, _, p := waits(t, heading, cells, &Override{Blank: []string{"xx"}}); len(used) != 2 || !proposesBlank(p) {
		t.Errorf("another mark settles it: %v", used)
	}
}

// TestMarksLeaveTheUnitAlone: one 9999 in ten is no proof of seconds.
func TestMarksLeaveTheUnitAlone(t *testing.T) {
	used, _, _ := waits(t, "Lama Tunggu", "20;30;25;40;35;9999", nil)
	if !slices.Equal(used, []int64{1200, 1800, 1500, 2400, 2100}) {
		t.Errorf("%v", used)
	}
}

// TestEmptyFieldsAreNothing: what a clock shows of an hour that is not there.
func TestEmptyFieldsAreNothing(t *testing.T) {
	for _, mark := range []string{"--:--", "--.--", "__:__", "-:-", "-- : --", "--:--:--", "??:??", "00:00", "00.00", "-", "--/--/---- --:--", "-.-"} {
		sink := &keeper{}
		read(t, "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A1;08:00;08:10\n14/03/2016;A2;08:05;"+mark+"\n14/03/2016;A3;08:10;08:20\n", sink)
		if len(sink.tickets) != 3 || sink.tickets[1].Called.Known() {
			t.Errorf("%q: %d tickets, rejects %+v", mark, len(sink.tickets), sink.rejects)
		}
	}
}

// TestAZeroOfASurveyIsAskedWithItsLine: an answer outside the scale may be none.
func TestAZeroOfASurveyIsAskedWithItsLine(t *testing.T) {
	const head = "Tanggal;Persyaratan;Prosedur;Waktu Pelayanan;Biaya;Produk;Kompetensi;Perilaku;Penanganan Pengaduan;Sarana"
	rows := head
	for range 30 {
		rows += "|02/05/2016;4;3;4;3;4;4;3;4;3"
	}
	p, _ := decided(t, rows+"|02/05/2016;4;3;0;3;4;4;3;4;3", nil)
	if !proposesBlank(p) {
		t.Errorf("not asked: %+v", p.Doubts)
	}
	p, sink := decided(t, rows+"|02/05/2016;4;3;0;3;4;4;3;4;3", &Override{Blank: []string{"0"}})
	if proposesBlank(p) || len(sink.answers) != 31 || sink.answers[30].Scores[2] != 0 {
		t.Errorf("%d answers, %+v", len(sink.answers), p.Doubts)
	}
}
