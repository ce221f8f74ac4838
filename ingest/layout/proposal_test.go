package layout

import (
	"errors"
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
