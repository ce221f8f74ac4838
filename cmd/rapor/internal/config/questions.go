package config

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"

	"rapor/ingest/layout"
)

// questions finds the entries of sources that stand as comments below a question
// of rapor init: of each, what tables it is for.
func (f *File) questions(b []byte) {
	lines := strings.Split(strings.ReplaceAll(string(b), "\r\n", "\n"), "\n")
	asked, at := false, 0
	for i := 0; i < len(lines); i++ {
		said, comment := strings.CutPrefix(strings.TrimLeft(lines[i], " "), "# ")
		switch {
		case !comment:
			asked = false
		case strings.HasPrefix(said, "TANYA: "), strings.HasPrefix(said, "ASK: "):
			asked, at = true, i+1
		case asked && strings.HasPrefix(said, "- glob:"):
			if o, ok := commented(lines[i:]); ok {
				o.At = fmt.Sprintf("%s:%d", filepath.ToSlash(f.places.file), at)
				f.asked = append(f.asked, o)
			}
			asked = false // what follows is another answer to the same question
		}
	}
}

// commented reads which tables an entry is for that stands as a comment from the
// first of some lines on.
func commented(lines []string) (o layout.Override, ok bool) {
	var entry []string
	for i, line := range lines {
		said, comment := strings.CutPrefix(strings.TrimLeft(line, " "), "# ")
		if !comment || i > 0 && !strings.HasPrefix(said, "  ") {
			break
		}
		if i > 0 && !strings.HasPrefix(said, "   ") && !strings.HasPrefix(said, "  headings:") &&
			!strings.HasPrefix(said, "  sheet:") {
			break // how it is read: not written out before it is answered
		}
		entry = append(entry, said)
	}
	var list []struct {
		Glob     string   `yaml:"glob"`
		Sheet    string   `yaml:"sheet"`
		Headings []string `yaml:"headings"`
	}
	if err := yaml.Unmarshal([]byte(strings.Join(entry, "\n")), &list); err != nil || len(list) != 1 {
		return o, false
	}
	o.Glob, o.Sheet, o.Headings = filepath.ToSlash(list[0].Glob), list[0].Sheet, list[0].Headings
	return o, true
}

// Questions are the entries that stand as comments below a question of rapor
// init: Glob, Sheet and Headings say for which tables, At where the question is.
func (f *File) Questions() []layout.Override { return f.asked }
