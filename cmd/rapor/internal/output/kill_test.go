package output

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// killed stands for SIGKILL: nothing after it runs but the release of the lock,
// which the system does.
type killed struct{}

// unable is a system that cannot exchange two folders.
func unable(string, string) error { return errors.ErrUnsupported }

// ways are the two ways in which a report gets into its place.
var ways = map[string]func(a, b string) error{"exchange": exchangePaths, "file by file": unable}

// kill writes and stops the process before its n-th change; it reports whether
// it was stopped.
func kill(t *testing.T, way func(a, b string) error, out string, r *Report, n int) (stopped bool) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			if _, ok := p.(killed); !ok {
				panic(p)
			}
			stopped = true
			put(t, out, map[string]string{lockName: ""}) // is left behind
		}
	}()
	w := Writer{swapPaths: way, step: func(string, string) error {
		if n--; n < 0 {
			panic(killed{})
		}
		return nil
	}}
	if _, err := w.Write(t.Context(), out, r); err != nil {
		t.Fatal(err)
	}
	return false
}

// earlier makes a folder with a report, one of its files changed by a person,
// and what else a person put there.
func earlier(t *testing.T) (out string, one *Report, others map[string]string) {
	t.Helper()
	out, one = t.TempDir(), sealed(t, "1", "a.html", "hasil.json", "lama.html", "internal/hasil.json", "internal/koreksi.xlsx")
	write(t, out, one)
	put(t, out, aside)
	put(t, out, map[string]string{"2016/a.html": "changed"})
	return out, one, map[string]string{"2016/a (disimpan).html": "changed"}
}

// TestKilledAnywhere: a run that is killed before any of its changes leaves the
// earlier report whole or is undone by the next run, also when that one is
// killed in turn; nothing of a person's is lost and nothing temporary stays.
func TestKilledAnywhere(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) { killedAnywhere(t, way) })
	}
}

func killedAnywhere(t *testing.T, way func(a, b string) error) {
	two, three := sealed(t, "2", "a.html", "hasil.json", "baru.html", "internal/hasil.json"), sealed(t, "3", "a.html", "hasil.json", "internal/hasil.json")
	for n := 0; ; n++ {
		steps := 1
		for m := 0; m < steps; m += 3 {
			out, one, others := earlier(t)
			for name, data := range aside {
				others[name] = data
			}
			if !kill(t, way, out, two, n) {
				expect(t, out, two, others)
				if n < 10 {
					t.Errorf("only %d changes", n)
				}
				return
			}
			if m == 0 { // undone alone: the earlier report, or the new one if all was in place
				if _, err := (&Writer{}).recover(out); err != nil {
					t.Fatal(err)
				}
				eitherReport(t, out, one, two)
				put(t, out, nil)
			}
			if kill(t, way, out, three, m+n%3) && n%4 < 2 {
				steps = m + 4
			}
			write(t, out, three)
			expect(t, out, three, others)
			if t.Failed() {
				t.Fatalf("killed before change %d, then before change %d", n, m)
			}
		}
	}
}

// eitherReport checks that all of one report's files, but for the one a person
// changed, stand in place.
func eitherReport(t *testing.T, out string, reports ...*Report) {
	t.Helper()
	got := tree(t, out)
	if !slices.ContainsFunc(reports, func(r *Report) bool {
		return !slices.ContainsFunc(r.Files, func(f File) bool { return f.Name != "a.html" && got["2016/"+f.Name] != string(f.Data) })
	}) {
		t.Errorf("half a report: %v", got)
	}
}

// TestFailedAnywhere: a change that fails stops the run and leaves everything
// as it was, at once.
func TestFailedAnywhere(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) { failedAnywhere(t, way) })
	}
}

func failedAnywhere(t *testing.T, way func(a, b string) error) {
	two := sealed(t, "2", "a.html", "hasil.json", "baru.html", "internal/hasil.json")
	for n := 0; ; n++ {
		out, _, _ := earlier(t)
		before := tree(t, out)
		left, last := n, ""
		w := Writer{swapPaths: way, step: func(what, name string) error {
			if left--; left == -1 {
				last = what
				return syscall.ENOSPC
			}
			return nil
		}}
		_, err := w.Write(t.Context(), out, two)
		if last == "" {
			return
		}
		if last == "clear" { // the new report is in place; the next run clears
			continue
		}
		if err == nil || strings.Contains(err.Error(), work) {
			t.Errorf("change %d (%s): %v", n, last, err)
		}
		same(t, tree(t, out), before)
		if t.Failed() {
			t.Fatalf("failed at change %d (%s)", n, last)
		}
	}
}

// TestHeldOpen: a file that another program holds open is named before anything
// is replaced, whether that is known beforehand or shows when it is moved.
func TestHeldOpen(t *testing.T) {
	two := sealed(t, "2", "a.html", "hasil.json", "internal/hasil.json")
	inUse := errors.New("in use by another program")
	is := func(p string) error {
		if filepath.ToSlash(p)[len(filepath.ToSlash(p))-len("internal/koreksi.xlsx"):] == "internal/koreksi.xlsx" {
			return inUse
		}
		return nil
	}
	for _, w := range []*Writer{{held: is}, {swapPaths: unable, step: func(what, name string) error {
		if what != "rename" {
			return nil
		}
		return is(name)
	}}} {
		out, _, _ := earlier(t)
		before := tree(t, out)
		if _, err := w.Write(t.Context(), out, two); !errors.Is(err, inUse) || !strings.Contains(err.Error(), "2016/internal/koreksi.xlsx") {
			t.Errorf("%v", err)
		}
		same(t, tree(t, out), before)
	}
}

// TestChangedAfterTheKill: what a person changes between a killed run and the
// next is kept too.
func TestChangedAfterTheKill(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) { changedAfterTheKill(t, way) })
	}
}

func changedAfterTheKill(t *testing.T, way func(a, b string) error) {
	two := sealed(t, "2", "a.html", "hasil.json", "internal/hasil.json")
	for n := range 60 {
		out, _, _ := earlier(t)
		if !kill(t, way, out, two, n) {
			return
		}
		put(t, out, map[string]string{"2016/hasil.json": "a person's", "2016/MANIFEST.json": "a person's too"})
		if _, err := Write(t.Context(), out, two); err != nil {
			var r Refusal
			if !errors.As(err, &r) { // a manifest that is none makes all files foreign
				t.Fatalf("killed before change %d: %v", n, err)
			}
		}
		var all []string
		for _, data := range tree(t, out) {
			all = append(all, data)
		}
		for _, want := range []string{"a person's", "a person's too", "changed", "scan"} {
			if !slices.Contains(all, want) {
				t.Fatalf("killed before change %d: %q is lost; left %v", n, want, tree(t, out))
			}
		}
	}
}
