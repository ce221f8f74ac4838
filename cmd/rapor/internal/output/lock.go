package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rapor/ingest/text"
)

// lockName is a file that a running program holds locked, so that two runs into
// one folder do not take each other's work for remains. The lock ends with the
// program, however that ends.
const lockName = ".rapor-kunci"

// lock takes the output folder for this run.
func lock(out string) (unlock func(), err error) {
	file := filepath.Join(out, lockName)
	for {
		f, err := lockFile(file)
		if errors.Is(err, errBusy) {
			return nil, text.Errorf("%s sedang ditulis oleh rapor yang lain; tunggu sampai selesai, lalu jalankan lagi",
				"%s is being written by another run of rapor; wait until it has ended, and run again", filepath.ToSlash(out))
		}
		if err != nil {
			return nil, Unwritten(out, err)
		}
		// The file may have been removed by the run that held it before.
		held, err := f.Stat()
		now, err2 := os.Stat(file)
		if err == nil && err2 == nil && os.SameFile(held, now) {
			return func() { release(f, file) }, nil
		}
		f.Close()
		if err2 != nil && !errors.Is(err2, fs.ErrNotExist) {
			return nil, Unwritten(out, err2)
		}
	}
}

var errBusy = text.Errorf("dikunci program lain", "locked by another program")
