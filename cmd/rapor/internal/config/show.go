package config

import (
	"fmt"
	"strings"

	"rapor/ingest/text"
)

// takes says in words what a type is.
var takes = map[Type]text.Text{
	Group: text.T("kelompok kunci", "group of keys"), Line: text.T("teks", "text"),
	Both: text.T("teks, atau {id: ..., en: ...}", "text, or {id: ..., en: ...}"),
	Word: text.T("kata", "word"), Switch: text.T("true atau false", "true or false"), Count: text.T("bilangan bulat",
		"whole number"),
	Date: text.T("tanggal", "date"), Clock: text.T("jam", "time of day"), Span: text.T("lama waktu", "length of time"),
	Share: text.T("persen", "per cent"),
	Value: text.T("nilai bersatuan", "value with its unit"), Period: text.T("masa", "period"),
	Baseline: text.T("masa, prev, atau yoy", "period, prev or yoy"),
	Path:     text.T("berkas", "file"), Glob: text.T("pola nama berkas", "pattern of file names"),
	Filter: text.Same("kolom=nilai"),
	Rule:   text.T("bilangan parameter", "numbers of a parameter"),
}

// Takes says what the key takes, in its shape and within its bounds, and
// whether it must be given.
func (k *Key) Takes() text.Text {
	t := takes[k.Type]
	if k.Type == Count {
		t = text.T(fmt.Sprintf("%s %s sampai %s", t.ID, text.Group(k.Least, text.ID), text.Group(k.Most, text.ID)),
			fmt.Sprintf("%s from %s to %s", t.EN, text.Group(k.Least, text.EN), text.Group(k.Most, text.EN)))
	}
	switch k.Shape {
	case Many:
		t = text.T("daftar "+t.ID, "list of "+t.EN)
	case Named:
		t = text.T("nama: "+t.ID, "name: "+t.EN)
	case Lists:
		t = text.T("nama: daftar "+t.ID, "name: list of "+t.EN)
	case Maps:
		t = text.T("nama: {nama: "+t.ID+"}", "name: {name: "+t.EN+"}")
	}
	if k.Required {
		t = text.T(t.ID+", wajib", t.EN+", required")
	}
	return t
}

// Under lists a key and those below it, by its path with or without the
// brackets of lists; "" lists all.
func Under(path string) ([]Key, error) {
	bare := strings.NewReplacer("[]", "")
	want := bare.Replace(path)
	var out []Key
	var all []Choice
	for _, k := range declaration() {
		p := bare.Replace(k.Path)
		if want == "" || p == want || strings.HasPrefix(p, want+".") {
			out = append(out, k)
		}
		all = append(all, Choice{Word: p})
	}
	if len(out) == 0 {
		return nil, text.Errorf("kunci %q tidak ada%s", "there is no key %q%s", path, advice(all, path,
			text.T("semuanya: rapor config", "all of them: rapor config")))
	}
	return out, nil
}

// Template writes a rapor.yaml that says nothing: every key with its example,
// as comments. Taking away the mark before a key and its group makes it say
// something. Keys that contradict a neighbour keep a second mark.
func Template(lang text.Lang) string {
	var b strings.Builder
	b.WriteString("# " + text.T("Pengaturan rapor. Hapus tanda # di depan kunci yang dipakai, beserta kelompoknya.\n# Semua kunci boleh dihilangkan; penjelasannya: rapor config.",
		"Settings of rapor. Take away the # before a key that you use, and before its group.\n# Every key may be left out; they are explained by rapor config.").In(lang) + "\n")
	for _, k := range below("") {
		b.WriteString("\n")
		write(&b, k, 0, false, lang)
	}
	return b.String()
}

// write writes a key and those below it; first puts the mark of a list item
// before it.
func write(b *strings.Builder, k *Key, depth int, first bool, lang text.Lang) {
	mark, indent := "#", strings.Repeat("  ", depth)
	if first {
		indent = strings.Repeat("  ", depth-1) + "- "
	}
	if k.Apart {
		mark = "##"
	}
	say := "  # " + k.Meaning.In(lang)
	if k.Type != Group {
		fmt.Fprintf(b, "%s%s%s: %s%s\n", mark, indent, k.Name(), k.Example, say)
		return
	}
	fmt.Fprintf(b, "%s%s%s:%s\n", mark, indent, k.Name(), say)
	parent := k.Path
	if k.Shape == Many {
		parent, depth = parent+"[]", depth+1
	}
	for i, child := range below(parent) {
		write(b, child, depth+1, k.Shape == Many && i == 0, lang)
	}
}
