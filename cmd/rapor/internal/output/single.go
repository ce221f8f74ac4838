package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rapor/ingest/regular"
)

// Single writes one file that the user named, whole or not at all. A file of
// that name is replaced only when ours says that rapor wrote it.
func Single(file string, data []byte, ours func(old []byte) bool) error {
	old, err := regular.ReadFile(file)
	switch {
	case err == nil && !ours(old), err != nil && !errors.Is(err, fs.ErrNotExist):
		return refuse("%s sudah ada dan tidak ditulis rapor; sebutkan nama lain",
			"%s is there already and was not written by rapor; choose another name", filepath.ToSlash(file))
	}
	// Always the same name, so that the next run replaces what a killed one left.
	fresh := filepath.Join(filepath.Dir(file), ".rapor-"+filepath.Base(file))
	err = os.WriteFile(fresh, data, 0o644)
	if err == nil {
		err = os.Rename(fresh, file)
	}
	if err != nil {
		_ = os.Remove(fresh) // it may never have been made
		return Unwritten(file, err)
	}
	return nil
}
