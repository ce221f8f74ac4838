package layout

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/text"
)

// loose is what a column may stand for in a layout by the words of its heading.
type loose struct {
	column int
	meant
	dims []dimValue
}

// cellsBelow names the cells of a column below a row.
type cellsBelow struct {
	row    uint32
	column int
}

// profile is what the cells of a column below the window look like.
func (w *window) profile(column int) *profile {
	key := cellsBelow{w.rows[len(w.rows)-1].N, column}
	p, ok := w.ix.content[key]
	if !ok {
		made := profileOf(w.ix.rows, key.row, w.end(), column)
		p = &made
		w.ix.content[key] = p
	}
	return p
}

// spoken notes what a header path may stand for by its words: the whole path,
// or the last text where those above it say nothing that would change it.
func (w *window) spoken(c int) {
	h := &w.heads[c]
	last := w.ix.heading(h.path[len(h.path)-1])
	switch {
	case !last.some:
		return // most are data
	case len(h.path) == 1:
		w.mean(c, last)
		return
	case w.mean(c, w.ix.heading(strings.Join(h.path, " "))):
		return
	}
	for _, above := range h.path[:len(h.path)-1] {
		for _, concept := range w.ix.heading(above).concepts {
			if turning[concept] {
				return
			}
		}
	}
	w.mean(c, last)
}

// turning are the concepts that make a heading below them mean another thing.
var turning = set("block goal revise prior after again percent rest average most total")

// mean notes the fields that a heading means; none does where the office says
// what its column is.
func (w *window) mean(c int, r *readHeading) bool {
	for k, list := range r.means {
		l := &w.ix.layouts[k]
		if _, own := w.own[slot{k, c}]; own {
			continue
		}
		for _, m := range list {
			if w.taken[given{k, m.field}] {
				continue
			}
			found := loose{column: c, meant: m}
			if len(l.Dimensions) > 0 && slices.Contains(l.Measures, m.field) {
				found.dims = l.dims(&w.heads[c])
			}
			w.loose[k] = append(w.loose[k], found)
		}
	}
	return r.means != nil
}

// try matches one layout against one header, and lists the columns that it
// lacks; nil when nothing matches.
func (w *window) try(k int) (p *Plan, lacks []*Column) {
	l := &w.ix.layouts[k]
	a := assignment{w: w, l: l, seen: map[string]bool{}}
	a.kind, _ = kindOf(l.Kind)
	a.p = &Plan{Layout: l.ID, Kind: l.Kind, Title: l.Title, layout: l, window: w}
	a.exact(w.hits[k], w.loose[k])
	strict := a.strict()
	a.loose(w.loose[k])
	a.stamps()
	a.numbers()
	p = a.p
	if len(p.Columns) == 0 || len(l.Dimensions) > 0 && !anyDims(p.Columns) {
		return nil, nil
	}
	slices.SortStableFunc(p.Columns, func(a, b PlanColumn) int { return cmp.Compare(a.Index, b.Index) })
	lacks = l.lacks(a.seen)
	if !strict && l.Named && !w.anchored(l) {
		return nil, nil
	}
	if !strict && len(l.needs) > 0 {
		if lacks = l.lacksNeeded(a.seen); len(lacks) == 0 && !w.anchored(l) {
			lacks = l.lacks(a.seen)
		}
	}
	if l.more > 0 && slices.ContainsFunc(p.Columns, func(c PlanColumn) bool { return l.added(c.Field) }) {
		a.score-- // a layout of the program that has them too goes before
	}
	p.worded, p.unsure = a.worded, a.unsure
	p.Score = a.score - (w.named - len(p.Columns)) - 2*len(w.rows) - 20*w.numbers // numbers do not stand in headers
	return p, lacks
}

// added reports a field of a layout of an entry that the entry does not name.
func (l *Layout) added(field string) bool {
	return slices.ContainsFunc(l.Columns[l.more:], func(c Column) bool { return c.Field == field })
}

// most is the highest score that a layout can have of the window.
func (w *window) most(k int) int {
	n := min(len(w.hits[k])+len(w.loose[k]), w.named)
	return byWhole*n - (w.named - n) - 2*len(w.rows) - 20*w.numbers
}

// assignment gives the columns of a header to the fields of a layout, each
// field one column.
type assignment struct {
	w      *window
	l      *Layout
	kind   *kind
	p      *Plan
	seen   map[string]bool // fields, with their dimension values and without
	score  int
	worded int // columns that are known by their words alone
	unsure []unsure
}

// What a column adds to the score of its layout: known by an alias of its whole
// path or of a part, by its words, and by its content where its words leave
// several meanings.
const (
	byAlias   = 10
	byWhole   = 11
	byWords   = 9
	byContent = 7
)

// exact gives columns to the fields whose aliases head them; settle chooses
// where several head one. Where the cells cannot be the field's and the words of
// the heading have another meaning that they can be, that is left to loose.
func (a *assignment) exact(hits []hit, other []loose) {
	for i, h := range hits {
		key := h.field + dimKey(h.dims)
		if a.seen[key] && h.field != "node" || a.contradicted(h, other) {
			continue
		}
		if h.field != "node" {
			rivals := []hit{h}
			for _, r := range hits[i+1:] {
				if r.field == h.field && dimKey(r.dims) == dimKey(h.dims) && !a.contradicted(r, other) {
					rivals = append(rivals, r)
				}
			}
			if h = a.settle(rivals); h.field == "" {
				continue
			}
		}
		a.give(h.column, h.field, h.dims)
		if a.score += byAlias; h.whole {
			a.score += byWhole - byAlias
		}
	}
}

func (a *assignment) contradicted(h hit, other []loose) bool {
	if f, ok := a.kind.field(h.field); !ok || len(h.dims) > 0 || !slices.ContainsFunc(other, func(o loose) bool {
		return o.column == h.column && o.field != h.field
	}) || a.w.profile(h.column).fits(f) != unfit {
		return false
	}
	return slices.ContainsFunc(other, func(o loose) bool {
		f, ok := a.kind.field(o.field)
		return ok && o.column == h.column && o.field != h.field && a.w.profile(h.column).fits(f) == apt
	})
}

func (a *assignment) give(column int, field string, dims []dimValue) {
	a.seen[field+dimKey(dims)], a.seen[field] = true, true
	a.p.Columns = append(a.p.Columns, PlanColumn{Index: column, Field: field, dims: dims})
}

func (a *assignment) heading(column int) string { return strings.Join(a.w.heads[column].path, " > ") }

// strict reports that every required column has one of its aliases.
func (a *assignment) strict() bool {
	return len(a.l.lacks(a.seen)) == 0 &&
		(len(a.l.needs) == 0 || slices.ContainsFunc(a.l.Columns, func(c Column) bool { return c.Required }))
}

// lacks lists the required columns whose field is not seen.
func (l *Layout) lacks(seen map[string]bool) []*Column {
	var out []*Column
	for i := range l.Columns {
		if c := &l.Columns[i]; c.Required && !seen[c.Field] {
			out = append(out, c)
		}
	}
	return out
}

// offer is a column that may be given to a field, the cheaper the likelier.
type offer struct {
	loose
	cost int
}

// unlikely is added to the cost of an offer whose cells do not speak for it.
const (
	unlikely = 5
	ofMany   = 20 // to that of a heading that content decides
)

// loose gives the columns that are left to the fields that their words mean,
// the likeliest first. What two columns may be alike, or one column may be in
// two ways, is not decided.
func (a *assignment) loose(list []loose) {
	offers := a.offers(list)
	for len(offers) > 0 {
		best := offers[0]
		rivals := a.rivals(offers)
		switch {
		case len(rivals) == 0:
			a.take(best)
		case a.kind.grouped[best.field] || a.equal(columnsOf(rivals)):
			a.take(best)
			for _, r := range rivals {
				a.note(text.Same(a.heading(r.column)))
			}
		default:
			a.unsure = append(a.unsure, a.unsureOf(best.field, columnsOf(rivals)))
			a.seen[best.field+dimKey(best.dims)] = true
		}
		offers = slices.DeleteFunc(offers, func(o offer) bool {
			return o.column == best.column || a.seen[o.field+dimKey(o.dims)] ||
				slices.ContainsFunc(rivals, func(r offer) bool { return r.column == o.column })
		})
	}
}

// take gives a column to a field.
func (a *assignment) take(o offer) {
	a.give(o.column, o.field, o.dims)
	a.worded++
	if a.score += byWords; o.content {
		a.score += byContent - byWords
	}
}

// offers lists what the columns that are left may be, the likeliest first.
func (a *assignment) offers(list []loose) []offer {
	var out []offer
	for _, o := range list {
		f, ok := a.kind.field(o.field)
		if !ok || a.seen[o.field+dimKey(o.dims)] || a.holds(o.column) {
			continue
		}
		cost := o.rank
		switch p := a.w.profile(o.column); p.fits(f) {
		case unfit:
			continue
		case maybe:
			if o.content && (p.filled > 0 || f.typ != free) {
				continue
			}
			cost += unlikely
		}
		if o.content {
			cost += ofMany
		}
		out = append(out, offer{o, cost})
	}
	slices.SortStableFunc(out, func(a, b offer) int { return cmp.Compare(a.cost, b.cost) })
	return out
}

func (a *assignment) holds(column int) bool {
	return slices.ContainsFunc(a.p.Columns, func(c PlanColumn) bool { return c.Index == column })
}

// rivals are the other columns that may be the field of the first offer for the
// same cost.
func (a *assignment) rivals(offers []offer) []offer {
	var out []offer
	best := offers[0]
	for _, o := range offers[1:] {
		if o.cost == best.cost && o.column != best.column && o.field == best.field && dimKey(o.dims) == dimKey(best.dims) {
			if len(out) == 0 {
				out = append(out, best)
			}
			out = append(out, o)
		}
	}
	return out
}

// unsure is a field that several columns may be alike.
type unsure struct {
	field    string
	headings []string
	beside   bool // they are of two tables that stand beside each other
}

func (a *assignment) unsureOf(field string, columns []int) unsure {
	u := unsure{field: field}
	for _, c := range columns {
		u.headings = append(u.headings, a.heading(c))
	}
	return u
}
