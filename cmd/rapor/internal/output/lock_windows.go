package output

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Errors of a file that another program holds open.
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
)

// lockFile opens a file that no other program may open meanwhile.
func lockFile(file string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(file)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errBusy
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: file, Err: err}
	}
	return os.NewFile(uintptr(h), file), nil
}

// release closes the file and removes it: an open one cannot be removed here.
func release(f *os.File, file string) {
	_ = f.Close()
	_ = os.Remove(file) // taken by the next run already, or removed by it later
}

// heldOpen asks for a file in a way that Excel and its like do not share.
func heldOpen(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err == nil {
		return f.Close()
	}
	if errors.Is(err, sharingViolation) || errors.Is(err, lockViolation) {
		return err
	}
	return nil // read-only files and folders can be moved
}
