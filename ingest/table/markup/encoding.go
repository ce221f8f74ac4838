// Package markup reads tables from pages: HTML that web applications and Excel
// itself save under the name of a workbook, and the XML Spreadsheet 2003 form.
//
// It knows nothing of headers or of what a cell means.
package markup

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// Kind is what a page is.
type Kind uint8

const (
	None        Kind = iota // no markup: a text or something binary
	HTML                    // a page, with or without a table
	Spreadsheet             // XML Spreadsheet 2003
	OtherXML                // an XML document of another kind
)

func refuse(code reject.Code, format string, args ...any) error {
	return grid.Refuse(code, format, args...)
}

// headSize is how much of a page is looked at for its kind and encoding.
const headSize = 64 << 10

var (
	openTag  = regexp.MustCompile(`(?i)^<(!doctype\s+html|html|head|body|meta|title|link|style|script|table|thead|tbody|tr|td|th|center|div|span|font|h[1-6]|p|br|b|strong|i|u|img|hr|form)[\s/>]`)
	anyTable = regexp.MustCompile(`(?i)<table[\s>]`)
	anyRow   = regexp.MustCompile(`(?i)<(tr|td|th)[\s>]`)
	xmlRoot  = regexp.MustCompile(`<([A-Za-z_][\w.:-]*)`)
	declared = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)`)
	aside    = regexp.MustCompile(`(?s)^\s*(<!--.*?-->|<\?.*?\?>|<!\[.*?\]>)`)
)

// Sniff tells from its first bytes what a file is; for OtherXML it also names
// the root element. Its name never counts.
func Sniff(head []byte) (Kind, string) {
	if name, _ := mark(head); strings.HasPrefix(name, "utf-16") {
		if b, err := io.ReadAll(reader(name, bytes.NewReader(head))); err == nil {
			head = b
		}
	}
	t := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	xml := bytes.HasPrefix(t, []byte("<?xml"))
	for {
		m := aside.FindIndex(t)
		if m == nil {
			break
		}
		t = bytes.TrimSpace(t[m[1]:])
	}
	switch {
	case bytes.Contains(t, []byte(nsSheet)) && (xml || bytes.HasPrefix(t, []byte("<Workbook"))):
		return Spreadsheet, ""
	case openTag.Match(t), anyTable.Match(head) && anyRow.Match(head):
		return HTML, ""
	case xml:
		if m := xmlRoot.FindSubmatch(t); m != nil {
			return OtherXML, string(m[1])
		}
		return OtherXML, ""
	}
	return None, ""
}

// mark tells the encoding from a byte-order mark or from the pattern of NULs.
func mark(head []byte) (name string, bom int) {
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return "utf-8-bom", 3
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return "utf-16le", 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return "utf-16be", 2
	case len(head) >= 4 && head[0] == '<' && head[1] == 0 && head[2] != 0 && head[3] == 0:
		return "utf-16le", 0
	case len(head) >= 4 && head[0] == 0 && head[1] == '<' && head[2] == 0 && head[3] != 0:
		return "utf-16be", 0
	}
	return "", 0
}

// source is a page with its encoding.
type source struct {
	r        io.ReaderAt
	size     int64
	bom      int64
	name     string // as grid.Traits names encodings
	evidence []text.Text
}

// decide finds the encoding: by byte-order mark, else as the page declares it,
// unless its bytes say otherwise, else UTF-8 where valid, else Windows-1252.
func decide(r io.ReaderAt, size int64, hint string) (*source, error) {
	head := make([]byte, min(size, headSize))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, refuse(reject.Unreadable, "%v", err)
	}
	s := &source{r: r, size: size}
	name, bom := mark(head)
	s.bom = int64(bom)
	if name == "" {
		if m := declared.FindSubmatch(head); m != nil {
			if e, err := htmlindex.Get(string(m[1])); err == nil {
				name, _ = htmlindex.Name(e)
				s.evidence = append(s.evidence, text.Same("charset="+string(m[1])))
			}
		}
	}
	if hint != "" {
		name = hint
	}
	if strings.HasPrefix(name, "utf-16") && bom == 0 && !bytes.Contains(head, []byte{0}) {
		name = "" // a page that can be read as bytes is no UTF-16, whatever it declares
	}
	if name == "" || name == "utf-8" {
		name = "utf-8"
		if _, err := io.Copy(io.Discard, transform.NewReader(io.NewSectionReader(r, 0, size), encoding.UTF8Validator)); err != nil {
			name = "windows-1252"
			s.evidence = append(s.evidence, text.T("bukan UTF-8", "not UTF-8"))
		}
	}
	s.name = name
	return s, nil
}

func (s *source) open() io.Reader {
	return reader(s.name, io.NewSectionReader(s.r, s.bom, s.size-s.bom))
}

// reader decodes to UTF-8.
func reader(name string, r io.Reader) io.Reader {
	switch name {
	case "utf-8", "utf-8-bom":
		return r
	case "utf-16le":
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case "utf-16be":
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		e = charmap.Windows1252
	}
	return transform.NewReader(r, e.NewDecoder())
}

// book is a page that was read.
type book struct {
	traits grid.Traits
	sheets []grid.Sheet
}

func (b *book) Traits() grid.Traits  { return b.traits }
func (b *book) Sheets() []grid.Sheet { return b.sheets }
func (b *book) Close() error         { return nil }
