package ingest

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// speaksOf reports whether an entry of sources names a file: by its name
// within the input, or by its last part.
func speaksOf(o *layout.Override, name string) bool {
	for _, n := range []string{name, path.Base(name)} {
		if ok, _ := doublestar.Match(o.Glob, n); ok {
			return true
		}
	}
	return false
}

// override joins the entries of rapor.yaml that name a file and sheet; nil
// when none does. That they agree was made sure beforehand. Those for a form of
// export are others' business.
func override(all []layout.Override, name, sheet string) *layout.Override {
	var out *layout.Override
	for i := range all {
		o := &all[i]
		if o.General && out != nil { // the last of them
			return out.Under(o)
		}
		if o.Sheet != "" && o.Sheet != sheet || len(o.Headings) > 0 || !speaksOf(o, name) {
			continue
		}
		if out == nil {
			out = o
			continue
		}
		both, _ := out.And(o)
		out = &both
	}
	return out
}

// agree makes sure, before anything is read, that entries which speak of the
// same table do not contradict one another: a second one is never passed over.
func agree(all []layout.Override, m *Manifest) error {
	for i := range m.Sources {
		var met []*layout.Override
		for k := range all {
			if o := &all[k]; !o.General && speaksOf(o, m.Sources[i].Name) {
				met = append(met, o)
			}
		}
		for k, o := range met {
			for _, b := range met[:k] {
				if o.Sheet != "" && b.Sheet != "" && o.Sheet != b.Sheet || !o.Rivals(b) {
					continue
				}
				if _, key := b.And(o); key != "" {
					return &layout.EntryError{Err: text.Errorf(
						"%s: entri ini dan entri %s sama-sama berlaku untuk %s dan berbeda pada %s; satukan, atau bedakan glob atau sheet-nya",
						"%s: this entry and entry %s both speak of %s and differ in %s; join them, or give them another glob or sheet",
						o.At, b.At, m.Sources[i].Name, key)}
				}
			}
		}
	}
	return nil
}

// entries holds the entries of rapor.yaml against what was read: a sheet that
// no workbook has is an error, what met nothing is noted.
func (m *Manifest) entries(all []layout.Override) error {
	m.Unused = append(append(m.Unused, m.drift()...), m.open()...)
	for i := range all {
		o := &all[i]
		var files []*Source
		for k := range m.Sources {
			if s := &m.Sources[k]; speaksOf(o, s.Name) && !s.Mends && s.has(o) {
				files = append(files, s)
			}
		}
		if o.General {
			if err := wrongWords(o, files); err != nil {
				return err
			}
			continue
		}
		if len(files) == 0 && len(o.Headings) > 0 {
			continue // an export of this form may come again
		}
		if len(files) == 0 {
			m.Unused = append(m.Unused, m.nothing(o))
			continue
		}
		if err := sheetThere(o, files); err != nil {
			return err
		}
		if err := conflicts(o, files); err != nil {
			return err
		}
		m.Unused = append(m.Unused, unmet(o, files)...)
	}
	return nil
}

// conflicts refuses an entry that asks for two things of one field of a table.
func conflicts(o *layout.Override, files []*Source) error {
	for _, s := range files {
		for _, sh := range s.Sheets {
			if sh.twice.field != "" && (o.Sheet == "" || sh.sheet == o.Sheet) && o.Columns[sh.twice.b] == sh.twice.field {
				return &layout.EntryError{Err: text.Errorf("%s: %s: judul %q dan %q sama-sama untuk %s; sisakan satu",
					"%s: %s: the headings %q and %q are both for %s; leave one", o.At, s.Name, sh.twice.a, sh.twice.b, sh.twice.field)}
			}
			if sh.Plan == nil || o.Sheet != "" && sh.sheet != o.Sheet || !sh.has(o) {
				continue
			}
			if why, found := sh.Plan.Conflict(); found {
				return &layout.EntryError{Err: text.Errorf("%s: %s: %s", "%s: %s: %s", o.At, s.Name, why)}
			}
			if err := wrongWord(o, sh.Plan, s.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

func wrongWords(o *layout.Override, files []*Source) error {
	for _, s := range files {
		for i := range s.Sheets {
			if p := s.Sheets[i].Plan; p != nil {
				if err := wrongWord(o, p, s.Name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// wrongWord refuses a word that was given a meaning its column does not have:
// which field a heading names is known only now.
func wrongWord(o *layout.Override, p *layout.Plan, file string) error {
	name, word, know, found := p.WrongWord()
	if !found {
		return nil
	}
	is, mine := o.Words[name][word]
	if !mine {
		return nil
	}
	path := "words." + name + "." + word
	at := cmp.Or(o.Spots[path], o.At)
	return &layout.EntryError{Err: text.Errorf("%s: %s: arti %q tidak dikenal untuk kolom itu pada %s; yang ada: %s",
		"%s: %s: the meaning %q is not known for that column in %s; there are: %s", at, path, is, file,
		strings.Join(know, ", "))}
}

// twice are two headings of a table that an entry gives the same field.
type twice struct{ a, b, field string }

// headingsTwice looks into a table that no layout fits for the reason that an
// entry itself may be: it names two of its columns for one field.
func headingsTwice(s grid.Sheet, o *layout.Override) (found twice, err error) {
	if o == nil || len(o.Columns) < 2 {
		return twice{}, nil
	}
	field := map[string]string{}
	for heading, f := range o.Columns {
		if f != layout.Ignored && f != "node" { // of which a table may have several columns
			field[unspaced(heading)] = f
		}
	}
	err = s.Rows(func(r *grid.Row) bool {
		first := map[string]string{}
		for _, c := range r.Cells {
			f := field[unspaced(c.Text)]
			if a, known := first[f]; f != "" && known && unspaced(a) != unspaced(c.Text) {
				found = twice{heading(o, a), heading(o, c.Text), f}
				return false
			}
			if f != "" {
				first[f] = strings.Clone(c.Text)
			}
		}
		return r.N < 60
	})
	return found, err
}

// unspaced is a heading without letter case and with single spaces.
func unspaced(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// heading is a heading as the entry writes it.
func heading(o *layout.Override, cell string) string {
	for h := range o.Columns {
		if unspaced(h) == unspaced(cell) {
			return h
		}
	}
	return cell
}

// nothing says that an entry fits no file, and which files are not recognised:
// it may have meant one of them.
func (m *Manifest) nothing(o *layout.Override) text.Text {
	out := text.T(o.At+": tidak ada berkas yang cocok dengan glob \""+o.Glob+"\"",
		o.At+": no file fits the glob \""+o.Glob+"\"")
	var unknown []string
	for _, s := range m.Sources {
		lost := func(sh Sheet) bool { return sh.Refused == reject.NoLayout || sh.Refused == reject.MissingColumn }
		if slices.ContainsFunc(s.Sheets, lost) {
			unknown = append(unknown, s.Name)
		}
	}
	if len(unknown) > 0 {
		names := shortened(unknown)
		out.ID += "; yang tidak dikenali: " + names
		out.EN += "; not recognised: " + names
	}
	return out
}

// shortened lists the first names of many.
func shortened(names []string) string {
	const most = 3
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// sheetThere refuses an entry whose sheet none of its files has. A file that
// could not be opened may have it.
func sheetThere(o *layout.Override, files []*Source) error {
	var have []string
	for _, s := range files {
		if o.Sheet == "" || s.Refused != "" {
			return nil
		}
		for _, sh := range s.Sheets {
			if sh.sheet == o.Sheet {
				return nil
			}
			if !sh.Further() {
				have = append(have, "\""+sh.sheet+"\"")
			}
		}
	}
	if have = slices.DeleteFunc(have, func(s string) bool { return s == `""` }); len(have) == 0 {
		return &layout.EntryError{Err: text.Errorf("%s: sheet %q: berkas yang cocok dengan %q tidak berlembar (CSV, HTML); hapus sheet",
			"%s: sheet %q: the files that fit %q have no sheets (CSV, HTML); remove sheet", o.At, o.Sheet, o.Glob)}
	}
	return &layout.EntryError{Err: text.Errorf("%s: lembar %q tidak ada pada berkas yang cocok dengan %q; yang ada: %s",
		"%s: there is no sheet %q in the files that fit %q; there are: %s", o.At, o.Sheet, o.Glob, shortened(have))}
}

// unmet lists the parts of an entry that none of its tables had a use for, and
// the headings that a table lacks. Tables that were refused say so themselves.
func unmet(o *layout.Override, files []*Source) []text.Text {
	met, tables := map[string]bool{}, 0
	missed, where := []text.Text{}, map[text.Text][]string{}
	for _, s := range files {
		for i := range s.Sheets {
			p := s.Sheets[i].Plan
			if p == nil || o.Sheet != "" && o.Sheet != s.Sheets[i].sheet || !s.Sheets[i].has(o) {
				continue
			}
			tables++
			for _, key := range p.Met() {
				met[key] = true
			}
			for heading, field := range o.Columns { // Missed speaks of these
				met["columns."+heading] = met["columns."+heading] || layout.HasField(p.Kind, field)
			}
			for _, t := range p.Missed() {
				if where[t] == nil {
					missed = append(missed, t)
				}
				where[t] = append(where[t], s.Name)
			}
		}
	}
	if tables == 0 {
		return nil
	}
	var out []text.Text
	for _, key := range parts(o) {
		if !met[key] {
			out = append(out, text.T(o.At+": "+key+" tidak berlaku pada tabel mana pun",
				o.At+": "+key+" has no use in any table"))
		}
	}
	for _, t := range missed {
		names := " (" + shortened(where[t]) + ")"
		out = append(out, text.T(o.At+": "+t.ID+names, o.At+": "+t.EN+names))
	}
	return out
}

// parts are the keys of an entry that a table may have no use for, in order.
func parts(o *layout.Override) []string {
	var out []string
	for _, p := range []struct{ key, value string }{
		{"date_order", o.DateOrder}, {"numbers", o.Numbers}, {"flow", o.Flow}, {"unit", o.Unit},
		{"scale", o.Scale}, {"zone", o.Zone},
	} {
		if p.value != "" {
			out = append(out, p.key)
		}
	}
	for _, heading := range keys(o.Columns) {
		out = append(out, "columns."+heading)
	}
	for _, heading := range keys(o.Units) {
		out = append(out, "units."+heading)
	}
	for _, name := range keys(o.Words) {
		out = append(out, "words."+name)
	}
	for _, heading := range keys(o.As) {
		out = append(out, "as."+heading)
	}
	for _, name := range keys(o.Constants) {
		out = append(out, "constants."+name)
	}
	return out
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
