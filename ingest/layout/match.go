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

	layout   *Layout
	kind     *kind
	ov       *Override
	context  context
	readers  []reader         // by position in Columns
	head     map[string][]int // folded header texts with their columns, to recognise repeats
	form     Form
	index    *index     // of layouts
	window   *window    // while the best plan is looked for
	worded   int        // columns that are known by their words alone
	unsure   []unsure   // fields that several columns may be alike
	said     *scaleTerm // the scale of answers that a text beside them states, and that text
	saidIn   string
	spoken   string        // a cell that is in Indonesian
	sums     []sumColumn   // that add up columns of the table
	asides   asides        // columns that say what a row counts for
	names    []int         // columns of which a row of a table across needs one
	turned   *turnedTable  // the table, where its columns are read as rows
	numbered bool          // elements of a survey that bear numbers alone
	over     bool          // ledger: what is left is spending less ceiling
	titled   bool          // something stands above the header
	blank    []uint32      // rows above the header that hold nothing
	before   *Plan         // of the part above that this one continues
	unknown  []UnknownWord // of the table, once it was read
	three    *threefold    // spending before a month, in it and up to its end
	perRow   *rowUnits     // units of money that rows state
}

const (
	searchRows   = 60 // header rows are looked for among the first rows
	headerHeight = 4
	// searchCells bounds the rows that are searched of a very wide table: ten
	// of 100,000 columns. Every table that a workbook can hold gets all rows.
	searchCells = 1 << 20
)

// opened reads the first rows of a sheet, with what stands around them, and
// finds the layouts that an entry allows.
func opened(s grid.Sheet, file string, layouts []Layout, ov *Override) (*index, []grid.Range, error) {
	merged, err := s.Merged()
	if err != nil {
		return nil, nil, err
	}
	var rows []grid.Row
	cells := 0
	err = s.Rows(func(r *grid.Row) bool {
		rows = append(rows, grid.Row{N: r.N, Cells: slices.Clone(r.Cells), Hidden: r.Hidden})
		cells += len(r.Cells)
		return len(rows) < searchRows && cells < searchCells
	})
	if err != nil {
		return nil, nil, err
	}
	ix := newIndex(ov.candidates(layouts))
	ix.rows, ix.sheet, ix.file = rows, s.Name(), file
	if part, ok := s.(section); ok {
		ix.above = part.above
	}
	return ix, merged, nil
}

// Match finds the header of a sheet and the layout that fits it best. A nil
// plan with a refusal says why nothing fits.
//
// file is the name of the source with its folders, parted by "/"; it may say
// the period of a table that has no column for it.
func Match(s grid.Sheet, file string, layouts []Layout, ov *Override) (*Plan, error) {
	ix, merged, err := opened(s, file, layouts, ov)
	if err != nil {
		return nil, err
	}
	rows := ix.rows
	if len(rows) == 0 {
		return nil, &grid.RefusedError{Code: reject.NoTable}
	}
	p, err := ix.best(rows, merged, ov)
	if p == nil || !anyDims(p.Columns) {
		if q, lacks := ix.shape(rows, merged, ov); q != nil || lacks != nil && p == nil {
			p, err = q, lacks
		}
	}
	if p == nil || p.Kind == "answer" && p.elements() < leastElements {
		if q := ix.turn(rows, s.HiddenColumns(), ov); q != nil {
			p, err = q, nil
		} else if q := ix.summary(rows, merged, ov); q != nil {
			p, err = q, nil
		}
	}
	if err != nil {
		return nil, err
	}
	ix.rows, ix.content, ix.nearest = nil, nil, nil // of the search alone; the index stays with its plan
	if p.ov = ov; ov != nil {
		p.index = newIndex(layouts) // another table may be of any layout
	}
	for i := range rows {
		switch r := &rows[i]; {
		case r.N >= p.HeaderRows[0]:
		case texts(r) > 0:
			p.titled = true
		default:
			p.blank = append(p.blank, r.N)
		}
	}
	if ScaleFits(p.Kind) {
		p.said, p.saidIn = saidScale(rows, p.HeaderRows)
	}
	p.context = titles(ix.above, rows, p.HeaderRows[0], p.HeaderRows[len(p.HeaderRows)-1], s.Name(), file)
	return p, p.also()
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
	if refused := ix.refusal(top, second, &near, rows); refused != nil {
		return nil, refused
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
	heads, parts := ix.promising(rows), partsOfMonths(rows)
	for i := range rows {
		for h := 1; h <= headerHeight && i+h <= len(rows); h++ {
			if ov != nil && len(ov.Header) > 0 && (rows[i].N != ov.Header[0] || h != len(ov.Header)) {
				continue
			}
			if h > 1 && rows[i+h-1].N > rows[i].N+uint32(h)+1 || len(rows[i].Cells) == 0 {
				break
			}
			if i+h < len(rows) && parts[i+h] && rows[i+h].N == rows[i+h-1].N+1 {
				continue // its heading goes on below
			}
			if !heads[i+h-1] && !parts[i+h-1] && (ov == nil || len(ov.Header) == 0) {
				continue
			}
			w := ix.window(rows[i:i+h], merged)
			for _, k := range w.tries() {
				if top != nil && w.most(k) < top.Score-close {
					continue
				}
				p, lacks := w.try(k)
				lacks = p.withoutAct(lacks, rows)
				if p != nil && len(lacks) == 0 {
					ix.note(p, nil)
				}
				switch {
				case p == nil:
				case len(lacks) > 0 && !p.supplied(lacks, rows):
					near.see(p, lacks)
					ix.note(p, lacks)
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
	if p.used() < nearHits-1 || slices.ContainsFunc(lacks, func(l *Column) bool { return !slices.Contains(told, l.Field) }) {
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
		case "decided":
			if c.year == 0 || c.month == 0 {
				return false
			}
		case "day":
			if !c.day.Known() && !p.stamped() {
				return false
			}
		}
	}
	return true
}

// told are the fields that a title, a sheet or a file may tell.
var told = []string{"year", "month", "day", "decided"}

// stamped reports that the times of a table hold their dates.
func (p *Plan) stamped() bool {
	k, _ := kindOf(p.Kind)
	with, without := 0, 0
	for _, c := range p.Columns {
		if f, ok := k.field(c.Field); ok && f.typ == clock {
			cells := p.window.profile(c.Index)
			with += cells.stamps
			without += cells.filled - cells.stamps
		}
	}
	return with > 0 && with > without
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

// finish completes the plan that was chosen: the columns that no field is taken
// from, and the texts of its header.
func (p *Plan) finish() {
	w := p.window
	p.window = nil
	p.kind, _ = kindOf(p.Kind)
	p.index = w.ix
	p.implied(w)
	p.spoken = local(w.ix.rows, w.rows[len(w.rows)-1].N)
	p.head = map[string][]int{}
	for _, r := range w.rows {
		p.HeaderRows = append(p.HeaderRows, r.N)
		for i, c := range r.Cells {
			if f := fold(c.Text); f != "" {
				p.form = append(p.form, strings.TrimSpace(c.Text))
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
