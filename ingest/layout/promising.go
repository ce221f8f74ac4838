package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
)

// promising tells for each row whether some text of it may head a column, so
// that it may end a header: most rows are data.
func (ix *index) promising(rows []grid.Row) []bool {
	out := make([]bool, len(rows))
	for i := range rows {
		out[i] = !figures(rows[i].Cells) && slices.ContainsFunc(rows[i].Cells, func(c grid.Cell) bool {
			if c.Text == "" || c.Kind == grid.Number {
				return false
			}
			w := ix.word(c.Text)
			return w.folded != "" && (w.ends || w.value || w.month != "" || w.bare != "") || ix.heading(c.Text).means != nil
		})
	}
	return out
}

// figures reports cells of which more than half are figures without a letter.
func figures(cells []grid.Cell) bool {
	filled, n := 0, 0
	for i := range cells {
		c := &cells[i]
		if c.Text == "" {
			continue
		}
		if filled++; c.Kind == grid.Number || !letters(c.Text) && strings.ContainsAny(c.Text, "0123456789") {
			n++
		}
	}
	return 2*n > filled
}
