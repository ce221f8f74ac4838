package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// sheetsOf reads one CSV and hands back its tables.
func sheetsOf(t *testing.T, csv string) []Sheet {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "data.csv"), []byte(csv), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := Read(t.Context(), []string{dir}, Options{}, []record.Sink{&facts.Set{}})
	if err != nil {
		t.Fatal(err)
	}
	return m.Sources[0].Sheets
}

// unknownRows is a table that no layout knows.
func unknownRows(n int) string {
	var b strings.Builder
	b.WriteString("Kode Barang;Merek;Ruang;Harga\n")
	for i := range n {
		fmt.Fprintf(&b, "3.05.%02d;Meja;Loket;%d\n", i, 1000+i)
	}
	return b.String()
}

const complaintHead = "Tanggal;Kanal;Pokok Pengaduan;Tanggal Selesai\n"

func complaintRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%02d/%02d/2016;LAPOR;Antrean;%02d/%02d/2016\n", i%28+1, i/28%12+1, i%28+1, i/28%12+1)
	}
	return b.String()
}

// TestKnownTableBelowAnUnknownOne: however far below an unknown table a known
// one begins, it is read, and the unknown one is named.
func TestKnownTableBelowAnUnknownOne(t *testing.T) {
	for _, n := range []int{2, 5, 40, 57, 58, 59, 60, 61, 62, 120, 3000} {
		for _, gap := range []string{"\n", "\nDAFTAR PENGADUAN\n\n", ""} {
			sheets := sheetsOf(t, "DAFTAR INVENTARIS\n"+unknownRows(n)+gap+complaintHead+complaintRows(9))
			var used int64
			unknown := false
			for _, sh := range sheets {
				used += sh.Tally.Used
				unknown = unknown || sh.Refused == reject.NoLayout
			}
			if used != 9 || !unknown {
				t.Errorf("%d rows above, %q between: %d of 9 read, unknown table named: %v", n, gap, used, unknown)
			}
		}
	}
}

// TestTwoHeadingsOfOneTableUnknown: a heading that comes again all the time and
// fits no layout is tried once; what follows the tries is still found.
func TestTwoHeadingsOfOneTableUnknown(t *testing.T) {
	page := "Tanggal;Kanal;Jumlah Unit;Merek\n01/02/2016;toko;3;ABC\n"
	sheets := sheetsOf(t, strings.Repeat(page, 200)+"\n"+complaintHead+complaintRows(9))
	if n := len(sheets); n != 2 || sheets[1].Tally.Used != 9 {
		t.Errorf("%d tables: %+v", n, sheets)
	}
}

// TestDataAboveTheirHeader: rows above a header that are records of its table
// are named, and do not pass the gate in silence; titles are titles.
func TestDataAboveTheirHeader(t *testing.T) {
	code := func(csv string) (c reject.Code) {
		for _, sh := range sheetsOf(t, csv) {
			if sh.Refused != "" {
				c = sh.Refused
			}
		}
		return c
	}
	for _, n := range []int{1, 20, 59, 60, 61, 500} {
		if c := code(complaintRows(n) + complaintHead + complaintRows(9)); c != reject.DataAbove {
			t.Errorf("%d records above the header: %q", n, c)
		}
	}
	for _, titles := range []string{
		"LAPORAN PENGADUAN\nPeriode;01/01/2016;s.d.;31/12/2016\n\n",
		"Kantor;Contoh;;\nBulan;Januari;Tahun;2016\nDicetak;01/02/2016;pukul;08.00\n",
		"JUMLAH;9;9;\n",
		"(1);(2);(3);(4)\n",
	} {
		if c := code(titles + complaintHead + complaintRows(9)); c != "" {
			t.Errorf("%q: %q", titles, c)
		}
	}
	if c := code("Bulan;Masuk;Selesai\nJanuari;12;10\nFebruari;14;9\n\n" + complaintHead + complaintRows(9)); c != reject.NoLayout {
		t.Errorf("a summary above the table: %q", c)
	}
}

// TestHeaderAgainWithColumnsMoved: a header that comes again at once with its
// columns in other places heads the same table, also where an entry of
// rapor.yaml names its columns: amounts of one account are added, not taken for
// two states of it.
func TestHeaderAgainWithColumnsMoved(t *testing.T) {
	dir := t.TempDir()
	csv := "Tahun;Akun;Dana Tersedia;Dana Terpakai\n2016;51 Belanja Pegawai;900.000;300.000\n2016;52 Belanja Barang;700.000;\n\n" +
		"Dana Terpakai;Dana Tersedia;Tahun;Akun\n100.000;200.000;2016;51 Belanja Pegawai\nx;500;2016;52 Belanja Barang\n"
	if err := os.WriteFile(filepath.Join(dir, "data.csv"), []byte(csv), 0o600); err != nil {
		t.Fatal(err)
	}
	entry := layout.Override{Glob: "*", Kind: "ledger", Columns: map[string]string{"Tahun": "year",
		"Akun": "account", "Dana Tersedia": "ceiling", "Dana Terpakai": "spent"}}
	set := &facts.Set{}
	m, err := Read(t.Context(), []string{dir}, Options{Overrides: []layout.Override{entry}}, []record.Sink{set})
	if err != nil {
		t.Fatal(err)
	}
	set.Seal()
	sheets := m.Sources[0].Sheets
	if len(sheets) != 1 || sheets[0].Tally.Used != 3 || sheets[0].Tally.Rejected != 1 || sheets[0].Tally.Read != 6 {
		t.Fatalf("%+v", sheets)
	}
	b := set.Finance.Budgets("", 2016)
	if len(b) != 2 || b[0].Year.Ceiling.Sen != 1_100_000_00 || b[0].Year.Spent.Sen != 400_000_00 ||
		b[0].Doubts.Rival.Row != 0 {
		t.Errorf("%+v", b)
	}
	rows, _, err := m.Corrections(t.Context(), set.Rejects.All(), text.ID)
	if err != nil || len(rows) != 1 || rows[0].Cells[0].Header != "Dana Terpakai" || rows[0].Cells[0].Text != "x" ||
		rows[0].Cells[0].Column != 0 {
		t.Errorf("%v %+v", err, rows)
	}
}

// TestMovedPartsAreReadAlike: what the cells of a part leave open, the order of
// its dates or how it writes numbers, the other parts of the table decide.
func TestMovedPartsAreReadAlike(t *testing.T) {
	clear := []string{"01/25/2016;08:00-09:00;41;12.5\n", "01/26/2016;08:00-09:00;41;12.5\n"}
	open := []string{"02/03/2016;08:00-09:00;38;11.475\n", "02/04/2016;08:00-09:00;38;11.475\n"}
	moved := func(rows []string) (out string) {
		for _, r := range rows {
			c := strings.Split(strings.TrimSpace(r), ";")
			out += c[2] + ";" + c[0] + ";" + c[1] + ";" + c[3] + "\n"
		}
		return out
	}
	for _, csv := range []string{
		strings.Join(clear, "") + "Count;Date;Hours;Mean Wait (minutes)\n" + moved(open),
		strings.Join(open, "") + "Count;Date;Hours;Mean Wait (minutes)\n" + moved(clear),
	} {
		sheets := sheetsOf(t, "Date;Hours;Count;Mean Wait (minutes)\n"+csv)
		if len(sheets) != 1 || sheets[0].Tally.Used != 4 || sheets[0].Tally.Rejected != 0 {
			t.Fatalf("%s%+v", csv, sheets)
		}
		if last := sheets[0].Tally.Last; last != record.DayOf(2016, 2, 4) {
			t.Errorf("the last day is %s", last)
		}
	}
}
