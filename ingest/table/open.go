// Package table opens a file of any kind it can read as a grid of rows, and
// finds the tables in a sheet by their shape: titles, header rows, data,
// footers. It knows nothing of what a column means.
package table

import (
	"bytes"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/delimited"
	"rapor/ingest/table/ooxml"
)

// Options are a user's hints for text files; empty means: find out.
type Options struct {
	Encoding  string
	Delimiter string
}

func refuse(code reject.Code, detail string) error {
	return &grid.RefusedError{Code: code, Detail: detail}
}

// Open tells the kind of a file from its first bytes, never from its name, and
// opens it. What cannot be read is a *grid.RefusedError with its code.
func Open(r io.ReaderAt, size int64, opt Options) (grid.Book, error) {
	if size == 0 {
		return nil, refuse(reject.EmptyFile, "")
	}
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, refuse(reject.Unreadable, err.Error())
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
		return openZip(r, size)
	case bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, compound(r)
	case bytes.HasPrefix(head, []byte("%PDF")):
		return nil, refuse(reject.PDF, "")
	case html(head):
		return nil, refuse(reject.HTMLTable, "")
	case binary(head):
		return nil, refuse(reject.UnknownFormat, "")
	case len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))) == 0 && size <= int64(len(head)):
		return nil, refuse(reject.EmptyFile, "")
	}
	return delimited.Open(r, size, delimited.Options{Encoding: opt.Encoding, Delimiter: opt.Delimiter})
}

func openZip(r io.ReaderAt, size int64) (grid.Book, error) {
	kind, err := ooxml.Kind(r, size)
	if err != nil {
		return nil, err
	}
	if kind != "xlsx" {
		return nil, refuse(reject.UnsupportedBook, kind)
	}
	return ooxml.Open(r, size, ooxml.DefaultLimits())
}

// compound tells an encrypted workbook from an old one.
func compound(r io.ReaderAt) error {
	doc, err := mscfb.New(r)
	if err != nil {
		return refuse(reject.DamagedArchive, err.Error())
	}
	for e, err := doc.Next(); err == nil; e, err = doc.Next() {
		if e.Name == "EncryptedPackage" {
			return refuse(reject.Encrypted, "")
		}
	}
	return refuse(reject.OldExcel, "")
}

func html(head []byte) bool {
	t := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))))
	for _, tag := range []string{"<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div", "<?xml"} {
		if bytes.HasPrefix(t, []byte(tag)) {
			return true
		}
	}
	return false
}

// binary reports bytes that are no text: control characters, or NULs that
// follow no pattern of UTF-16.
func binary(head []byte) bool {
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return false
	}
	nul, control, even, odd := 0, 0, 0, 0
	for i, c := range head {
		switch {
		case c == 0:
			nul++
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b:
			control++
		}
	}
	utf16 := nul > len(head)/4 && (even < odd/8 || odd < even/8)
	return nul > 0 && !utf16 || control > len(head)/20
}
