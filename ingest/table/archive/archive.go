// Package archive checks ZIP containers before anything in them is used, and
// tells what kind of document they hold. It knows nothing of the documents.
package archive

import (
	"archive/zip"
	"bytes"
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
func DefaultLimits() Limits { return Limits{Total: 512 << 20, Ratio: 400, Entries: 20000} }

// Archive is a container whose parts have all been unpacked once: their names,
// sizes and checksums hold.
type Archive struct{ parts map[string]*zip.File }

func refuse(code reject.Code, format string, args ...any) error {
	return &grid.RefusedError{Code: code, Detail: fmt.Sprintf(format, args...)}
}

// Kind tells what an archive is from the names of its parts: "xlsx", "xlsb",
// "docx", "pptx", "odf" or "zip".
func Kind(r io.ReaderAt, size int64) (string, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return "", refuse(reject.DamagedArchive, "%v", err)
	}
	kind := "zip"
	for _, f := range z.File {
		switch name := Name(f.Name); {
		case name == "xl/workbook.bin":
			return "xlsb", nil
		case strings.HasPrefix(name, "xl/"):
			kind = "xlsx"
		case strings.HasPrefix(name, "word/"):
			return "docx", nil
		case strings.HasPrefix(name, "ppt/"):
			return "pptx", nil
		case kind == "zip" && (name == "content.xml" || name == "meta-inf/manifest.xml"):
			kind = "odf"
		case kind == "zip" && name == "[content_types].xml":
			kind = "xlsx" // its parts may have any names
		}
	}
	return kind, nil
}

// Name is a part's name in the form it is looked up by: lower case, forward
// slashes, cleaned.
func Name(s string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(s, "\\", "/")), "/"))
}

// Open unpacks every part to nowhere: checksums and sizes are then known to
// hold, and a bomb is stopped at the limit. The header in front of each part
// must agree with the directory, since either may have been damaged.
func Open(r io.ReaderAt, size int64, lim Limits) (*Archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%v", err)
	}
	if len(z.File) > lim.Entries {
		return nil, refuse(reject.OverLimit, "%d", len(z.File))
	}
	a := &Archive{parts: map[string]*zip.File{}}
	left := lim.Total
	for _, f := range z.File {
		name := Name(f.Name)
		if _, twice := a.parts[name]; twice {
			return nil, refuse(reject.DamagedArchive, "%s", f.Name)
		}
		a.parts[name] = f
		n, err := check(f, r, size, left, lim.Ratio)
		if err != nil {
			return nil, err
		}
		left -= n
	}
	return a, nil
}

// check unpacks one part and returns its size.
func check(f *zip.File, r io.ReaderAt, size, left, ratio int64) (int64, error) {
	if f.Flags&1 != 0 {
		return 0, refuse(reject.Encrypted, "%s", f.Name)
	}
	if !headersAgree(f, r, size) {
		return 0, refuse(reject.DamagedArchive, "%s", f.Name)
	}
	in, err := f.Open()
	if err != nil {
		return 0, refuse(reject.DamagedArchive, "%s: %v", f.Name, err)
	}
	defer in.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(in, left+1))
	switch {
	case err != nil:
		return 0, refuse(reject.DamagedArchive, "%s: %v", f.Name, err)
	case n > left || n > 16<<20 && n > ratio*int64(f.CompressedSize64):
		return 0, refuse(reject.OverLimit, "%s", f.Name)
	case n != int64(f.UncompressedSize64):
		return 0, refuse(reject.DamagedArchive, "%s", f.Name)
	}
	return n, nil
}

// maxExtra bounds the extra field of a local header; Excel pads it to a few
// hundred bytes.
const maxExtra = 8 << 10

// headersAgree compares the name in front of a part's data with that of the
// directory: when they differ, one of them was damaged, and a part that seems
// to be missing may be there.
func headersAgree(f *zip.File, r io.ReaderAt, size int64) bool {
	at, err := f.DataOffset()
	if err != nil || at > size {
		return false
	}
	n := int64(len(f.Name))
	back := min(at, 30+n+maxExtra)
	buf := make([]byte, back)
	if _, err := r.ReadAt(buf, at-back); err != nil {
		return false
	}
	for extra := int64(0); extra <= back-30-n; extra++ {
		head := buf[back-30-n-extra:]
		if string(head[:4]) == "PK\x03\x04" && int64(head[26])|int64(head[27])<<8 == n && int64(head[28])|int64(head[29])<<8 == extra {
			return bytes.Equal(head[30:30+n], []byte(f.Name))
		}
	}
	return false
}

// Part opens a part by its name; nil when there is none.
func (a *Archive) Part(name string) (io.ReadCloser, error) {
	f, ok := a.parts[Name(name)]
	if !ok {
		return nil, nil
	}
	return f.Open()
}
