package layout

import (
	"fmt"
	"testing"
)

// TestMonthsOfRejectedRows: a rejected row counts in the months that its dates
// name, where these can be read, whatever else is wrong with it.
func TestMonthsOfRejectedRows(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"a ticket called before it was taken", "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A1;07.30;07.40\n15/04/2016;A1;07.30;07.20\n16/04/2016;A1;07.30;x\n", "2016-04-01 2 "},
		{"no date that exists", "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A1;07.30;07.40\n31/04/2016;A1;07.30;07.40\n", ""},
		{"a line of the budget", "Tahun;Bulan;Akun;Uraian;Pagu;Realisasi\n2016;Maret;52;Barang;1.000.000;500.000\n2016;Mei;52;Barang;1.000.000;rusak\n", "2016-05-01 1 "},
		{"nothing rejected", "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A1;07.30;07.40\n", ""},
	} {
		_, tally, _ := run(t, c.table)
		got := ""
		for _, m := range tally.RejectedIn {
			got += fmt.Sprintf("%s %d ", m.Month, m.N)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q (%+v)", c.name, got, c.want, tally)
		}
	}
}
