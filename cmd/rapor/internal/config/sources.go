package config

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// glob refuses a pattern that cannot be read.
func (c *converter) glob(path, g string) {
	c.check(doublestar.ValidatePattern(g), path,
		"pola %q tidak terbaca; kurung siku ditutup, dan [ sendiri ditulis [[]",
		"the pattern %q cannot be read; close brackets, and write a bracket itself as [[]", g)
}

// Overrides turns the entries of sources into the words of package layout; own
// are the layouts of the office, which an entry may name.
func (f *File) Overrides(own []layout.Layout) ([]layout.Override, error) {
	c := converter{f: f}
	kinds := map[string]string{} // of every layout
	builtin, err := layout.Builtin()
	if err != nil {
		return nil, err
	}
	ids := layoutWords()
	for i, l := range append(builtin, own...) {
		kinds[l.ID] = l.Kind
		if i >= len(builtin) {
			ids = append(ids, choice(l.ID, l.Title.ID, l.Title.EN))
		}
	}
	var out []layout.Override
	for i := range f.Sources {
		out = append(out, c.source(at("sources", i), &f.Sources[i], ids, kinds))
	}
	if o, ok := c.general(); ok {
		out = append(out, o)
	}
	return out, c.err()
}

// source turns one entry into an override and checks what can be known before
// a file is read.
func (c *converter) source(path string, s *Source, ids []Choice, kinds map[string]string) layout.Override {
	o := layout.Override{
		Glob: filepath.ToSlash(s.Glob), Sheet: s.Sheet, Headings: s.Headings, Kind: s.Kind, Layout: s.Layout,
		Header: s.Header, DateOrder: s.DateOrder, Numbers: s.Numbers, Totals: s.Totals, Hidden: s.Hidden, Flow: s.Flow,
		Unit: s.Unit, Units: s.Units, Filter: s.Filter, At: c.f.Spot(path),
	}
	c.glob(path+".glob", o.Glob)
	if s.Layout != "" {
		id, known := find(ids, s.Layout)
		c.check(known, path+".layout", "%q tidak dikenal%s", "%q is not known%s", s.Layout, advice(ids, s.Layout,
			text.Text{}))
		o.Layout = id
		c.check(!known || s.Kind == "" || kinds[id] == s.Kind, path+".layout",
			"tata letak %s adalah untuk jenis %s, bukan %s", "layout %s is for the kind %s, not %s", id, kinds[id],
			s.Kind)
	}
	of := candidates(s.Kind, kinds[o.Layout])
	c.ownCells(path, s, of, &o)
	o.Columns, o.Constants = c.columns(path, s, of), c.constants(path, s, of)
	c.check(s.Unit == "" || slices.ContainsFunc(of, func(k string) bool { return layout.UnitFits(k, s.Unit) }),
		path+".unit",
		"%q tidak bermakna untuk jenis %s", "%q means nothing for the kind %s", s.Unit, strings.Join(of, ", "))
	for _, heading := range slices.Sorted(maps.Keys(s.Units)) {
		word := s.Units[heading]
		c.check(slices.ContainsFunc(of, func(k string) bool { return layout.UnitFits(k, word) }),
			path+".units."+heading, "%q tidak bermakna untuk jenis %s", "%q means nothing for the kind %s", word,
			strings.Join(of, ", "))
	}
	c.check(s.Flow == "" || slices.ContainsFunc(of, func(k string) bool { return layout.HasField(k, "flow") }),
		path+".flow",
		"tidak bermakna untuk jenis %s", "means nothing for the kind %s", strings.Join(of, ", "))
	o.Seen, o.BlankShare = s.Seen, c.shares(path+".blank_share", s.BlankShare)
	c.header(path+".header", s.Header)
	for i, filter := range s.Filter {
		name, _, ok := strings.Cut(filter, "=")
		c.check(ok && strings.Trim(name, "! ") != "", at(path+".filter", i), "%q; tulis kolom=nilai atau kolom!=nilai",
			"%q; write kolom=nilai or kolom!=nilai", filter)
	}
	return o
}

// candidates are the kinds that an entry may speak of: the one it names, that
// of its layout, or all.
func candidates(kind, ofLayout string) []string {
	if kind != "" {
		return []string{kind}
	}
	if ofLayout != "" {
		return []string{ofLayout}
	}
	return layout.Kinds()
}

// header refuses header rows that do not follow one another.
func (c *converter) header(path string, rows []uint32) {
	c.check(len(rows) <= 4, path, "paling banyak empat baris judul", "at most four header rows")
	for i := 1; i < len(rows); i++ {
		c.check(rows[i] == rows[i-1]+1, at(path, i), "baris judul harus berurutan; sesudah %d ditulis %d",
			"header rows must follow one another; after %d comes %d", rows[i-1], rows[i-1]+1)
	}
}

// fieldList says where the fields of every kind are listed.
var fieldList = text.T("isian tiap jenis: rapor config sources.columns",
	"fields of each kind: rapor config sources.columns")

// columns turns the words for fields into their names. Without a kind or a
// layout, one kind must have all of the fields.
func (c *converter) columns(path string, s *Source, of []string) map[string]string {
	if len(s.Columns) == 0 {
		return nil
	}
	headings := slices.Sorted(maps.Keys(s.Columns))
	if len(of) > 1 {
		all := slices.DeleteFunc(slices.Clone(of), func(k string) bool {
			return slices.ContainsFunc(headings, func(h string) bool { _, ok := fieldIn(k, s.Columns[h]); return !ok })
		})
		if len(all) == 0 && known(s, headings) {
			c.wrong(path+".columns",
				"tidak ada jenis yang mempunyai semua isian ini; sebutkan kind, dan judul satu jenis saja",
				"no kind has all of these fields; name the kind, and headings of one kind only")
		}
		if len(all) > 0 {
			of = all
		}
	}
	out, seen := map[string]string{}, map[string]string{}
	for _, h := range headings {
		at := path + ".columns." + h
		plain := strings.ToLower(strings.Join(strings.Fields(h), " "))
		first, twice := seen[plain]
		c.check(!twice, at, "judul %q sudah ditulis sebagai %q; huruf besar dan kecil tidak dibedakan",
			"the heading %q is already written as %q; letter case makes no difference", h, first)
		seen[plain] = h
		c.check(strings.TrimSpace(h) != "", at, "judul kolom tidak boleh kosong", "a heading must not be empty")
		for _, k := range of {
			f, ok := fieldIn(k, s.Columns[h])
			c.check(!ok || out[h] == "" || out[h] == f, at, "%q berarti %s atau %s menurut jenisnya; sebutkan kind",
				"%q means %s or %s, by the kind; name the kind", s.Columns[h], out[h], f)
			if ok {
				out[h] = f
			}
		}
		if out[h] == "" {
			c.wrong(at, "isian %q tidak dikenal untuk %s%s", "there is no field %q for %s%s", s.Columns[h], named(of),
				advice(fieldsOf(of), s.Columns[h], fieldList))
		}
	}
	return out
}

// known reports whether every field named is one of some kind: else the slip
// is in a word, and is told there.
func known(s *Source, headings []string) bool {
	return !slices.ContainsFunc(headings, func(h string) bool { _, ok := find(fieldWords(), s.Columns[h]); return !ok })
}

func fieldIn(kind, word string) (string, bool) {
	if _, ok := find([]Choice{ignored}, word); ok {
		return layout.Ignored, true
	}
	return layout.FieldOf(kind, word)
}

// named is the kind that a message speaks of.
func named(of []string) text.Text {
	if len(of) == 1 {
		return text.T("jenis "+of[0], "the kind "+of[0])
	}
	return text.T("jenis mana pun", "any kind")
}

func fieldsOf(of []string) []Choice {
	if len(of) != 1 {
		return fieldWords()
	}
	return append(termWords(layout.FieldTerms(of[0])), ignored)
}

// constants turns the words for fields into their names and checks that one of
// the kinds can be given each value.
func (c *converter) constants(path string, s *Source, of []string) map[string]string {
	if len(s.Constants) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, word := range slices.Sorted(maps.Keys(s.Constants)) {
		at, field, fits := path+".constants."+word, "", false
		for _, k := range of {
			f, ok := layout.FieldOf(k, word)
			if !ok || fits {
				continue
			}
			field, fits = f, layout.CheckConstant(k, f, s.Constants[word])
		}
		switch {
		case field == "":
			c.wrong(at, "isian %q tidak dikenal untuk %s%s", "there is no field %q for %s%s", word, named(of),
				advice(fieldsOf(of), word, fieldList))
		case !fits:
			c.wrong(at, "%q tidak terbaca untuk %s; tanggal ditulis 2016-03-01, bilangan dengan titik desimal",
				"%q cannot be read as %s; write dates as 2016-03-01, numbers with a decimal point", s.Constants[word],
				field)
		case out[field] != "":
			c.wrong(at, "%s sudah diisi", "%s is already given", field)
		}
		out[field] = s.Constants[word]
	}
	return out
}

// Spot says where a key stands without the folder of the file, for results.
func (f *File) Spot(path string) string {
	at := f.At(path)
	return at[strings.LastIndex(at, "/")+1:]
}
