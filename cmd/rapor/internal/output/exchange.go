package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// exchange puts the new folder in place of the earlier one in a single step, so
// that a run killed at any moment leaves one of the two, whole. What is not
// replaced gets a second name in the new folder first. Where the system or the
// file system cannot do this it reports false, and nothing has changed.
func (w *Writer) exchange(p *plan) (done bool, err error) {
	swap := w.swapPaths
	if swap == nil {
		swap = exchangePaths
	}
	fresh, old := p.at(path.Join(work, ready, p.folder)), p.at(p.folder)
	if err := w.ask("folder", p.folder); err != nil {
		return false, Unwritten(old, err)
	}
	seen, err := p.complete(fresh, old)
	if err != nil {
		return false, nil // then file by file
	}
	put, back := swap, func() error { return swap(fresh, old) }
	if seen == nil {
		put, back = os.Rename, func() error { return os.Rename(old, fresh) }
	}
	if err := w.ask("exchange", p.folder); err != nil {
		return false, Unwritten(old, err)
	}
	if err := put(fresh, old); err != nil {
		return false, nil // then file by file
	}
	if err := w.index(p); err != nil {
		return false, errors.Join(err, back())
	}
	if err := p.late(fresh, seen); err != nil { // then all of the earlier folder stays, beside
		as := p.free(p.folder, map[string]bool{})
		p.kept = append(p.kept, Kept{p.folder, as})
		return true, os.Rename(fresh, p.at(as))
	}
	return true, nil
}

// complete gives the new folder what stays of the earlier one: a second name
// for every file that is not replaced, the kept ones under their new name. seen
// is all that it saw, nil when there was no earlier folder.
func (p *plan) complete(fresh, old string) (seen map[string]bool, err error) {
	st, err := os.Lstat(old)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !st.IsDir():
		return nil, errors.ErrUnsupported
	}
	to := map[string]string{}
	for _, m := range p.moves {
		to[m.From] = m.To
	}
	seen = map[string]bool{}
	err = filepath.WalkDir(old, func(from string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(old, from)
		seen[rel] = true
		name := path.Join(p.folder, filepath.ToSlash(rel))
		if d.IsDir() {
			return likeDir(filepath.Join(fresh, rel), d)
		}
		as, moved := to[name]
		switch {
		case !moved:
			as = name
		case strings.HasPrefix(as, work+"/"):
			return nil // replaced, or no longer made
		}
		return second(from, p.at(path.Join(work, ready, as)), d)
	})
	for _, m := range slices.Backward(p.moves) {
		if dir := path.Dir(m.From); dir != "." && dir != p.folder {
			_ = os.Remove(p.at(path.Join(work, ready, dir))) // one that holds anything stays
		}
	}
	return seen, err
}

// likeDir makes a folder with the permissions of another.
func likeDir(dir string, like fs.DirEntry) error {
	st, err := like.Info()
	if err != nil {
		return err
	}
	return errors.Join(os.MkdirAll(dir, 0o755), os.Chmod(dir, st.Mode().Perm()|0o700))
}

// second gives a file a second name; a link is made again.
func second(from, to string, d fs.DirEntry) error {
	if d.Type()&fs.ModeSymlink == 0 {
		return os.Link(from, to)
	}
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	return os.Symlink(target, to)
}

// index puts the list of periods in place, over the earlier one; one that a
// person changed has a second name first.
func (w *Writer) index(p *plan) error {
	at := p.at(IndexName)
	if i := slices.IndexFunc(p.fresh, func(f File) bool { return f.Name == IndexName }); i < 0 {
		return nil // as it is to be
	}
	kept := ""
	for _, m := range p.moves {
		if m.From != IndexName || strings.HasPrefix(m.To, work+"/") {
			continue
		}
		kept = p.at(m.To)
		if err := errors.Join(w.ask("link", IndexName), os.Link(at, kept)); err != nil {
			return locked(at, err)
		}
	}
	if err := w.rename(p.at(path.Join(work, ready, IndexName)), at); err != nil {
		if kept != "" {
			_ = os.Remove(kept) // a second name only
		}
		return locked(at, err)
	}
	return nil
}

// late brings over what a person put into the earlier folder while it was being
// replaced.
func (p *plan) late(old string, seen map[string]bool) error {
	if seen == nil {
		return nil
	}
	return filepath.WalkDir(old, func(from string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(old, from)
		if err != nil || seen[rel] {
			return err
		}
		name := path.Join(p.folder, filepath.ToSlash(rel))
		as := name
		if _, err := os.Lstat(p.at(name)); err == nil {
			as = p.free(name, map[string]bool{})
			p.kept = append(p.kept, Kept{name, as})
		}
		if err := os.Rename(from, p.at(as)); err != nil || !d.IsDir() {
			return err
		}
		return fs.SkipDir
	})
}
