package config

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"

	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// ownCells turns what an entry says of the cells of its files, and of the
// sheets that it leaves out, into the words of package layout.
func (c *converter) ownCells(path string, s *Source, of []string, o *layout.Override) {
	o.Blank, o.Scale, o.Zone, o.Skip = s.Blank, s.Scale, s.Zone, s.Skip
	c.check(s.Scale == "" || slices.ContainsFunc(of, layout.ScaleFits), path+".scale",
		"tidak bermakna untuk jenis %s; skala adalah milik jawaban survei (answer)",
		"means nothing for the kind %s; a scale is of survey answers (answer)",
		strings.Join(of, ", "))
	c.check(s.Zone == "" || slices.ContainsFunc(of, layout.ZoneFits), path+".zone",
		"tidak bermakna untuk jenis %s", "means nothing for the kind %s", strings.Join(of, ", "))
	for i, g := range s.Skip {
		c.glob(at(path+".skip", i), g)
	}
	o.As = c.several(path+".as", s, of)
	o.Words = c.words(path+".words", s.Words, of, o)
}

// general is what rapor.yaml says of the cells and sheets of all files.
func (c *converter) general() (layout.Override, bool) {
	f := c.f
	o := layout.Override{Glob: "**", Blank: f.Blank, Zone: f.Zone, Skip: f.Skip, General: true}
	for i, g := range f.Skip {
		c.glob(at("skip", i), g)
	}
	for _, key := range []string{"words", "blank", "zone", "skip"} {
		if _, ok := f.places.at[key]; ok {
			o.At = cmp.Or(o.At, f.Spot(key))
		}
	}
	o.Words = c.words("words", f.Words, nil, &o)
	return o, len(o.Blank)+len(o.Skip)+len(o.Words) > 0 || o.Zone != ""
}

// words checks the meanings of words as far as the kind of record is known, and
// notes where each stands: the field of a heading is known when it is read.
func (c *converter) words(path string, in map[string]map[string]string, of []string,
	o *layout.Override) map[string]map[string]string {
	for _, name := range slices.Sorted(maps.Keys(in)) {
		at := path + "." + name
		c.check(strings.TrimSpace(name) != "", at, "nama isian atau judul kolom tidak boleh kosong",
			"the name of a field or heading must not be empty")
		for _, word := range slices.Sorted(maps.Keys(in[name])) {
			spot := at + "." + word
			if o.Spots == nil {
				o.Spots = map[string]string{}
			}
			o.Spots["words."+name+"."+word] = c.f.Spot(spot)
			if len(of) != 1 {
				continue
			}
			field, known := layout.FieldOf(of[0], name)
			c.check(!known || layout.CheckWord(of[0], field, in[name][word]), spot, "arti %q tidak dikenal untuk %s%s",
				"the meaning %q is not known for %s%s", in[name][word], field, meant(of[0], field))
		}
	}
	return in
}

// meant lists the meanings of a field behind a message.
func meant(kind, field string) text.Text {
	list := strings.Join(layout.MeaningsOf(kind, field), ", ")
	if list == "" {
		return text.Text{}
	}
	return text.T("; yang ada: "+list, "; there are: "+list)
}

// several turns the words for the fields that one column feeds into their names.
func (c *converter) several(path string, s *Source, of []string) map[string][]string {
	if len(s.As) == 0 {
		return nil
	}
	out := map[string][]string{}
	for _, heading := range slices.Sorted(maps.Keys(s.As)) {
		spot := path + "." + heading
		_, twice := s.Columns[heading]
		c.check(!twice, spot, "judul ini juga ada pada columns; tulis di satu tempat",
			"this heading also stands under columns; write it in one place")
		c.check(len(s.As[heading]) > 1, spot,
			"tulis dua isian atau lebih, misalnya [day, taken]; satu isian ditulis pada columns",
			"write two fields or more, such as [day, taken]; one field is written under columns")
		for i, word := range s.As[heading] {
			f := c.fieldOf(of, word)
			if f == "" {
				c.wrong(at(spot, i), "isian %q tidak dikenal untuk %s%s", "there is no field %q for %s%s", word, named(of),
					advice(fieldsOf(of), word, fieldList))
				continue
			}
			c.check(!slices.Contains(out[heading], f), at(spot, i), "%s sudah disebut", "%s is named already", f)
			out[heading] = append(out[heading], f)
		}
	}
	return out
}

// fieldOf is the field that a word names in one of the kinds.
func (c *converter) fieldOf(of []string, word string) string {
	for _, k := range of {
		if f, ok := layout.FieldOf(k, word); ok {
			return f
		}
	}
	return ""
}

// shares reads lists of shares by heading.
func (c *converter) shares(path string, in map[string][]string) map[string][]*big.Rat {
	out := map[string][]*big.Rat{}
	for _, heading := range slices.Sorted(maps.Keys(in)) {
		for i, s := range in[heading] {
			v, why := ShareOf(s)
			if !why.Empty() {
				c.wrong(at(path+"."+heading, i), "%q %s", "%q %s", s, why)
				continue
			}
			out[heading] = append(out[heading], v)
		}
	}
	return out
}
