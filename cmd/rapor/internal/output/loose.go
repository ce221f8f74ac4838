package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rapor/ingest/regular"
)

// Loose writes files that are no report into a folder, which is made where it
// is not there. A file of that name is replaced only when ours says that rapor
// wrote it.
func Loose(dir string, files []File, ours func(old []byte) bool) error {
	made, err := makeFolder(dir)
	if err != nil {
		removeEmpty(made)
		return Unwritten(dir, err)
	}
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if old, err := regular.ReadFile(path); err == nil && bytes.Equal(old, f.Data) {
			continue
		}
		if err := Single(path, f.Data, ours); err != nil {
			removeEmpty(made)
			return err
		}
	}
	return nil
}

// Discard removes files that Loose wrote before. What is not ours, or cannot be
// removed, stays.
func Discard(dir string, names []string, ours func(old []byte) bool) {
	for _, name := range names {
		path := filepath.Join(dir, name)
		if st, err := os.Lstat(path); err != nil || !st.Mode().IsRegular() {
			continue
		}
		old, err := regular.ReadFile(path)
		if err == nil && ours(old) {
			err = os.Remove(path)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return // the folder is not to be written: nothing else is either
		}
	}
}
