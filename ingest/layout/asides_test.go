package layout

import (
	"strings"
	"testing"
)

// What a column that is not read says is looked up, and not looked for among all
// columns again: a table may have a hundred thousand of them.
func TestUnusedColumnsAreLookedUp(t *testing.T) {
	const columns = 2000
	p, _, _, err := readShape(t, "Tahun;Bulan;Akun;Pagu;Realisasi;Pengembalian"+strings.Repeat(";Kolom lain", columns)+
		"\n2016;Januari;51;600;30;1"+strings.Repeat(";x", columns)+"\n2016;Februari;51;600;35;2"+strings.Repeat(";x", columns)+"\n",
		"", "anggaran.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	last := &p.Columns[len(p.Columns)-1]
	if n := testing.AllocsPerRun(5, func() { p.Unused(last) }); n > 100 {
		t.Errorf("one column among %d costs %.0f allocations", columns, n)
	}
	if code, _ := p.Unused(&p.Columns[5]); code != "D209" {
		t.Errorf("the column of returns is one to look at: %s", code)
	}
}
