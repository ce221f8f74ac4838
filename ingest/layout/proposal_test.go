package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table/delimited"
)

func sheetOf(t *testing.T, text string) grid.Sheet {
	t.Helper()
	b, err := delimited.Open(strings.NewReader(text), int64(len(text)), delimited.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b.Sheets()[0]
}

// TestProposalSettles: a table that lacks a field is refused with the entry that
// settles it, and read by it.
func TestProposalSettles(t *testing.T) {
	const table = "Tanggal;No Antrian;Xyz;Jam Panggil;Warna\n14/03/2016;A1;08.00;08.20;merah\n15/03/2016;A2;08.10;08.25;biru\n"
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	list, err := Propose(sheetOf(t, table), "a/antrean.csv", layouts, nil)
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	p := list[0]
	const entry = `sources: [{glob: "antrean.csv", kind: ticket, columns: {"Xyz": taken}}]`
	if p.Kind != "ticket" || len(p.Missing) != 1 || p.Missing[0].Field != "taken" || len(p.Missing[0].May) != 1 || p.Entry("antrean.csv", false) != entry {
		t.Fatalf("%+v %s", p, p.Entry("antrean.csv", false))
	}
	_, err = Match(sheetOf(t, table), "a/antrean.csv", layouts, nil)
	var r *grid.RefusedError
	if !errors.As(err, &r) || r.Code != reject.MissingColumn || !strings.Contains(r.Detail.ID, entry) || !strings.Contains(r.Detail.EN, "Xyz | Jam Panggil") {
		t.Errorf("%v", err)
	}
	_, got, err := byEntry(t, table, &Override{Kind: "ticket", Columns: map[string]string{"Xyz": "taken"}})
	if err != nil || len(got.tickets) != 2 || got.tickets[1].Taken != record.ClockAt(8, 10, 0) || !got.tickets[1].Called.Known() {
		t.Errorf("%v %+v", err, got.tickets)
	}
}

// TestTwoColumnsOfOneField: two columns that may be one field alike are a
// question that names both, unless their cells are the same.
func TestTwoColumnsOfOneField(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	head := "Tanggal;No Antrian;Jam Ambil;Jam Panggilan Loket;Jam Panggilan Pemohon\n"
	_, err = Match(sheetOf(t, head+"14/03/2016;A1;08.00;08.20;08.30\n"), "", layouts, nil)
	var r *grid.RefusedError
	if !errors.As(err, &r) || r.Code != reject.SeveralLayouts || !strings.Contains(r.Detail.EN, "called: Jam Panggilan Loket / Jam Panggilan Pemohon") ||
		!strings.Contains(r.Detail.EN, `columns: {"Jam Panggilan Loket": called}`) {
		t.Errorf("%v", err)
	}
	_, got, err := byEntry(t, head+"14/03/2016;A1;08.00;08.20;08.30\n", &Override{Columns: map[string]string{"Jam Panggilan Pemohon": "called"}})
	if err != nil || len(got.tickets) != 1 || got.tickets[0].Called != record.ClockAt(8, 30, 0) {
		t.Errorf("%v %+v", err, got.tickets)
	}
	if _, err = Match(sheetOf(t, head+"14/03/2016;A1;08.00;08.20;08.20\n"), "", layouts, nil); err != nil {
		t.Error(err)
	}
}

// TestNotTickets: tables that look like tickets and are none of them.
func TestNotTickets(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{
		"No;Nama;Tanggal;Jam Masuk;Jam Keluar\n1;Rekaan A;14/03/2016;07.30;16.00\n2;Rekaan B;14/03/2016;07.35;16.05\n",
		"Tanggal;Nama Petugas;Loket;Jam Masuk;Jam Keluar\n14/03/2016;Rekaan A;1;07.30;16.00\n14/03/2016;Rekaan B;2;07.35;16.05\n",
		"Tanggal;Nama Tamu;Keperluan;Jam Datang;Jam Pulang\n14/03/2016;Rekaan A;Rapat;07.30;16.00\n",
		"Tanggal;Kegiatan;Jam Mulai;Jam Selesai;Tempat\n14/03/2016;Rapat;07.30;16.00;Aula\n",
		"hour_of_day;day_of_week;staff;crowd;wait_time_mins\n9;1;3;20;15\n10;1;3;22;18\n",
		"Post;Visitors (B1/B2);Students;Workers\nJakarta;93.0;20;31\nSurabaya;101.0;21;30\n",
	} {
		if p, err := Match(sheetOf(t, table), "data.csv", layouts, nil); err == nil {
			t.Errorf("%s: read as %s", strings.SplitN(table, "\n", 2)[0], p.Layout)
		}
	}
}

// TestSillyKinds: words that head tables of every kind propose none.
func TestSillyKinds(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{
		"tahun;provinsi;uraian;nilai\n2023;Aceh;Desa;2000000\n2023;Bali;Desa;3000000\n2024;Bali;Desa;4000000\n",
		"Tahun;Kode;Nama;Jumlah\n2023;1;Rekaan;20\n2023;2;Rekaan;30\n2024;3;Rekaan;40\n",
		"Year;Country;Value\n2023;Mexico;20\n2023;Ghana;30\n2024;Peru;40\n",
		"Bulan;Status;Nilai;Keterangan\nJanuari;baik;20;-\nFebruari;baik;30;-\n",
	} {
		list, err := Propose(sheetOf(t, table), "data.csv", layouts, nil)
		if err != nil || len(list) > 0 {
			t.Errorf("%s%+v %v", table, list, err)
		}
	}
}

// TestTimesThatFollow: of a table without a known heading, times that follow one
// another in every row are proposed as those of a visit, and never in force;
// times in another order propose nothing.
func TestTimesThatFollow(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	table := func(swap bool) string {
		s := "urutan;t_a;t_b;t_c\n"
		for i := range 10 {
			a, b, c := fmt.Sprintf("8:%02d:10", i*3), fmt.Sprintf("08:%02d:15", i*3+1), fmt.Sprintf("08:%02d:30", i*3+2)
			if swap && i == 5 {
				a, c = c, a
			}
			s += fmt.Sprintf("%d;%s;%s;%s\n", i+1, a, b, c)
		}
		return s
	}
	list, err := Propose(sheetOf(t, table(false)), "x.csv", layouts, nil)
	if err != nil || len(list) != 1 || list[0].Kind != "ticket" || !list[0].Guess || list[0].Headings[2].Field != "started" ||
		len(list[0].Missing) != 1 || list[0].Missing[0].Field != "day" || !list[0].Missing[0].Constant {
		t.Fatalf("%+v %v", list, err)
	}
	if list, err = Propose(sheetOf(t, table(true)), "x.csv", layouts, nil); err != nil || len(list) > 0 {
		t.Errorf("%+v %v", list, err)
	}
}

// TestNumbersOfActs: tables of numbers of acts by day and country, in whatever
// words; the kind of act may stand in a title or a name. What is no such table
// counts nothing.
func TestNumbersOfActs(t *testing.T) {
	for _, tc := range []struct {
		table, file string
		n           int64 // of persons, 0 = not read
		kind        record.ActionKind
	}{
		{"Date,Return type,Country of nationality,Number of returns\n2024-01-31,Enforced return,Albania,20\n2024-02-29,Enforced return,Ghana,3\n",
			"x.csv", 23, record.ActionDeportation},
		{"Departure date;Destination country;Number of deportees\n2024-01-31;Albania;20\n2024-02-20;Ghana;3\n",
			"removals-2024.csv", 23, record.ActionDeportation},
		{"Tanggal Keberangkatan;Kebangsaan;Jumlah Deteni\n31/01/2024;Ghana;20\n20/02/2024;Peru;3\n", "deportasi.csv", 23, record.ActionDeportation},
		{"Apprehension date;Citizenship;Number of arrests\n2024-01-31;Ghana;20\n2024-02-20;Peru;3\n", "arrests.csv", 0, 0}, // of which act, is asked
		{"Date;Destination;Passengers\n2024-01-31;Albania;20\n2024-02-20;Ghana;3\n", "flights.csv", 0, 0},
		{"Return date;Country;Number of books\n2024-01-31;Albania;20\n2024-02-20;Ghana;3\n", "library.csv", 0, 0},
		{"Tanggal Keberangkatan;Kebangsaan;Jumlah Deteni\n31/01/2024;Ghana;20\n", "batal-deportasi.csv", 0, 0},
		{"Departure date;Destination country;Escorts\n2024-01-31;Albania;20\n", "removals.csv", 0, 0},
	} {
		got := readTable(t, tc.table, tc.file)
		var n int64
		for _, a := range got.actions {
			if n += a.Number; a.Kind != tc.kind {
				t.Errorf("%s: %v", tc.table, a.Kind)
			}
		}
		if n != tc.n {
			t.Errorf("%s %s: %d, not %d", tc.file, tc.table, n, tc.n)
		}
	}
}

// TestMonthsOfCounts: days that are the first of their months under "period" are
// months; counts beyond the standard need no mean.
func TestMonthsOfCounts(t *testing.T) {
	got := readTable(t, "period;unit_code;attendances;breaches\n2024-01-01;A;200;30\n2024-02-01;A;100;10\n", "x.csv")
	if len(got.intervals) != 2 || got.intervals[0].Grain != record.GrainMonth || got.intervals[1].Late != 10 || got.intervals[1].Count != 100 {
		t.Errorf("%+v", got.intervals)
	}
	if got = readTable(t, "Tanggal;Jumlah Kunjungan;Melebihi Standar\n01/01/2024;200;30\n02/01/2024;100;10\n", "x.csv"); len(got.intervals) != 2 ||
		got.intervals[0].Grain == record.GrainMonth {
		t.Errorf("%+v", got.intervals)
	}
	if got = readTable(t, "Tanggal;Hadir;Terlambat\n01/01/2024;200;30\n02/01/2024;100;10\n", "absensi-pegawai.csv"); len(got.intervals) != 0 {
		t.Errorf("%+v", got.intervals)
	}
}

// TestAmountsThatAreNamed: an amount that no heading explains is a ceiling or
// spending where the name of its file says which, and only one of them.
func TestAmountsThatAreNamed(t *testing.T) {
	const table = "tahun;kdprov;kdakun;urakun;nilai\n2023;01;521111;Belanja Barang;2000000\n2023;02;521111;Belanja Barang;3000000\n"
	for file, want := range map[string][2]int64{
		"pagu.csv": {5000000, 0}, "realisasi-2023.csv": {0, 5000000}, "pagu-realisasi.csv": {}, "data.csv": {}, "sisa-pagu.csv": {},
		"persen-realisasi.csv": {},
	} {
		var sum [2]int64
		for _, l := range readTable(t, table, file).ledgers {
			sum[0] += int64(l.Ceiling.Sen) / 100
			sum[1] += int64(l.Spent.Sen) / 100
		}
		if sum != want {
			t.Errorf("%s: %v, not %v", file, sum, want)
		}
	}
}

// readTable reads a table without an entry; one that is refused gives nothing.
func readTable(t *testing.T, text, file string) *everything {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	sink := &everything{}
	s := sheetOf(t, text)
	p, err := Match(s, file, layouts, nil)
	if err != nil {
		return sink
	}
	if err := p.Decide(s, nil); err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Run(s, 0, 0, sink); err != nil {
		t.Fatal(err)
	}
	return sink
}

// TestUnknownWords: a refusal names the words of the headings that are not
// known, in both of its kinds, and none that is.
func TestUnknownWords(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for table, want := range map[string]string{
		"Tanggal;No Antrian;Xyz;Jam Panggil;Warna Baju\n14/03/2016;A1;rumah;08.20;merah\n":           "; words not known: xyz, warna, baju",
		"Suhu Udara;Kelembapan;Nomor Sensor\n21,3;80;1\n21,4;81;1\n":                                 "; words not known: suhu, udara, kelembapan",
		"Tanggal;No Antrian;Keperluan;Jam Panggil\n14/03/2016;A1;rumah;08.20\n":                      "",
		"a1;b2;c3;d4;e5;f6;g7;h8;i9;j10;k11;l12\nx;x;x;x;x;x;x;x;x;x;x;x\nx;x;x;x;x;x;x;x;x;x;x;x\n": ", j10, and 2 more",
	} {
		_, err := Match(sheetOf(t, table), "a/x.csv", layouts, nil)
		var r *grid.RefusedError
		if !errors.As(err, &r) {
			t.Fatalf("%s: %v", table, err)
		}
		if got := r.Detail.EN; !strings.Contains(got, want) || want == "" && strings.Contains(got, "not known") || strings.Contains(got, "antrian,") {
			t.Errorf("%s%s", table, got)
		}
	}
}
