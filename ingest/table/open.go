// Package table opens a file of any kind it can read as a grid of rows, and
// finds the tables in a sheet by their shape: titles, header rows, data,
// footers. It knows nothing of what a column means.
package table

import (
	"bytes"
	"errors"
	"io"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
	"rapor/ingest/table/biff"
	"rapor/ingest/table/delimited"
	"rapor/ingest/table/markup"
	"rapor/ingest/table/ooxml"
	"rapor/ingest/table/opendocument"
	"rapor/ingest/text"
)

// Options are a user's hints for text files; empty means: find out.
type Options struct {
	Encoding  string
	Delimiter string
}

func refuse(code reject.Code, detail string) error {
	return &grid.RefusedError{Code: code, Detail: text.Same(detail)}
}

// Open tells the kind of a file from its first bytes, never from its name, and
// opens it. What cannot be read is a *grid.RefusedError with its code.
func Open(r io.ReaderAt, size int64, opt Options) (grid.Book, error) {
	if size == 0 {
		return nil, refuse(reject.EmptyFile, "")
	}
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, grid.Refuse(reject.Unreadable, "%v", err)
	}
	if bytes.HasPrefix(head, []byte("PK")) {
		return openZip(r, size)
	}
	if bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		return biff.Open(r, size)
	}
	if is, old := biff.Bare(head); is && old {
		return nil, refuse(reject.OldExcel, "BIFF2-4")
	} else if is {
		return biff.OpenBare(r, size)
	}
	if err := foreign(head); err != nil {
		return nil, err
	}
	switch kind, root := markup.Sniff(head); kind {
	case markup.HTML:
		return markup.OpenHTML(r, size, opt.Encoding)
	case markup.Spreadsheet:
		return markup.OpenSpreadsheet(r, size, opt.Encoding)
	case markup.OtherXML:
		return nil, refuse(reject.UnsupportedBook, "XML "+root)
	}
	switch {
	case binary(head):
		return nil, refuse(reject.UnknownFormat, "")
	case len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))) == 0 && size <= int64(len(head)):
		return nil, refuse(reject.EmptyFile, "")
	}
	return delimited.Open(r, size, delimited.Options{Encoding: opt.Encoding, Delimiter: opt.Delimiter})
}

func openZip(r io.ReaderAt, size int64) (grid.Book, error) {
	kind, err := archive.Kind(r, size)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "xlsx":
		return ooxml.Open(r, size, ooxml.DefaultLimits())
	case "odf":
		return opendocument.Open(r, size, opendocument.DefaultLimits())
	}
	return nil, refuse(reject.UnsupportedBook, kind)
}

// signatures are the first bytes of files that hold no table and that people
// hand in beside those that do.
var signatures = []struct {
	begin string
	code  reject.Code
	name  string
}{
	{"%PDF", reject.PDF, ""},
	{"\x89PNG\r\n", reject.UnknownFormat, "PNG"},
	{"\xff\xd8\xff", reject.UnknownFormat, "JPEG"},
	{"GIF8", reject.UnknownFormat, "GIF"},
	{"II*\x00", reject.UnknownFormat, "TIFF"},
	{"MM\x00*", reject.UnknownFormat, "TIFF"},
	{"\x1f\x8b", reject.UnknownFormat, "gzip"},
	{"Rar!\x1a", reject.UnknownFormat, "RAR"},
	{"7z\xbc\xaf\x27\x1c", reject.UnknownFormat, "7z"},
	{"{\\rtf", reject.UnknownFormat, "RTF"},
	{"SQLite format 3\x00", reject.UnknownFormat, "SQLite"},
	{"MIME-Version:", reject.UnsupportedBook, "MHTML"},
}

// foreign refuses by name what is known to be something else.
func foreign(head []byte) error {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.begin)) {
			return refuse(s.code, s.name)
		}
	}
	return nil
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
