package layout

import (
	"slices"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Numbers of acts with a month, a kind and a country in each row.
func TestActsByMonthDown(t *testing.T) {
	for name, in := range map[string]string{
		"months with years": "Bulan;Jenis Tindakan;Kewarganegaraan;Jumlah\nJanuari 2016;Deportasi;Thailand;3\nJanuari 2016;Deportasi;India;4\n" +
			"Januari 2016;Deportasi;Semua Negara;7\nFebruari 2016;Deportasi;Thailand;2\nFebruari 2016;Deportasi;India;6\n",
		"the year in the title": "REKAP TAK TAHUN 2016;;;\nBulan;Jenis Tindakan;Kebangsaan;Jumlah\nJanuari;Deportasi;Thailand;3\n" +
			"Januari;Deportasi;India;4\nFebruari;Deportasi;Thailand;2\nFebruari;Deportasi;India;6\n",
	} {
		_, _, sink, err := readShape(t, in, "", "tak.csv", nil)
		want := []string{"2016-01-01 Deportasi Thailand 3", "2016-01-01 Deportasi India 4", "2016-02-01 Deportasi Thailand 2",
			"2016-02-01 Deportasi India 6"}
		if err != nil || !slices.Equal(sink.lines, want) {
			t.Errorf("%s: %v %v", name, sink.lines, err)
		}
		if slices.ContainsFunc(sink.rejects, func(r record.Reject) bool { return r.Code == reject.MissingValue }) {
			t.Errorf("%s: %v", name, sink.rejects)
		}
	}
}
