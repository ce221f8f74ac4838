package layout

import (
	"strings"
	"testing"

	"rapor/ingest/reject"
)

// The old year typed in January is a slip where title, sheet or file name and
// most rows say another; a day of the month before is none.
func TestOldYearsTyped(t *testing.T) {
	rows := func(days ...string) string {
		var b strings.Builder
		b.WriteString("No;Tanggal Keputusan;Kewarganegaraan;Jenis Tindakan\n")
		for _, d := range days {
			b.WriteString("1;" + d + ";RRT;Deportasi\n")
		}
		return b.String()
	}
	for _, c := range []struct {
		name, file, in string
		slips          int
	}{
		{"month and year of the file", "tak januari 2016.csv", rows("11/01/2016", "12/01/2016", "13/01/2015"), 1},
		{"the month before", "tak januari 2016.csv", rows("11/01/2016", "12/01/2016", "31/12/2015"), 0},
		{"the year of the title", "tak.csv", "DAFTAR TAK TAHUN 2016;;;\n" + rows("11/01/2016", "12/03/2016", "13/01/2015"), 1},
		{"a year before, later on", "tak.csv", "DAFTAR TAK TAHUN 2016;;;\n" + rows("11/01/2016", "12/03/2016", "13/06/2015"), 0},
		{"most are of the other year", "tak januari 2016.csv", rows("11/01/2015", "12/01/2015", "13/01/2016"), 0},
		{"nothing is said", "tak.csv", rows("11/01/2016", "12/01/2016", "13/01/2015"), 0},
	} {
		_, _, sink, err := readShape(t, c.in, "", c.file, nil)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		n := 0
		for _, r := range sink.rejects {
			if r.Code == reject.LonelyYear {
				n++
			}
		}
		if n != c.slips {
			t.Errorf("%s: %d slips, not %d: %v", c.name, n, c.slips, sink.lines)
		}
	}
}
