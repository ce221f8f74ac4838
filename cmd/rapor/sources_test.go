package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
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

// TestSourcesSpeakBothLanguages reads every source of the module: an error with
// words is made by text.Errorf, and no text of two languages is written with
// one of them empty, the same, or with other values.
func TestSourcesSpeakBothLanguages(t *testing.T) {
	set, sources := parsed(t)
	speakers := map[string]map[string][]int{} // package, function, places of texts
	for _, f := range sources {
		if speakers[f.pkg] == nil {
			speakers[f.pkg] = map[string][]int{}
		}
		speaking(f.Node, speakers[f.pkg])
	}
	pairs := 0
	for _, f := range sources {
		ast.Inspect(f.Node, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if said, plain := plainError(call); plain && !slices.Contains(internal, f.pkg) {
				t.Errorf("%s: %s is an error in one language; use text.Errorf", set.Position(call.Pos()), said)
			}
			for _, said := range texts(call, f.pkg, speakers) {
				pairs++
				if flaw := texttest.Flaw(said); flaw != "" {
					t.Errorf("%s: %q %s", set.Position(call.Pos()), said, flaw)
				}
			}
			return true
		})
	}
	if pairs < 2000 {
		t.Errorf("only %d texts found: the search is broken", pairs)
	}
}

// source is one file of the program.
type source struct {
	pkg  string
	Node *ast.File
}

// parsed reads every source of the module but its tests.
func parsed(t *testing.T) (set *token.FileSet, out []source) {
	t.Helper()
	set = token.NewFileSet()
	for pkg := range imports(t) {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pkg), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range files {
			if strings.HasSuffix(p, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(set, p, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, source{pkg, file})
		}
	}
	return set, out
}

// speaking finds the functions that take a text of each language one after the
// other, as parameters called id and en, or sayID and sayEN, and where.
func speaking(file *ast.File, found map[string][]int) {
	note := func(name string, f *ast.FuncType) {
		var params []string
		for _, p := range f.Params.List {
			for _, n := range p.Names {
				params = append(params, n.Name)
			}
		}
		for i := range len(params) - 1 {
			first, id := strings.CutSuffix(strings.ToLower(params[i]), "id")
			second, en := strings.CutSuffix(strings.ToLower(params[i+1]), "en")
			if id && en && first == second {
				found[name] = append(found[name], i)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			note(n.Name.Name, n.Type)
		case *ast.AssignStmt:
			for i, x := range n.Rhs {
				f, is := x.(*ast.FuncLit)
				if name, ok := n.Lhs[min(i, len(n.Lhs)-1)].(*ast.Ident); ok && is {
					note(name.Name, f.Type)
				}
			}
		}
		return true
	})
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

// texts are the texts of two languages that a call writes out.
func texts(call *ast.CallExpr, pkg string, speakers map[string]map[string][]int) (out []text.Text) {
	of, name := callee(call)
	for p, functions := range speakers {
		if p != pkg && path.Base(p) != of {
			continue
		}
		for _, i := range functions[name] {
			if i+1 >= len(call.Args) {
				continue
			}
			id, first := literal(call.Args[i])
			en, second := literal(call.Args[i+1])
			if first && second {
				out = append(out, text.T(id, en))
			}
		}
	}
	return out
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
