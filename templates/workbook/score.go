package workbook

import (
	"strings"

	"rapor/analysis/result"
)

// scores writes one row a criterion of every award: points, what speaks for
// it, and what is missing.
func (b *book) scores() error {
	heads := b.heads("fact.award", "column.status", "score.criterion", "score.weight", "score.points", "score.why",
		"map.gaps", "indicators", "map.evidence")
	var rows [][]any
	for _, doc := range b.r.Documents {
		if doc.Scorecard == nil {
			continue
		}
		c := doc.Scorecard
		for _, l := range c.Lines {
			m := mapLine(c, l)
			rows = append(rows, []any{b.text(c.Title), b.Maybe("score." + c.Status + ".short"), b.text(l.Criterion), amount{l.Weight, result.Points},
				amount{l.Points, result.Points}, b.text(l.Why), b.join(m.Gaps), strings.Join(m.Indicators, ", "), b.evidence(m.Evidence)})
		}
	}
	sheet := b.Say("sheet.scores")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 1)
}

// mapLine is the line of the criteria map of one criterion; empty without one.
func mapLine(c *result.Scorecard, l result.ScoreLine) result.MapLine {
	for _, m := range c.Map {
		if m.Criterion.ID == l.Criterion.ID {
			return m
		}
	}
	return result.MapLine{}
}

func (b *book) join(texts []result.Text) string {
	var out []string
	for _, t := range texts {
		out = append(out, b.text(t))
	}
	return strings.Join(out, " ")
}

// evidence names documents by title, number and date.
func (b *book) evidence(list []result.Evidence) string {
	var out []string
	for _, e := range list {
		s := b.text(e.Title)
		for _, part := range []string{e.Number, e.Date} {
			if part != "" {
				s += ", " + part
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
