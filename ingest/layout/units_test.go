package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
)

// TestUnitsOfMoneyInWords: what states a unit, and what only names an amount.
func TestUnitsOfMoneyInWords(t *testing.T) {
	for in, want := range map[string]int64{
		"(dalam ribuan rupiah)": 1e3, "(dalam jutaan rupiah)": 1e6, "Pagu (juta Rp)": 1e6, "Pagu (ribu rupiah)": 1e3, "Realisasi (Rp Miliar)": 1e9, "(Rp 000)": 1e3, "(x Rp1.000)": 1e3,
		"Realisasi (Rp. 000)": 1e3, "(dalam Rp.000.000)": 1e6, "dlm ribuan": 1e3, "in thousands of rupiah": 1e3, "Rp Juta": 1e6, "LRA (Juta)": 1e6, "Satuan: juta rupiah": 1e6, "(dalam rupiah)": 1,
		"(Rp)": 1, "Pagu (ribuan)": 1e3, "(dalam triliun rupiah)": 1e12,
		"Pagu": 0, "Bantuan Rp1 juta": 0, "Biaya beban Rp 300.000": 0, "Denda (Rp1.000.000/hari)": 0, "Sejuta Rupiah Award": 0, "Jutaan warga": 0, "Rp 5 miliar dalam setahun": 0, "": 0,
		"Program 1.000 hari": 0, "Laporan Realisasi Anggaran Tahun 2016": 0,
	} {
		if got, ok := scaleOf(in); ok != (want != 0) || got != want {
			t.Errorf("%q: %d, %v; want %d", in, got, ok, want)
		}
	}
}

func TestUnitsOfTimeInHeadings(t *testing.T) {
	for in, want := range map[string]string{
		"Waktu Tunggu (detik)": "detik", "Lama Tunggu (menit)": "menit", "waktu_tunggu_detik": "detik", "Lama Layanan (dalam jam)": "jam", "Lama Layanan (mm:ss)": "menit:detik", "Durasi (hh:mm)": "jam:menit",
		"Duration (Menit)": "menit", "Lama Tunggu": "", "Jam Layanan": "", "Durasi": "", "Detik": "",
	} {
		if got, _ := spanHeading(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// spent reads a budget and gives what was spent, in rupiah.
func spent(t *testing.T, o *Override, lines ...string) (string, *all) {
	t.Helper()
	_, k, err := cells(t, o, lines...)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range k.ledgers {
		out = append(out, fmt.Sprint(int64(l.Spent.Sen)/100))
	}
	return strings.Join(out, " "), k
}

// TestMoneyInItsUnit: in titles, headings, formats and cells; two that differ are
// refused until rapor.yaml says which holds.
func TestMoneyInItsUnit(t *testing.T) {
	const head, row = "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi", "2016;Januari;Belanja Barang;1.000;500"
	for name, tc := range map[string]struct {
		lines []string
		want  string
	}{
		"title":       {[]string{"Laporan;;;;", "(dalam jutaan rupiah);;;;", head, row}, "500000000"},
		"heading":     {[]string{"Tahun;Bulan;Jenis Belanja;Pagu (ribu rupiah);Realisasi (ribu rupiah)", row}, "500000"},
		"format":      {[]string{head, "2016;Januari;Belanja Barang;jt=1000;jt=1.5"}, "1500000"},
		"cells":       {[]string{head, "2016;Januari;Belanja Barang;Rp 2 juta;Rp 1,5 juta", "2016;Januari;Belanja Modal;2 jt;500 ribu"}, "1500000 500000"},
		"cell first":  {[]string{"(dalam ribuan rupiah);;;;", head, "2016;Januari;Belanja Barang;2.000;1,5 juta"}, "1500000"},
		"Rp and line": {[]string{"(dalam ribuan rupiah);;;;", "Tahun;Bulan;Jenis Belanja;Pagu (Rp);Realisasi (Rp)", row}, "500000"},
		"M":           {[]string{head, "2016;Januari;Belanja Barang;Rp 2 M;Rp 1,5 M"}, "1500000000"},
	} {
		if got, k := spent(t, nil, tc.lines...); got != tc.want || k.codes() != "" {
			t.Errorf("%s: %s, %s; want %s", name, got, k.codes(), tc.want)
		}
	}
	torn := []string{"(dalam ribuan rupiah);;;;", "Tahun;Bulan;Jenis Belanja;Pagu (juta Rp);Realisasi (juta Rp)", row}
	if got, k := spent(t, nil, torn...); got != "" || !strings.Contains(k.codes(), "D264") {
		t.Errorf("two units: %s, %s", got, k.codes())
	}
	if got, k := spent(t, &Override{Unit: "juta"}, torn...); got != "500000000" || k.codes() != "" {
		t.Errorf("rapor.yaml says millions: %s, %s", got, k.codes())
	}
	if got, k := spent(t, nil, head, "2016;Januari;Belanja Barang;2 juta;1.500 juta"); got != "" || !strings.Contains(k.codes(), "D251") {
		t.Errorf("1.500 juta: %s, %s", got, k.codes())
	}
}

// TestCeilingAndSpendingAThousandApart are refused, and the line that is proposed
// brings the right amounts.
func TestCeilingAndSpendingAThousandApart(t *testing.T) {
	lines := []string{"Tahun;Bulan;Jenis Belanja;Pagu;Realisasi", "2016;Januari;Belanja Pegawai;1.000.000.000;400.000", "2016;Januari;Belanja Barang;2.000.000.000;900.000", "2016;Januari;Belanja Modal;500.000.000;100.000"}
	got, k := spent(t, nil, lines...)
	if got != "" || !strings.Contains(k.codes(), "D264") || !strings.Contains(k.rejects[0].Hint.ID, "units: {Pagu: …, Realisasi: …}") {
		t.Errorf("%s, %s", got, k.codes())
	}
	if got, k = spent(t, &Override{Units: map[string]string{"Realisasi": "ribu"}}, lines...); got != "400000000 900000000 100000000" || k.codes() != "" {
		t.Errorf("%s, %s", got, k.codes())
	}
	lines[3] = "2016;Januari;Belanja Modal;500.000.000;300.000.000" // one row near its ceiling: the others are merely little
	if got, k = spent(t, nil, lines...); got != "400000 900000 300000000" {
		t.Errorf("%s, %s", got, k.codes())
	}
}

// TestWaitsInTheirUnit: by words, heading or size; what nothing decides is refused
// until rapor.yaml says.
func TestWaitsInTheirUnit(t *testing.T) {
	read := func(o *Override, heading string, waits ...string) (string, string) {
		lines := []string{"Tanggal;No Antrian;Jam Ambil;" + heading}
		for i, w := range waits {
			lines = append(lines, fmt.Sprintf("14/01/2016;A%d;07.30;%s", i, w))
		}
		_, k, err := cells(t, o, lines...)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, v := range k.tickets {
			if v.Waited.Known {
				out = append(out, fmt.Sprint(v.Waited.Micros/1e6))
			} else {
				out = append(out, "?")
			}
		}
		return strings.Join(out, " "), k.codes()
	}
	for name, tc := range map[string]struct{ heading, waits, want, codes string }{
		"minutes":       {"Lama Tunggu", "12|30", "720 1800", ""},
		"heading":       {"Waktu Tunggu (detik)", "300|600", "300 600", ""},
		"snake":         {"waktu_tunggu_detik", "30|60", "30 60", ""},
		"words":         {"Lama Tunggu", "5,5 menit|0,25 jam", "330 900", ""},
		"letters":       {"Lama Tunggu", "12m 30s|0j 12m|PT12M30S|0 days 00:12:30", "750 720 750 750", ""},
		"seconds, size": {"Lama Tunggu", "300|900|1500|2400|3000", "300 900 1500 2400 3000", ""},
		"dash":          {"Lama Tunggu", "12|-|NULL|0", "720 ? ? 0", ""},
		"unclear":       {"Lama Tunggu", "300|400|500", "", "D255 D255 D255 D255"},
		"a slip":        {"Lama Tunggu", strings.Repeat("20|", 60) + "2000", strings.TrimSpace(strings.Repeat("1200 ", 60)), "D406"},
		"fields":        {"Lama Tunggu", "45:30|50:10|61:00", "2730 3010 3660", ""},
		"two readings":  {"Lama Tunggu", "05:30|10:30", "", "D255 D255 D255"},
		"bounds":        {"Lama Tunggu", "< 15 menit|10-14 menit", "", "D405 D405"},
	} {
		if got, codes := read(nil, tc.heading, strings.Split(tc.waits, "|")...); got != tc.want || codes != tc.codes {
			t.Errorf("%s: %s, %s; want %s, %s", name, got, codes, tc.want, tc.codes)
		}
	}
	for unit, want := range map[string]string{"detik": "300 400 500", "menit": "18000 24000 30000"} {
		if got, codes := read(&Override{Unit: unit}, "Lama Tunggu", "300", "400", "500"); got != want || codes != "" {
			t.Errorf("%s: %s, %s", unit, got, codes)
		}
	}
	_, k, err := cells(t, nil, "Tanggal;No Antrian;Jam Ambil;Lama Tunggu;Lama Layanan", "14/01/2016;A1;07.30;900;60", "14/01/2016;A2;07.30;3000;90")
	if err != nil || len(k.tickets) != 2 || k.tickets[0].Served.Micros != 60e6 {
		t.Errorf("services beside waits in seconds: %+v, %s, %v", k.tickets, k.codes(), err)
	}
}

// TestCountsWithWords: the word behind a count must be one that is counted.
func TestCountsWithWords(t *testing.T) {
	_, k, err := cells(t, nil, "No;Jenis TAK;Tanggal Keputusan;Kebangsaan;Pasal;Jumlah", "1;Deportasi;13/01/2016;India;75;2 orang", "2;Deportasi;14/01/2016;India;75;1 (satu) orang", "3;Deportasi;15/01/2016;India;75;-",
		"4;Deportasi;16/01/2016;India;75;2 minggu")
	if err != nil || len(k.actions) != 3 || k.actions[0].Number != 2 || k.actions[1].Number != 1 || k.actions[2].Number != 0 || k.codes() != "D402" {
		t.Errorf("%+v, %s, %v", k.actions, k.codes(), err)
	}
}

const survey9 = "No Responden;Persyaratan;Prosedur;Waktu;Biaya;Produk;Kompetensi;Perilaku;Sarana;Pengaduan"

func scores(k *all) string {
	var out []string
	for _, a := range k.answers {
		out = append(out, strings.Trim(fmt.Sprint(a.Scores), "[]"))
	}
	return strings.ReplaceAll(strings.Join(out, "|"), " ", "")
}

// TestAnswersInWords: in the order of the record, complaints before facilities.
func TestAnswersInWords(t *testing.T) {
	for name, tc := range map[string]struct{ rows, want string }{
		"standard":  {"Sangat sesuai;Mudah;Cepat;Gratis;Kurang sesuai;Kompeten;Sangat sopan dan ramah;Cukup;Tidak ada", "433423412"},
		"lowest":    {"Tidak sesuai;Tidak mudah;Tidak cepat;Sangat mahal;Tidak sesuai;Tidak kompeten;Tidak sopan dan ramah;Buruk;Tidak ada", "111111111"},
		"good":      {"Baik;Sangat Baik;Kurang Baik;Tidak Baik;Baik;Baik;Baik;Baik;Baik", "342133333"},
		"satisfied": {"PUAS;SANGAT PUAS;KURANG PUAS;TIDAK PUAS;puas;puas;puas;puas;puas", "342133333"},
		"numbered":  {"4 - Sangat Baik;(3) Baik;Baik (3);d. Sangat Sesuai;2. Kurang Baik;3 = Baik;4;4,00;1 - Tidak Baik", "433423414"},
		"very":      {"Baik sekali;Mudah sekali;Cepat;Murah;Sesuai dengan jenisnya;Kompeten;Sopan dan ramah;Baik;Dikelola dengan baik", "443333343"},
		"agreement": {"STS;TS;S;SS;Sangat Setuju;Tidak Setuju;Setuju;Sangat Tidak Setuju;S", "123442331"},
		"nothing":   {"Baik;-;NULL;tidak diisi;Baik;Baik;Baik;Baik;Dikelola dengan baik", "300033343"},
	} {
		_, k, err := cells(t, nil, survey9, "1;"+tc.rows)
		if err != nil || scores(k) != tc.want {
			t.Errorf("%s: %s, %s, %v; want %s", name, scores(k), k.codes(), err, tc.want)
		}
	}
	for _, cell := range []string{"1 - Sangat Baik", "4 - Tidak Baik", "oke", "Baik sekali tidak"} {
		if _, k, err := cells(t, nil, survey9, "1;"+cell+";3;3;3;3;3;3;3;3"); err == nil && len(k.answers) != 0 {
			t.Errorf("%q is read as %s", cell, scores(k))
		}
	}
}

// TestAnotherScaleIsRefusedWhole: never by dropping what does not fit; a slip
// costs its row alone, and so does all that rapor.yaml calls slips.
func TestAnotherScaleIsRefusedWhole(t *testing.T) {
	row := func(n int, answers string) string { return fmt.Sprintf("%d;", n) + answers }
	var plain []string
	for i := range 20 {
		plain = append(plain, row(i, "3;3;3;3;3;3;3;3;3"))
	}
	five := row(30, "3;5;3;3;3;3;3;3;3")
	for name, tc := range map[string]struct {
		lines []string
		used  int // -1: refused whole
	}{
		"a stray five": {append([]string{five}, plain...), 20},
		"many fives":   {append([]string{five, row(31, "5;5;5;4;3;5;5;5;4"), row(32, "5;4;5;4;3;5;5;4;4")}, plain...), -1},
		"ten":          {[]string{row(1, "8;7;9;8;8;7;10;9;8"), row(2, "8;7;9;8;8;7;10;9;8")}, -1},
		"five words":   {[]string{row(1, "Sangat Tidak Setuju;Tidak Setuju;Kurang Setuju;Setuju;Sangat Setuju;Setuju;Setuju;Setuju;Setuju")}, -1},
		"cukup":        {[]string{row(1, "Cukup Baik;Cukup Baik;Baik;Baik;Baik;Baik;Baik;Baik;Baik")}, -1},
		"foot":         {append(plain, "Jumlah;60;60;60;60;60;60;60;60;60", "NRR;3,1;3,1;3,1;3,1;3,1;3,1;3,1;3,1;3,1"), 20},
	} {
		_, k, err := cells(t, nil, append([]string{survey9}, tc.lines...)...)
		var refused *grid.RefusedError
		if whole := errors.As(err, &refused) && refused.Code == reject.OtherScale; whole != (tc.used < 0) || !whole && (err != nil || len(k.answers) != tc.used) {
			t.Errorf("%s: %d used, %s, %v", name, len(k.answers), k.codes(), err)
		}
	}
	_, k, err := cells(t, &Override{Unit: "1-4"}, survey9, row(1, "5;5;5;4;3;5;5;5;4"), row(2, "3;3;3;3;3;3;3;3;3"))
	if err != nil || len(k.answers) != 1 || k.codes() != "D406" {
		t.Errorf("slips by rapor.yaml: %s, %s, %v", scores(k), k.codes(), err)
	}
}

// TestLargeAmountsInUnits: an amount of any size times its unit is exact, or no
// amount at all.
func TestLargeAmountsInUnits(t *testing.T) {
	for _, c := range []struct {
		printed string
		unit    int64
		sen     int64 // -1 for none
	}{
		{"1", 1_000, 100_000},
		{"92.233.720", 1_000, 9_223_372_000_000},
		{"92.233.721", 1_000, 9_223_372_100_000},
		{"2.000.000.000", 1_000, 200_000_000_000_000},
		{"-224.045.853", 1_000, -22_404_585_300_000},
		{"224.045.853,125", 1_000, 22_404_585_312_500},
		{"1.234,56789012345", 1_000_000, 123_456_789_012},
		{"0,000000005", 1_000_000, 1},
		{"70.000", 1_000_000_000, 7_000_000_000_000_000},
		{"999.999.999.999.999", 1_000_000_000_000, -1},
		{"100.000.000.000", 1_000_000_000, -1},
	} {
		d, err := locale.ParseNumber(c.printed, locale.StyleID)
		if err != nil {
			t.Fatal(err)
		}
		if sen, fits := scaled(d, c.unit); fits != (c.sen >= 0 || c.printed[0] == '-') || fits && sen != c.sen {
			t.Errorf("%s x %d: %d sen, %v, want %d", c.printed, c.unit, sen, fits, c.sen)
		}
	}
}
