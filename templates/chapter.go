package templates

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"rapor/analysis/result"
)

func itoa(n int) string { return strconv.Itoa(n) }

// page assembles the whole document. Chapters come first, because figures
// get their numbers in reading order.
func (v *viewer) page() *pageView {
	p := &pageView{
		Lang: v.Code(), Title: v.text(v.doc.Title), Kind: v.Say("kind." + v.kind()), Award: v.text(v.doc.Award),
		Office: v.r.Office.Name, OfficeLine: v.officeLine(), Period: v.span(v.r.Period.ID),
		Letterhead: v.r.Office.Letterhead, Address: v.r.Office.Address, Synthetic: v.r.Office.Synthetic,
		Facts: v.facts(), Notices: v.texts(v.r.Notices), Limits: v.texts(v.doc.Limits),
		Style: template.CSS(styleSheet + printSheet),
	}
	p.Running = cssText(p.Office + " · " + p.Title)
	p.Chapters = v.chapters()
	p.Cards = v.cards()
	find := v.linker()
	for _, s := range v.doc.Summary {
		p.Summary = append(p.Summary, v.sentence(s, find))
	}
	for _, s := range v.doc.Missing {
		p.Missing = append(p.Missing, sentence{{Text: v.text(s)}})
	}
	p.Score, p.Methods, p.Quality = v.score(), v.methodList(), v.quality()
	for _, id := range v.r.MethodTables {
		if t, ok := v.tables[id]; ok {
			p.MethodTables = append(p.MethodTables, v.table(t))
		}
	}
	for _, t := range v.r.Glossary {
		p.Terms = append(p.Terms, pair{v.text(t.Name), v.text(t.Say)})
	}
	p.Sign, p.Footer = v.sign(), v.Say("footer", v.r.Tool.Name, v.r.Tool.Version, v.date(v.r.AsOf))
	p.FooterCSS = cssText(p.Footer)
	v.contents(p)
	v.scripts(p)
	return p
}

// cssText writes a text as a string of a style sheet. Everything but letters
// and digits is written by its code point, so that nothing can end the string
// or the sheet.
func cssText(s string) template.CSS {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%x ", r)
		}
	}
	b.WriteByte('"')
	return template.CSS(b.String())
}

// kind is the document kind as a catalogue key ending.
func (v *viewer) kind() string {
	if v.doc.Kind == result.Dossier {
		return "dossier"
	}
	return "report"
}

func (v *viewer) officeLine() string {
	if v.r.Office.Code == "" {
		return v.r.Office.Class
	}
	code := v.Say("office.code", v.r.Office.Code)
	if v.r.Office.Class == "" {
		return code
	}
	return v.r.Office.Class + " · " + code
}

// facts is the identity of the report: who, for what, when, against what.
func (v *viewer) facts() []pair {
	var out []pair
	add := func(key, value string) {
		if value != "" {
			out = append(out, pair{v.Say(key), value})
		}
	}
	add("fact.office", v.r.Office.Name)
	add("fact.class", v.officeLine())
	add("fact.award", v.text(v.doc.Award))
	add("fact.period", v.Say("fact.period.span", v.span(v.r.Period.ID), v.date(v.r.Period.From), v.date(v.r.Period.To)))
	seen, against := map[string]bool{}, ""
	for _, c := range v.r.Compare {
		if !seen[c.ID] {
			seen[c.ID] = true
			against = join(against, v.Say("fact.compare.one", v.span(c.ID), v.role(c.Role)))
		}
	}
	add("fact.compare", against)
	add("fact.as_of", v.date(v.r.AsOf))
	return out
}

// chapters are the document's sections, and one more for indicators that are
// shown elsewhere on the page but belong to none.
func (v *viewer) chapters() []chapterView {
	var out []chapterView
	shown := map[string]bool{}
	for i := range v.doc.Sections {
		out = append(out, v.chapter(&v.doc.Sections[i], shown))
	}
	if ids := v.strays(); len(ids) > 0 {
		c := chapterView{Anchor: "indikator-lain", Title: v.Say("chapter.other")}
		v.account(&c, ids, shown)
		out = append(out, c)
	}
	for i := range out {
		out[i].Number = itoa(i + 1)
	}
	return out
}

func (v *viewer) chapter(s *result.Section, shown map[string]bool) chapterView {
	c := chapterView{Anchor: v.anchor("bab-" + s.ID), Title: v.text(s.Title), Intro: v.texts(s.Intro)}
	for _, id := range s.Figures {
		if ref, again := v.drawn[id]; again {
			c.Repeats = append(c.Repeats, link{v.Say("figure.number", ref.Number), "#" + ref.Anchor})
		} else if f, ok := v.figures[id]; ok {
			c.Figures = append(c.Figures, v.figure(f))
		}
	}
	for _, id := range s.Tables {
		if t, ok := v.tables[id]; ok {
			c.Tables = append(c.Tables, v.table(t))
		}
	}
	v.account(&c, s.Indicators, shown)
	return c
}

// account fills the indicator table of a chapter and the accounts of those
// indicators that no earlier chapter has given.
func (v *viewer) account(c *chapterView, ids []string, shown map[string]bool) {
	for _, id := range ids {
		ind, ok := v.indicators[id]
		if !ok {
			continue
		}
		c.Lines = append(c.Lines, v.line(ind))
		if !shown[id] {
			shown[id] = true
			c.Details = append(c.Details, v.detail(id))
		}
	}
}

// line is a row of the indicator table.
func (v *viewer) line(ind *result.Indicator) lineView {
	value := v.number(ind.Value.Value, ind.Unit)
	l := lineView{
		ID: ind.ID, Href: "#" + v.details[ind.ID], Name: v.text(ind.Name), Unit: v.unit(ind.Unit),
		Target: v.target(ind), Value: value.Text, Sort: value.Sort,
		Verdict: v.verdict(ind.Verdict.Code), Spark: v.spark(ind), NoTrend: v.noTrend(ind),
	}
	if ind.Value.Known() {
		l.N = v.plain(ind.Value.N)
	}
	if changes := v.changes(ind); len(changes) > 0 {
		l.Comparison = changes[0]
	}
	return l
}

// contents numbers the closing chapters and lists all of them.
func (v *viewer) contents(p *pageView) {
	for _, c := range p.Chapters {
		p.Contents = append(p.Contents, entryView{c.Number, c.Title, "#" + c.Anchor})
	}
	n := len(p.Chapters)
	add := func(present bool, key, href string) string {
		if !present {
			return ""
		}
		n++
		p.Contents = append(p.Contents, entryView{itoa(n), v.Say(key), href})
		return itoa(n)
	}
	p.Numbers = closing{
		Score:   add(p.Score != nil, "chapter.score", "#penilaian"),
		Method:  add(true, "chapter.method", "#metode"),
		Quality: add(true, "chapter.quality", "#mutu-data"),
		Limits:  add(len(p.Limits) > 0, "chapter.limits", "#keterbatasan"),
		Terms:   add(len(p.Terms) > 0, "chapter.terms", "#istilah"),
		Sign:    add(true, "chapter.sign", "#pengesahan"),
	}
}

// scripts adds what runs on the page and the policy that lets it.
func (v *viewer) scripts(p *pageView) {
	live := false
	for _, c := range p.Chapters {
		for _, f := range c.Figures {
			if f.Live && !v.opt.Compact {
				p.Options = append(p.Options, optionView{f.ID, v.pic.option[f.ID]})
				live = true
			}
		}
	}
	p.Scripts = []template.JS{template.JS(pageScript)}
	if live {
		p.Scripts = append(p.Scripts, v.pic.bundle, v.pic.loader)
	}
	p.Policy = policy(p.Scripts)
	texts := make(map[string]string, len(scriptWords))
	for _, key := range scriptWords {
		texts[key] = v.Say("script." + key)
	}
	// encoding/json sorts the keys and escapes <, > and &.
	data, err := json.Marshal(texts)
	if err == nil {
		p.Words = template.JS(data)
	}
}

// scriptWords are the texts that the page script shows.
var scriptWords = []string{"filter", "rows", "copy", "copied", "sort"}
