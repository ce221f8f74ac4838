package output

import "golang.org/x/sys/unix"

// exchangePaths gives two folders each other's name, at once.
func exchangePaths(a, b string) error { return unix.RenamexNp(a, b, unix.RENAME_SWAP) }
