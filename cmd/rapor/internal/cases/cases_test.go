// Package cases holds the program against small inputs with known answers that
// stand beside the project, where they are present.
package cases

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// entry is what a case states of itself.
type entry struct {
	Args    []string           `json:"args"`
	Wants   string             `json:"wants"`
	Values  map[string]*string `json:"values"`
	Used    *int64             `json:"used"`
	Refusal []string           `json:"refusal"`
	Says    []string           `json:"says"`
	Silent  []string           `json:"silent"`
}

// outcome is what the program wrote.
type outcome struct {
	said  string
	code  int
	files map[string][]byte // outside internal/
	full  *result
}

type result struct {
	Indicators []struct {
		ID    string `json:"id"`
		Value struct {
			Value any `json:"value"`
		} `json:"value"`
	} `json:"indicators"`
	Problems []struct {
		Code string `json:"code"`
	} `json:"problems"`
	Sources []struct {
		Sheets []struct {
			Used int64 `json:"used"`
		} `json:"sheets"`
	} `json:"sources"`
}

// TestCasesStayRight: what was right once stays right. testdata/right.txt lists
// the cases that are; RAPOR_UPDATE=1 adds those that became so.
func TestCasesStayRight(t *testing.T) {
	dir := os.Getenv("RAPOR_CASES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "..", "shared", "cases")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the cases are not here")
	}
	bin := filepath.Join(t.TempDir(), "rapor.exe")
	if out, err := exec.Command("go", "build", "-o", bin, "rapor/cmd/rapor").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	list, err := os.ReadFile(filepath.Join("testdata", "right.txt"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	right := strings.Fields(string(list))
	update := os.Getenv("RAPOR_UPDATE") != ""
	found := make(chan string, 10_000)
	t.Run("cases", func(t *testing.T) {
		for _, name := range names(t, dir) {
			was := slices.Contains(right, name)
			if !was && !update {
				continue
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				why := try(t, bin, filepath.Join(dir, filepath.FromSlash(name)), false)
				if why == "" && strings.HasPrefix(name, "headers/") {
					why = try(t, bin, filepath.Join(dir, filepath.FromSlash(name)), true)
				}
				switch {
				case why == "":
					found <- name
				case was:
					t.Error(why)
				}
			})
		}
	})
	close(found)
	if update && !t.Failed() {
		var all []string
		for name := range found {
			all = append(all, name)
		}
		slices.Sort(all)
		if err := os.WriteFile(filepath.Join("testdata", "right.txt"), []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "case.json" {
			rel, _ := filepath.Rel(dir, filepath.Dir(p))
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// try runs a case and says what is not right about it. drafted lets a first
// configuration be written before, which must not change a figure.
func try(t *testing.T, bin, dir string, drafted bool) string {
	t.Helper()
	js, err := os.ReadFile(filepath.Join(dir, "case.json"))
	if err != nil {
		t.Fatal(err)
	}
	e := entry{Wants: "value"}
	if err := json.Unmarshal(js, &e); err != nil {
		t.Fatal(err)
	}
	in := filepath.Join(t.TempDir(), "in")
	if err := os.CopyFS(in, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(filepath.Join(in, "case.json"))
	if drafted {
		if said, err := exec.CommandContext(t.Context(), bin, "init", in).CombinedOutput(); err != nil {
			t.Fatalf("init: %v\n%s", err, said)
		}
	}
	o := run(t, bin, in, e.Args)
	for _, leak := range e.Silent {
		for name, data := range o.files {
			if bytes.Contains(data, []byte(leak)) {
				return fmt.Sprintf("%q stands in %s", leak, name)
			}
		}
	}
	return e.judge(&o)
}

func run(t *testing.T, bin, in string, args []string) outcome {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	out := filepath.Join(filepath.Dir(in), "out")
	text, err := exec.CommandContext(ctx, bin, append([]string{"report", in, "-o", out, "-q"}, args...)...).CombinedOutput()
	o := outcome{said: string(text), files: map[string][]byte{}}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		o.code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	_ = filepath.WalkDir(out, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		inner := filepath.Base(filepath.Dir(p)) == "internal"
		if !inner {
			o.files[p] = data
		}
		if d.Name() == "hasil.json" && (o.full == nil || inner) {
			o.said += string(data)
			o.full = &result{}
			if err := json.Unmarshal(data, o.full); err != nil {
				t.Fatal(err)
			}
		}
		return nil
	})
	return o
}

// judge holds an outcome against what the case wants: the figures, or a refusal
// by name where that is right too.
func (e *entry) judge(o *outcome) string {
	if strings.Contains(o.said, "goroutine ") {
		return "panic"
	}
	if len(e.Says) > 0 && !slices.ContainsFunc(e.Says, func(s string) bool { return strings.Contains(o.said, s) }) {
		return "says none of " + strings.Join(e.Says, " | ")
	}
	missing := ""
	for id, want := range e.Values {
		got, known := o.value(id)
		switch {
		case want == nil && !known, want != nil && known && near(got, *want):
		case known:
			return fmt.Sprintf("%s is %s", id, got)
		default:
			missing = id + " is missing"
		}
	}
	if e.Used != nil && o.full != nil && o.used() != *e.Used && (missing == "" || o.used() > *e.Used) {
		return fmt.Sprintf("%d rows used, want %d", o.used(), *e.Used)
	}
	if o.full == nil && e.Wants == "value" {
		missing = "no report"
	}
	if missing != "" && e.Wants == "value" {
		return missing
	}
	if e.Wants == "refusal" && !o.named(e.Refusal) {
		return "no problem named"
	}
	return ""
}

func (o *outcome) value(id string) (string, bool) {
	if o.full == nil {
		return "", false
	}
	for _, i := range o.full.Indicators {
		if i.ID == id && i.Value.Value != nil {
			return fmt.Sprint(i.Value.Value), true
		}
	}
	return "", false
}

func (o *outcome) used() int64 {
	var n int64
	for _, s := range o.full.Sources {
		for _, sh := range s.Sheets {
			n += sh.Used
		}
	}
	return n
}

func (o *outcome) named(codes []string) bool {
	if o.full == nil {
		return o.code != 0 && o.code != 3
	}
	return slices.ContainsFunc(o.full.Problems, func(p struct {
		Code string `json:"code"`
	}) bool {
		return len(codes) == 0 || slices.Contains(codes, p.Code)
	})
}

// near reports that a number is another as far as that one is printed.
func near(got, want string) bool {
	a, ok := new(big.Rat).SetString(got)
	b, fine := new(big.Rat).SetString(want)
	if !ok || !fine {
		return false
	}
	tolerance := new(big.Rat)
	if _, decimals, printed := strings.Cut(want, "."); printed {
		tolerance.SetFrac(big.NewInt(6), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(decimals)+1)), nil))
	}
	diff := new(big.Rat).Sub(a, b)
	return diff.Abs(diff).Cmp(tolerance) <= 0
}
