package vocabulary

import (
	"slices"
	"strings"
	"unicode"
)

// Verdict is how surely a text says something.
type Verdict uint8

const (
	// Blank says nothing, or that nothing is known.
	Blank Verdict = iota
	// Sure says what Meanings lists.
	Sure
	// Off names something that was called off, put off, planned, lifted,
	// negated or failed: none of it is the case.
	Off
	// Unsure says something that is not surely known.
	Unsure
)

// Reading is what a text says in a field. Meanings are in the order of the
// text, each once; they stand only in what is sure.
type Reading struct {
	Verdict  Verdict
	Meanings []string
}

// Meaning is the meaning of a text that has one, "" for any other.
func (r Reading) Meaning() string {
	if r.Verdict == Sure && len(r.Meanings) == 1 {
		return r.Meanings[0]
	}
	return ""
}

// token is a word and what stands between it and the word before it.
type token struct {
	text string
	link link
}

// link is how strongly two parts of a text are held apart.
type link uint8

const (
	none  link = iota
	soft       // "Prioritas: tidak", "Deportasi (batal)"
	hard       // a comma
	bound      // "Deportasi/Penangkalan", "dan"
	other      // "tetapi"
)

// ticks are the signs of a ticked box.
const ticks = "√✓✔☑✅🗸"

// tokens splits a text into words, in lower case, with what stands between them.
func tokens(s string) []token {
	var out []token
	link, word := none, []rune{}
	flush := func() {
		if len(word) > 0 {
			out = append(out, token{string(word), link})
			link, word = none, word[:0]
		}
	}
	text := []rune(s)
	for i, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			word = append(word, unicode.ToLower(c))
			continue
		case c == '\'' || c == '’':
			continue
		}
		long := len(word) > 3 || len(word) == 0
		flush()
		switch {
		case strings.ContainsRune(ticks, c):
			out, link = append(out, token{"√", link}), none
		case c == '?':
			out, link = append(out, token{"?", link}), none
		case strings.ContainsRune(",;\n", c), c == '.' && long && (i+1 == len(text) || unicode.IsSpace(text[i+1])):
			link = max(link, hard)
		case strings.ContainsRune("/+&|", c):
			link = max(link, bound)
		case strings.ContainsRune(":()[]–—>=", c), c == '-' && (i == 0 || unicode.IsSpace(text[i-1])):
			link = max(link, soft)
		}
	}
	flush()
	return out
}

// said is one phrase of a text.
type said struct {
	name    string
	mods    []string
	dropped bool // an aim, or what was before
}

// clause is the part of a text between two joints.
type clause struct {
	link   link
	said   []said
	or     bool     // held apart by "atau"
	before bool     // its modifiers stand before its phrases
	after  bool     // or behind them
	bare   []string // modifiers of a clause without a phrase
}

// Read reads a text as phrases of the field.
func (p *Phrases) Read(s string) Reading {
	list := tokens(s)
	if t := strings.TrimSpace(s); len(list) == 0 || t == `\N` {
		if p.dash && strings.Trim(t, "-–—") == "" && t != "" {
			return Reading{Sure, []string{"no"}}
		}
		return Reading{}
	}
	if p.counts {
		if r, ok := counted(list); ok {
			return r
		}
	}
	var together strings.Builder
	for _, t := range list {
		together.WriteString(t.text)
	}
	if name, ok := p.whole[together.String()]; ok {
		if name == "" {
			return Reading{}
		}
		return Reading{Sure, []string{name}}
	}
	r := parser{p: p, list: list}
	return r.run()
}

// Guess is the only meaning that phrases within a text have, for one that Read
// does not surely understand; "" where there are several or none, or where the
// text turns or doubts what it names. It is a proposal, never a reading.
func (p *Phrases) Guess(s string) string {
	r, found := parser{p: p, list: tokens(s)}, ""
	for i := 0; i < len(r.list); {
		e, n := r.match(i)
		switch {
		case n == 0:
			n = 1
		case e.class == meaning && (found == "" || found == e.name):
			found = e.name
		case e.class != filler && e.class != of:
			return ""
		}
		i += n
	}
	return found
}

// counted reads "2", "3x", "0 kali" as yes or no.
func counted(list []token) (Reading, bool) {
	n := strings.TrimRight(list[0].text, "x")
	if len(list) > 2 || strings.Trim(n, "0123456789") != "" || n == "" || len(list) == 2 && !slices.Contains([]string{"kali", "x", "times"}, list[1].text) {
		return Reading{}, false
	}
	if strings.Trim(n, "0") == "" {
		return Reading{Sure, []string{"no"}}, true
	}
	return Reading{Sure, []string{"yes"}}, true
}

// Spellings lists the ways to write each meaning, shortest first.
func (p *Phrases) Spellings(name string) []string {
	var out []string
	for _, list := range p.entries {
		for _, e := range list {
			if e.class == meaning && e.name == name {
				out = append(out, strings.Join(e.words, " "))
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(out)
}
