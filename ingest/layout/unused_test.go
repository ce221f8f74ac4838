package layout

import (
	"strings"
	"testing"

	"rapor/ingest/reject"
)

// TestUnusedColumnsAreLookedAt: nothing is to be done about a column that is not
// used only where that is certain; never under a heading like that of a year, an
// amount, a date, a time, a count or a score.
func TestUnusedColumnsAreLookedAt(t *testing.T) {
	for header, want := range map[string]bears{
		"No": bearsNothing, "NO.": bearsNothing, "Keterangan": bearsNothing, "Ket.": bearsNothing, "Remarks": bearsNothing, "Paraf": bearsNothing,
		"Tahun": bearsYear, "Tahun Anggaran": bearsYear, "Fiscal Year": bearsYear, "Budget Year": bearsYear, "TA": bearsYear, "Year": bearsYear, "Bulan": bearsYear, "Triwulan": bearsYear,
		"Pagu Awal": bearsAmount, "Pagu Tahun 2016": bearsAmount, "Jumlah Biaya (Rp)": bearsAmount, "Nilai Kontrak": bearsAmount, "Biaya (Rp)": bearsAmount, "2015": bearsAmount, "Sisa": bearsAmount,
		"Tgl Lapor": bearsDate, "Tanggal": bearsDate, "Created Date": bearsDate,
		"Jumlah": bearsCount, "Jml Pemohon": bearsCount, "PROJUSTISIA > JUMLAH": bearsCount, "L": bearsCount, "Total": bearsCount,
		"Skor": bearsScore, "Realisasi > %": bearsScore, "Persentase": bearsScore, "IKM": bearsScore,
		"Jam Rekam": bearsTime, "Lama (menit)": bearsTime,
		"Cuaca": bearsUnknown, "Warna Map": bearsUnknown,
	} {
		if got := bearingOf(header); got != want {
			t.Errorf("%s: %d, want %d", header, got, want)
		}
	}
	p := &Plan{kind: &ledgerKind, Columns: []PlanColumn{{Header: "Pagu", Field: "ceiling"}, {Header: "TA"}, {Header: "Ket"}, {Header: "Cuaca"}}}
	if code, hint := p.Unused(&p.Columns[1]); code != reject.UnreadColumn || !strings.Contains(hint.ID, `columns: {"TA": year | month}`) ||
		!strings.Contains(hint.ID, "seperti tahun") {
		t.Errorf("TA: %s %s", code, hint.ID)
	}
	if code, _ := p.Unused(&p.Columns[2]); code != reject.UnusedColumn {
		t.Errorf("Ket: %s", code)
	}
	p.ov = &Override{Columns: map[string]string{"cuaca": Ignored}}
	if code, _ := p.Unused(&p.Columns[3]); code != reject.UnusedColumn {
		t.Errorf("left out: %s", code)
	}
	p.ov = nil
	if code, hint := p.Unused(&p.Columns[3]); code != reject.UnreadColumn || !strings.Contains(hint.ID, `columns: {"Cuaca": "-"}`) {
		t.Errorf("Cuaca: %s %s", code, hint.ID)
	}
}
