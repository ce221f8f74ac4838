// Package biff reads the binary .xls workbooks of Excel 5 to 2003 (BIFF5,
// BIFF7, BIFF8) as grids of raw cells, and the bare BIFF streams that small
// web scripts send under that name.
//
// The format has no checksums. Cut and misaligned files are refused by name,
// because lengths, limits, order and the end of every substream are checked;
// but a digit that was changed inside a number cannot be noticed by anyone,
// and the traits of the book say so.
//
// It knows nothing of headers or of what a cell means.
package biff

import (
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/numberformat"
	"rapor/ingest/table/store"
	"rapor/ingest/text"
)

// maxStream bounds the workbook stream, which is kept in memory while it is
// read. A full sheet of 65,536 rows and twenty columns takes 20 MiB.
const maxStream = 128 << 20

// Versions of the format as the BOF record gives them.
const (
	biff5 = 0x0500 // Excel 5 and 95
	biff8 = 0x0600 // Excel 97 to 2003
)

// Substreams as the BOF record gives them.
const (
	globals   = 0x0005
	worksheet = 0x0010
)

// container is what is wrong where the reader of compound files gives up; its
// own words are English alone.
var container = text.T("wadah OLE-nya rusak", "its OLE container is damaged")

var errTooLarge = text.Errorf("melebihi batas", "larger than the limit")

func refuse(code reject.Code, format string, args ...any) error {
	return grid.Refuse(code, format, args...)
}

type book struct {
	version  int
	page     int
	date1904 bool
	bare     bool // without a compound file around it
	strings  []string
	formats  map[int]string // number format codes by id
	looks    []grid.Look    // by XF index
	bounds   []bound
	sheets   []grid.Sheet
	budget   *store.Budget
}

// bound is a sheet as the globals list it.
type bound struct {
	name   string
	hidden bool
	at     int
}

func (b *book) Sheets() []grid.Sheet { return b.sheets }
func (b *book) Close() error         { return nil }

func (b *book) Traits() grid.Traits {
	t := grid.Traits{Format: "xls", Evidence: []text.Text{text.Same("BIFF8")}}
	if b.version < biff8 {
		t.Evidence[0] = text.Same("BIFF5")
	}
	if b.bare {
		t.Evidence = append(t.Evidence, text.T("aliran tanpa wadah", "a bare stream"))
	}
	t.Evidence = append(t.Evidence, text.T("tanpa tanda pemeriksa", "no checksum"))
	return t
}

// Bare reports the first bytes of a BIFF stream without a compound file around
// it; old is set for BIFF2 to BIFF4, which are not read.
func Bare(head []byte) (is, old bool) {
	if len(head) < 8 || head[0] != 0x09 || head[3] != 0 || head[2] < 4 || head[2] > 16 {
		return false, false
	}
	switch head[1] {
	case 0x00, 0x02, 0x04:
		return true, true
	case 0x08:
		return true, false
	}
	return false, false
}

// OpenBare reads a BIFF stream without a compound file around it.
func OpenBare(r io.ReaderAt, size int64) (grid.Book, error) {
	if size > maxStream {
		return nil, refuse(reject.OverLimit, "%d", size)
	}
	all := make([]byte, size)
	if _, err := r.ReadAt(all, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, refuse(reject.Unreadable, "%v", err)
	}
	return open(all, true)
}

// Open reads a compound file: a workbook of Excel 5 to 2003. Other compound
// files, among them encrypted newer workbooks, are refused by name.
func Open(r io.ReaderAt, size int64) (b grid.Book, err error) {
	// The compound file reader was written for well-formed files.
	defer func() {
		if p := recover(); p != nil {
			b, err = nil, refuse(reject.DamagedArchive, "%s", container)
		}
	}()
	if size > 2*maxStream {
		return nil, refuse(reject.OverLimit, "%d", size)
	}
	doc, err := mscfb.New(r)
	if err != nil {
		return nil, refuse(reject.DamagedArchive, "%s", container)
	}
	f, err := workbook(doc)
	if err != nil {
		return nil, err
	}
	all, err := content(f, size)
	if err != nil {
		return nil, err
	}
	return open(all, false)
}

// workbook finds the stream of the workbook, the newer one when a file holds
// both forms.
func workbook(doc *mscfb.Reader) (*mscfb.File, error) {
	var newer, older *mscfb.File
	other := ""
	for _, f := range doc.File {
		if len(f.Path) > 0 {
			continue
		}
		switch strings.ToLower(f.Name) {
		case "workbook":
			newer = f
		case "book":
			older = f
		case "encryptedpackage":
			return nil, refuse(reject.Encrypted, "")
		case "worddocument":
			other = "doc"
		case "powerpoint document":
			other = "ppt"
		case "__properties_version1.0":
			other = "msg"
		}
	}
	switch {
	case newer != nil:
		return newer, nil
	case older != nil:
		return older, nil
	case other != "":
		return nil, refuse(reject.UnsupportedBook, "%s", other)
	}
	return nil, refuse(reject.DamagedArchive, "%s", text.T("tidak ada aliran Workbook", "no Workbook stream"))
}

// content reads a stream in pieces: the library's own joining of sectors takes
// time that grows with the square of their number.
func content(f *mscfb.File, size int64) ([]byte, error) {
	switch {
	case f.Size > size:
		return nil, refuse(reject.DamagedArchive, "%w", text.Errorf("aliran %d bita dalam berkas %d bita", "a stream of %d bytes in a file of %d", f.Size, size))
	case f.Size > maxStream:
		return nil, refuse(reject.OverLimit, "%d", f.Size)
	}
	all := make([]byte, f.Size)
	for n := 0; n < len(all); {
		k, err := f.Read(all[n:min(len(all), n+32<<10)])
		n += k
		if err != nil && !errors.Is(err, io.EOF) || k == 0 {
			return nil, refuse(reject.DamagedArchive, "%s", container)
		}
	}
	return all, nil
}

// open reads the globals and every sheet.
func open(all []byte, bare bool) (grid.Book, error) {
	b := &book{bare: bare, formats: map[int]string{}, budget: store.NewBudget()}
	s := &stream{all: all}
	kind, err := b.begin(s)
	if err != nil {
		return nil, err
	}
	if kind == worksheet {
		b.bounds = []bound{{name: "Sheet1"}}
	} else if err := b.readGlobals(s); err != nil {
		return nil, refused(err, reject.DamagedArchive, "")
	}
	for _, x := range b.bounds {
		sh, err := b.readSheet(all, x)
		if err != nil {
			return nil, refused(err, reject.DamagedSheet, x.name)
		}
		b.sheets = append(b.sheets, sh)
	}
	return b, nil
}

// refused gives an error its code, unless it has one.
func refused(err error, code reject.Code, sheet string) error {
	var r *grid.RefusedError
	switch {
	case errors.As(err, &r):
		return err
	case errors.Is(err, errTooLarge) || errors.Is(err, store.ErrFull):
		return refuse(reject.OverLimit, "%s", sheet)
	case sheet != "":
		return refuse(code, "%s: %v", sheet, err)
	}
	return refuse(code, "%v", err)
}

// begin reads the first record, which says what version the book is.
func (b *book) begin(s *stream) (kind int, err error) {
	r, err := s.next()
	if err != nil {
		return 0, refuse(reject.DamagedArchive, "%v", err)
	}
	switch {
	case r.id == 0x0009 || r.id == 0x0209 || r.id == 0x0409:
		return 0, refuse(reject.OldExcel, "BIFF%d", 2+r.id>>9)
	case r.id != recBOF || len(r.data) < 4:
		return 0, refuse(reject.DamagedArchive, "%s", text.T("tidak ada rekaman BOF", "no BOF record"))
	}
	kind = r.u16(2)
	switch v := r.u16(0); {
	case v == biff8 || v == biff5:
		b.version = v
	case v == 0 && kind == worksheet:
		b.version = biff5 // as the scripts write it that know only cells
	default:
		return 0, refuse(reject.OldExcel, "%#04x", v)
	}
	if kind != globals && kind != worksheet {
		return 0, refuse(reject.UnsupportedBook, "xls %#04x", kind)
	}
	return kind, nil
}

// readGlobals reads what all sheets share, to its EOF record.
func (b *book) readGlobals(s *stream) error {
	for {
		r, err := s.next()
		if err != nil {
			return err
		}
		switch r.id {
		case recEOF:
			return nil
		case recFilePass:
			return refuse(reject.Encrypted, "")
		case recDate1904, recCodePage:
			if err := r.need(2); err != nil {
				return err
			}
			if r.id == recCodePage {
				b.page = r.u16(0)
			} else {
				b.date1904 = r.u16(0) == 1
			}
		case recFormat:
			err = b.readFormat(r)
		case recXF:
			if err := r.need(4); err != nil {
				return err
			}
			b.looks = append(b.looks, numberformat.Look(r.u16(2), b.formats[r.u16(2)]))
		case recBoundSheet:
			err = b.readBound(r)
		case recSST:
			var c *cursor
			if c, err = s.continued(r); err == nil {
				err = b.readStrings(c)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (b *book) readFormat(r record) error {
	if err := r.need(2); err != nil {
		return err
	}
	code, err := b.label(&cursor{segments: [][]byte{r.data[2:]}, rec: r}, b.version < biff8)
	if err != nil {
		return err
	}
	b.formats[r.u16(0)] = code
	return nil
}

func (b *book) readBound(r record) error {
	if err := r.need(7); err != nil {
		return err
	}
	name, err := b.label(&cursor{segments: [][]byte{r.data[6:]}, rec: r}, true)
	if err != nil {
		return err
	}
	if r.data[5] == 0 { // 2 is a chart, 6 a module: no rows
		b.bounds = append(b.bounds, bound{name: name, hidden: r.data[4]&3 != 0, at: int(r.u32(0))})
	}
	return nil
}
