package layout

import (
	"errors"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/delimited"
)

// TestMissingColumn: a table that a layout knows but for its required columns
// is refused by their names; less than three columns make no layout.
func TestMissingColumn(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	own := &Override{Kind: "ticket", Columns: map[string]string{"Hari": "day", "Nomor": "number", "Ambil": "taken", "Panggil": "called"}}
	for _, c := range []struct {
		header string
		ov     *Override
		code   reject.Code
		detail string
	}{
		{"Tanggal;No Antrian;Jam Panggil;Jam Selesai", nil, reject.MissingColumn, "antrean-tiket: jam ambil / jam ambil antrian / waktu ambil"},
		{"Tanggal;Jam Panggil;Loket", nil, reject.MissingColumn, // the number may be missing
			"antrean-tiket: jam ambil / jam ambil antrian / waktu ambil"},
		{"Tanggal;Jam Panggil;Warna", nil, reject.NoLayout, "Tanggal | Jam Panggil | Warna"},
		{"Tanggal;No Antrian;Jam Ambil", nil, "", ""},
		{"Hari;Nomor;Panggil;Selesai", own, reject.MissingColumn, "antrean-tiket: Ambil / jam ambil / jam ambil antrian"},
		{"Hari;Nomor;Ambil;Selesai", own, "", ""}, // called is not required: Missed names it
		{"Hari;Nomor;Ambil;Panggil", own, "", ""},
	} {
		text := c.header + "\n" + strings.Repeat("1;2;3;4\n", 3)
		b, err := delimited.Open(strings.NewReader(text), int64(len(text)), delimited.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, err = Match(b.Sheets()[0], "", layouts, c.ov)
		var r *grid.RefusedError
		if errors.As(err, &r); c.code == "" && err != nil || c.code != "" && (r == nil || r.Code != c.code || !strings.HasPrefix(r.Detail.EN, c.detail)) {
			t.Errorf("%s: %v, want %s: %s", c.header, err, c.code, c.detail)
		}
	}
}
