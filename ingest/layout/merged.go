package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
)

// merged fills the cells that a workbook merges over several rows: the month
// beside its accounts, the day beside its tickets. Amounts and counts stand for
// all of their rows together and are not repeated. Groups that write them on
// their first row alone are filled in the same way.
type merged struct {
	of    []block // ranges over several rows, in columns that may be filled
	cells []grid.Cell
}

// block is a merged range in one column and what its first row holds.
type block struct {
	col         int
	first, last uint32
	cell        grid.Cell
	known       bool
}

// merge finds the ranges that matter to the plan.
func (p *Plan) merge(s grid.Sheet) (*merged, error) {
	all, err := s.Merged()
	if err != nil {
		return nil, err
	}
	groups, err := p.groups(s)
	if err != nil || len(all)+len(groups) == 0 {
		return nil, err
	}
	header := p.HeaderRows[len(p.HeaderRows)-1]
	m := &merged{of: groups}
	for _, g := range all {
		if g.LastRow <= header || g.FirstRow == g.LastRow {
			continue
		}
		for i := range p.Columns {
			c := &p.Columns[i]
			if c.Index < g.FirstCol || c.Index > g.LastCol || p.readers[i].typ.numeric() && c.Field != "" {
				continue
			}
			m.of = append(m.of, block{col: c.Index, first: g.FirstRow, last: g.LastRow})
		}
	}
	if len(m.of) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(m.of, func(a, b block) int { return int(a.first) - int(b.first) })
	return m, nil
}

// fill gives a row the cells that are merged with those above it. The row's own
// cells stay as they are.
func (m *merged) fill(row *grid.Row) *grid.Row {
	if m == nil {
		return row
	}
	copied := false
	for i := range m.of {
		g := &m.of[i]
		if row.N < g.first {
			break
		}
		if row.N > g.last {
			continue
		}
		if row.N == g.first {
			if g.known = g.col < len(row.Cells); g.known {
				g.cell = row.Cells[g.col]
				g.cell.Text = strings.Clone(g.cell.Text)
			}
			continue
		}
		if !g.known || g.col < len(row.Cells) && strings.TrimSpace(row.Cells[g.col].Text) != "" {
			continue
		}
		if !copied {
			m.cells = append(m.cells[:0], row.Cells...)
			copied = true
		}
		for len(m.cells) <= g.col {
			m.cells = append(m.cells, grid.Cell{})
		}
		m.cells[g.col] = g.cell
	}
	if !copied {
		return row
	}
	filled := *row
	filled.Cells = m.cells
	return &filled
}
