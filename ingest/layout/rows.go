package layout

import (
	"slices"
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
		r.reconcile(row, label(row))
		r.tally.aside(code, row.N)
		r.gap = gap{first: row.N + 1, tally: r.tally} // another table may follow at once
		r.gap.tally.AsideBy = slices.Clone(r.tally.AsideBy)
		return
	case reject.CombinedFund:
		r.combined(row)
		r.tally.aside(code, row.N)
	default:
		r.tally.aside(code, row.N)
		r.gap.open(r.tally, row.N)
		return
	}
	r.gap = gap{}
}

// asideRow tells rows that are not data: blank, hidden, totals, repeated
// headers, column numbers, footers, and what a filter leaves out.
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
	case row.Hidden:
		return reject.HiddenRow
	case r.isHeader(row):
		r.footer = false
		parts := r.sums.parts
		r.sums = newSums(len(r.p.Columns))
		r.sums.parts = parts
		return reject.RepeatHeader
	case table.IsColumnNumbers(row.Cells) && filled >= 3 && filled >= len(r.p.Columns)/2 && !r.footer && r.tally.Read <= 2:
		return reject.RepeatHeader
	case table.IsNihil(first):
		return reject.NihilRow
	case table.IsTotal(first):
		return reject.TotalRow
	case table.IsSignature(first):
		r.footer = true
		return reject.FooterRow
	case filled <= 2 && len(r.shared)+len(r.groups) > 3 && !r.dated(row) && r.title(row):
		return reject.FooterRow
	case r.footer, filled == 1 && r.gap.first != 0 && letters(first) && len(r.p.Columns) > 3: // a title after a gap
		return reject.FooterRow
	case !keep(r.filters, row):
		return reject.Filtered
	case r.inner[row.N]:
		return reject.TreeNode
	case r.sumFund && r.ctx.fund == record.FundCombined:
		return reject.CombinedFund
	}
	return ""
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

// isHeader reports a row whose filled cells are all texts of the header.
func (r *runner) isHeader(row *grid.Row) bool {
	n := 0
	for _, c := range row.Cells {
		f := fold(c.Text)
		if f == "" {
			continue
		}
		if c.Kind == grid.Number || !r.p.head[f] {
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
