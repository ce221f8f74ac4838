package markup

import (
	"regexp"
	"slices"
	"strings"
)

// What a page does not show is no content of its cells: programs write the key
// that a column is sorted by before the date that is read.

// invisible is what a declaration says that takes a text out of sight.
var invisible = regexp.MustCompile(`(?i)(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|` +
	`font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$))`)

// visible is a declaration that brings back what an earlier one took away.
var visible = regexp.MustCompile(`(?i)(?:^|[;\s{])(?:display\s*:\s*[a-z]|visibility\s*:\s*visible)`)

// unseen are the classes by which the common style sheets take texts out of
// sight; those sheets stand in files of their own, which an export lacks.
var unseen = map[string]bool{"sr-only": true, "visually-hidden": true, "screen-reader-text": true,
	"d-none": true, "hidden": true,
	"hide": true, "is-hidden": true, "is-sr-only": true, "ui-helper-hidden": true, "ui-helper-hidden-accessible": true}

// selector is the last part of a selector of a style sheet: td.key#a.
type selector struct {
	tag, id string
	classes []string
	hides   bool
}

var selectorPart = regexp.MustCompile(`^([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)$`)

// selectorOf reads one selector; those with states and attributes, which hold
// for some elements only, are left alone.
func selectorOf(s string) (selector, bool) {
	parts := strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" \t\r\n>+~", c) })
	if len(parts) == 0 {
		return selector{}, false
	}
	m := selectorPart.FindStringSubmatch(parts[len(parts)-1])
	if m == nil || m[0] == "" || m[0] == "*" {
		return selector{}, false
	}
	out := selector{tag: strings.ToLower(strings.TrimPrefix(m[1], "*"))}
	for rest := m[2]; rest != ""; {
		end := strings.IndexAny(rest[1:], ".#") + 1
		if end == 0 {
			end = len(rest)
		}
		if rest[0] == '#' {
			out.id = rest[1:end]
		} else {
			out.classes = append(out.classes, rest[1:end])
		}
		rest = rest[end:]
	}
	return out, true
}

// cover notes the selectors of a rule that hides, and of one that shows again.
func (s *sheetStyle) cover(selectors, body string) {
	hides := invisible.MatchString(body)
	if !hides && !visible.MatchString(body) {
		return
	}
	for one := range strings.SplitSeq(selectors, ",") {
		if x, ok := selectorOf(one); ok && (hides || len(x.classes) > 0 || x.id != "") {
			x.hides = hides
			s.covers = append(s.covers, x)
		}
	}
}

// hides reports an element that is not shown by its classes, its id or its tag;
// the last rule that speaks of it holds.
func (s *sheetStyle) hides(tag string, a attributes) bool {
	class, _ := a.get("class")
	id, _ := a.get("id")
	classes := strings.Fields(class)
	for i := len(s.covers) - 1; i >= 0; i-- {
		x := &s.covers[i]
		if (x.tag == "" || x.tag == tag) && (x.id == "" || x.id == id) &&
			!slices.ContainsFunc(x.classes, func(c string) bool { return !slices.Contains(classes, c) }) {
			return x.hides
		}
	}
	wide := slices.ContainsFunc(classes, func(c string) bool { // shown again on wide screens
		return strings.HasPrefix(c, "d-") && c != "d-none" || strings.HasPrefix(c, "visible")
	})
	return !wide && slices.ContainsFunc(classes, func(c string) bool { return unseen[c] })
}

// screenOnly takes the rules for paper and for narrow screens out of a style
// sheet.
func screenOnly(css string) string {
	for {
		i := strings.Index(css, "@media")
		if i < 0 {
			return css
		}
		open := strings.IndexByte(css[i:], '{')
		if open < 0 {
			return css[:i]
		}
		query, rest := strings.TrimSpace(strings.ToLower(css[i+len("@media"):i+open])), css[i+open+1:]
		end, depth := len(rest), 1
		for k := range len(rest) {
			switch rest[k] {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth == 0 {
				end = k
				break
			}
		}
		inside := rest[:end]
		if query != "screen" && query != "all" {
			inside = ""
		}
		css = css[:i] + inside + rest[min(end+1, len(rest)):]
	}
}

// veil is the element that hides the text read now, with how many of its name
// are open inside of each other; "" for none.
type veil struct {
	tag  string
	deep int
}

// down notes the start of an element, which may hide what it holds.
func (v *veil) down(tag string, hidden bool) {
	switch {
	case v.tag == tag && v.tag != "":
		v.deep++
	case v.tag == "" && hidden && !void[tag]:
		v.tag, v.deep = tag, 1
	}
}

// up notes the end of an element.
func (v *veil) up(tag string) {
	if v.tag != tag || v.tag == "" {
		return
	}
	if v.deep--; v.deep == 0 {
		v.tag = ""
	}
}

// void are the elements that hold nothing and have no end; those of tables have
// accounts of their own.
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true,
	"img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true, "table": true, "thead": true,
	"tbody": true, "tfoot": true,
	"tr": true, "td": true, "th": true, "caption": true, "colgroup": true, "html": true, "body": true,
	"script": true, "style": true,
	"title": true}
