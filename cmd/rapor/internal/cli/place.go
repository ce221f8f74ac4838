package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"rapor/ingest/text"
	"rapor/templates"
)

// staging is the prefix of folders a report is written in before it is put in
// its place. They lie beside the target, so that the last step is a rename.
const staging = ".rapor-"

// replaceFolder writes the files beside the target and swaps the folder in,
// so that a reader sees the old report or the new one, never half of one.
func replaceFolder(a *app, dir string, files []templates.File) (err error) {
	if err := mend(dir); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), staging+filepath.Base(dir)+"-")
	if err != nil {
		return unwritten(filepath.Dir(dir), err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	fresh := filepath.Join(tmp, "baru")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		return unwritten(dir, err)
	}
	for _, f := range files {
		if err := a.ctx.Err(); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(fresh, f.Name), f.Data, 0o644); err != nil {
			return unwritten(filepath.Join(dir, f.Name), err)
		}
	}
	old := filepath.Join(tmp, "lama")
	if err := os.Rename(dir, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return locked(dir, err)
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(locked(dir, err), restore(old, dir))
	}
	return nil
}

// mend undoes what a killed run left beside a target: a report that had been
// moved aside goes back to its place, and staging folders older than an hour,
// which no running program can still be writing, are removed.
func mend(dir string) error {
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dir), staging+filepath.Base(dir)+"-*"))
	if err != nil {
		return err
	}
	for _, tmp := range left {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			if err := restore(filepath.Join(tmp, "lama"), dir); err != nil {
				return err
			}
		}
		if st, err := os.Stat(tmp); err == nil && time.Since(st.ModTime()) > time.Hour {
			if err := os.RemoveAll(tmp); err != nil {
				return err
			}
		}
	}
	return nil
}

// restore puts the previous report back after a failed or killed swap.
func restore(old, dir string) error {
	if err := os.Rename(old, dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// locked explains the usual reason a folder cannot be replaced on Windows: one
// of its files is open in Excel.
func locked(dir string, err error) error {
	return text.Errorf("%s tidak dapat diganti; tutup berkasnya bila sedang dibuka (misalnya hasil.xlsx di Excel): %w",
		"%s cannot be replaced; close its files if they are open (such as hasil.xlsx in Excel): %w", filepath.ToSlash(dir), cause(err))
}

// unwritten says which output could not be written and that nothing changed.
func unwritten(path string, err error) error {
	why := cause(err)
	hint := text.T("periksa izin dan ruang penyimpanannya", "check its permissions and the free space")
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) {
		hint = text.T("ruang penyimpanan habis; kosongkan dulu, lalu jalankan lagi", "the storage is full; free some space and run again")
	}
	return text.Errorf("%s tidak dapat ditulis (%w): %s. Hasil lama, bila ada, tidak berubah",
		"%s cannot be written (%w): %s. Earlier results, if any, are unchanged", filepath.ToSlash(path), why, hint)
}

// cause strips the paths of staging folders from an error.
func cause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// writeBeside writes a file under another name and renames it into place.
func writeBeside(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), staging)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
