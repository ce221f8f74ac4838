package layout

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// Proposal says how a table may be read as one kind of record: which of its
// headings are known, what is missing, and what would settle it. It is made for
// people and for files that they look through; nothing is read by it.
type Proposal struct {
	Kind   string // of record
	Layout string // the layout that comes nearest
	Title  text.Text
	Header []uint32 // rows of the header
	Form   Form
	// Headings are those of the table from left to right, with what each is
	// taken for.
	Headings []ProposedColumn
	// Missing are the fields without which the table cannot be read as this
	// kind; none says that it can be.
	Missing []MissingField
	// Unsure are the fields that several columns may be alike.
	Unsure []UnsureField
	// Guess says that nothing but the order of the cells speaks for it.
	Guess bool
	// Across says that fields repeat across the table, which the layout alone can
	// say and no list of columns.
	Across bool
	score  int
}

// ProposedColumn is one heading and the field that is read from it.
type ProposedColumn struct {
	Heading string
	Field   string    // "" = none
	Why     text.Text // on what ground, in words
}

// MissingField is a field that no column was found for.
type MissingField struct {
	Field string
	// Headings are common headings of the field.
	Headings []string
	// May are the headings of the table that mean no field and whose cells could
	// be this one's; that is no reason to take one of them.
	May []string
	// Constant says that one value for all rows is an answer too, where no column
	// holds the field; Meanings are those that it can have, if it has few.
	Constant bool
	Meanings []string
}

// UnsureField is a field with the headings that may be it.
type UnsureField struct {
	Field    string
	Headings []string
}

// mostProposals is how many kinds are proposed.
const mostProposals = 3

// Propose lists the kinds of record that a table may be of, the nearest first:
// those that it can be read as, then those that miss the least. file is as in
// Match. It is empty where nothing of any kind is known.
func Propose(s grid.Sheet, file string, layouts []Layout, ov *Override) ([]Proposal, error) {
	ix, merged, err := opened(s, file, layouts, ov)
	if err != nil {
		return nil, err
	}
	ix.search(ix.rows, merged, ov)
	if list := ix.proposals(); len(list) > 0 {
		return list, nil
	}
	return ix.byOrder(), nil
}

// note keeps the nearest plan of each kind.
func (ix *index) note(p *Plan, lacks []*Column) {
	if p.used() < nearHits-1 || len(lacks) >= p.used() || !p.telling() {
		return
	}
	at := slices.IndexFunc(ix.nearest, func(n nearMiss) bool { return n.plan.Kind == p.Kind })
	switch {
	case at < 0:
		ix.nearest = append(ix.nearest, nearMiss{p, lacks})
	case nearer(nearMiss{p, lacks}, ix.nearest[at]) < 0:
		ix.nearest[at] = nearMiss{p, lacks}
	}
}

// telling reports a table of which some heading says more than a period, an
// amount or a name: "tahun" and "nilai" alone head tables of every kind.
func (p *Plan) telling() bool {
	w := p.window
	if len(p.layout.Anchor) > 0 && w.anchored(p.layout) {
		return true
	}
	return slices.ContainsFunc(p.Columns, func(c PlanColumn) bool {
		list := w.ix.heading(w.heads[c.Index].path[len(w.heads[c.Index].path)-1]).concepts
		return len(list) == 0 || slices.ContainsFunc(list, func(concept string) bool { return !anywhere[concept] })
	})
}

// anywhere are the concepts of headings that tables of every kind have.
var anywhere = set("year month day period weekday clock stamp number code ident running total value percent name kind group " +
	"describe office agency section status content rupiah average most sub ? nation")

// nearer orders plans by what they lack, then by their scores.
func nearer(a, b nearMiss) int {
	return cmp.Or(cmp.Compare(len(a.lacks), len(b.lacks)), cmp.Compare(b.plan.Score, a.plan.Score))
}

func (ix *index) proposals() []Proposal {
	list := slices.Clone(ix.nearest)
	slices.SortStableFunc(list, nearer)
	var out []Proposal
	for _, n := range list[:min(len(list), mostProposals)] {
		out = append(out, n.proposal())
	}
	return out
}

// proposal says what was found of a layout and what was not.
func (n *nearMiss) proposal() Proposal {
	p, w := n.plan, n.plan.window
	out := Proposal{Kind: p.Kind, Layout: p.Layout, Title: p.Title, score: p.Score}
	for _, r := range w.rows {
		out.Header = append(out.Header, r.N)
		for i := range r.Cells {
			if t := strings.TrimSpace(r.Cells[i].Text); t != "" {
				out.Form = append(out.Form, t)
			}
		}
	}
	var free []int
	for c := range w.heads {
		if len(w.heads[c].path) == 0 {
			continue
		}
		col := ProposedColumn{Heading: w.headingOf(c)}
		if at := slices.IndexFunc(p.Columns, func(x PlanColumn) bool { return x.Index == c }); at >= 0 {
			col.Field = p.Columns[at].Field
			col.Why = w.why(p, c, col.Field)
		} else {
			free = append(free, c)
		}
		out.Headings = append(out.Headings, col)
	}
	for _, c := range n.lacks {
		out.Missing = append(out.Missing, w.missing(p, c, free))
	}
	out.Across = anyDims(p.Columns)
	for _, u := range p.unsure {
		out.Unsure = append(out.Unsure, UnsureField{u.field, u.headings})
	}
	return out
}

// headingOf is the heading by which an entry of rapor.yaml names a column: its
// last text, or the whole path where another column ends alike.
func (w *window) headingOf(c int) string {
	path := w.heads[c].path
	last := path[len(path)-1]
	for k := range w.heads {
		if h := &w.heads[k]; k != c && len(h.path) > 0 && fold(h.path[len(h.path)-1]) == fold(last) {
			return strings.Join(path, " ")
		}
	}
	return last
}

// why says on what ground a column is taken for a field.
func (w *window) why(p *Plan, c int, field string) text.Text {
	k, _ := kindOf(p.Kind)
	f, ok := k.field(field)
	if !ok {
		return text.Text{}
	}
	kind := slices.IndexFunc(w.ix.layouts, func(l Layout) bool { return l.ID == p.Layout })
	for _, h := range w.hits[kind] {
		if h.column == c && h.field == field {
			return text.T("judul yang dikenal", "a known heading")
		}
	}
	if w.profile(c).fits(f) == apt {
		return text.T("kata-kata judul dan isi kolom cocok", "the words of the heading and the cells fit")
	}
	return text.T("kata-kata judul cocok", "the words of the heading fit")
}

func (w *window) missing(p *Plan, c *Column, left []int) MissingField {
	out := MissingField{Field: c.Field, Headings: c.Aliases[:min(len(c.Aliases), 3)]}
	k, _ := kindOf(p.Kind)
	f, ok := k.field(c.Field)
	for _, i := range left {
		if ok && f.typ.numeric() && w.coded(i) {
			continue
		}
		if ok && f.phrases == "" && w.profile(i).fits(f) == apt || ok && f.phrases != "" && w.known(i, f) {
			out.May = append(out.May, w.headingOf(i))
		}
	}
	none := len(out.May) == 0
	for _, i := range left {
		if c := w.profile(i); ok && none && f.typ == free && f.phrases == "" && c.most(c.words+c.codes) {
			out.May = append(out.May, w.headingOf(i))
		}
	}
	if out.Constant = ok && len(out.May) == 0 && oneForAll(f); out.Constant && f.phrases != "" {
		out.Meanings = MeaningsOf(p.Kind, f.name)
	}
	return out
}

// coded reports a heading of codes and running numbers, which are no amounts
// whatever they look like.
func (w *window) coded(c int) bool {
	path := w.heads[c].path
	return slices.ContainsFunc(strings.Fields(fold(path[len(path)-1])), func(s string) bool { return codeHeads[s] })
}

var codeHeads = set("kode kd no nomor nomer id code nip nik mak")

// oneForAll reports a field that may be the same in all rows of a table.
func oneForAll(f *field) bool {
	return f.typ == day || f.typ == year || f.typ == month || f.name == "type" || f.name == "scheme"
}

// known reports a column most of whose cells are words of a field.
func (w *window) known(column int, f *field) bool {
	p := vocabulary.PhrasesOf(f.phrases)
	filled, n := 0, 0
	for i := range w.ix.rows {
		r := &w.ix.rows[i]
		if r.N <= w.rows[len(w.rows)-1].N || column >= len(r.Cells) || strings.TrimSpace(r.Cells[column].Text) == "" {
			continue
		}
		if filled++; p.Read(r.Cells[column].Text).Meaning() != "" {
			n++
		}
	}
	return filled > 0 && 2*n > filled
}

// Entry is the entry of sources in rapor.yaml that would settle the reading, on
// one line: its columns are the fields that are missing or unsure, each with a
// heading that it may be, or a mark to be replaced by one. all adds the
// columns that are known without it.
func (p *Proposal) Entry(glob string, all bool) string {
	var columns []string
	add := func(heading, field string) { columns = append(columns, strconv.Quote(heading)+": "+field) }
	if all && !p.Across {
		for _, c := range p.Headings {
			if c.Field != "" && c.Field != "node" {
				add(c.Heading, c.Field)
			}
		}
	}
	var constants []string
	for _, m := range p.Missing {
		switch {
		case len(m.May) == 1:
			add(m.May[0], m.Field)
		case m.Constant || m.Field == "year" || m.Field == "month":
			constants = append(constants, m.Field+`: "…"`)
		default:
			add("…", m.Field)
		}
	}
	for _, u := range p.Unsure {
		add(u.Headings[0], u.Field)
	}
	key, is := p.Line()
	out := "{glob: " + strconv.Quote(cmp.Or(glob, "*")) + ", " + key + ": " + is
	if len(columns) > 0 {
		out += ", columns: {" + strings.Join(columns, ", ") + "}"
	}
	if len(constants) > 0 {
		out += ", constants: {" + strings.Join(constants, ", ") + "}"
	}
	return "sources: [" + out + "}]"
}

// Line is the key of an entry that says what the table is, with its value.
func (p *Proposal) Line() (key, value string) {
	if p.Across {
		return "layout", p.Layout
	}
	return "kind", p.Kind
}

// glob is the name of a file as an entry of rapor.yaml names it.
func glob(file string) string {
	if base := path.Base(file); base != "." && base != "/" {
		return base
	}
	return "*"
}

// advice is what a refusal says beside what was missing: the headings that were
// seen, and the entry that would settle it.
func (ix *index) advice(said string, list ...Proposal) text.Text {
	id, en := said, said
	if len(list) == 0 {
		return text.T(id, en)
	}
	var heads []string
	for _, c := range list[0].Headings {
		heads = append(heads, c.Heading)
	}
	if seen := clipped(strings.Join(heads, " | ")); said != seen {
		id += "; judul kolom: " + seen
		en += "; headings: " + seen
	}
	unknown := unknownWords(heads)
	id, en = id+unknown.ID, en+unknown.EN
	for i := range list {
		entry := list[i].Entry(glob(ix.file), false)
		if i == 0 {
			id += "; tulis di rapor.yaml: " + entry
			en += "; write in rapor.yaml: " + entry
			continue
		}
		id += " atau " + entry
		en += " or " + entry
	}
	return text.T(id, en)
}

// nearly is what a refusal says of a table that fits no layout: its headings,
// and what it would be if it is of one of the kinds that come nearest.
func (ix *index) nearly(said string) text.Text {
	unknown := unknownWords(strings.Split(said, " | "))
	id, en := said+unknown.ID, said+unknown.EN
	for i, p := range ix.proposals() {
		entry := p.Entry(glob(ix.file), false)
		if i == 0 {
			id += "; paling dekat: "
			en += "; nearest: "
		} else {
			id, en = id+", ", en+", "
		}
		id += p.Title.ID + " (" + entry + ")"
		en += p.Title.EN + " (" + entry + ")"
	}
	return text.T(id, en)
}

// mostUnknown is how many words a refusal names that are not known.
const mostUnknown = 10

// unknownWords says which words of headings stand for nothing known; empty where
// all do.
func unknownWords(headings []string) text.Text {
	var words []string
	for _, h := range headings {
		for _, w := range vocabulary.UnknownWords(h) {
			if !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	if len(words) == 0 {
		return text.Text{}
	}
	list := strings.Join(words[:min(len(words), mostUnknown)], ", ")
	if n := len(words) - mostUnknown; n > 0 {
		more := text.Group(int64(n), text.ID)
		return text.T("; kata yang belum dikenal: "+list+", dan "+more+" lagi", "; words not known: "+list+", and "+more+" more")
	}
	return text.T("; kata yang belum dikenal: "+list, "; words not known: "+list)
}

// clipped is a text of which at most 200 letters are shown.
func clipped(s string) string {
	if r := []rune(s); len(r) > shownLetters {
		return string(r[:shownLetters]) + "…"
	}
	return s
}

const shownLetters = 200
