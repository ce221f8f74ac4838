package opendocument

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/store"
	"rapor/ingest/text"
)

// body is the state of reading one table.
type body struct {
	*document
	row    uint32 // number of the row being read
	column int    // of the column being described
	depth  int    // of groups
}

func (d *document) table(s xml.StartElement) error {
	d.sheet = store.New(attr(s, nsTable, "name"), d.budget)
	d.sheet.IsHidden = d.unseen[attr(s, nsTable, "style-name")]
	b := &body{document: d, row: 1}
	if err := d.each(func(s xml.StartElement) error { return b.child(s, false) }); err != nil {
		return err
	}
	d.sheets = append(d.sheets, d.sheet)
	return nil
}

// child reads rows, columns and the groups of both; hidden is set inside a
// group that is folded away.
func (b *body) child(s xml.StartElement, hidden bool) error {
	if s.Name.Space != nsTable {
		return b.skip()
	}
	switch s.Name.Local {
	case "table-column":
		return b.columns(s, hidden)
	case "table-row":
		return b.rows(s, hidden)
	case "table-columns", "table-header-columns", "table-column-group", "table-rows", "table-header-rows", "table-row-group":
		if b.depth++; b.depth > maxDepth {
			return text.Errorf("lebih dari %d kelompok bersarang", "more than %d groups inside each other", maxDepth)
		}
		hidden = hidden || attr(s, nsTable, "display") == "false"
		err := b.each(func(s xml.StartElement) error { return b.child(s, hidden) })
		b.depth--
		return err
	}
	return b.skip()
}

// count reads how often a row, column or cell is repeated, or how far a cell
// spans: at least once.
func count(s xml.StartElement, name string, limit int) (int, error) {
	v, ok := lookup(s, nsTable, name)
	if !ok {
		return 1, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > limit {
		return 0, fmt.Errorf("%s %q", name, v)
	}
	return n, nil
}

func collapsed(s xml.StartElement) bool {
	v := attr(s, nsTable, "visibility")
	return v == "collapse" || v == "filter"
}

func (b *body) columns(s xml.StartElement, hidden bool) error {
	n, err := count(s, "number-columns-repeated", maxRow)
	if err != nil {
		return err
	}
	first := b.column
	b.column = min(first+n, maxColumn)
	if hidden || collapsed(s) {
		if err := b.sheet.Hide(first, b.column-1); err != nil {
			return err
		}
	}
	return b.skip()
}

// rows reads a row, which may stand for many.
func (b *body) rows(s xml.StartElement, hidden bool) error {
	n, err := count(s, "number-rows-repeated", 16*maxRow)
	if err != nil {
		return err
	}
	r := grid.Row{N: b.row, Hidden: hidden || collapsed(s)}
	col, long := 0, false
	err = b.each(func(s xml.StartElement) error {
		if !is(s, nsTable, "table-cell") && !is(s, nsTable, "covered-table-cell") {
			return b.skip()
		}
		return b.cell(s, &r, &col, &long)
	})
	if err != nil {
		return err
	}
	if long {
		b.sheet.Noticed = append(b.sheet.Noticed, grid.Doubt{Row: r.N, Code: reject.LongRow})
	}
	b.row += uint32(n)
	if b.row > 16*maxRow {
		return text.Errorf("lebih dari %d baris", "more than %d rows", 16*maxRow)
	}
	return b.sheet.Add(&r, uint32(n))
}

// cell reads one cell, which may stand for many, and the range it covers.
func (b *body) cell(s xml.StartElement, r *grid.Row, col *int, long *bool) error {
	n, err := count(s, "number-columns-repeated", maxRow)
	if err != nil {
		return err
	}
	wide, err := count(s, "number-columns-spanned", maxRow)
	if err != nil {
		return err
	}
	tall, err := count(s, "number-rows-spanned", maxRow)
	if err != nil {
		return err
	}
	if wide > 1 || tall > 1 {
		m := grid.Range{FirstRow: r.N, LastRow: r.N + uint32(tall) - 1, FirstCol: *col, LastCol: *col + wide - 1}
		if err := b.sheet.Merge(m); err != nil {
			return err
		}
	}
	c, err := b.value(s)
	if err != nil {
		return err
	}
	first := *col
	*col += n
	if c.Kind == grid.Empty && !c.Formula {
		return nil
	}
	if *col > maxColumn {
		*long, n = true, max(0, maxColumn-first)
	}
	for len(r.Cells) < first && n > 0 {
		r.Cells = append(r.Cells, grid.Cell{})
	}
	for range n {
		r.Cells = append(r.Cells, c)
	}
	return nil
}
