package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

// TestEntriesAreUsedOrNamed: every entry of sources, and every part of one, is
// used, named as unused, or refused together with the one it contradicts.
func TestEntriesAreUsedOrNamed(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"loket/a.csv": "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A1;08.00;08.20\n",
		"b.csv":       "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n15/03/2016;A1;08.00;08.20\n",
		"asing.csv":   "X;Y;Z\n1;2;3\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	type list = []layout.Override
	for name, tc := range map[string]struct {
		entries list
		unused  []string // each must be said, and nothing else
		refused string
	}{
		"all used":            {list{{Glob: "*.csv", DateOrder: "dmy"}, {Glob: "loket/*", Columns: map[string]string{"Jam Panggil": "called"}}, {Glob: "**/a.csv", Constants: map[string]string{"service": "Paspor"}}}, nil, ""},
		"no such file":        {list{{Glob: "c*.csv", At: "rapor.yaml:7:3"}}, []string{`rapor.yaml:7:3: no file fits the glob "c*.csv"; not recognised: asing.csv`}, ""},
		"no such columns":     {list{{Glob: "b.csv", Columns: map[string]string{"Pagu": "ceiling"}, Unit: "juta", Flow: "flow"}}, []string{"columns.Pagu has no use", "unit has no use", "flow has no use"}, ""},
		"no such constant":    {list{{Glob: "b.csv", Constants: map[string]string{"ceiling": "5"}}}, []string{"constants.ceiling has no use"}, ""},
		"heading not there":   {list{{Glob: "*.csv", Columns: map[string]string{"Panggilan": "called"}}}, []string{`heading "Panggilan" is not in this table; "Jam Panggil" was read for called (b.csv, loket/a.csv)`}, ""},
		"only an unknown one": {list{{Glob: "asing.csv", Unit: "juta"}}, nil, ""},
		"contradiction":       {list{{Glob: "*.csv", Unit: "menit", At: "rapor.yaml:2:3"}, {Glob: "b*", Unit: "detik", At: "rapor.yaml:3:3"}}, nil, "rapor.yaml:3:3: this entry and entry rapor.yaml:2:3 both speak of b.csv and differ in unit"},
		"other sheets":        {list{{Glob: "b.csv", Sheet: "Mei", Unit: "menit"}, {Glob: "b.csv", Sheet: "Juni", Unit: "detik"}}, nil, `sheet "Mei": the files that fit "b.csv" have no sheets`},
		"two for one field":   {list{{Glob: "b.csv", Columns: map[string]string{"Tanggal": "day", "jam  ambil": "day"}, At: "rapor.yaml:4:3"}}, nil, `rapor.yaml:4:3: b.csv: the headings "Tanggal" and "jam  ambil" are both for day; leave one`},
		"two, none fits":      {list{{Glob: "asing.csv", Columns: map[string]string{"x": "day", "Y": "day", "Z": "number"}, At: "rapor.yaml:4:3"}}, nil, `the headings "x" and "Y" are both for day`},
		"one of two is there": {list{{Glob: "b.csv", Columns: map[string]string{"Tanggal": "day", "Hari": "day"}}}, nil, ""},
	} {
		m, err := Read(context.Background(), []string{dir}, Options{Overrides: tc.entries}, []record.Sink{&facts.Set{}})
		if tc.refused != "" {
			var e *layout.EntryError
			if !errors.As(err, &e) || !strings.Contains(text.Say(err, text.EN), tc.refused) || text.Say(err, text.ID) == text.Say(err, text.EN) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Unused) != len(tc.unused) {
			t.Errorf("%s: %+v", name, m.Unused)
			continue
		}
		all := ""
		for _, u := range m.Unused {
			all += u.EN + "\n"
			if u.ID == u.EN || u.ID == "" {
				t.Errorf("%s: %+v is not in both languages", name, u)
			}
		}
		for _, want := range tc.unused {
			if !strings.Contains(all, want) {
				t.Errorf("%s: %s\nwants %s", name, all, want)
			}
		}
	}
}

// TestEveryEntryCounts: all entries that speak of a table make its override.
func TestEveryEntryCounts(t *testing.T) {
	all := []layout.Override{{Glob: "*.csv", DateOrder: "dmy"}, {Glob: "loket/a.csv", Unit: "detik"}, {Glob: "b.csv", Numbers: "en"}, {Glob: "**", Sheet: "Mei", Flow: "flow"}, {Glob: "a.csv", Sheet: "Juni", Kind: "ticket"}}
	o := override(all, "loket/a.csv", "Mei")
	if o.DateOrder != "dmy" || o.Unit != "detik" || o.Numbers != "" || o.Flow != "flow" || o.Kind != "" {
		t.Errorf("%+v", o)
	}
	if o := override(all, "c.txt", "Juli"); o != nil {
		t.Errorf("%+v", o)
	}
}
