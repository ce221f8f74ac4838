package templates

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/analysis/result"
	"rapor/templates/internal/example"
)

// payloads are texts that have broken report writers.
var payloads = []string{
	`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`,
	`</style><b>x</b>`, `</title><svg onload=alert(1)>`, `<!--`, `]]>`, `{{.Title}}`, `javascript:alert(1)`,
	`__f__(alert(1))__f__`, "\u202egpj.exe\u2066", "`${alert(1)}`", "\\\"};alert(1)//", "a\nb;}</style>", "&lt;b&gt;&amp;",
	strings.Repeat("panjang", 1500),
}

// poisonable are fields of plain strings that come from data or from a
// configuration; texts in two languages and labels are all poisoned too.
var poisonable = []string{"Name", "Class", "Code", "Place", "Head", "HeadTitle", "NIP", "Letterhead", "Address",
	"SHA256", "Format", "Encoding", "Delimiter", "Detail", "Column", "Shown", "Hint", "Layout", "Version"}

// poison appends a payload to every text in the value.
func poison(v reflect.Value, field, with string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type().Elem().PkgPath() != "math/big" {
			poison(v.Elem(), field, with)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), field, with)
		}
	case reflect.Struct:
		if q, ok := v.Interface().(result.Quantity); ok && q.Unit == result.Label && q.Label != "" {
			v.FieldByName("Label").SetString(q.Label + with)
		}
		text := v.Type() == reflect.TypeFor[result.Text]()
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if text && (name == "ID" || name == "EN") && v.Field(i).String() != "" {
				v.Field(i).SetString(v.Field(i).String() + with)
				continue
			}
			poison(v.Field(i), name, with)
		}
	case reflect.String:
		if v.Type().Kind() == reflect.String && v.String() != "" && slices.Contains(poisonable, field) {
			v.SetString(v.String() + with)
		}
	}
}

// shape lists elements with their attribute names outside of drawings.
func shape(doc *html.Node) []string {
	var out []string
	each(doc, func(e *html.Node) {
		if inside(e, "svg") {
			return
		}
		line := e.Data
		for _, a := range e.Attr {
			line += " " + a.Key
		}
		out = append(out, line)
	})
	return out
}

// drawn are the only elements and attributes that drawings may hold.
var (
	drawnTag  = regexp.MustCompile(`^(svg|g|path|rect|circle|line|polyline|polygon|text|tspan|title|desc|defs|clippath|clipPath|pattern|symbol|use|style|linearGradient|stop)$`)
	drawnAttr = regexp.MustCompile(`^on|^(xlink:)?href$`)
)

func TestHostileTextsStayText(t *testing.T) {
	clean := example.Result()
	poison(reflect.ValueOf(clean), "", "x")
	want := map[string][]string{}
	for name, doc := range pages(t, clean, Options{}) {
		want[name] = shape(doc)
	}
	for _, payload := range payloads {
		r := example.Result()
		poison(reflect.ValueOf(r), "", payload)
		for name, doc := range pages(t, r, Options{}) {
			got := shape(doc)
			if !slices.Equal(got, want[name]) {
				for i := range got {
					if i >= len(want[name]) || got[i] != want[name][i] {
						t.Fatalf("%.40q changes %s: element %d is %q", payload, name, i, got[i])
					}
				}
				t.Fatalf("%.40q changes %s: %d elements, want %d", payload, name, len(got), len(want[name]))
			}
			checkDrawings(t, doc, payload)
			if text := readable(doc); !strings.Contains(text, strings.Join(strings.Fields(payload), " ")) {
				t.Errorf("%.40q is nowhere to be read", payload)
			}
		}
	}
}

func checkDrawings(t *testing.T, doc *html.Node, payload string) {
	t.Helper()
	each(doc, func(e *html.Node) {
		if !inside(e, "svg") {
			return
		}
		if !drawnTag.MatchString(e.Data) {
			t.Errorf("%.40q puts <%s> into a drawing", payload, e.Data)
		}
		for _, a := range e.Attr {
			if drawnAttr.MatchString(a.Key) && !strings.HasPrefix(a.Val, "#i-") {
				t.Errorf("%.40q puts %s=%q into a drawing", payload, a.Key, a.Val)
			}
		}
	})
}

func TestHostileNamesMakeNoLinks(t *testing.T) {
	r := example.Result()
	bad := `javascript:alert(1)//" onclick="x`
	for i := range r.Indicators {
		r.Indicators[i].ID += bad
	}
	for d := range r.Documents {
		for i := range r.Documents[d].Headlines {
			r.Documents[d].Headlines[i] += bad
		}
		for s := range r.Documents[d].Sections {
			r.Documents[d].Sections[s].ID += bad
			for i := range r.Documents[d].Sections[s].Indicators {
				r.Documents[d].Sections[s].Indicators[i] += bad
			}
		}
	}
	for name, doc := range pages(t, r, Options{}) {
		checkStructure(t, name, doc)
		for _, a := range all(doc, "a[href]") {
			if href, _ := attr(a, "href"); !strings.HasPrefix(href, "#") {
				t.Errorf("%s: link to %q", name, href)
			}
		}
	}
	e := EntryOf(r)
	e.Documents[0].Href = "javascript:alert(1)"
	data, err := Index([]Entry{e}, languages[0])
	if err != nil || strings.Contains(string(data), `href="javascript:`) {
		t.Errorf("overview links to a script: %v", err)
	}
}
