package layout

import (
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// longestWait is how long a wait or a service can be that stands as a bare
// number: a day. Waits over days have dates.
const longestWait = 86400 * 1_000_000

// usualWait and usualService are the minutes that half the values of a column
// do not exceed: four hours of waiting, two of service.
const (
	usualWait    = 240
	usualService = 120
)

// units fixes what bare numbers of a column count: by rapor.yaml, by the
// heading, by titles, sheet name or number format, and by their size.
func (p *Plan) units(c *PlanColumn, rd *reader, v *survey) {
	if u, ok := p.setUnit(c); ok && (u.typ == rd.typ || u.typ == clock && rd.typ == day) {
		u.apply(rd)
		rd.unitWord, c.Evidence, rd.set = u.Title, "rapor.yaml", true
		return
	}
	switch rd.typ {
	case duration:
		p.spanUnit(c, rd, v)
	case money:
		p.moneyUnit(c, rd)
	}
}

// setUnit is the unit that rapor.yaml states for a column.
func (p *Plan) setUnit(c *PlanColumn) (*unitTerm, bool) {
	if p.ov == nil {
		return nil, false
	}
	for _, heading := range sortedKeys(p.ov.Units) {
		if heads(c.Header, heading) {
			return unitOf(p.ov.Units[heading])
		}
	}
	return unitOf(p.ov.Unit)
}

// heads reports that a column is the one that a person names by its heading, in
// whole or by its last text.
func heads(header, heading string) bool {
	last := header[strings.LastIndex(header, "> ")+1:]
	return fold(header) == fold(heading) || fold(last) == fold(heading)
}

// spanUnit fixes what numbers without a unit count in a column of durations.
func (p *Plan) spanUnit(c *PlanColumn, rd *reader, v *survey) {
	rd.longest = longestWait
	if name, ok := spanHeading(c.Header); ok {
		u, _ := unitOf(name)
		u.apply(rd)
		rd.unitWord, c.Evidence, rd.told = u.Title, c.Header, true
		return
	}
	if f := v.span.Fields(); f != locale.FieldsUnknown {
		rd.fields, c.Evidence = f, v.span.SampleTwo
	} else if typed, cell := v.span.Typed(); typed {
		rd.typed = true
		p.doubt(reject.AmbiguousSpan, c, rd, cell)
		return
	}
	usual := float64(usualWait)
	if c.Field == "served" {
		usual = usualService
	}
	switch u, sure, cell := v.span.Magnitude(usual); {
	case !sure:
		rd.bare = true
		p.doubt(reject.AmbiguousSpan, c, rd, cell)
	case u == locale.Seconds:
		rd.unit, rd.told, c.Evidence = u, true, cell
		rd.unitWord = text.T("detik, menurut besarnya", "seconds, by their size")
	}
}

// alike gives columns of durations that say nothing of their unit the one that
// all others of the table have.
func (p *Plan) alike() {
	unit, from, many := locale.Minutes, "", false
	for i := range p.readers {
		if rd := &p.readers[i]; rd.typ == duration && rd.told && rd.fields == locale.FieldsUnknown {
			many = many || from != "" && rd.unit != unit
			unit, from = rd.unit, p.Columns[i].Header
		}
	}
	if from == "" || many || unit == locale.Minutes {
		return
	}
	for i := range p.readers {
		rd := &p.readers[i]
		if rd.typ != duration || rd.told || rd.unitWord.ID != "" {
			continue
		}
		u, _ := unitOf(map[locale.Unit]string{locale.Seconds: "detik", locale.Hours: "jam", locale.Days: "hari"}[unit])
		rd.unit, rd.bare, rd.unitWord = unit, false, u.Title
		p.Columns[i].Decision, p.Columns[i].Evidence = join(p.Columns[i].Decision, u.Title), from
	}
}

// moneyUnit fixes the factor of a column of money. A heading and a title that
// state two factors are refused.
func (p *Plan) moneyUnit(c *PlanColumn, rd *reader) {
	own, stated := scaleOf(c.Header)
	switch title := p.context.scale; {
	case stated && own > 1 && title > 1 && own != title:
		rd.refuse, rd.why = reject.AmbiguousScale, reject.AmbiguousScale
		p.note(reject.AmbiguousScale, p.twoScales(c, own))
		return
	case stated && own == 1 && title > 1:
		rd.rupiah = true
	case stated && own > 1:
		rd.scale, c.Evidence = own, c.Header
	}
	if title := p.context.scale; title > 1 && (!stated || own <= 1) {
		rd.scale, c.Evidence = title, p.context.scaleSaid
	}
	rd.unitWord = scaleWord(rd.scale)
}

// twoScales says which place states which unit, and the lines that settle it.
func (p *Plan) twoScales(c *PlanColumn, own int64) text.Text {
	a, b := scaleWord(own), scaleWord(p.context.scale)
	line := func(scale int64) string {
		for _, u := range unitTerms {
			var rd reader
			if u.typ == money {
				if u.apply(&rd); rd.scale == scale {
					return `units: {"` + c.Header + `": ` + u.Name + `}`
				}
			}
		}
		return `units: {"` + c.Header + `": …}`
	}
	first, second := line(own), line(p.context.scale)
	return text.T(
		"judul kolom "+quote(c.Header)+": "+a.ID+"; keterangan "+quote(p.context.scaleSaid)+": "+b.ID+"; tulis "+first+
			" atau "+second,
		"heading "+quote(c.Header)+": "+a.EN+"; line "+quote(p.context.scaleSaid)+": "+b.EN+"; write "+first+" or "+second)
}

func scaleWord(scale int64) text.Text {
	for _, u := range unitTerms {
		if u.typ != money || scale <= 1 {
			continue
		}
		var rd reader
		if u.apply(&rd); rd.scale == scale {
			return u.Title
		}
	}
	return text.Text{}
}

// unitName is the unit of a column in words, as far as it is not the usual one.
func (r *reader) unitName() text.Text { return r.unitWord }

func quote(s string) string { return "\"" + s + "\"" }
