// Package opendocument reads .ods workbooks (OASIS OpenDocument 1.2 and 1.3,
// part 3) as grids of raw cells. The archive is checked whole before a value
// is used, and the content is read to its end before a row is handed on.
//
// It knows nothing of headers or of what a cell means.
package opendocument

import (
	"encoding/xml"
	"errors"
	"io"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
	"rapor/ingest/table/store"
	"rapor/ingest/text"
)

// Namespaces of the elements that are read.
const (
	nsOffice  = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
	nsTable   = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	nsText    = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	nsStyle   = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
	nsCalcExt = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
)

// Limits of what a sheet may hold; LibreOffice's own are the same or lower.
const (
	maxRow    = 1 << 20
	maxColumn = 1 << 14
	maxDepth  = 200 // of elements that are passed over
)

type book struct{ sheets []grid.Sheet }

func (b *book) Traits() grid.Traits  { return grid.Traits{Format: "ods"} }
func (b *book) Sheets() []grid.Sheet { return b.sheets }
func (b *book) Close() error         { return nil }

func refuse(code reject.Code, format string, args ...any) error {
	return grid.Refuse(code, format, args...)
}

// DefaultLimits are below those of the archive: all sheets are held in memory.
func DefaultLimits() archive.Limits {
	lim := archive.DefaultLimits()
	lim.Total = 512 << 20
	return lim
}

// Open checks the archive and reads all sheets.
func Open(r io.ReaderAt, size int64, lim archive.Limits) (grid.Book, error) {
	a, err := archive.Open(r, size, lim)
	if err != nil {
		return nil, err
	}
	if err := a.Check(); err != nil {
		return nil, err
	}
	if err := encrypted(a); err != nil {
		return nil, err
	}
	content := a.Find("content.xml")
	if content == nil {
		return nil, refuse(reject.UnsupportedBook, "zip")
	}
	in, err := content.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	d := &document{dec: xml.NewDecoder(in), budget: store.NewBudget(), unseen: map[string]bool{}}
	if err := d.read(); err != nil {
		return nil, d.refused(err)
	}
	return &book{d.sheets}, nil
}

// encrypted looks into the manifest, which names the method of every part that
// is encrypted.
func encrypted(a *archive.Archive) error {
	manifest := a.Find("META-INF/manifest.xml")
	if manifest == nil {
		return nil // not required by what reads such files
	}
	in, err := manifest.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	dec := xml.NewDecoder(in)
	for {
		t, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return refuse(reject.DamagedArchive, "META-INF/manifest.xml: %v", err)
		}
		if s, ok := t.(xml.StartElement); ok && s.Name.Local == "encryption-data" {
			return refuse(reject.Encrypted, "")
		}
	}
}

// document is the state of reading content.xml.
type document struct {
	dec    *xml.Decoder
	budget *store.Budget
	unseen map[string]bool // styles of hidden tables
	sheets []grid.Sheet
	sheet  *store.Sheet // being read
}

// refused gives an error its code, unless it has one.
func (d *document) refused(err error) error {
	var r *grid.RefusedError
	name := "content.xml"
	if d.sheet != nil {
		name = d.sheet.Title
	}
	switch {
	case errors.As(err, &r):
		return err
	case errors.Is(err, store.ErrFull):
		return refuse(reject.OverLimit, "%s", name)
	}
	return refuse(reject.DamagedSheet, "%s: %v", name, err)
}

// read goes through the document to its end.
func (d *document) read() error {
	root := false
	for {
		t, err := d.dec.Token()
		switch s, start := t.(xml.StartElement); {
		case errors.Is(err, io.EOF) && root:
			return nil
		case err != nil:
			return err
		case start && is(s, nsOffice, "document-content") && !root:
			root = true
			if err := d.each(d.part); err != nil {
				return err
			}
		case start:
			return refuse(reject.UnsupportedBook, "%s", s.Name.Local)
		}
	}
}

func (d *document) part(s xml.StartElement) error {
	switch {
	case is(s, nsOffice, "automatic-styles"):
		return d.each(d.style)
	case is(s, nsOffice, "body"):
		return d.each(func(s xml.StartElement) error {
			if !is(s, nsOffice, "spreadsheet") {
				return refuse(reject.UnsupportedBook, "%s", s.Name.Local)
			}
			return d.each(d.child)
		})
	}
	return d.skip()
}

// child reads the tables of a spreadsheet; tracked changes, which hold cells
// of the past, are passed over with all else.
func (d *document) child(s xml.StartElement) error {
	if is(s, nsTable, "table") {
		return d.table(s)
	}
	return d.skip()
}

// style notes the table styles that hide their tables.
func (d *document) style(s xml.StartElement) error {
	name := attr(s, nsStyle, "name")
	ofTable := attr(s, nsStyle, "family") == "table"
	return d.each(func(p xml.StartElement) error {
		if ofTable && is(p, nsStyle, "table-properties") && attr(p, nsTable, "display") == "false" {
			d.unseen[name] = true
		}
		return d.skip()
	})
}

func is(s xml.StartElement, space, local string) bool {
	return s.Name.Local == local && s.Name.Space == space
}

func attr(s xml.StartElement, space, local string) string {
	v, _ := lookup(s, space, local)
	return v
}

func lookup(s xml.StartElement, space, local string) (string, bool) {
	for _, a := range s.Attr {
		if a.Name.Local == local && a.Name.Space == space {
			return a.Value, true
		}
	}
	return "", false
}

// each calls f for every child element up to the end of the current one; f
// must read the child to its end.
func (d *document) each(f func(xml.StartElement) error) error {
	for {
		t, err := d.dec.Token()
		if err != nil {
			return err
		}
		switch s := t.(type) {
		case xml.StartElement:
			if err := f(s); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip passes over the rest of the current element.
func (d *document) skip() error {
	for depth := 1; depth > 0; {
		t, err := d.dec.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return text.Errorf("lebih dari %d elemen bersarang", "more than %d elements inside each other", maxDepth)
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}
