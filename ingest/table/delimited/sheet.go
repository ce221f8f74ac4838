package delimited

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// headSize is how much of a file decides its dialect.
const headSize = 256 << 10

// Open finds the dialect of a text file. Rows are streamed from r at each call.
func Open(r io.ReaderAt, size int64, opt Options) (grid.Book, error) {
	head := make([]byte, min(size, headSize))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, &grid.RefusedError{Code: reject.Unreadable, Detail: err.Error()}
	}
	whole := int64(len(head)) == size
	name, bom := sniffEncoding(head, whole)
	if name == "utf-8" && !whole && !valid(r, size) {
		name = "windows-1252"
	}
	if opt.Encoding != "" {
		name = opt.Encoding
	}
	text, err := io.ReadAll(decoder(name, strings.NewReader(string(head[bom:]))))
	if err != nil {
		return nil, &grid.RefusedError{Code: reject.EncodingDoubt, Detail: name}
	}
	d := sniffDialect(string(text), whole)
	d.Encoding = name
	if len(opt.Delimiter) == 1 {
		d.Delimiter = opt.Delimiter[0]
	}
	return &book{r: r, size: size, bom: int64(bom), d: d}, nil
}

// valid reads the whole file once: a UTF-8 head may be followed by other bytes.
func valid(r io.ReaderAt, size int64) bool {
	_, err := io.Copy(io.Discard, transform.NewReader(io.NewSectionReader(r, 0, size), encoding.UTF8Validator))
	return err == nil
}

func decoder(name string, r io.Reader) io.Reader {
	switch name {
	case "windows-1252":
		return transform.NewReader(r, charmap.Windows1252.NewDecoder())
	case "utf-16le":
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case "utf-16be":
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	}
	return r
}

type book struct {
	r    io.ReaderAt
	size int64
	bom  int64
	d    Dialect
}

func (b *book) Traits() grid.Traits {
	t := grid.Traits{Format: "csv", Encoding: b.d.Encoding, LineEnd: b.d.LineEnd, Escape: "doubled", Evidence: b.d.Evidence}
	if b.d.Delimiter != 0 {
		t.Delimiter = string(b.d.Delimiter)
	}
	if b.d.Quote != 0 {
		t.Quote = string(b.d.Quote)
	}
	if b.d.Backslash {
		t.Escape = "backslash"
	}
	return t
}

func (b *book) Sheets() []grid.Sheet { return []grid.Sheet{&sheet{book: b}} }
func (b *book) Close() error         { return nil }

type sheet struct {
	book   *book
	doubts []grid.Doubt
}

func (s *sheet) Name() string                  { return "" }
func (s *sheet) Hidden() bool                  { return false }
func (s *sheet) Date1904() bool                { return false }
func (s *sheet) Merged() ([]grid.Range, error) { return nil, nil }
func (s *sheet) HiddenColumns() []int          { return nil }
func (s *sheet) Doubts() []grid.Doubt          { return s.doubts }

// Rows reads the file from its start.
func (s *sheet) Rows(yield func(*grid.Row) bool) error {
	s.doubts = nil
	src := io.NewSectionReader(s.book.r, s.book.bom, s.book.size-s.book.bom)
	in := bufio.NewReaderSize(decoder(s.book.d.Encoding, src), 256<<10)
	if e := s.book.d.LineEnd; e == "cr" || e == "mixed" {
		in = bufio.NewReaderSize(&bareCR{r: in}, 64<<10)
	}
	p := &parser{d: s.book.d, in: in}
	p.doubt = func(line uint32, code reject.Code, detail string) {
		if len(s.doubts) < 1000 {
			s.doubts = append(s.doubts, grid.Doubt{Row: line, Code: code, Detail: detail})
		}
	}
	err := p.run(yield)
	if err != nil {
		return &grid.RefusedError{Code: reject.Unreadable, Detail: err.Error()}
	}
	return nil
}
