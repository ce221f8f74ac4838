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
	Role  text.Text // what a cell of it that cannot be read costs
	// Required says that a row without it cannot count; Column that a table
	// without a column of it is not recognised by itself.
	Required, Column bool
	// Words are the words that are understood, by what they mean; nil where any
	// text will do, or none.
	Words []Meaning
	// Headings are the headings that are known, over all layouts of the kind.
	Headings []string
	// Patterns are the words of which other headings may be made, in whatever
	// order: "jam panggil [loket/pemohon]".
	Patterns []string
	// Sources say where those words are from, and the words of its cells.
	Sources []text.Text
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
	out.Role = roles[k.role(f)]
	var concepts []string
	out.Patterns, concepts = k.patterns(f.name, layouts)
	sources := vocabulary.HeadingSources(concepts...)
	if f.phrases != "" {
		sources = append(sources, vocabulary.PhrasesOf(f.phrases).Sources()...)
	}
	for _, s := range sources {
		if t := text.T(s.ID, s.EN); !slices.Contains(out.Sources, t) {
			out.Sources = append(out.Sources, t)
		}
	}
	return out
}

// roles say what a cell that cannot be read costs.
var roles = map[Role]text.Text{
	RoleKey:       text.T("kunci: bila tidak terbaca, barisnya ditolak", "key: its row is rejected where it cannot be read"),
	RoleMeasure:   text.T("ukuran: bila tidak terbaca, barisnya ditolak", "measure: its row is rejected where it cannot be read"),
	RoleAttribute: text.T("keterangan: bila tidak terbaca, barisnya tetap dihitung", "attribute: its row counts also where it cannot be read"),
}

// patterns lists the patterns of a field's headings over the layouts of the
// kind, each once, as words, with the concepts that are in them.
func (k *kind) patterns(field string, layouts []Layout) (out, concepts []string) {
	for i := range layouts {
		l := &layouts[i]
		if l.Kind != k.name {
			continue
		}
		for _, name := range sortedLists(l.Words) {
			if base, _, _ := strings.Cut(name, ":"); base != field {
				continue
			}
			for _, s := range l.Words[name] {
				p := patternOf(s)
				if shown := p.String(); !slices.Contains(out, shown) {
					out = append(out, shown)
				}
				for _, it := range p.items {
					concepts = append(concepts, it.any...)
				}
			}
		}
	}
	return out, concepts
}

// String shows a pattern by the first word of each concept; what may be missing
// stands in brackets.
func (p *pattern) String() string {
	var parts []string
	for _, it := range p.items {
		var words []string
		for _, c := range it.any {
			if list := vocabulary.HeadingWords(c); len(list) > 0 {
				words = append(words, list[0])
			}
		}
		s := strings.Join(words, "/")
		if it.optional {
			s = "[" + s + "]"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
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
