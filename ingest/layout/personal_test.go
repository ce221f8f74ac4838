package layout

import (
	"strings"
	"testing"
)

// TestNumbersOfPersonsAreNoAmounts: a NIK, NIP or telephone number that slipped
// into a column of money or of counts is a reject, not trillions of rupiah.
func TestNumbersOfPersonsAreNoAmounts(t *testing.T) {
	good := "2016;Januari;52 Belanja Barang;960000000;74000000\n"
	for _, cell := range []string{"3175019912310001", "198001012005011001", "081299990001", "0812-9999-0001", "3175 0199 1231 0001"} {
		text := "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi\n" + strings.Repeat(good, 3) + "2016;Februari;52 Belanja Barang;960000000;" + cell + "\n"
		_, tally, _ := run(t, text)
		if tally.Rejected != 1 {
			t.Errorf("realisasi %s: %+v", cell, tally)
		}
	}
	text := "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi\n" + strings.Repeat(good, 3) + "2016;Februari;52 Belanja Barang;960000000;1.234.567.890.123\n"
	if _, tally, _ := run(t, text); tally.Rejected != 0 {
		t.Errorf("a large amount is refused: %+v", tally)
	}
}
