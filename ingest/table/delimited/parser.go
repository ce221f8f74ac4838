package delimited

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

const (
	maxLines = 1000    // lines one quoted cell may span
	maxBytes = 4 << 20 // and their length
	maxCells = 1 << 20 // cells of one row; what follows stays in the last one
	maxAhead = 1 << 20 // lines looked at in vain before the parser looks less far
)

// parser splits decoded text into rows. A record is normally one line; a
// quoted cell may run over several. Lines are only looked at ahead, and taken
// when they prove to belong to the record.
type parser struct {
	d     Dialect
	in    source
	doubt func(line uint32, code reject.Code, detail string)
	fix   func(text string) (string, bool) // mends characters; nil = not needed

	line    uint32 // lines taken so far
	ahead   []physicalLine
	at      int // the next of them
	end     error
	vain    int    // lines looked at in vain
	wrapped int    // quoted cells read
	checked int    // odd rows looked at closely
	rival   bool   // this record could also run over several lines
	odd     bool   // a bare cell of this record holds half a pair of quotes
	last    int    // width of the last row that raised no question
	prev    string // the last line of the usual width
	row     grid.Row
}

type physicalLine struct {
	text string
	crlf bool
}

func newParser(d Dialect, in source) *parser { return &parser{d: d, in: in} }

func (p *parser) run(yield func(*grid.Row) bool) error {
	skip := p.d.Preface
	for {
		l, err := p.take()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if skip > 0 {
			if strings.TrimSpace(l.text) != "" {
				skip--
			}
			continue
		}
		p.row.N, p.row.Cells, p.row.Irregular = p.line, p.row.Cells[:0], ""
		if strings.TrimSpace(l.text) != "" {
			p.record(l)
		}
		if p.end != nil && !errors.Is(p.end, io.EOF) {
			return p.end
		}
		if !yield(&p.row) {
			return nil
		}
	}
}

// record splits one record that starts with a line.
func (p *parser) record(l physicalLine) {
	if p.d.Quote == 0 || strings.IndexByte(l.text, p.d.Quote) < 0 {
		p.plain(l.text)
		if len(p.row.Cells) > maxCells {
			p.doubt(p.row.N, reject.LongRow, "> "+strconv.Itoa(maxCells))
		}
		if n := len(p.row.Cells); n != p.d.Width && p.d.Width > 0 {
			p.irregular(l.text)
		} else {
			p.last, p.prev = n, l.text
		}
		return
	}
	p.odd, p.rival = false, false
	n, st := p.walk(l.text, false, false)
	if st == closed && p.odd {
		p.stray(p.oddCertain(l.text))
	}
	switch {
	case st == closed && n == p.d.Width:
		p.last, p.prev = n, l.text
	case st == closed && p.d.Width > 0:
		p.irregular(l.text)
	case st == closed:
	case st == open && p.several(l):
	default:
		p.damaged(l)
	}
}

// several reads a cell that runs over several lines, if it does.
func (p *parser) several(l physicalLine) bool {
	n, st, k := p.lookAhead(l)
	if st != closed || p.swallows(l.text, n, k) {
		p.vain += k
		p.rival = st == closed && n == p.d.Width
		return false
	}
	p.odd = false
	p.walk(p.joined(l, k), false, false)
	if p.odd {
		p.doubt(p.row.N, reject.StrayQuote, "")
	}
	p.skip(k)
	if n != p.d.Width && p.d.Width > 0 {
		p.ragged()
	}
	return true
}

// lookAhead follows an open quote through the next lines: the cells of the
// record, how it ended, and the lines it took.
func (p *parser) lookAhead(l physicalLine) (n int, st state, k int) {
	n, st = p.walk(l.text, false, true)
	limit := maxLines
	if p.vain > maxAhead {
		limit = 20
	}
	for size := len(l.text); st == open && k < limit && size < maxBytes; k++ {
		next, ok := p.peek(k)
		if !ok {
			return n, open, k
		}
		var more int
		more, st = p.walk(next.text, true, true)
		n += more - 1
		size += len(next.text)
	}
	return n, st, k
}

// swallows reports whether a record over several lines ate rows: the first
// line on its own is as wide as the others, and so are most it would eat.
func (p *parser) swallows(first string, n, k int) bool {
	rows, width := 0, p.d.Width
	if width == 0 {
		width = n
	}
	for i := range k {
		l, _ := p.peek(i)
		if m, st := p.walk(l.text, false, true); m > 1 && (m >= width || st != closed && m >= width-1) {
			rows++
		}
	}
	if rows < (k+1)/2 || rows == 0 {
		return false
	}
	if p.d.Width == 0 {
		return true
	}
	if alone := p.repair(first); alone.n != p.d.Width && n == p.d.Width {
		return false
	}
	return true
}

// joined is a line and k more after it, with their own line ends.
func (p *parser) joined(l physicalLine, k int) string {
	var b strings.Builder
	for i := -1; ; i++ {
		if i >= 0 {
			l, _ = p.peek(i)
		}
		b.WriteString(l.text)
		if i == k-1 {
			return b.String()
		}
		if l.crlf {
			b.WriteByte('\r')
		}
		b.WriteByte('\n')
	}
}

// plain splits a line without quotes.
func (p *parser) plain(text string) {
	switch {
	case p.d.sep == "":
		p.row.Cells = append(p.row.Cells, cell(text))
	case len(p.d.sep) > 1 || p.d.pad:
		p.plainWide(text)
	default:
		p.plainByte(text, p.d.sep[0])
	}
}

func (p *parser) plainByte(text string, sep byte) {
	cells := p.row.Cells
	for len(cells) < maxCells {
		i := strings.IndexByte(text, sep)
		if i < 0 {
			break
		}
		cells = append(cells, cell(text[:i]))
		text = text[i+1:]
	}
	p.row.Cells = append(cells, cell(text))
}

func (p *parser) plainWide(text string) {
	cells := p.row.Cells
	for len(cells) < maxCells {
		i := strings.Index(text, p.d.sep)
		if i < 0 {
			break
		}
		cells = append(cells, cell(p.bare(text[:i], len(cells) == 0, false)))
		text = text[i+len(p.d.sep):]
	}
	p.row.Cells = append(cells, cell(p.bare(text, len(cells) == 0, true)))
}

// bare takes the spaces away that belong to the delimiters beside a cell.
func (p *parser) bare(s string, first, last bool) string {
	if !p.d.pad {
		return s
	}
	if !first && strings.HasSuffix(p.d.Delimiter, " ") {
		s = strings.TrimPrefix(s, " ")
	}
	if !last && strings.HasPrefix(p.d.Delimiter, " ") {
		s = strings.TrimSuffix(s, " ")
	}
	return s
}

func cell(s string) grid.Cell {
	if s == "" {
		return grid.Cell{}
	}
	return grid.Cell{Text: s, Kind: grid.Text}
}

// take takes the next line.
func (p *parser) take() (physicalLine, error) {
	if p.at < len(p.ahead) {
		l := p.ahead[p.at]
		p.skip(1)
		return l, nil
	}
	if p.end != nil {
		return physicalLine{}, p.end
	}
	l, err := p.read()
	if err == nil {
		p.line++
	}
	return l, err
}

func (p *parser) read() (physicalLine, error) {
	text, crlf, err := p.in.next()
	if err != nil {
		p.end = err
		return physicalLine{}, err
	}
	if p.fix != nil {
		var mended bool
		if text, mended = p.fix(text); mended {
			p.doubt(p.line+uint32(len(p.ahead)-p.at)+1, reject.EncodingDoubt, "")
		}
	}
	return physicalLine{text, crlf}, nil
}

// peek looks at a line after the ones taken.
func (p *parser) peek(i int) (physicalLine, bool) {
	for p.at+i >= len(p.ahead) {
		if p.end != nil {
			return physicalLine{}, false
		}
		l, err := p.read()
		if err != nil {
			return physicalLine{}, false
		}
		if p.at > maxLines { // lines taken must not pile up
			p.ahead = p.ahead[:copy(p.ahead, p.ahead[p.at:])]
			p.at = 0
		}
		p.ahead = append(p.ahead, l)
	}
	return p.ahead[p.at+i], true
}

// skip takes k lines that were looked at.
func (p *parser) skip(k int) {
	p.line += uint32(k)
	p.at += k
	if p.at == len(p.ahead) {
		p.ahead, p.at = p.ahead[:0], 0
	}
}
