package layout

import (
	"maps"
	"path"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
)

// withoutAct takes the kind of act off what a table of numbers of acts lacks,
// where its titles or names tell it: "deportasi_per_negara.csv".
func (p *Plan) withoutAct(lacks []*Column, rows []grid.Row) []*Column {
	if p == nil || p.Kind != "action" || !p.takes("number") ||
		!slices.ContainsFunc(lacks, func(c *Column) bool { return c.Field == "type" }) || p.actTold(rows) == "" {
		return lacks
	}
	return slices.DeleteFunc(lacks, func(c *Column) bool { return c.Field == "type" })
}

// takes reports a field that some column of the plan is read for.
func (p *Plan) takes(field string) bool {
	return slices.ContainsFunc(p.Columns, func(c PlanColumn) bool { return c.Field == field })
}

// actTold is the only act that is named above the table, else by its sheet, its
// file or a folder; "" where none or several are.
func (p *Plan) actTold(rows []grid.Row) string {
	w := p.window
	var say []string
	for i := range rows {
		if rows[i].N >= w.rows[0].N {
			break
		}
		for k := range rows[i].Cells {
			say = append(say, rows[i].Cells[k].Text)
		}
	}
	slices.Reverse(say)
	say = append(say, w.ix.sheet)
	for dir := w.ix.file; dir != "" && dir != "." && dir != "/"; dir = path.Dir(dir) {
		say = append(say, strings.TrimSuffix(path.Base(dir), path.Ext(dir)))
	}
	for _, s := range say {
		switch act, several := actSaid(s); {
		case several:
			return ""
		case act != "":
			return act
		}
	}
	return ""
}

// implied sets what the whole table says of each of its rows: the act that it
// counts, and that its days stand for their months.
func (p *Plan) implied(w *window) {
	p.window = w
	if p.Kind == "action" && !p.takes("type") && p.takes("number") && p.layout.Constants["type"] == "" {
		p.constant("type", p.actTold(w.ix.rows))
	}
	if p.Kind == "queue_interval" && p.layout.Constants["grain"] == "" && w.monthly(p) {
		p.constant("grain", "month")
	}
	p.over = p.Kind == "ledger" && w.over(p)
	p.window = nil
}

// over reports that the column of what is left shows spending less ceiling in
// every row that is looked at: "selisih" is written in either direction.
func (w *window) over(p *Plan) bool {
	at := func(field string) int {
		i := slices.IndexFunc(p.Columns, func(c PlanColumn) bool { return c.Field == field })
		if i < 0 {
			return -1
		}
		return p.Columns[i].Index
	}
	ceiling, spent, rest := at("ceiling"), at("spent"), at("remainder")
	if ceiling < 0 || spent < 0 || rest < 0 {
		return false
	}
	n := 0
	for i := range w.ix.rows {
		r := &w.ix.rows[i]
		if r.N <= w.rows[len(w.rows)-1].N || max(ceiling, spent, rest) >= len(r.Cells) {
			continue
		}
		c, one := plainNumber(r.Cells[ceiling].Text)
		s, two := plainNumber(r.Cells[spent].Text)
		d, three := plainNumber(r.Cells[rest].Text)
		switch {
		case !one || !two || !three || c == s:
		case d != s-c:
			return false
		default:
			n++
		}
	}
	return n >= leastOver
}

// leastOver is how many rows show in which direction a difference is taken.
const leastOver = 3

// constant gives a field one value for all rows of this table.
func (p *Plan) constant(field, value string) {
	if value == "" {
		return
	}
	l := *p.layout
	l.Constants = maps.Clone(l.Constants)
	if l.Constants == nil {
		l.Constants = map[string]string{}
	}
	l.Constants[field] = value
	p.layout = &l
}

// monthly reports days that are months: headed as such ("period", "bulan"), and
// each the first of its month.
func (w *window) monthly(p *Plan) bool {
	at := slices.IndexFunc(p.Columns, func(c PlanColumn) bool { return c.Field == "day" })
	if at < 0 {
		return false
	}
	c := p.Columns[at].Index
	list := w.ix.heading(w.headingOf(c)).concepts
	if !slices.Contains(list, "period") && !slices.Contains(list, "month") {
		return false
	}
	n := 0
	for i := range w.ix.rows {
		r := &w.ix.rows[i]
		if r.N <= w.rows[len(w.rows)-1].N || c >= len(r.Cells) || strings.TrimSpace(r.Cells[c].Text) == "" {
			continue
		}
		if !firstOfMonth(&r.Cells[c]) {
			return false
		}
		n++
	}
	return n > 0
}

// firstOfMonth reports a date that begins a month, or a month by its name.
func firstOfMonth(c *grid.Cell) bool {
	if _, ok := shownMonth(c); ok {
		return true
	}
	s := strings.TrimSpace(c.Text)
	if d, ok := anyDate(s); ok {
		return d.Day == 1 || d.Month == 1 && strings.Count(s, "/") == 2 // of either order
	}
	_, _, ok := locale.ParsePeriodMonth(s)
	return ok
}
