package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/table"
)

// Many tables write the month, the day or the office of a group on its first
// row alone and leave the cells below empty without merging them. A row below
// belongs to that group as one of a merged range does.

// groupFields are the fields that a group of rows may share; all others have
// blanks that mean that nothing is known.
var groupFields = map[string]bool{"month": true, "day": true, "year": true, "decided": true, "office": true,
	"nationality": true}

// glance is how many rows are looked at before a table is read to its end for
// groups.
const glance = 40

// groupedColumn is one column that may write its values on first rows alone.
type groupedColumn struct {
	column  int
	cell    string          // that now stands
	blocks  []block         // so far
	inBlock map[string]bool // what the rows of the block are of
	lines   map[string]bool // of the first group
	blank   int             // rows below a first one
	again   int             // of these, rows of a later group that are of a line of the first
	alone   int             // of these, rows of a later group that are not
	values  map[string]bool
	broken  bool
}

// groups finds the blocks of columns whose blanks follow the first row of a
// group: every block has another value, no line stands
// twice within one, and later blocks have the lines of the first.
func (p *Plan) groups(s grid.Sheet) ([]block, error) {
	var of []groupedColumn
	for i := range p.Columns {
		if c := &p.Columns[i]; groupFields[c.Field] && len(c.dims) == 0 {
			of = append(of, groupedColumn{column: i, values: map[string]bool{}})
		}
	}
	if len(of) == 0 || !slices.ContainsFunc(p.Columns, func(c PlanColumn) bool { return p.tellsApart(&c) }) {
		return nil, nil
	}
	header, n := p.HeaderRows[len(p.HeaderRows)-1], 0
	err := s.Rows(func(row *grid.Row) bool {
		if row.N <= header {
			return true
		}
		if other, _ := p.headsAnother(row); other {
			return false
		}
		for i := range of {
			of[i].see(p, row)
		}
		n++
		return n < glance || slices.ContainsFunc(of, func(g groupedColumn) bool { return !g.broken && g.blank > 0 })
	})
	var out []block
	for i := range of {
		if g := &of[i]; g.sure() {
			out = append(out, g.blocks...)
		}
	}
	return out, err
}

// tellsApart reports a column that tells the rows of a group apart.
func (p *Plan) tellsApart(c *PlanColumn) bool {
	if c.Field == "" || groupFields[c.Field] || len(c.dims) > 0 {
		return false
	}
	f, ok := p.kind.field(c.Field)
	return ok && p.kind.keys[c.Field] && !f.typ.numeric() || c.Field == "type" || c.Field == "ticket"
}

// sure reports groups that repeat: below the first row of later ones stand the
// lines of the first. A date that is missing here or there makes none.
func (g *groupedColumn) sure() bool { return !g.broken && g.again > 0 && g.again >= 3*g.alone }

// see takes one row in.
func (g *groupedColumn) see(p *Plan, row *grid.Row) {
	if g.broken {
		return
	}
	line := ""
	for i := range p.Columns {
		if c := &p.Columns[i]; p.tellsApart(c) && c.Index < len(row.Cells) {
			line += "\x00" + fold(row.Cells[c.Index].Text)
		}
	}
	bare := strings.Trim(line, "\x00 ") == ""
	text := strings.TrimSpace(cellAt(row, p.Columns[g.column].Index).Text)
	switch {
	case table.IsTotal(label(row)):
	case text != "":
		same := text == g.cell
		if g.values[fold(text)] && !same {
			g.broken = true // a value that comes again is no group's
			return
		}
		g.cell, g.values[fold(text)] = text, true
		if len(g.blocks) == 1 {
			g.lines = g.inBlock
		}
		g.inBlock = map[string]bool{line: true}
		g.blocks = append(g.blocks, block{col: p.Columns[g.column].Index, first: row.N, last: row.N})
	case bare:
	case len(g.blocks) == 0, g.inBlock[line]:
		g.broken = true // before the first group, or a line twice in one: not sure
	default:
		g.inBlock[line] = true
		g.blank++
		if len(g.blocks) > 1 {
			g.again, g.alone = g.again+boolInt(g.lines[line]), g.alone+boolInt(!g.lines[line])
		}
		g.blocks[len(g.blocks)-1].last = row.N
	}
}
