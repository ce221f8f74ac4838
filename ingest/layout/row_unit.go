package layout

import (
	"maps"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// A table may say row by row in which unit of money its amounts are: in a column
// "Satuan" beside them, or in brackets behind the name of an account.

// unitHeadings are headings of a column of units, folded.
var unitHeadings = alternatives(`satuan|unit|dalam|satuan uang|satuan mata uang|mata uang|satuan nilai|satuan rupiah|satuan rp|
	satuan angka|satuan anggaran|satuan realisasi|satuan jumlah|satuan data|dalam satuan|ukuran|satuan ukuran|rp|
	skala|faktor|pengali|currency|unit of money|
	money unit|currency unit|units|scale|in|denomination|sat`)

// rowUnits reads the units of the rows of a table.
type rowUnits struct {
	p       *Plan
	column  int   // of the units; -1 for none
	labels  []int // columns of names that may state one
	amounts []int // columns of money
	last    uint32
	only    int64 // the unit of all rows that were looked at; 0 = there are several
	cells   map[string]int64
	names   map[string]unitName
	blocks  []block     // cells of the column that are merged over several rows
	row     grid.Row    // that was given last
	cellsOf []grid.Cell // of it
}

// unitName is the name of an account and the unit in brackets behind it.
type unitName struct {
	bare  string
	scale int64
}

// Units of a cell beside the factors: of one that is empty, and of one that is
// none of money.
const (
	unitBlank   = 0
	unitUnknown = -1
)

// rowUnitSample is how many rows tell whether a column holds units of money.
const rowUnitSample = 200

// unitsOfRows finds the units that the rows of a table state; nil where none can.
func (p *Plan) unitsOfRows(s grid.Sheet) (*rowUnits, error) {
	if p.Kind != "ledger" && p.Kind != "revenue" {
		return nil, nil // outputs have units of what they count
	}
	u := &rowUnits{p: p, column: -1, last: p.HeaderRows[len(p.HeaderRows)-1], cells: map[string]int64{},
		names: map[string]unitName{}}
	for i := range p.Columns {
		c := &p.Columns[i]
		f, ok := p.kind.field(c.Field)
		switch {
		case c.Field == "account" || c.Field == "label":
			u.labels = append(u.labels, c.Index)
		case c.Field != "" && ok && f.typ == money:
			if _, set := p.setUnit(c); !set {
				u.amounts = append(u.amounts, c.Index)
			}
		}
	}
	if t := p.three; t != nil && len(u.amounts) > 0 {
		for _, i := range []int{t.prior, t.own} {
			if i >= 0 {
				u.amounts = append(u.amounts, p.Columns[i].Index)
			}
		}
	}
	if len(u.amounts) == 0 {
		return nil, nil
	}
	at, err := u.find(s)
	if err != nil || at < 0 {
		return u, err
	}
	c := &p.Columns[at]
	u.column, c.Field, c.dims = c.Index, "", nil
	c.Decision = text.T("satuan uang tiap baris", "the unit of money of each row")
	merged, err := s.Merged()
	for _, m := range merged {
		if m.FirstCol <= u.column && u.column <= m.LastCol && m.LastRow > m.FirstRow {
			u.blocks = append(u.blocks, block{col: u.column, first: m.FirstRow, last: m.LastRow})
		}
	}
	return u, err
}

// find is the place of the column of units among the plan's, -1 for none: its
// cells are units of money, and more than the sign of rupiah. A column that a
// field is read from has to be called one.
func (u *rowUnits) find(s grid.Sheet) (int, error) {
	var of []int
	for i := range u.p.Columns {
		c := &u.p.Columns[i]
		heading := fold(c.Header[strings.LastIndex(c.Header, "> ")+1:])
		if !u.p.leftOut(c.Header) && !slices.Contains(u.amounts, c.Index) && (c.Field == "" || unitHeadings[heading]) {
			of = append(of, i)
		}
	}
	if len(of) == 0 {
		return -1, nil
	}
	known, other := make([]int, len(of)), make([]int, len(of))
	scales := make([]map[int64]bool, len(of))
	n := 0
	err := s.Rows(func(row *grid.Row) bool {
		if row.N <= u.last || table.IsTotal(label(row)) {
			return true
		}
		for k, i := range of {
			switch f := u.unit(i, cellAt(row, u.p.Columns[i].Index).Text); {
			case f > 0:
				if known[k]++; scales[k] == nil {
					scales[k] = map[int64]bool{}
				}
				scales[k][f] = true
			case f == unitUnknown:
				other[k]++
			}
		}
		n++
		return n < rowUnitSample
	})
	for k, i := range of {
		if known[k] > other[k] && (len(scales[k]) > 1 || !scales[k][1]) {
			if len(scales[k]) == 1 {
				u.only = slices.Collect(maps.Keys(scales[k]))[0]
			}
			return i, err
		}
		clear(u.cells)
	}
	return -1, err
}

// unit reads a cell of units of the plan's column i.
func (u *rowUnits) unit(i int, t string) int64 {
	t = strings.TrimSpace(t)
	if t == "" || t == "-" {
		return unitBlank
	}
	f, known := u.cells[t]
	if !known {
		t = strings.Clone(t)
		f = u.look(i, t)
		u.cells[t] = f
	}
	return f
}

func (u *rowUnits) look(i int, t string) int64 {
	if ov := u.p.ov; ov != nil {
		for name, list := range ov.Words {
			for word, is := range list {
				if heads(u.p.Columns[i].Header, name) && ownText(word) == ownText(t) {
					t = is
				}
			}
		}
	}
	if !letters(t) {
		return unitUnknown
	}
	f, ok := unitCell(t)
	if !ok || f > 1e9 {
		return unitUnknown
	}
	return f
}

// unitCell reads a cell that is nothing but a unit of money: "Ribu Rp", "Rp
// juta", "dalam jutaan rupiah", "(Rp 000)", "x Rp1.000", "Rupiah".
func unitCell(t string) (int64, bool) {
	low := strings.ToLower(strings.Trim(t, " ().:"))
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" ,:;()[]/-_=", r) })
	rest := words[:0]
	for _, w := range words {
		if w != "dalam" && w != "dlm" && w != "in" && w != "satuan" && w != "of" && w != "x" {
			rest = append(rest, w)
		}
	}
	if f, ok := moneyWord(strings.Join(rest, " "), "Rp", 0); ok && !strings.Contains(low, "000") {
		return max(1, f), true
	}
	return scaleOf("(" + low + ")")
}

// of is the unit that a row states, with why it cannot be used; 0 where it
// states none.
func (u *rowUnits) of(row *grid.Row) (scale int64, code reject.Code, shown string) {
	if u.column >= 0 {
		shown = u.cell(row)
		switch scale = u.unit(u.place(), shown); scale {
		case unitBlank:
			scale, code = u.only, reject.MissingValue
		case unitUnknown:
			return 0, reject.AmbiguousScale, shown
		}
	}
	for _, at := range u.labels {
		if n := u.name(cellAt(row, at).Text); n.scale != 0 {
			if code == "" && scale != 0 && scale != n.scale {
				return 0, reject.AmbiguousScale, shown
			}
			scale, code, shown = n.scale, "", cellAt(row, at).Text
		}
	}
	return scale, code, shown
}

// cell is the text of the cell of units of a row, or of the one that is merged
// with it.
func (u *rowUnits) cell(row *grid.Row) string {
	t := strings.TrimSpace(cellAt(row, u.column).Text)
	for i := range u.blocks {
		b := &u.blocks[i]
		switch {
		case row.N == b.first:
			b.cell.Text = strings.Clone(t)
		case row.N > b.first && row.N <= b.last && t == "":
			return b.cell.Text
		}
	}
	return t
}

func (u *rowUnits) place() int {
	return slices.IndexFunc(u.p.Columns, func(c PlanColumn) bool { return c.Index == u.column })
}

// name splits the unit off the name of an account.
func (u *rowUnits) name(t string) unitName {
	i := strings.LastIndexByte(t, '(')
	if i <= 0 || !speaksOfMoney(t[i:]) {
		return unitName{}
	}
	n, known := u.names[t]
	if !known {
		inside, after, _ := strings.Cut(t[i+1:], ")")
		if f, ok := unitCell(inside); ok && letters(inside) && strings.TrimSpace(after) == "" && f <= 1e9 {
			n = unitName{strings.TrimSpace(strings.Clone(t[:i])), f}
		}
		u.names[strings.Clone(t)] = n
	}
	return n
}

// fault is why the amounts of a row cannot be used for their unit: it is blank
// among others, none that is known, or another than the heading of a column, a
// title or the name of the account states.
func (u *rowUnits) fault(row *grid.Row) (column string, code reject.Code, shown string) {
	if u == nil || !u.counts(row) {
		return "", "", ""
	}
	scale, code, shown := u.of(row)
	if code != "" && u.column >= 0 {
		return u.p.Columns[u.place()].Header, code, shown
	}
	for i := range u.p.Columns {
		c := &u.p.Columns[i]
		if scale == 0 || scale == 1 && u.only == 1 || !slices.Contains(u.amounts, c.Index) {
			continue
		}
		if s := u.p.readers[i].scale; s > 1 && s != scale {
			return c.Header, reject.AmbiguousScale, shown
		}
	}
	return "", "", ""
}

// hint says what the row and what the table state of the unit.
func (u *rowUnits) hint(row *grid.Row) text.Text {
	_, code, shown := u.of(row)
	switch title := u.p.context.scaleSaid; {
	case code == reject.AmbiguousScale:
		h := u.p.header(u.column)
		line := `words: {"` + h + `": {"` + shown + `": rupiah | ribu | juta | miliar}}`
		return text.T("satuan baris "+quote(shown)+"; tulis "+line, "unit of the row "+quote(shown)+"; write "+line)
	case shown != "" && title != "":
		return text.T("satuan baris "+quote(shown)+"; keterangan "+quote(title), "unit of the row "+quote(shown)+
			"; line "+quote(title))
	}
	return text.Text{}
}

// counts reports a row with an amount that a unit would change.
func (u *rowUnits) counts(row *grid.Row) bool {
	return slices.ContainsFunc(u.amounts, func(at int) bool {
		return strings.ContainsAny(cellAt(row, at).Text, "123456789")
	})
}

// unitSheet is a sheet whose amounts are shown with the unit of their row.
type unitSheet struct {
	grid.Sheet
	of *rowUnits
}

// Rows gives the amounts of a row the look of numbers that show their unit, and
// takes it off the name of its account.
func (s unitSheet) Rows(yield func(*grid.Row) bool) error {
	return s.Sheet.Rows(func(row *grid.Row) bool {
		if row.N > s.of.last {
			row = s.of.show(row)
		}
		return yield(row)
	})
}

func (u *rowUnits) show(row *grid.Row) *grid.Row {
	scale, _, _ := u.of(row)
	if scale == 0 || !u.counts(row) {
		return row
	}
	u.row = *row
	u.row.Cells = append(u.cellsOf[:0], row.Cells...)
	u.cellsOf = u.row.Cells
	look := lookOf(scale)
	for _, at := range u.amounts {
		if scale > 1 && at < len(u.cellsOf) && lookScale(u.cellsOf[at].Look) == 0 {
			u.cellsOf[at].Look = look
		}
	}
	for _, at := range u.labels {
		if n := u.name(cellAt(row, at).Text); n.scale != 0 {
			u.cellsOf[at].Text = n.bare
		}
	}
	return &u.row
}

// lookOf is the look of numbers that are shown in a unit of money.
func lookOf(scale int64) grid.Look {
	for _, l := range [...]grid.Look{grid.InThousands, grid.InMillions, grid.InBillions} {
		if lookScale(l) == scale {
			return l
		}
	}
	return grid.General
}

func alternatives(list string) map[string]bool {
	m := map[string]bool{}
	for s := range strings.SplitSeq(list, "|") {
		m[fold(s)] = true
	}
	return m
}
