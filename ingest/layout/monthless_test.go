package layout

import (
	"testing"

	"rapor/ingest/reject"
)

// A spending whose month is blank among months is of none that is known; one of
// a year without months is of that year, and a ceiling may stand for a year.
func TestMonthless(t *testing.T) {
	const head = "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi\n"
	for _, c := range []struct{ name, table, want string }{
		{"among months", head + "2016;Januari;51 Pegawai;12.000;1.000\n2016;Februari;51 Pegawai;12.000;1.100\n" +
			"2016;;51 Pegawai;12.000;1.300\n", "1000 1100"},
		{"another year", head + "2015;;51 Pegawai;12.000;11.300\n2016;Januari;51 Pegawai;12.000;1.000\n" +
			"2016;Februari;51 Pegawai;12.000;1.100\n", "11300 1000 1100"},
		{"a ceiling of the year", head + "2016;;51 Pegawai;12.000;\n2016;Januari;51 Pegawai;;1.000\n" +
			"2016;Februari;51 Pegawai;;1.100\n", "0 1000 1100"},
		{"no months at all", head + "2016;;51 Pegawai;12.000;1.000\n2016;;52 Barang;12.000;1.100\n", "1000 1100"},
		{"a sum of two without words", head + "2016;Januari;51 Pegawai;12;10\n2016;Januari;52 Barang;11;7\n;;;23;17\n" +
			"2016;Februari;51 Pegawai;12;11\n2016;Februari;52 Barang;11;8\n;;;23;19\n", "10 7 11 8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, got := spentOf(t, c.table)
			if got != c.want {
				t.Errorf("%s, want %s: %+v", got, c.want, b.complaints)
			}
			if c.name == "among months" {
				b.code(t, reject.MissingValue)
			}
		})
	}
}
