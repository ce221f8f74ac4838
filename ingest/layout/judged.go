package layout

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/judge"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// verdict is what arithmetic said of the rows of a table before any was read.
type verdict struct {
	looked bool                // the table was judged
	totals map[uint32][]uint32 // rows that are sums of others, with their parts
	parts  map[uint32]bool     // hidden rows that a total counts
}

func (v *verdict) total(row uint32) bool { _, ok := v.totals[row]; return ok }

// shows reports a hidden row that the table's own totals count.
func (v *verdict) shows(row uint32) bool { return v.parts[row] }

// judgedRows is how many rows of a table are held against one another.
const judgedRows = 50_000

// additive reports a table whose rows are amounts or counts that its own totals
// add up, in which a sum could pass for one more row.
func (p *Plan) additive() bool {
	if p.kind.adds == nil || !p.kind.adds(p.hasField) {
		return false
	}
	return slices.ContainsFunc(p.Columns, func(c PlanColumn) bool {
		f, ok := p.kind.field(c.Field)
		return ok && c.Field != "" && (f.typ == money || f.typ == count)
	})
}

// single reports a table of dated acts: their numbers of persons are small, so
// that a sum has to be called one, or to be nothing but a number.
func (p *Plan) single() bool { return p.Kind == "action" && p.hasField("decided") }

func (p *Plan) hasField(name string) bool {
	return slices.ContainsFunc(p.Columns, func(c PlanColumn) bool { return c.Field == name })
}

// candidate is a row that may be a total or a part of one.
type candidate struct {
	n      uint32
	hidden bool
	key    int64 // the month or the day it speaks of; 0 = none
	label  string
	at     int  // the column of the label
	group  bool // it is called a group of what the others are: a continent
	code   string
	from   int32 // of its span of time; -1 = none
	to     int32
}

// judge reads the table once and finds the rows that are sums of others.
func (r *runner) judge(s grid.Sheet) error {
	if !r.p.additive() {
		return nil
	}
	var rows []judge.Row
	var of []candidate
	last := r.p.HeaderRows[len(r.p.HeaderRows)-1]
	words := 0
	err := s.Rows(func(row *grid.Row) bool {
		if row.N <= last {
			return true
		}
		if row = r.merged.fill(row); r.another(row) || len(rows) == judgedRows {
			return false
		}
		if r.isHeader(row) || !keep(r.filters, row) {
			return true
		}
		c, j, ok := r.candidate(row)
		if !ok {
			return true
		}
		if !j.Bare {
			words++
		}
		rows, of = append(rows, j), append(of, c)
		return true
	})
	if err != nil || len(rows) == judgedRows {
		return err
	}
	for i := range rows {
		rows[i].Bare = rows[i].Bare && 2*words > len(rows)
	}
	r.judged.looked = true
	called := func(i int) bool { return !r.p.single() || rows[i].Total || rows[i].Bare }
	some := !r.p.single()
	for i := range rows {
		some = some || called(i)
	}
	if !some {
		return nil
	}
	r.dropTotalGroups(rows)
	for _, t := range judge.Totals(rows, r.places(of)) {
		switch {
		case !called(t.Row):
			continue
		case !t.Sure:
			if !of[t.Row].hidden {
				r.perhaps(&of[t.Row], rows, t.Row)
			}
			continue
		}
		if r.judged.totals == nil {
			r.judged.totals, r.judged.parts = map[uint32][]uint32{}, map[uint32]bool{}
		}
		var parts []uint32
		for _, p := range t.Parts {
			parts = append(parts, of[p].n)
			if of[p].hidden && !of[t.Row].hidden {
				r.judged.parts[of[p].n] = true
			}
		}
		r.judged.totals[of[t.Row].n] = parts
	}
	return nil
}

// perhaps says of a row that it may be the sum of others. It counts, and what
// rests on it is held back until rapor.yaml says what it is.
func (r *runner) perhaps(c *candidate, rows []judge.Row, row int) {
	if r.p.LinesHold() {
		return
	}
	line := `totals: rincian`
	at := record.Reject{Ref: r.at(c.n), Code: reject.PossibleTotal, Shown: c.label}
	if h := r.p.header(c.at); c.label != "" && h != "" {
		at.Column, line = h, `filter: ["`+h+`!=`+c.label+`"]`
	}
	at.Hint = text.Same(line)
	r.sink.Reject(at)
	for k, v := range rows[row].Values {
		var all int64
		for i := range rows {
			if k < len(rows[i].Values) {
				all += rows[i].Values[k]
			}
		}
		r.tally.Off.Sum = more(r.tally.Off.Sum, v, all)
	}
}

// places say which rows can be parts of which: those of one month or day, and
// those that its code or its span of time holds.
func (r *runner) places(of []candidate) judge.Options {
	month := func(a, b int) bool {
		return of[a].key != 0 && of[b].key != 0 && of[a].key != of[b].key || of[a].group && of[b].group
	}
	opt := judge.Options{One: true, Apart: month}
	tree := r.p.layout.Tree
	opt.Holds = func(total, part int) bool {
		return of[total].holds(&of[part]) || tree && total < part && of[total].above(&of[part]) ||
			len(of) <= namedRows && of[total].names(&of[part])
	}
	if tree { // a node adds up those below it, whatever it is called
		opt.Apart = func(a, b int) bool {
			return of[a].code != "" && of[b].code != "" && !opt.Holds(a, b) || month(a, b)
		}
	}
	return opt
}

// dropTotalGroups finds the groups of columns that add up the others, such as a
// TOTAL beside its parts, and leaves them out.
func (r *runner) dropTotalGroups(rows []judge.Row) {
	if len(r.groups) < 3 {
		return
	}
	lines := r.lines(rows)
	drop := map[int]bool{}
	for _, t := range judge.Totals(lines, judge.Options{}) {
		if t.Sure {
			drop[t.Row] = true
		}
	}
	kept := r.groups[:0:0]
	for g := range r.groups {
		if !drop[g] {
			kept = append(kept, r.groups[g])
			continue
		}
		for _, i := range r.groups[g].cols {
			r.sink.Reject(record.Reject{Ref: r.at(r.p.HeaderRows[0]), Column: r.p.Columns[i].Header, Code: reject.TotalColumn})
		}
	}
	r.groups = kept
}

// lines turns the rows of a table round: one line for each group of columns,
// with what it holds in every row.
func (r *runner) lines(rows []judge.Row) []judge.Row {
	at := map[int]int{} // plan column -> place among the values
	for i := range r.p.Columns {
		if t := r.p.readers[i].typ; r.p.Columns[i].Field != "" && (t == money || t == count) {
			at[i] = len(at)
		}
	}
	lines := make([]judge.Row, len(r.groups))
	for g := range r.groups {
		l := &lines[g]
		for _, d := range r.p.Columns[r.groups[g].cols[0]].dims {
			l.Total = l.Total || plainTotal(d.is)
		}
		for _, i := range r.groups[g].cols {
			k, ok := at[i]
			if !ok {
				continue
			}
			for x := range rows {
				if rows[x].Known.Has(k) {
					l.Known.Add(len(l.Values))
				}
				l.Values = append(l.Values, rows[x].Values[k])
			}
		}
	}
	return lines
}

// candidate reads the amounts and counts of a row, and what says where it
// belongs.
func (r *runner) candidate(row *grid.Row) (c candidate, j judge.Row, ok bool) {
	c, j.Bare = candidate{n: row.N, hidden: row.Hidden && !r.p.counts(), from: -1}, true
	y, m := int64(r.ctx.year), int64(0)
	measures := 0
	for i := range r.p.Columns {
		pc, rd := &r.p.Columns[i], &r.p.readers[i]
		measure := pc.Field != "" && (rd.typ == money || rd.typ == count)
		if measure {
			j.Values = append(j.Values, 0)
		}
		if pc.Index >= len(row.Cells) {
			continue
		}
		cell := &row.Cells[pc.Index]
		t := strings.TrimSpace(cell.Text)
		if t == "" {
			continue
		}
		var v value
		known := false
		if pc.Field != "" {
			got, ok, code := rd.parse(cell)
			v, known = got, ok && code == ""
		}
		switch {
		case measure && known:
			j.Values[len(j.Values)-1] = v.n
			j.Known.Add(len(j.Values) - 1)
			measures++
		case measure:
		case known && rd.typ == year:
			y = v.n
		case known && rd.typ == month:
			m, y = v.n, cmp.Or(int64(v.year), y)
		case known && rd.typ == day:
			c.key = int64(v.day)
		case known && rd.typ == clockSpan:
			c.from, c.to = v.sec, v.end
		default:
			if letters(t) {
				j.Bare = false
				j.Total = j.Total || plainTotal(t) || mayTotal(t) || table.IsTotal(t) && adds(t)
				j.Mean = j.Mean || table.IsTotal(t) && !adds(t)
			}
			if c.label == "" && letters(t) {
				c.label, c.at, c.group = t, pc.Index, groupOf(pc.Field, t)
			}
			switch pc.Field {
			case "account", "code", "node", "label":
				if code := codeOf(t); len(code) > len(c.code) {
					c.code = code
				}
			}
		}
	}
	j.Bare = j.Bare || r.p.leavesOut(row)
	if m != 0 {
		if c.key = y*12 + m; r.monthly == nil {
			r.monthly = map[int64]bool{}
		}
		r.monthly[y] = true
	}
	return c, j, measures > 0
}
