package layout

import (
	"cmp"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// surveyRows is how many rows decide a column that is settled by then; one
// that is not is surveyed to its end. Later values that contradict a decision
// are rejected one by one.
const surveyRows = 20000

// survey is what the values of one column say about how they are written.
type survey struct {
	number locale.NumberSurvey
	date   locale.DateSurvey
	span   locale.SpanSurvey
}

func (v *survey) add(t typ, s string) {
	switch {
	case t == duration:
		v.number.Add(s)
		v.span.Add(s)
	case t.numeric():
		v.number.Add(s)
	case t == day:
		v.date.Add(s)
	case t == clock:
		v.date.AddStamp(s)
	}
}

func (v *survey) settled(t typ) bool {
	switch {
	case t == duration:
		return v.number.Settled() && v.span.Two == 0
	case t.numeric():
		return v.number.Settled()
	}
	return v.date.Settled()
}

// Decide looks at the values of every used column and fixes how each is read.
// The decision and its evidence are the plan's; nothing is decided per cell.
func (p *Plan) Decide(s grid.Sheet, salt []byte) error {
	p.readers = make([]reader, len(p.Columns))
	surveys, err := p.survey(s)
	if err != nil {
		return err
	}
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Field == "" {
			continue
		}
		f, _ := p.kind.field(c.Field)
		rd := &p.readers[i]
		*rd = reader{typ: f.typ, date1904: s.Date1904(), unit: locale.Minutes, salt: salt, grain: true}
		p.units(rd)
		p.numbers(c, rd, &surveys[i])
		c.Personal = rd.typ == hashed
	}
	p.dates(surveys)
	return nil
}

// survey reads values until every column is settled.
func (p *Plan) survey(s grid.Sheet) ([]survey, error) {
	out := make([]survey, len(p.Columns))
	types := make([]typ, len(p.Columns))
	for i, c := range p.Columns {
		if f, ok := p.kind.field(c.Field); ok && c.Field != "" {
			types[i] = f.typ
		}
	}
	last := p.HeaderRows[len(p.HeaderRows)-1]
	n := 0
	err := s.Rows(func(r *grid.Row) bool {
		if r.N <= last {
			return true
		}
		for i := range p.Columns {
			c := &p.Columns[i]
			if c.Field != "" && c.Index < len(r.Cells) && r.Cells[c.Index].Kind == grid.Text {
				out[i].add(types[i], r.Cells[c.Index].Text)
			}
		}
		n++
		return n%surveyRows != 0 || !settled(out, types)
	})
	return out, err
}

func settled(all []survey, types []typ) bool {
	for i := range all {
		if !all[i].settled(types[i]) {
			return false
		}
	}
	return true
}

func (t typ) numeric() bool {
	switch t {
	case duration, money, count, decimal2, decimal3:
		return true
	}
	return false
}

// doubt notes why a column is not decided, or on what weak ground it is.
func (p *Plan) doubt(code reject.Code, c *PlanColumn, rd *reader, evidence string) {
	rd.why = cmp.Or(rd.why, code)
	p.Doubts = append(p.Doubts, grid.Doubt{Row: p.HeaderRows[0], Code: code, Detail: text.Same(c.Header + ": " + evidence)})
}

// numbers fixes how a column writes numbers. Where both readings fit and
// nothing decides, its cells with separators are refused, never guessed.
func (p *Plan) numbers(c *PlanColumn, rd *reader, v *survey) {
	if !rd.typ.numeric() {
		return
	}
	st, sure, evidence := v.number.Style(rd.typ == money || rd.typ == count)
	if p.ov != nil && p.ov.Numbers != "" {
		st, sure, evidence = map[string]locale.NumberStyle{"id": locale.StyleID, "en": locale.StyleEN, "plain": locale.StylePlain}[p.ov.Numbers], true, "rapor.yaml"
	}
	if rd.typ == duration && rd.fields == locale.FieldsUnknown {
		if unclear, cell := v.span.Ambiguous(); unclear && (p.ov == nil || p.ov.Numbers == "") {
			p.doubt(reject.AmbiguousSpan, c, rd, cell)
			st = locale.StyleUnknown
		}
	}
	switch contradiction := v.number.ID > 0 && v.number.EN > 0; {
	case sure:
	case contradiction:
		p.doubt(reject.MixedColumn, c, rd, evidence)
	default:
		p.doubt(reject.AmbiguousNumber, c, rd, evidence)
	}
	rd.style = st
	c.Decision, c.Evidence = text.Same(map[locale.NumberStyle]string{locale.StyleID: "1.234,5", locale.StyleEN: "1,234.5", locale.StylePlain: "1234.5"}[st]), evidence
}

// dateOrders are the orders of day, month and year as inspect names them.
var dateOrders = map[locale.DateOrder]text.Text{
	locale.DMY: text.T("hari/bulan/tahun", "day/month/year"), locale.MDY: text.T("bulan/hari/tahun", "month/day/year"),
	locale.YMD: text.T("tahun-bulan-hari", "year-month-day"),
}

// dates fixes the order of day and month of every column. What its own cells
// do not decide is decided, in this order, by another date column of the same
// table, by the month that titles, sheet or file name, and by the language of
// the header: "Tanggal" is written day first. A column that none of them
// decides is refused.
func (p *Plan) dates(surveys []survey) {
	orders := make([]locale.DateOrder, len(p.Columns))
	proven, from := locale.OrderUnknown, ""
	for i := range p.Columns {
		if p.readers[i].typ != day && p.readers[i].typ != clock {
			continue
		}
		o, sure, evidence := surveys[i].date.Order()
		orders[i], p.Columns[i].Evidence = o, evidence
		if sure && evidence != "" && proven == locale.OrderUnknown {
			proven, from = o, p.Columns[i].Header+": "+evidence
		}
	}
	for i := range p.Columns {
		c, rd := &p.Columns[i], &p.readers[i]
		if c.Field == "" || rd.typ != day && rd.typ != clock {
			continue
		}
		if p.ov != nil && p.ov.DateOrder != "" {
			orders[i], c.Evidence = map[string]locale.DateOrder{"dmy": locale.DMY, "mdy": locale.MDY, "ymd": locale.YMD}[p.ov.DateOrder], "rapor.yaml"
		} else if orders[i] == locale.OrderUnknown {
			orders[i] = p.dateOrder(c, rd, &surveys[i].date, proven, from)
		}
		rd.order = orders[i]
		if rd.typ == day {
			c.Decision = dateOrders[rd.order]
		}
	}
}

// dateOrder decides a column of dates that fit both orders.
func (p *Plan) dateOrder(c *PlanColumn, rd *reader, v *locale.DateSurvey, proven locale.DateOrder, from string) locale.DateOrder {
	if v.DMY > 0 { // two orders in one column
		p.doubt(reject.MixedColumn, c, rd, c.Evidence)
		return locale.OrderUnknown
	}
	if proven != locale.OrderUnknown && proven != locale.YMD {
		c.Evidence = from
		return proven
	}
	month, said := p.context.month, p.context.said("month")
	if o, ok := v.InMonth(month); month != 0 && ok {
		c.Evidence = said
		return o
	}
	if indonesian(c.Header) {
		p.doubt(reject.DateByConvention, c, rd, c.Evidence)
		return locale.DMY
	}
	p.doubt(reject.AmbiguousDate, c, rd, c.Evidence)
	return locale.OrderUnknown
}

// indonesian reports a header in Indonesian, by the words date columns have.
func indonesian(header string) bool {
	words := strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return r < 'a' || r > 'z' })
	for _, w := range words {
		switch w {
		case "tanggal", "tgl", "hari", "waktu", "jam", "bulan", "mulai", "selesai", "masuk", "keluar", "terbit", "permohonan", "kejadian", "putusan", "kontrak":
			return true
		}
	}
	return false
}

func (p *Plan) units(rd *reader) {
	if p.ov == nil {
		return
	}
	if u, ok := unitOf(p.ov.Unit); ok {
		u.apply(rd)
	}
}

// filter is one condition of an override.
type filter struct {
	index int
	want  string
	not   bool
}

// filters resolves the conditions of an override to columns. A table without
// one of them is refused: unfiltered, its rows would count wrongly.
func (p *Plan) filters() ([]filter, error) {
	if p.ov == nil {
		return nil, nil
	}
	var out []filter
	for _, f := range p.ov.Filter {
		name, want, ok := strings.Cut(f, "=")
		if !ok {
			return nil, &grid.RefusedError{Code: reject.MissingColumn, Detail: text.Same("filter " + f)}
		}
		name, not := strings.CutSuffix(name, "!")
		found := false
		for _, c := range p.Columns {
			last := c.Header[strings.LastIndex(c.Header, "> ")+1:]
			if fold(c.Header) == fold(name) || fold(last) == fold(name) {
				out, found = append(out, filter{c.Index, strings.TrimSpace(want), not}), true
				break
			}
		}
		if !found {
			return nil, &grid.RefusedError{Code: reject.MissingColumn, Detail: text.Same("filter " + f + ": " + strings.TrimSpace(name))}
		}
	}
	return out, nil
}

func keep(filters []filter, r *grid.Row) bool {
	for _, f := range filters {
		got := ""
		if f.index < len(r.Cells) {
			got = strings.TrimSpace(r.Cells[f.index].Text)
		}
		if strings.EqualFold(got, f.want) == f.not {
			return false
		}
	}
	return true
}
