package stat

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rapor/ingest/text"
)

// TestDeviationsNameOptions: every switch back is there, and said twice.
func TestDeviationsNameOptions(t *testing.T) {
	types := map[string]reflect.Type{"Chart": reflect.TypeOf(Chart{}), "Boot": reflect.TypeOf(Boot{}), "Segmented": reflect.TypeOf(Segmented{})}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	functions := map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				functions[fn.Name.Name] = true
			}
		}
	}
	for _, d := range Deviations {
		owner, name, inType := strings.Cut(d.Option, ".")
		exists := functions[d.Option]
		if inType {
			typ, ok := types[owner]
			if !ok {
				t.Errorf("%s: unknown type", d.Option)
				continue
			}
			_, field := typ.FieldByName(name)
			_, method := typ.MethodByName(name)
			exists = field || method
		}
		if !exists {
			t.Errorf("option %s does not exist", d.Option)
		}
		for _, w := range []text.Text{d.Method, d.Ours, d.Theirs, d.Switch} {
			if w.ID == "" || w.EN == "" || w.ID == w.EN {
				t.Errorf("%s: a wording is missing in one language: %+v", d.Option, w)
			}
		}
	}
}
