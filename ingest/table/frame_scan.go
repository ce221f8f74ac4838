package table

import (
	"math"
	"strings"

	"rapor/ingest/grid"
)

// kind is the family a cell belongs to by its shape.
type kind uint8

const (
	blank kind = iota // nothing, or a placeholder for nothing
	word
	digit // numbers, amounts, dates, clocks
	coded // addresses, yes and no
)

// line is what the search for tables remembers of a row.
type line struct {
	kinds                uint64 // kinds of the first 32 cells, two bits each
	n, cells             uint32
	key                  uint32 // digest of the first texts; 0 = fewer than two
	filled, tail         uint16 // filled cells, columns up to the last filled one
	long                 uint16 // length of the first text
	comment, sign, total bool   // begins with "#"; a note below a table; a total row
}

func (l *line) kind(c int) kind { return kind(l.kinds >> (2 * c) & 3) }

const (
	keepRows = 40      // rows kept with their texts after each place a table may begin
	keepAll  = 20_000  // and in the whole sheet
	keepCell = 4 << 20 // cells of all of them
	kindCols = 32      // columns whose kinds are remembered
	keyCols  = 4       // texts that make a row's key
)

// maxLines is how many rows of a sheet are remembered, eight times what a
// spreadsheet holds: in a file of more, tables are not looked for by their shape.
var maxLines = 8 << 20 // a variable for its test alone

// lines are the rows of a sheet in pieces, so that their growth never holds
// them twice.
type lines struct {
	pieces [][]line
	n      int
}

const piece = 1 << 16

func (l *lines) add(x line) {
	if l.n%piece == 0 {
		room := piece
		if l.n == 0 {
			room = 0 // most sheets are short
		}
		l.pieces = append(l.pieces, make([]line, 0, room))
	}
	last := &l.pieces[len(l.pieces)-1]
	*last = append(*last, x)
	l.n++
}

func (l *lines) at(i int) *line { return &l.pieces[i/piece][i%piece] }

// scanner remembers the rows of a sheet.
type scanner struct {
	text   bool // from a text file: every row is there, with all its cells
	merged []grid.Range
	lines  lines
	heads  map[int][]grid.Cell // texts of rows near the top of a table, by line
	fresh  int                 // lines since a table may have begun
	cells  int                 // of heads
	keys   map[uint32]bool
	wide   int // filled cells a row of a table has at least: 1 or 2
}

func (sc *scanner) add(r *grid.Row) {
	l := line{n: r.N, cells: uint32(len(r.Cells))}
	var first string
	for i := range r.Cells {
		c := &r.Cells[i]
		t := strings.TrimSpace(c.Text)
		if t == "" {
			continue
		}
		l.tail = uint16(min(i+1, math.MaxUint16))
		if l.filled = min(l.filled, math.MaxUint16-1) + 1; l.filled == 1 {
			first = t
		}
		if i < kindCols {
			l.kinds |= uint64(kindOf(c)) << (2 * i)
		}
		if l.filled <= keyCols {
			l.key = digest(l.key, t)
		}
	}
	if l.filled < 2 {
		l.key = 0
	}
	sc.wide = max(sc.wide, 1, int(min(l.filled, 2)))
	if first != "" {
		l.long = uint16(min(len(first), math.MaxUint16))
		l.comment = first[0] == '#'
		l.sign = IsSignature(first)
		l.total = IsTotal(first)
	}
	sc.keep(&l, r)
	sc.lines.add(l)
}

// keep copies the texts of rows that a header decision may need.
func (sc *scanner) keep(l *line, r *grid.Row) {
	if sc.keys == nil {
		sc.keys = map[uint32]bool{}
	}
	if l.filled < 2 || l.key != 0 && sc.keys[l.key] {
		sc.fresh = 0
	}
	sc.fresh++
	if sc.fresh > keepRows || len(sc.heads) >= keepAll || l.filled == 0 || sc.cells+len(r.Cells) > keepCell && len(sc.heads) > 0 {
		return
	}
	sc.cells += len(r.Cells)
	if sc.fresh < 8 && l.key != 0 {
		sc.keys[l.key] = true
	}
	sc.heads[sc.lines.n] = append([]grid.Cell{}, r.Cells...)
}

// digest adds a text to an FNV-1a hash.
func digest(h uint32, s string) uint32 {
	if h == 0 {
		h = 2166136261
	}
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return (h ^ 0xff) * 16777619
}

// comments settles which rows that begin with "#" are comments: those with
// another width than the row below, or above at the end.
func (sc *scanner) comments() {
	next := int64(-1)
	for i := sc.lines.n - 1; i >= 0; i-- {
		l := sc.lines.at(i)
		if l.filled == 0 {
			continue
		}
		if !l.comment {
			next = int64(l.cells)
			continue
		}
		if next < 0 {
			next = sc.widthAbove(i)
		}
		if l.comment = next >= 0 && (sc.wide == 1 || next != int64(l.cells)); !l.comment {
			next = int64(l.cells)
		}
	}
}

func (sc *scanner) widthAbove(i int) int64 {
	for i--; i >= 0; i-- {
		if l := sc.lines.at(i); l.filled > 0 && !l.comment {
			return int64(l.cells)
		}
	}
	return -1
}

// kindOf tells the kind of a cell that is not empty.
func kindOf(c *grid.Cell) kind {
	switch c.Kind {
	case grid.Number, grid.ISODate:
		return digit
	case grid.Bool:
		return coded
	case grid.Error:
		return blank
	}
	return kindOfText(strings.TrimSpace(c.Text))
}

func kindOfText(t string) kind {
	if len(t) <= 7 && placeholder(t) {
		return blank
	}
	if numeric(t) {
		return digit
	}
	if truth(t) || address(t) {
		return coded
	}
	return word
}

// numeric reports text made of digits and what stands beside them in numbers,
// amounts, dates and clocks.
func numeric(t string) bool {
	t = strings.TrimPrefix(strings.TrimPrefix(t, "£"), "€")
	digits, letters := 0, 0
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case c >= '0' && c <= '9':
			digits++
		case strings.IndexByte(".,:/-+%() $Rp", c) >= 0:
		case strings.IndexByte("TZeE", c) >= 0 && digits > 0: // ISO 8601, exponents
			letters++
		default:
			return false
		}
	}
	return digits > 0 && letters <= 2
}

// placeholder reports the usual ways to write that there is nothing.
func placeholder(t string) bool {
	switch strings.ToLower(t) {
	case "", "-", "--", ".", "..", "...", "?", "*", "na", "n/a", "nan", "null", "none", "missing", "nihil", "#n/a":
		return true
	}
	return false
}

func truth(t string) bool {
	switch strings.ToLower(t) {
	case "true", "false", "yes", "no", "ya", "tidak":
		return true
	}
	return false
}

// address reports web and mail addresses.
func address(t string) bool {
	if strings.Contains(t, "://") {
		return true
	}
	at := strings.IndexByte(t, '@')
	return at > 0 && strings.IndexByte(t[at:], '.') > 0 && strings.IndexByte(t, ' ') < 0
}
