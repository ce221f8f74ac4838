package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapor/ingest/text"
	"rapor/ingest/text/texttest"
)

// internal are the packages whose plain errors no person reads: those of
// package locale become the code of a reject, the register of rules is part of
// the program and tested, and reading back its own table is for tests.
var internal = []string{
	"ingest/locale", "ingest/table/ooxml", "analysis/rules", "templates/tabular", "ingest/text", "sample-data/generate", "ingest/table/internal/corpus",
}

// pending are packages whose errors are being rewritten.
var pending = []string{"cmd/rapor/internal/config"}

// speaker are the functions that take a text of each language one after the
// other.
var speaker = []string{"T", "Errorf", "Named", "say", "note", "line", "wrong", "bad", "money", "detail", "t"}

// TestSourcesSpeakBothLanguages reads every source of the module: an error with
// words is made by text.Errorf, and no text of two languages is written with
// one of them empty, the same, or with other values.
func TestSourcesSpeakBothLanguages(t *testing.T) {
	pairs := 0
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "out") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, filepath.Dir(p))
		pkg := filepath.ToSlash(rel)
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if said, plain := plainError(call); plain && !slices.Contains(internal, pkg) && !slices.Contains(pending, pkg) {
				t.Errorf("%s: %s is an error in one language; use text.Errorf", set.Position(call.Pos()), said)
			}
			if said, ok := twice(call); ok {
				pairs++
				if flaw := texttest.Flaw(said); flaw != "" {
					t.Errorf("%s: %q %s", set.Position(call.Pos()), said, flaw)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || pairs < 1500 {
		t.Errorf("%d texts found, the search is broken; %v", pairs, err)
	}
}

// callee is the name a call is made by, with its package or receiver.
func callee(call *ast.CallExpr) (of, name string) {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return "", f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name, f.Sel.Name
		}
		return "?", f.Sel.Name
	}
	return "", ""
}

var (
	settingKey = regexp.MustCompile(`^[a-z-]+(\[%d\])?: `) // the name of a setting or flag before an error
	anyVerb    = regexp.MustCompile(`%[-+#0]*\d*(\.\d+)?[a-zA-Z]`)
	someWord   = regexp.MustCompile(`\pL{3,}`)
)

// plainError reports a call of errors.New or fmt.Errorf that says words, or
// that says something this test cannot see.
func plainError(call *ast.CallExpr) (string, bool) {
	of, name := callee(call)
	if (of != "errors" || name != "New") && (of != "fmt" || name != "Errorf") {
		return "", false
	}
	said, ok := literal(call.Args[0])
	if !ok {
		return "a text made elsewhere", true
	}
	return strconv.Quote(said), someWord.MatchString(anyVerb.ReplaceAllString(settingKey.ReplaceAllString(said, ""), ""))
}

// twice is the text of two languages that a call writes: its first two
// arguments that are literals and stand side by side.
func twice(call *ast.CallExpr) (text.Text, bool) {
	of, name := callee(call)
	if !slices.Contains(speaker, name) || of == "fmt" {
		return text.Text{}, false
	}
	for i := range len(call.Args) - 1 {
		id, first := literal(call.Args[i])
		en, second := literal(call.Args[i+1])
		if first && second {
			return text.T(id, en), true
		}
	}
	return text.Text{}, false
}

// literal is a string written out, also in parts.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, first := literal(e.X)
		b, second := literal(e.Y)
		return a + b, first && second && e.Op == token.ADD
	case *ast.ParenExpr:
		return literal(e.X)
	}
	return "", false
}
