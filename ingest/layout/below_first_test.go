package layout

import (
	"slices"
	"testing"
)

// TestGroupsThatNameTheirMonthOnce: a month on the first row of its accounts
// stands for all of them, as a merged one does; a cell that is missing here or
// there is not filled.
func TestGroupsThatNameTheirMonthOnce(t *testing.T) {
	want := []string{"2016-01 51 100/10 ", "2016-01 52 200/30 ", "2016-02 51 100/20 ", "2016-02 52 200/10 "}
	for name, in := range map[string]string{
		"months": "Bulan;Jenis Belanja;Pagu;Realisasi\nJanuari;51;100;10\n;52;200;30\nFebruari;51;100;20\n;52;200;10\n",
		"with totals": "Bulan;Jenis Belanja;Pagu;Realisasi\nJanuari;51;100;10\n;52;200;30\n;Jumlah;300;40\n" +
			"Februari;51;100;20\n;52;200;10\n;Jumlah;300;30\n;TOTAL;300;70\n",
		"English": "Month;Account;Budget;Spent\nJanuary;51;100;10\n;52;200;30\nFebruary;51;100;20\n;52;200;10\n",
	} {
		_, _, got, err := readShape(t, in, "", "2016.csv", nil)
		if slices.Sort(got.lines); err != nil || !slices.Equal(got.lines, want) {
			t.Errorf("%s: %v %v", name, err, got.lines)
		}
	}
	_, _, got, err := readShape(t, "Bulan;Jenis Belanja;Pagu;Realisasi\nJanuari;51;100;10\nFebruari;52;200;30\n"+
		";53;100;20\nMaret;57;200;10\n", "", "2016.csv", nil)
	if err != nil || slices.ContainsFunc(got.lines, func(l string) bool { return l == "2016-02 53 100/20 " }) {
		t.Errorf("one missing cell: %v %v", err, got.lines)
	}
}
