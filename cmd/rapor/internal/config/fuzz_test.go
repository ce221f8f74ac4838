package config

import (
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/layout"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// FuzzLoad: whatever stands in a file of settings, reading it, turning it into
// a setting and reading a small table by it ends with values or with errors in
// both languages, never with a panic.
func FuzzLoad(f *testing.F) {
	for _, w := range wrongs {
		f.Add([]byte(w.yaml))
	}
	for _, k := range Declaration() {
		if k.Type != Group {
			f.Add([]byte(alone(&k)))
		}
	}
	f.Add([]byte(Template(text.ID)))
	for _, kind := range layout.Kinds() {
		f.Add([]byte("sources: [{glob: '*', kind: " + kind + ", header: [1], unit: menit, filter: ['A=1'], columns: {A: number, B: year}}]"))
	}
	layouts, err := layout.Builtin()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Parse(Name, b)
		if err == nil {
			_, err = s.Setting()
		}
		if err == nil {
			var list []layout.Override
			if list, err = s.Overrides(nil); err == nil {
				read(t, layouts, list)
			}
		}
		if err != nil && (text.Say(err, text.ID) == "" || text.Say(err, text.EN) == "") {
			t.Errorf("an error without words")
		}
	})
}

const small = "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Lama Layanan;Pagu;A;B\n14/03/2016;A001;07.30;07.40;5;1.000;1;2016\n15/03/2016;;07.31;x;07:30;-;2;\n"

// read reads a small table by every entry, and by two joined.
func read(t *testing.T, layouts []layout.Layout, list []layout.Override) {
	book, err := table.Open(strings.NewReader(small), int64(len(small)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for i := range list {
		o := list[i]
		if i > 0 {
			o, _ = list[i-1].And(&o)
		}
		p, err := layout.Match(book.Sheets()[0], "", layouts, &o)
		if err == nil {
			err = p.Decide(book.Sheets()[0], nil)
		}
		if err == nil {
			_, _, err = p.Run(book.Sheets()[0], 0, 0, &facts.Set{})
			p.Met()
			p.Missed()
		}
		if err != nil && text.Say(err, text.EN) == "" {
			t.Error("an error without words")
		}
	}
}
