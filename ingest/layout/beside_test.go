package layout

import (
	"errors"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Two halls side by side: the table is refused, and no line of rapor.yaml says which of two columns of one
// heading is meant, so that none is taken.
func TestTablesSideBySide(t *testing.T) {
	in := "Antrean 14 Maret 2016;;;;;\nNo Antrian;Jam Ambil;Jam Panggil;No Antrian;Jam Ambil;Jam Panggil\n" +
		"A1;08:00;08:10;B1;08:01;08:15\nA2;08:02;08:20;B2;08:03;08:30\n"
	for _, ov := range []*Override{{Kind: "ticket"}, {Kind: "ticket", Columns: map[string]string{"Jam Panggil": "called"}}} {
		_, _, _, err := readShape(t, in, "", "antrean.csv", ov)
		var refused *grid.RefusedError
		if !errors.As(err, &refused) || len(ov.Columns) > 0 && refused.Code != reject.SeveralLayouts {
			t.Errorf("%+v: %v", ov, err)
		}
	}
}
