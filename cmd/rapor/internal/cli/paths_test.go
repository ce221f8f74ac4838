package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fromData are fields that hold what data or rapor.yaml say: no path is made of
// one but by what output.Name has passed.
var fromData = []string{"ID", "Name", "Title", "Award", "File", "Period", "Office", "Sheet", "Label", "From", "To", "As", "Folder", "PeriodID"}

// judged are the expressions whose name has passed output.Name or clean before,
// or that name a file found in a folder, with the place that makes sure of it.
var judged = map[string]string{
	"r.Folder": "Check passes it through Name first", "k.Name": "settled by makePlan", "k.As": "settled by makePlan",
	"f.Name":      "makePlan passes all names through clean, takeOut those of a journal, and index reads a folder",
	"config.Name": "a constant",
	"m.From":      "putBack passes it through clean; settle has it from names that passed", "m.To": "of the journal: kept name or folder of work",
	"o.Name": "owned passes it through clean",
}

// TestNoPathGoesRound: a name from data becomes part of a path through one
// function alone. Every join of a path in the program is looked at.
func TestNoPathGoesRound(t *testing.T) {
	looked := 0
	for _, dir := range []string{".", "../output", "../config"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || !joins(call) {
					return true
				}
				looked++
				for _, arg := range call.Args {
					for _, field := range dataIn(arg) {
						if judged[field] == "" {
							t.Errorf("%s: %s becomes part of a path and has not passed output.Name", set.Position(call.Pos()), field)
						}
					}
				}
				return true
			})
		}
	}
	if looked < 20 {
		t.Errorf("only %d joins found: the search is broken", looked)
	}
}

// joins reports filepath.Join, path.Join and the plan's own at.
func joins(call *ast.CallExpr) bool {
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, _ := s.X.(*ast.Ident)
	return s.Sel.Name == "Join" && pkg != nil && (pkg.Name == "filepath" || pkg.Name == "path") || s.Sel.Name == "at"
}

// dataIn lists the fields of fromData in an expression, as x.Field.
func dataIn(e ast.Expr) (out []string) {
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 0 { // f.Name()
			return false
		}
		s, ok := n.(*ast.SelectorExpr)
		if !ok || !slices.Contains(fromData, s.Sel.Name) {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok {
			out = append(out, x.Name+"."+s.Sel.Name)
		} else {
			out = append(out, "?."+s.Sel.Name)
		}
		return true
	})
	return out
}
