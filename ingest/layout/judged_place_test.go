package layout

import (
	"fmt"
	"strings"
	"testing"
)

// Rows that sum up others without saying so: no label where the others have one,
// or the name of the group that the others belong to.
func TestUnsaidTotalsOfCounts(t *testing.T) {
	months := "Januari;Februari;Maret;April"
	for _, c := range []struct {
		name, in string
		counts   int64 // what the rows that count add up to
	}{
		{"no label, kinds down", "REKAP TAK 2016\nNo;Jenis Tindakan;" + months + "\n1;Deportasi;2;2;2;2\n2;Pendetensian;1;1;1;1\n3;Penangkalan;3;3;3;3\n;;6;6;6;6\n", 24},
		{"no label, two keys", "REKAP TAK 2016\nKebangsaan;Jenis Tindakan;" + months + "\nRRT;Deportasi;2;2;2;2\nIndia;Deportasi;1;1;1;1\n;;3;3;3;3\n", 12},
		{"a continent above", "DEPORTASI MENURUT KEBANGSAAN 2016\nKebangsaan;" + months + "\nAsia;3;4;5;1\nRRT;1;2;3;1\nIndia;2;2;2;0\nEropa;1;1;0;1\nBelanda;1;1;0;1\n", 16},
		{"a continent below", "DEPORTASI MENURUT KEBANGSAAN 2016\nKebangsaan;" + months + "\nRRT;1;2;3;1\nIndia;2;2;2;0\nKawasan Asia;3;4;5;1\n", 13},
		{"all acts above their kinds", "REKAP TINDAKAN 2016\nJenis Tindakan;" + months + "\nTindakan Administratif Keimigrasian;3;2;1;2\nDeportasi;1;1;1;1\nPendetensian;2;1;0;1\n", 8},
		{"no label, and no sum", "REKAP TAK 2016\nKebangsaan;Jenis Tindakan;" + months + "\nRRT;Deportasi;2;2;2;2\nIndia;Deportasi;1;1;1;1\n;;9;3;3;5\n", 12},
		{"all countries, by day", "Tanggal;Jenis Tindakan;Kewarganegaraan;Jumlah\n14/01/2016;Deportasi;Thailand;3\n14/01/2016;Deportasi;India;4\n" +
			"14/01/2016;Deportasi;Semua Negara;7\n15/02/2016;Deportasi;Thailand;2\n15/02/2016;Deportasi;India;6\n" +
			"15/02/2016;Deportasi;Semua Negara;8\n", 15},
		{"gabungan, by day", "Tanggal;Jenis Tindakan;Kewarganegaraan;Jumlah\n14/01/2016;Deportasi;Thailand;3\n14/01/2016;Deportasi;India;4\n" +
			"14/01/2016;Deportasi;Gabungan;7\n15/02/2016;Deportasi;Thailand;2\n15/02/2016;Deportasi;India;6\n" +
			"15/02/2016;Deportasi;Gabungan;8\n", 15},
		{"gabungan that adds up to nothing", "Tanggal;Jenis Tindakan;Kewarganegaraan;Jumlah\n14/01/2016;Deportasi;Thailand;3\n" +
			"14/01/2016;Deportasi;India;4\n14/01/2016;Deportasi;Gabungan;2\n", 9},
		{"a continent alone counts", "DEPORTASI MENURUT KEBANGSAAN 2016\nKebangsaan;" + months + "\nAsia;3;4;5;1\nRRT;9;2;3;1\nIndia;2;2;2;0\n", 34},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, sink, err := readShape(t, c.in, "Sheet1", "tak.csv", nil)
			if err != nil {
				t.Fatal(err)
			}
			var sum int64
			for _, l := range sink.lines {
				var n int64
				fmt.Sscan(l[strings.LastIndex(l, " ")+1:], &n)
				sum += n
			}
			if sum != c.counts {
				t.Errorf("the rows that count add up to %d, not %d: %s", sum, c.counts, strings.Join(sink.lines, "; "))
			}
		})
	}
}
