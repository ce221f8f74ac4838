package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

// Suggest gives a value for a bad cell when there is exactly one harmless
// repair that can be read: a letter typed for a digit, a separator typed for
// another, a word with one wrong letter. It is only ever offered to a person.
func (p *Plan) Suggest(row *grid.Row, column string) string {
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Header != column || c.Field == "" || c.Personal || c.Index >= len(row.Cells) || row.Cells[c.Index].Kind != grid.Text {
			continue
		}
		return p.repair(i, strings.TrimSpace(row.Cells[c.Index].Text))
	}
	return ""
}

func (p *Plan) repair(column int, s string) string {
	f, ok := p.kind.field(p.Columns[column].Field)
	if !ok || s == "" {
		return ""
	}
	found := ""
	for _, try := range repairs(f, s) {
		if try == s || try == found {
			continue
		}
		rd := p.readers[column]
		v, ok, code := rd.parse(&grid.Cell{Text: try, Kind: grid.Text})
		if !ok || code != "" {
			continue
		}
		if f.phrases != "" && f.set(&bag{}, v) == reject.UnknownWord {
			continue
		}
		if found != "" {
			return "" // two repairs: neither is safe
		}
		found = try
	}
	return found
}

// letterForDigit are letters that are typed or scanned for digits.
var letterForDigit = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1", "|", "1")

// repairs lists what a cell may have been meant to be.
func repairs(f *field, s string) []string {
	if f.phrases != "" {
		return near(vocabulary.PhrasesOf(f.phrases), s)
	}
	out := []string{letterForDigit.Replace(s), strings.Join(strings.Fields(s), "")}
	switch f.typ {
	case clock:
		out = append(out, strings.NewReplacer(";", ".", ",", ".", "'", ".", "-", ".").Replace(s))
		if len(s) == 4 && strings.Trim(s, "0123456789") == "" {
			out = append(out, s[:2]+"."+s[2:])
		}
	case day:
		out = append(out, strings.NewReplacer("\\", "/", "|", "/", ",", "/").Replace(s))
	}
	return out
}

// near lists the words of a vocabulary at one edit from a text, one of each
// meaning.
func near(p *vocabulary.Phrases, s string) []string {
	var out []string
	folded := strings.Join(vocabulary.Tokens(s), " ")
	for _, m := range p.Meanings() {
		for _, x := range p.Spellings(m) {
			if oneEdit(folded, x) {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

// oneEdit reports whether one letter more, less or other makes the texts
// equal. Short words are never near anything.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 4 || len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
