package layout

import (
	"cmp"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// surveyRows is how many rows decide a column that is settled by then; one
// that is not is surveyed to its end. Later values that contradict a decision
// are rejected one by one.
const surveyRows = 20000

// Decide looks at the values of every used column and fixes how each is read.
// The decision and its evidence are the plan's; nothing is decided per cell.
func (p *Plan) Decide(s grid.Sheet, salt []byte) error {
	var err error
	p.runUpBeside()
	p.findAsides()
	p.perRow = nil
	if p.perRow, err = p.unitsOfRows(p.on(s)); err != nil {
		return err
	}
	s = p.on(s)
	p.readers = make([]reader, len(p.Columns))
	v, err := p.survey(s)
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
		*rd = reader{
			typ: f.typ, date1904: s.Date1904(), unit: locale.Minutes, salt: salt, grain: true,
			blanks: blankable(f), days: f.name == "overstay", spare: p.kind.role(f) == RoleAttribute, ahead: aheadOfUTC,
		}
		rd.own = v.own[i]
		rd.opposite = p.over && c.Field == "remainder"
		p.zone(rd)
		p.units(c, rd, &v.columns[i])
		p.numbers(c, rd, &v.columns[i])
		c.Personal = rd.typ == hashed
	}
	p.alike()
	p.marks(v)
	p.magnitudes(v)
	p.dates(v)
	p.clocks(v)
	p.years(v)
	p.disagreements()
	return p.scale(v)
}

// blankable reports a field of text in which "-" and NULL are nothing: one that
// takes any text. Those with phrases know what a dash says in them.
func blankable(f *field) bool {
	return f.typ == free && f.phrases == "" && !meaning[f.name]
}

// meaning are the fields of text that read their cells themselves.
var meaning = set("type part line grain account priority_kind percent progress planned flow scheme joint outcome status label node code")

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
	case duration, money, count, decimal2, decimal3, score:
		return true
	}
	return false
}

// doubt notes why a column is not decided, or on what weak ground it is.
func (p *Plan) doubt(code reject.Code, c *PlanColumn, rd *reader, evidence string) {
	rd.why = cmp.Or(rd.why, code)
	p.note(code, text.Same(c.Header+": "+evidence))
}

// note tells a doubt of the header.
func (p *Plan) note(code reject.Code, detail text.Text) {
	p.Doubts = append(p.Doubts, grid.Doubt{Row: p.HeaderRows[0], Code: code, Detail: detail})
}

// numbers fixes how a column writes numbers. Where both readings fit and
// nothing decides, its cells with separators are refused, never guessed.
func (p *Plan) numbers(c *PlanColumn, rd *reader, v *survey) {
	if !rd.typ.numeric() {
		return
	}
	st, sure, evidence := v.number.Style(rd.typ == money || rd.typ == count || rd.typ == score)
	if p.ov != nil && p.ov.Numbers != "" {
		st, sure, evidence = map[string]locale.NumberStyle{"id": locale.StyleID, "en": locale.StyleEN, "plain": locale.StylePlain}[p.ov.Numbers], true, "rapor.yaml"
	}
	if b := p.readerBefore(c); b != nil && !sure && (v.number.ID == 0 || v.number.EN == 0) {
		st, sure = b.style, true
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
	form := text.Same(map[locale.NumberStyle]string{locale.StyleID: "1.234,5", locale.StyleEN: "1,234.5", locale.StylePlain: "1234.5"}[st])
	if c.Decision = join(form, rd.unitName()); c.Evidence == "" {
		c.Evidence = evidence
	}
}

// join puts the parts of a decision together.
func join(a, b text.Text) text.Text {
	switch {
	case a.ID == "":
		return b
	case b.ID == "":
		return a
	}
	return text.T(a.ID+"; "+b.ID, a.EN+"; "+b.EN)
}
