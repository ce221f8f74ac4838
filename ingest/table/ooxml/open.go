// Package ooxml reads XLSX workbooks as grids of raw cells. Every part of the
// archive is checked before a value is used, because a damaged workbook must be
// refused by name and never read wrongly.
//
// It knows nothing of headers or of what a cell means.
package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Limits bound what an archive may unpack to.
type Limits struct {
	Total   int64 // bytes of all parts together, unpacked
	Ratio   int64 // unpacked over packed, for parts above 16 MiB
	Entries int
}

// DefaultLimits are generous for an office's year and small for a bomb.
func DefaultLimits() Limits { return Limits{Total: 2 << 30, Ratio: 400, Entries: 20000} }

func refuse(code reject.Code, format string, args ...any) error {
	return &grid.RefusedError{Code: code, Detail: fmt.Sprintf(format, args...)}
}

// Kind tells what an archive is from its parts: "xlsx", "xlsb", "ods", "docx",
// or "zip".
func Kind(r io.ReaderAt, size int64) (string, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return "", refuse(reject.DamagedArchive, "%v", err)
	}
	for _, f := range z.File {
		switch name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/")); {
		case name == "xl/workbook.bin":
			return "xlsb", nil
		case strings.HasPrefix(name, "xl/"):
			return "xlsx", nil
		case strings.HasPrefix(name, "word/"):
			return "docx", nil
		case name == "content.xml":
			return "ods", nil
		}
	}
	return "zip", nil
}

// Open checks the archive and reads what all sheets share.
func Open(r io.ReaderAt, size int64, lim Limits) (grid.Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%v", err)
	}
	if err := scan(z, r, size, lim); err != nil {
		return nil, err
	}
	b := &book{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := b.parts[name]; twice {
			return nil, refuse(reject.DamagedArchive, "%s", f.Name)
		}
		b.parts[name] = f
	}
	if err := b.load(); err != nil {
		var refused *grid.RefusedError
		if errors.As(err, &refused) {
			return nil, err
		}
		return nil, refuse(reject.DamagedSheet, "%v", err)
	}
	return b, nil
}

func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(s, "\\", "/")), "/"))
}

// scan unpacks every part to nowhere: checksums and sizes are then known to
// hold, and a bomb is stopped at the limit. The local header of each part must
// agree with the directory, since either may have been damaged.
func scan(z *zip.Reader, r io.ReaderAt, size int64, lim Limits) error {
	if len(z.File) > lim.Entries {
		return refuse(reject.OverLimit, "%d", len(z.File))
	}
	var total int64
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return refuse(reject.Encrypted, "%s", f.Name)
		}
		if err := localAgrees(f, r, size); err != nil {
			return err
		}
		in, err := f.Open()
		if err != nil {
			return refuse(reject.DamagedArchive, "%s: %v", f.Name, err)
		}
		n, err := io.Copy(io.Discard, io.LimitReader(in, lim.Total-total+1))
		in.Close()
		if err != nil {
			return refuse(reject.DamagedArchive, "%s: %v", f.Name, err)
		}
		total += n
		if total > lim.Total || n > 16<<20 && n > lim.Ratio*int64(f.CompressedSize64) {
			return refuse(reject.OverLimit, "%s", f.Name)
		}
		if n != int64(f.UncompressedSize64) {
			return refuse(reject.DamagedArchive, "%s", f.Name)
		}
	}
	return nil
}

// localAgrees compares the name in front of a part's data with that of the
// directory: when they differ, one of them was damaged, and a part that seems
// to be missing may be there.
func localAgrees(f *zip.File, r io.ReaderAt, size int64) error {
	damaged := refuse(reject.DamagedArchive, "%s", f.Name)
	at, err := f.DataOffset()
	if err != nil || at > size {
		return damaged
	}
	n := int64(len(f.Name))
	back := min(at, 30+n+maxExtra)
	buf := make([]byte, back)
	if _, err := r.ReadAt(buf, at-back); err != nil {
		return damaged
	}
	for extra := int64(0); extra <= back-30-n; extra++ {
		head := buf[back-30-n-extra:]
		if string(head[:4]) != "PK\x03\x04" || int64(head[26])|int64(head[27])<<8 != n || int64(head[28])|int64(head[29])<<8 != extra {
			continue
		}
		if string(head[30:30+n]) != f.Name {
			return damaged
		}
		return nil
	}
	return damaged
}

// maxExtra bounds the extra field of a local header; Excel pads it to a few
// hundred bytes.
const maxExtra = 8 << 10
