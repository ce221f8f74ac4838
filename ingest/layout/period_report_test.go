package layout

import (
	"slices"
	"testing"
)

// The treasury's report of a period: what was spent before, in and up to it.
func TestReportsUpToAPeriod(t *testing.T) {
	want := []string{"2016-06 51 1.000.000/400.000 running", "2016-06 52 2.000.000/700.000 running"}
	for name, in := range map[string]string{
		"one row of headings": "LAPORAN REALISASI ANGGARAN PER 30 JUNI 2016;;;;;\nKode;Uraian;Pagu Revisi;Realisasi s.d. Periode;%;Sisa\n" +
			"51;51 Belanja Pegawai;1000000;400000;40;600000\n52;52 Belanja Barang;2000000;700000;35;1300000\n",
		"two": "LAPORAN REALISASI ANGGARAN PER 30 JUNI 2016;;;;;;;\nKode;Uraian;Pagu Revisi;Realisasi;;;%;Sisa\n" +
			";;;s.d. Periode Lalu;Periode Ini;s.d. Periode;;\n51;51 Belanja Pegawai;1000000;300000;100000;400000;40;600000\n" +
			"52;52 Belanja Barang;2000000;500000;200000;700000;35;1300000\n",
	} {
		_, _, sink, err := readShape(t, in, "", "lra.csv", nil)
		got := slices.Clone(sink.lines)
		got = slices.DeleteFunc(got, func(s string) bool { return s == "a share of the whole year" })
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}
