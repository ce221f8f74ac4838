package layout

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"rapor/ingest/vocabulary"
)

// Seen is what the rows of a table hold in one of its columns, as far as the
// entry of a form remembers it from one file to the next.
type Seen struct {
	Header string
	// Words are those of a category, sorted; nil for any other column, for one
	// of many words, and for one that may speak of persons.
	Words []string
	// Blank are the rows in which the cell says nothing, of all Rows.
	Blank, Rows int64
	// Least and Most are the shares of such rows among several tables; nil for a
	// single one.
	Least, Most *big.Rat
}

// MostSeen bounds the words of a column that is remembered as a category.
const MostSeen = 20

// labels are fields of any text that sort their rows into a few groups of the
// office's making. Names of persons, places and numbers of things are not among
// them, and neither are nationalities: a new one is no change of the export.
var labels = map[string]bool{"service": true, "class": true, "stage": true, "channel": true, "level": true,
	"outcome": true, "type": true, "scheme": true, "unit": true}

// blanks counts the rows in which a column says nothing.
type blanks struct {
	n    int64
	last uint32 // the row counted last: it is read twice, and once for each of its records
}

func (b *blanks) add(row uint32) {
	if b.last != row {
		b.n, b.last = b.n+1, row
	}
}

// seen tells of the columns that fields are read from and that all records of a
// row share, each heading once.
func (r *runner) seen() (out []Seen) {
	for _, i := range r.shared {
		c := &r.p.Columns[i]
		if c.Header == "" || slices.ContainsFunc(out, func(s Seen) bool { return fold(s.Header) == fold(c.Header) }) {
			continue
		}
		out = append(out, Seen{Header: c.Header, Words: r.wordsSeen(i), Blank: r.blank[i].n, Rows: r.filled})
	}
	return out
}

// wordsSeen are the words of a category; a label has to come back, else it tells
// single rows apart.
func (r *runner) wordsSeen(column int) []string {
	c, rd := &r.p.Columns[column], &r.p.readers[column]
	f, ok := r.p.kind.field(c.Field)
	category := ok && (f.phrases != "" || labels[f.name])
	if !category || rd.typ != free || rd.many || r.remark(c.Field) || vocabulary.PersonalHeading(c.Header) {
		return nil
	}
	words := map[string]string{}
	for _, w := range rd.words {
		if k := fold(w); k != "" && (words[k] == "" || w < words[k]) {
			words[k] = w
		}
		if shownWord(w) != w {
			return nil
		}
	}
	if f.phrases == "" && int64(2*len(words)) > r.filled {
		return nil
	}
	return append([]string{}, sortedValues(words)...)
}

// Merge adds what a further part of the same table holds.
func (s *Seen) Merge(o *Seen) {
	s.Blank, s.Rows = s.Blank+o.Blank, s.Rows+o.Rows
	s.addWords(o)
}

// Beside adds what another table of the same form holds.
func (s *Seen) Beside(o *Seen) {
	least, most := o.Shares()
	if s.Least, s.Most = s.Shares(); s.Least == nil || least != nil && least.Cmp(s.Least) < 0 {
		s.Least = least
	}
	if s.Most == nil || most != nil && most.Cmp(s.Most) > 0 {
		s.Most = most
	}
	s.addWords(o)
}

// Shares are the least and the greatest share of empty cells of a table; nil
// where the rows are too few to say anything.
func (s *Seen) Shares() (least, most *big.Rat) {
	if s.Least != nil || s.Rows < LeastSeen {
		return s.Least, s.Most
	}
	share := big.NewRat(s.Blank, s.Rows)
	return share, share
}

func (s *Seen) addWords(o *Seen) {
	if s.Words == nil || o.Words == nil {
		s.Words = nil
		return
	}
	for _, w := range o.Words {
		if !contains(s.Words, w) {
			s.Words = append(s.Words, w)
		}
	}
	slices.SortFunc(s.Words, func(a, b string) int { return strings.Compare(fold(a), fold(b)) })
}

// contains reports a text of a list, however it is spaced and in whatever case.
func contains(list []string, s string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return fold(x) == fold(s) })
}

// NewWords are the words of a column that neither the entry of its form
// remembers nor the office's own words are read as; nil where it remembers none.
func (o *Override) NewWords(p *Plan, s *Seen) (out []string) {
	known, ok := o.Seen[asWritten(o.Seen, s.Header)]
	if !ok {
		return nil
	}
	for _, w := range s.Words {
		if !contains(known, w) && !p.ownMeaning(s.Header, w) {
			out = append(out, w)
		}
	}
	return out
}

// asWritten finds a heading as an entry writes it; "" where it does not.
func asWritten[V any](of map[string]V, header string) string {
	for _, h := range slices.Sorted(maps.Keys(of)) {
		if fold(h) == fold(header) {
			return h
		}
	}
	return ""
}

// ownMeaning reports a text that the office's words put in the place of others.
func (p *Plan) ownMeaning(header, word string) bool {
	if p.ov == nil {
		return false
	}
	field := ""
	for _, c := range p.Columns {
		if c.Header == header {
			field = c.Field
		}
	}
	for name, list := range p.ov.Words {
		if fold(name) == fold(header) || name == field {
			for _, meaning := range list {
				if fold(meaning) == fold(word) {
					return true
				}
			}
		}
	}
	return false
}

// LeastSeen is how many rows a table has to have for a share of them to say
// anything.
const LeastSeen = 5

// WordsSeen are the words of a column that the entry remembers.
func (o *Override) WordsSeen(header string) []string {
	return slices.Clone(o.Seen[asWritten(o.Seen, header)])
}

// BlankShareOf are the least and the greatest share of empty cells of a column
// that the entry remembers, from 0 to 1; nil where it remembers none.
func (o *Override) BlankShareOf(header string) (least, most *big.Rat) {
	for _, v := range o.BlankShare[asWritten(o.BlankShare, header)] {
		if least == nil || v.Cmp(least) < 0 {
			least = v
		}
		if most == nil || v.Cmp(most) > 0 {
			most = v
		}
	}
	return least, most
}

// PercentRange writes shares in whole per cent, as an entry lists them.
func PercentRange(least, most *big.Rat) string {
	if a, b := Percent(least), Percent(most); a != b {
		return "[" + a + ", " + b + "]"
	}
	return "[" + Percent(least) + "]"
}

// Percent writes a share in whole per cent, halves up.
func Percent(share *big.Rat) string {
	v := new(big.Rat).Mul(share, big.NewRat(100, 1))
	v.Add(v, big.NewRat(1, 2))
	return new(big.Int).Quo(v.Num(), v.Denom()).String() + "%"
}

// CopySeen is a copy of what the columns hold, to be merged with others.
func (t *Tally) CopySeen() []Seen {
	out := slices.Clone(t.Seen)
	for i := range out {
		out[i].Words = slices.Clone(out[i].Words)
	}
	return out
}
