package layout

import (
	"errors"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// TestVersionsOfABudget: lines that a time or a version alone tells apart are
// refused, with the filter that settles it; other columns tell lines apart.
func TestVersionsOfABudget(t *testing.T) {
	for heading, values := range map[string][3]string{
		"Revisi Ke": {"0", "1", `filter: ["Revisi Ke=1"]`}, "Posisi": {"Maret", "Juni", `filter: ["Posisi=Juni"]`},
		"Tanggal Data": {"31/03/2016", "30/06/2016", `filter: ["Tanggal Data=30/06/2016"]`},
		"Minggu":       {"1", "2", "pagu satu kali"}, "Kegiatan": {"Paspor", "Visa", ""},
	} {
		in := "Tahun;Akun;" + heading + ";Pagu;Realisasi\n2016;521111;" + values[0] + ";600000000;100000000\n" +
			"2016;521111;" + values[1] + ";800000000;400000000\n"
		_, err := countsOf(t, in, nil)
		var refused *grid.RefusedError
		switch is := errors.As(err, &refused); {
		case values[2] == "" && err != nil:
			t.Errorf("%s: %v", heading, err)
		case values[2] != "" && (!is || refused.Code != reject.TwoStates || !strings.Contains(refused.Detail.ID, values[2])):
			t.Errorf("%s: %v", heading, err)
		}
		if !strings.HasPrefix(values[2], "filter") {
			continue
		}
		_, tally, _, err := readShape(t, in, "", "x.csv", &Override{Filter: []string{heading + "=" + values[1]}})
		if err != nil || tally.Used != 1 {
			t.Errorf("%s, filtered: %+v, %v", heading, tally, err)
		}
	}
}
