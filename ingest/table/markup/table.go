package markup

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/table/numberformat"
	"rapor/ingest/table/store"
)

const (
	maxSpan   = 65534 // rows, as the HTML standard bounds it
	maxWide   = 1000  // columns of one cell, likewise
	maxColumn = 4096
	maxRow    = 1 << 20
	maxTitles = 30 // lines of text kept from above a table
)

// tableState is one table being read.
type tableState struct {
	out      *store.Sheet
	style    *sheetStyle
	row      grid.Row
	inRow    bool
	inCell   bool
	caption  bool
	text     prose // of the open cell or caption
	over     veil  // of its text
	cell     attributes
	column   int      // where the next cell may go
	reserved []uint32 // for each column, the first row that no cell from above fills
	wide     bool     // some row has two filled cells: a table of data
	lines    []string
	columns  int // col elements so far
	shown    map[int]bool
	unshown  map[int]bool
	group    bool // inside a hidden tbody
}

// begin starts the sheet with the lines of text that stand above the table, as
// Excel shows them.
func begin(out *store.Sheet, style *sheetStyle, titles []string) (*tableState, error) {
	t := &tableState{out: out, style: style, row: grid.Row{N: 1}, shown: map[int]bool{}, unshown: map[int]bool{}}
	for _, l := range titles {
		if err := t.title(l); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// title adds a line above the rows.
func (t *tableState) title(line string) error {
	t.row.Cells = append(t.row.Cells[:0], grid.Cell{Kind: grid.Text, Text: line})
	err := t.out.Add(&t.row, 1)
	t.row.N++
	t.row.Cells = t.row.Cells[:0]
	return err
}

func (t *tableState) startRow(a attributes) error {
	if err := t.endRow(); err != nil {
		return err
	}
	t.inRow, t.column = true, 0
	t.row.Hidden = t.group || a.hidden(t.style, "tr")
	return nil
}

func (t *tableState) endRow() error {
	if err := t.endCell(); err != nil {
		return err
	}
	if !t.inRow {
		return nil
	}
	t.inRow = false
	filled := 0
	for _, c := range t.row.Cells {
		if c.Kind != grid.Empty {
			filled++
			if len(t.lines) < maxTitles {
				t.lines = append(t.lines, c.Text)
			}
		}
	}
	t.wide = t.wide || filled > 1
	if err := t.out.Add(&t.row, 1); err != nil {
		return err
	}
	if t.row.N++; t.row.N > maxRow {
		return store.ErrFull
	}
	t.row.Cells, t.row.Hidden = t.row.Cells[:0], false
	return nil
}

func (t *tableState) startCell(a attributes) error {
	if err := t.endCell(); err != nil {
		return err
	}
	if !t.inRow {
		if err := t.startRow(nil); err != nil {
			return err
		}
	}
	t.inCell, t.cell, t.over = true, slices.Clone(a), veil{}
	t.text.reset()
	return nil
}

// endCell puts the open cell at its place.
func (t *tableState) endCell() error {
	if !t.inCell {
		return nil
	}
	t.inCell, t.over = false, veil{}
	col := t.column
	for col < len(t.reserved) && t.reserved[col] > t.row.N {
		col++
	}
	wide, tall := t.cell.span("colspan", maxWide), t.cell.span("rowspan", maxSpan)
	if col+wide > maxColumn {
		return store.ErrFull
	}
	t.column = col + wide
	for len(t.reserved) < t.column {
		t.reserved = append(t.reserved, 0)
	}
	for c := col; c < t.column; c++ {
		t.reserved[c] = t.row.N + uint32(tall)
	}
	if wide > 1 || tall > 1 {
		m := grid.Range{FirstRow: t.row.N, LastRow: t.row.N + uint32(tall) - 1, FirstCol: col, LastCol: col + wide - 1}
		if err := t.out.Merge(m); err != nil {
			return err
		}
	}
	if t.cell.hidden(t.style, "td") {
		t.unshown[col] = true
	} else {
		t.shown[col] = true
	}
	for len(t.row.Cells) <= col {
		t.row.Cells = append(t.row.Cells, grid.Cell{})
	}
	t.row.Cells[col] = value(t.cell, t.text.String(), t.style)
	return nil
}

// describe reads a col element.
func (t *tableState) describe(a attributes) error {
	first := t.columns
	t.columns = min(first+a.span("span", maxWide), maxColumn)
	if a.hidden(t.style, "col") {
		return t.out.Hide(first, t.columns-1)
	}
	return nil
}

// end closes the table: ranges reach no further than its last row, and a
// column is hidden when all its cells are.
func (t *tableState) end() error {
	if err := t.endRow(); err != nil {
		return err
	}
	for i := range t.out.Ranges {
		t.out.Ranges[i].LastRow = max(t.out.Ranges[i].FirstRow, min(t.out.Ranges[i].LastRow, t.row.N-1))
	}
	for c := range t.unshown {
		if !t.shown[c] && !slices.Contains(t.out.HideColumn, c) {
			t.out.HideColumn = append(t.out.HideColumn, c)
		}
	}
	slices.Sort(t.out.HideColumn)
	return nil
}

var plainNumber = regexp.MustCompile(`^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$`)

// raw reads a number as Excel and LibreOffice put it into an attribute.
func raw(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if !plainNumber.MatchString(s) {
		return "", false
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return "", false
	}
	return numberformat.Digits(v), true
}

// value types a cell by the attributes that Excel ("x:") and LibreOffice
// ("sd") write beside the text; without them it is text, as in any text file.
func value(a attributes, shown string, style *sheetStyle) grid.Cell {
	c := grid.Cell{Text: shown, Look: a.look(style)}
	_, c.Formula = a.get("x:fmla")
	if v, ok := a.get("x:err"); ok {
		c.Kind = grid.Error
		if v != "" {
			c.Text = v
		}
		return c
	}
	if v, ok := a.get("x:bool"); ok {
		switch strings.ToUpper(strings.TrimSpace(v)) {
		case "TRUE", "FALSE":
			c.Kind, c.Text = grid.Bool, strings.ToUpper(strings.TrimSpace(v))
			return c
		}
	}
	for _, name := range []string{"x:num", "sdval"} {
		v, ok := a.get(name)
		if ok && v == "" {
			v = shown
		}
		if n, is := raw(v); ok && is {
			c.Kind, c.Text = grid.Number, n
			return c
		}
	}
	if shown != "" {
		c.Kind = grid.Text
	}
	return c
}
