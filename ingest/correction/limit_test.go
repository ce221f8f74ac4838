package correction

import (
	"strings"
	"testing"

	"rapor/ingest/grid"
)

// TestWhatIsLeftIsSaid: a workbook that does not hold every row says so, in both
// languages, on its first sheet; one that does says nothing of it.
func TestWhatIsLeftIsSaid(t *testing.T) {
	guide := func(left int64) string {
		b, err := Write(rows(), left)
		if err != nil {
			t.Fatal(err)
		}
		book := opened(t, b)
		if !Is(book) {
			t.Error("the workbook is not recognised")
		}
		var text []string
		if err := book.Sheets()[0].Rows(func(r *grid.Row) bool {
			for _, c := range r.Cells {
				text = append(text, c.Text)
			}
			return true
		}); err != nil {
			t.Fatal(err)
		}
		return strings.Join(text, "\n")
	}
	for _, want := range []string{"memuat 2 baris pertama; masih ada 190.000 baris", "the first 2 rows; 190,000 more"} {
		if got := guide(190_000); !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
		if got := guide(0); strings.Contains(got, "190") {
			t.Errorf("%q", got)
		}
	}
}
