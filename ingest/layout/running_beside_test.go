package layout

import (
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

func TestThreeSpendingsOfAMonth(t *testing.T) {
	const rows = "51 Belanja Pegawai;12.000;2.000;1.000;3.000\n52 Belanja Barang;12.000;2.100;1.000;3.100\n" +
		"53 Belanja Modal;12.000;2.100;1.000;3.100\nJUMLAH;36.000;6.200;3.000;9.200\n"
	const title = "LAPORAN REALISASI ANGGARAN;;;;\nBulan Maret 2016;;;;\n"
	for _, heads := range []string{
		"Uraian;Pagu;Realisasi Bulan Lalu;Realisasi Bulan Ini;Realisasi s.d. Bulan Ini",
		"Jenis Belanja;Pagu;Realisasi s.d. Bulan Lalu;Realisasi Bulan Ini;Realisasi s/d Bulan Ini",
		"Jenis Belanja;Pagu Anggaran;Realisasi Bulan Sebelumnya;Realisasi Bulan Ini;Realisasi sampai dengan Bulan Ini",
		"Account;Budget;Spending up to Last Month;Spending This Month;Spending to Date",
		"Jenis Belanja;Pagu;Realisasi;;\n;;s.d. Bulan Lalu;Bulan Ini;s.d. Bulan Ini",
	} {
		b, got := spentOf(t, title+heads+"\n"+rows)
		if got != "3000 3100 3100" || b.ledger[0].Month != 3 || b.ledger[0].Cumulative != record.Yes {
			t.Errorf("%s: %s %+v", heads, got, b.ledger)
		}
		if len(b.complaints) > 0 {
			t.Errorf("%s: %+v", heads, b.complaints)
		}
	}
	off := strings.Replace(title+"Uraian;Pagu;Realisasi Bulan Lalu;Realisasi Bulan Ini;Realisasi s.d. Bulan Ini\n"+rows,
		"2.000;1.000;3.000", "2.000;1.500;3.000", 1)
	b, _ := spentOf(t, off)
	b.code(t, reject.TotalMismatch)
}

// Beside the spending of the month alone the running total is taken too, where
// months are rows.
func TestRunningTotalBesideTheMonth(t *testing.T) {
	b, got := spentOf(t, "REALISASI TAHUN ANGGARAN 2016;;;;\nBulan;Jenis Belanja;Pagu;Realisasi s.d. Bulan Ini;"+
		"Realisasi Bulan Ini\nJanuari;51 Belanja Pegawai;12.000;1.000;1.000\nFebruari;51 Belanja Pegawai;12.000;2.500;1.500\n")
	_, bare := spentOf(t, "REALISASI TAHUN ANGGARAN 2016;;;;\nBulan;Jenis Belanja;Pagu;Realisasi;Realisasi s.d. Bulan Ini\n"+
		"Januari;51 Belanja Pegawai;12.000;1.000;1.000\nFebruari;51 Belanja Pegawai;12.000;1.500;2.500\n")
	if got != "1000 2500" || bare != got || b.ledger[1].Cumulative != record.Yes {
		t.Errorf("%s %+v", got, b.ledger)
	}
}
