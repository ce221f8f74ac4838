package table

import (
	"errors"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// long is a sheet of so many rows; the text of row i is text(i).
type long struct {
	grid.Sheet
	rows int
	text func(i int) []string
}

func (l long) Merged() ([]grid.Range, error) { return nil, nil }
func (l long) Rows(yield func(*grid.Row) bool) error {
	var row grid.Row
	for i := range l.rows {
		row.N, row.Cells = uint32(i+1), row.Cells[:0]
		for _, t := range l.text(i) {
			row.Cells = append(row.Cells, grid.Cell{Text: t, Kind: grid.Text})
		}
		if !yield(&row) {
			return nil
		}
	}
	return nil
}

// TestLinesAreBounded: a file of more lines than can be remembered is refused
// by name, never shown in part.
func TestLinesAreBounded(t *testing.T) {
	defer func(was int) { maxLines = was }(maxLines)
	maxLines = 3 * piece / 2
	words := func(int) []string { return []string{"a", "1"} }
	if f, err := Frames(long{rows: maxLines - 1, text: words}); err != nil || len(f) != 1 || f[0].Last != uint32(maxLines-1) {
		t.Error(f, err)
	}
	var refused *grid.RefusedError
	if _, err := Frames(long{rows: maxLines, text: words}); !errors.As(err, &refused) || refused.Code != reject.OverLimit {
		t.Error(err)
	}
}

// TestRepeatedRowsAreComparedOnce: rows that repeat the first ones in turn, or
// stand between blank ones, cost no more each however many there are. Before,
// this took hours.
func TestRepeatedRowsAreComparedOnce(t *testing.T) {
	const n = 400_000
	for name, text := range map[string]func(int) []string{
		"two rows of words in turn": func(i int) []string { return []string{"kata", strings.Repeat("b", 1+i%2)} },
		"a blank row after each":    func(i int) []string { return [][]string{{"kata", "12"}, nil}[i%2] },
	} {
		if f, err := Frames(long{rows: n, text: text}); err != nil || len(f) == 0 {
			t.Error(name, err)
		}
	}
}
