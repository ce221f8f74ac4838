package vocabulary

import (
	"io/fs"
	"os"
	"strings"
	"testing"
)

// TestEveryWordHasItsSource: no word of a data file stands above the first line
// that names a source, and every source is named in both languages.
func TestEveryWordHasItsSource(t *testing.T) {
	files := 0
	err := fs.WalkDir(os.DirFS("data"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile("data/" + path)
		if err != nil {
			return err
		}
		files++
		var source Source
		for line := range strings.Lines(string(b)) {
			switch s, ok := sourceOf(strings.TrimSpace(line)); {
			case ok && (s.ID == "" || s.EN == "" || s.ID == s.EN):
				t.Errorf("%s: %q is not in both languages", path, line)
			case ok:
				source = s
			case source == Source{} && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "option:") && strings.TrimSpace(line) != "":
				t.Fatalf("%s: %q has no source", path, line)
			}
		}
		return nil
	})
	if err != nil || files < 20 {
		t.Fatal(files, err)
	}
	for _, f := range PhraseFields() {
		if list := PhrasesOf(f).Sources(); len(list) == 0 || list[0].ID == "" {
			t.Errorf("%s: %v", f, list)
		}
	}
	for c := range headings().concepts {
		if list := HeadingSources(c); len(list) == 0 || list[0].EN == "" || len(HeadingWords(c)) == 0 {
			t.Errorf("%s: %v", c, list)
		}
	}
	if Known(Nationality, "source") || words()["source:"] {
		t.Error("a line of a source was read as words")
	}
}
