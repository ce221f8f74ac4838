package layout

import (
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// extra names the columns that hold data and have no heading: a table that grew
// wider than its header, or a heading that was left out. Each is told once, at
// its first row.
type extra struct {
	headed []bool // columns with a heading
	told   map[int]bool
}

func (e *extra) start(p *Plan) {
	for _, c := range p.Columns {
		for len(e.headed) <= c.Index {
			e.headed = append(e.headed, false)
		}
		e.headed[c.Index] = true
	}
}

// see looks at a data row.
func (r *runner) extras(row *grid.Row) {
	e := &r.extra
	for i := range row.Cells {
		if i < len(e.headed) && e.headed[i] || row.Cells[i].Text == "" || e.told[i] || strings.TrimSpace(row.Cells[i].Text) == "" {
			continue
		}
		if e.told == nil {
			e.told = map[int]bool{}
		}
		e.told[i] = true
		if len(e.told) > mostExtra {
			continue
		}
		n := strconv.Itoa(i + 1)
		r.sink.Reject(record.Reject{Ref: r.at(row.N), Code: reject.Unheaded, Hint: text.T("kolom ke-"+n, "column "+n)})
	}
}

// mostExtra is how many columns without a heading are named one by one.
const mostExtra = 20
