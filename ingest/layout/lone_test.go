package layout

import "testing"

// TestTitleBetweenTables: a title that stands alone after a gap is none of the
// rows of the table above, however few columns that has, and is not rejected.
func TestTitleBetweenTables(t *testing.T) {
	const text = "Tanggal Kejadian;Tindak Lanjut;Melibatkan Petugas\n14/01/2016;Dikeluarkan dari kantor;Tidak\n15/01/2016;Dikeluarkan dari kantor;Ya\n\n" +
		"DAFTAR ANTREAN\nTanggal;No. Antrean;Jam Ambil;Jam Panggil;Status\n13/01/2016;A001;08.00;08.20;Selesai\n"
	p, tally, sink := run(t, text)
	if p == nil || tally.Used != 2 || tally.Rejected != 0 || len(sink.rejects) != 0 {
		t.Errorf("%+v, %+v", tally, sink.rejects)
	}
}
