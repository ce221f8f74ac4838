package layout

import (
	"fmt"
	"slices"
	"strings"

	"rapor/ingest/reject"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// UnknownWord is a word of a table that its field does not surely know: how
// many rows it costs a field, or costs altogether, and what it may mean.
type UnknownWord struct {
	Field  string // as FieldTerms names it
	Header string // its column as the office heads it
	Word   string // as written; "***" for one that looks like a person's number
	Rows   int64
	// Rejected says that the rows were not used; else they count without the field.
	Rejected bool
	// Proposed is a meaning that the word seems to have, "" where none does. It
	// is only ever offered to a person.
	Proposed string
	Meanings []string // all that the field knows, as MeaningsOf lists them
}

// Line is the line for the table's entry under sources of rapor.yaml that says
// what the word means, ready to paste; where nothing is proposed it says that
// nothing is known.
func (u *UnknownWord) Line() string {
	is := u.Proposed
	if is == "" {
		is = Unsaid
	}
	return "words: {" + YAML(u.Header) + ": {" + YAML(u.Word) + ": " + YAML(is) + "}}"
}

// YAML writes a text so that YAML reads it back, on one line and within braces.
func YAML(s string) string {
	plain := s != "" && s[0] != ' ' && s[len(s)-1] != ' '
	for _, c := range s {
		plain = plain && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ' ' || c > 127 && c != '\u00a0')
	}
	if plain && !slices.Contains([]string{"y", "n", "yes", "no", "true", "false", "on", "off", "null"},
		strings.ToLower(s)) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}

// UnknownWords lists the words that the fields of the table do not surely know,
// once the table was read: those of most rows first.
func (p *Plan) UnknownWords() []UnknownWord { return p.unknown }

// noteUnknown lists the unknown words of the table that was read.
func (r *runner) noteUnknown() {
	for rejected, words := range map[bool]*unclearWords{false: &r.bag.words, true: &r.lostWords} {
		for _, w := range words.list {
			u := r.unknown(w.doubtful)
			u.Rows, u.Rejected = w.n, rejected
			r.p.unknown = append(r.p.unknown, u)
		}
	}
	slices.SortFunc(r.p.unknown, func(a, b UnknownWord) int {
		if a.Rows != b.Rows {
			return int(b.Rows - a.Rows)
		}
		return strings.Compare(a.Field+a.Word, b.Field+b.Word)
	})
}

func (r *runner) unknown(d doubtful) UnknownWord {
	u := UnknownWord{Field: d.field, Header: r.heading(d.field), Word: shownWord(d.word),
		Meanings: MeaningsOf(r.p.Kind, d.field)}
	if f, ok := r.p.kind.field(d.field); ok && f.phrases != "" && u.Word != "***" {
		u.Proposed = propose(r.p.Kind, f, d.word)
	}
	return u
}

// propose guesses what a word may mean: by the only phrase in it that the field
// knows, or by the only word that is one letter off.
func propose(kind string, f *field, word string) string {
	p := vocabulary.PhrasesOf(f.phrases)
	m := p.Guess(word)
	if list := near(p, word); m == "" && len(list) == 1 {
		m = p.Read(list[0]).Meaning()
	}
	for _, is := range MeaningsOf(kind, f.name) {
		if m != "" && p.Read(is).Meaning() == m {
			return is
		}
	}
	return ""
}

// settling is how a problem with a word says what settles it.
func settling(u *UnknownWord) text.Text {
	if u.Word == "***" || len(u.Meanings) == 0 {
		return text.Text{}
	}
	line, list := u.Line(), strings.Join(u.Meanings, ", ")
	if u.Proposed != "" {
		return text.T(fmt.Sprintf("bila benar, tulis %s (pilihan lain: %s)", line, list),
			fmt.Sprintf("if that is right, write %s (other choices: %s)", line, list))
	}
	return text.T(fmt.Sprintf("tulis artinya, misalnya %s (pilihan: %s)", line, list),
		fmt.Sprintf("write what it means, such as %s (choices: %s)", line, list))
}

// lostWord counts a word for which its row was rejected, and says at its first
// row what settles it.
func (r *runner) lostWord(column, word string, row uint32) text.Text {
	for _, c := range r.p.Columns {
		f, ok := r.p.kind.field(c.Field)
		if c.Header != column || c.Field == "" || !ok || f.phrases == "" && f.typ != score {
			continue
		}
		d := doubtful{c.Field, strings.Clone(word)}
		_, met := r.lostWords.at[d]
		r.lostWords.add(d, row)
		if met {
			return text.Text{}
		}
		u := r.unknown(d)
		return settling(&u)
	}
	return text.Text{}
}

// marks are numbers that programs write where there is nothing.
var marks = []string{"-1", "-9", "-99", "-999", "-9999", "99", "999", "9999", "99999", "999999"}

// markHint proposes a mark for a number that cannot be a value of its column.
func markHint(code reject.Code, shown string) text.Text {
	s := strings.TrimSpace(shown)
	if code != reject.OutOfRange && code != reject.Negative && code != reject.BadDuration &&
		code != reject.BadTime && code != reject.BadDate ||
		!slices.Contains(marks, s) {
		return text.Text{}
	}
	line := "blank: [" + YAML(s) + "]"
	return text.T("bila "+s+" berarti tidak ada isinya, tulis "+line, "if "+s+" stands for nothing, write "+line)
}
