package ingest

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// finder collects the entries of the inputs, each once.
type finder struct {
	exclude []Exclusion
	seen    map[string]bool
	sources []Source // read, or data that cannot be read
	passed  []Source // named and not read
	left    []string // patterns that left a file out
}

// find lists the files of paths, folders, globs and zip archives, each once.
// What is read comes first, in the order of the names relative to the input;
// then, in the same order, what is only named.
func find(ctx context.Context, paths []string, exclude []Exclusion) (*Manifest, error) {
	f := &finder{exclude: exclude, seen: map[string]bool{}}
	for _, p := range paths {
		if err := f.expand(p); err != nil {
			return nil, err
		}
	}
	f.unpack()
	f.setOwnApart(ctx)
	byName := func(a, b Source) int { return strings.Compare(a.Name, b.Name) }
	slices.SortStableFunc(f.sources, byName)
	slices.SortStableFunc(f.passed, byName)
	if len(f.sources) > maxSources {
		return nil, text.Errorf("%s berkas; paling banyak %s sekali jalan", "%s files; at most %s in one run",
			text.Count(len(f.sources)), text.Count(maxSources))
	}
	m := &Manifest{Sources: f.sources, left: f.left}
	m.Unlisted = max(0, len(f.passed)-maxPassed)
	room := min(len(f.passed), maxPassed, 1<<16-1-len(m.Sources))
	m.Sources = append(m.Sources, f.passed[:room]...)
	return m, nil
}

// Bounds of one reading: a source is told by 16 bits, and a folder of a hundred
// thousand photographs needs no line for each.
const (
	maxSources = 1<<16 - 1
	maxPassed  = 1000
)

// add takes an entry by its path and its name within the input.
func (f *finder) add(path, name string, e entry) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	if f.seen[real] {
		return
	}
	f.seen[real] = true
	f.put(Source{Name: filepath.ToSlash(name), Path: path}, e)
}

// put files an entry under what is read or what is only named.
func (f *finder) put(s Source, e entry) {
	if why, is := f.excluded(s.Name); is {
		e = entry{why: reject.PassedOver, detail: text.Same(why)}
	}
	s.Refused, s.Detail, s.Expected, s.tried = e.why, e.detail, e.expected, e.tried
	if s.Passed() {
		f.passed = append(f.passed, s)
		return
	}
	f.sources = append(f.sources, s)
}

// Excludes reports whether a pattern of Options.Exclude left a file out.
func (m *Manifest) Excludes(glob string) bool { return slices.Contains(m.left, glob) }

// excluded says by which setting a name is kept out of the data, and remembers
// which patterns did it.
func (f *finder) excluded(name string) (why string, is bool) {
	for _, x := range f.exclude {
		for _, n := range []string{filepath.ToSlash(name), filepath.Base(name)} {
			if ok, _ := doublestar.Match(x.Glob, n); ok {
				f.left = append(f.left, x.Glob)
				if !is {
					why, is = x.Why, true
				}
			}
		}
	}
	return why, is
}

// expand adds what one input names.
func (f *finder) expand(p string) error {
	st, err := os.Stat(p)
	switch {
	case err == nil && st.IsDir():
		return f.walk(p)
	case err == nil:
		f.add(p, filepath.Base(p), named(filepath.Base(p), st))
		return nil
	case !strings.ContainsAny(p, "*?[{"):
		return text.Errorf("%s tidak dapat dibuka: %w", "%s cannot be opened: %w", filepath.ToSlash(p), plain(err))
	}
	found, err := doublestar.FilepathGlob(p)
	if err != nil {
		return text.Errorf("pola %q tidak benar bentuknya", "the pattern %q is malformed", p)
	}
	if len(found) == 0 {
		return text.Errorf("pola %q tidak cocok dengan berkas mana pun", "no file matches the pattern %q", p)
	}
	for _, path := range found {
		switch st, err := os.Stat(path); {
		case err != nil: // a link that leads nowhere
			f.add(path, filepath.Base(path), entry{why: reject.Unreadable, expected: isData(path)})
		case st.IsDir():
			if err := f.walk(path); err != nil {
				return err
			}
		default:
			f.add(path, filepath.Base(path), named(filepath.Base(path), st))
		}
	}
	return nil
}

// walk lists a folder without following links to folders, so that a loop of
// links cannot hold it up; such a link, and a folder that cannot be opened, is
// named and the rest goes on. So is every other entry that is not read.
func (f *finder) walk(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			rel = path
		}
		if err != nil {
			if path == root || d == nil {
				return text.Errorf("%s tidak dapat dibaca: %w", "%s cannot be read: %w", filepath.ToSlash(path), plain(err))
			}
			f.add(path, rel, entry{why: reject.Unreadable, expected: true}) // what it holds may be data
			return filepath.SkipDir
		}
		if d.IsDir() {
			if path != root && hidden(d.Name()) {
				f.add(path, rel+"/", entry{why: reject.PassedOver, detail: text.Same(hiddenMark(d.Name()))})
				return filepath.SkipDir
			}
			return nil
		}
		st, statErr := os.Stat(path)
		f.add(path, rel, inFolder(d.Name(), st, statErr))
		return nil
	})
}

// entry is what the listing of a folder says of one of its entries.
type entry struct {
	why      reject.Code // why it is not read; "" when it is
	detail   text.Text
	expected bool // its name is that of data
	tried    bool // read only when its content is a table that is known
}
