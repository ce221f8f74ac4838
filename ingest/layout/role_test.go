package layout

import (
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// TestRoles: every key and measure is a field of its kind, and none is both.
func TestRoles(t *testing.T) {
	for i := range kinds {
		k := &kinds[i]
		for _, list := range []map[string]bool{k.keys, k.measures} {
			for name := range list {
				if _, ok := k.field(name); !ok {
					t.Errorf("%s has no field %q", k.name, name)
				}
				if k.keys[name] && k.measures[name] {
					t.Errorf("%s.%s is key and measure", k.name, name)
				}
			}
		}
		if len(k.keys) == 0 {
			t.Errorf("%s has no key", k.name)
		}
		for _, n := range k.needs {
			f, _ := k.field(n.field)
			if f != nil && k.role(f) == RoleAttribute {
				t.Errorf("%s needs %s, which is an attribute", k.name, n.field)
			}
		}
		for _, name := range k.dates {
			if f, _ := k.field(name); k.role(f) == RoleAttribute {
				t.Errorf("%s counts by %s, which is an attribute", k.name, name)
			}
		}
	}
}

// TestNonsenseInAttributes: for every attribute of every kind, a cell that says
// nothing costs itself and is listed, never its row.
func TestNonsenseInAttributes(t *testing.T) {
	for i := range kinds {
		k := &kinds[i]
		for n := range k.fields {
			f := &k.fields[n]
			if k.role(f) != RoleAttribute {
				continue
			}
			var b bag
			k.reset(&b)
			rd := reader{typ: f.typ, spare: true}
			v, ok, code := rd.parse(&grid.Cell{Kind: grid.Text, Text: "zxqv wrtk"})
			if code == reject.UnknownWord && f.typ != free {
				continue
			}
			if !ok || code != "" {
				continue // fill leaves the cell out and tells of it: TestAttributeCells
			}
			if code := f.set(&b, v); code != "" {
				t.Errorf("%s.%s: %s rejects the row", k.name, f.name, code)
			}
			if f.phrases != "" && len(b.unclear) == 0 && !passing[f.name] {
				t.Errorf("%s.%s: the word is not listed", k.name, f.name)
			}
		}
	}
}

// passing are the attributes whose vocabulary passes over words that it does not
// know: they name one thing among others.
var passing = set("joint type outcome")

// TestAttributeCells: a cell of an attribute that cannot be read, an error of a
// workbook among them, leaves its row to count.
func TestAttributeCells(t *testing.T) {
	const csv = "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Jenis Layanan;Prioritas\n" +
		"14/03/2016;A1;08.00;08.10;#N/A;zxqv\n14/03/2016;A2;08.00;08.10;Paspor;Ya\n14/03/2016;#N/A;08.00;08.10;Paspor;Ya\n"
	var w wordsSink
	p, tally := read(t, csv, &w)
	if tally.Used != 2 || tally.Rejected != 1 || len(w.of(reject.UnclearValue)) != 1 || len(w.of(reject.UnclearWord)) != 1 {
		t.Errorf("%+v %+v", tally, w.rejects)
	}
	u := p.UnknownWords()
	if len(u) != 1 || u[0].Word != "zxqv" || u[0].Rows != 1 || u[0].Rejected || u[0].Line() != `words: {Prioritas: {zxqv: "-"}}` {
		t.Errorf("%+v", u)
	}
}
