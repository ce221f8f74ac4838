package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// Above says of the rows above a header that they are no titles: records of
// this table, whose header then stands in the wrong place (DataAbove), or a
// table of its own that is not known (NoLayout). Code is "" for titles.
type Above struct {
	Code   reject.Code
	Detail text.Text
}

// unheadedRows is how many rows without a heading are a table: a block of names
// and values, "Bulan: Januari, Tahun: 2016", has fewer.
const unheadedRows = 5

// above gathers what stands above a header, row by row.
type above struct {
	words       string // of a row that may head them
	first, last uint32 // of the records of this table
	other       int    // rows with digits that are none
	digits      []int  // the columns where all of those have digits
}

// see takes a row above the header. Titles fill fewer cells than the table; a
// sum above its lines belongs to it.
func (a *above) see(p *Plan, r *grid.Row) {
	wordy, filled := wordsOf(r)
	switch {
	case filled < nearHits || 2*filled < p.used() || table.IsTotal(label(r)) || table.IsColumnNumbers(r.Cells):
	case wordy:
		if a.words == "" {
			a.words = firstHeader([]grid.Row{*r})
		}
	case p.holds(r):
		if a.last = r.N; a.first == 0 {
			a.first = r.N
		}
	default:
		none := func(i int) bool { return i >= len(r.Cells) || !strings.ContainsAny(r.Cells[i].Text, "0123456789") }
		if a.other++; a.other == 1 {
			for i := range r.Cells {
				a.digits = append(a.digits, i)
			}
		}
		a.digits = slices.DeleteFunc(a.digits, none)
	}
}

// verdict is what the rows above are.
func (a *above) verdict() Above {
	switch {
	case a.first != 0:
		return Above{reject.DataAbove, text.Of(text.Errorf("baris %d sampai %d", "rows %d to %d", a.first, a.last))}
	case len(a.digits) > 0 && (a.other >= 2 && a.words != "" || a.other >= unheadedRows):
		return Above{reject.NoLayout, text.Same(a.words)}
	}
	return Above{}
}

// Claims reports rows that are records of this table: they stand on their sheet
// above its header, too far for Match to see.
func (p *Plan) Claims(s grid.Sheet) (a Above, err error) {
	var over above
	err = s.Rows(func(r *grid.Row) bool {
		over.see(p, r)
		return r.N < p.HeaderRows[0] && over.first == 0
	})
	if a = over.verdict(); a.Code != reject.DataAbove {
		return Above{}, err
	}
	return a, err
}

// holds reports a row whose cells are those of a record of this table: what is
// needed is filled, and all that can be wrong is right.
func (p *Plan) holds(r *grid.Row) bool {
	for i := range p.layout.Columns {
		need := p.layout.Columns[i]
		at := slices.IndexFunc(p.Columns, func(c PlanColumn) bool { return c.Field == need.Field })
		if need.Required && at >= 0 {
			if c := p.Columns[at].Index; c >= len(r.Cells) || strings.TrimSpace(r.Cells[c].Text) == "" {
				return false
			}
		}
	}
	w := p.weigh(r)
	return w.bad == 0 && (w.dates > 0 || w.good >= 2 && letters(label(r)))
}
