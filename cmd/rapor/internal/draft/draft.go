// Package draft writes a first rapor.yaml from what a reading found: what is
// certain as it is, what needs an answer with the likeliest one filled in and
// the others beside it as comments. It adds to a file that is there, and never
// writes over one.
//
// It knows YAML and the keys of sources, and neither files nor commands.
package draft

import (
	"slices"
	"strings"

	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// Line is one key of an entry, with its value as YAML writes it.
type Line struct {
	Key, Value string
	// Why says what speaks for the value; may be empty.
	Why text.Text
	// Others are values that fit too, each with its reason.
	Others []Other
	// Off writes the key as a comment: nothing speaks for one of the answers.
	Off bool
}

// Other is another answer to a question; Key is that of the line where it is
// empty.
type Other struct {
	Key, Value string
	Why        text.Text
}

// Entry is one entry of sources: how one form of export is read.
type Entry struct {
	Headings []string // of the form; empty: by the names of the files
	Glob     string   // "" = "**"
	Sheet    string
	Lines    []Line
	Maps     []Map
	// Seen are what the columns hold, to be told apart from those of later files.
	Seen []layout.Seen
	// Files are those that the entry speaks of, as a comment.
	Files []string
	// Title says what the tables are taken for.
	Title text.Text
	// Notes are comments about how columns are read.
	Notes []text.Text
	// Ask is what the office has to decide; empty where all is certain.
	Ask text.Text
	// Off writes the whole entry as a comment: nothing is known well enough to
	// be used without an answer.
	Off bool
	// Or are other entries for the same tables, as comments.
	Or []Entry
}

// Form is what tells two forms of export apart: headings, sheet, and what they
// are taken for.
func (e *Entry) Form() string {
	s := strings.ToLower(strings.Join(e.Headings, "\x00")) + "\x01" + e.Glob + "\x01" + e.Sheet
	for _, l := range e.Lines {
		s += "\x01" + l.Key + l.Value
	}
	return s
}

// Wears reports that two entries are for tables of the same headings.
func (e *Entry) Wears(o *Entry) bool {
	return len(e.Headings) > 0 && slices.Equal(e.Headings, o.Headings) && e.Sheet == o.Sheet
}

// Map is a key whose value is a group: columns, units, words.
type Map struct {
	Key   string
	Lines []Line
	Maps  []Map
}

// File is what a first rapor.yaml holds.
type File struct {
	// Office is the name as the data have it, "" where they do not tell.
	Office  string
	Spelled []string // other spellings of it
	// Offices are those that the data name where they name several, most rows
	// first; More is how many are not listed, All the keys that let the report be
	// about all of them.
	Offices []Line
	More    int
	All     string
	// Known are comments on what the data cover: period, months by kind.
	Known   []text.Text
	Entries []Entry
	// Holidays is the file of the holidays, "" where none was found.
	Holidays string
	// Exclude are patterns of files that are no data for certain.
	Exclude []Line
}

// Questions counts what needs an answer.
func (f *File) Questions() int {
	n := 0
	if len(f.Offices) > 0 {
		n++
	}
	for i := range f.Entries {
		if !f.Entries[i].Ask.Empty() {
			n++
		}
	}
	return n
}

// width bounds the lines of the file; what cannot be broken is longer.
const width = 110

// writer puts lines of YAML together.
type writer struct {
	b    strings.Builder
	lang text.Lang
}

func (w *writer) line(indent int, s string) {
	w.b.WriteString(strings.Repeat(" ", indent) + s + "\n")
}

// comment writes a text as comment lines of bounded length.
func (w *writer) comment(indent int, t text.Text) {
	prefix := strings.Repeat(" ", indent) + "#"
	line := prefix
	for _, word := range strings.Fields(printable(t.In(w.lang))) {
		if len(line)+1+len(word) > width && line != prefix {
			w.b.WriteString(line + "\n")
			line = prefix
		}
		line += " " + word
	}
	w.b.WriteString(line + "\n")
}

// printable keeps comments on their line: names of files and headings may hold
// anything.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && control(r) {
			return ' '
		}
		return r
	}, s)
}

// control reports a character that YAML does not take as it is, or that breaks
// a line.
func control(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff
}

// Quote writes a text as a YAML scalar that reads back as that text, whatever
// is in it.
func Quote(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case control(r):
			b.WriteString(hex(r))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func hex(r rune) string {
	const digits = "0123456789abcdef"
	return `\u` + string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}

// plain reports a text of letters, digits and single blanks that YAML takes for
// nothing else: no number, no date, no word of its own.
func plain(s string) bool {
	if s == "" || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf":
		return false
	}
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if i == 0 && !letter {
			return false
		}
		if !letter && (r < '0' || r > '9') && !strings.ContainsRune(" _/.()-", r) {
			return false
		}
	}
	return true
}
