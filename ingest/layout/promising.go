package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/vocabulary"
)

// promising tells for each row whether some text of it may head a column, so
// that it may end a header: most rows are data.
func (ix *index) promising(rows []grid.Row) []bool {
	out := make([]bool, len(rows))
	for i := range rows {
		out[i] = numberedQuestions(rows[i].Cells) || !figures(rows[i].Cells) && slices.ContainsFunc(rows[i].Cells, func(c grid.Cell) bool {
			if c.Text == "" || c.Kind == grid.Number {
				return false
			}
			w := ix.word(c.Text)
			return w.folded != "" && (w.ends || w.value || w.month != "" || w.bare != "") || ix.heading(c.Text).means != nil
		})
	}
	return out
}

// numberedQuestions reports nine headings that are numbers of questions alone, U1
// to U9.
func numberedQuestions(cells []grid.Cell) bool {
	at := 0
	for i := range cells {
		t := cells[i].Text
		if cells[i].Kind == grid.Number || len(t) < 2 || len(t) > longestNumber || t[len(t)-1] < '1' || t[len(t)-1] > '9' {
			continue
		}
		if n, ok := vocabulary.QuestionNumber(t); ok && n == at+1 {
			at++
		}
	}
	return at == len(elements)
}

// longestNumber bounds the heading that is the number of a question: "Pertanyaan 1".
const longestNumber = 16

// tries are the layouts that may read a header: those that know a heading of it,
// and surveys where its questions bear numbers alone.
func (w *window) tries() []int {
	if !numberedQuestions(w.rows[len(w.rows)-1].Cells) {
		return w.found
	}
	out := slices.Clone(w.found)
	for k := range w.ix.layouts {
		if l := &w.ix.layouts[k]; l.Kind == "answer" && len(l.Dimensions) == 0 && !slices.Contains(out, k) {
			out = append(out, k)
		}
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
