package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"sync/atomic"

	"rapor/ingest/reject"
)

// Part is one file inside an archive.
type Part struct {
	file    *zip.File
	checked atomic.Bool // was unpacked to its end: size and checksum hold
}

// Name is the part's name as the directory writes it.
func (p *Part) Name() string { return p.file.Name }

// Size is the stated size in bytes, unpacked; within the limits, and exact
// once the part was read to its end.
func (p *Part) Size() int64 { return int64(p.file.UncompressedSize64) }

// Open opens a part for reading. Every failure to read it is a refusal, and a
// full reading marks it as checked.
func (p *Part) Open() (io.ReadCloser, error) {
	in, err := p.file.Open()
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%s: %v", p.file.Name, err)
	}
	return &unpacking{ReadCloser: in, part: p}, nil
}

// All unpacks a part into memory.
func (p *Part) All() ([]byte, error) {
	in, err := p.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	n := min(p.file.UncompressedSize64+bytes.MinRead, largePart)
	buf := bytes.NewBuffer(make([]byte, 0, n))
	_, err = buf.ReadFrom(in)
	return buf.Bytes(), err
}

// unpacking is the checked stream of one part; archive/zip compares size and
// checksum when it reaches the end.
type unpacking struct {
	io.ReadCloser
	part *Part
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
