package layout

import (
	"strconv"
	"testing"

	"rapor/ingest/grid"
)

// wide is a sheet of tickets with many columns beside those of the layout.
type wide struct {
	grid.Sheet
	columns, rows int
}

func (w wide) Name() string                  { return "" }
func (w wide) Merged() ([]grid.Range, error) { return nil, nil }
func (w wide) Rows(yield func(*grid.Row) bool) error {
	row := grid.Row{Cells: make([]grid.Cell, w.columns)}
	for n := range w.rows {
		row.N = uint32(n + 1)
		for c := range row.Cells {
			text := strconv.Itoa((c + n) % 10)
			if n == 2 {
				text = "Kolom " + strconv.Itoa(c)
			}
			row.Cells[c] = grid.Cell{Text: text, Kind: grid.Text}
		}
		if n == 2 {
			for c, head := range []string{"Tanggal", "No. Antrean", "Jam Ambil", "Jenis Layanan"} {
				row.Cells[c*w.columns/4] = grid.Cell{Text: head, Kind: grid.Text}
			}
		}
		if !yield(&row) {
			return nil
		}
	}
	return nil
}

// TestMatchOfManyColumns: the work for a column does not grow with their number
// nor with the layouts. It is counted in allocations, which no busy machine
// makes more of.
func TestMatchOfManyColumns(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	per := func(columns int) float64 {
		return testing.AllocsPerRun(1, func() {
			p, err := Match(wide{columns: columns, rows: 30}, "", layouts, nil)
			if err != nil || p.Layout != "antrean-tiket" || p.used() != 4 || len(p.Columns) != columns {
				t.Fatal(p, err)
			}
		}) / float64(columns)
	}
	few, many := per(2_000), per(8_000)
	if many > 20 || many > 1.5*few {
		t.Errorf("%.1f allocations a column of 2,000, %.1f of 8,000", few, many)
	}
}

func BenchmarkMatchOfManyColumns(b *testing.B) {
	layouts, err := Builtin()
	if err != nil {
		b.Fatal(err)
	}
	const columns = 100_000
	for b.Loop() {
		if _, err := Match(wide{columns: columns, rows: 30}, "", layouts, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/columns, "µs/column")
}
