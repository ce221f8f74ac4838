package table

import (
	"encoding/csv"
	"io"
	"strings"

	"rapor/ingest/grid"
)

// Frame is one table of a sheet, found by its shape.
type Frame struct {
	Header      []uint32 // header rows; none when the first row is data already
	First, Last uint32   // data rows
	Columns     []string // header texts, stacked ones joined with a space
}

// line is what the search for tables remembers of a row.
type line struct {
	n       uint32
	filled  int
	numbers int
}

// Frames finds the tables of a sheet: runs of rows, parted by blank rows, with
// two columns or more (or, when there are none, the whole sheet).
func Frames(s grid.Sheet) ([]Frame, error) {
	merged, err := s.Merged()
	if err != nil {
		return nil, err
	}
	var lines []line
	heads := map[uint32]grid.Row{}
	err = s.Rows(func(r *grid.Row) bool {
		l := line{n: r.N}
		for _, c := range r.Cells {
			if strings.TrimSpace(c.Text) != "" {
				l.filled++
				if numeric(&c) {
					l.numbers++
				}
			}
		}
		if l.numbers == 0 && len(heads) < 5000 {
			heads[r.N] = grid.Row{N: r.N, Cells: append([]grid.Cell{}, r.Cells...)}
		}
		lines = append(lines, l)
		return true
	})
	if err != nil {
		return nil, err
	}
	return frames(lines, heads, merged), nil
}

func numeric(c *grid.Cell) bool {
	if c.Kind == grid.Number {
		return true
	}
	t := strings.TrimSpace(c.Text)
	digits := 0
	for i := 0; i < len(t); i++ {
		switch {
		case t[i] >= '0' && t[i] <= '9':
			digits++
		case !strings.ContainsRune(".,:/-+%() Rp", rune(t[i])):
			return false
		}
	}
	return digits > 0
}

func frames(lines []line, heads map[uint32]grid.Row, merged []grid.Range) []Frame {
	var out []Frame
	wide := 1
	for _, l := range lines {
		wide = max(wide, min(l.filled, 2))
	}
	for i := 0; i < len(lines); {
		if lines[i].filled < wide {
			i++
			continue
		}
		end := i
		for end < len(lines) && lines[end].filled > 0 && lines[end].n == lines[i].n+uint32(end-i) {
			end++
		}
		out = append(out, frame(lines[i:end], heads, merged))
		i = end
	}
	return out
}

// frame splits a run of rows into header and data: leading rows without a
// number are header when rows with numbers follow; else the first row is.
func frame(run []line, heads map[uint32]grid.Row, merged []grid.Range) Frame {
	h := 0
	for h < len(run) && run[h].numbers == 0 && h < 4 {
		h++
	}
	if h == len(run) || h == 4 {
		h = min(1, len(run))
	}
	f := Frame{First: run[min(h, len(run)-1)].n, Last: run[len(run)-1].n}
	var rows []grid.Row
	for _, l := range run[:h] {
		f.Header = append(f.Header, l.n)
		rows = append(rows, heads[l.n])
	}
	if h == len(run) {
		f.First = f.Last + 1
	}
	for _, p := range HeaderPaths(rows, merged) {
		f.Columns = append(f.Columns, strings.Join(p, " "))
	}
	return f
}

// WriteCSV prints a table as plain CSV (RFC 4180, UTF-8, comma, LF), texts
// untouched.
func WriteCSV(w io.Writer, s grid.Sheet, f Frame) error {
	out := csv.NewWriter(w)
	if len(f.Header) > 0 {
		if err := out.Write(f.Columns); err != nil {
			return err
		}
	}
	var fail error
	err := s.Rows(func(r *grid.Row) bool {
		if r.N < f.First {
			return true
		}
		if r.N > f.Last {
			return false
		}
		rec := make([]string, max(len(r.Cells), len(f.Columns)))
		for i, c := range r.Cells {
			rec[i] = c.Text
		}
		fail = out.Write(rec)
		return fail == nil
	})
	out.Flush()
	if fail == nil {
		fail = out.Error()
	}
	if err != nil {
		return err
	}
	return fail
}
