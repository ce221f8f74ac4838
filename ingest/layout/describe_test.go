package layout

import (
	"slices"
	"strings"
	"testing"
)

// TestEveryKindAndFieldIsDescribed in both languages, by lines of their own;
// what is described and no longer there is named too, but for kinds to come.
func TestEveryKindAndFieldIsDescribed(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Kinds() {
		d, ok := Describe(name, layouts)
		if !ok || d.About.ID == "" || d.About.EN == "" || d.About.ID == d.About.EN {
			t.Errorf("kind %s is not described: %+v", name, d.About)
		}
		if len(d.Fields) != len(FieldTerms(name)) {
			t.Errorf("kind %s: %d fields described", name, len(d.Fields))
		}
		for _, f := range d.Fields {
			if f.About.ID == "" || f.About.EN == "" || f.Type.Empty() {
				t.Errorf("%s.%s is not described in both languages", name, f.Name)
			}
			if len(f.About.ID) > 100 || len(f.About.EN) > 100 || strings.HasSuffix(f.About.ID, ".") {
				t.Errorf("%s.%s: %q is no line", name, f.Name, f.About.ID)
			}
		}
	}
}

// TestDescriptionsAreTheDeclarations: the words and headings that are listed
// are those that are read.
func TestDescriptionsAreTheDeclarations(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	d, ok := Describe("TIKET", layouts)
	if !ok || d.Name != "ticket" {
		t.Fatalf("%v %+v", ok, d.Term)
	}
	at := func(name string) FieldDescription {
		i := slices.IndexFunc(d.Fields, func(f FieldDescription) bool { return f.Name == name })
		return d.Fields[i]
	}
	if f := at("day"); !f.Required || !f.Column || !slices.Contains(f.Headings, "tanggal kunjungan") {
		t.Errorf("day: %+v", f)
	}
	status := at("status")
	if !slices.ContainsFunc(status.Words, func(m Meaning) bool {
		return m.Name == "noshow" && slices.Contains(m.Spellings, "tidak hadir")
	}) {
		t.Errorf("status: %d meanings", len(status.Words))
	}
	k, _ := kindOf("ticket")
	for _, f := range d.Fields {
		for _, h := range f.Headings {
			known := slices.ContainsFunc(layouts, func(l Layout) bool {
				return l.Kind == k.name && slices.ContainsFunc(l.Columns, func(c Column) bool {
					return c.Field == f.Name && c.folded[fold(h)]
				})
			})
			if !known {
				t.Errorf("%s: the heading %q is not read", f.Name, h)
			}
		}
	}
	if _, ok := Describe("asing", layouts); ok {
		t.Error("a kind that is not there is described")
	}
}
