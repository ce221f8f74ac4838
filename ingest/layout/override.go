package layout

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/text"
)

// Override is one entry of sources in rapor.yaml: how some files are to be
// read when the program cannot know by itself. Kind, layout, fields and words
// are the names of this package; CheckConstant and its like tell beforehand
// what it would refuse.
type Override struct {
	Glob      string
	Sheet     string
	Headings  Form              // of the tables that it speaks of; nil = all of its files
	Kind      string            // record kind; narrows the layouts to those of the kind
	Layout    string            // id of a layout
	Header    []uint32          // header rows as the spreadsheet numbers them
	Columns   map[string]string // header text -> field; Ignored leaves the column out
	DateOrder string            // "dmy", "mdy", "ymd"
	Numbers   string            // "id", "en", "plain"
	Totals    string            // "lines": these are right where a total differs
	Hidden    string            // "count", "leave": what hidden rows and columns are
	Flow      string            // "flow", "cumulative"
	Unit      string            // a word of UnitTerms
	Units     map[string]string // header text -> a word of UnitTerms; goes before Unit
	Filter    []string          // "kolom=nilai", "kolom!=nilai"
	Constants map[string]string // field -> value
	// Words are the office's own words: heading or field -> word -> what it is
	// read as, a word that the field knows or Unsaid.
	Words map[string]map[string]string
	Blank []string            // marks that stand for nothing; numbers among them only outside of texts
	Scale string              // a word of ScaleTerms
	Zone  string              // a word of ZoneTerms
	Skip  []string            // patterns of sheets that are not read
	As    map[string][]string // header text -> the fields, two or more, that its column feeds
	// Seen and BlankShare are what earlier files of the form held: heading -> words
	// of a category; heading -> shares of empty cells, 0 to 1.
	Seen       map[string][]string
	BlankShare map[string][]*big.Rat
	At         string // where it stands, "rapor.yaml:3:5"
	// Spots says where parts of the entry stand, "words.Status.OK" -> "rapor.yaml:5:7".
	Spots map[string]string
	// General marks what rapor.yaml says of all files: a particular entry goes before it.
	General bool
}

// Skips reports a sheet that the entry leaves out. A file without sheets has none.
func (o *Override) Skips(sheet string) bool {
	return o != nil && sheet != "" && slices.ContainsFunc(o.Skip, func(pattern string) bool {
		ok, _ := doublestar.Match(pattern, sheet)
		return ok
	})
}

// Ignored is the field of a column that the office leaves out.
const Ignored = "-"

// EntryError says that entries of sources cannot be followed: two of them
// contradict each other, or one names a sheet that is not there.
type EntryError struct{ Err error }

func (e *EntryError) Error() string         { return e.Err.Error() }
func (e *EntryError) In(l text.Lang) string { return text.Say(e.Err, l) }
func (e *EntryError) Unwrap() error         { return e.Err }

// And joins two entries that speak of the same table; key names what they
// contradict each other in, "" for nothing. Filters are never joined: whether
// rows must pass both or either, two entries do not text.
func (o *Override) And(b *Override) (joined Override, key string) {
	j := *o
	word := func(name string, to *string, other string) {
		switch {
		case *to == "" || strings.EqualFold(*to, other):
			*to = other
		case other != "" && key == "":
			key = name
		}
	}
	word("kind", &j.Kind, b.Kind)
	word("layout", &j.Layout, b.Layout)
	word("date_order", &j.DateOrder, b.DateOrder)
	word("numbers", &j.Numbers, b.Numbers)
	word("totals", &j.Totals, b.Totals)
	word("hidden", &j.Hidden, b.Hidden)
	word("flow", &j.Flow, b.Flow)
	word("unit", &j.Unit, b.Unit)
	word("scale", &j.Scale, b.Scale)
	word("zone", &j.Zone, b.Zone)
	j.Blank, j.Skip = union(o.Blank, b.Blank), union(o.Skip, b.Skip)
	words := func(name string, a, b map[string]string) map[string]string {
		out := maps.Clone(a)
		for _, k := range sortedKeys(b) {
			if v, ok := out[k]; ok && v != b[k] && key == "" {
				key = name + "." + k
			}
			if out == nil {
				out = map[string]string{}
			}
			out[k] = b[k]
		}
		return out
	}
	j.Columns, j.Constants = words("columns", o.Columns, b.Columns), words("constants", o.Constants, b.Constants)
	j.Units = words("units", o.Units, b.Units)
	j.Words = maps.Clone(o.Words)
	for name, list := range b.Words {
		if j.Words == nil {
			j.Words = map[string]map[string]string{}
		}
		j.Words[name] = words("words."+name, o.Words[name], list)
	}
	j.As = maps.Clone(o.As)
	for heading, fields := range b.As {
		if a, ok := o.As[heading]; ok && !slices.Equal(a, fields) && key == "" {
			key = "as." + heading
		}
		if j.As == nil {
			j.As = map[string][]string{}
		}
		j.As[heading] = fields
	}
	switch {
	case len(j.Header) == 0:
		j.Header = b.Header
	case len(b.Header) > 0 && !slices.Equal(j.Header, b.Header) && key == "":
		key = "header"
	}
	switch {
	case len(j.Filter) == 0:
		j.Filter = b.Filter
	case len(b.Filter) > 0 && !slices.Equal(j.Filter, b.Filter) && key == "":
		key = "filter"
	}
	return j, key
}

// Under fills what the entry leaves open with what rapor.yaml says of all files.
func (o *Override) Under(general *Override) *Override {
	j := *o
	j.Zone = cmp.Or(o.Zone, general.Zone)
	j.Blank, j.Skip = union(o.Blank, general.Blank), union(o.Skip, general.Skip)
	j.Words = maps.Clone(general.Words)
	if j.Words == nil {
		j.Words = map[string]map[string]string{}
	}
	for name, list := range o.Words {
		own := maps.Clone(j.Words[name])
		if own == nil {
			own = map[string]string{}
		}
		maps.Copy(own, list)
		j.Words[name] = own
	}
	return &j
}

// union is both lists, each item once.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// candidates are the layouts that an entry allows, each with the headings that
// the entry names added to its own. Where it names a kind and columns, its
// columns are one more: then every one of them must be there, and what else the
// kind is usually known by may be.
func (o *Override) candidates(layouts []Layout) []Layout {
	if o == nil {
		return layouts
	}
	var out []Layout
	if o.Kind != "" && o.Layout == "" && len(o.Columns)+len(o.As) > 0 {
		out = append(out, o.alone(layouts))
	}
	for i := range layouts {
		if l := &layouts[i]; (o.Layout == "" || l.ID == o.Layout) && (o.Kind == "" || l.Kind == o.Kind) {
			out = append(out, o.onto(l))
		}
	}
	return out
}

// alone makes a layout of the columns that the entry names, with those of the
// usual layout of its kind as far as the entry says nothing of their fields.
func (o *Override) alone(layouts []Layout) Layout {
	l := Layout{ID: "rapor.yaml", Kind: o.Kind, Title: text.T("Diatur di rapor.yaml", "Set in rapor.yaml")}
	for _, header := range sortedKeys(o.Columns) {
		if f := o.Columns[header]; f != Ignored {
			l.Columns = append(l.Columns, Column{Field: f, Aliases: []string{header}, Required: true})
		}
	}
	for _, header := range headingsOf(o.As) {
		l.Columns = append(l.Columns, Column{Field: o.As[header][0], Aliases: []string{header}, Required: true})
	}
	l.more = len(l.Columns)
	usual := slices.IndexFunc(layouts, func(u Layout) bool {
		return u.Kind == o.Kind && !u.Tree && len(u.Constants) == 0 && len(u.Dimensions) == 0
	})
	if usual >= 0 {
		o.rest(&l, &layouts[usual])
	}
	l.prepare()
	l.own = o.headings(l.Kind)
	return l
}

// rest adds the columns of another layout whose fields the entry does not give.
func (o *Override) rest(l, usual *Layout) {
	l.Words = map[string][]string{}
	for _, c := range usual.Columns {
		if _, constant := o.Constants[c.Field]; constant || o.feeds(c.Field) ||
			slices.ContainsFunc(l.Columns, func(x Column) bool { return x.Field == c.Field }) {
			continue
		}
		c.Required = false
		l.Columns = append(l.Columns, c)
		if w, ok := usual.Words[c.Field]; ok {
			l.Words[c.Field] = w
		}
	}
}

// feeds reports a field that one of several of a column is.
func (o *Override) feeds(field string) bool {
	for _, fields := range o.As {
		if slices.Contains(fields, field) {
			return true
		}
	}
	return false
}

// onto adds the headings that the entry names to a layout. What the entry
// gives as a constant need not stand in the table.
func (o *Override) onto(l *Layout) Layout {
	out := *l
	out.own = o.headings(l.Kind)
	out.Columns = slices.Clone(l.Columns)
	if !l.Named && (o.Kind != "" || o.Layout != "") {
		out.Anchor = nil // the office says what the table is about
	}
	for i := range out.Columns {
		c := &out.Columns[i]
		if _, given := o.Constants[c.Field]; given {
			c.Required = false
		}
		for _, fields := range o.As {
			if c.Required && slices.Contains(fields[1:], c.Field) {
				c.Required, c.supplied = false, true
			}
		}
		for _, header := range sortedKeys(o.Columns) { // named first where the column is missing
			if o.Columns[header] == c.Field {
				c.Aliases = append([]string{header}, c.Aliases...)
			}
		}
	}
	return out
}

// headings are the entry's columns that a kind has a field for, folded.
func (o *Override) headings(kind string) map[string]string {
	k, ok := kindOf(kind)
	if !ok {
		return nil
	}
	out := map[string]string{}
	for header, fields := range o.As {
		if _, has := k.field(fields[0]); has {
			out[fold(header)] = fields[0]
		}
	}
	for header, f := range o.Columns {
		if _, has := k.field(f); has || f == Ignored {
			out[fold(header)] = f
		}
	}
	return out
}

// HasField reports whether a kind has a field, with its parameter.
func HasField(kind, field string) bool {
	k, ok := kindOf(kind)
	if !ok {
		return false
	}
	_, ok = k.field(field)
	return ok
}

// CheckConstant reports whether a field of a kind can be given a value.
func CheckConstant(kind, field, value string) bool {
	k, ok := kindOf(kind)
	if !ok {
		return false
	}
	_, ok = k.constant(field, value)
	return ok
}

// constant reads the value of a field that stands in no column. Dates are
// written year first, numbers with a decimal point.
func (k *kind) constant(field, text string) (constant, bool) {
	f, ok := k.field(field)
	if !ok {
		return constant{}, false
	}
	rd := reader{typ: f.typ, style: locale.StylePlain, order: locale.YMD, grain: true}
	v, ok, code := rd.parse(&grid.Cell{Text: text, Kind: grid.Text})
	if !ok || code != "" {
		return constant{}, false
	}
	var b bag
	k.reset(&b)
	return constant{f, v}, f.set(&b, v) == "" && len(b.unclear) == 0 && !b.off
}
