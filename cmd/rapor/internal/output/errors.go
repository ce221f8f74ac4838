package output

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"rapor/ingest/regular"
	"rapor/ingest/text"
)

// locked explains the usual reason a file cannot be replaced: it is open in
// Excel.
func locked(file string, err error) error {
	return text.Errorf("%s tidak dapat diganti (%w); tutup berkasnya bila sedang dibuka, misalnya di Excel, lalu jalankan lagi. Hasil lama tidak berubah",
		"%s cannot be replaced (%w); close it if it is open, in Excel for instance, and run again. Earlier results are unchanged",
		filepath.ToSlash(file), Cause(err))
}

// Unwritten says which output could not be written and that nothing changed.
func Unwritten(file string, err error) error {
	hint := text.T("periksa izin dan ruang penyimpanannya", "check its permissions and the free space")
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) {
		hint = text.T("ruang penyimpanan habis; kosongkan dulu, lalu jalankan lagi", "the storage is full; free some space and run again")
	}
	return text.Errorf("%s tidak dapat ditulis (%w): %s. Hasil lama, bila ada, tidak berubah",
		"%s cannot be written (%w): %s. Earlier results, if any, are unchanged", filepath.ToSlash(file), Cause(err), hint)
}

// Cause strips the paths from an error of the file system.
func Cause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	var not *regular.NotFileError
	if errors.As(err, &not) {
		return not.Cause()
	}
	return err
}

// notFolder reports that a part of a path is a file.
func notFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }
