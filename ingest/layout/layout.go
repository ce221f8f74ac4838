// Package layout turns sheets into records. How an export looks is data: one
// TOML file per layout, naming the headers of each field. This package finds
// the header rows of a sheet, chooses the layout that fits, decides per column
// how its values are written, and reads each row into a record or a reject.
//
// It knows nothing of files, of sums or of indicators.
package layout

import (
	"embed"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"rapor/ingest/text"
)

// Layout is one kind of export table.
type Layout struct {
	ID    string    `toml:"id"`
	Kind  string    `toml:"kind"` // record kind, e.g. "ticket"
	Title text.Text `toml:"title"`
	// Tree says that rows form a code tree in the "node" columns: only leaves
	// are records.
	Tree bool `toml:"tree"`
	// Zero says that a printed dash means zero, as in government tables, and
	// that rows whose measures are all zero are still records.
	Columns    []Column          `toml:"column"`
	Dimensions []Dimension       `toml:"dimension"`
	Constants  map[string]string `toml:"constants"`
	// Measures are the fields that repeat across, once per dimension value.
	Measures []string `toml:"measures"`
	// Words are patterns of the concepts that headings of a field have, see
	// pattern; they come after the aliases of the columns.
	Words map[string][]string `toml:"words"`
	// Needs are the fields without which a table is none of the layout where not
	// all required columns have one of their aliases: "a|b" is one of two, "2
	// a|b|c" two of three.
	Needs []string `toml:"needs"`
	// Anchor are concepts of which a heading, a title or a name has to speak then;
	// several together stand in one heading, and "!" bars one from it.
	Anchor []string `toml:"anchor"`
	// Named says that the anchor alone tells what an amount is: without it the
	// table is none of the layout, whatever its columns are called.
	Named bool `toml:"named"`

	// own are headings that an entry of rapor.yaml adds, folded, with their fields.
	own     map[string]string
	phrases map[string][]meantBy // patterns by a concept that they cannot do without
	needs   []needed
	more    int // columns from here on are not the entry's own; 0: none is its own
}

// Column says under which headers a field stands.
type Column struct {
	Field    string   `toml:"field"`
	Aliases  []string `toml:"aliases"`
	Required bool     `toml:"required"`
	// Order are the aliases that go before others of the field where a table has
	// several, the first first; "a|b" are alike, those not named come last.
	Order    []string        `toml:"order"`
	folded   map[string]bool // aliases, folded once
	supplied bool            // required, and to be given by a column that feeds several fields
	order    []map[string]bool
}

// rank is the place of a folded alias in the declared order of its field.
func (c *Column) rank(alias string) int {
	for i, alike := range c.order {
		if alike[alias] {
			return i
		}
	}
	return len(c.order)
}

// Dimension is a field whose value is written in the header: months across,
// the kinds of a form, sexes.
type Dimension struct {
	Field  string  `toml:"field"`
	By     string  `toml:"by"` // "month", "values", or "label" (the top header text)
	Values []Value `toml:"value"`
}

// Value maps header texts to a field value.
type Value struct {
	Match  []string `toml:"match"`
	Is     string   `toml:"is"`
	folded map[string]bool
}

//go:embed builtin/*.toml
var builtinFS embed.FS

// Builtin lists the layouts of the program, ordered by file name.
func Builtin() ([]Layout, error) {
	entries, err := builtinFS.ReadDir("builtin")
	if err != nil {
		return nil, err
	}
	var out []Layout
	for _, e := range entries {
		b, err := builtinFS.ReadFile("builtin/" + e.Name())
		if err != nil {
			return nil, err
		}
		l, err := Parse(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		out = append(out, l)
	}
	return out, nil
}

// Parse reads one layout, strictly: unknown keys, kinds and fields are errors.
func Parse(b []byte) (Layout, error) {
	var l Layout
	dec := toml.NewDecoder(strings.NewReader(string(b)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return l, err
	}
	l.prepare()
	return l, l.lint()
}

// prepare folds the header texts once, for all sheets to come.
func (l *Layout) prepare() {
	set := func(list []string) map[string]bool {
		m := make(map[string]bool, len(list))
		for _, s := range list {
			m[fold(s)] = true
		}
		return m
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		c.folded, c.order = set(c.Aliases), nil
		for _, alike := range c.Order {
			c.order = append(c.order, set(strings.Split(alike, "|")))
		}
	}
	for i := range l.Dimensions {
		for k := range l.Dimensions[i].Values {
			v := &l.Dimensions[i].Values[k]
			v.folded = set(v.Match)
		}
	}
	l.compile()
	l.needs = nil
	for _, s := range l.Needs {
		l.needs = append(l.needs, neededOf(s))
	}
}

func (l *Layout) lint() error {
	k, ok := kindOf(l.Kind)
	if !ok {
		return text.Errorf("layout %q: kind %q tidak dikenal", "layout %q: kind %q is not known", l.ID, l.Kind)
	}
	if l.ID == "" || l.Title.ID == "" || l.Title.EN == "" {
		return text.Errorf("layout %q: id dan title dalam kedua bahasa wajib ada", "layout %q: id and title in both languages are needed", l.ID)
	}
	check := func(name string) error {
		if _, ok := k.field(name); !ok {
			return text.Errorf("layout %q: kind %s tidak mempunyai kolom %q", "layout %q: kind %s has no field %q", l.ID, l.Kind, name)
		}
		return nil
	}
	for _, c := range l.Columns {
		if err := check(c.Field); err != nil {
			return err
		}
	}
	for _, d := range l.Dimensions {
		if err := check(d.Field); err != nil {
			return err
		}
	}
	for f := range l.Constants {
		if err := check(f); err != nil {
			return err
		}
	}
	return l.lintWords()
}

// fold brings header texts of one meaning together: case, punctuation,
// spelling variants.
func fold(s string) string {
	s = strings.ToLower(s)
	s = strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', ':', '_', '-', '/', '(', ')', '*', '\n', '\t', '\u00a0', '"', '\'':
			return ' '
		}
		return r
	}, s)
	words := strings.Fields(s)
	for i, w := range words {
		if v, ok := variants[w]; ok {
			words[i] = v
		}
	}
	return strings.Join(words, " ")
}

var variants = map[string]string{
	"antrean": "antrian", "tgl": "tanggal", "nomor": "no", "nomer": "no", "wkt": "waktu", "jml": "jumlah", "jlh": "jumlah",
	"realisasinya": "realisasi", "s d": "sd", "date": "tanggal", "prayustisia": "projustitia", "projustisia": "projustitia", "justisia": "justitia",
}
