// Package vocabulary knows the words of the domain as data: which labels of a
// grouping column are terms that any office uses, and not a name, a remark or
// whatever else was typed into the column.
//
// It is a leaf: it knows no layouts, records or reports.
package vocabulary

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/words.txt
var wordList string

//go:embed data/countries.txt
var countryList string

// Fields whose labels are judged; others have no vocabulary of their own and
// are judged by words.
const (
	Nationality = "nationality"
	Article     = "article"
	Office      = "office"
	Account     = "account"
)

// Known reports whether a label is a term of its field: a country, an article
// of a law, an account code, an immigration office, or words of the domain alone.
func Known(field, label string) bool {
	tokens := Tokens(label)
	if len(tokens) == 0 {
		return false
	}
	switch field {
	case Nationality:
		return countries()[strings.Join(tokens, " ")]
	case Article:
		return article.MatchString(strings.Join(tokens, " "))
	case Account:
		return account.MatchString(strings.Join(tokens, ""))
	case Office:
		return office.MatchString(strings.Join(tokens, " "))
	}
	spoken := phraseWords(field)
	for _, t := range tokens {
		if !words()[t] && !spoken[t] && !digits(t) {
			return false
		}
	}
	return countDigits(label) <= 4 // "48 halaman", "2016"; more, in whatever groups, may be a person's
}

// Tokens splits a label into its words: letters and digits in lower case.
func Tokens(label string) []string {
	return strings.FieldsFunc(strings.ToLower(label), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

var (
	account = regexp.MustCompile(`^\d{2,8}$`)
	article = regexp.MustCompile(`^(pasal|psl|article|art) \d{1,3}[a-z]?( (ayat|ay|paragraph|huruf|angka|letter|jo|juncto|dan|uu|no|nomor|tahun|` +
		`pasal|[a-z]|\d{1,4}|[ivx]{1,4}))*$`)
	office = regexp.MustCompile(`^(kantor|kanim|kanwil|imigrasi|immigration|rudenim|rumah detensi|ulp|ukk|unit (layanan|kerja))( [\p{L}\d]+){0,9}$`)
)

// digits lets short numbers stand beside words ("48 halaman"); longer ones
// may be a person's.
func digits(t string) bool {
	if len(t) > 3 {
		return false
	}
	for _, r := range t {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

var words = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(wordList) {
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, sourceKey) {
			for _, w := range strings.Fields(line) {
				out[w] = true
			}
		}
	}
	return out
})

// labels are the fields whose labels are read as phrases and printed too.
var labels = map[string]string{"act": Act, "outcome": Outcome}

// phraseWords are the words of a field's own phrases, nil for other fields.
func phraseWords(field string) map[string]bool {
	of, ok := labels[field]
	if !ok {
		return nil
	}
	return PhrasesOf(of).spoken
}

var countries = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(countryList) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, sourceKey) {
			continue
		}
		for name := range strings.SplitSeq(line, "|") {
			out[strings.Join(Tokens(name), " ")] = true
		}
	}
	return out
})
