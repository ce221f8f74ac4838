package review

import (
	"regexp"
	"slices"
	"strings"

	"rapor/ingest/text"
)

// sample is a value that only shows the form, as remedies do.
var sample = regexp.MustCompile(`"(\d{4})(-\d\d-\d\d)?"`)

// opening finds "key: " in the words of a problem.
var opening = regexp.MustCompile(`\b([a-z_]+): `)

const entryMark = "sources: ["

// optionsIn reads the lines that a text names: whole entries, such as sources:
// [{glob: "a.csv", kind: ticket}], or single keys, each a way of its own. Where
// it names entries, single keys beside them are of those.
func optionsIn(said string) []option {
	var out []option
	add := func(o option) {
		if len(o) > 0 && !slices.ContainsFunc(out, func(x option) bool { return slices.Equal(x, o) }) {
			out = append(out, o)
		}
	}
	rest := said
	for {
		at := strings.Index(rest, entryMark)
		if at < 0 {
			break
		}
		body, end := balanced(rest[at+len(entryMark)-1:])
		add(entryOf(body))
		rest = rest[:at] + rest[at+len(entryMark)-1+end:]
	}
	for _, l := range keysIn(rest) {
		for _, one := range l.choices() {
			add(option{one})
		}
	}
	return out
}

// entryOf reads the keys of [{glob: "a.csv", kind: ticket}], but for the glob.
func entryOf(list string) option {
	list = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(list, "["), "]"))
	return keysIn(strings.TrimSuffix(strings.TrimPrefix(list, "{"), "}"))
}

// keysIn lists the known keys of a text with their values.
func keysIn(said string) []line {
	var out []line
	for {
		m := opening.FindStringSubmatchIndex(said)
		if m == nil {
			return out
		}
		key, rest := said[m[2]:m[3]], said[m[1]:]
		value, end := valueOf(rest)
		if l := (line{key, value}); l.takes() {
			out = append(out, l)
			rest = rest[end:]
		}
		said = rest
	}
}

// valueOf takes the value at the start of a text: in brackets or quotes whole,
// else up to a space or a mark.
func valueOf(s string) (value string, end int) {
	if s != "" && strings.ContainsRune(`{["`, rune(s[0])) {
		return balanced(s)
	}
	end = strings.IndexAny(s, " ,;{}[]\"")
	if end < 0 {
		end = len(s)
	}
	return strings.TrimRight(s[:end], ".)"), end
}

// balanced takes what the first bracket or quote of a text holds, with both of
// its ends; all of the text where it never ends.
func balanced(s string) (whole string, end int) {
	depth, quote := 0, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote && c == '\\':
			i++
		case c == '"':
			quote = !quote
		case quote:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth == 0 && !quote {
			return s[:i+1], i + 1
		}
	}
	return s, len(s)
}

// choices takes {"Kolom": a | b} apart: each is a way of its own.
func (l line) choices() []line {
	if l.key != "columns" || !strings.Contains(l.value, " | ") {
		return []line{l}
	}
	head, fields, ok := strings.Cut(strings.TrimSuffix(l.value, "}"), ": ")
	if !ok {
		return []line{l}
	}
	var out []line
	for f := range strings.SplitSeq(fields, " | ") {
		out = append(out, line{l.key, head + ": " + strings.TrimSpace(f) + "}"})
	}
	return out
}

// withoutLines is what a text says beside the lines that it names.
func withoutLines(t text.Text) text.Text {
	if l := keysIn(t.ID); len(l) > 0 && strings.HasPrefix(t.ID, l[0].key+": ") {
		return text.Text{}
	}
	cut := func(s string) string {
		at := strings.Index(s, entryMark)
		if at < 0 {
			return s
		}
		if end := strings.LastIndex(s[:at], "; "); end >= 0 {
			return s[:end]
		}
		return ""
	}
	return text.T(cut(t.ID), cut(t.EN))
}
