package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
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
	// Latest is the last year that the file can speak of: the one after it was
	// last changed; 0 = not known. Set before Decide.
	Latest int

	layout  *Layout
	kind    *kind
	ov      *Override
	context context
	readers []reader        // by position in Columns
	head    map[string]bool // folded header texts, to recognise repeats
	index   *index          // of layouts
	window  *window         // while the best plan is looked for
}

const (
	searchRows   = 60 // header rows are looked for among the first rows
	headerHeight = 4
	// searchCells bounds the rows that are searched of a very wide table: ten
	// of 100,000 columns. Every table that a workbook can hold gets all rows.
	searchCells = 1 << 20
)

// Match finds the header of a sheet and the layout that fits it best. A nil
// plan with a refusal says why nothing fits.
func Match(s grid.Sheet, layouts []Layout, ov *Override) (*Plan, error) {
	merged, err := s.Merged()
	if err != nil {
		return nil, err
	}
	var rows []grid.Row
	cells := 0
	err = s.Rows(func(r *grid.Row) bool {
		rows = append(rows, grid.Row{N: r.N, Cells: slices.Clone(r.Cells), Hidden: r.Hidden})
		cells += len(r.Cells)
		return len(rows) < searchRows && cells < searchCells
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
	if p.ov = ov; ov != nil {
		p.index = newIndex(layouts) // another table may be of any layout
	}
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
	ix := newIndex(layouts)
	for i := range rows {
		for h := 1; h <= headerHeight && i+h <= len(rows); h++ {
			if ov != nil && len(ov.Header) > 0 && (rows[i].N != ov.Header[0] || h != len(ov.Header)) {
				continue
			}
			if h > 1 && rows[i+h-1].N > rows[i].N+uint32(h)+1 || len(rows[i].Cells) == 0 {
				break
			}
			w := ix.window(rows[i:i+h], merged)
			for _, k := range w.found {
				p, lacks := w.try(k)
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
	top.finish()
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

// try matches one layout against one header, and lists the required columns
// that it lacks; nil when nothing matches.
func (w *window) try(k int) (p *Plan, lacks []*Column) {
	l := &w.ix.layouts[k]
	seen := map[string]bool{}
	hits, exact := 0, 0
	p = &Plan{Layout: l.ID, Kind: l.Kind, Title: l.Title, layout: l, window: w}
	for _, h := range w.hits[k] {
		key := h.field + dimKey(h.dims)
		if seen[key] && h.field != "node" {
			p.Doubts = append(p.Doubts, grid.Doubt{Row: w.rows[0].N, Code: reject.DuplicateColumn, Detail: text.Same(strings.Join(w.heads[h.column].path, " > "))})
			continue
		}
		seen[key], seen[h.field] = true, true
		p.Columns = append(p.Columns, PlanColumn{Index: h.column, Field: h.field, dims: h.dims})
		hits++
		if h.whole {
			exact++
		}
	}
	for i := range l.Columns {
		if c := &l.Columns[i]; c.Required && !seen[c.Field] {
			lacks = append(lacks, c)
		}
	}
	if len(l.Dimensions) > 0 && !anyDims(p.Columns) || hits < 1 {
		return nil, nil
	}
	p.Score = 10*hits + exact - (w.named - hits) - 2*len(w.rows) - 20*w.numbers // numbers do not stand in headers
	return p, lacks
}

// finish completes the plan that was chosen: the columns that no field is taken
// from, and the texts of its header.
func (p *Plan) finish() {
	w := p.window
	p.window = nil
	p.kind, _ = kindOf(p.Kind)
	p.index = w.ix
	p.head = map[string]bool{}
	for _, r := range w.rows {
		p.HeaderRows = append(p.HeaderRows, r.N)
		for _, c := range r.Cells {
			p.head[fold(c.Text)] = true
		}
	}
	used := p.Columns
	p.Columns = make([]PlanColumn, 0, w.named)
	for c := range w.heads {
		h := &w.heads[c]
		if len(h.path) == 0 {
			continue
		}
		col := PlanColumn{Index: c}
		if len(used) > 0 && used[0].Index == c {
			col, used = used[0], used[1:]
		}
		col.Header = strings.Join(h.path, " > ")
		col.Personal = col.Field == "" && vocabulary.PersonalHeading(h.words[len(h.words)-1].folded)
		p.Columns = append(p.Columns, col)
	}
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
