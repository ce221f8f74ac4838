package layout

import (
	"slices"
	"strings"

	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// pattern is what the words of a heading of a field stand for: "clock call
// counter?" is a clock word and one of calling, in whatever order, and perhaps
// one of a counter. A heading with any other word does not fit.
type pattern struct {
	items []item
	// content lets the heading mean the field only where the cells below speak
	// for it: "Masuk" is a time or a day.
	content bool
}

type item struct {
	any      []string // one of these concepts
	optional bool
}

// meant is a field that a heading may mean by its words.
type meant struct {
	field   string
	rank    int // place of the pattern among those of its field
	content bool
}

// compile reads the patterns of the layout; lint has looked at their fields.
func (l *Layout) compile() {
	l.phrases = map[string][]meantBy{}
	for _, field := range sortedLists(l.Words) {
		for rank, s := range l.Words[field] {
			p := patternOf(s)
			at := slices.IndexFunc(p.items, func(i item) bool { return !i.optional })
			if at < 0 {
				continue
			}
			for _, c := range p.items[at].any {
				l.phrases[c] = append(l.phrases[c], meantBy{meant{field, rank, p.content}, p})
			}
		}
	}
}

// meantBy is a field with the pattern by which it is meant.
type meantBy struct {
	meant
	pattern pattern
}

func sortedLists(m map[string][]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func patternOf(s string) pattern {
	var p pattern
	s, p.content = strings.CutPrefix(s, "~")
	for w := range strings.FieldsSeq(s) {
		w, optional := strings.CutSuffix(w, "?")
		p.items = append(p.items, item{strings.Split(w, "|"), optional})
	}
	return p
}

// fits reports that every concept is one of the pattern, and none is missing.
func (p *pattern) fits(list []string) bool {
	if len(list) > len(p.items) {
		return false
	}
	return p.fit(list, 0)
}

// fit looks for an item for each concept; used are the items that have one.
func (p *pattern) fit(list []string, used uint) bool {
	if len(list) == 0 {
		for i := range p.items {
			if used&(1<<i) == 0 && !p.items[i].optional {
				return false
			}
		}
		return true
	}
	for i := range p.items {
		if used&(1<<i) == 0 && slices.Contains(p.items[i].any, list[0]) && p.fit(list[1:], used|1<<i) {
			return true
		}
	}
	return false
}

// reading is what the words of a heading stand for.
type readHeading struct {
	concepts []string
	some     bool
	unit     typ // what the unit that it states is of
	measured bool
	question bool
	means    [][]meant // by layout; nil where none knows it
}

// heading reads a heading by its words, once for each text.
func (ix *index) heading(s string) *readHeading {
	if r, ok := ix.headings[s]; ok {
		return r
	}
	if !vocabulary.Speaks(s) {
		ix.headings[s] = &silent
		return &silent
	}
	r := &readHeading{}
	ix.headings[s] = r
	if _, unit, ok := cutHeadingUnit(s); ok {
		r.unit, r.measured = unit, true
	}
	list, some := vocabulary.Concepts(withoutUnit(s))
	if r.some = some; !some {
		return r
	}
	for _, c := range list {
		if u, ok := unitConcepts[c]; ok && len(list) > 1 {
			r.unit, r.measured = u, true
			continue
		}
		r.concepts = append(r.concepts, c)
	}
	r.question = len(strings.Fields(s)) > 4
	for k := range ix.layouts {
		if found := ix.layouts[k].means(r); len(found) > 0 {
			if r.means == nil {
				r.means = make([][]meant, len(ix.layouts))
			}
			r.means[k] = found
		}
	}
	return r
}

// silent is what a heading says none of whose words is known.
var silent readHeading

// unitConcepts are the concepts of units, with the type of what they measure.
var unitConcepts = map[string]typ{"minutes": duration, "seconds": duration, "rupiah": money, "wib": clock}

// withoutUnit takes off a unit in parentheses.
func withoutUnit(s string) string {
	i, j := strings.LastIndexByte(s, '('), strings.LastIndexByte(s, ')')
	if i <= 0 || j < i || strings.TrimSpace(s[j+1:]) != "" {
		return s
	}
	for _, w := range strings.Fields(fold(s[i:])) {
		if !unitWords[w] && !statedUnits[w] {
			return s
		}
	}
	return s[:i]
}

// statedUnits are the words of units of time and money in parentheses.
var statedUnits = set("menit mnt min mins minute minutes detik dtk sec secs second seconds jam hour hours hari day days rp idr " +
	"rupiah juta ribu miliar milyar ribuan jutaan miliaran dalam dlm")

// means lists the fields that a heading may mean in a layout, the most likely
// first.
func (l *Layout) means(r *readHeading) []meant {
	var out []meant
	k, _ := kindOf(l.Kind)
	for i, c := range r.concepts {
		if slices.Contains(r.concepts[:i], c) {
			continue
		}
		for _, m := range l.phrases[c] {
			f, ok := k.field(m.field)
			if !ok || r.measured && f.typ != r.unit && (r.unit != count || f.typ != duration) || !m.pattern.fits(r.concepts) {
				continue
			}
			at := slices.IndexFunc(out, func(o meant) bool { return o.field == m.field })
			switch {
			case at < 0:
				out = append(out, m.meant)
			case m.rank < out[at].rank:
				out[at] = m.meant
			}
		}
	}
	if len(out) == 0 && r.question && l.Kind == "answer" {
		if field := asked(r.concepts); field != "" {
			out = append(out, meant{field: field, rank: askedRank})
		}
	}
	return out
}

// askedRank is the rank of an element that a whole question names.
const askedRank = 10

// asked is the element of the satisfaction survey that a question names: the
// one of the nine that stands in it. A word that goes with several, such as
// "waktu" and "pelayanan", yields to one that goes with one alone; a question
// that names two says nothing.
func asked(concepts []string) string {
	found := ""
	for _, c := range concepts {
		field, ok := askedOf[c]
		switch {
		case c == "block" || c == "goal" || c == "prior":
			return ""
		case !ok || field == found:
		case found != "":
			return ""
		default:
			found = field
		}
	}
	if found == "" && (slices.Contains(concepts, "clock") || slices.Contains(concepts, "settle")) {
		return "time"
	}
	return found
}

var askedOf = map[string]string{
	"requirements": "requirements", "procedure": "procedure", "speed": "time", "cost": "cost", "product": "product",
	"competence": "competence", "conduct": "conduct", "complaint": "complaints", "facilities": "facilities",
}

// lintWords refuses patterns of fields that the layout has no column for.
func (l *Layout) lintWords() error {
	for _, field := range sortedLists(l.Words) {
		if _, ok := l.column(field); !ok {
			return text.Errorf("layout %q: words: kolom %q tidak ada", "layout %q: words: there is no column %q", l.ID, field)
		}
		for _, s := range l.Words[field] {
			for _, i := range patternOf(s).items {
				for _, c := range i.any {
					if !vocabulary.IsConcept(c) {
						return text.Errorf("layout %q: words: %s: pengertian %q tidak ada",
							"layout %q: words: %s: there is no concept %q",
							l.ID, field, c)
					}
				}
			}
		}
	}
	return nil
}

// column is the column of a field.
func (l *Layout) column(field string) (*Column, bool) {
	for i := range l.Columns {
		if l.Columns[i].Field == field {
			return &l.Columns[i], true
		}
	}
	return nil, false
}
