package layout

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// twice are tables with two columns whose headings are both aliases of a field:
// the one that is read, or "" where it is asked.
var twice = []struct{ table, field, read string }{
	// a declared order, whichever stands first
	{"No Aduan;Tanggal Aduan;Tanggal Tindak Lanjut;Tanggal Selesai;Saluran|P1;01/02/2016;02/02/2016;05/02/2016;Surat|P2;01/02/2016;02/02/2016;;Surat", "closed", "Tanggal Selesai"},
	{"No Aduan;Tanggal Aduan;Tanggal Ditutup;Tanggal Tindak Lanjut;Saluran|P1;01/02/2016;05/02/2016;02/02/2016;Surat", "closed", "Tanggal Ditutup"},
	{"No Permohonan;Tanggal Daftar;Tanggal Permohonan;Tanggal Selesai|1;01/02/2016;07/03/2016;10/03/2016", "applied", "Tanggal Permohonan"},
	{"No Permohonan;Tanggal Permohonan;Tanggal Penyerahan;Tanggal Cetak;Tanggal Selesai|1;07/03/2016;14/03/2016;08/03/2016;10/03/2016", "ready", "Tanggal Selesai"},
	{"No Permohonan;Tanggal Permohonan;Tanggal Penyerahan;Tanggal Cetak|1;07/03/2016;14/03/2016;08/03/2016", "ready", "Tanggal Cetak"},
	{"Tanggal;No Antrian;Jam Daftar;Jam Ambil;Jam Panggil|01/03/2016;A1;07:00;08:00;08:10", "taken", "Jam Ambil"},
	{"Tanggal;No Antrian;Jam Ambil;Jam Panggil;Keterangan;Status|01/03/2016;A1;08:00;08:10;berkas kurang;Selesai", "status", "Status"},
	{"Tahun;Bulan;Jenis Belanja;Pagu DIPA;Pagu Revisi;Realisasi|2016;1;51;2000;1000;100", "ceiling", "Pagu Revisi"},
	{"Tahun;Bulan;Jenis Belanja;Pagu;Realisasi;Realisasi Rp|2016;1;51;2000;5;100", "spent", "Realisasi Rp"},
	{"Tanggal Keputusan;Jenis Tindakan;Negara Asal;Kebangsaan|01/03/2016;Deportasi;India;RRT", "nationality", "Kebangsaan"},
	// a heading that says the same and more
	{"Tanggal;Tanggal SK;Jenis Tindakan;Kebangsaan|30/12/2015;01/02/2016;Deportasi;RRT", "decided", "Tanggal SK"},
	{"No Aduan;Tanggal;Tanggal Pengaduan;Tanggal Selesai;Saluran|P1;01/01/2016;01/02/2016;05/02/2016;Surat", "day", "Tanggal Pengaduan"},
	{"Tanggal;No Antrian;Jam Ambil;Jam Mulai;Jam Mulai Dilayani|01/03/2016;A1;08:00;07:30;08:10", "started", "Jam Mulai Dilayani"},
	// what the cells say
	{"Tanggal Penetapan;Tanggal Keputusan;Jenis Tindakan;Kebangsaan|01/02/2016;01/02/2016;Deportasi;RRT", "decided", "Tanggal Penetapan"},
	{"Tanggal Penetapan;Tanggal Keputusan;Jenis Tindakan;Kebangsaan|;01/02/2016;Deportasi;RRT", "decided", "Tanggal Keputusan"},
	// columns that only tell things apart
	{"Tanggal;No Antrian;Jam Ambil;Jam Panggil;No Loket;Nama Loket|01/03/2016;A1;08:00;08:10;1;Paspor", "counter", "No Loket"},
	{"Tahun;Bulan;Kode Akun;Jenis Belanja;Pagu;Realisasi|2016;1;511111;Belanja Pegawai;2000;100", "account", "Kode Akun"},
	// nothing tells
	{"Tanggal Penetapan;Tanggal Keputusan;Jenis Tindakan;Kebangsaan|30/12/2015;01/02/2016;Deportasi;RRT", "decided", ""},
	{"No Aduan;Tanggal Terima;Tanggal Pengaduan;Tanggal Selesai;Saluran|P1;02/02/2016;01/02/2016;05/02/2016;Surat", "day", ""},
	{"Tanggal;No Antrian;Jam Ambil;Jam Panggil;Waktu Voice;Jam Selesai|01/03/2016;A1;08:00;08:50;08:20;09:20", "called", ""},
	{"Tanggal;No Antrian;Jam Datang;Jam Cetak;Jam Panggil|01/03/2016;A1;08:00;08:05;08:20", "taken", ""},
	{"Tanggal Keputusan;Tanggal Pelaksanaan;Tanggal Deportasi;Jenis Tindakan;Kebangsaan|01/02/2016;02/02/2016;12/02/2016;Deportasi;RRT", "executed", ""},
	{"Tahun;Bulan;Jenis Belanja;Pagu DIPA;Pagu;Realisasi|2016;1;51;2000;1000;100", "ceiling", ""},
	{"Tahun;Bulan;Jenis Belanja;Pagu DIPA;Pagu Revisi;Realisasi|2016;1;51;2000;1000;100|2016;1;52;2000;0;100", "ceiling", ""},
	{"Tanggal;Tgl;No Antrian;Jam Ambil|14/03/2016;15/03/2016;A001;07.30", "day", ""},
}

func TestTwoColumnsOfOneFieldAreSettledOrAsked(t *testing.T) {
	for _, c := range twice {
		p, err := matched(t, c.table, nil)
		if c.read == "" {
			var refused *grid.RefusedError
			if !errors.As(err, &refused) || refused.Code != reject.SeveralLayouts || !strings.Contains(refused.Detail.ID, c.field) {
				t.Errorf("%s: not asked: %v", c.table, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.table, err)
			continue
		}
		at := slices.IndexFunc(p.Columns, func(x PlanColumn) bool { return x.Field == c.field })
		if at < 0 || p.Columns[at].Header != c.read {
			t.Errorf("%s: %s read from %+v, want %s", c.table, c.field, p.Columns[max(at, 0)].Header, c.read)
		}
		if !slices.ContainsFunc(p.Doubts, func(d grid.Doubt) bool { return d.Code == reject.DuplicateColumn }) {
			t.Errorf("%s: taken in silence", c.table)
		}
	}
}

// TestAnEntrySettlesTwoColumns reads each of two columns as the entry says.
func TestAnEntrySettlesTwoColumns(t *testing.T) {
	const table = "Tanggal Penetapan;Tanggal Keputusan;Jenis Tindakan;Kebangsaan|30/12/2015;01/02/2016;Deportasi;RRT"
	for _, heading := range []string{"Tanggal Penetapan", "Tanggal Keputusan"} {
		p, err := matched(t, table, &Override{Kind: "action", Columns: map[string]string{heading: "decided"}})
		if err != nil {
			t.Fatal(heading, err)
		}
		at := slices.IndexFunc(p.Columns, func(x PlanColumn) bool { return x.Field == "decided" })
		if at < 0 || p.Columns[at].Header != heading {
			t.Errorf("%s: read from another column: %+v", heading, p.Columns)
		}
	}
}

// matched finds the plan of a table whose rows are parted by "|".
func matched(t *testing.T, rows string, ov *Override) (*Plan, error) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(rows, "|", "\n") + "\n"
	book, err := table.Open(strings.NewReader(text), int64(len(text)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Match(book.Sheets()[0], "", layouts, ov)
}

// TestOrderNamesAliases finds a word of an order that is no alias of its field.
func TestOrderNamesAliases(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range layouts {
		for _, c := range l.Columns {
			for _, alike := range c.order {
				for alias := range alike {
					if !c.folded[alias] {
						t.Errorf("%s: %s: order: %q is no alias", l.ID, c.Field, alias)
					}
				}
			}
		}
		k, _ := kindOf(l.Kind)
		for name := range k.grouped {
			if _, ok := k.field(name); !ok {
				t.Errorf("%s: there is no field %q to group by", k.name, name)
			}
		}
	}
}
