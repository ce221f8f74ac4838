package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
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
	readers []reader         // by position in Columns
	head    map[string][]int // folded header texts with their columns, to recognise repeats
	index   *index           // of layouts
	window  *window          // while the best plan is looked for
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
//
// file is the name of the source with its folders, parted by "/"; it may say
// the period of a table that has no column for it.
func Match(s grid.Sheet, file string, layouts []Layout, ov *Override) (*Plan, error) {
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
	ix := newIndex(ov.candidates(layouts))
	ix.sheet, ix.file = s.Name(), file
	if part, ok := s.(section); ok {
		ix.above = part.above
	}
	p, err := ix.best(rows, merged, ov)
	if err != nil {
		return nil, err
	}
	if p.ov = ov; ov != nil {
		p.index = newIndex(layouts) // another table may be of any layout
	}
	p.context = titles(ix.above, rows, p.HeaderRows[0], p.HeaderRows[len(p.HeaderRows)-1], s.Name(), file)
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

// best finds the table that comes first: the header that fits a layout best,
// unless a table stands above it that fits one too and has rows of its own.
func (ix *index) best(rows []grid.Row, merged []grid.Range, ov *Override) (*Plan, error) {
	top, second, near := ix.search(rows, merged, ov)
	for top != nil && (ov == nil || len(ov.Header) == 0) {
		at := slices.IndexFunc(rows, func(r grid.Row) bool { return r.N == top.window.rows[0].N })
		first, also, _ := ix.search(rows[:at], merged, ov)
		if first == nil || !first.has(rows[:at]) {
			break
		}
		top, second = first, also
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

// has reports data of the table among the rows below its header: digits where
// the layout has dates and numbers, and words nowhere there.
func (p *Plan) has(rows []grid.Row) bool {
	if p.used() < nearHits-1 {
		return false
	}
	k, _ := kindOf(p.Kind)
	last := p.window.rows[len(p.window.rows)-1].N
	return slices.ContainsFunc(rows, func(r grid.Row) bool {
		if r.N <= last {
			return false
		}
		good, bad, filled := 0, 0, 0
		for _, c := range p.Columns {
			if c.Index >= len(r.Cells) || strings.TrimSpace(r.Cells[c.Index].Text) == "" {
				continue
			}
			filled++
			f, _ := k.field(c.Field)
			if f.typ == free || f.typ == hashed {
				continue
			}
			if t := r.Cells[c.Index].Text; strings.ContainsAny(t, "0123456789") || locale.IsDash(t) || f.typ == month {
				good++
			} else {
				bad++
			}
		}
		return good > bad && 2*filled >= len(p.Columns)
	})
}

// search tries every layout on every run of one to four rows.
func (ix *index) search(rows []grid.Row, merged []grid.Range, ov *Override) (top, second *Plan, near nearMiss) {
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
				case len(lacks) > 0 && !p.supplied(lacks, rows):
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
	return top, second, near
}

// supplied reports that what a table says around its columns stands for those
// that it lacks: the month and year of a title or a name, the day of its
// times.
func (p *Plan) supplied(lacks []*Column, rows []grid.Row) bool {
	if p.used() < nearHits-1 || slices.ContainsFunc(lacks, func(l *Column) bool { return l.Field != "year" && l.Field != "month" && l.Field != "day" }) {
		return false
	}
	head := p.window.rows
	c := titles(p.window.ix.above, rows, head[0].N, head[len(head)-1].N, p.window.ix.sheet, p.window.ix.file)
	for _, l := range lacks {
		switch l.Field {
		case "year":
			if c.year == 0 {
				return false
			}
		case "month":
			if c.month == 0 {
				return false
			}
		case "day":
			if !c.day.Known() && !p.stamped(rows) {
				return false
			}
		}
	}
	return true
}

// stamped reports that the times of a table hold their dates.
func (p *Plan) stamped(rows []grid.Row) bool {
	k, _ := kindOf(p.Kind)
	last := p.window.rows[len(p.window.rows)-1].N
	with, without := 0, 0
	for _, r := range rows {
		if r.N <= last {
			continue
		}
		for _, c := range p.Columns {
			f, ok := k.field(c.Field)
			if !ok || f.typ != clock || c.Index >= len(r.Cells) {
				continue
			}
			cell := &r.Cells[c.Index]
			t := strings.TrimSpace(cell.Text)
			switch {
			case t == "":
			case cell.Kind == grid.Number && cell.Look == grid.Date, cell.Kind == grid.ISODate && len(t) > 10, len(t) >= 12 && dated(t):
				with++
			default:
				without++
			}
		}
	}
	return with > 0 && with > without
}

// dated reports a text with a date and a time in it, in whatever order the date
// is written.
func dated(t string) bool {
	for _, o := range []locale.DateOrder{locale.DMY, locale.MDY, locale.YMD} {
		if d, err := locale.ParseDate(t, o); err == nil && d.Sec >= 0 {
			return true
		}
	}
	return false
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
	p.head = map[string][]int{}
	for _, r := range w.rows {
		p.HeaderRows = append(p.HeaderRows, r.N)
		for i, c := range r.Cells {
			if f := fold(c.Text); f != "" {
				p.head[f] = append(p.head[f], i)
			}
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
