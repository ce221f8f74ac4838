package layout

import (
	"slices"
	"strings"

	"rapor/ingest/vocabulary"
)

// holds reports that a row's code or span of time holds another's.
func (c *candidate) holds(part *candidate) bool {
	switch {
	case c.code != "" && part.code != "":
		return len(part.code) > len(c.code) && strings.HasPrefix(part.code, c.code)
	case c.from >= 0 && part.from >= 0:
		return c.from <= part.from && part.to <= c.to && c.to-c.from > part.to-part.from
	}
	return false
}

// above reports that a row of a tree may stand above another although its code
// does not begin with its code: programmes, outputs and accounts are numbered
// each in their own way.
func (c *candidate) above(part *candidate) bool {
	return c.code != "" && part.code != "" && shape(c.code) != shape(part.code)
}

// namedRows is how many rows of a table have their names held against one another.
const namedRows = 1000

// names reports that the name of a row is that of a group to which the other
// belongs: "Asia" beside countries, "Paspor" beside "Paspor Elektronik",
// "Perlintasan" beside "Kedatangan".
func (c *candidate) names(part *candidate) bool {
	switch {
	case c.label == "" || part.label == "" || part.group || c.code != "" || part.code != "":
		return false // codes say it better
	case c.group:
		return true
	}
	return vocabulary.Inside(part.label, c.label)
}

// groupOf reports the name of a group in a column of its members.
func groupOf(field, t string) bool {
	switch field {
	case "nationality":
		if f := fold(t); f == "timur tengah" || f == "middle east" {
			return true
		}
		words := slices.DeleteFunc(vocabulary.Tokens(t), func(w string) bool { return regionWords[w] == 1 })
		return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return regionWords[w] != 2 })
	case "type":
		words := vocabulary.Tokens(t)
		return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !allActs[w] })
	}
	return false
}

// regionWords are the words of parts of the world: 1 says which part of a
// region, 2 is its name.
var regionWords = func() map[string]int {
	out := map[string]int{}
	for w := range strings.FieldsSeq(`benua kawasan wilayah negara region continent dan and the tenggara timur tengah barat utara
		selatan latin pasifik pacific southeast south east north west eastern western southern northern central uni union negara
		countries anggota warga wn member states`) {
		out[w] = 1
	}
	for w := range strings.FieldsSeq(`asia eropa afrika amerika oseania oceania asean europe africa america americas schengen
		asiapasifik timteng mideast`) {
		out[w] = 2
	}
	return out
}()

// allActs are the words of all acts together.
var allActs = set("tak tindakan administratif keimigrasian administrative action actions immigration")

// shape is a code with every digit and every letter alike.
func shape(code string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= '0' && c <= '9':
			return '0'
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			return 'A'
		}
		return c
	}, code)
}

// codeOf is the number of an account or of a node before its name, "" when it
// has none: "511111 Gaji" or "2377.EBA".
func codeOf(s string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	if word == "" || word[0] < '0' || word[0] > '9' {
		return ""
	}
	return strings.TrimRight(word, ".:-")
}
