package vocabulary

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/headings.txt
var headingList string

// Other is the concept of a word of a heading that nothing is known of.
const Other = "?"

// longestHeading is the most words of a heading that are looked at: more are a
// question or a remark.
const longestHeading = 40

// phrase is words of a heading that stand for one concept together.
type phrase struct {
	words   []string
	concept string
	first   bool // at the beginning of a heading only
}

// headingWords holds the phrases by their first word, the longest first.
type headingWords struct {
	phrases map[string][]phrase
	parts   map[string]bool  // single words of three letters and more, for words written together
	heads   map[[3]byte]bool // their first three
	// concepts are the names of all concepts.
	concepts map[string]bool
	words    map[string][]string // concept -> its words, as the file has them
	sources  map[string][]Source // of its words
}

var headings = sync.OnceValue(func() *headingWords {
	h := &headingWords{phrases: map[string][]phrase{}, parts: map[string]bool{}, heads: map[[3]byte]bool{}, concepts: map[string]bool{},
		words: map[string][]string{}, sources: map[string][]Source{}}
	concept, source := "", Source{}
	for line := range strings.Lines(headingList) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		if s, ok := sourceOf(line); ok {
			source = s
			continue
		}
		name, list, begins := strings.Cut(line, ":")
		if begins {
			concept = strings.TrimSpace(name)
		} else {
			list = line
		}
		for text := range strings.SplitSeq(list, "|") {
			h.add(strings.TrimSpace(text), concept)
		}
		if !slices.Contains(h.sources[concept], source) {
			h.sources[concept] = append(h.sources[concept], source)
		}
	}
	for _, list := range h.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return h
})

func (h *headingWords) add(text, concept string) {
	if text == "" {
		return
	}
	text, first := strings.CutPrefix(text, "^")
	words := strings.Fields(text)
	h.concepts[concept] = true
	h.words[concept] = append(h.words[concept], text)
	h.phrases[words[0]] = append(h.phrases[words[0]], phrase{words, concept, first})
	if len(words) == 1 && len(text) >= 3 {
		h.parts[text], h.heads[[3]byte([]byte(text))] = true, true
	}
}

// Concepts reads a heading as the concepts that its words stand for, in their
// order, without words that say nothing; Other for each that is not known.
// some reports that anything is known.
func Concepts(heading string) (list []string, some bool) {
	h := headings()
	words := h.split(heading)
	if len(words) > longestHeading {
		words = words[:longestHeading]
	}
	for i := 0; i < len(words); {
		p := h.at(words, i)
		if p == nil {
			list = append(list, Other)
			i++
			continue
		}
		i += len(p.words)
		if p.concept != "fill" {
			list = append(list, p.concept)
			some = true
		}
	}
	return list, some
}

// UnknownWords lists the words of a heading that stand for nothing known, as they
// are looked up; numbers are none.
func UnknownWords(heading string) []string {
	h := headings()
	words := h.split(heading)
	words = words[:min(len(words), longestHeading)]
	var out []string
	for i := 0; i < len(words); {
		if p := h.at(words, i); p != nil {
			i += len(p.words)
			continue
		}
		if w := words[i]; len(w) > 1 && strings.Trim(w, "0123456789") != "" {
			out = append(out, w)
		}
		i++
	}
	return out
}

// Speaks reports that some word of a text may be known; Concepts of others says
// nothing. It costs little: most texts that are looked at are no headings.
func Speaks(heading string) bool {
	h := headings()
	var word [maxWord]byte
	n := 0
	known := func() bool {
		w := word[:n]
		n = 0
		return len(w) > 0 && (len(h.phrases[string(w)]) > 0 || len(w) >= shortestTogether && h.begins(w))
	}
	lower := false
	for i := 0; i < len(heading); i++ {
		c := heading[i]
		upper := c >= 'A' && c <= 'Z'
		switch {
		case c == '%', c == '#':
			return true
		case upper && lower, !upper && (c < 'a' || c > 'z') && (c < '0' || c > '9'):
			if known() {
				return true
			}
		}
		lower = c >= 'a' && c <= 'z'
		if upper {
			c += 'a' - 'A'
		}
		if n < maxWord && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			word[n] = c
			n++
		}
	}
	return known()
}

// begins reports a word that may be known ones written together.
func (h *headingWords) begins(w []byte) bool { return h.heads[[3]byte(w)] || abbreviates(w) }

// maxWord is the length of the longest word that is looked up.
const maxWord = 48

// shortestTogether is the length of the shortest word that is parted into known
// ones.
const shortestTogether = 6

// at is the longest phrase that begins at a word.
func (h *headingWords) at(words []string, i int) *phrase {
	list := h.phrases[words[i]]
	for k := range list {
		p := &list[k]
		if n := len(p.words); i+n <= len(words) && (i == 0 || !p.first) && slices.Equal(p.words, words[i:i+n]) {
			return p
		}
	}
	return nil
}

// split parts a heading into its words in lower case: at blanks and signs, at
// capitals inside a word ("waktuPanggil"), and where known words were written
// together ("nomorantrean"). A sign of percent and a number sign are words; a
// number before the text ("1.", "U1", "Q1 -") only counts it.
func (h *headingWords) split(heading string) []string {
	var out []string
	for _, w := range rawWords(heading) {
		if _, known := h.phrases[w]; !known && len(w) >= shortestTogether {
			if parts := h.together(w); parts != nil {
				out = append(out, parts...)
				continue
			}
			if parts := h.shortened(w); parts != nil {
				out = append(out, parts...)
				continue
			}
		}
		out = append(out, w)
	}
	return numberless(out)
}

// rawWords are the words of a text as signs and capitals part them.
func rawWords(s string) []string {
	var out []string
	var w []rune
	end := func() {
		if len(w) > 0 {
			out = append(out, strings.ToLower(string(w)))
			w = w[:0]
		}
	}
	var last rune
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if unicode.IsUpper(r) && unicode.IsLower(last) {
				end()
			}
			w = append(w, r)
		case strings.ContainsRune("%#<>=+±≥≤Σ", r):
			end()
			out = append(out, string(r))
		default:
			end()
		}
		last = r
	}
	end()
	return out
}

// numberless takes the number of a question off: "1. Persyaratan",
// "U1 Persyaratan", "Persyaratan (U1)", "Unsur 1".
func numberless(words []string) []string {
	if len(words) < 2 {
		return words
	}
	if counts(words[0]) {
		words = words[1:]
	} else if (words[0] == "unsur" || words[0] == "pertanyaan" || words[0] == "soal") && len(words) > 2 && counts(words[1]) {
		words = words[2:]
	}
	if n := len(words); n > 1 && (words[n-1] == "x" || words[n-1] == "y") {
		words = words[:n-1] // a statistics program's mark of a column of two joined tables
	}
	if n := len(words); n > 1 && len(words[n-1]) == 2 && counts(words[n-1]) && strings.ContainsAny(words[n-1][:1], "uqp") {
		words = words[:n-1]
	}
	return words
}

// counts reports the number of a question: "3", "12", "u3", "q10".
func counts(w string) bool {
	if len(w) > 1 && strings.ContainsAny(w[:1], "uqp") {
		w = w[1:]
	}
	return len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}

// together parts a word into known ones, nil where it isn't made of them alone.
func (h *headingWords) together(w string) []string {
	if w == "" {
		return []string{}
	}
	for n := len(w); n >= 3; n-- {
		if !h.parts[w[:n]] {
			continue
		}
		if rest := h.together(w[n:]); rest != nil {
			return append([]string{w[:n]}, rest...)
		}
	}
	return nil
}

// shortened parts a column name of a database whose first two letters stand for
// code, description or name: "kdakun", "urakun", "nmsatker".
func (h *headingWords) shortened(w string) []string {
	if !abbreviates(w) {
		return nil
	}
	rest := []string{w[2:]}
	if _, known := h.phrases[w[2:]]; !known {
		rest = h.together(w[2:])
	}
	if rest == nil {
		return nil
	}
	return append([]string{w[:2]}, rest...)
}

func abbreviates[T string | []byte](w T) bool {
	return len(w) >= shortestTogether && (string(w[:2]) == "kd" || string(w[:2]) == "ur" || string(w[:2]) == "nm")
}

// QuestionNumber is the number that a heading of a questionnaire consists of:
// "U3", "Q 3", "P3", "Pertanyaan 3", "Nilai Soal 3".
func QuestionNumber(heading string) (int, bool) {
	s := strings.TrimSpace(heading)
	at := len(s)
	for at > 0 && s[at-1] >= '0' && s[at-1] <= '9' {
		at--
	}
	n, err := strconv.Atoi(s[at:])
	if err != nil || n == 0 || n > 99 {
		return 0, false
	}
	before := strings.TrimRight(s[:at], " .-_:")
	return n, slices.ContainsFunc(questionWords, func(w string) bool { return strings.EqualFold(w, before) })
}

var questionWords = []string{"u", "q", "p", "unsur", "pertanyaan", "soal", "nilai soal", "nilai unsur", "nilai u", "question", "pertanyaan no", "soal no",
	"skor", "skor u", "jawaban", "item", "nilai"}

// IsConcept reports a name of a concept that words of headings stand for.
func IsConcept(name string) bool { return headings().concepts[name] }
