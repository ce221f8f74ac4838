package ooxml

import (
	"bytes"
	"io"

	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
)

// scan calls f with a scanner of a part, or of its bytes when they are kept.
func scan(p *archive.Part, kept []byte, f func(*scanner) error) error {
	in, data, err := source(p, kept)
	if err != nil {
		return err
	}
	defer in.Close()
	sc, err := newScanner(in, data)
	if err == nil {
		err = f(sc)
	}
	return named(err, reject.DamagedSheet, p.Name())
}

// source opens a part for the scanner. Bytes in memory, and those of a small
// part, are scanned where they are; a large one is unpacked ahead.
func source(p *archive.Part, kept []byte) (in io.ReadCloser, data []byte, err error) {
	data = kept
	if data == nil && p.Size() > window {
		packed, err := p.Open()
		if err != nil {
			return nil, nil, err
		}
		return readAhead(packed), nil, nil
	}
	if data == nil {
		data, err = p.All()
	}
	return io.NopCloser(bytes.NewReader(data)), data, err
}

// furniture scans a part whose content is held in memory as a whole, which is
// why it may not be large.
func furniture(p *archive.Part, f func(*scanner) error) error {
	if p.Size() > maxFurniture {
		return refuse(reject.OverLimit, "%s", p.Name())
	}
	return scan(p, nil, f)
}

// maxFurniture is far above the largest styles of a real workbook, which holds
// at most 65,490 of them.
const maxFurniture = 128 << 20
