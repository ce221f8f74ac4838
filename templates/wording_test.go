package templates

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapor/templates/internal/wording"
)

var (
	// A text used by its full key: t "key" in a page, any quoted "key" in
	// code (lists of keys included).
	inPage = regexp.MustCompile(`\bt "([a-z_.]+)"`)
	inCode = regexp.MustCompile(`Say\("([a-z_.]+)"[,)]`)
	quoted = regexp.MustCompile(`"([a-z_]+(?:\.[a-z_]+)*)"`)
	// A text whose key ends in a code from the result: Say("verdict." + code).
	prefix = regexp.MustCompile(`(?:Say|Maybe)\("([a-z_.]+\.)" ?\+`)
)

// TestEveryTextIsUsed reads the sources of all outputs: a key they ask for
// must be in the catalogue, and a key of the catalogue must be asked for.
func TestEveryTextIsUsed(t *testing.T) {
	asked, seen, prefixes := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, pattern := range []string{"*.html", "*.go", "workbook/*.go", "tabular/*.go", "internal/plain/*.go"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			collect := func(re *regexp.Regexp, into map[string]bool) {
				for _, m := range re.FindAllStringSubmatch(string(data), -1) {
					into[m[1]] = true
				}
			}
			collect(inPage, asked)
			collect(inCode, asked)
			collect(prefix, prefixes)
			collect(quoted, seen)
		}
	}
	known := map[string]bool{}
	for _, key := range wording.Keys() {
		known[key] = true
		used := asked[key] || seen[key]
		for p := range prefixes {
			used = used || strings.HasPrefix(key, p)
		}
		if !used {
			t.Errorf("text %q is not used", key)
		}
	}
	for key := range asked {
		if !known[key] {
			t.Errorf("text %q is not in the catalogue", key)
		}
	}
	for p := range prefixes {
		found := false
		for key := range known {
			found = found || strings.HasPrefix(key, p)
		}
		if !found {
			t.Errorf("no text begins with %q", p)
		}
	}
	if len(asked) < 80 || len(prefixes) < 8 {
		t.Errorf("only %d texts and %d prefixes found: the search is broken", len(asked), len(prefixes))
	}
}
