package layout

import (
	"strings"
	"testing"

	"rapor/ingest/reject"
)

// A heading in rupiah below a title in millions is of rupiah where the amounts
// fit so alone; where every heading has the sign, it is but the currency.
func TestRupiahBelowAnotherUnit(t *testing.T) {
	rows := func(ceiling, spent string) string {
		s := ""
		for _, m := range []string{"Januari", "Februari", "Maret", "April"} {
			s += m + ";51 Pegawai;" + ceiling + ";" + spent + "\n"
		}
		return s
	}
	for _, c := range []struct{ name, table, ceiling, spent string }{
		{"one of two", "Realisasi Anggaran 2016 (Rp juta)\nBulan;Jenis Belanja;Pagu (Rp);Realisasi\n" +
			rows("1.200.000.000", "90,5"), "Rp1.200.000.000", "Rp90.500.000"},
		{"both", "Realisasi Anggaran 2016 (dalam jutaan rupiah)\nBulan;Jenis Belanja;Pagu (Rp);Realisasi (Rp)\n" +
			rows("1.200", "90"), "Rp1.200.000.000", "Rp90.000.000"},
		{"one of two, yet alike", "Realisasi Anggaran 2016 - dalam ribuan rupiah\nBulan;Jenis Belanja;Pagu (Rp);Realisasi\n" +
			rows("1.200", "90"), "Rp1.200.000", "Rp90.000"},
	} {
		b := &budget{}
		read(t, c.table, b)
		if len(b.ledger) != 4 || b.ledger[0].Year != 2016 || b.ledger[0].Ceiling.Sen.String() != c.ceiling ||
			b.ledger[0].Spent.Sen.String() != c.spent {
			t.Errorf("%s: %+v", c.name, b.ledger)
		}
	}
}

// What states which unit is said where two places disagree, with both lines.
func TestTwoUnitsAreNamed(t *testing.T) {
	p, _ := read(t, "Realisasi 2016 (dalam ribuan rupiah)\nBulan;Jenis Belanja;Pagu;Realisasi (juta Rp)\n"+
		"Januari;51 Pegawai;12.000;1\nFebruari;51 Pegawai;12.000;2\n", &budget{})
	for _, d := range p.Doubts {
		if d.Code == reject.AmbiguousScale {
			for _, want := range []string{`"Realisasi (juta Rp)"`, `(dalam ribuan rupiah)"`, `: juta}`, `: ribu}`} {
				if !strings.Contains(d.Detail.ID, want) {
					t.Errorf("%s: no %s", d.Detail.ID, want)
				}
			}
			return
		}
	}
	t.Errorf("no doubt: %+v", p.Doubts)
}
