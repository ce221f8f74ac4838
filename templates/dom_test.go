package templates

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/example"
)

// pages renders a result and parses what came out.
func pages(t testing.TB, r *result.Result, opt Options) map[string]*html.Node {
	t.Helper()
	files, err := Pages(r, opt)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*html.Node{}
	for _, f := range files {
		out[f.Name] = parse(t, f.Data)
	}
	return out
}

func parse(t testing.TB, data []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// dossier is the parsed award dossier of the example in Indonesian.
func dossier(t testing.TB) *html.Node {
	t.Helper()
	return pages(t, example.Result(), Options{Lang: format.ID})["penghargaan-pelayanan.html"]
}

// each calls f on every element in document order.
func each(n *html.Node, f func(*html.Node)) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			f(d)
		}
	}
}

// all finds elements by "tag", "tag.class", "tag[attr]" or "tag[attr=value]";
// an empty tag is any.
func all(n *html.Node, selector string) []*html.Node {
	tag, key, value, exact := selector, "", "", false
	if i := strings.IndexByte(selector, '['); i >= 0 {
		tag = selector[:i]
		key, value, exact = strings.Cut(strings.TrimSuffix(selector[i+1:], "]"), "=")
	} else if i := strings.IndexByte(selector, '.'); i >= 0 {
		tag, key, value = selector[:i], "class", selector[i+1:]
	}
	var out []*html.Node
	each(n, func(e *html.Node) {
		if tag != "" && e.Data != tag {
			return
		}
		got, ok := attr(e, key)
		switch {
		case key == "":
		case !ok:
			return
		case key == "class" && !exact:
			if !strings.Contains(" "+got+" ", " "+value+" ") {
				return
			}
		case exact && got != value:
			return
		}
		out = append(out, e)
	})
	return out
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// said is the text of a node, blanks collapsed.
func said(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// readable is the text a reader sees, without scripts and styles.
func readable(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" && d.Parent.Data != "style" {
			b.WriteString(d.Data + " ")
		}
		if d.Type == html.ElementNode {
			label, _ := attr(d, "aria-label")
			b.WriteString(label + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// inside reports whether a node stands in an element of the given tag.
func inside(n *html.Node, tag string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == tag {
			return true
		}
	}
	return false
}
