package layout

import (
	"strings"

	"rapor/ingest/grid"
)

// nearMiss is the header that came closest to a layout without fitting it:
// three columns or more were found, and only required ones are missing.
type nearMiss struct {
	plan  *Plan
	lacks []*Column
}

// nearHits is how many columns make a layout worth naming: dates and numbers
// alone head many tables.
const nearHits = 3

func (n *nearMiss) see(p *Plan, lacks []*Column) {
	if p.used() < nearHits {
		return
	}
	if n.plan == nil || len(lacks) < len(n.lacks) || len(lacks) == len(n.lacks) && p.Score > n.plan.Score {
		n.plan, n.lacks = p, lacks
	}
}

// String names the layout and, for each missing column, the first headers
// under which it would be found.
func (n *nearMiss) String() string {
	var missing []string
	for _, c := range n.lacks {
		missing = append(missing, strings.Join(c.Aliases[:min(len(c.Aliases), 3)], " / "))
	}
	return n.plan.Layout + ": " + strings.Join(missing, "; ")
}

// firstHeader shows the texts of the row that looks most like a header, so
// that a person sees what was not recognised.
func firstHeader(rows []grid.Row) string {
	best, text := 0, ""
	for _, r := range rows[:min(len(rows), 12)] {
		var words []string
		for _, c := range r.Cells {
			if c.Kind == grid.Text && letters(c.Text) && len(c.Text) < 60 {
				words = append(words, strings.TrimSpace(c.Text))
			}
		}
		if len(words) > best {
			best, text = len(words), strings.Join(words, " | ")
		}
	}
	if len(text) > 200 {
		text = text[:200]
	}
	return text
}

// String names the field and the columns that may be it.
func (u *unsure) String() string {
	return u.field + ": " + strings.Join(u.headings, " / ")
}
