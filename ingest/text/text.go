// Package text is a text in the two languages of the program, an error that
// can be said in both, and whole numbers grouped in thousands.
//
// It is a leaf: every package that says something to a person may use it, and
// it knows none of them. Sentences with typed values (dates, money, shares)
// are result.Text, which builds on this one; numbers with decimals and units
// are written by templates/format alone.
package text

import "strconv"

// Lang is a language of the program. The zero value is Indonesian.
type Lang string

// The languages.
const (
	ID Lang = "id"
	EN Lang = "en"
)

// Text is one text in both languages.
type Text struct {
	ID string `json:"id" toml:"id" yaml:"id"`
	EN string `json:"en" toml:"en" yaml:"en"`
}

// T makes a Text.
func T(id, en string) Text { return Text{ID: id, EN: en} }

// Same makes a Text that reads alike in both languages: a name, a code, a path.
func Same(s string) Text { return Text{ID: s, EN: s} }

// In returns the text in a language, Indonesian unless English is asked for.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.ID
}

// Empty reports whether the text says nothing in either language.
func (t Text) Empty() bool { return t.ID == "" && t.EN == "" }

// Group writes a whole number with its thousands apart, as the language does:
// 1.234.567 in Indonesian, 1,234,567 in English.
func Group(n int64, l Lang) string {
	return Digits(strconv.FormatInt(n, 10), l)
}

// Digits writes the digits of a whole number, after a minus or none, with the
// thousands apart: for numbers that are already written, or too large for Group.
func Digits(s string, l Lang) string {
	mark := byte('.')
	if l == EN {
		mark = ','
	}
	out := make([]byte, 0, len(s)+len(s)/3)
	for i := range len(s) {
		if i > 0 && s[i-1] != '-' && (len(s)-i)%3 == 0 {
			out = append(out, mark)
		}
		out = append(out, s[i])
	}
	return string(out)
}
