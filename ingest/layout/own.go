package layout

import (
	"maps"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// ownCells is what an entry of rapor.yaml says of the cells of one column: the
// marks that stand for nothing, and the words of the office with what they are
// read as.
type ownCells struct {
	blank map[string]bool       // in small letters
	words map[string]*grid.Cell // in small letters
	seen  map[string]*grid.Cell // texts met, nil for one that is read as it stands
}

// mostOwn bounds the texts of a column that are remembered.
const mostOwn = 4096

var nothing = grid.Cell{Kind: grid.Empty}

// cell is what a cell is read as.
func (o *ownCells) cell(c *grid.Cell) *grid.Cell {
	if o == nil || c.Kind == grid.Empty || c.Kind == grid.Error {
		return c
	}
	other, known := o.seen[c.Text]
	if !known {
		other = o.look(c)
		if o.seen == nil || len(o.seen) >= mostOwn {
			o.seen = map[string]*grid.Cell{}
		}
		o.seen[strings.Clone(c.Text)] = other
	}
	if other == nil {
		return c
	}
	return other
}

func (o *ownCells) look(c *grid.Cell) *grid.Cell {
	s := ownText(c.Text)
	if whole, zeros, cut := strings.Cut(s, "."); cut && c.Kind == grid.Number && strings.Trim(zeros, "0") == "" {
		s = whole // "9999.0" of a workbook
	}
	if o.blank[s] {
		return &nothing
	}
	return o.words[s]
}

// ownText is a text as marks and words are compared: in small letters, with
// single spaces.
func ownText(s string) string { return strings.ToLower(plainSpaces(s)) }

// Unsaid is what the office writes as the meaning of a word that says nothing.
const Unsaid = "-"

// ownCells are the marks and words that the entry gives a column. Marks that
// are numbers stand for nothing where numbers, dates or times stand, never
// among names and codes.
func (o *Override) ownCells(k *kind, c *PlanColumn) *ownCells {
	f, ok := k.field(c.Field)
	if o == nil || !ok || c.Field == "" {
		return nil
	}
	out := ownCells{blank: map[string]bool{}, words: map[string]*grid.Cell{}}
	for _, mark := range o.Blank {
		if _, err := locale.ParseNumber(mark, locale.StylePlain); err != nil || f.typ != free || f.phrases != "" {
			out.blank[ownText(mark)] = true
		}
	}
	for _, name := range o.speaksOf(k, c) {
		for word, is := range o.Words[name] {
			cell := &grid.Cell{Kind: grid.Text, Text: is}
			if is == Unsaid {
				cell = &nothing
			}
			out.words[ownText(word)] = cell
		}
	}
	if len(out.blank) == 0 && len(out.words) == 0 {
		return nil
	}
	return &out
}

// speaksOf lists the names under which Words speaks of a column: its field,
// then its heading, whose words go before.
func (o *Override) speaksOf(k *kind, c *PlanColumn) []string {
	var fields, headings []string
	for name := range o.Words {
		field, _ := FieldOf(k.name, name)
		switch {
		case heads(c.Header, name):
			headings = append(headings, name)
		case field != "" && field == c.Field:
			fields = append(fields, name)
		}
	}
	slices.Sort(fields)
	slices.Sort(headings)
	return append(fields, headings...)
}

// CheckWord reports whether the words of a field of a kind can be given a
// meaning: one that the field reads surely, or Unsaid.
func CheckWord(kind, field, meaning string) bool {
	if meaning == Unsaid {
		return true
	}
	k, ok := kindOf(kind)
	if !ok {
		return false
	}
	f, ok := k.field(field)
	if !ok {
		return false
	}
	if f.typ == score {
		return len(meaning) == 1 && meaning[0] >= '1' && meaning[0] <= '4'
	}
	_, ok = k.constant(field, meaning)
	return ok
}

// WrongWord finds a word whose meaning its column cannot be given: the name
// and word of the entry, and the meanings that the column knows.
func (p *Plan) WrongWord() (name, word string, know []string, found bool) {
	if p.ov == nil {
		return "", "", nil, false
	}
	for i := range p.Columns {
		c := &p.Columns[i]
		for _, name := range p.ov.speaksOf(p.kind, c) {
			for _, word := range sortedKeys(p.ov.Words[name]) {
				if c.Field != "" && !CheckWord(p.Kind, c.Field, p.ov.Words[name][word]) {
					return name, word, MeaningsOf(p.Kind, c.Field), true
				}
			}
		}
	}
	return "", "", nil, false
}

// also lets one column feed several fields, as the entry says under As: each
// further field is a column of the plan of its own, beside the first.
func (p *Plan) also() error {
	if p.ov == nil {
		return nil
	}
	for _, heading := range headingsOf(p.ov.As) {
		fields := p.ov.As[heading]
		at := slices.IndexFunc(p.Columns, func(c PlanColumn) bool { return heads(c.Header, heading) })
		if at < 0 {
			if lacks := p.lacksAny(fields); lacks != "" {
				return &grid.RefusedError{Code: reject.MissingColumn, Detail: text.T(
					"as: judul kolom \""+heading+"\" ("+lacks+") tidak ada pada tabel ini",
					"as: heading \""+heading+"\" ("+lacks+") is not in this table")}
			}
			continue
		}
		for i := range p.Columns {
			if i != at && slices.Contains(fields, p.Columns[i].Field) {
				p.Columns[i].Field, p.Columns[i].dims = "", nil
			}
		}
		c := p.Columns[at]
		c.dims, c.Personal = nil, false
		var more []PlanColumn
		for _, f := range fields[1:] {
			if _, ok := p.kind.field(f); ok {
				c.Field = f
				more = append(more, c)
			}
		}
		p.Columns[at].Field = fields[0]
		p.Columns = slices.Insert(p.Columns, at+1, more...)
	}
	return nil
}

// lacksAny is a field of the list that the layout needs and no column gives.
func (p *Plan) lacksAny(fields []string) string {
	for _, f := range fields {
		needed := slices.ContainsFunc(p.layout.Columns, func(c Column) bool { return c.Field == f && c.supplied })
		given := slices.ContainsFunc(p.Columns, func(c PlanColumn) bool { return c.Field == f })
		if needed && !given {
			return f
		}
	}
	return ""
}

func headingsOf(m map[string][]string) []string { return slices.Sorted(maps.Keys(m)) }
