package config

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"rapor/ingest/text"
)

// reader turns the nodes of a YAML file into a File, by the declaration. Texts
// are taken as they are written: 012345 stays a code of six digits.
type reader struct {
	f *File
	complaints
}

// refuse notes an error at a node.
func (r *reader) refuse(n ast.Node, path, id, en string, args ...any) {
	if path == "" {
		at := placeOf(n)
		r.add(text.Errorf("%s:%d:%d: "+id, "%s:%d:%d: "+en, append([]any{r.f.places.file, at.line, at.column}, args...)...))
		return
	}
	r.see(path, n)
	r.add(r.f.Wrong(path, id, en, args...))
}

// see remembers where a key stands.
func (r *reader) see(path string, n ast.Node) {
	if path != "" {
		r.f.places.at[path] = placeOf(n)
	}
}

func placeOf(n ast.Node) place {
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		n = m.Values[0].Key // a block mapping stands where its first key does
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		return place{t.Position.Line, t.Position.Column}
	}
	return place{1, 1}
}

// group reads a mapping into a struct; path is as written, "targets[2]".
func (r *reader) group(n ast.Node, path string, to reflect.Value) {
	m, ok := r.mapping(n, path)
	if !ok {
		return
	}
	r.see(path, n)
	keys := below(general(path))
	seen := map[string]place{}
	for _, v := range m {
		name, ok := keyName(v.Key)
		if !ok {
			r.refuse(v.Key, path, "kunci harus satu kata dan tidak kosong", "a key must be one word and not empty")
			continue
		}
		r.entry(v, name, path, keys, seen, to)
	}
	for _, k := range keys {
		if _, written := seen[k.Name()]; k.Required && !written {
			r.add(r.f.Wrong(join(path, k.Name()), "wajib diisi, misalnya %s", "must be given, such as %s", k.Example))
		}
	}
}

// entry reads one key of a group.
func (r *reader) entry(v *ast.MappingValueNode, name, path string, keys []*Key, seen map[string]place,
	to reflect.Value) {
	at := placeOf(v.Key)
	if name == "<<" {
		r.refuse(v.Key, path, "kunci gabungan << dari YAML tidak dipakai di sini; tulis kuncinya satu per satu",
			"the merge key << of YAML is not used here; write the keys one by one")
		return
	}
	if first, twice := seen[name]; twice {
		r.refuse(v.Key, join(path, name), "sudah ditulis pada baris %d", "is already written in line %d", first.line)
		return
	}
	for _, k := range keys {
		if k.Name() != name {
			continue
		}
		if _, empty := v.Value.(*ast.NullNode); empty || v.Value == nil { // a key without a value is not written
			return
		}
		seen[name] = at
		r.see(join(path, name), v.Key)
		r.value(v.Value, join(path, name), k, fieldOf(to, name))
		return
	}
	r.refuse(v.Key, join(path, name), "kunci tidak dikenal%s", "unknown key%s", advice(names(keys), name, text.Text{}))
}

// value reads what a key takes, in its shape.
func (r *reader) value(n ast.Node, path string, k *Key, to reflect.Value) {
	switch {
	case k.Shape == Many:
		r.list(n, path, k, to)
	case k.Shape == Named:
		r.named(n, path, to, k.single())
	case k.Shape == Lists:
		one := *k
		one.Shape = Many
		r.named(n, path, to, func(r *reader, n ast.Node, at string, to reflect.Value) { r.list(n, at, &one, to) })
	case k.Shape == Maps:
		r.named(n, path, to, func(r *reader, n ast.Node, at string, to reflect.Value) { r.named(n, at, to, k.single()) })
	case k.Type == Group:
		r.group(n, path, to)
	case k.Type == Both:
		r.both(n, path, k, to)
	default:
		r.single(n, path, k, to)
	}
}

func (r *reader) list(n ast.Node, path string, k *Key, to reflect.Value) {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		if r.reference(n, path) {
			return
		}
		r.refuse(n, path, "harus sebuah daftar, misalnya %s", "must be a list, such as %s", r.listExample(k))
		return
	}
	for i, item := range s.Values {
		at := fmt.Sprintf("%s[%d]", path, i)
		v := reflect.New(to.Type().Elem()).Elem()
		if k.Type == Group {
			r.group(item, at, v)
		} else {
			r.single(item, at, k, v)
		}
		r.again(k, path, i, v, to)
		to.Set(reflect.Append(to, v))
	}
}

// again notes an item of a list that says what one before it says. Lines of a
// letterhead may repeat, and headings of a table do.
func (r *reader) again(k *Key, path string, i int, v, before reflect.Value) {
	if k.Path == "office.letterhead" || k.Path == "sources[].headings" {
		return
	}
	for b := range before.Len() {
		if same(before.Index(b), v) {
			at, first := fmt.Sprintf("%s[%d]", path, i), r.f.places.at[fmt.Sprintf("%s[%d]", path, b)]
			r.f.again = append(r.f.again, text.T(fmt.Sprintf("%s: %s sama dengan yang di baris %d", r.f.Spot(at), at, first.line),
				fmt.Sprintf("%s: %s is the same as that in line %d", r.f.Spot(at), at, first.line)))
			return
		}
	}
}

// same reports two items that say the same, letter case apart.
func same(a, b reflect.Value) bool {
	if a.Kind() == reflect.String {
		return strings.EqualFold(strings.TrimSpace(a.String()), strings.TrimSpace(b.String()))
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

func (r *reader) listExample(k *Key) string {
	if k.Type != Group {
		return k.Example
	}
	for _, b := range below(k.Path + "[]") {
		return "[{" + b.Name() + ": " + b.Example + "}]"
	}
	return "[]"
}

// A taker reads what stands under one name of a map.
type taker func(r *reader, n ast.Node, at string, to reflect.Value)

func (k *Key) single() taker {
	return func(r *reader, n ast.Node, at string, to reflect.Value) { r.single(n, at, k, to) }
}

// named reads a map from names to what take reads.
func (r *reader) named(n ast.Node, path string, to reflect.Value, take taker) {
	m, ok := r.mapping(n, path)
	if !ok {
		return
	}
	to.Set(reflect.MakeMap(to.Type()))
	for _, v := range m {
		name, ok := keyName(v.Key)
		if !ok {
			r.refuse(v.Key, path, "nama harus sebuah teks yang tidak kosong", "a name must be a text that is not empty")
			continue
		}
		at := join(path, name)
		if to.MapIndex(reflect.ValueOf(name)).IsValid() {
			r.refuse(v.Key, at, "sudah ditulis pada baris %d", "is already written in line %d", r.f.places.at[at].line)
			continue
		}
		r.see(at, v.Key)
		item := reflect.New(to.Type().Elem()).Elem()
		take(r, v.Value, at, item)
		to.SetMapIndex(reflect.ValueOf(name), item)
	}
}

// both reads a text, or a text in each language.
func (r *reader) both(n ast.Node, path string, k *Key, to reflect.Value) {
	w := to.Addr().Interface().(*Words)
	if m, ok := n.(*ast.MappingNode); ok {
		for _, v := range m.Values {
			name, _ := keyName(v.Key)
			to, known := map[string]*string{"id": &w.ID, "en": &w.EN}[name]
			if !known {
				r.refuse(v.Key, join(path, name), "kunci tidak dikenal; tulis %s", "unknown key; write %s", k.Example)
				continue
			}
			*to, _ = r.scalar(v.Value, join(path, name), k)
		}
	} else {
		w.ID, _ = r.scalar(n, path, k)
	}
	r.visible(n, path, k, w.ID+w.EN)
	if w.EN == "" {
		w.EN = w.ID
	} else if w.ID == "" {
		w.ID = w.EN
	}
	if blank := strings.TrimSpace(w.ID) == "" || strings.TrimSpace(w.EN) == ""; blank && (k.Required || w.ID != "") {
		r.refuse(n, path, "tidak boleh kosong", "must not be empty")
	}
}

// single reads one text, number, word or switch.
func (r *reader) single(n ast.Node, path string, k *Key, to reflect.Value) {
	s, ok := r.scalar(n, path, k)
	if !ok {
		return
	}
	r.see(path, n)
	r.visible(n, path, k, s)
	switch k.Type {
	case Count:
		r.count(n, path, k, s, to)
		return
	case Switch:
		r.toggle(n, path, s, to)
		return
	case Word:
		if w, known := find(k.Words, s); known && !k.Open {
			s = w
		} else if !k.Open && !(k.Refused != nil && k.Refused(s)) {
			r.refuse(n, path, "%q tidak dikenal%s", "%q is not known%s", s, advice(k.Words, s, k.list()))
			return
		}
	}
	if s == "" && (k.Required || k.Shape == Many) || s != "" && strings.TrimSpace(s) == "" {
		r.refuse(n, path, "tidak boleh kosong", "must not be empty")
	}
	to.SetString(s)
}

// visible refuses marks that nobody sees in a text that is printed: they can
// turn the direction of what stands beside them.
func (r *reader) visible(n ast.Node, path string, k *Key, s string) {
	if !k.Printed {
		return
	}
	for _, c := range s {
		if (unicode.Is(unicode.Cc, c) && c != '\n' && c != '\t') || unicode.Is(unicode.Cf, c) || c == '\u2028' || c == '\u2029' {
			r.refuse(n, path, "memuat karakter yang tidak terlihat (U+%04X); hapus", "holds a character that cannot be seen (U+%04X); remove it", c)
			return
		}
	}
}

func (r *reader) count(n ast.Node, path string, k *Key, s string, to reflect.Value) {
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil || v < k.Least || v > k.Most {
		r.refuse(n, path, "%q; tulis bilangan bulat %d sampai %d", "%q; write a whole number from %d to %d", s, k.Least,
			k.Most)
		return
	}
	if to.CanUint() {
		to.SetUint(uint64(v))
		return
	}
	to.SetInt(v)
}

var switches = map[string]bool{"true": true, "ya": true, "yes": true, "false": false, "tidak": false, "no": false}

func (r *reader) toggle(n ast.Node, path, s string, to reflect.Value) {
	on, ok := switches[strings.ToLower(s)]
	if !ok {
		r.refuse(n, path, "%q; tulis true atau false", "%q; write true or false", s)
		return
	}
	if to.Kind() == reflect.Pointer {
		to.Set(reflect.ValueOf(&on))
		return
	}
	to.SetBool(on)
}
