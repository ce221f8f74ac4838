// Package wording holds every text of the pages, the workbook and the table
// that does not come from a result, in Indonesian and English, in one
// catalogue. It knows nothing of results or of how texts are laid out.
package wording

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/text"
	"rapor/templates/format"
)

// word is one text in both languages. {0}, {1}, ... stand for values
// that are already formatted.
type word struct {
	key string
	text.Text
}

// catalogue is every text of the pages that does not come from a result, in
// both languages.
var catalogue = slices.Concat(documents, checking)

// Words looks up texts in one language.
type Words struct{ Lang format.Lang }

// Keys lists the keys of the catalogue, in its order.
func Keys() []string {
	keys := make([]string, len(catalogue))
	for i, w := range catalogue {
		keys[i] = w.key
	}
	return keys
}

// index finds a text by its key.
var index = func() map[string]word {
	out := make(map[string]word, len(catalogue))
	for _, w := range catalogue {
		out[w.key] = w
	}
	return out
}()

// Say returns the text of a key with its values put in. A key that is not in
// the catalogue gives the key itself, which a test makes impossible.
func (w Words) Say(key string, values ...string) string {
	entry, ok := index[key]
	if !ok {
		return key
	}
	said := entry.In(w.Lang)
	if len(values) == 0 {
		return said
	}
	pairs := make([]string, 0, 2*len(values))
	for i, v := range values {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", v)
	}
	return strings.NewReplacer(pairs...).Replace(said)
}

// Code is the language tag of a page.
func (w Words) Code() string {
	if w.Lang == format.EN {
		return "en"
	}
	return "id"
}

// Maybe is Say for a key that data decides, such as "verdict." and a code;
// empty when the catalogue has no such key.
func (w Words) Maybe(key string) string {
	if _, ok := index[key]; !ok {
		return ""
	}
	return w.Say(key)
}
