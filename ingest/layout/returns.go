package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
)

// Money that comes back to a budget is no spending: offices state it in a column
// beside the gross amounts, or in rows of its own, often without a minus.
type returns struct {
	spent  int // plan column of the spending; -1 = nothing is looked for
	column int // where the table states what came back, by its place on the sheet; -1 = none
	words  []int
}

var (
	returnWords = set("pengembalian retur refund refunds returned returns")
	netWords    = set("netto neto bersih net")
)

// returned finds what a budget states of returns: a column that no field is read
// from, unless the amounts are net of them already; and the columns of words.
func (p *Plan) returned() returns {
	out := returns{spent: -1, column: -1}
	if p.Kind != ledgerKind.name {
		return out
	}
	has := func(header string, words map[string]bool) bool {
		return slices.ContainsFunc(strings.Fields(fold(header)), func(w string) bool { return words[w] })
	}
	net := false
	for i := range p.Columns {
		c := &p.Columns[i]
		net = net || has(c.Header, netWords)
		switch {
		case c.Field == "spent" && len(c.dims) == 0:
			out.spent = i
		case c.Field == "" && !p.leftOut(c.Header) && has(c.Header, returnWords) && out.column < 0:
			out.column = c.Index
		case c.Field == "" || c.Field == "account" || c.Field == "label" || c.Field == "code":
			out.words = append(out.words, c.Index)
		}
	}
	if net {
		out.column = -1
	}
	return out
}

// giveBack takes from the spending of a row what came back.
func (r *runner) giveBack(row *grid.Row) {
	x, spent := &r.back, &r.bag.ledger.Spent
	if x.spent < 0 || !spent.Known {
		return
	}
	if x.column >= 0 && x.column < len(row.Cells) {
		if v, ok, code := r.p.readers[x.spent].parse(&row.Cells[x.column]); ok && code == "" && v.n > 0 {
			spent.Sen -= record.Rupiah(v.n)
		}
	}
	if spent.Sen <= 0 {
		return
	}
	for _, at := range x.words {
		if w := strings.Fields(cellAt(row, at).Text); len(w) > 0 && returnWords[strings.ToLower(w[0])] {
			spent.Sen = -spent.Sen
			return
		}
	}
}
