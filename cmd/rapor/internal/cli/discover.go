package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/ingest"
	"rapor/ingest/text"
)

// oneOffice refuses inputs among and below which lie several settings files: a
// report is about one office, and the first file found would silently decide
// for all. Folders are searched whole, those of files that are named by
// themselves only at their top.
func oneOffice(paths []string) error {
	found := map[string]string{} // the file itself -> its path as met first
	add := func(path string) {
		st, err := os.Stat(path)
		if err != nil || !st.Mode().IsRegular() {
			return
		}
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			real = path
		}
		if abs, err := filepath.Abs(real); err == nil {
			real = abs
		}
		if _, twice := found[real]; !twice {
			found[real] = filepath.ToSlash(path)
		}
	}
	for _, p := range paths {
		matches, err := doublestar.FilepathGlob(p)
		if _, there := os.Stat(p); err != nil || there == nil {
			matches = []string{p}
		}
		for _, m := range matches {
			searchSettings(m, add)
		}
	}
	if len(found) < 2 {
		return nil
	}
	var names []string
	for _, path := range found {
		names = append(names, path)
	}
	slices.Sort(names)
	return severalSettings(names)
}

// searchSettings calls add for the settings files of one input. What cannot be
// opened is left to the reading, which names it.
func searchSettings(p string, add func(string)) {
	if st, err := os.Stat(p); err != nil || !st.IsDir() {
		entries, err := os.ReadDir(filepath.Dir(p))
		if err != nil {
			return
		}
		for _, e := range entries {
			if ingest.IsSettings(e.Name()) {
				add(filepath.Join(filepath.Dir(p), e.Name()))
			}
		}
		return
	}
	_ = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && d != nil && d.IsDir():
			return filepath.SkipDir
		case err != nil:
			return nil
		case d.IsDir() && path != p && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case !d.IsDir() && ingest.IsSettings(d.Name()):
			add(path)
		}
		return nil
	})
}

// shownSettings bounds the files that the refusal names.
const shownSettings = 5

func severalSettings(names []string) error {
	list := "\n  " + strings.Join(names[:min(len(names), shownSettings)], "\n  ")
	more := text.Text{}
	if n := len(names) - shownSettings; n > 0 {
		more = text.T("\n  dan "+text.Group(int64(n), text.ID)+" lagi", "\n  and "+text.Group(int64(n), text.EN)+" more")
	}
	return text.Errorf("ada %d berkas pengaturan pada masukan, padahal satu laporan adalah tentang satu kantor:%s%s\nJalankan rapor sekali untuk tiap folder, atau pilih satu pengaturan dengan --config BERKAS.",
		"the input holds %d settings files, but a report is about one office:%s%s\nRun rapor once for each folder, or choose one of them with --config FILE.",
		len(names), list, more)
}
