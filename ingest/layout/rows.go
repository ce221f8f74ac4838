package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// row classifies one row and reads it.
func (r *runner) row(row *grid.Row) {
	r.tally.Read++
	switch code := r.asideRow(row); code {
	case "":
		r.data(row)
	case reject.NihilRow:
		r.nihil(row)
	case reject.TotalRow:
		if r.judged.total(row.N) && r.sums.rejected == 0 {
			clear(r.sums.block) // it is the sum of its parts
			r.sums.rows = 0
			r.veil.settled()
		} else {
			r.reconcile(row, label(row))
		}
		r.tally.aside(code, row.N)
		r.gap = gap{first: row.N + 1, tally: r.tally} // another table may follow at once
		r.gap.tally.AsideBy = slices.Clone(r.tally.AsideBy)
		return
	case reject.CombinedFund:
		r.combined(row)
		r.tally.aside(code, row.N)
	default:
		if code == reject.HiddenRow {
			r.veil.row(r, row)
		}
		r.tally.aside(code, row.N)
		r.gap.open(r.tally, row.N)
		return
	}
	r.gap = gap{}
}

// asideRow tells rows that are not data: blank, hidden, totals, repeated
// headers, column numbers, footers, and what a filter leaves out. Evidence goes
// before labels: "Total", "NIP" or "Catatan" says something of a row only where
// its cells are not those of a record.
func (r *runner) asideRow(row *grid.Row) reject.Code {
	filled, first := 0, label(row)
	for _, c := range row.Cells {
		if strings.TrimSpace(c.Text) != "" {
			filled++
		}
	}
	switch {
	case filled == 0 && !hasFormula(row):
		return reject.BlankRow
	case row.Hidden && !r.judged.shows(row.N) && !r.p.counts():
		return reject.HiddenRow
	case r.isHeader(row):
		r.footer = false
		parts := r.sums.parts
		r.sums = newSums(len(r.p.Columns))
		r.sums.parts = parts
		return reject.RepeatHeader
	case r.tally.Read <= 2 && !r.footer && r.columnNumbers(row, filled):
		return reject.RepeatHeader
	}
	if r.inner[row.N] && keep(r.filters, row) {
		return reject.TreeNode
	}
	if code := r.spoken(row, first, filled); code != "" {
		return code
	}
	switch {
	case !keep(r.filters, row):
		return reject.Filtered
	case r.sumFund && r.ctx.fund == record.FundCombined:
		return reject.CombinedFund
	}
	return ""
}

// spoken tells rows by arithmetic and by what their words say.
func (r *runner) spoken(row *grid.Row, first string, filled int) reject.Code {
	total, said, signed := r.judged.total(row.N), table.IsTotal(first), table.IsSignature(first)
	nihil := !said && table.IsNihil(first)
	few := filled <= 2 && len(r.shared)+len(r.groups) > 3
	lone := filled == 1 && r.gap.first != 0 && letters(first) && len(r.p.Columns) > 2 // a title after a gap
	if total {
		return reject.TotalRow
	}
	if !said && !signed && !nihil && !few && !lone && !r.footer {
		return ""
	}
	w := r.p.weigh(row)
	rich := w.good > 0 && w.good >= w.bad && filled >= 3 && 2*filled >= r.p.used()
	switch {
	case w.dates > 0 && w.good >= w.bad && filled >= 2, (signed || r.footer) && !said && rich:
		r.footer = false
		return ""
	case said && rich && r.judged.looked && !plainTotal(first):
		return "" // an item that begins with the word, and adds up to nothing
	case nihil:
		return reject.NihilRow
	case said:
		return reject.TotalRow
	case signed:
		r.footer = true
		return reject.FooterRow
	case few && !r.dated(row) && r.title(row):
		return reject.FooterRow
	case r.footer, lone && w.good == 0:
		return reject.FooterRow
	}
	return ""
}

// columnNumbers reports a row that numbers the columns, 1 2 3 or (1) (2) (3),
// directly below a header.
func (r *runner) columnNumbers(row *grid.Row, filled int) bool {
	if filled < 3 || !table.IsColumnNumbers(row.Cells) {
		return false
	}
	if filled >= len(r.p.Columns)/2 {
		return true
	}
	n := 0
	for _, c := range row.Cells {
		if t := strings.Trim(strings.TrimSpace(c.Text), "()"); t != "" {
			if n++; t != strconv.Itoa(n) {
				return false
			}
		}
	}
	return filled >= 4
}

// weight is what the cells of a row are to the columns of the table.
type weight struct{ good, bad, dates int }

// weigh reads the typed cells of a row: how many can be read, how many cannot,
// and how many hold a date or a time of day.
func (p *Plan) weigh(row *grid.Row) weight {
	var w weight
	for i := range p.Columns {
		c, rd := &p.Columns[i], &p.readers[i]
		if c.Field == "" || rd.typ == free || rd.typ == hashed || c.Index >= len(row.Cells) || strings.TrimSpace(row.Cells[c.Index].Text) == "" {
			continue
		}
		_, ok, code := rd.parse(&row.Cells[c.Index])
		switch {
		case code != "":
			w.bad++
		case ok:
			w.good++
			if rd.typ == day || rd.typ == clock || rd.typ == clockSpan {
				w.dates++
			}
		}
	}
	return w
}

// dated reports a date where the table has its dates: such a row is data, even
// when hardly anything else is filled.
func (r *runner) dated(row *grid.Row) bool {
	for i, c := range r.p.Columns {
		if c.Field == "" || r.p.readers[i].typ != day || c.Index >= len(row.Cells) || strings.TrimSpace(row.Cells[c.Index].Text) == "" {
			continue
		}
		if _, ok, code := r.p.readers[i].parse(&row.Cells[c.Index]); ok && code == "" && !monthOnly(strings.TrimSpace(row.Cells[c.Index].Text)) {
			return true
		}
	}
	return false
}

// label is the first text of a row, or the second where the first only
// numbers it.
func label(row *grid.Row) string {
	filled, first := 0, ""
	for _, c := range row.Cells {
		t := strings.TrimSpace(c.Text)
		if t == "" {
			continue
		}
		filled++
		if first == "" || !letters(first) && filled == 2 {
			first = t
		}
	}
	return first
}

func letters(s string) bool {
	for _, c := range s {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

func hasFormula(row *grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return c.Formula })
}

// title takes a row that stands between tables as their title: a source of
// funds, a month. It reports whether it said anything.
func (r *runner) title(row *grid.Row) bool {
	was := len(r.ctx.evidence)
	fund := r.ctx.fund
	c := r.ctx
	c.read(row)
	if len(c.evidence) > was || c.fund != fund || fundRow(row) {
		r.ctx, r.footer = c, false
		return true
	}
	return false
}

func fundRow(row *grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return fundOf(c.Text) != record.FundUnknown })
}

// isHeader reports a row whose filled cells are all texts of the header, each
// in its column.
func (r *runner) isHeader(row *grid.Row) bool {
	n := 0
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Text == "" {
			continue
		}
		if c.Kind == grid.Number {
			return false
		}
		f := fold(c.Text)
		if f == "" {
			continue
		}
		if !slices.Contains(r.p.head[f], i) {
			return false
		}
		n++
	}
	return n >= 2
}

// nihil counts a stated "none" as a zero record of the month.
func (r *runner) nihil(row *grid.Row) {
	if r.p.kind.none == nil {
		r.tally.aside(reject.NihilRow, row.N)
		return
	}
	r.bag.ref = r.at(row.N)
	r.p.kind.reset(&r.bag)
	r.apply(nil)
	r.p.kind.none(&r.bag)
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Code: reject.NihilRow})
	r.p.kind.send(&r.bag, r.sink)
	r.note()
	r.tally.Used++
}
