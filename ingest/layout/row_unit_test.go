package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/reject"
)

// spentOf reads a table and lists the spendings in rupiah.
func spentOf(t *testing.T, text string) (*budget, string) {
	t.Helper()
	out := &budget{}
	if p, _ := read(t, text, out); p == nil || p.Kind != "ledger" {
		t.Fatalf("read by %+v", p)
	}
	var list []string
	for _, l := range out.ledger {
		list = append(list, fmt.Sprint(int64(l.Spent.Sen)/100))
	}
	return out, strings.Join(list, " ")
}

func TestUnitsOfRows(t *testing.T) {
	rows := func(units ...string) string {
		s := ""
		for i, u := range units {
			s += fmt.Sprintf("2016;%d;52 Belanja Barang;12.000;1.000;%s\n", i+1, u)
		}
		return s
	}
	for _, c := range []struct{ name, table, want string }{
		{"one unit", "Satuan\n" + rows("Ribu Rp", "Ribu Rp"), "1000000 1000000"},
		{"several", "Satuan\n" + rows("Rp juta", "ribu rupiah", "Rupiah", "Rp", "miliar", "(dalam jutaan)", "Rp 000"),
			"1000000000 1000000 1000 1000 1000000000000 1000000000 1000000"},
		{"English", "Unit\n" + rows("million", "Rp thousand", "IDR"), "1000000000 1000000 1000"},
		{"another heading", "Dalam\n" + rows("Jutaan Rupiah", "Jutaan Rupiah"), "1000000000 1000000000"},
		{"no known heading", "Jenis Angka\n" + rows("ribuan", "jutaan"), "1000000 1000000000"},
		{"of what is counted", "Satuan\n" + rows("Orang", "Dokumen", "Layanan"), "1000 1000 1000"},
		{"rupiah alone", "Satuan\n" + rows("Rp", "", "Rupiah"), "1000 1000 1000"},
		{"a blank", "Satuan\n" + rows("Ribu Rp", "", "Juta Rp"), "1000000 1000000000"},
		{"an unknown one", "Satuan\n" + rows("Ribu Rp", "lusin", "Juta Rp"), "1000000 1000000000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, got := spentOf(t, "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi;"+c.table)
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			switch c.name {
			case "a blank":
				b.code(t, reject.MissingValue)
			case "an unknown one":
				b.code(t, reject.AmbiguousScale)
			}
		})
	}
}

// A unit behind the name of an account is of that row alone, and no part of the
// name; one that an amount above the table contradicts is of no use.
func TestUnitInAName(t *testing.T) {
	b, got := spentOf(t, "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi\n2016;1;51 Belanja Pegawai (ribu Rp);12.000;1.000\n"+
		"2016;1;52 Belanja Barang;12.000.000;900.000\n2016;2;51 Belanja Pegawai;12.000.000;500.000\n"+
		"2016;2;52 Belanja Barang (Rp 300.000);12.000.000;900.000\n")
	if got != "1000000 900000 500000 900000" || b.ledger[0].Label != b.ledger[2].Label {
		t.Errorf("%s: %+v", got, b.ledger)
	}
	b, got = spentOf(t, "(dalam ribuan rupiah)\nTahun;Bulan;Jenis Belanja;Pagu;Realisasi;Satuan\n"+
		"2016;1;51 Belanja Pegawai;12.000;1.000;ribu\n2016;1;52 Belanja Barang;12;1;juta\n")
	if got != "1000000" {
		t.Errorf("%s", got)
	}
	b.code(t, reject.AmbiguousScale)
}

// The total of a table without a unit of its own is still the sum of its rows.
func TestTotalWithoutUnit(t *testing.T) {
	b, got := spentOf(t, "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi;Satuan\n2016;1;51 Pegawai;12.000;1.000;ribu Rp\n"+
		"2016;1;52 Barang;11.000;700;ribu Rp\n2016;1;Jumlah;23.000;1.700;\n")
	if got != "1000000 700000" || len(b.complaints) > 0 {
		t.Errorf("%s: %+v", got, b.complaints)
	}
}
