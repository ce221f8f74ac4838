package reject

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"rapor/ingest/text"
)

// TestEveryCodeIsInTheCatalogue reads the codes from their declaration, so
// that none can be forgotten.
func TestEveryCodeIsInTheCatalogue(t *testing.T) {
	b, err := os.ReadFile("codes.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`Code = "(D\d{3})"`).FindAllStringSubmatch(string(b), -1)
	if len(declared) != len(All()) {
		t.Errorf("%d codes declared, %d described", len(declared), len(All()))
	}
	for _, m := range declared {
		if _, ok := Lookup(Code(m[1])); !ok {
			t.Errorf("%s has no entry", m[1])
		}
	}
	last := Code("")
	for _, p := range All() {
		if p.Code <= last {
			t.Errorf("%s out of order", p.Code)
		}
		last = p.Code
		for _, w := range []text.Text{p.Title, p.Cause, p.Remedy} {
			if w.ID == "" || w.EN == "" || strings.TrimSpace(w.ID) != w.ID || strings.TrimSpace(w.EN) != w.EN {
				t.Errorf("%s: text %q / %q", p.Code, w.ID, w.EN)
			}
		}
		if !strings.HasSuffix(p.Cause.ID, ".") || !strings.HasSuffix(p.Remedy.EN, ".") {
			t.Errorf("%s: cause and remedy are sentences", p.Code)
		}
	}
}
