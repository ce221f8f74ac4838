package record

import "testing"

// TestNameless: what is written where there is no number, and numbers that are.
func TestNameless(t *testing.T) {
	for _, s := range []string{"", " ", "-", "--", "–", "—", ".", "0", "000", "0.0", "Tidak ada", "TIDAK ADA", "tidak  ada", "(tidak ada)", "Tdk ada", "NULL", "null", "(null)", "\\N",
		"N/A", "n/a", "#N/A", "NA", "None", "nil", "Nihil", "NaN", "Belum ada", "Menyusul", "Tanpa paspor", "Tidak diketahui", "tidak ada.", "xxx", "XX", "?", "***", "\u00a0", "Hilang", "Paspor hilang", "tidak membawa identitas", "Tdk dapat menunjukkan paspor", "Belum diterbitkan", "belum ada nomor", "<null>", "[NULL]", "NaT", "(kosong)",
		"no passport", "Not available", "Tidak", "belum", "lost passport", "Dokumen perjalanan hilang",
		"1,01E+15", "2.01604E+12", "1E+15", "1.01e15", " 3,17401E+15 ", "12,5E+10"} {
		if !Nameless(s) {
			t.Errorf("%q names something", s)
		}
	}
	for _, s := range []string{"A001", "1", "01", "0001", "TAMU", "X1", "A", "Na Li", "Nilam", "B1234567", "Tidak Ada Lawan", "Hilang Ramadhan", "Paspor", "Ada", "Nomor", "Kosong Satu", "No A", "Belum Tentu", "x", "LK/01/I/2016", "100", "NA-2",
		"1E15", "E15", "1E", "12E5", "1.1", "A1.5E+10", "1.5E+", "KE+15", "1-E+15", "LK-1.2E3/2016"} {
		if Nameless(s) {
			t.Errorf("%q names nothing", s)
		}
	}
}
