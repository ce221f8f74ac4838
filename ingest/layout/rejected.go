package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// reject reports a row that cannot be used, with the column as the office
// heads it.
func (r *runner) reject(row *grid.Row, column string, code reject.Code, shown string) {
	if p, _ := reject.Lookup(code); p.Severity == reject.Aside { // no fault of the row: nothing of it counts
		r.tally.aside(code, row.N)
		return
	}
	r.tally.Rejected++
	r.sums.rejected++
	r.noteRejected(row)
	for _, c := range r.p.Columns {
		if c.Field == column && column != "" {
			column = c.Header
			if c.Index < len(row.Cells) && shown == "" {
				shown = row.Cells[c.Index].Text
			}
			break
		}
	}
	hint := markHint(code, shown)
	if code == reject.AmbiguousScale && r.p.perRow != nil {
		hint = r.p.perRow.hint(row)
	}
	if code == reject.UnknownWord {
		hint = r.lostWord(column, shown, row.N)
	}
	if len(shown) > 60 {
		shown = shown[:60]
	}
	for _, c := range r.p.Columns {
		if c.Header == column && c.Personal {
			shown = "***"
		}
	}
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: column, Code: code, Shown: strings.ToValidUTF8(strings.Clone(shown), ""),
		Hint: join(r.p.place(row.N), hint)})
}
