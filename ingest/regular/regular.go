// Package regular opens files that are files. A pipe or a device under the name
// of one would hold a run up for ever, or never end; it is refused by name.
//
// It is a leaf, for everything that opens what a person named.
package regular

import (
	"io/fs"
	"os"
	"path/filepath"

	"rapor/ingest/text"
)

// NotFileError is what stands under a path instead of a file.
type NotFileError struct {
	Path string
	Mode fs.FileMode
}

// In says in a language what the path is.
func (e *NotFileError) In(l text.Lang) string {
	return filepath.ToSlash(e.Path) + ": " + Kind(e.Mode).In(l)
}

// Cause says it without the path.
func (e *NotFileError) Cause() error { return text.Errorf("%s", "%s", Kind(e.Mode)) }

// Error says it in Indonesian.
func (e *NotFileError) Error() string { return e.In(text.ID) }

// Kind names what is no file by its mode; empty for a file.
func Kind(m fs.FileMode) text.Text {
	switch {
	case m.IsRegular():
		return text.Text{}
	case m.IsDir():
		return text.T("sebuah folder, bukan berkas", "a folder, not a file")
	case m&fs.ModeNamedPipe != 0:
		return text.T("sebuah pipa bernama (FIFO), bukan berkas; simpan isinya sebagai berkas dahulu", "a named pipe (FIFO), not a file; save what it carries as a file first")
	case m&fs.ModeSocket != 0:
		return text.T("sebuah soket, bukan berkas", "a socket, not a file")
	}
	return text.T("sebuah perangkat, bukan berkas", "a device, not a file")
}

// Check is nil for a file, and for a path that is not there at all: opening it
// says so.
func Check(path string) error {
	st, err := os.Stat(path)
	if err != nil || st.Mode().IsRegular() {
		return nil
	}
	return &NotFileError{path, st.Mode()}
}

// Open opens a file for reading.
func Open(path string) (*os.File, error) {
	if err := Check(path); err != nil {
		return nil, err
	}
	return os.Open(path)
}

// ReadFile reads a file whole.
func ReadFile(path string) ([]byte, error) {
	if err := Check(path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}
