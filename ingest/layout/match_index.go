package layout

import (
	"maps"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/table"
)

// index finds the columns of all layouts by their header texts, so that the
// cost of a header is that of its own columns, however many layouts there are.
type index struct {
	layouts []Layout
	alias   map[string][]slot
	own     map[string][]given // headings that an entry of rapor.yaml names
	starts  map[string]bool    // first and last words of all those texts: most
	ends    map[string]bool    // cells have none of them there
	values  map[string]bool    // texts that name a value of some dimension
	dims    []int              // layouts whose only measure may stand under values of dimensions alone
	words   map[string]*word
	rows    []grid.Row              // of the sheet, as far as it is searched
	content map[cellsBelow]*profile // of its columns
	nearest []nearMiss              // the nearest plan of each kind
	again   map[uint32]uint32       // rows below which a header comes again, by its last row
	// headings are the headings that were read by their words.
	headings map[string]*readHeading
	sheet    string // whose header is looked for
	file     string
	above    context // what the table above on its sheet is titled
}

// slot is a column of a layout.
type slot struct{ layout, column int }

// given is a field of a layout that the office takes from a column of its own
// choice; Ignored where it leaves the column out.
type given struct {
	layout int
	field  string
}

// word is one header text as it is looked up.
type word struct {
	folded string
	starts bool   // some alias may begin with it
	ends   bool   // some alias may end with it
	value  bool   // it names a value of some dimension
	month  string // "01".."12" when it names one
	bare   string // folded without the unit that it states, "" when it states none
	unit   typ    // what the unit is of
}

func newIndex(layouts []Layout) *index {
	ix := &index{
		layouts: layouts, alias: map[string][]slot{}, own: map[string][]given{}, starts: map[string]bool{}, ends: map[string]bool{},
		values: map[string]bool{}, words: map[string]*word{}, content: map[cellsBelow]*profile{}, again: map[uint32]uint32{}, headings: map[string]*readHeading{},
	}
	for k := range layouts {
		l := &layouts[k]
		if len(l.Measures) == 1 && len(l.Dimensions) > 0 {
			ix.dims = append(ix.dims, k)
		}
		for _, d := range l.Dimensions {
			for _, v := range d.Values {
				maps.Copy(ix.values, v.folded)
			}
		}
		for c := range l.Columns {
			for text := range l.Columns[c].folded {
				ix.alias[text] = append(ix.alias[text], slot{k, c})
				ix.begun(text)
			}
		}
		for text, field := range l.own {
			ix.own[text] = append(ix.own[text], given{k, field})
			ix.begun(text)
		}
	}
	return ix
}

// begun notes the first and the last word of a text that is looked up.
func (ix *index) begun(text string) {
	first, _, _ := strings.Cut(text, " ")
	ix.starts[first], ix.ends[lastWord(text)] = true, true
}

func lastWord(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }

func (ix *index) word(text string) *word {
	w, ok := ix.words[text]
	if !ok {
		w = &word{folded: ix.known(text)}
		first, _, _ := strings.Cut(w.folded, " ")
		w.starts = w.folded == "" || ix.starts[first]
		w.ends = w.folded == "" || ix.ends[lastWord(w.folded)]
		w.value = ix.values[w.folded]
		w.month, _ = monthName(text)
		if bare, unit, ok := cutHeadingUnit(text); ok && ix.alias[bare] != nil {
			w.bare, w.unit = bare, unit
		}
		ix.words[text] = w
	}
	return w
}

// known is a header text as it is looked up: without the unit that it states in
// parentheses, such as "(orang)", where only that is known.
func (ix *index) known(text string) string {
	f := fold(text)
	if len(ix.alias[f]) > 0 || len(ix.own[f]) > 0 || ix.values[f] {
		return f
	}
	i, j := strings.LastIndexByte(text, '('), strings.LastIndexByte(text, ')')
	if i <= 0 || j < i || strings.TrimSpace(text[j+1:]) != "" {
		return f
	}
	for _, w := range strings.Fields(fold(text[i:])) {
		if !unitWords[w] {
			return f
		}
	}
	if short := fold(text[:i]); len(ix.alias[short]) > 0 || len(ix.own[short]) > 0 {
		return short
	}
	return f
}

// unitWords are the words of units that headings state in parentheses, but for
// those of money and of lengths of time, which measured looks up by the type of
// the field: "Jumlah (Rp)" is no count.
var unitWords = set("bulan tahun orang org wna wni tiket pemohon kasus perkara persen percent % hh mm ss hh:mm hh:mm:ss wib wita wit")

// heads counts for each layout the words that head a column of it.
func (ix *index) heads(words []string) []int {
	n := make([]int, len(ix.layouts))
	for _, w := range words {
		last := -1
		for _, s := range ix.alias[w] { // in the order of layouts
			if s.layout != last {
				n[s.layout]++
			}
			last = s.layout
		}
	}
	return n
}

// header is one column's header path, top to bottom.
type header struct {
	path  []string
	words []*word
}

// form is the path, or the last texts of it, as one folded text.
func (h *header) form(last int) string {
	if last == 1 {
		return h.words[len(h.words)-1].folded
	}
	parts := make([]string, 0, headerHeight)
	for _, w := range h.words[len(h.words)-last:] {
		if w.folded != "" {
			parts = append(parts, w.folded)
		}
	}
	return strings.Join(parts, " ")
}

// forms hands on the texts by which a header may be known: the whole path, its
// last two texts, its last; those alone that some text looked up may be.
func (h *header) forms(yield func(text string, whole bool) bool) {
	n := len(h.words)
	if n == 0 || !h.words[n-1].ends {
		return
	}
	whole := ""
	for i, last := range [...]int{n, min(n, 2), 1} {
		if i > 0 && last == n || !h.words[n-last].starts {
			continue
		}
		text := h.form(last)
		if i == 0 {
			whole = text
		}
		if !yield(text, i == 0 || text == whole) {
			return
		}
	}
}

// window is one to four rows read as a header: what its columns stand for in
// every layout that knows any of them.
type window struct {
	ix      *index
	rows    []grid.Row
	heads   []header
	named   int       // columns with a header
	numbers int       // numbers among its cells
	hits    [][]hit   // by layout, in the order of columns
	found   []int     // layouts with hits, in their order
	loose   [][]loose // by layout: what columns may stand for by their words

	own   map[slot]string // what the office takes from columns, by layout
	taken map[given]bool  // the fields that it takes so
}

// hit is what a column stands for in a layout.
type hit struct {
	column int
	field  string
	dims   []dimValue
	whole  bool // by its whole path
	own    bool // the office says so
	alias  string
	rank   int // place of the alias in the declared order of its field
}

func (ix *index) window(rows []grid.Row, merged []grid.Range) *window {
	w := &window{ix: ix, rows: rows, hits: make([][]hit, len(ix.layouts)), loose: make([][]loose, len(ix.layouts))}
	paths := table.HeaderPaths(rows, merged)
	w.heads = make([]header, len(paths))
	words := make([]*word, 0, len(paths)*len(rows))
	for c, path := range paths {
		if len(path) == 0 {
			continue
		}
		from := len(words)
		for _, t := range path {
			words = append(words, ix.word(t))
		}
		w.heads[c] = header{path, words[from:len(words):len(words)]}
		w.named++
	}
	w.chosen()
	for c := range w.heads {
		if len(w.heads[c].path) > 0 {
			w.column(c)
		}
	}
	for _, r := range rows {
		for i := range r.Cells {
			if r.Cells[i].Kind == grid.Number {
				w.numbers++
			}
		}
	}
	for k, list := range w.hits {
		if len(list)+len(w.loose[k]) > 0 {
			w.found = append(w.found, k)
		}
	}
	return w
}

// chosen finds the columns that the office speaks of. That goes before all that
// layouts know, and no other column is taken for a field that it gives.
func (w *window) chosen() {
	if len(w.ix.own) == 0 {
		return
	}
	w.own, w.taken = map[slot]string{}, map[given]bool{}
	for c := range w.heads {
		for text := range w.heads[c].forms {
			for _, g := range w.ix.own[text] {
				if _, known := w.own[slot{g.layout, c}]; !known {
					w.own[slot{g.layout, c}], w.taken[g] = g.field, true
				}
			}
		}
	}
}

// column finds what a header path stands for: what the office says; the whole
// path, its last two texts, or its last; then the dimensions its texts name.
func (w *window) column(c int) {
	h := &w.heads[c]
	for text, whole := range h.forms {
		w.look(c, text, whole)
	}
	w.measured(c)
	for _, k := range w.ix.dims {
		l := &w.ix.layouts[k]
		if w.has(k, c) {
			continue
		}
		if d := l.dims(h); len(d) == len(l.Dimensions) {
			w.hits[k] = append(w.hits[k], hit{column: c, field: l.Measures[0], dims: d, whole: true})
		}
	}
	w.spoken(c)
}

// measured finds what a header stands for whose last text states a unit, such as
// "Pagu (juta Rp)": the fields of that unit's type that are known without it.
func (w *window) measured(c int) {
	h := &w.heads[c]
	last := h.words[len(h.words)-1]
	if last.bare == "" {
		return
	}
	for _, s := range w.ix.alias[last.bare] {
		l := &w.ix.layouts[s.layout]
		field := l.Columns[s.column].Field
		k, _ := kindOf(l.Kind)
		if f, ok := k.field(field); !ok || f.typ != last.unit || w.has(s.layout, c) || w.taken[given{s.layout, field}] {
			continue
		}
		found := hit{column: c, field: field, whole: len(h.words) == 1, alias: last.bare,
			rank: l.Columns[s.column].rank(last.bare)}
		if len(l.Dimensions) > 0 && slices.Contains(l.Measures, field) {
			found.dims = l.dims(h)
		}
		w.hits[s.layout] = append(w.hits[s.layout], found)
	}
}

// look notes the layouts that know a text, unless an earlier one was known.
func (w *window) look(c int, text string, whole bool) {
	for _, g := range w.ix.own[text] {
		if f := w.own[slot{g.layout, c}]; f == g.field && f != Ignored && !w.hit(g.layout, c) {
			w.hits[g.layout] = append(w.hits[g.layout], hit{column: c, field: f, whole: true, own: true})
		}
	}
	for _, s := range w.ix.alias[text] {
		l := &w.ix.layouts[s.layout]
		field := l.Columns[s.column].Field
		if w.has(s.layout, c) || w.taken[given{s.layout, field}] {
			continue
		}
		found := hit{column: c, field: field, whole: whole, alias: text, rank: l.Columns[s.column].rank(text)}
		if len(l.Dimensions) > 0 && slices.Contains(l.Measures, found.field) {
			found.dims = l.dims(&w.heads[c])
		}
		w.hits[s.layout] = append(w.hits[s.layout], found)
	}
}

// has reports that a layout knows a column already, or the office does.
func (w *window) has(layout, c int) bool {
	_, own := w.own[slot{layout, c}]
	return own || w.hit(layout, c)
}

func (w *window) hit(layout, c int) bool {
	list := w.hits[layout]
	return len(list) > 0 && list[len(list)-1].column == c
}

// dims reads the dimension values that a header path names.
func (l *Layout) dims(h *header) []dimValue {
	var out []dimValue
	for i := range l.Dimensions {
		if v, ok := l.Dimensions[i].read(h); ok {
			out = append(out, dimValue{l.Dimensions[i].Field, v})
		}
	}
	return out
}

func (d *Dimension) read(h *header) (string, bool) {
	switch d.By {
	case "label":
		if len(h.path) > 1 {
			return h.path[len(h.path)-2], true
		}
		return "", false
	case "month":
		for _, w := range h.words {
			if w.month != "" {
				return w.month, true
			}
		}
		return "", false
	}
	for _, w := range h.words {
		if !w.value {
			continue
		}
		for _, v := range d.Values {
			if v.folded[w.folded] {
				return v.Is, true
			}
		}
	}
	return "", false
}
