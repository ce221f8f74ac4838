//go:build !linux && !darwin

package output

import "errors"

// exchangePaths reports that this system cannot give two folders each other's
// name at once; renaming goes file by file, with a journal.
func exchangePaths(string, string) error { return errors.ErrUnsupported }
