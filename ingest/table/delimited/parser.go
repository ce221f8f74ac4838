package delimited

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// parser splits decoded text into rows. A record is normally one line; a
// quoted cell may run over several. When a quote is not closed within
// maxLines, or closes where no cell ends, it was a stray one: the line is read
// again on its own, with the quote as text, and a doubt names it.
type parser struct {
	d     Dialect
	in    *bufio.Reader
	doubt func(line uint32, code reject.Code, detail string)

	line    uint32   // lines read so far
	pending []string // lines given back, to be read again
	row     grid.Row
	buf     []byte
}

// maxLines is the most lines one quoted cell may span.
const maxLines = 200

func (p *parser) run(yield func(*grid.Row) bool) error {
	skip := p.d.Preface
	for {
		text, err := p.next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		first := p.line
		if skip > 0 {
			skip--
			continue
		}
		p.row = grid.Row{N: first, Cells: p.row.Cells[:0]}
		if strings.TrimSpace(text) != "" {
			if err := p.record(text, first); err != nil {
				return err
			}
		}
		if !yield(&p.row) {
			return nil
		}
	}
}

// record splits one record that starts with a line, taking more lines while a
// quoted cell is open.
func (p *parser) record(text string, first uint32) error {
	if p.d.Quote == 0 || strings.IndexByte(text, p.d.Quote) < 0 {
		p.plain(text)
		return nil
	}
	cells, state := p.split(text)
	full := text
	var more []string
	for state == open && len(more) < maxLines {
		next, err := p.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		more = append(more, next)
		full += p.lineEnd() + next
		cells, state = p.split(full)
	}
	if state == closed && !p.swallowed(cells, more) {
		p.row.Cells = append(p.row.Cells, cells...)
		return nil
	}
	p.giveBack(more)
	p.doubt(first, reject.StrayQuote, "")
	p.loose(text)
	return nil
}

// lineEnd is what stands between the lines of one cell.
func (p *parser) lineEnd() string {
	if p.d.LineEnd == "crlf" {
		return "\r\n"
	}
	return "\n"
}

// swallowed reports whether a multi-line record ate lines that are rows of
// their own: every eaten line has as many delimiters as the record has cells.
func (p *parser) swallowed(cells []grid.Cell, more []string) bool {
	if len(more) == 0 || p.d.Delimiter == 0 {
		return false
	}
	like := 0
	for _, l := range more {
		if n := strings.Count(l, string(p.d.Delimiter)); n > 0 && n >= len(cells)-1 {
			like++
		}
	}
	return like > 0 && like >= len(more)/2
}

func (p *parser) giveBack(lines []string) {
	p.line -= uint32(len(lines))
	p.pending = append(append([]string{}, lines...), p.pending...)
}

// plain splits a line without quotes.
func (p *parser) plain(text string) {
	if p.d.Delimiter == 0 {
		p.add(text)
		return
	}
	for {
		i := strings.IndexByte(text, p.d.Delimiter)
		if i < 0 {
			p.add(text)
			return
		}
		p.add(text[:i])
		text = text[i+1:]
	}
}

func (p *parser) add(s string) { p.row.Cells = append(p.row.Cells, cell(s)) }

func cell(s string) grid.Cell {
	if s == "" {
		return grid.Cell{}
	}
	return grid.Cell{Text: s, Kind: grid.Text}
}

// loose splits a damaged line at its delimiters and takes quotes that wrap a
// whole cell away; others stay text.
func (p *parser) loose(text string) {
	start := len(p.row.Cells)
	p.plain(text)
	q := string(p.d.Quote)
	for i := start; i < len(p.row.Cells); i++ {
		c := &p.row.Cells[i]
		if len(c.Text) >= 2 && strings.HasPrefix(c.Text, q) && strings.HasSuffix(c.Text, q) {
			*c = cell(strings.ReplaceAll(c.Text[1:len(c.Text)-1], q+q, q))
		}
	}
}

// state says how a record ended.
type state uint8

const (
	closed  state = iota // every quoted cell is closed
	open                 // a quoted cell is still open
	damaged              // text follows a closing quote
)

// split cuts a record at delimiters outside quotes.
func (p *parser) split(text string) ([]grid.Cell, state) {
	var out []grid.Cell
	i := 0
	for {
		if i < len(text) && text[i] == p.d.Quote {
			body, end, st := p.quoted(text, i+1)
			if st != closed {
				return nil, st
			}
			out = append(out, grid.Cell{Text: body, Kind: grid.Text})
			i = end
		} else {
			k := p.delimiter(text[i:])
			out = append(out, cell(text[i:i+k]))
			i += k
		}
		if i == len(text) {
			return out, closed
		}
		i++ // the delimiter
		if i == len(text) {
			return append(out, grid.Cell{}), closed
		}
	}
}

// delimiter is the length of text before the next delimiter.
func (p *parser) delimiter(s string) int {
	if p.d.Delimiter == 0 {
		return len(s)
	}
	if i := strings.IndexByte(s, p.d.Delimiter); i >= 0 {
		return i
	}
	return len(s)
}

// quoted reads a quoted cell from just after its quote to just after the
// closing one.
func (p *parser) quoted(s string, i int) (body string, end int, st state) {
	var b strings.Builder
	for start := i; i < len(s); i++ {
		switch c := s[i]; {
		case p.d.Backslash && c == '\\' && i+1 < len(s) && (s[i+1] == p.d.Quote || s[i+1] == '\\'):
			b.WriteString(s[start:i])
			b.WriteByte(s[i+1])
			i++
			start = i + 1
		case c != p.d.Quote:
		case !p.d.Backslash && i+1 < len(s) && s[i+1] == p.d.Quote:
			b.WriteString(s[start : i+1])
			i++
			start = i + 1
		default:
			b.WriteString(s[start:i])
			i++
			for i < len(s) && s[i] == ' ' && p.d.Delimiter != ' ' {
				i++
			}
			if i < len(s) && s[i] != p.d.Delimiter {
				return "", 0, damaged
			}
			return b.String(), i, closed
		}
	}
	return "", 0, open
}

// next reads one physical line without its end.
func (p *parser) next() (string, error) {
	if len(p.pending) > 0 {
		l := p.pending[0]
		p.pending = p.pending[1:]
		p.line++
		return l, nil
	}
	b := p.buf[:0]
	for {
		chunk, err := p.in.ReadSlice('\n')
		b = append(b, chunk...)
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && (len(b) == 0 || !errors.Is(err, io.EOF)) {
			return "", err
		}
		break
	}
	p.buf = b
	p.line++
	text := strings.TrimSuffix(string(b), "\n")
	return strings.TrimSuffix(text, "\r"), nil
}

// bareCR turns carriage returns that stand alone into line feeds, for files
// written with them.
type bareCR struct {
	r    *bufio.Reader
	last bool // a CR was written as LF; a following LF belongs to it
}

func (c *bareCR) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	k := 0
	for _, x := range b[:n] {
		switch {
		case x == '\n' && c.last:
			c.last = false
			continue
		case x == '\r':
			x, c.last = '\n', true
		default:
			c.last = false
		}
		b[k] = x
		k++
	}
	if k == 0 && n > 0 && err == nil {
		return c.Read(b)
	}
	return k, err
}
