package cli

import (
	"fmt"
	"slices"
	"strings"

	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// fieldsCmd lists the record kinds, or the fields of one.
type fieldsCmd struct {
	Kind string `arg:"" optional:"" help:"${kind_help}"`
	JSON bool   `name:"json" help:"${json_help}"`
}

// kindEntry is one record kind as JSON, in both languages.
type kindEntry struct {
	Kind   string       `json:"kind"`
	Name   text.Text    `json:"name"`
	Also   []string     `json:"also,omitempty"`
	About  text.Text    `json:"about"`
	Fields []fieldEntry `json:"fields"`
}

// fieldEntry is one field of a kind.
type fieldEntry struct {
	Field    string           `json:"field"`
	Name     text.Text        `json:"name"`
	Also     []string         `json:"also,omitempty"`
	About    text.Text        `json:"about"`
	Type     text.Text        `json:"type"`
	Role     text.Text        `json:"role"`
	Required bool             `json:"required,omitempty"`
	Column   bool             `json:"column,omitempty"`
	Words    []layout.Meaning `json:"words,omitempty"`
	Headings []string         `json:"headings,omitempty"`
	Patterns []string         `json:"patterns,omitempty"`
	Sources  []text.Text      `json:"sources,omitempty"`
}

// Run prints the list, or one kind whole.
func (c *fieldsCmd) Run(a *app) error {
	layouts, err := layout.Builtin()
	if err != nil {
		return err
	}
	var list []layout.Description
	for _, t := range layout.KindTerms() {
		if d, ok := layout.Describe(t.Name, layouts); ok {
			list = append(list, d)
		}
	}
	if c.Kind != "" {
		d, ok := layout.Describe(c.Kind, layouts)
		if !ok {
			return usage(text.Errorf("jenis data %q tidak ada; rapor fields menampilkan semuanya",
				"there is no record kind %q; rapor fields lists them", c.Kind))
		}
		list = []layout.Description{d}
	}
	switch {
	case c.JSON:
		return a.json(kindEntries(list))
	case c.Kind != "":
		a.kind(&list[0])
	default:
		for _, d := range list {
			fmt.Fprintf(a.Out, "%-15s %-16s %s\n", d.Name, d.Title.In(a.lang), d.About.In(a.lang))
		}
	}
	return nil
}

func kindEntries(list []layout.Description) []kindEntry {
	var out []kindEntry
	for _, d := range list {
		k := kindEntry{Kind: d.Name, Name: d.Title, Also: others(d.Term), About: d.About}
		for _, f := range d.Fields {
			k.Fields = append(k.Fields, fieldEntry{f.Name, f.Title, others(f.Term), f.About, f.Type, f.Role, f.Required,
				f.Column, f.Words, f.Headings, f.Patterns, f.Sources})
		}
		out = append(out, k)
	}
	return out
}

// others are the words for a term besides its name and its title.
func others(t layout.Term) []string {
	var out []string
	for _, w := range t.Also {
		if w != t.Name && w != t.Title.ID {
			out = append(out, w)
		}
	}
	return out
}

// shownWords bounds the words and headings that a line of the list names; JSON
// has all of them.
const shownWords = 12

// kind prints one kind with its fields.
func (a *app) kind(d *layout.Description) {
	fmt.Fprintf(a.Out, "%s (%s): %s\n", d.Name, d.Title.In(a.lang), d.About.In(a.lang))
	for _, f := range d.Fields {
		need := ""
		switch {
		case f.Required:
			need = a.say(", wajib di setiap baris", ", needed in every row")
		case f.Column:
			need = a.say(", kolomnya wajib ada", ", its column is needed")
		}
		fmt.Fprintf(a.Out, "\n%s (%s): %s%s\n    %s\n", f.Name, f.Title.In(a.lang), f.Type.In(a.lang), need,
			f.About.In(a.lang))
		a.about("peran", "role", f.Role.In(a.lang))
		if also := others(f.Term); len(also) > 0 {
			a.about("nama lain", "also", strings.Join(also, ", "))
		}
		if len(f.Headings) > 0 {
			a.about("judul kolom", "headings", a.some(f.Headings))
		}
		if len(f.Patterns) > 0 {
			a.about("kata judul", "words of headings", a.some(f.Patterns))
		}
		for _, m := range f.Words {
			a.about("kata", "words", m.Name+": "+a.some(m.Spellings))
		}
		for _, s := range f.Sources {
			a.about("sumber", "source", s.In(a.lang))
		}
	}
	fmt.Fprintf(a.Out, "\n%s\n", a.say("Nama jenis dan isian di rapor.yaml boleh yang mana saja di atas; semua kata: --json.",
		"Any of these names of kinds and fields will do in rapor.yaml; all words: --json."))
}

// some lists the first of many words and how many are left.
func (a *app) some(list []string) string {
	shown := slices.Clone(list[:min(len(list), shownWords)])
	if n := len(list) - len(shown); n > 0 {
		shown = append(shown, fmt.Sprintf(a.say("dan %s lagi", "and %s more"), text.Group(int64(n), text.Lang(a.lang))))
	}
	return strings.Join(shown, ", ")
}
