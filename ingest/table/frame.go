package table

import (
	"slices"
	"strconv"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// # How tables are found in a sheet
//
// Only the shape of rows is used: how many cells, which are filled, and
// whether a cell looks like a number, date or clock (digit), like another
// typed value such as an address (coded), or like words.
//
//   - A table begins at the first row with two filled cells (one, where no row
//     has more). What stands above it is a title.
//   - Rows that begin with # and have another width than the row below are
//     comments; with the same width they are a header written as a comment.
//   - Blank rows part tables, unless the row after them has the width of the
//     table and digits in the same columns: then it is the same table, and the
//     blank rows are doubted. A table that is only a header so far goes on.
//   - A row that repeats the first texts of the header begins another table.
//   - Rows at the end with a single cell that does not fit the first column,
//     and signatures, are footers. Total rows stay and are named.
//   - Header rows are decided by contrast with the rows below
//     (frame_header.go). A line directly above a table without a header is
//     doubted: it may be what is left of one.
//
// Every decision that could be wrong is a doubt with its row.

// Frame is one table of a sheet, found by its shape.
type Frame struct {
	Header      []uint32 // header rows; none when the first row is data already
	First, Last uint32   // data rows; First > Last when there are none
	Columns     []string // header texts, stacked ones joined with a space
	Doubts      []grid.Doubt

	more  int      // doubts beyond those kept
	width int      // cells of a row
	skip  []uint32 // rows between First and Last that are left out, ascending
}

// Frames finds the tables of a sheet.
func Frames(s grid.Sheet) ([]Frame, error) {
	merged, err := s.Merged()
	if err != nil {
		return nil, err
	}
	sc := scanner{text: merged == nil, merged: merged, heads: map[int][]grid.Cell{}}
	err = s.Rows(func(r *grid.Row) bool {
		sc.add(r)
		return sc.lines.n < maxLines
	})
	if err != nil {
		return nil, err
	}
	if sc.lines.n == maxLines {
		return nil, refuse(reject.OverLimit, "> "+strconv.Itoa(maxLines))
	}
	sc.comments()
	var out []Frame
	for _, run := range sc.runs() {
		out = append(out, sc.frame(run))
	}
	return out, nil
}

// run is the lines of one table, by index.
type run struct {
	lines []int
	skip  []int // blank rows and comments among them
	width int   // cells of most lines
	doubt []grid.Doubt
	past  [4]int  // lines that were compared with each of the first ones
	apart [4]bool // and some was found to be other than it
}

// frame finds header, data and footer of a run.
func (sc *scanner) frame(r run) Frame {
	f := Frame{Doubts: r.doubt}
	sc.preamble(&r, &f)
	sc.footer(&r, &f)
	h := sc.header(r, &f)
	if i := r.lines[0]; h == 0 && i > 0 && sc.lines.at(i-1).filled > 0 {
		f.doubt(sc.lines.at(i-1).n, reject.HeaderDoubt) // a title, or what is left of a header
	}
	f.width = r.width
	for _, i := range r.lines[:h] {
		f.Header = append(f.Header, sc.lines.at(i).n)
	}
	f.Columns = sc.columns(r.lines[:h])
	f.Last = sc.lines.at(r.lines[len(r.lines)-1]).n
	f.First = f.Last + 1
	if h < len(r.lines) {
		f.First = sc.lines.at(r.lines[h]).n
	}
	for _, i := range r.skip {
		if n := sc.lines.at(i).n; n >= f.First && n <= f.Last {
			f.skip = append(f.skip, n)
		}
	}
	f.width = max(f.width, len(f.Columns))
	sc.ragged(r, &f, h)
	slices.SortStableFunc(f.Doubts, func(a, b grid.Doubt) int { return int(a.Row) - int(b.Row) })
	return f
}

// ragged doubts the rows of a text table that have another number of cells
// than the rest, and names total rows.
func (sc *scanner) ragged(r run, f *Frame, h int) {
	width := sc.reference(r, h)
	tail := sc.tail(r, h, width)
	for k, i := range r.lines {
		l := sc.lines.at(i)
		if k >= h && l.total {
			f.doubt(l.n, reject.TotalRow)
		}
		switch {
		case !sc.text || int(l.cells) == width:
		case k >= h && tail > 0 && int(l.tail) == tail && sc.beside(r, h, k, width): // empty cells missing or too many at its end
		case int(l.cells) < width:
			f.doubt(l.n, reject.ShortRow)
		default:
			f.doubt(l.n, reject.LongRow)
		}
	}
}

// tail is the column, counted from 1, up to which all rows of the usual width
// are filled, where it isn't the last one; 0 where it varies or rows are few.
func (sc *scanner) tail(r run, h, width int) int {
	t, n := 0, 0
	for _, i := range r.lines[h:] {
		l := sc.lines.at(i)
		if int(l.cells) != width {
			continue
		}
		if n++; n > 1 && int(l.tail) != t {
			return 0
		}
		t = int(l.tail)
	}
	if n < 10 || t >= width {
		return 0
	}
	return t
}

// beside reports a row with the same kinds of cells as the nearest row of the
// usual width.
func (sc *scanner) beside(r run, h, k, width int) bool {
	l := sc.lines.at(r.lines[k])
	for d := 1; k-d >= h || k+d < len(r.lines); d++ {
		for _, o := range []int{k - d, k + d} {
			if o < h || o >= len(r.lines) {
				continue
			}
			if near := sc.lines.at(r.lines[o]); int(near.cells) == width {
				return near.kinds == l.kinds
			}
		}
	}
	return false
}

// reference is the number of cells rows should have: what most have, or what
// the header has where few rows agree.
func (sc *scanner) reference(r run, h int) int {
	if h == 0 {
		return r.width
	}
	agree := 0
	for _, i := range r.lines[h:] {
		if int(sc.lines.at(i).cells) == r.width {
			agree++
		}
	}
	if agree < 4 || 2*agree < len(r.lines)-h {
		return int(sc.lines.at(r.lines[h-1]).cells)
	}
	return r.width
}

// maxDoubts is how many doubts of a table are kept one by one; the last one
// says how many more there are.
const maxDoubts = 10_000

func (f *Frame) doubt(row uint32, code reject.Code) {
	if len(f.Doubts) < maxDoubts {
		f.Doubts = append(f.Doubts, grid.Doubt{Row: row, Code: code})
		return
	}
	f.more++
	f.Doubts[maxDoubts-1] = grid.Doubt{Row: row, Code: code, Detail: text.Same("+" + strconv.Itoa(f.more))}
}

// Span is the first and the last row of the table, header included.
func (f *Frame) Span() (first, last uint32) {
	first, last = f.First, f.Last
	for _, n := range f.Header {
		first, last = min(first, n), max(last, n)
	}
	return first, last
}
