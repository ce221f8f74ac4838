package markup

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"rapor/ingest/grid"
	"rapor/ingest/table/numberformat"
)

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)
	cssClass   = regexp.MustCompile(`\.([\w-]+)`)
	format     = regexp.MustCompile(`(?i)mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;}]*)`)
)

// sheetStyle is what a style sheet says of number formats and visibility, by
// class.
type sheetStyle struct {
	looks  map[string]grid.Look
	covers []selector // that hide or show, in their order
}

// add reads the rules of a style element.
func (s *sheetStyle) add(css string) {
	for rule := range strings.SplitSeq(screenOnly(cssComment.ReplaceAllString(css, " ")), "}") {
		selectors, body, ok := strings.Cut(rule, "{")
		if !ok {
			continue
		}
		look, has := formatLook(body)
		for _, m := range cssClass.FindAllStringSubmatch(selectors, -1) {
			if has {
				s.looks[m[1]] = look
			}
		}
		s.cover(selectors, body)
	}
}

// formatLook reads the mso-number-format of a rule or a style attribute.
func formatLook(css string) (grid.Look, bool) {
	m := format.FindStringSubmatch(css)
	if m == nil {
		return 0, false
	}
	v := strings.TrimSpace(m[1])
	if len(v) > 1 && (v[0] == '"' || v[0] == '\'') {
		v = v[1 : len(v)-1]
	}
	v = strings.Trim(unescapeCSS(v), `"'`)
	switch strings.ToLower(v) {
	case "short date", "medium date", "long date", "general date":
		return grid.Date, true
	case "short time", "medium time", "long time":
		return grid.Time, true
	case "percent":
		return grid.Percent, true
	case "text":
		return grid.AsText, true
	case "fixed", "scientific", "currency", "standard":
		return grid.General, true
	}
	return numberformat.Code(v), true
}

// unescapeCSS resolves `\@` and `\0022`.
func unescapeCSS(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		if i+5 <= len(s) && s[i+1] == '0' {
			if n, err := strconv.ParseUint(s[i+1:i+5], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 4
				continue
			}
		}
		i++
		b.WriteByte(s[i])
	}
	return b.String()
}

// attributes are those of one tag.
type attributes []html.Attribute

func (a attributes) get(name string) (string, bool) {
	for _, x := range a {
		if x.Key == name {
			return x.Val, true
		}
	}
	return "", false
}

// hidden reports an element that is not shown.
func (a attributes) hidden(s *sheetStyle, tag string) bool {
	if _, is := a.get("hidden"); is {
		return true
	}
	if css, ok := a.get("style"); ok && invisible.MatchString(css) {
		return true
	}
	return s.hides(tag, a)
}

// look is the number format of a cell.
func (a attributes) look(s *sheetStyle) grid.Look {
	if css, ok := a.get("style"); ok {
		if l, has := formatLook(css); has {
			return l
		}
	}
	if v, ok := a.get("sdnum"); ok { // LibreOffice: "1033;0;DD/MM/YYYY"
		if p := strings.SplitN(v, ";", 3); len(p) == 3 {
			return numberformat.Code(p[2])
		}
	}
	class, _ := a.get("class")
	for _, c := range strings.Fields(class) {
		if l, ok := s.looks[c]; ok {
			return l
		}
	}
	return grid.General
}

// span reads rowspan and colspan with the limits of the HTML standard.
func (a attributes) span(name string, limit int) int {
	v, _ := a.get(name)
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}
