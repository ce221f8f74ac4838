package layout

import (
	"slices"

	"rapor/ingest/grid"
)

// gap is a stretch of rows that were set aside, blanks and titles: the place
// where another table may begin.
type gap struct {
	first uint32 // its first row; 0 = no gap
	tally Tally  // the account before it
}

// open notes the first row of a gap, with the account as it was before.
func (g *gap) open(now Tally, row uint32) {
	if g.first != 0 {
		return
	}
	g.first, g.tally = row, now
	g.tally.Read--
	g.tally.Aside--
	g.tally.AsideBy = slices.Clone(now.AsideBy)
	last := &g.tally.AsideBy[lastAside(now)]
	if last.N--; last.N == 0 {
		g.tally.AsideBy = slices.DeleteFunc(g.tally.AsideBy, func(a AsideCount) bool { return a.N == 0 })
	}
}

// lastAside is the index of the reason that was counted last.
func lastAside(t Tally) int {
	return slices.IndexFunc(t.AsideBy, func(a AsideCount) bool { return a.Code == t.last })
}

// another reports a row that heads another table: it holds words only, and they
// head columns of a known layout, or most of them those of this table in other
// places. A repeated header of the same table is not another table, and where a
// row may be data a gap above it has to say that it is not.
func (r *runner) another(row *grid.Row) bool {
	other, sure := r.p.headsAnother(row)
	return other && (sure || r.gap.first != 0 || r.p.weigh(row).good == 0)
}

// headsAnother reports a row that may head another table; sure where all of its
// words head columns of this one, in other places. Where the office names kind
// or layout, only its own headings can head one more table.
func (p *Plan) headsAnother(row *grid.Row) (other, sure bool) {
	if p.ov != nil && len(p.ov.Header) > 0 {
		return false, false
	}
	for i := range row.Cells {
		if c := &row.Cells[i]; c.Kind == grid.Number || c.Text != "" && c.Text[0] >= '0' && c.Text[0] <= '9' {
			return false, false // most rows end here
		}
	}
	var words []string
	here, inPlace := 0, true // words of this table's header
	for i := range row.Cells {
		f := fold(row.Cells[i].Text)
		if f == "" {
			continue
		}
		words = append(words, f)
		inPlace = inPlace && slices.Contains(p.head[f], i)
		if len(p.head[f]) > 0 {
			here++
		}
	}
	switch {
	case len(words) < 2 || inPlace:
		return false, false
	case here == len(words):
		return true, true
	case len(words) < 3:
		return false, false
	case here >= 3 && 2*here >= len(words):
		return true, false
	case p.ov != nil && len(p.ov.Headings) == 0 && (p.ov.Layout != "" || p.ov.Kind != ""):
		return false, false
	}
	return slices.ContainsFunc(p.index.heads(words), func(hits int) bool { return hits >= 3 && 2*hits >= len(words) }), false
}

// Section is the part of a sheet from a row on, for sheets that hold several
// tables. What titles say above the first of them holds for the next as far as
// its own do not say otherwise; above is the plan of the table before, or nil.
func Section(s grid.Sheet, from uint32, above *Plan) grid.Sheet {
	if from == 0 {
		return s
	}
	c := section{Sheet: s, from: from}
	if above != nil {
		c.above = above.context.inherited()
	}
	return c
}

type section struct {
	grid.Sheet
	from  uint32
	above context
}

// inherited is what titles above a table say for those below it.
func (c *context) inherited() context {
	var out context
	for _, e := range c.evidence {
		if e.Where != InTitle {
			continue
		}
		switch out.evidence = append(out.evidence, e); e.What {
		case "year":
			out.year = c.year
		case "month":
			out.month = c.month
		}
	}
	return out
}

// Rows leaves out the rows before the section.
func (s section) Rows(yield func(*grid.Row) bool) error {
	return s.Sheet.Rows(func(r *grid.Row) bool { return r.N < s.from || yield(r) })
}

// Doubts leaves out the doubts before the section.
func (s section) Doubts() []grid.Doubt {
	return slices.DeleteFunc(slices.Clone(s.Sheet.Doubts()), func(d grid.Doubt) bool { return d.Row < s.from })
}

// Merged leaves out the merged ranges above the section.
func (s section) Merged() ([]grid.Range, error) {
	all, err := s.Sheet.Merged()
	return slices.DeleteFunc(slices.Clone(all), func(m grid.Range) bool { return m.LastRow < s.from }), err
}
