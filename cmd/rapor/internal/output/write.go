package output

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"rapor/ingest/regular"
)

// The folder in which a report is made ready, in the output folder so that all
// that follows is renaming. A journal in it says that renaming has begun; while
// it is there, the report in place is not valid and the next run undoes it.
const (
	work    = ".rapor-sementara"
	ready   = "baru" // new files
	gone    = "lama" // files of the earlier report, moved out
	journal = "jurnal.json"
)

// log is the journal: what is put in place, what is moved out of it.
type log struct {
	Fresh []Output `json:"fresh"`
	Moves []move   `json:"moves"`
	Dirs  []string `json:"dirs"`
}

// Writer puts reports in place. The zero value does; tests stop it on its way.
type Writer struct {
	// step is called before every change of the file system; what it returns
	// is taken for that change's failure.
	step func(what, name string) error
	// held reports a file that another program holds open.
	held func(path string) error
	// swapPaths gives two folders each other's name.
	swapPaths func(a, b string) error
}

// Write puts a report and the list of periods in place of the earlier ones, all
// or nothing. It returns what was kept beside them.
func Write(ctx context.Context, out string, r *Report) ([]Kept, error) {
	return (&Writer{}).Write(ctx, out, r)
}

// Write is the function Write.
func (w *Writer) Write(ctx context.Context, out string, r *Report) (kept []Kept, err error) {
	made, err := makeFolder(out)
	if err != nil {
		return nil, Unwritten(out, err)
	}
	defer func() {
		if err != nil {
			removeEmpty(made)
		}
	}()
	unlock, err := lock(out)
	if err != nil {
		return nil, err
	}
	defer unlock()
	saved, err := w.recover(out)
	if err != nil {
		return nil, err
	}
	p, err := makePlan(out, r)
	if err != nil {
		return nil, err
	}
	if err := w.replace(ctx, p); err != nil {
		return nil, errors.Join(err, w.clear(out))
	}
	return append(saved, p.kept...), w.clear(out)
}

// replace makes the new files ready and puts them in place: the whole folder in
// one step where the system can, else file by file, with a journal. On an error
// what was moved is moved back.
func (w *Writer) replace(ctx context.Context, p *plan) error {
	if len(p.fresh) == 0 && len(p.moves) == 0 {
		return nil
	}
	if err := w.stage(ctx, p); err != nil {
		return err
	}
	if err := w.free(p); err != nil {
		return err
	}
	if done, err := w.exchange(p); done || err != nil {
		return err
	}
	if err := w.note(p); err != nil {
		return err
	}
	if err := w.swap(p); err != nil {
		_, undone := w.recover(p.out)
		return errors.Join(err, undone)
	}
	if err := w.remove(p.at(path.Join(work, journal))); err != nil { // from here on the new report holds
		_, undone := w.recover(p.out)
		return errors.Join(Unwritten(p.at(ManifestName), err), undone)
	}
	p.prune()
	return nil
}

// stage writes the new files beside the old ones.
func (w *Writer) stage(ctx context.Context, p *plan) error {
	for _, f := range p.fresh {
		if err := ctx.Err(); err != nil {
			return err
		}
		to := p.at(path.Join(work, ready, f.Name))
		err := w.ask("stage", f.Name)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(to), 0o755)
		}
		if err == nil {
			err = os.WriteFile(to, f.Data, 0o644)
		}
		if err != nil {
			return Unwritten(p.at(f.Name), err)
		}
	}
	return ctx.Err()
}

// free makes sure that no other program holds a file that has to go.
func (w *Writer) free(p *plan) error {
	held := w.held
	if held == nil {
		held = heldOpen
	}
	for _, m := range p.moves {
		if err := held(p.at(m.From)); err != nil {
			return locked(p.at(m.From), err)
		}
	}
	return nil
}

// note writes the journal, whole or not at all.
func (w *Writer) note(p *plan) error {
	l := log{Moves: p.moves, Dirs: p.dirs}
	for _, f := range p.fresh {
		l.Fresh = append(l.Fresh, Output{f.Name, Digest(f.Data), len(f.Data)})
	}
	js, err := json.Marshal(l)
	if err != nil {
		return err
	}
	to := p.at(path.Join(work, journal))
	err = errors.Join(w.ask("journal", journal), os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to+".baru", js, 0o644))
	if err != nil {
		return Unwritten(p.at(ManifestName), err)
	}
	if err := w.rename(to+".baru", to); err != nil {
		return Unwritten(p.at(ManifestName), err)
	}
	return nil
}

// swap moves the old files out and the new ones in.
func (w *Writer) swap(p *plan) error {
	for _, m := range p.moves {
		if err := w.move(p, m); err != nil {
			return locked(p.at(m.From), err)
		}
	}
	for _, dir := range p.dirs {
		if err := errors.Join(w.ask("folder", dir), os.Mkdir(p.at(dir), 0o755)); err != nil {
			return Unwritten(p.at(dir), err)
		}
	}
	for _, f := range p.fresh {
		if err := w.move(p, move{path.Join(work, ready, f.Name), f.Name}); err != nil {
			return locked(p.at(f.Name), err)
		}
	}
	return nil
}

// move renames within the output folder, onto nothing that is there.
func (w *Writer) move(p *plan, m move) error {
	to := p.at(m.To)
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fs.ErrExist
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return w.rename(p.at(m.From), to)
}

// recover undoes what a stopped run left half done: new files go out, old ones
// back to their places. What a person changed since is kept. Undoing can itself
// be stopped and done again.
func (w *Writer) recover(out string) (saved []Kept, err error) {
	p := &plan{out: out}
	js, err := regular.ReadFile(p.at(path.Join(work, journal)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, w.clear(out)
	}
	var l log
	if err == nil {
		err = json.Unmarshal(js, &l)
	}
	if err != nil {
		return nil, Unwritten(out, err)
	}
	for _, f := range l.Fresh {
		if err := w.takeOut(p, f); err != nil {
			return nil, locked(p.at(f.Name), err)
		}
	}
	for _, dir := range slices.Backward(l.Dirs) {
		if _, err := clean(dir); err == nil {
			_ = os.Remove(p.at(dir)) // one that holds something of a person's stays
		}
	}
	for _, m := range slices.Backward(l.Moves) {
		if err := w.putBack(p, m); err != nil {
			return nil, locked(p.at(m.From), err)
		}
	}
	if err := w.remove(p.at(path.Join(work, journal))); err != nil {
		return nil, Unwritten(out, err)
	}
	return p.kept, w.clear(out)
}

// takeOut moves a new file out of its place again, when it got there; one that
// a person has changed meanwhile is kept beside.
func (w *Writer) takeOut(p *plan, f Output) error {
	if _, err := clean(f.Name); err != nil {
		return err
	}
	back := path.Join(work, ready, f.Name)
	if _, err := os.Lstat(p.at(back)); err == nil {
		return nil // it never left
	}
	sum, there := p.digest(f.Name)
	switch {
	case !there:
		return nil
	case sum == f.SHA256:
		return w.move(p, move{f.Name, back})
	}
	as := p.free(f.Name, map[string]bool{})
	p.kept = append(p.kept, Kept{f.Name, as})
	return w.move(p, move{f.Name, as})
}

// putBack moves an old file back to its place, when it left it.
func (w *Writer) putBack(p *plan, m move) error {
	if _, err := clean(m.From); err != nil {
		return err
	}
	if _, err := os.Lstat(p.at(m.To)); err != nil {
		return nil // it never left, or is back
	}
	if _, err := os.Lstat(p.at(m.From)); err == nil {
		if path.Dir(m.To) == path.Dir(m.From) {
			return nil // kept beside what a person has put there since
		}
		as := p.free(m.From, map[string]bool{})
		p.kept = append(p.kept, Kept{m.From, as})
		return w.move(p, move{m.To, as})
	}
	return w.move(p, move{m.To, m.From})
}

// prune removes folders that the earlier report needed and nothing is left in.
func (p *plan) prune() {
	for _, m := range slices.Backward(p.moves) {
		if dir := path.Dir(m.From); dir != "." {
			_ = os.Remove(p.at(dir)) // one that holds anything stays
		}
	}
}

// clear removes the folder in which reports are made ready. There is no journal
// in it: all it holds was written by rapor and stands in place, or never did.
func (w *Writer) clear(out string) error {
	dir := filepath.Join(out, work)
	if _, err := os.Lstat(filepath.Join(dir, journal)); err == nil {
		return nil // not undone; the next run tries again
	}
	if err := errors.Join(w.ask("clear", work), os.RemoveAll(dir)); err != nil {
		return Unwritten(out, err)
	}
	return nil
}

func (w *Writer) ask(what, name string) error {
	if w.step == nil {
		return nil
	}
	return w.step(what, name)
}

func (w *Writer) rename(from, to string) error {
	if err := w.ask("rename", from); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func (w *Writer) remove(file string) error {
	if err := w.ask("remove", file); err != nil {
		return err
	}
	return os.Remove(file)
}

// makeFolder makes a folder and lists those that were not there, outermost
// first.
func makeFolder(dir string) (made []string, err error) {
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		made = append([]string{d}, made...)
	}
	return made, os.MkdirAll(dir, 0o755)
}

func removeEmpty(dirs []string) {
	for _, d := range slices.Backward(dirs) {
		_ = os.Remove(d) // one that holds anything stays
	}
}
