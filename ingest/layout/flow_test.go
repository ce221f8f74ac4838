package layout

import (
	"testing"

	"rapor/ingest/record"
)

// TestWordsOfFlow: titles say what amounts of months are; how far a table goes,
// and that a report comes monthly, says nothing of them.
func TestWordsOfFlow(t *testing.T) {
	for s, want := range map[string]record.Tri{
		"REALISASI KUMULATIF PER BULAN TAHUN ANGGARAN 2016": record.Yes, "Akumulasi Belanja 2016": record.Yes,
		"Realisasi s.d. Bulan Ini": record.Yes, "Cumulative spending, 2016": record.Yes,
		"Spending (year to date)": record.Yes, "serapan_ytd_2016": record.Yes,
		"Realisasi Anggaran per Bulan 2016": record.No, "Realisasi Bulanan": record.No, "Spending per month": record.No,
		"Realisasi (tidak kumulatif)": record.No,
		"Laporan Bulanan":             record.Unknown, "Realisasi s.d. Maret 2016": record.Unknown,
		"Realisasi s.d. Bulan Maret 2016": record.Unknown, "Bulan Januari": record.Unknown, "": record.Unknown,
		"Realisasi TA 2016": record.Unknown, "Monthly report": record.Unknown,
	} {
		if got := flowSaid(s); got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
}

// TestMonthsAcrossAreProved: what months across are is taken from a total, a
// remainder or words around the table, and from nothing else.
func TestMonthsAcrossAreProved(t *testing.T) {
	for name, c := range map[string]struct {
		in, sheet  string
		flow, told record.Tri
	}{
		"nothing says it":     {in: "Akun;Pagu;Jan;Feb;Mar\n51;900;10;30;60\n"},
		"a total that adds":   {in: "Akun;Pagu;Jan;Feb;Mar;Total\n51;900;10;30;60;100\n", flow: record.No},
		"a total that ends":   {in: "Akun;Pagu;Jan;Feb;Mar;Jumlah\n51;900;10;30;60;60\n", flow: record.Yes},
		"no heading above it": {in: "Akun;Pagu;Jan;Feb;Mar;\n51;900;10;30;60;60\n", flow: record.Yes},
		"what is left":        {in: "Akun;Pagu;Jan;Feb;Mar;Sisa\n51;900;10;30;60;840\n", flow: record.Yes},
		"what is left of all": {in: "Akun;Pagu;Jan;Feb;Mar;Sisa Pagu\n51;900;10;30;60;800\n", flow: record.No},
		"totals that differ":  {in: "Akun;Pagu;Jan;Feb;Mar;Total\n51;900;10;30;60;60\n52;900;10;30;60;100\n"},
		"the title": {in: "REALISASI KUMULATIF 2016\nAkun;Pagu;Jan;Feb;Mar\n51;900;10;30;60\n",
			told: record.Yes},
		"the sheet": {in: "Akun;Pagu;Jan;Feb;Mar\n51;900;10;30;60\n", sheet: "Kumulatif", told: record.Yes},
		"the title and its total": {in: "REALISASI KUMULATIF 2016\nAkun;Pagu;Jan;Feb;Mar;Total\n51;900;10;30;60;60\n",
			flow: record.Yes, told: record.Yes},
		"a total against the title": {told: record.Unread,
			in: "REALISASI KUMULATIF 2016\nAkun;Pagu;Jan;Feb;Mar;Total\n51;900;10;30;60;100\n"},
	} {
		_, _, got, err := readShape(t, c.in, c.sheet, "2016.csv", nil)
		if err != nil || len(got.ledger) < 3 {
			t.Fatalf("%s: %v %v", name, err, got.lines)
		}
		if l := got.ledger[0]; l.Cumulative != c.flow || l.Told != c.told {
			t.Errorf("%s: %v, told %v; want %v, %v", name, l.Cumulative, l.Told, c.flow, c.told)
		}
		for _, r := range got.rejects {
			if r.Code == "D503" && c.flow == record.Yes {
				t.Errorf("%s: %+v", name, r)
			}
		}
	}
}
