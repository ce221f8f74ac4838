package vocabulary

import (
	"slices"
	"strings"
)

// Source says where the words of a block of a data file are from, in both
// languages. In the files it is a line "source: Indonesian | English", which
// holds for what stands below it, up to the next.
type Source struct{ ID, EN string }

// sourceKey begins a line that names a source.
const sourceKey = "source:"

// sourceOf reads a line that names a source.
func sourceOf(line string) (s Source, ok bool) {
	body, ok := strings.CutPrefix(line, sourceKey)
	if ok {
		s.ID, s.EN, _ = strings.Cut(body, "|")
		s.ID, s.EN = strings.TrimSpace(s.ID), strings.TrimSpace(s.EN)
	}
	return s, ok
}

// Sources lists where the field's words of its meanings are from, as its files
// name them first.
func (p *Phrases) Sources() []Source { return p.sources }

// HeadingSources lists where the words of concepts are from, as the file names
// them first.
func HeadingSources(concepts ...string) []Source {
	var out []Source
	for _, c := range concepts {
		for _, s := range headings().sources[c] {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// HeadingWords lists the words that stand for a concept, in the file's order.
func HeadingWords(concept string) []string { return headings().words[concept] }
