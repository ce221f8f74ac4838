package layout

import (
	"slices"
	"strings"

	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// Description is what a record kind is and which fields it has, for people. It
// is made of the declarations that the matcher and the reader use.
type Description struct {
	Term
	About  text.Text
	Fields []FieldDescription
}

// FieldDescription is what one field of a kind is and takes.
type FieldDescription struct {
	Term
	About text.Text
	Type  text.Text // what its cells hold
	// Required says that a row without it cannot count; Column that a table
	// without a column of it is not recognised by itself.
	Required, Column bool
	// Words are the words that are understood, by what they mean; nil where any
	// text will do, or none.
	Words []Meaning
	// Headings are the headings that are known, over all layouts of the kind.
	Headings []string
}

// Meaning is one thing that words of a field mean, with all its spellings.
type Meaning struct {
	Name      string   `json:"name"`
	Spellings []string `json:"spellings"`
}

// types say what the cells of a field hold.
var types = map[typ]text.Text{
	free: text.T("teks", "text"), day: text.T("tanggal", "date"), clock: text.T("jam", "time of day"),
	clockSpan: text.T("rentang jam", "span of hours"), duration: text.T("lama waktu", "length of time"),
	money: text.T("rupiah", "rupiah"), count: text.T("bilangan bulat", "whole number"),
	decimal2: text.T("bilangan", "number"), decimal3: text.T("bilangan", "number"),
	month: text.T("bulan", "month"), year: text.T("tahun", "year"),
	score:  text.T("1 sampai 4, atau jawaban dalam kata", "1 to 4, or an answer in words"),
	hashed: text.T("teks, disamarkan", "text, kept as a hash"),
}

// Describe describes a kind by its name or another word for it; layouts are
// those whose headings are listed.
func Describe(word string, layouts []Layout) (Description, bool) {
	at := slices.IndexFunc(kindTerms, func(t Term) bool { return t.is(strings.TrimSpace(word)) })
	if at < 0 {
		return Description{}, false
	}
	k, ok := kindOf(kindTerms[at].Name)
	if !ok {
		return Description{}, false
	}
	out := Description{Term: kindTerms[at], About: aboutKind(k.name)}
	for i := range k.fields {
		out.Fields = append(out.Fields, k.describe(&k.fields[i], layouts))
	}
	return out, true
}

func (k *kind) describe(f *field, layouts []Layout) FieldDescription {
	out := FieldDescription{Term: termOf(k.name, f.name), About: aboutField(k.name, f.name), Type: types[f.typ]}
	if f.phrases != "" {
		out.Type = text.T("kata", "word")
		p := vocabulary.PhrasesOf(f.phrases)
		for _, m := range p.Meanings() {
			if list := p.Spellings(m); len(list) > 0 {
				out.Words = append(out.Words, Meaning{m, list})
			}
		}
	}
	out.Required = slices.ContainsFunc(k.needs, func(n need) bool { return n.field == f.name })
	out.Headings, out.Column = k.headings(f.name, layouts)
	return out
}

// headings lists the headings of a field over the layouts of the kind, in their
// order, each once; always says that every layout with the field requires it.
func (k *kind) headings(field string, layouts []Layout) (out []string, always bool) {
	layoutsOf, required := 0, 0
	for i := range layouts {
		l := &layouts[i]
		if l.Kind != k.name {
			continue
		}
		layoutsOf++
		for _, c := range l.Columns {
			if base, _, _ := strings.Cut(c.Field, ":"); base != field {
				continue
			}
			if c.Required {
				required++
			}
			for _, a := range c.Aliases {
				if !slices.Contains(out, a) {
					out = append(out, a)
				}
			}
		}
	}
	return out, layoutsOf > 0 && required >= layoutsOf
}
