package draft

import (
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"rapor/ingest/text"
)

// FuzzQuote: whatever a heading holds, YAML gives it back, as a value and as a
// key, and on one line.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", "Tanggal", "No. Antrean", "true", "1e3", "2016-01-04", "a: b", "- x", "#", "\"q\" \\",
		"baris\ndua", " tepi ", "é", "\u2028", "\ufeff", "~", "null", "0x1F", "[a]", "{b}", "*a", "&a", "!t", "%", "@", "`",
		"?", "|", ">"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		q := Quote(s)
		if strings.ContainsAny(q, "\n\r") {
			t.Fatalf("%q is written over several lines: %q", s, q)
		}
		var got map[string]any
		if err := yaml.Unmarshal([]byte("a: "+q+"\nl: ["+q+", x]\n"), &got); err != nil {
			t.Fatalf("%q written as %s: %v", s, q, err)
		}
		if got["a"] != s || got["l"].([]any)[0] != s {
			t.Fatalf("%q written as %s reads back as %#v", s, q, got)
		}
		var key map[string]string
		if err := yaml.Unmarshal([]byte(q+": v\n"), &key); err != nil || key[s] != "v" {
			t.Fatalf("key %q written as %s reads back as %#v: %v", s, q, key, err)
		}
	})
}

func entries() []Entry {
	return []Entry{
		{Headings: []string{"Tanggal", "No. Antrean", "Jam: ambil"}, Lines: []Line{{Key: "layout", Value: "antrean-tiket"}},
			Files: []string{"a.csv", "b.csv"}, Title: text.T("Tiket antrean", "Queue tickets")},
		{Headings: []string{strings.Repeat("Bagaimana pendapat Saudara? ", 3), "x"}, Ask: text.T("jenis apa?", "what kind?"),
			Lines: []Line{{Key: "kind", Value: "answer", Others: []Other{{Value: "complaint"}}}},
			Maps:  []Map{{Key: "columns", Lines: []Line{{Key: "Mulai: #1", Value: "started"}}}}},
		{Off: true, Ask: text.T("apa ini?", "what is this?"), Headings: []string{"q"}},
	}
}

type settings struct {
	Office  map[string]any   `yaml:"office"`
	Period  string           `yaml:"period"`
	Sources []map[string]any `yaml:"sources"`
}

func read(t *testing.T, s string) (out settings) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(s), &out); err != nil {
		t.Fatalf("%v\n%s", err, s)
	}
	return out
}

// TestWrite: a first file reads back as what it was made of; what is off is a
// comment.
func TestWrite(t *testing.T) {
	for _, lang := range []text.Lang{text.ID, text.EN} {
		s := Write(&File{Office: "Kantor Imigrasi: Kelas II", Entries: entries()}, lang)
		got := read(t, s)
		if len(got.Sources) != 2 || got.Office["name"] != "Kantor Imigrasi: Kelas II" {
			t.Fatalf("%+v\n%s", got, s)
		}
		if h := got.Sources[0]["headings"].([]any); len(h) != 3 || h[2] != "Jam: ambil" {
			t.Errorf("%v", h)
		}
		if c := got.Sources[1]["columns"].(map[string]any); c["Mulai: #1"] != "started" {
			t.Errorf("%v", c)
		}
	}
}

// TestExtend: what is added stands at the end of the list, whatever the file
// looks like, and no other byte changes.
func TestExtend(t *testing.T) {
	add := entries()[:2]
	for name, tc := range map[string]struct {
		old   string
		first int // entries there before
		ok    bool
	}{
		"empty":         {"", 0, true},
		"comment alone": {"# nothing\n", 0, true},
		"no sources":    {"office:\n  name: X\n", 0, true},
		"no line end":   {"period: \"2016\"", 0, true},
		"sources last":  {"office: {name: X}\nsources:\n  - glob: a.csv\n    kind: ticket\n", 1, true},
		"deeper dash":   {"sources:\n    - glob: a.csv\n      columns:\n        A: day\n", 1, true},
		"dash at edge":  {"sources:\n- glob: a.csv\n- glob: b.csv\n\n# about the period\nperiod: \"2016\"\n", 2, true},
		"in the middle": {"sources:\n  - glob: a.csv\n    # of this entry\n\n# of the office\noffice:\n  name: X\n", 1, true},
		"windows":       {"sources:\r\n  - glob: a.csv\r\nperiod: \"2016\"\r\n", 1, true},
		"flow list":     {"sources: [{glob: a.csv}]\n", 1, false},
		"no list":       {"sources: {}\n", 0, false},
		"broken":        {"a: [\n", 0, false},
	} {
		got, ok := Extend(tc.old, add, text.ID)
		if ok != tc.ok {
			t.Errorf("%s: %v", name, ok)
			continue
		}
		if !ok {
			if got != tc.old {
				t.Errorf("%s: changed although nothing could be added", name)
			}
			continue
		}
		before := settings{}
		if strings.TrimSpace(tc.old) != "" {
			before = read(t, tc.old)
		}
		after := read(t, got)
		same := after.Period == before.Period && after.Office["name"] == before.Office["name"]
		if len(after.Sources) != tc.first+2 || !same {
			t.Errorf("%s: %+v\n%s", name, after, got)
		}
		rest := got
		for line := range strings.Lines(tc.old) {
			line = strings.TrimRight(line, "\r\n")
			i := strings.Index(rest, line)
			if i < 0 {
				t.Fatalf("%s: the line %q is gone\n%s", name, line, got)
			}
			rest = rest[i+len(line):]
		}
		if strings.Contains(tc.old, "\r\n") && strings.Contains(strings.ReplaceAll(got, "\r\n", ""), "\n") {
			t.Errorf("%s: line ends are mixed", name)
		}
	}
}
