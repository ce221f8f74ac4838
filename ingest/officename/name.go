// Package officename tells which spellings of an office's name mean one
// office: "KANIM KLS. II SERUNI", "Kantor Imigrasi Kelas 2 TPI Seruni" and
// "Imigrasi Seruni" are one, Kelas I and Kelas II of one place are two, and
// the regional office, the detention house or a passport service unit of that
// place is none of them.
//
// It is a leaf over texts: it knows nothing of records, files or settings.
// Which names stand for one office is decided from all names together, never
// from the order in which they were met (see Decide).
package officename

import (
	"strings"
	"unicode"
)

// name is an office's name taken apart. A name that does not begin as that of
// an immigration office does, or that names no place, is kept whole: it equals
// only itself.
type name struct {
	kind  string // "kanim", or "" for a name kept whole
	place string // letters and digits of what is left, without spaces
	class string // "1", "1k" (Kelas I Khusus), "2", "3"; "" where none is named
}

// immigration are the usual ways to begin the name of an immigration office,
// the longest first.
var immigration = [][]string{
	{"kantor", "imigrasi"}, {"kantor", "keimigrasian"}, {"kan", "imigrasi"}, {"ktr", "imigrasi"}, {"kanimigrasi"}, {"kanim"}, {"kantorimigrasi"}, {"imigrasi"},
}

// parse takes a name apart.
func parse(s string) name {
	words := fold(s)
	rest, ok := begins(words)
	if !ok {
		return name{place: strings.Join(words, "")}
	}
	n := name{kind: "kanim"}
	var place []string
	for i := 0; i < len(rest); i++ {
		if class, used := classAt(rest[i:]); used > 0 && n.class == "" {
			n.class = class
			i += used - 1
			continue
		}
		if port(rest[i]) || rest[i] == "non" && i+1 < len(rest) && port(rest[i+1]) {
			continue
		}
		place = append(place, rest[i])
	}
	if n.place = strings.Join(place, ""); n.place == "" {
		return name{place: strings.Join(words, "")}
	}
	return n
}

// port reports the words that say whether an office has a border checkpoint;
// they tell no two offices of one place apart.
func port(w string) bool { return w == "tpi" || w == "nontpi" }

// fold is a name in small letters, split at whatever is neither letter nor digit.
func fold(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func begins(words []string) (rest []string, ok bool) {
	for _, phrase := range immigration {
		if len(words) >= len(phrase) && strings.Join(words[:len(phrase)], " ") == strings.Join(phrase, " ") {
			return words[len(phrase):], true
		}
	}
	return nil, false
}

// classAt reads "kelas ii", "kls 2", "klsii" or "kelas i khusus" at the start
// of words, and how many words it takes; 0 when none stands there.
func classAt(words []string) (class string, used int) {
	for _, w := range []string{"kelas", "klas", "kls", "kl"} {
		glued, ok := strings.CutPrefix(words[0], w)
		if !ok {
			continue
		}
		numeral, used := glued, 1
		if glued == "" && len(words) > 1 {
			numeral, used = words[1], 2
		}
		class = numerals[numeral]
		switch {
		case class == "":
			continue
		case class == "1" && len(words) > used && (words[used] == "khusus" || words[used] == "khs"):
			return "1k", used + 1
		}
		return class, used
	}
	return "", 0
}

var numerals = map[string]string{"i": "1", "1": "1", "ii": "2", "2": "2", "iii": "3", "3": "3", "khusus": "1k"}
