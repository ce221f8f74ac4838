package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapor/analysis/office"
	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// fields lists the keys that File reads, with the shape and type each must be
// declared with.
func fields(v reflect.Type, parent string, out map[string]reflect.Type) {
	for i := range v.NumField() {
		f := v.Field(i)
		name := f.Tag.Get("yaml")
		if name == "" {
			continue
		}
		path := join(parent, name)
		out[path] = f.Type
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner, path = inner.Elem(), path+"[]"
		}
		if inner.Kind() == reflect.Struct && inner != reflect.TypeFor[Words]() {
			fields(inner, path, out)
		}
	}
}

// TestEverySettingIsDeclared: what is read is declared, what is declared is
// read, in the same shape, and nothing is undocumented in either language.
func TestEverySettingIsDeclared(t *testing.T) {
	read := map[string]reflect.Type{}
	fields(reflect.TypeFor[File](), "", read)
	seen := map[string]bool{}
	for _, k := range Declaration() {
		if seen[k.Path] {
			t.Errorf("%s is declared twice", k.Path)
		}
		seen[k.Path] = true
		is, ok := read[k.Path]
		if !ok {
			t.Errorf("%s is declared and not read", k.Path)
			continue
		}
		want := map[reflect.Kind]Shape{reflect.Slice: Many, reflect.Map: Named}[is.Kind()]
		if want == Named {
			if inner := (map[reflect.Kind]Shape{reflect.Slice: Lists, reflect.Map: Maps}[is.Elem().Kind()]); inner != "" {
				want, is = inner, is.Elem()
			}
		}
		if k.Shape != want && (want != "" || k.Shape != One) {
			t.Errorf("%s: shape %s, read as %s", k.Path, k.Shape, is)
		}
		if is.Kind() == reflect.Slice || is.Kind() == reflect.Map || is.Kind() == reflect.Pointer {
			is = is.Elem()
		}
		group := is.Kind() == reflect.Struct && is != reflect.TypeFor[Words]()
		whole := is.Kind() == reflect.Int || is.Kind() == reflect.Int64 || is.Kind() == reflect.Uint32
		if group != (k.Type == Group) || whole != (k.Type == Count) || (is.Kind() == reflect.Bool) != (k.Type == Switch) || (is == reflect.TypeFor[Words]()) != (k.Type == Both) {
			t.Errorf("%s: type %s, read as %s", k.Path, k.Type, is)
		}
		documented(t, &k)
	}
	for path := range read {
		if !seen[path] {
			t.Errorf("%s is read and not declared", path)
		}
	}
}

func documented(t *testing.T, k *Key) {
	t.Helper()
	for _, s := range []text.Text{k.Meaning, takes[k.Type]} {
		if s.ID == "" || s.EN == "" {
			t.Errorf("%s: %+v is not in both languages", k.Path, s)
		}
	}
	if k.Meaning.ID == k.Meaning.EN || (k.Default.ID == "") != (k.Default.EN == "") {
		t.Errorf("%s: meaning or default is not in both languages", k.Path)
	}
	if k.Example == "" && k.Type != Group || k.Type == Word && len(k.Words) == 0 || k.Type == Count && k.Least >= k.Most {
		t.Errorf("%s: example, words or bounds are missing", k.Path)
	}
	if k.With != "" {
		if _, ok := declared(join(k.Parent(), k.With)); !ok {
			t.Errorf("%s goes with %s, which is not there", k.Path, k.With)
		}
	}
	for i, w := range k.Words {
		if w.Word == "" || w.Meaning.ID == "" || w.Meaning.EN == "" {
			t.Errorf("%s: the word %q is not explained in both languages", k.Path, w.Word)
		}
		if slices.ContainsFunc(k.Words[:i], func(o Choice) bool { return strings.EqualFold(o.Word, w.Word) }) {
			t.Errorf("%s: the word %q stands twice", k.Path, w.Word)
		}
	}
}

// TestPrintedKeys: only the office's own texts are meant for pages that leave
// the office.
func TestPrintedKeys(t *testing.T) {
	var got []string
	for _, k := range Declaration() {
		if k.Printed {
			got = append(got, k.Path)
		}
	}
	want := []string{"office.name", "office.class", "office.code", "office.place", "office.head", "office.title", "office.nip", "office.letterhead", "office.address",
		"reforms[].name", "targets[].basis", "evidence[].title", "evidence[].number"}
	if !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
}

// TestWordsAreOneMeaning: no word of a closed list, and no word for a field of
// one kind, means two things.
func TestWordsAreOneMeaning(t *testing.T) {
	lists := map[string][]Choice{}
	for _, k := range Declaration() {
		if !k.Open {
			lists[k.Path] = k.Words
		}
	}
	for _, k := range layout.KindTerms() {
		lists["fields of "+k.Name] = fieldsOf([]string{k.Name})
	}
	for name, list := range lists {
		owner := map[string]string{}
		for _, c := range list {
			for _, w := range append([]string{c.Word}, c.Also...) {
				w = strings.ToLower(w)
				if o, ok := owner[w]; ok && o != c.Word {
					t.Errorf("%s: %q means %s and %s", name, w, o, c.Word)
				}
				owner[w] = c.Word
			}
			if c.Meaning.ID == "" || c.Meaning.EN == "" {
				t.Errorf("%s: %s has no meaning", name, c.Word)
			}
		}
	}
	if got, want := len(layout.KindTerms()), len(layout.Kinds()); got != want {
		t.Errorf("%d kinds in words, %d kinds", got, want)
	}
}

// TestDefaultsAreThoseOfTheProgram: what the declaration promises is what
// holds when a key is not written.
func TestDefaultsAreThoseOfTheProgram(t *testing.T) {
	d := office.Default()
	span := func(sec int32) string {
		if sec%60 == 0 && sec > 60 {
			return fmt.Sprintf("%dm", sec/60)
		}
		return fmt.Sprintf("%ds", sec)
	}
	clock := func(sec int32) string { return (time.Time{}).Add(time.Duration(sec) * time.Second).Format("15:04") }
	for path, want := range map[string]string{
		"wait_standard": span(d.WaitStandard), "long_wait": span(d.LongWait), "tolerance": span(d.Tolerance),
		"process_days": fmt.Sprint(d.ProcessDays), "removal_days": fmt.Sprint(d.RemovalDays),
		"hours.open": clock(d.Opens.Seconds()), "hours.close": clock(d.Closes.Seconds()),
	} {
		if k, _ := declared(path); k.Default.ID != want || k.Default.EN != want {
			t.Errorf("%s: default %q, the program's is %q", path, k.Default.ID, want)
		}
	}
}

// TestTemplate: the template as it stands says nothing; with its marks taken
// away it loads, whole and key by key.
func TestTemplate(t *testing.T) {
	for _, lang := range []text.Lang{text.ID, text.EN} {
		tpl := Template(lang)
		if f, err := load(tpl); err != nil || !reflect.DeepEqual(*f, File{places: f.places}) {
			t.Errorf("%s: the template says something: %v", lang, err)
		}
		lines := strings.Split(tpl, "\n")
		for i, l := range lines {
			if len(l) > 1 && l[0] == '#' && l[1] != ' ' || strings.HasPrefix(l, "#  ") {
				lines[i] = l[1:]
			}
		}
		whole := strings.Join(lines, "\n")
		if _, err := load(whole); err != nil {
			t.Errorf("%s: %v\n%s", lang, err, whole)
		}
		for _, k := range Declaration() {
			if !strings.Contains(whole, k.Name()+": ") && !strings.Contains(whole, k.Name()+":  #") {
				t.Errorf("%s: the template lacks %s", lang, k.Path)
			}
		}
	}
}

// alone writes a key with no more than it needs beside it.
func alone(k *Key) string {
	s := k.Name() + ": " + k.Example
	for parent := k.Parent(); parent != ""; {
		list := strings.HasSuffix(parent, "[]")
		g, _ := declared(strings.TrimSuffix(parent, "[]"))
		beside := []string{s}
		for _, b := range below(parent) {
			if b.Path != k.Path && (b.Required || b.Name() == k.With) && b.Type != Group && !strings.Contains(s, b.Name()+": ") {
				beside = append(beside, b.Name()+": "+b.Example)
			}
		}
		s = "{" + strings.Join(beside, ", ") + "}"
		if list {
			s = "[" + s + "]"
		}
		s = g.Name() + ": " + s
		parent = g.Parent()
	}
	return s
}

// TestEveryKeyAloneLoads: each key with its example, and what it requires.
func TestEveryKeyAloneLoads(t *testing.T) {
	for _, k := range Declaration() {
		if k.Type == Group {
			continue
		}
		if _, err := load(alone(&k)); err != nil {
			t.Errorf("%s: %v", alone(&k), err)
		}
	}
}

// TestUnder finds keys with and without brackets, and tells what was meant.
func TestUnder(t *testing.T) {
	for path, n := range map[string]int{"": len(Declaration()), "hours": 3, "targets.value": 1, "targets[].value": 1} {
		if got, err := Under(path); err != nil || len(got) != n {
			t.Errorf("%q: %d keys, want %d (%v)", path, len(got), n, err)
		}
	}
	if _, err := Under("targets.valeu"); err == nil || !strings.Contains(text.Say(err, text.EN), `did you mean "targets.value"?`) {
		t.Errorf("%v", err)
	}
}
