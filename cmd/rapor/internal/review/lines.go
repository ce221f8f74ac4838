package review

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest"
)

// target is a table that an entry of sources is to speak of.
type target struct{ source, sheet int }

// entries are lines of rapor.yaml that say the same of some tables: one entry
// for all of them where a pattern names these files and no others, else one for
// each file, and for each sheet where they are not all of its file.
func entries(m *ingest.Manifest, at []target, body ...string) string {
	var files []int
	sheets := map[int][]string{}
	for _, t := range at {
		if !slices.Contains(files, t.source) {
			files = append(files, t.source)
		}
		if t.sheet >= 0 {
			sheets[t.source] = append(sheets[t.source], m.Sources[t.source].SheetName(t.sheet))
		}
	}
	whole := func(f int) bool { return len(sheets[f]) == 0 || len(sheets[f]) >= tables(&m.Sources[f]) }
	var b strings.Builder
	b.WriteString("sources:\n")
	if glob, ok := common(m, files); ok && !slices.ContainsFunc(files, func(f int) bool { return !whole(f) }) {
		entry(&b, glob, "", body)
		return b.String()
	}
	for _, f := range files[:min(len(files), mostFiles)] {
		if whole(f) {
			entry(&b, Pattern(m.Sources[f].Name), "", body)
			continue
		}
		names := slices.Compact(slices.Sorted(slices.Values(sheets[f])))
		for _, s := range names {
			entry(&b, Pattern(m.Sources[f].Name), s, body)
		}
	}
	return b.String()
}

// tables counts the sheets of a file on which a table stands.
func tables(s *ingest.Source) int {
	n := 0
	for _, sh := range s.Sheets {
		if sh.Plan != nil || sh.Expected() {
			n++
		}
	}
	return n
}

func entry(b *strings.Builder, glob, sheet string, body []string) {
	b.WriteString("  - glob: " + quoted(glob) + "\n")
	if sheet != "" {
		b.WriteString("    sheet: " + quoted(sheet) + "\n")
	}
	for _, line := range body {
		b.WriteString("    " + line + "\n")
	}
}

// quoted writes a text as YAML reads it back, in double quotes.
func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil { // a text always has a form
		return `""`
	}
	return strings.TrimSpace(b.String())
}

// Pattern is a pattern that names one file and no other.
func Pattern(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`).Replace(name)
}

// leastStem is how much of a name a pattern has to keep: "a*.csv" would name
// too much of what comes next month.
const leastStem = 3

// common is a pattern that names some files of a reading and no others.
func common(m *ingest.Manifest, files []int) (string, bool) {
	if len(files) == 1 {
		return Pattern(m.Sources[files[0]].Name), true
	}
	var names []string
	for _, f := range files {
		names = append(names, path.Base(m.Sources[f].Name))
	}
	if len(names) == 0 {
		return "", false
	}
	head, tail := names[0], names[0]
	for _, n := range names[1:] {
		head = head[:shared(head, n)]
		tail = tail[len(tail)-shared(reverse(tail), reverse(n)):]
	}
	head = strings.TrimRight(strings.ToValidUTF8(head, ""), "0123456789")
	tail = strings.ToValidUTF8(tail, "")
	if at := strings.LastIndexByte(tail, '.'); at >= 0 {
		tail = tail[at:] // the ending alone: "-2016.csv" would leave next year out
	}
	if len(head) < leastStem || strings.ContainsRune(head+tail, '\ufffd') {
		return "", false
	}
	glob := Pattern(head) + "*" + Pattern(tail)
	for i := range m.Sources {
		s := &m.Sources[i]
		ok, err := doublestar.Match(glob, path.Base(s.Name))
		if err != nil || ok != slices.Contains(files, i) && !s.Passed() {
			return "", false
		}
	}
	return glob, true
}

// shared is how many bytes two texts have in common at their start.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reverse(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}
