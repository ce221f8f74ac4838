//go:build unix && !aix && !solaris

package output

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens and locks a file.
func lockFile(file string) (*os.File, error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		f.Close()
		return nil, errBusy
	case errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK):
		return f, nil // a file system without locks: better a report than none
	case err != nil:
		f.Close()
		return nil, err
	}
	return f, nil
}

// release removes the file while it is still locked.
func release(f *os.File, file string) {
	_ = os.Remove(file) // the next run removes what is left
	_ = f.Close()
}

// heldOpen reports nothing: here a file that is open can be replaced.
func heldOpen(string) error { return nil }
