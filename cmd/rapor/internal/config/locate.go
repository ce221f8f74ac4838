package config

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapor/ingest/regular"
	"rapor/ingest/text"
)

// Name is the file looked for in the data folder when --config is not given.
const Name = "rapor.yaml"

// Found says which file of settings a run uses, and which it saw and does not.
type Found struct {
	Path   string   // as opened; "" when there is none
	Base   string   // its name without a folder
	SHA256 string   // of its bytes
	Looked []string // the folders that were looked through
	// Notes name files of settings that were seen and not used. They hold
	// names of files of the office, and no folder of this machine.
	Notes []text.Text
}

// Load reads the settings. path "" looks in dirs for rapor.yaml or rapor.yml,
// in any letter case, and gives an empty File when there is none. What looks
// like one and is not used is an error, or named in Found.Notes.
func Load(path string, dirs []string) (*File, Found, error) {
	found := Found{Path: path}
	if path == "" {
		var err error
		if found, err = locate(dirs); err != nil || found.Path == "" {
			return &File{places: places{file: Name}}, found, err
		}
	}
	found.Base = filepath.Base(found.Path)
	if path != "" {
		found.beside(dirs)
	}
	empty := &File{places: places{file: found.Base}}
	b, err := regular.ReadFile(found.Path)
	var not *regular.NotFileError
	if errors.As(err, &not) {
		return empty, found, err
	}
	if err != nil {
		return empty, found, unread(found.Path, err)
	}
	sum := sha256.Sum256(b)
	found.SHA256 = hex.EncodeToString(sum[:])
	f, err := Parse(filepath.ToSlash(found.Path), b)
	return f, found, err
}

func unread(path string, err error) error {
	why := text.T("izin berkasnya tidak cukup", "no permission")
	if os.IsNotExist(err) {
		why = text.T("tidak ada", "it does not exist")
	} else if !os.IsPermission(err) {
		why = text.T("gagal dibuka", "it cannot be opened")
	}
	return text.Errorf("berkas pengaturan %s tidak dapat dibaca: %s", "settings %s cannot be read: %s",
		filepath.ToSlash(path), why)
}

// kin sorts the name of an entry: the settings themselves, what only looks
// like them (rapor.yaml.txt, "rapor (1).yaml"), or neither.
func kin(name string) (settings, alike bool) {
	n := strings.ToLower(name)
	if n == "rapor.yaml" || n == "rapor.yml" {
		return true, false
	}
	if !strings.HasPrefix(n, "rapor") || strings.HasSuffix(n, "~") || strings.HasSuffix(n, ".bak") {
		return false, false
	}
	rest := strings.TrimPrefix(n, "rapor")
	bare := strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "(") ||
		strings.HasPrefix(rest, "_") || strings.HasPrefix(rest, "-")
	return false, bare && (strings.Contains(rest, ".yaml") || strings.Contains(rest, ".yml"))
}

// in lists the settings of a folder and what looks like them.
func in(dir string) (settings, alike []string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil // the reading of the data says what is wrong with the folder
	}
	for _, e := range entries {
		is, like := kin(e.Name())
		if is {
			settings = append(settings, filepath.Join(dir, e.Name()))
		} else if like {
			alike = append(alike, filepath.Join(dir, e.Name()))
		}
	}
	return settings, alike
}

// locate looks through the folders of the data.
func locate(dirs []string) (Found, error) {
	var out Found
	var all, alike []string
	for _, d := range dirs {
		if slices.Contains(out.Looked, d) {
			continue
		}
		out.Looked = append(out.Looked, d)
		s, like := in(d)
		all, alike = append(all, s...), append(alike, like...)
	}
	all = distinct(all)
	switch {
	case len(all) > 1:
		return out, text.Errorf("ada %d berkas pengaturan: %s; sisakan satu, atau sebutkan satu dengan --config",
			"there are %d files of settings: %s; keep one, or name one with --config", len(all), listed(all))
	case len(all) == 0 && len(alike) > 0:
		return out,
			text.Errorf("%s tidak dipakai karena namanya; ubah namanya menjadi %s, atau sebutkan dengan --config (Windows dapat menyembunyikan akhiran nama)",
				"%s is not used because of its name; rename it to %s, or name it with --config (Windows may hide the ending of a name)", listed(alike), Name)
	case len(all) == 1:
		out.Path = all[0]
		st, err := os.Stat(out.Path)
		if err == nil && !st.Mode().IsRegular() {
			err = &regular.NotFileError{Path: out.Path, Mode: st.Mode()}
		}
		if err != nil {
			return out, broken(out.Path, err)
		}
		for _, p := range alike {
			out.Notes = append(out.Notes,
				text.T(filepath.Base(p)+" tidak dipakai; yang dipakai "+filepath.Base(out.Path),
					filepath.Base(p)+" is not used; "+filepath.Base(out.Path)+" is"))
		}
		return out, nil
	}
	out.nearby(dirs)
	return out, nil
}

func broken(path string, err error) error {
	p := filepath.ToSlash(path)
	var not *regular.NotFileError
	switch {
	case errors.As(err, &not):
		return text.Errorf("%w; pindahkan, atau sebutkan berkas pengaturan dengan --config",
			"%w; move it, or name the settings with --config", err)
	case os.IsNotExist(err):
		return text.Errorf("%s adalah tautan ke berkas yang tidak ada; perbaiki, atau sebutkan berkas pengaturan dengan --config", "%s is a link to a file that does not exist; mend it, or name the settings with --config", p)
	}
	return unread(path, err)
}

// distinct leaves out a file that was met by two ways, as by links to a folder.
func distinct(paths []string) []string {
	var out []string
	var seen []os.FileInfo
	for _, p := range paths {
		st, err := os.Stat(p)
		if err == nil && slices.ContainsFunc(seen, func(s os.FileInfo) bool { return os.SameFile(s, st) }) {
			continue
		}
		if err == nil {
			seen = append(seen, st)
		}
		out = append(out, p)
	}
	return out
}

func listed(paths []string) string {
	var out []string
	for _, p := range paths {
		out = append(out, filepath.ToSlash(p))
	}
	return strings.Join(out, ", ")
}

// beside notes settings in the data folders when others were named.
func (f *Found) beside(dirs []string) {
	var all []string
	for _, d := range dirs {
		s, _ := in(d)
		all = append(all, s...)
	}
	for _, p := range distinct(append([]string{f.Path}, all...))[1:] {
		base := filepath.Base(p)
		f.Notes = append(f.Notes, text.T(base+" di folder data tidak dipakai; --config menyebut berkas lain",
			base+" in the data folder is not used; --config names another file"))
	}
}

// nearby notes settings above the data folders and in the current one: they
// may have been meant, and are used only when --config names them.
func (f *Found) nearby(dirs []string) {
	var looked []string
	for _, d := range dirs {
		if abs, err := filepath.Abs(d); err == nil {
			looked = append(looked, abs)
		}
	}
	seen := slices.Clone(looked)
	note := func(dir, id, en string) {
		abs, err := filepath.Abs(dir)
		if err != nil || slices.Contains(seen, abs) {
			return
		}
		seen = append(seen, abs)
		s, alike := in(abs)
		for _, p := range append(s, alike...) {
			base := filepath.Base(p)
			f.Notes = append(f.Notes,
				text.T(base+" di "+id+" tidak dipakai; sebutkan dengan --config bila memang untuk data ini",
					base+" in "+en+" is not used; name it with --config if it is meant for these data"))
		}
	}
	note(".", "folder kerja", "the current folder")
	for _, d := range looked {
		note(filepath.Dir(d), "folder di atas folder data", "the folder above the data")
	}
}

// Beside resolves a path of the configuration against its own folder.
func Beside(configPath, p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(filepath.Dir(configPath), p)
}
