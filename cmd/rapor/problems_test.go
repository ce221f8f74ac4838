package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// example is one example of the catalogue: the command that shows the problem,
// a word about what happens, and the files.
type example struct {
	command string // check, inspect or table
	appends string // a file that grows while it is read
	text    []string
	files   []txtar.File
}

func parseExample(s string) example {
	a := txtar.Parse([]byte(s))
	e := example{files: a.Files}
	for _, line := range strings.Split(strings.TrimSpace(string(a.Comment)), "\n") {
		if v, ok := strings.CutPrefix(line, "command: "); ok {
			e.command = v
		} else if v, ok := strings.CutPrefix(line, "appends: "); ok {
			e.appends = v
		} else if line != "" {
			e.text = append(e.text, line)
		}
	}
	return e
}

// lay puts the files into a folder. A name that ends in .b64 holds bytes, one
// that ends in .link a link.
func (e *example) lay(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range e.files {
		p, data := filepath.Join(dir, f.Name), f.Data
		if to, ok := strings.CutSuffix(p, ".link"); ok {
			if err := os.Symlink(strings.TrimSpace(string(data)), to); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if to, ok := strings.CutSuffix(p, ".b64"); ok {
			b, err := base64.StdEncoding.DecodeString(string(data)) // ignores line ends
			if err != nil {
				t.Fatal(err)
			}
			p, data = to, b
		}
		if err := os.WriteFile(p, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// codes runs the example and lists the problems that the output names.
func (e *example) codes(t *testing.T) []string {
	t.Helper()
	dir := e.lay(t)
	if e.appends == "" {
		return e.run(t, dir)
	}
	stop := grow(t, filepath.Join(dir, e.appends))
	defer stop()
	var got []string
	for range 1000 { // the file may happen to rest while it is read
		if got = e.run(t, dir); slices.Contains(got, string(reject.ChangedInput)) {
			break
		}
	}
	return got
}

// grow adds lines to a file until it is told to stop.
func grow(t *testing.T, path string) (stop func()) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	quit, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for {
			select {
			case <-quit:
				return
			case <-time.After(50 * time.Microsecond):
				_, _ = f.WriteString("14/03/2016;A002;07.31.00;07.41.20;07.55.30;2\n")
			}
		}
	}()
	return func() { close(quit); <-done; f.Close() }
}

// run runs the command once over a folder.
func (e *example) run(t *testing.T, dir string) []string {
	t.Helper()
	args := []string{e.command, dir, "--json", "-q"}
	if e.command == "table" {
		args = []string{"table", filepath.Join(dir, e.files[0].Name)}
	}
	var out, notes bytes.Buffer
	code := cli.Run(args, cli.Streams{Out: &out, Err: &notes})
	switch code {
	case cli.ExitDone, cli.ExitQuality, cli.ExitNoInput:
	default:
		t.Fatalf("exit %d: %s", code, notes.String())
	}
	var got []string
	if e.command == "check" {
		var r struct{ Problems []struct{ Code string } }
		if err := json.Unmarshal(out.Bytes(), &r); err != nil {
			t.Fatalf("%v\n%s%s", err, out.String(), notes.String())
		}
		for _, p := range r.Problems {
			got = append(got, p.Code)
		}
		return got
	}
	shown := notes.String()
	if e.command == "inspect" {
		shown = out.String()
	}
	return regexp.MustCompile(`\bD[1-5]\d\d\b`).FindAllString(shown, -1)
}

// TestProblemExamples runs the example of every problem: it shows that problem,
// and nothing else is refused or rejected in it.
func TestProblemExamples(t *testing.T) {
	for _, p := range reject.All() {
		t.Run(string(p.Code), func(t *testing.T) {
			t.Parallel()
			e := parseExample(reject.Example(p.Code))
			if e.command == "" || len(e.files) == 0 || len(e.text) < 2 || !strings.HasPrefix(e.text[len(e.text)-1], "English: ") {
				t.Fatalf("an example is a command, what happens in both languages, and files: %+v", e)
			}
			got := e.codes(t)
			if !slices.Contains(got, string(p.Code)) {
				t.Errorf("is not found; found: %v", got)
			}
			for _, c := range got {
				if q, ok := reject.Lookup(reject.Code(c)); !ok || c != string(p.Code) && q.Severity >= reject.Rejected {
					t.Errorf("besides it: %s", c)
				}
			}
		})
	}
}

// TestNoStrayExamples: an example belongs to a problem of the catalogue.
func TestNoStrayExamples(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, "ingest", "reject", "examples", "*"))
	if err != nil || len(files) != len(reject.All()) {
		t.Errorf("%d examples for %d problems (%v)", len(files), len(reject.All()), err)
	}
}

// TestPlacesOfNotes: a column that is not used, or not kept, is named with its
// file, sheet, header row and heading, and rows set aside with the first of
// them; neither is a row of tolak.csv.
func TestPlacesOfNotes(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	csv := "Ekspor antrean;;;;;\nTanggal;No Antrian;Jam Ambil;Cuaca;Nama;Paraf\n14/03/2016;A001;07.30.00;hujan;(nama);\n15/03/2016;A001;07.30.00;terang;(nama);\n;;;;;\nJumlah;2;;;;\n"
	if err := os.WriteFile(filepath.Join(dir, "antrean.csv"), []byte(csv), 0o644); err != nil {
		t.Fatal(err)
	}
	r := report(t, dir, out)
	want := map[string]result.Example{
		string(reject.UnreadColumn): {Row: 2, Column: "Cuaca", Hint: result.Detail{Text: text.T(
			`judulnya tidak dikenal; bila bukan data: columns: {"Cuaca": "-"}`,
			`its heading is not known; if it is no data: columns: {"Cuaca": "-"}`)}},
		string(reject.UnusedColumn):   {Row: 2, Column: "Paraf"},
		string(reject.PersonalColumn): {Row: 2, Column: "Nama"},
		string(reject.BlankRow):       {Row: 5},
		string(reject.TotalRow):       {Row: 6},
	}
	for _, p := range r.Problems {
		if e, ok := want[p.Code]; ok && (p.N != 1 || len(p.Examples) != 1 || p.Examples[0] != e) {
			t.Errorf("%s: %+v", p.Code, p)
		}
		delete(want, p.Code)
	}
	if len(want) > 0 {
		t.Errorf("not named: %v", want)
	}
	rows, err := os.ReadFile(filepath.Join(out, "2016", "internal", "tolak.csv"))
	if err != nil || regexp.MustCompile(`D209|D210|D214|D304|D305`).Match(rows) {
		t.Errorf("%v %s", err, rows)
	}
}
