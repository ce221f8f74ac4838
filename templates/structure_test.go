package templates

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/templates/internal/example"
)

func TestStructure(t *testing.T) {
	for _, lang := range languages {
		for name, doc := range pages(t, example.Result(), Options{Lang: lang}) {
			checkStructure(t, name, doc)
		}
	}
}

func checkStructure(t *testing.T, name string, doc *html.Node) {
	t.Helper()
	ids := map[string]bool{}
	level := 0
	each(doc, func(e *html.Node) {
		if id, ok := attr(e, "id"); ok {
			if ids[id] {
				t.Errorf("%s: id %q twice", name, id)
			}
			ids[id] = true
		}
		if len(e.Data) == 2 && e.Data[0] == 'h' && e.Data[1] >= '1' && e.Data[1] <= '6' {
			now := int(e.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s: heading %q skips a level", name, said(e))
			}
			level = now
		}
		if e.Data == "table" && (len(all(e, "caption")) != 1 || len(all(e, "th")) == 0) {
			t.Errorf("%s: table without caption or head", name)
		}
		if _, ok := attr(e, "scope"); e.Data == "th" && !ok {
			t.Errorf("%s: th %q without scope", name, said(e))
		}
		if class, _ := attr(e, "class"); class == "scroll" {
			label, _ := attr(e, "aria-label")
			if _, ok := attr(e, "tabindex"); !ok || label == "" {
				t.Errorf("%s: scrolling box without focus or name", name)
			}
		}
	})
	for _, a := range all(doc, "a[href]") {
		if href, _ := attr(a, "href"); strings.HasPrefix(href, "#") && !ids[href[1:]] {
			t.Errorf("%s: link to nothing: %s", name, href)
		}
	}
	for _, want := range []string{"h1", "main", "nav", "footer"} {
		if n := len(all(doc, want)); n != 1 {
			t.Errorf("%s: %d %s", name, n, want)
		}
	}
	if lang, _ := attr(all(doc, "html")[0], "lang"); lang != "id" && lang != "en" {
		t.Errorf("%s: lang %q", name, lang)
	}
}

// executable lists the scripts that run; data blocks are not among them.
func executable(doc *html.Node) []*html.Node {
	var out []*html.Node
	for _, s := range all(doc, "script") {
		if kind, _ := attr(s, "type"); kind != "application/json" {
			out = append(out, s)
		}
	}
	return out
}

func TestPolicyAllowsItsScriptsOnly(t *testing.T) {
	doc := dossier(t)
	meta := all(doc, "meta[http-equiv=Content-Security-Policy]")
	content, _ := attr(meta[0], "content")
	scripts := executable(doc)
	if strings.Count(content, "'sha256-") != len(scripts) || !strings.HasPrefix(content, "default-src 'none';") {
		t.Errorf("policy = %s for %d scripts", content, len(scripts))
	}
	for _, s := range scripts {
		sum := sha256.Sum256([]byte(s.FirstChild.Data))
		if !strings.Contains(content, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			t.Error("a script is not in the policy")
		}
	}
	for _, s := range all(doc, "script[type=application/json]") {
		if !json.Valid([]byte(s.FirstChild.Data)) {
			t.Errorf("data block is not JSON: %.60s", s.FirstChild.Data)
		}
	}
	each(doc, func(e *html.Node) {
		for _, a := range e.Attr {
			outward := strings.Contains(a.Val, "//") && !strings.HasPrefix(a.Key, "xmlns")
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || outward && (a.Key == "href" || a.Key == "style") {
				t.Errorf("%s %s=%.60q", e.Data, a.Key, a.Val)
			}
		}
	})
}

func TestCompactIsStatic(t *testing.T) {
	full, err := Pages(example.Result(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	small, err := Pages(example.Result(), Options{Compact: true})
	if err != nil {
		t.Fatal(err)
	}
	doc := parse(t, small[0].Data)
	if len(executable(doc)) != 1 || len(all(doc, "[data-chart]")) != 0 {
		t.Error("a compact page has interactive charts")
	}
	if len(all(doc, "figure.chart")) != len(all(parse(t, full[0].Data), "figure.chart")) {
		t.Error("a compact page has fewer charts")
	}
	if len(small[0].Data) > 400_000 {
		t.Errorf("compact page of %d bytes", len(small[0].Data))
	}
}
