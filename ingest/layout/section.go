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

// another reports a row that heads a table of another kind: it follows a gap,
// holds words only, and most of them head columns of one known layout. A
// repeated header of the same table is not another table.
func (r *runner) another(row *grid.Row) bool {
	if r.gap.first == 0 || r.p.ov != nil && (r.p.ov.Layout != "" || r.p.ov.Kind != "" || len(r.p.ov.Header) > 0) {
		return false
	}
	var words []string
	for _, c := range row.Cells {
		if c.Kind == grid.Number {
			return false
		}
		if f := fold(c.Text); f != "" {
			words = append(words, f)
		}
	}
	if len(words) < 3 || r.isHeader(row) {
		return false
	}
	return slices.ContainsFunc(r.p.index.heads(words), func(hits int) bool { return hits >= 3 && 2*hits >= len(words) })
}

// Section is the part of a sheet from a row on, for sheets that hold several
// tables.
func Section(s grid.Sheet, from uint32) grid.Sheet {
	if from == 0 {
		return s
	}
	return section{s, from}
}

type section struct {
	grid.Sheet
	from uint32
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
