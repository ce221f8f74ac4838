package ingest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// dataNames are the endings of files that may hold exports. Others are not
// touched when a folder is given; a file named by itself always is.
var dataNames = []string{".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".html", ".htm", ".pdf"}

// find lists the files of paths, folders and globs, each once, in the order of
// their names relative to the input.
func find(paths, exclude []string) (*Manifest, error) {
	m := &Manifest{}
	seen := map[string]bool{}
	add := func(path, name string) {
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			real = path
		}
		if abs, err := filepath.Abs(real); err == nil {
			real = abs
		}
		if seen[real] || excluded(name, exclude) {
			return
		}
		seen[real] = true
		m.Sources = append(m.Sources, Source{Name: filepath.ToSlash(name), Path: path})
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

func excluded(name string, globs []string) bool {
	for _, g := range globs {
		if ok, _ := doublestar.Match(g, filepath.ToSlash(name)); ok {
			return true
		}
		if ok, _ := doublestar.Match(g, filepath.Base(name)); ok {
			return true
		}
	}
	return false
}

func expand(p string, add func(path, name string)) error {
	st, err := os.Stat(p)
	switch {
	case err == nil && st.IsDir():
		return walk(p, add)
	case err == nil:
		add(p, filepath.Base(p))
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
			add(f, filepath.Base(f))
		}
	}
	return nil
}

// walk lists a folder without following links to folders, so that a loop of
// links cannot hold it up. Lock files, hidden files and what is no data are
// passed over.
func walk(root string, add func(path, name string)) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s tidak dapat dibaca: %s", filepath.ToSlash(path), plain(err))
		}
		name := d.Name()
		if path != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")) {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if d.IsDir() || !slices.Contains(dataNames, strings.ToLower(filepath.Ext(name))) {
			return nil
		}
		if st, err := os.Stat(path); err != nil || st.IsDir() {
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			rel = name
		}
		add(path, rel)
		return nil
	})
}
