package text

import "syscall"

// The errors of Windows that package syscall has no name for: a full disk,
// and a file that another program holds open.
func init() {
	for n, say := range map[syscall.Errno]Text{
		32:  T("sedang dibuka program lain", "open in another program"),
		33:  T("sedang dikunci program lain", "locked by another program"),
		39:  T("ruang penyimpanan habis", "the storage is full"),
		112: T("ruang penyimpanan habis", "the storage is full"),
	} {
		causes = append(causes, known{n, say})
	}
}
