// Package archive checks ZIP containers before anything in them is used, and
// tells what kind of document they hold. It knows nothing of the documents.
//
// The directory is judged first: the number of parts, their names (twice the
// same is a refusal), whether they are encrypted, and their stated sizes, in
// total and against their packed size, which stops a compression bomb before it
// is unpacked. The header in front of each part must carry the same name, since
// either may be the damaged one. A part with content and no checksum is
// refused. What is unpacked must be exactly what the directory states; Check
// makes sure of it for every part, read or not.
package archive

import (
	"archive/zip"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Limits bound what an archive may unpack to.
type Limits struct {
	Total   int64 // bytes of all parts together, unpacked
	Ratio   int64 // unpacked over packed, for parts above 16 MiB
	Entries int   // parts
}

// DefaultLimits are generous for an office's year and small for a bomb.
func DefaultLimits() Limits { return Limits{Total: 2 << 30, Ratio: 400, Entries: 20000} }

// Archive is a container whose directory was judged.
type Archive struct {
	parts map[string]*Part
	order []*Part
}

func refuse(code reject.Code, format string, args ...any) error {
	return grid.Refuse(code, format, args...)
}

// folded is a part's name in the form it is looked up by: case and the kind of
// slash do not matter.
func folded(s string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(s, "\\", "/")), "/"))
}

// Open judges the directory; it unpacks nothing. What may not be used is a
// *grid.RefusedError with its code.
func Open(r io.ReaderAt, size int64, lim Limits) (*Archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%v", err)
	}
	if len(z.File) > lim.Entries {
		return nil, refuse(reject.OverLimit, "%d", len(z.File))
	}
	a := &Archive{parts: map[string]*Part{}}
	left := lim.Total
	for _, f := range z.File {
		if err := stated(f, &left, lim.Ratio); err != nil {
			return nil, err
		}
		if !localAgrees(f, r, size) {
			return nil, refuse(reject.DamagedArchive, "%s", f.Name)
		}
		name := folded(f.Name)
		if _, twice := a.parts[name]; twice {
			return nil, refuse(reject.DamagedArchive, "%s", f.Name)
		}
		p := &Part{file: f}
		a.parts[name] = p
		a.order = append(a.order, p)
	}
	return a, nil
}

// largePart is the unpacked size from which the ratio to the packed size
// counts: below it no part can do harm.
const largePart = 16 << 20

// stated judges what the directory says of a part. Reading it later fails when
// it does not unpack to exactly the stated size.
func stated(f *zip.File, left *int64, ratio int64) error {
	n, packed := f.UncompressedSize64, f.CompressedSize64
	switch {
	case f.Flags&1 != 0:
		return refuse(reject.Encrypted, "%s", f.Name)
	case n > uint64(max(*left, 0)):
		return refuse(reject.OverLimit, "%s", f.Name)
	case n > largePart && n/uint64(max(ratio, 1)) > packed:
		return refuse(reject.OverLimit, "%s", f.Name)
	case n > 0 && f.CRC32 == 0:
		return refuse(reject.DamagedArchive, "%s: CRC-32", f.Name)
	}
	*left -= int64(n)
	return nil
}

// localAgrees compares the name in front of a part's data with that of the
// directory: when they differ, one of them was damaged, and a part that seems
// to be missing may be there.
func localAgrees(f *zip.File, r io.ReaderAt, size int64) bool {
	at, err := f.DataOffset()
	if err != nil || at > size {
		return false
	}
	n := int64(len(f.Name))
	back := min(at, 30+n+maxExtra)
	buf := make([]byte, back)
	if _, err := r.ReadAt(buf, at-back); err != nil && !errors.Is(err, io.EOF) {
		return false
	}
	for extra := int64(0); extra <= back-30-n; extra++ {
		head := buf[back-30-n-extra:]
		if string(head[:4]) != "PK\x03\x04" || int64(head[26])|int64(head[27])<<8 != n || int64(head[28])|int64(head[29])<<8 != extra {
			continue
		}
		return string(head[30:30+n]) == f.Name
	}
	return false
}

// maxExtra bounds the extra field of a local header; Excel pads it to a few
// hundred bytes.
const maxExtra = 8 << 10

// Find returns a part by its name, nil when there is none. Names in relations
// may be written as addresses are ("my%20sheet.xml").
func (a *Archive) Find(name string) *Part {
	if p, ok := a.parts[folded(name)]; ok {
		return p
	}
	if plain, err := url.PathUnescape(name); err == nil {
		return a.parts[folded(plain)]
	}
	return nil
}

// Check unpacks, to nowhere, every part that nobody has read to its end.
func (a *Archive) Check() error {
	for _, p := range a.order {
		if p.checked.Load() {
			continue
		}
		in, err := p.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, in)
		in.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// Parts lists the files of an archive in the order of its directory; folders
// are left out.
func (a *Archive) Parts() []*Part {
	var out []*Part
	for _, p := range a.order {
		if !p.file.FileInfo().IsDir() {
			out = append(out, p)
		}
	}
	return out
}
