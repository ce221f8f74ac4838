package layout

import "testing"

// TestDifferences: a difference is read in the direction in which the table takes
// it; one that fits neither stays as it is printed.
func TestDifferences(t *testing.T) {
	const head = "Tahun;Belanja;Anggaran;Realisasi;Selisih\n"
	for table, want := range map[string]int64{
		head + "2025;Pegawai;100;120;20\n2025;Barang;100;70;-30\n2025;Modal;50;20;-30\n": 4000,
		head + "2025;Pegawai;100;120;-20\n2025;Barang;100;70;30\n2025;Modal;50;20;30\n":  4000,
		head + "2025;Pegawai;100;120;20\n2025;Barang;100;70;30\n2025;Modal;50;20;30\n":   8000,
	} {
		var got int64
		for _, l := range readTable(t, table, "x.csv").ledgers {
			got += int64(l.Remainder.Sen)
		}
		if got != want {
			t.Errorf("%s%d, not %d", table, got, want)
		}
	}
}
