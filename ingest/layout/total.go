package layout

import (
	"fmt"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// sums adds up the amounts and counts of used rows, so that the office's own
// total rows can be held against them, to the sen.
type sums struct {
	block, all []int64 // by plan column: since the last total row, since the header
	row        []int64 // of the row being read, not yet used
	seen       []bool
	parts      map[string][]int64 // by label: what RM and PNBP tables add up to
	rows       int                // used rows since the last total row
	rejected   int                // rows above that could not be used
}

func newSums(columns int) sums {
	return sums{block: make([]int64, columns), all: make([]int64, columns), row: make([]int64, columns), seen: make([]bool, columns)}
}

func (s *sums) begin() {
	for i := range s.seen {
		s.row[i], s.seen[i] = 0, false
	}
}

// see notes a value of the row; it is seen twice, once a pass, and counts once.
func (s *sums) see(column int, t typ, n int64) {
	if t == money || t == count {
		s.row[column], s.seen[column] = n, true
	}
}

func (s *sums) commit() {
	s.rows++
	for i, ok := range s.seen {
		if ok {
			s.block[i] += s.row[i]
			s.all[i] += s.row[i]
		}
	}
}

// part adds the row just used to what its label holds in the tables of RM and
// PNBP, for a combined table to be held against.
func (s *sums) part(label string) {
	if s.parts == nil {
		s.parts = map[string][]int64{}
	}
	p := s.parts[label]
	if p == nil {
		p = make([]int64, len(s.row))
		s.parts[label] = p
	}
	for i, ok := range s.seen {
		if ok {
			p[i] += s.row[i]
		}
	}
}

// combined holds a row of a combined table against the rows of its parts that
// bear the same label. A label that no part has cannot be checked.
func (r *runner) combined(row *grid.Row) {
	part := r.sums.parts[fold(label(row))]
	if part == nil {
		return
	}
	r.each(row, func(i int, c *PlanColumn, v value) {
		if v.n != part[i] {
			r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: c.Header, Code: reject.TotalMismatch, Shown: row.Cells[c.Index].Text,
				Hint: text.Same("RM + PNBP = " + plainAmount(r.p.readers[i].typ, part[i]))})
		}
	})
}

// each calls f for every amount and count of a row that can be read.
func (r *runner) each(row *grid.Row, f func(i int, c *PlanColumn, v value)) {
	for i := range r.p.Columns {
		c, rd := &r.p.Columns[i], &r.p.readers[i]
		if rd.typ != money && rd.typ != count || c.Index >= len(row.Cells) || strings.TrimSpace(row.Cells[c.Index].Text) == "" {
			continue
		}
		if v, ok, code := rd.parse(&row.Cells[c.Index]); ok && code == "" {
			f(i, c, v)
		}
	}
}

// reconcile holds a total row against the rows above it: those since the last
// total row, or all since the header. A block of which no row was used (a
// combined table, a filtered one) says nothing.
func (r *runner) reconcile(row *grid.Row, label string) {
	defer func() {
		clear(r.sums.block)
		r.sums.rows = 0
	}()
	if r.sums.rows == 0 || !adds(label) || len(r.filters) > 0 {
		return
	}
	defer r.veil.settled() // it says of them what it says of the lines
	r.each(row, func(i int, c *PlanColumn, v value) {
		if r.level(c.Field) || v.n == r.sums.block[i] || v.n == r.sums.all[i] {
			return
		}
		sum := plainAmount(r.p.readers[i].typ, r.sums.block[i])
		hint := text.T("rincian "+sum, "the lines add up to "+sum)
		if n := r.sums.rejected; n > 0 {
			hint.ID += fmt.Sprintf("; %d baris di atasnya ditolak", n)
			hint.EN += fmt.Sprintf("; %d rows above it were rejected", n)
		}
		r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: c.Header, Code: reject.TotalMismatch, Shown: row.Cells[c.Index].Text, Hint: hint})
		r.contradict(v.n, r.sums.block[i], r.sums.all[i])
	})
}

// contradict keeps by how much the table's own total and its lines differ,
// unless rapor.yaml says that the lines are right.
func (r *runner) contradict(stated, block, all int64) {
	if r.p.LinesHold() {
		return
	}
	r.tally.Off.Total = more(r.tally.Off.Total, min(abs(stated-block), abs(stated-all)), stated)
}

// linesHold is the word of rapor.yaml for lines that are right where the total
// of their table differs.
const linesHold = "lines"

// LinesHold reports that rapor.yaml says so of the table.
func (p *Plan) LinesHold() bool { return p.ov != nil && p.ov.Totals == linesHold }

func abs(n int64) int64 { return max(n, -n) }

// level reports a field that states a level, not a flow: in a table with a
// month per row it repeats and does not add up.
func (r *runner) level(field string) bool {
	switch field {
	case "ceiling", "blocked", "target", "limit":
		return r.has("month")
	}
	return false
}

// adds reports the label of a total row that adds up, not one that averages.
func adds(label string) bool {
	t := strings.ToUpper(strings.TrimSpace(label))
	return strings.Contains(t, "JUMLAH") || strings.Contains(t, "TOTAL")
}

// plainAmount writes a number as the office does: 1.234.567 or 1.234.567,89.
func plainAmount(t typ, n int64) string {
	if t == money {
		return record.Rupiah(n).Plain()
	}
	return text.Group(n, text.ID)
}

// lost reports an identifier of which digits are lost: stored as a number with
// more digits than a number keeps, or written with an exponent. It is said once
// a column, at its first row.
func (r *runner) lost(row *grid.Row, column int, cell *grid.Cell) bool {
	rd := &r.p.readers[column]
	if rd.typ != free && rd.typ != hashed {
		return false
	}
	if cell.Kind == grid.Number {
		if len(cell.Text) <= 15 && !strings.ContainsAny(cell.Text, "eE") {
			return false
		}
	} else if !record.Mangled(cell.Text) {
		return false
	}
	if !rd.lost {
		rd.lost = true
		r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: r.p.Columns[column].Header, Code: reject.LostPrecision})
	}
	return true
}
