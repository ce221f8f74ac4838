package delimited

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// headSize is how much of a file decides its dialect.
const headSize = 256 << 10

// Open finds the dialect of a text file. Rows are streamed from r at each call.
func Open(r io.ReaderAt, size int64, opt Options) (grid.Book, error) {
	head := make([]byte, min(size, headSize))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, grid.Refuse(reject.Unreadable, "%v", err)
	}
	whole := int64(len(head)) == size
	b := &book{r: r, size: size}
	name, err := b.encoding(head, whole, opt.Encoding)
	if err != nil {
		return nil, grid.Refuse(reject.Unreadable, "%v", err)
	}
	begin, err := io.ReadAll(decoder(name, bytes.NewReader(head[b.bom:])))
	if err != nil {
		return nil, grid.Refuse(reject.EncodingDoubt, "%s", name)
	}
	b.d = sniffDialect(string(begin), whole, opt.Delimiter)
	b.d.Encoding = name
	switch {
	case name == "windows-1252":
		b.foreign = foreign(string(begin))
		b.d.Evidence = append(b.d.Evidence, text.T("bukan UTF-8", "not UTF-8"))
	case b.mixed:
		b.d.Evidence = append(b.d.Evidence, text.T("sebagian bitanya bukan UTF-8", "some bytes are not UTF-8"))
	default:
		b.foreign = controls(string(begin))
	}
	return b, nil
}

// encoding finds the encoding of the whole file, or takes the hint.
func (b *book) encoding(head []byte, whole bool, hint string) (string, error) {
	name, bom := sniffEncoding(head, whole)
	b.bom = int64(bom)
	if hint != "" {
		name = hint
	}
	if name != "utf-8" && name != "utf-8-bom" {
		return name, nil
	}
	good, bad, err := validity(b.r, b.size)
	b.mixed = bad > 0
	if name == "utf-8" && bad > 0 && good <= 4*bad && hint == "" {
		name, b.mixed = "windows-1252", false
	}
	return name, err
}

type book struct {
	r    io.ReaderAt
	size int64
	bom  int64
	d    Dialect

	mixed   bool   // UTF-8 with some bytes that are not
	foreign uint32 // a line whose words look like another code page; 0 = none
}

func (b *book) Traits() grid.Traits {
	t := grid.Traits{Format: "csv", Encoding: b.d.Encoding, LineEnd: b.d.LineEnd, Escape: "doubled", Evidence: b.d.Evidence}
	t.Delimiter = b.d.Delimiter
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

// maxDoubts is how many doubts of a sheet are kept one by one; the last one
// says how many more there are.
const maxDoubts = 10_000

// Rows reads the file from its start.
func (s *sheet) Rows(yield func(*grid.Row) bool) error {
	s.doubts = nil
	more := 0
	doubt := func(line uint32, code reject.Code, detail string) {
		if len(s.doubts) < maxDoubts {
			d := grid.Doubt{Row: line, Code: code, Detail: text.Same(detail)}
			if detail == onlyText {
				d.Detail, d.TextOnly = text.T("sel-selnya pasti; hanya tanda kutipnya mungkin lebih", "its cells are certain; only the quote may be too many"), true
			}
			s.doubts = append(s.doubts, d)
			return
		}
		more++
		s.doubts[maxDoubts-1] = grid.Doubt{Row: line, Code: code, Detail: text.Same("+" + strconv.Itoa(more))}
	}
	if s.book.foreign > 0 {
		doubt(s.book.foreign, reject.EncodingDoubt, s.book.d.Encoding)
	}
	if s.book.d.spaces {
		doubt(1, reject.OtherDelimiter, "\" \"")
	}
	src := io.NewSectionReader(s.book.r, s.book.bom, s.book.size-s.book.bom)
	in := bufio.NewReaderSize(decoder(s.book.d.Encoding, src), 256<<10)
	if s.book.d.bareCR {
		in = bufio.NewReaderSize(&bareCR{r: in}, 64<<10)
	}
	p := newParser(s.book.d, &stream{in: in})
	p.doubt = doubt
	if s.book.mixed || strings.HasPrefix(s.book.d.Encoding, "utf-16") {
		p.fix = patch
	}
	if err := p.run(yield); err != nil {
		return grid.Refuse(reject.Unreadable, "%v", err)
	}
	return nil
}
