package ingest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest/reject"
)

// dataNames are the endings of files that may hold exports. Others are not
// touched when a folder is given; a file named by itself always is.
var dataNames = []string{".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".html", ".htm", ".pdf"}

// find lists the files of paths, folders and globs, each once, in the order of
// their names relative to the input.
func find(paths, exclude []string) (*Manifest, error) {
	m := &Manifest{}
	seen := map[string]bool{}
	add := func(path, name string, why reject.Code) {
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			real = path
		}
		if abs, err := filepath.Abs(real); err == nil {
			real = abs
		}
		if seen[real] || m.excluded(name, exclude) {
			return
		}
		seen[real] = true
		m.Sources = append(m.Sources, Source{Name: filepath.ToSlash(name), Path: path, Refused: why})
	}
	for _, p := range paths {
		if err := expand(p, add); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(m.Sources, func(a, b Source) int { return strings.Compare(a.Name, b.Name) })
	if len(m.Sources) > 1<<16-1 {
		return nil, fmt.Errorf("%d berkas; paling banyak 65.535 sekali jalan", len(m.Sources))
	}
	return m, nil
}

// excluded reports whether a pattern leaves a file out, and remembers which
// patterns did.
func (m *Manifest) excluded(name string, globs []string) bool {
	out := false
	for _, g := range globs {
		for _, n := range []string{filepath.ToSlash(name), filepath.Base(name)} {
			if ok, _ := doublestar.Match(g, n); ok {
				m.left, out = append(m.left, g), true
			}
		}
	}
	return out
}

// Excludes reports whether a pattern of Options.Exclude left a file out.
func (m *Manifest) Excludes(glob string) bool { return slices.Contains(m.left, glob) }

// adder takes a file by its path and its name within the input; a code says
// that it was found and cannot be read.
type adder func(path, name string, why reject.Code)

func expand(p string, add adder) error {
	st, err := os.Stat(p)
	switch {
	case err == nil && st.IsDir():
		return walk(p, add)
	case err == nil && !st.Mode().IsRegular(): // a pipe or a device would hold the run up
		add(p, filepath.Base(p), reject.Unreadable)
		return nil
	case err == nil:
		add(p, filepath.Base(p), "")
		return nil
	case !strings.ContainsAny(p, "*?[{"):
		return fmt.Errorf("%s tidak ditemukan atau tidak dapat dibuka: %s", filepath.ToSlash(p), plain(err))
	}
	found, err := doublestar.FilepathGlob(p)
	if err != nil {
		return fmt.Errorf("pola %q: %w", p, err)
	}
	if len(found) == 0 {
		return fmt.Errorf("pola %q tidak cocok dengan berkas mana pun", p)
	}
	for _, f := range found {
		if st, err := os.Stat(f); err == nil && !st.IsDir() {
			add(f, filepath.Base(f), "")
		}
	}
	return nil
}

// walk lists a folder without following links to folders, so that a loop of
// links cannot hold it up; such a link, and a folder that cannot be opened, is
// named and the rest goes on. Lock files, hidden files and what is no data are
// passed over.
func walk(root string, add adder) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			rel = path
		}
		if err != nil {
			if path == root || d == nil {
				return fmt.Errorf("%s tidak dapat dibaca: %s", filepath.ToSlash(path), plain(err))
			}
			add(path, rel, reject.Unreadable)
			return filepath.SkipDir
		}
		name := d.Name()
		if path != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")) {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		data := slices.Contains(dataNames, strings.ToLower(filepath.Ext(name)))
		st, statErr := os.Stat(path)
		switch {
		case d.IsDir():
		case statErr == nil && st.IsDir():
			add(path, rel, reject.LinkedFolder)
		case data && (statErr != nil || !st.Mode().IsRegular()):
			add(path, rel, reject.Unreadable)
		case data:
			add(path, rel, "")
		}
		return nil
	})
}
