package layout

import (
	"slices"
	"testing"
)

// What came back to a budget is no spending, in a column or in rows of its own.
func TestReturnsOfSpending(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"a column": {"Tahun;Bulan;Akun;Pagu;Realisasi Belanja;Pengembalian Belanja\n2016;Januari;51;600;30;0\n2016;Februari;51;600;35;5\n",
			[]string{"2016-01 51 600/30 ", "2016-02 51 600/30 "}},
		"a column beside net amounts": {"Tahun;Bulan;Akun;Pagu;Realisasi Belanja;Pengembalian Belanja;Realisasi Netto\n" +
			"2016;Januari;51;600;30;1;29\n2016;Februari;51;600;35;5;30\n", []string{"2016-01 51 600/29 ", "2016-02 51 600/30 "}},
		"rows": {"Tahun;Bulan;Akun;Uraian;Pagu;Realisasi\n2016;Januari;51;Belanja;600;30\n2016;Januari;51;Pengembalian belanja;0;5\n" +
			"2016;Februari;51;Belanja;600;35\n", []string{"2016-01 51 600/30 ", "2016-01 51 0/-5 ", "2016-02 51 600/35 "}},
		"rows that are negative": {"Tahun;Bulan;Akun;Uraian;Pagu;Realisasi\n2016;Januari;51;Belanja;600;30\n" +
			"2016;Januari;51;Pengembalian belanja;0;-5\n2016;Februari;51;Belanja;600;35\n",
			[]string{"2016-01 51 600/30 ", "2016-01 51 0/-5 ", "2016-02 51 600/35 "}},
		"a word later on": {"Tahun;Bulan;Akun;Uraian;Pagu;Realisasi\n2016;Januari;51;Biaya pengembalian barang;600;30\n" +
			"2016;Februari;51;Belanja;600;35\n", []string{"2016-01 51 600/30 ", "2016-02 51 600/35 "}},
	} {
		_, _, sink, err := readShape(t, c.in, "", "anggaran.csv", nil)
		if err != nil || !slices.Equal(sink.lines, c.want) {
			t.Errorf("%s: %q %v", name, sink.lines, err)
		}
	}
}
