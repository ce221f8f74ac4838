package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapor/analysis"
	"rapor/analysis/rules"
)

// TestEveryBasisIsInTheRegister: what an indicator rests on can be looked up.
func TestEveryBasisIsInTheRegister(t *testing.T) {
	used := map[string]bool{"STAT-XMR": true} // of control charts, not of an indicator
	for _, e := range analysis.Catalogue() {
		if len(e.Basis) == 0 && e.Domain == "finance" {
			t.Errorf("%s rests on no rule", e.ID)
		}
		for _, b := range e.Basis {
			used[b] = true
			if _, ok := rules.Find(b); !ok {
				t.Errorf("%s rests on %s, which is not in the register", e.ID, b)
			}
		}
	}
	for _, r := range rules.All() {
		if !used[r.ID] && !strings.HasPrefix(r.ID, "MUTU-") {
			t.Errorf("nothing rests on %s", r.ID)
		}
	}
}

var parameterID = regexp.MustCompile(`^(ikpa|pnbp|keu|skm|ombudsman|gak|pas|ant)\.[a-z0-9_.]+$`)

// TestParametersAndCodeNameEachOther: every parameter that code looks up is in
// the register, and every parameter of the register is looked up somewhere or
// marked as informational (one of those may be
// named all the same, to warn). Ids are written whole in code, so that this test
// and a reader can find them.
func TestParametersAndCodeNameEachOther(t *testing.T) {
	named := map[string]string{}
	for _, dir := range []string{"queue", "survey", "enforcement", "finance"} {
		entries, err := os.ReadDir(filepath.Join("..", dir))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", dir, e.Name()), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil && parameterID.MatchString(s) {
						named[s] = dir + "/" + e.Name()
					}
				}
				return true
			})
		}
	}
	for id, file := range named {
		if _, ok := rules.FindParameter(id); !ok {
			t.Errorf("%s looks up %s, which is not in the register", file, id)
		}
	}
	for _, p := range rules.Parameters() {
		if !parameterID.MatchString(p.ID) {
			t.Errorf("%s: the test does not know ids like this one", p.ID)
		}
		if named[p.ID] == "" && !p.Informational {
			t.Errorf("nothing is computed from %s, and it is not marked as informational", p.ID)
		}
	}
}

// TestParametersBelongToUsedRules: the rule of every parameter that is
// computed from is one that an indicator names, so that the method chapter can
// print it and an override is said on a value.
func TestParametersBelongToUsedRules(t *testing.T) {
	var basis []string
	for _, e := range analysis.Catalogue() {
		basis = append(basis, e.Basis...)
	}
	for _, p := range rules.Parameters() {
		if !p.Informational && !slices.Contains(basis, p.Rule) {
			t.Errorf("%s belongs to %s, on which no indicator rests", p.ID, p.Rule)
		}
	}
}
