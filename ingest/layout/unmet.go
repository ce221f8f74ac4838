package layout

import (
	"slices"
	"strings"

	"rapor/ingest/text"
)

// Met lists the parts of the entry in rapor.yaml that this table had a use
// for: "date_order", "numbers", "unit", "flow", "columns.Jam Masuk",
// "constants.day". Without an entry it is empty.
func (p *Plan) Met() []string {
	if p.ov == nil {
		return nil
	}
	var out []string
	has := func(key string, types ...typ) {
		for i, c := range p.Columns {
			if c.Field != "" && slices.Contains(types, p.readers[i].typ) {
				out = append(out, key)
				return
			}
		}
	}
	has("date_order", day, clock, clockSpan, month)
	has("numbers", money, count, decimal2, decimal3, duration, score)
	if u, ok := unitOf(p.ov.Unit); ok {
		has("unit", u.typ)
	}
	for heading, word := range p.ov.Units {
		if u, ok := unitOf(word); ok && p.typed(heading, u.typ) {
			out = append(out, "units."+heading)
		}
	}
	for name := range p.ov.Words {
		if slices.ContainsFunc(p.Columns, func(c PlanColumn) bool {
			return slices.Contains(p.ov.speaksOf(p.kind, &c),
				name)
		}) {
			out = append(out, "words."+name)
		}
	}
	for heading := range p.ov.As {
		if p.heading(heading) != "" {
			out = append(out, "as."+heading)
		}
	}
	has("scale", score)
	has("zone", day, clock, clockSpan)
	if _, ok := p.kind.field("flow"); ok {
		out = append(out, "flow")
	}
	for name, value := range p.ov.Constants {
		if _, ok := p.kind.constant(name, value); ok {
			out = append(out, "constants."+name)
		}
	}
	for heading := range p.ov.Columns {
		if p.heading(heading) != "" {
			out = append(out, "columns."+heading)
		}
	}
	return out
}

// typed reports a column under a heading whose values are of a type.
func (p *Plan) typed(heading string, t typ) bool {
	for i, c := range p.Columns {
		if c.Field != "" && p.readers[i].typ == t && heads(c.Header, heading) {
			return true
		}
	}
	return false
}

// Missed says which headings of the entry in rapor.yaml this table does not
// have though its kind has their field and no other heading of the entry gives
// it, and which it has in another spelling only.
func (p *Plan) Missed() []text.Text {
	if p.ov == nil {
		return nil
	}
	var out []text.Text
	for _, heading := range sortedKeys(p.ov.Columns) {
		field := p.ov.Columns[heading]
		switch found := p.heading(heading); {
		case found != "" && !strings.EqualFold(plainSpaces(found), plainSpaces(heading)):
			out = append(out, text.T("judul kolom \""+heading+"\" dibaca sebagai \""+found+"\"",
				"heading \""+heading+"\" was taken for \""+found+"\""))
		case found == "" && HasField(p.Kind, field) && !p.given(field):
			out = append(out, p.lacking(heading, field))
		}
	}
	return out
}

// lacking says that a heading is not there, and what was read for its field.
func (p *Plan) lacking(heading, field string) text.Text {
	out := text.T("judul kolom \""+heading+"\" tidak ada pada tabel ini", "heading \""+heading+"\" is not in this table")
	for _, c := range p.Columns {
		if c.Field == field {
			out.ID += "; untuk " + field + " dibaca \"" + c.Header + "\""
			out.EN += "; \"" + c.Header + "\" was read for " + field
			break
		}
	}
	return out
}

func plainSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// heading finds a column by its heading as the entry writes it, and gives the
// text that it matched in the table; "" when there is none.
func (p *Plan) heading(want string) string {
	w, close := fold(want), ""
	for _, c := range p.Columns {
		path := strings.Split(c.Header, " > ")
		last := path[len(path)-1]
		for _, text := range []string{c.Header, strings.Join(path, " "), strings.Join(path[max(0, len(path)-2):], " "),
			last} {
			if fold(text) != w {
				continue
			}
			if strings.EqualFold(plainSpaces(text), plainSpaces(want)) {
				return text
			}
			close = text
		}
	}
	return close
}

// given reports whether one of the entry's own headings gives a field.
func (p *Plan) given(field string) bool {
	for heading, f := range p.ov.Columns {
		if f == field && p.heading(heading) != "" {
			return true
		}
	}
	return false
}

// Conflict says where the entry in rapor.yaml asks for two things of one
// column's field in this table: two headings for one field, or a constant for
// a field that a column gives. What to write instead is said too.
func (p *Plan) Conflict() (why text.Text, found bool) {
	if p.ov == nil {
		return text.Text{}, false
	}
	by := map[string]string{}
	for _, heading := range sortedKeys(p.ov.Columns) {
		field := p.ov.Columns[heading]
		if field == Ignored || field == "node" || !HasField(p.Kind, field) || p.heading(heading) == "" || slices.Contains(p.layout.Measures, field) {
			continue
		}
		if first, twice := by[field]; twice {
			return text.T("judul \""+first+"\" dan \""+heading+"\" sama-sama untuk "+field+"; sisakan satu",
				"the headings \""+first+"\" and \""+heading+"\" are both for "+field+"; leave one"), true
		}
		by[field] = heading
	}
	for _, field := range sortedKeys(p.ov.Constants) {
		for _, c := range p.Columns {
			if c.Field == field {
				return text.T("constants."+field+": kolom \""+c.Header+"\" sudah memberi "+field+"; hapus salah satu, misalnya dengan columns: {\""+c.Header+"\": \"-\"}",
					"constants."+field+": the column \""+c.Header+"\" gives "+field+" already; remove one of them, such as by columns: {\""+c.Header+"\": \"-\"}"), true
			}
		}
	}
	return text.Text{}, false
}
