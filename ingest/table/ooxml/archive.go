package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
	"sync/atomic"

	"rapor/ingest/reject"
)

// archive is the checked directory of a workbook's parts.
type archive struct {
	parts map[string]*part
	order []*part
	lim   Limits
}

// part is one file inside the archive.
type part struct {
	file    *zip.File
	sheet   bool        // a sheet of the workbook
	data    []byte      // unpacked bytes, when they are kept
	checked atomic.Bool // was unpacked to its end: size and checksum hold
}

// partName folds a part's name: case and the kind of slash do not matter.
func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(s, "\\", "/")), "/"))
}

func openArchive(r io.ReaderAt, size int64, lim Limits) (*archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%v", err)
	}
	if len(z.File) > lim.Entries {
		return nil, refuse(reject.OverLimit, "%d", len(z.File))
	}
	a := &archive{parts: map[string]*part{}, lim: lim}
	left := lim.Total
	for _, f := range z.File {
		if err := stated(f, &left, lim.Ratio); err != nil {
			return nil, err
		}
		if !localAgrees(f, r, size) {
			return nil, refuse(reject.DamagedArchive, "%s", f.Name)
		}
		name := partName(f.Name)
		if _, twice := a.parts[name]; twice {
			return nil, refuse(reject.DamagedArchive, "%s", f.Name)
		}
		p := &part{file: f}
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
	case n > uint64(*left):
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

// find returns a part by its name, nil when there is none. Names in relations
// may be written as addresses are ("my%20sheet.xml").
func (a *archive) find(name string) *part {
	if p, ok := a.parts[partName(name)]; ok {
		return p
	}
	if plain, err := url.PathUnescape(name); err == nil {
		return a.parts[partName(plain)]
	}
	return nil
}

// checkRest unpacks every part that nobody has read to its end, to nowhere.
func (a *archive) checkRest() error {
	for _, p := range a.order {
		if p.checked.Load() {
			continue
		}
		in, err := p.unpack()
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

// keep unpacks a part into memory when it is no larger than what is left of
// the limit.
func (a *archive) keep(p *part) (err error) {
	if p.file.UncompressedSize64 > uint64(max(a.lim.Keep, 0)) {
		return nil
	}
	p.data, err = p.all()
	a.lim.Keep -= int64(len(p.data))
	return err
}

// all unpacks a part into memory.
func (p *part) all() ([]byte, error) {
	in, err := p.unpack()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	n := min(p.file.UncompressedSize64+bytes.MinRead, largePart)
	buf := bytes.NewBuffer(make([]byte, 0, n))
	_, err = buf.ReadFrom(in)
	return buf.Bytes(), err
}

// unpack opens a part for reading. Every failure to read it is a refusal, and
// a full reading marks it as checked.
func (p *part) unpack() (io.ReadCloser, error) {
	in, err := p.file.Open()
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%s: %v", p.file.Name, err)
	}
	return &unpacking{ReadCloser: in, part: p}, nil
}

// unpacking is the checked stream of one part; archive/zip compares size and
// checksum when it reaches the end.
type unpacking struct {
	io.ReadCloser
	part *part
}

func (u *unpacking) Read(b []byte) (int, error) {
	n, err := u.ReadCloser.Read(b)
	switch {
	case errors.Is(err, io.EOF):
		u.part.checked.Store(true)
	case err != nil:
		err = refuse(reject.DamagedArchive, "%s: %v", u.part.file.Name, err)
	}
	return n, err
}

// scan calls f with a scanner of the part.
func (p *part) scan(f func(*scanner) error) error {
	in, data, err := p.source()
	if err != nil {
		return err
	}
	defer in.Close()
	sc, err := newScanner(in, data)
	if err == nil {
		err = f(sc)
	}
	return named(err, reject.DamagedSheet, p.file.Name)
}

// source opens a part for the scanner. Bytes in memory, and those of a small
// part, are scanned where they are; a large one is unpacked ahead.
func (p *part) source() (in io.ReadCloser, data []byte, err error) {
	data = p.data
	if data == nil && p.file.UncompressedSize64 > window {
		packed, err := p.unpack()
		if err != nil {
			return nil, nil, err
		}
		return readAhead(packed), nil, nil
	}
	if data == nil {
		data, err = p.all()
	}
	return io.NopCloser(bytes.NewReader(data)), data, err
}
