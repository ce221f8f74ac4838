package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/text"
)

// sealed is a report of a few files in both editions; run tells one run's
// content from another's.
func sealed(t *testing.T, run string, names ...string) *Report {
	t.Helper()
	r := &Report{Folder: "2016", Office: "Kanim Uji", Lang: "id", Index: []byte("<p>" + run)}
	var top, inner []File
	for _, n := range names {
		f := File{n, []byte(n + " of run " + run)}
		if rest, in := strings.CutPrefix(n, "internal/"); in {
			inner = append(inner, File{rest, f.Data})
		} else {
			top = append(top, f)
		}
	}
	m := Manifest{Office: r.Office, Period: "2016", Lang: "id"}
	m.Tool.Name = "rapor"
	for dir, files := range map[string][]File{"": top, Internal: inner} {
		if len(files) == 0 {
			continue
		}
		all, err := m.Seal(files)
		if err != nil {
			t.Fatal(err)
		}
		if dir != "" {
			all = Under(dir, all)
		}
		r.Files = append(r.Files, all...)
	}
	return r
}

func write(t *testing.T, out string, r *Report) []Kept {
	t.Helper()
	kept, err := Write(t.Context(), out, r)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// tree is every file of a folder by its name; folders without files end in a
// slash.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		if d.IsDir() {
			if in, _ := os.ReadDir(p); len(in) == 0 && p != dir {
				all[filepath.ToSlash(rel)+"/"] = ""
			}
			return nil
		}
		b, err := os.ReadFile(p)
		all[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

// expect compares a folder with a report and what else is to be in it.
func expect(t *testing.T, out string, r *Report, others map[string]string) {
	t.Helper()
	want := map[string]string{IndexName: string(sign(r.Index))}
	for _, f := range r.Files {
		want["2016/"+f.Name] = string(f.Data)
	}
	for name, data := range others {
		want[name] = data
	}
	same(t, tree(t, out), want)
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if _, there := got[name]; !there {
			t.Errorf("%s is not there", name)
		} else if got[name] != want[name] {
			t.Errorf("%s holds %q, want %q", name, got[name], want[name])
		}
	}
	for name := range got {
		if _, wanted := want[name]; !wanted {
			t.Errorf("%s is there", name)
		}
	}
}

func put(t *testing.T, out string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		p := filepath.Join(out, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// aside is what a person put beside a report: none of it is rapor's.
var aside = map[string]string{
	"2016/pengesahan.pdf": "scan", "2016/bukti/foto.jpg": "photo", "2016/internal/catatan.txt": "note", "lain/index.html": "site", "2016/hasil (disimpan).csv": "kept before",
}

// TestOnlyItsOwn: files of the earlier run that this one no longer makes go,
// one that was changed is kept beside, and others are not touched.
func TestOnlyItsOwn(t *testing.T) {
	out := t.TempDir()
	write(t, out, sealed(t, "1", "hasil.csv", "hasil.json", "lama.html", "internal/hasil.json", "internal/koreksi.xlsx"))
	put(t, out, aside)
	put(t, out, map[string]string{"2016/hasil.csv": "mended by hand", "2016/internal/koreksi.xlsx": "mended", IndexName: "<p>mine" + signOpen + "x" + signClose})
	two := sealed(t, "2", "hasil.csv", "hasil.json", "baru.html", "internal/hasil.json")
	kept := write(t, out, two)
	want := []Kept{{"2016/hasil.csv", "2016/hasil (disimpan 2).csv"}, {"2016/internal/koreksi.xlsx", "2016/internal/koreksi (disimpan).xlsx"}, {IndexName, "index (disimpan).html"}}
	if !slices.Equal(kept, want) {
		t.Errorf("kept %v", kept)
	}
	all := map[string]string{"2016/hasil (disimpan 2).csv": "mended by hand", "2016/internal/koreksi (disimpan).xlsx": "mended", "index (disimpan).html": "<p>mine" + signOpen + "x" + signClose}
	for name, data := range aside {
		all[name] = data
	}
	expect(t, out, two, all)
	if kept := write(t, out, two); len(kept) != 0 {
		t.Errorf("a second time kept %v", kept)
	}
	expect(t, out, two, all)
}

// TestForeignNames: a file that rapor did not write is not replaced, whatever
// its name; the run is refused and names it.
func TestForeignNames(t *testing.T) {
	for name, data := range map[string]string{
		"2016/hasil.csv": "mine", IndexName: "<html>my site", "2016/MANIFEST.json": `{"tool":{"name":"other"}}`, "2016/internal": "a file", "2016": "a file",
	} {
		out := t.TempDir()
		put(t, out, map[string]string{name: data})
		_, err := Write(t.Context(), out, sealed(t, "1", "hasil.csv", "internal/hasil.json"))
		if r := (Refusal{}); !errors.As(err, &r) || !strings.Contains(err.Error(), name) || text.Say(err, text.EN) == text.Say(err, text.ID) {
			t.Errorf("%s: %v", name, err)
		}
		same(t, tree(t, out), map[string]string{name: data})
	}
}

// TestOtherReports: a report of another office, language or period stays.
func TestOtherReports(t *testing.T) {
	out := t.TempDir()
	one := sealed(t, "1", "hasil.csv", "internal/hasil.json")
	write(t, out, one)
	for _, change := range []func(*Report){
		func(r *Report) { r.Office = "Kanim Lain" }, func(r *Report) { r.Lang = "en" },
		func(r *Report) { r.Files = sealed(t, "2", "hasil.csv").Files }, // the jury's edition alone
	} {
		r := sealed(t, "2", "hasil.csv", "internal/hasil.json")
		change(r)
		_, err := Write(t.Context(), out, r)
		if refused := (Refusal{}); !errors.As(err, &refused) || !strings.Contains(err.Error(), "-o") {
			t.Errorf("%v", err)
		}
		expect(t, out, one, nil)
	}
	same2 := sealed(t, "2", "hasil.csv", "internal/hasil.json")
	same2.Office = " KANIM  uji"
	if err := Check(out, same2); err != nil {
		t.Errorf("another way to write the office: %v", err)
	}
	if err := os.Rename(filepath.Join(out, "2016"), filepath.Join(out, "2015")); err != nil {
		t.Fatal(err)
	}
	older := sealed(t, "2", "hasil.csv")
	older.Folder = "2015"
	if err := Check(out, older); err == nil {
		t.Error("the copy of another period was to be replaced")
	}
}

// TestHostileManifest: a manifest is data; what it lists elsewhere is not
// rapor's.
func TestHostileManifest(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "out")
	m := Manifest{Office: "Kanim Uji", Period: "2016", Lang: "id"}
	m.Tool.Name = "rapor"
	for _, name := range []string{"../../korban.txt", "../lain.txt", "/etc/korban"} {
		m.Outputs = append(m.Outputs, Output{name, Digest([]byte("mine")), 4})
	}
	files, err := m.Seal(nil)
	if err != nil {
		t.Fatal(err)
	}
	put(t, top, map[string]string{"korban.txt": "mine", "out/lain.txt": "mine", "out/2016/MANIFEST.json": string(files[0].Data), "out/2016/SHA256SUMS": string(files[1].Data)})
	one := sealed(t, "1", "hasil.csv")
	write(t, out, one)
	expect(t, out, one, map[string]string{"lain.txt": "mine"})
	if b, err := os.ReadFile(filepath.Join(top, "korban.txt")); err != nil || string(b) != "mine" {
		t.Errorf("%q %v", b, err)
	}
}

// TestHostileNames: no name leads out of the folder, and two that are one on
// some systems are refused.
func TestHostileNames(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "out")
	for _, r := range []*Report{
		{Folder: "../korban"}, {Folder: ".."}, {Folder: ""}, {Folder: "a/b"}, {Folder: "2016", Files: []File{{"../../korban.html", nil}}},
		{Folder: "2016", Files: []File{{"/korban.html", nil}}}, {Folder: "2016", Files: []File{{"CON.html", nil}}}, {Folder: "2016", Files: []File{{"a.html", nil}, {"A.html", nil}}},
	} {
		_, err := Write(t.Context(), out, r)
		if refused := (Refusal{}); !errors.As(err, &refused) {
			t.Errorf("%q %v: %v", r.Folder, r.Files, err)
		}
		if got := tree(t, top); len(got) != 0 {
			t.Fatalf("written: %v", got)
		}
	}
}

// TestStopped: a run that is told to stop before it moves anything leaves
// nothing, not even the folder it made.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	top := t.TempDir()
	if _, err := Write(ctx, filepath.Join(top, "a", "b"), sealed(t, "1", "a.html")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if got := tree(t, top); len(got) != 0 {
		t.Errorf("left %v", got)
	}
}

// TestTwoRunsAtOnce: the second is refused while the first is writing.
func TestTwoRunsAtOnce(t *testing.T) {
	out := t.TempDir()
	var second error
	w := Writer{step: func(string, string) error {
		_, second = Write(t.Context(), out, sealed(t, "2", "a.html"))
		return nil
	}}
	if _, err := w.Write(t.Context(), out, sealed(t, "1", "a.html")); err != nil {
		t.Fatal(err)
	}
	if second == nil || !strings.Contains(second.Error(), "rapor yang lain") {
		t.Errorf("%v", second)
	}
	expect(t, out, sealed(t, "1", "a.html"), nil)
}

// TestInside: by links, by relative paths, and itself.
func TestInside(t *testing.T) {
	top := t.TempDir()
	put(t, top, map[string]string{"kerja/2016/sub/a.csv": "x", "lain/b.csv": "x", "2016b/c.csv": "x"})
	if err := os.Symlink(filepath.Join(top, "kerja", "2016"), filepath.Join(top, "tautan")); err != nil {
		t.Skip(err)
	}
	t.Chdir(top)
	dir := filepath.Join("kerja", "2016")
	for p, want := range map[string]bool{
		"kerja/2016": true, "kerja/2016/sub/a.csv": true, "tautan/sub/a.csv": true, "tautan": true, "kerja/../kerja/./2016/sub": true,
		"lain/b.csv": false, "kerja": false, "2016b/c.csv": false, "tidak-ada": false, filepath.Join(top, "kerja/2016/sub/a.csv"): true,
	} {
		if got := Inside(p, dir); got != want {
			t.Errorf("%s: %v", p, got)
		}
	}
	if Inside("lain/b.csv", "belum-ada") {
		t.Error("inside a folder that is not there")
	}
}

func Example_kept() {
	fmt.Println(kept("2016/hasil.csv", 1), kept("2016/hasil.csv", 2), kept("2016/SHA256SUMS", 1))
	// Output: 2016/hasil (disimpan).csv 2016/hasil (disimpan 2).csv 2016/SHA256SUMS (disimpan)
}
