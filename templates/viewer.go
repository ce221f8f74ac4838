package templates

import (
	"strconv"
	"strings"

	"rapor/analysis/result"
	"rapor/templates/internal/wording"
)

// viewer turns one document of a result into what its template shows.
type viewer struct {
	wording.Words
	phrase
	r    *result.Result
	doc  *result.Document
	pic  *pictures
	opt  Options
	used map[string]bool // anchors given away

	indicators map[string]*result.Indicator
	figures    map[string]*result.Figure
	tables     map[string]*result.Table
	methods    map[string]string // rule id -> anchor
	sources    []string          // anchor of each source
	details    map[string]string // indicator id -> anchor of its card
	drawn      map[string]figureRef
	figureNo   int
	tableNo    int
}

// figureRef is where a figure already stands on the page.
type figureRef struct{ Anchor, Number string }

func newViewer(r *result.Result, doc *result.Document, pic *pictures, opt Options) *viewer {
	v := &viewer{
		Words: wording.Words{Lang: opt.Lang}, phrase: phrase{opt.Lang}, r: r, doc: doc, pic: pic, opt: opt,
		used:       map[string]bool{},
		indicators: make(map[string]*result.Indicator, len(r.Indicators)),
		figures:    make(map[string]*result.Figure, len(r.Figures)),
		tables:     make(map[string]*result.Table, len(r.Tables)),
		methods:    map[string]string{},
		details:    map[string]string{},
		drawn:      map[string]figureRef{},
	}
	for i := range r.Indicators {
		v.indicators[r.Indicators[i].ID] = &r.Indicators[i]
	}
	for i := range r.Figures {
		v.figures[r.Figures[i].ID] = &r.Figures[i]
	}
	for i := range r.Tables {
		v.tables[r.Tables[i].ID] = &r.Tables[i]
	}
	for _, id := range fixedAnchors {
		v.used[id] = true
	}
	for _, id := range v.wanted() {
		v.details[id] = v.anchor(id)
	}
	for _, m := range r.Methods {
		v.methods[m.ID] = v.anchor("aturan-" + m.ID)
	}
	for i := range r.Sources {
		v.sources = append(v.sources, v.anchor("sumber-"+strconv.Itoa(i+1)))
	}
	return v
}

// fixedAnchors are ids that templates use themselves.
var fixedAnchors = []string{
	"isi", "atas", "hasil-utama", "ringkasan", "belum-ada", "daftar-isi", "indikator-lain",
	"penilaian", "metode", "mutu-data", "keterbatasan", "istilah", "pengesahan", "kata",
}

// wanted lists the known indicators the document shows, each once, in order
// of appearance: chapters first, then headlines and criteria that no chapter
// holds.
func (v *viewer) wanted() []string {
	var ids []string
	seen := map[string]bool{}
	add := func(id string) {
		if _, ok := v.indicators[id]; ok && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, s := range v.doc.Sections {
		for _, id := range s.Indicators {
			add(id)
		}
	}
	for _, id := range v.strays() {
		add(id)
	}
	return ids
}

// strays lists the headline and criterion indicators that no chapter holds.
func (v *viewer) strays() []string {
	held := map[string]bool{}
	for _, s := range v.doc.Sections {
		for _, id := range s.Indicators {
			held[id] = true
		}
	}
	var ids []string
	add := func(id string) {
		if _, ok := v.indicators[id]; ok && !held[id] {
			held[id] = true
			ids = append(ids, id)
		}
	}
	for _, id := range v.doc.Headlines {
		add(id)
	}
	if v.doc.Scorecard != nil {
		for _, l := range v.doc.Scorecard.Lines {
			add(l.Indicator)
		}
		for _, m := range v.doc.Scorecard.Map {
			for _, id := range m.Indicators {
				add(id)
			}
		}
	}
	return ids
}

// anchor makes a unique element id from any text: letters, digits and dashes
// only, so that nothing from the data decides more than its own name.
func (v *viewer) anchor(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-':
			b.WriteRune(c)
		default:
			b.WriteByte('-')
		}
		if b.Len() >= 60 {
			break
		}
	}
	base := b.String()
	if base == "" || base[0] < 'A' {
		base = "x" + base
	}
	id := base
	for n := 2; v.used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	v.used[id] = true
	return id
}
