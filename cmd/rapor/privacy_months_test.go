package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// TestReportsOfOneFolder: reports of months, a quarter and a year in one folder
// mask the same months of a survey, whichever was written first, and none tells
// how many answered in March.
func TestReportsOfOneFolder(t *testing.T) {
	data, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	var b strings.Builder
	b.WriteString("No Responden;Tanggal;Jenis Layanan;Persyaratan;Prosedur;Waktu Penyelesaian;Biaya/Tarif;Produk;Kompetensi Pelaksana;Perilaku Pelaksana;Penanganan Pengaduan;Sarana dan Prasarana\n")
	row := 0
	for m, n := range []int{20, 21, 2, 23, 24, 25} {
		for k := range n {
			row++
			score := 2 + row%3
			fmt.Fprintf(&b, "%d;%02d/%02d/2016;Paspor;%d;3;%d;4;3;3;4;%d;3\n", row, k%28+1, m+1, score, score, score)
		}
	}
	if err := os.WriteFile(filepath.Join(data, "skm.csv"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		period string
		masked bool
	}{{"2016-01", true}, {"2016-02", true}, {"2016-03", true}, {"2016-04", false}, {"2016-T1", false}, {"2016-03..2016-04", true}, {"2016-01..2016-04", false}, {"2016", false}} {
		var e bytes.Buffer
		code := cli.Run([]string{"report", data, "-o", out, "--ringkas", "-q", "--period", tc.period}, cli.Streams{Out: &e, Err: &e})
		if !written(code) {
			t.Fatalf("%s: exit %d: %s", tc.period, code, e.String())
		}
		js, err := os.ReadFile(filepath.Join(out, tc.period, "hasil.json"))
		if err != nil {
			t.Fatal(err)
		}
		var r result.Result
		if err := json.Unmarshal(js, &r); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(js, []byte(`"months"`)) {
			t.Errorf("%s: the months of the data stand in the jury's result", tc.period)
		}
		for _, ind := range r.Indicators {
			if known := map[string]bool{"SKM-01": true, "SKM-02": true, "SKM-10": true}[ind.ID]; known && ind.Value.Masked != tc.masked {
				t.Errorf("%s: %s masked %v", tc.period, ind.ID, ind.Value.Masked)
			}
		}
	}
}
