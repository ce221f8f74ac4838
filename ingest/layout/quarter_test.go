package layout

import (
	"slices"
	"testing"
)

// Quarters and halves of a year count as their last months.
func TestPartsOfAYear(t *testing.T) {
	for in, want := range map[string][]string{
		"TAHUN ANGGARAN 2016\nTriwulan;Jenis Belanja;Pagu;Realisasi\nI;51;500;100\nII;51;500;120\nIII;51;500;90\nIV;51;500;150\n": {
			"2016-03 51 500/100 ", "2016-06 51 500/120 ", "2016-09 51 500/90 ", "2016-12 51 500/150 "},
		"Tahun;TW;Akun;Pagu;Realisasi\n2016;TW 1;51;500;100\n2016;TW 2;51;500;120\n": {"2016-03 51 500/100 ", "2016-06 51 500/120 "},
		"Tahun;Semester;Akun;Pagu;Realisasi\n2016;1;51;500;100\n2016;2;51;500;120\n": {"2016-06 51 500/100 ", "2016-12 51 500/120 "},
		"Tahun;Triwulan;Akun;Pagu;Realisasi\n2016;5;51;500;100\n2016;2;51;500;120\n": {"2016-06 51 500/120 "},
	} {
		_, _, sink, err := readShape(t, in, "", "anggaran.csv", nil)
		if err != nil || !slices.Equal(sink.lines, want) {
			t.Errorf("%q: %q %v", in, sink.lines, err)
		}
	}
}
