// Package country gives the spellings of a country one name.
package country

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/pelletier/go-toml/v2"
)

//go:embed countries.toml
var countryTable []byte

// countries maps folded spellings to the one name of a country. The table is
// part of the program and is proven to parse by a test.
var countries = sync.OnceValue(func() map[string]string {
	var t struct {
		Country []struct {
			Name    string   `toml:"name"`
			Aliases []string `toml:"aliases"`
		} `toml:"country"`
	}
	out := map[string]string{}
	if toml.Unmarshal(countryTable, &t) != nil {
		return out
	}
	for _, c := range t.Country {
		out[countryKey(c.Name)] = c.Name
		for _, a := range c.Aliases {
			out[countryKey(a)] = c.Name
		}
	}
	return out
})

// countryKey is a spelling without case, punctuation, spaces and the words
// that stand before a nationality.
func countryKey(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, w := range []string{"warga negara ", "kewarganegaraan ", "wna ", "wn. ", "wn "} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			s = rest
			break
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// Name gives the one name of a country for its spellings (Tiongkok for RRT,
// China, Cina); a name that the table does not know stands for itself, with
// its spaces put in order.
func Name(s string) string {
	if name, ok := countries()[countryKey(s)]; ok {
		return name
	}
	return strings.Join(strings.Fields(s), " ")
}
