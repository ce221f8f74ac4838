package output

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"rapor/ingest/regular"
	"rapor/ingest/text"
)

// Report is one period's folder as it is to be: its name in the output folder,
// whose it is, and all of its files. Index is the list of periods beside it.
type Report struct {
	Folder, Office, Lang string
	Files                []File
	Index                []byte
}

// IndexName is the list of periods, at the top of the output folder.
const IndexName = "index.html"

// Refusal is an error that is up to the user: the output folder holds what must
// not be replaced.
type Refusal struct{ error }

// Unwrap gives the error itself.
func (r Refusal) Unwrap() error { return r.error }

func refuse(id, en string, args ...any) error { return Refusal{text.Errorf(id, en, args...)} }

// Kept is a file that a person changed and the name it is kept under, both
// relative to the output folder.
type Kept struct{ Name, As string }

// plan is what has to happen in an output folder.
type plan struct {
	out    string
	folder string   // of the period
	fresh  []File   // to be put in place
	moves  []move   // to be moved out first
	dirs   []string // that are not there yet, outermost first
	kept   []Kept
}

// move is one rename within the output folder.
type move struct{ From, To string }

// Check says whether a report may go into an output folder, before anything is
// made: not where a report of another office, language or period stands, nor,
// without the office's files, where those stand.
func Check(out string, r *Report) error {
	if _, err := Name(r.Folder); err != nil {
		return Refusal{err}
	}
	dir := filepath.Join(out, r.Folder)
	if st, err := os.Stat(dir); err == nil && !st.IsDir() {
		return refuse("%s bukan folder; pindahkan, atau sebutkan folder hasil lain dengan -o",
			"%s is not a folder; move it, or name another output folder with -o", filepath.ToSlash(dir))
	}
	m, _ := manifestOf(dir)
	if m == nil {
		return nil
	}
	switch {
	case m.Period != r.Folder:
		return another(dir, text.Same(m.Period))
	case simple(m.Office) != simple(r.Office):
		return another(dir, text.Same(m.Office))
	case m.Lang != "" && m.Lang != r.Lang:
		return another(dir, language(m.Lang))
	}
	return nil
}

func another(dir string, whose text.Text) error {
	return refuse("%s sudah berisi laporan lain (%s); sebutkan folder hasil lain dengan -o, supaya keduanya tetap ada",
		"%s already holds another report (%s); name another output folder with -o, so that both stay", filepath.ToSlash(dir), whose)
}

// simple is a name without what makes no difference between two offices.
func simple(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

func language(l string) text.Text {
	switch text.Lang(l) {
	case text.EN:
		return text.T("bahasa Inggris", "in English")
	case text.ID:
		return text.T("bahasa Indonesia", "in Indonesian")
	}
	return text.Same(l)
}

// manifestOf reads the manifest of rapor in a folder; nil when there is none.
func manifestOf(dir string) (*Manifest, string) {
	js, err := regular.ReadFile(filepath.Join(dir, ManifestName))
	var m Manifest
	if err != nil || json.Unmarshal(js, &m) != nil || m.Tool.Name != "rapor" {
		return nil, ""
	}
	return &m, Digest(js)
}

// owned lists the files of a period's folder that rapor wrote, by name relative
// to the output folder, with the digest they had.
func owned(out, folder string) map[string]string {
	all := map[string]string{}
	for _, dir := range []string{folder, path.Join(folder, Internal)} {
		m, sum := manifestOf(filepath.Join(out, dir))
		if m == nil {
			continue
		}
		for _, o := range m.Outputs {
			if name, err := clean(o.Name); err == nil { // a manifest is data too
				all[path.Join(dir, name)] = o.SHA256
			}
		}
		sums := m.sums(sum)
		all[path.Join(dir, SumsName)] = Digest(sums)
		all[path.Join(dir, ManifestName)] = listed(filepath.Join(out, dir, SumsName), ManifestName)
	}
	return all
}

// listed is the digest that a list of checksums gives a file, "" when none.
func listed(sums, name string) string {
	data, err := regular.ReadFile(sums)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if sum, of, ok := strings.Cut(strings.TrimSpace(line), "  "); ok && of == name {
			return sum
		}
	}
	return ""
}

// makePlan compares what stands in the output folder with what is to stand
// there. It refuses when a file that rapor did not write has a name it needs.
func makePlan(out string, r *Report) (*plan, error) {
	if err := Check(out, r); err != nil {
		return nil, err
	}
	p := &plan{out: out, folder: r.Folder, fresh: append(Under(r.Folder, r.Files), File{IndexName, sign(r.Index)})}
	if err := p.names(); err != nil {
		return nil, err
	}
	own := owned(out, r.Folder)
	inner, _ := manifestOf(filepath.Join(out, r.Folder, Internal))
	if inner != nil && !p.makes(path.Join(r.Folder, Internal, ManifestName)) {
		return nil, refuse("%s berisi berkas internal kantor, yang tidak dapat dibuat dari edisi juri; pakai internal/hasil.json, atau folder hasil lain (-o)",
			"%s holds the office's own files, which cannot be made from the jury's edition; use internal/hasil.json, or another output folder (-o)",
			filepath.ToSlash(filepath.Join(out, r.Folder)))
	}
	own[IndexName] = signed(filepath.Join(out, IndexName))
	if own[IndexName] == "" {
		delete(own, IndexName)
	}
	return p, p.settle(own)
}

// names makes sure that every name may be a path, and that no two are one on a
// system that takes capitals for small letters.
func (p *plan) names() error {
	seen := map[string]bool{}
	for _, f := range p.fresh {
		if _, err := clean(f.Name); err != nil {
			return Refusal{err}
		}
		if low := strings.ToLower(f.Name); seen[low] {
			return refuse("dua berkas hasil bernama %q", "two output files are named %q", f.Name)
		} else {
			seen[low] = true
		}
	}
	return nil
}

func (p *plan) makes(name string) bool {
	return slices.ContainsFunc(p.fresh, func(f File) bool { return f.Name == name })
}

// settle decides for each name: leave, put, move out, or keep beside.
func (p *plan) settle(own map[string]string) error {
	if err := p.needed(own); err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		sum, there := p.digest(name)
		switch {
		case !there:
		case sum != "" && sum == own[name]:
			p.moves = append(p.moves, move{name, path.Join(work, gone, name)})
		default:
			as := p.free(name, taken)
			p.moves = append(p.moves, move{name, as})
			p.kept = append(p.kept, Kept{name, as})
		}
	}
	return p.folders()
}

// needed looks at the names that are needed: a file that is as it is to be is
// left, and one that rapor did not write refuses the run.
func (p *plan) needed(own map[string]string) error {
	var foreign []string
	p.fresh = slices.DeleteFunc(p.fresh, func(f File) bool {
		sum, there := p.digest(f.Name)
		_, ours := own[f.Name]
		switch {
		case !there:
			return false
		case sum == Digest(f.Data):
			delete(own, f.Name) // as it is to be
			return true
		case !ours:
			foreign = append(foreign, f.Name)
		}
		return false
	})
	if len(foreign) > 0 {
		return p.foreign(foreign)
	}
	return nil
}

// foreign refuses to replace what rapor did not write.
func (p *plan) foreign(names []string) error {
	more := len(names) - min(len(names), 3)
	list := strings.Join(names[:len(names)-more], ", ")
	if more > 0 {
		list += ", …"
	}
	return refuse("%s berisi berkas yang tidak ditulis rapor dengan nama yang diperlukan: %s. Pindahkan, atau sebutkan folder hasil lain dengan -o",
		"%s holds files that rapor did not write under names it needs: %s. Move them, or name another output folder with -o", filepath.ToSlash(p.out), list)
}

// folders lists the folders to be made, and refuses where one is a file.
func (p *plan) folders() error {
	for _, f := range p.fresh {
		for i, c := range f.Name {
			dir := f.Name[:i]
			if c != '/' || slices.Contains(p.dirs, dir) {
				continue
			}
			st, err := os.Stat(p.at(dir))
			switch {
			case errors.Is(err, fs.ErrNotExist):
				p.dirs = append(p.dirs, dir)
			case err != nil:
				return Unwritten(p.at(dir), err)
			case !st.IsDir():
				return p.foreign([]string{dir})
			}
		}
	}
	return nil
}

// at is the path of a name in the output folder. Names have passed clean.
func (p *plan) at(name string) string { return filepath.Join(p.out, filepath.FromSlash(name)) }

// digest is that of a file in the output folder, "" for what is no regular
// file or cannot be read; there is whether anything has the name.
func (p *plan) digest(name string) (sum string, there bool) {
	return digestOf(p.at(name))
}

func digestOf(file string) (sum string, there bool) {
	st, err := os.Lstat(file)
	if err != nil {
		return "", !errors.Is(err, fs.ErrNotExist) && !notFolder(err)
	}
	if !st.Mode().IsRegular() {
		return "", true
	}
	f, err := regular.Open(file)
	if err != nil {
		return "", true
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", true
	}
	return hex.EncodeToString(h.Sum(nil)), true
}

// free is the first name under which a changed file can be kept.
func (p *plan) free(name string, taken map[string]bool) string {
	for n := 1; ; n++ {
		as := kept(name, n)
		if _, err := os.Lstat(p.at(as)); errors.Is(err, fs.ErrNotExist) && !taken[as] && !p.makes(as) {
			taken[as] = true
			return as
		}
	}
}

// Inside reports whether a file or folder is a folder or lies in it, whatever
// the way it is written: by links, relative, or in other letters where the
// system does not tell them apart.
func Inside(file, folder string) bool {
	dir, err := os.Stat(folder)
	if err != nil {
		return false
	}
	ways := []string{file}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		ways = append(ways, real)
	}
	for _, way := range ways {
		abs, err := filepath.Abs(way)
		for err == nil {
			if st, err := os.Stat(abs); err == nil && os.SameFile(st, dir) {
				return true
			}
			up := filepath.Dir(abs)
			if up == abs {
				break
			}
			abs = up
		}
	}
	return false
}
