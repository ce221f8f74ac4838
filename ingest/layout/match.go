package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// PlanColumn is what one column was recognised as, with the decisions made
// for it and why.
type PlanColumn struct {
	Index    int
	Header   string    // the header texts, top to bottom, joined by " > "
	Field    string    // "" = not used
	Decision text.Text // how its values are read, in words
	Evidence string
	Personal bool // dropped or hashed
	dims     []dimValue
}

type dimValue struct{ field, is string }

// Plan says everything recognised about one sheet.
type Plan struct {
	Layout     string
	Kind       string
	Title      text.Text
	Score      int
	HeaderRows []uint32
	Columns    []PlanColumn
	Doubts     []grid.Doubt

	layout  *Layout
	layouts []Layout // all that could have fitted, to notice another table
	kind    *kind
	ov      *Override
	context context
	readers []reader // by position in Columns
	head    []string // folded header texts, to recognise repeats
}

const (
	searchRows   = 60 // header rows are looked for among the first rows
	headerHeight = 4
)

// Match finds the header of a sheet and the layout that fits it best. A nil
// plan with a refusal says why nothing fits.
func Match(s grid.Sheet, layouts []Layout, ov *Override) (*Plan, error) {
	merged, err := s.Merged()
	if err != nil {
		return nil, err
	}
	var rows []grid.Row
	err = s.Rows(func(r *grid.Row) bool {
		rows = append(rows, grid.Row{N: r.N, Cells: slices.Clone(r.Cells), Hidden: r.Hidden})
		return len(rows) < searchRows
	})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, &grid.RefusedError{Code: reject.NoTable}
	}
	p, err := best(rows, merged, ov.candidates(layouts), ov)
	if err != nil {
		return nil, err
	}
	p.ov, p.layouts = ov, layouts
	p.context = titles(rows, p.HeaderRows[0], s.Name())
	return p, nil
}

func sortedKeys(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// best tries every layout on every run of one to four rows.
func best(rows []grid.Row, merged []grid.Range, layouts []Layout, ov *Override) (*Plan, error) {
	var top, second *Plan
	var near nearMiss
	for i := range rows {
		for h := 1; h <= headerHeight && i+h <= len(rows); h++ {
			if ov != nil && len(ov.Header) > 0 && (rows[i].N != ov.Header[0] || h != len(ov.Header)) {
				continue
			}
			if h > 1 && rows[i+h-1].N > rows[i].N+uint32(h)+1 || len(rows[i].Cells) == 0 {
				break
			}
			paths := headers(table.HeaderPaths(rows[i:i+h], merged))
			for k := range layouts {
				p, lacks := try(&layouts[k], paths, rows[i:i+h])
				switch {
				case p == nil:
				case len(lacks) > 0:
					near.see(p, lacks)
				case top == nil || p.Score > top.Score:
					if top != nil && top.Kind != p.Kind {
						second = top
					}
					top = p
				case p.Kind != top.Kind && (second == nil || p.Score > second.Score):
					second = p
				}
			}
		}
	}
	switch {
	case top == nil && near.plan != nil:
		return nil, grid.Refuse(reject.MissingColumn, "%s", near.String())
	case top == nil:
		return nil, grid.Refuse(reject.NoLayout, "%s", firstHeader(rows))
	case second != nil && second.Score == top.Score && second.Kind != top.Kind:
		return nil, grid.Refuse(reject.SeveralLayouts, "%s / %s", top.Layout, second.Layout)
	}
	return top, nil
}

// nearMiss is the header that came closest to a layout without fitting it:
// three columns or more were found, and only required ones are missing.
type nearMiss struct {
	plan  *Plan
	lacks []*Column
}

// nearHits is how many columns make a layout worth naming: dates and numbers
// alone head many tables.
const nearHits = 3

func (n *nearMiss) see(p *Plan, lacks []*Column) {
	if p.used() < nearHits {
		return
	}
	if n.plan == nil || len(lacks) < len(n.lacks) || len(lacks) == len(n.lacks) && p.Score > n.plan.Score {
		n.plan, n.lacks = p, lacks
	}
}

// String names the layout and, for each missing column, the first headers
// under which it would be found.
func (n *nearMiss) String() string {
	var missing []string
	for _, c := range n.lacks {
		missing = append(missing, strings.Join(c.Aliases[:min(len(c.Aliases), 3)], " / "))
	}
	return n.plan.Layout + ": " + strings.Join(missing, "; ")
}

// used counts the columns that a field is taken from.
func (p *Plan) used() int {
	n := 0
	for _, c := range p.Columns {
		if c.Field != "" {
			n++
		}
	}
	return n
}

// firstHeader shows the texts of the row that looks most like a header, so
// that a person sees what was not recognised.
func firstHeader(rows []grid.Row) string {
	best, text := 0, ""
	for _, r := range rows[:min(len(rows), 12)] {
		var words []string
		for _, c := range r.Cells {
			if c.Kind == grid.Text && letters(c.Text) && len(c.Text) < 60 {
				words = append(words, strings.TrimSpace(c.Text))
			}
		}
		if len(words) > best {
			best, text = len(words), strings.Join(words, " | ")
		}
	}
	if len(text) > 200 {
		text = text[:200]
	}
	return text
}

// header is one column's header path with its folded forms: the whole path,
// its last two texts, its last.
type header struct {
	path  []string
	texts []string
	forms [3]string
}

func headers(paths [][]string) []header {
	out := make([]header, len(paths))
	for i, path := range paths {
		if len(path) == 0 {
			continue
		}
		h := header{path: path}
		for _, t := range path {
			h.texts = append(h.texts, fold(t))
		}
		last := h.texts[len(path)-1]
		h.forms = [3]string{fold(strings.Join(path, " ")), last, last}
		if len(path) > 1 {
			h.forms[1] = fold(path[len(path)-2] + " " + path[len(path)-1])
		}
		out[i] = h
	}
	return out
}

// try matches one layout against one header, and lists the required columns
// that it lacks; nil when nothing matches.
func try(l *Layout, heads []header, rows []grid.Row) (p *Plan, lacks []*Column) {
	k, _ := kindOf(l.Kind)
	p = &Plan{Layout: l.ID, Kind: l.Kind, Title: l.Title, layout: l, kind: k}
	for _, r := range rows {
		p.HeaderRows = append(p.HeaderRows, r.N)
	}
	seen := map[string]bool{}
	taken := l.named(heads)
	hits, exact, named := 0, 0, 0
	for c := range heads {
		if len(heads[c].path) == 0 {
			continue
		}
		named++
		col := PlanColumn{Index: c}
		f, d, whole := l.field(&heads[c], taken)
		key := f + dimKey(d)
		switch {
		case f == "":
		case seen[key] && f != "node":
			p.Doubts = append(p.Doubts, grid.Doubt{Row: rows[0].N, Code: reject.DuplicateColumn, Detail: text.Same(strings.Join(heads[c].path, " > "))})
		default:
			seen[key], seen[f] = true, true
			col.Field, col.dims = f, d
			hits++
			if whole {
				exact++
			}
		}
		p.Columns = append(p.Columns, col)
	}
	for i := range l.Columns {
		if c := &l.Columns[i]; c.Required && !seen[c.Field] {
			lacks = append(lacks, c)
		}
	}
	if len(l.Dimensions) > 0 && !anyDims(p.Columns) || hits < 1 {
		return nil, nil
	}
	p.Score = 10*hits + exact - (named - hits) - 2*len(rows)
	for _, r := range rows {
		for _, c := range r.Cells {
			if c.Kind == grid.Number {
				p.Score -= 20 // numbers do not stand in headers
			}
			p.head = append(p.head, fold(c.Text))
		}
	}
	for i := range p.Columns {
		col := &p.Columns[i]
		h := &heads[col.Index]
		col.Header = strings.Join(h.path, " > ")
		col.Personal = col.Field == "" && vocabulary.PersonalHeading(h.texts[len(h.texts)-1])
	}
	return p, lacks
}

func dimKey(d []dimValue) string {
	s := ""
	for _, v := range d {
		s += "\x00" + v.field + "=" + v.is
	}
	return s
}

func anyDims(cols []PlanColumn) bool {
	return slices.ContainsFunc(cols, func(c PlanColumn) bool { return len(c.dims) > 0 })
}

// field finds what a header path stands for: the whole path, its last two
// texts, or its last; then the dimensions its texts name. What the office says
// of a column goes before all; the fields it gives elsewhere are taken.
func (l *Layout) field(h *header, taken map[string]bool) (name string, dims []dimValue, whole bool) {
	if f, own := l.ownField(h); own {
		if f == Ignored {
			f = ""
		}
		return f, nil, true
	}
	for _, text := range h.forms {
		for i := range l.Columns {
			c := &l.Columns[i]
			if c.folded[text] && !taken[c.Field] {
				if len(l.Dimensions) > 0 && slices.Contains(l.Measures, c.Field) {
					return c.Field, l.dims(h), text == h.forms[0]
				}
				return c.Field, nil, text == h.forms[0]
			}
		}
	}
	if len(l.Measures) == 1 {
		if d := l.dims(h); len(d) == len(l.Dimensions) && len(d) > 0 {
			return l.Measures[0], d, true
		}
	}
	return "", nil, false
}

// dims reads the dimension values that a header path names.
func (l *Layout) dims(h *header) []dimValue {
	var out []dimValue
	for _, d := range l.Dimensions {
		if v, ok := d.read(h); ok {
			out = append(out, dimValue{d.Field, v})
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
		for _, t := range h.path {
			if m, ok := monthName(t); ok {
				return m, true
			}
		}
		return "", false
	}
	for _, f := range h.texts {
		for _, v := range d.Values {
			if v.folded[f] {
				return v.Is, true
			}
		}
	}
	return "", false
}
