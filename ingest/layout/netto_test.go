package layout

import "testing"

// TestNetSpending: where a table has spending before and after returns, that
// after them is read.
func TestNetSpending(t *testing.T) {
	p, _, _ := run(t, "Tahun;Bulan;Akun;Pagu;Realisasi Belanja;Pengembalian Belanja;Realisasi Netto\n"+
		"2016;Januari;521111;600000000;30000000;0;30000000\n2016;Februari;521111;600000000;30000000;1000000;29000000\n")
	if p.Columns[4].Field != "" || p.Columns[6].Field != "spent" {
		t.Errorf("%+v", p.Columns)
	}
}
