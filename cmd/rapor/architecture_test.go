package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed is the whole map of the house: for each package, the packages of
// this module it may import. Tests may import more; the program may not.
// A new arrow is a decision: add it here and say why in CONTRIBUTING.md.
var allowed = map[string][]string{
	// What is said to people in two languages, errors too: a leaf that anyone may use.
	"ingest/text": {},
	// Words of the domain as data.
	"ingest/vocabulary": {},
	// Of tests alone: what is wrong with a text in two languages.
	"ingest/text/texttest": {"ingest/text"},

	// Opens files that are files; everything that opens what a person named.
	"ingest/regular": {},

	"ingest/grid":   {"ingest/reject"},
	"ingest/reject": {},
	"ingest/record": {"ingest/locale", "ingest/reject"},
	"ingest/locale": {},
	"ingest/table": {
		"ingest/grid", "ingest/reject", "ingest/table/archive", "ingest/table/biff", "ingest/table/delimited",
		"ingest/table/markup", "ingest/table/ooxml", "ingest/table/opendocument",
	},
	"ingest/table/delimited": {"ingest/grid", "ingest/reject"},
	// Of the tests of readers alone.
	"ingest/table/internal/corpus": {"ingest/grid", "ingest/reject"},
	// What several formats share: sheets kept in memory, the container, and
	// what number formats tell of a number.
	"ingest/table/store":        {"ingest/grid"},
	"ingest/table/archive":      {"ingest/grid", "ingest/reject"},
	"ingest/table/numberformat": {"ingest/grid"},
	"ingest/table/biff":         {"ingest/grid", "ingest/reject", "ingest/table/numberformat", "ingest/table/store"},
	"ingest/table/markup":       {"ingest/grid", "ingest/reject", "ingest/table/numberformat", "ingest/table/store"},
	"ingest/table/ooxml":        {"ingest/grid", "ingest/reject", "ingest/table/archive", "ingest/table/numberformat"},
	"ingest/table/opendocument": {"ingest/grid", "ingest/reject", "ingest/table/archive", "ingest/table/numberformat", "ingest/table/store"},

	"ingest/layout": {"ingest/grid", "ingest/judge", "ingest/locale", "ingest/record", "ingest/reject", "ingest/table", "ingest/vocabulary"},
	// What rows and columns are to one another, by arithmetic alone: a leaf.
	"ingest/judge": {},
	// The tables of any sheet, known or not, judged for people and for exams.
	"ingest/outline": {"ingest/grid", "ingest/judge", "ingest/locale", "ingest/table"},
	"ingest/tidy":    {"ingest/locale", "ingest/record", "ingest/reject"},
	// Rejected rows go out in the office's own columns, and mended ones come
	// back: a book over the original one, which knows nothing of fields.
	"ingest/correction": {"ingest/grid", "ingest/reject"},
	// The files of a zip archive are inputs like those of a folder.
	"ingest": {"ingest/correction", "ingest/grid", "ingest/layout", "ingest/outline", "ingest/record", "ingest/regular", "ingest/reject", "ingest/table", "ingest/table/archive"},

	"ingest/officename":  {}, // which spellings mean one office: a leaf over texts
	"analysis/result":    {},
	"analysis/stat":      {},
	"analysis/simulate":  {"analysis/stat"}, // refusals and quantiles; it must not know facts
	"analysis/calendar":  {"ingest/record"},
	"analysis/rules":     {"analysis/result", "ingest/record"},
	"analysis/office":    {"analysis/result", "ingest/record"},
	"analysis/indicator": {"analysis/result", "analysis/stat", "ingest/record", "ingest/vocabulary"},                                                                              // a label of the data knows whether it is a term; a sample of days knows how its interval is drawn; events have a day
	"analysis/country":   {},                                                                                                                                                      // which spellings mean one country: a leaf over texts
	"analysis/facts":     {"analysis/country", "ingest/record", "ingest/reject"},                                                                                                  // an act is the same under RRT and Tiongkok
	"analysis/queue":     {"analysis/calendar", "analysis/facts", "analysis/indicator", "analysis/office", "analysis/result", "analysis/rules", "analysis/stat", "ingest/record"}, // rules: the express limit
	"analysis/volume": {
		"analysis/facts", "analysis/indicator", "analysis/office", "analysis/result", "ingest/record", "ingest/vocabulary",
	},
	"analysis/survey":      {"analysis/calendar", "analysis/facts", "analysis/indicator", "analysis/office", "analysis/result", "analysis/rules", "analysis/stat", "ingest/record"},
	"analysis/finance":     {"analysis/calendar", "analysis/facts", "analysis/indicator", "analysis/office", "analysis/result", "analysis/rules", "analysis/stat", "ingest/record", "ingest/vocabulary"},
	"analysis/enforcement": {"analysis/calendar", "analysis/country", "analysis/facts", "analysis/indicator", "analysis/office", "analysis/result", "analysis/rules", "analysis/stat", "ingest/record", "ingest/vocabulary"},
	// The evaluation of a reform: facts and setting in, sentences and tables out.
	"analysis/reform": {"analysis/calendar", "analysis/facts", "analysis/office", "analysis/result", "analysis/stat", "ingest/record"},
	// The simulation of the hall: it reads visits, and puts what simulate finds into words.
	"analysis/capacity": {"analysis/calendar", "analysis/facts", "analysis/office", "analysis/result", "analysis/simulate", "analysis/stat", "ingest/record"},
	"analysis/award":    {"analysis/office", "analysis/result"},
	"analysis/edition":  {"analysis/result", "ingest/vocabulary"}, // what may leave the office
	"analysis": {
		"analysis/award", "analysis/calendar", "analysis/capacity", "analysis/enforcement", "analysis/facts", "analysis/finance",
		"analysis/indicator", "analysis/office", "analysis/queue", "analysis/reform", "analysis/result", "analysis/rules",
		"analysis/stat", "analysis/survey", "analysis/volume", "ingest/record", "ingest/vocabulary",
		"ingest/reject", // the problem by which a value is withheld
	},

	"templates/format":   {"analysis/result"},
	"templates/chart":    {"analysis/result", "templates/format"},
	"templates/workbook": {"analysis/result", "templates/format", "templates/internal/plain", "templates/internal/wording"},
	"templates/tabular":  {"analysis/result", "templates/format", "templates/internal/plain", "templates/internal/wording"},
	"templates":          {"analysis/result", "templates/chart", "templates/format", "templates/internal/plain", "templates/internal/wording"},

	"templates/internal/plain":   {"analysis/result", "templates/format", "templates/internal/wording"},
	"templates/internal/wording": {"templates/format"},
	"templates/internal/example": {"analysis/result"},

	"sample-data":          {},
	"sample-data/generate": {},

	"cmd/rapor": {"cmd/rapor/internal/cli"},
	// The words that settings may hold: ids of indicators, awards, rules, and what layouts call kinds and fields.
	"cmd/rapor/internal/config": {
		"analysis", "analysis/award", "analysis/calendar", "analysis/indicator", "analysis/office", "analysis/result", "analysis/rules",
		"ingest/layout", "ingest/record", "ingest/regular", "ingest/vocabulary", // vocabulary: numbers of persons in what is printed
	},
	// A first rapor.yaml as text; layout: what the columns of a form hold, which it remembers.
	"cmd/rapor/internal/draft": {"ingest/layout"},
	// A finished reading -> what those who prepare the data need to see of it; config: the keys that answers name.
	"cmd/rapor/internal/review": {
		"analysis", "analysis/calendar", "analysis/facts", "analysis/result", "cmd/rapor/internal/config",
		"ingest", "ingest/layout", "ingest/record", "ingest/reject",
	},
	"cmd/rapor/internal/output": {"analysis/result", "ingest/regular"}, // what a folder of reports holds, and whose it is
	"cmd/rapor/internal/cli": {
		"analysis", "analysis/award", "analysis/calendar", "analysis/capacity", "analysis/edition", "analysis/facts", "analysis/indicator", "analysis/office", "analysis/result", "analysis/rules",
		"cmd/rapor/internal/config", "cmd/rapor/internal/draft", "cmd/rapor/internal/output", "cmd/rapor/internal/review",
		"ingest", "ingest/correction",
		"ingest/grid", "ingest/layout", "ingest/officename", "ingest/outline", "ingest/record", "ingest/regular",
		"ingest/reject",
		"ingest/table", "ingest/tidy", "templates", "templates/chart", "templates/format", "templates/tabular", "templates/workbook",
	},
}

// sole names libraries that exactly one package may import.
var sole = map[string]string{
	"github.com/go-echarts/": "templates/chart",
	"github.com/dop251/goja": "templates/chart",
}

const module = "rapor"

// root is the module's root as seen from this package.
const root = "../.."

// imports returns, for every package folder, its imports outside tests.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if p != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "node_modules" || name == "out") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		rel, _ := filepath.Rel(root, filepath.Dir(p))
		pkg := filepath.ToSlash(rel)
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		if _, ok := found[pkg]; !ok {
			found[pkg] = nil
		}
		for _, im := range f.Imports {
			found[pkg] = append(found[pkg], strings.Trim(im.Path.Value, `"`))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestArrows(t *testing.T) {
	for pkg, ims := range imports(t) {
		may, listed := allowed[pkg]
		if !listed {
			t.Errorf("package %s is not on the map of the house", pkg)
			continue
		}
		for _, im := range ims {
			inner, ours := strings.CutPrefix(im, module+"/")
			if ours && inner != "ingest/text" && !slices.Contains(may, inner) {
				t.Errorf("%s imports %s, which the map does not allow", pkg, inner)
			}
			for lib, owner := range sole {
				if strings.HasPrefix(im, lib) && pkg != owner {
					t.Errorf("%s imports %s; only %s may", pkg, im, owner)
				}
			}
		}
	}
}

// TestMapIsAcyclic shows that the map itself allows no cycle.
func TestMapIsAcyclic(t *testing.T) {
	state := map[string]int{}
	var visit func(p string, trail []string)
	visit = func(p string, trail []string) {
		switch state[p] {
		case 1:
			t.Fatalf("cycle on the map: %s", strings.Join(append(trail, p), " -> "))
		case 2:
			return
		}
		state[p] = 1
		for _, q := range allowed[p] {
			visit(q, append(trail, p))
		}
		state[p] = 2
	}
	for p := range allowed {
		visit(p, nil)
	}
}

// TestLibrariesAreQuiet: libraries never print and never read the clock, the
// environment or the file system on their own.
func TestLibrariesAreQuiet(t *testing.T) {
	forbidden := map[string]string{"os": "file system and environment", "log": "printing", "log/slog": "printing", "os/exec": "processes", "net/http": "network", "math/rand": "chance"}
	may := func(pkg string) bool {
		return strings.HasPrefix(pkg, "cmd/") || pkg == "sample-data/generate" || pkg == "ingest" || pkg == "ingest/regular" ||
			pkg == "ingest/table/internal/corpus" // of tests alone: it finds their files
	}
	for pkg, ims := range imports(t) {
		if may(pkg) {
			continue
		}
		for _, im := range ims {
			if why, bad := forbidden[im]; bad {
				t.Errorf("%s imports %s (%s)", pkg, im, why)
			}
		}
	}
	quiet(t, may)
}

// quiet looks for calls that need no forbidden import: fmt.Print and time.Now.
func quiet(t *testing.T, may func(string) bool) {
	t.Helper()
	for pkg := range imports(t) {
		if may(pkg) {
			continue
		}
		files, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(pkg), "*.go"))
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, call := range []string{"fmt.Print", "time.Now(", "println("} {
				if strings.Contains(string(b), call) && !strings.Contains(string(b), "f"+call) {
					t.Errorf("%s calls %s", path.Join(pkg, filepath.Base(f)), call)
				}
			}
		}
	}
}

// TestTopLevel keeps the top of the house as it was agreed.
func TestTopLevel(t *testing.T) {
	agreed := []string{"cmd", "ingest", "analysis", "templates", "sample-data", "go.mod", "go.sum", "README.md",
		"LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md"}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.Name() == "out" || e.Name() == "rapor" {
			continue
		}
		if !slices.Contains(agreed, e.Name()) {
			t.Errorf("%s stands at the top level", e.Name())
		}
	}
	for _, name := range agreed {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Errorf("%s is missing at the top level", name)
		}
	}
}
