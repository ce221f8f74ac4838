package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

type sheet struct {
	book   *book
	file   *zip.File
	name   string
	hidden bool
	merged []grid.Range
	hide   []int
	doubts []grid.Doubt
}

func (s *sheet) Name() string                  { return s.name }
func (s *sheet) Hidden() bool                  { return s.hidden }
func (s *sheet) Date1904() bool                { return s.book.date1904 }
func (s *sheet) Merged() ([]grid.Range, error) { return s.merged, nil }
func (s *sheet) HiddenColumns() []int          { return s.hide }
func (s *sheet) Doubts() []grid.Doubt          { return s.doubts }

// survey walks the whole sheet once before any of its rows is handed on: it
// must be well-formed to its end, and merged ranges stand after the rows.
func (s *sheet) survey() error {
	return s.walk(func(sc *scanner) {
		switch sc.name {
		case "mergeCell":
			if ref, ok := sc.attr("ref"); ok {
				if r, ok := area(ref); ok {
					s.merged = append(s.merged, r)
				}
			}
		case "col":
			if h, _ := sc.attr("hidden"); h == "1" || h == "true" {
				a, _ := sc.attr("min")
				z, _ := sc.attr("max")
				lo, err1 := strconv.Atoi(a)
				hi, err2 := strconv.Atoi(z)
				for c := lo; err1 == nil && err2 == nil && c <= hi && c < lo+1000; c++ {
					s.hide = append(s.hide, c-1)
				}
			}
		}
	})
}

// walk calls f for every start tag to the end of the document.
func (s *sheet) walk(f func(*scanner)) error {
	r, err := s.file.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	sc := newScanner(r)
	root := ""
	for {
		t, err := sc.next()
		if errors.Is(err, io.EOF) {
			if root != "worksheet" {
				return errMalformed
			}
			return nil
		}
		if err != nil {
			return err
		}
		if t == startToken {
			if root == "" {
				root = sc.name
			}
			f(sc)
		}
	}
}

// area reads "A1:C3".
func area(ref string) (grid.Range, bool) {
	a, z, ok := strings.Cut(ref, ":")
	if !ok {
		z = a
	}
	c1, r1, ok1 := address(a)
	c2, r2, ok2 := address(z)
	return grid.Range{FirstRow: r1, LastRow: r2, FirstCol: c1, LastCol: c2}, ok1 && ok2 && r1 <= r2 && c1 <= c2
}

// address reads "BC12" into a 0-based column and a 1-based row.
func address(ref string) (col int, row uint32, ok bool) {
	i := 0
	for ; i < len(ref); i++ {
		c := ref[i] &^ 0x20
		if ref[i] == '$' {
			continue
		}
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
		if col > 1<<20 {
			return 0, 0, false
		}
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(ref[i:], "$"), 10, 32)
	return col - 1, uint32(n), col > 0 && err == nil && n > 0
}

// columns is the most columns a sheet may have (XFD); cells past it are named
// as a doubt and not read.
const columns = 16384

// reading is the state of one pass over the rows.
type reading struct {
	s     *sheet
	sc    *scanner
	row   grid.Row
	last  uint32
	cell  grid.Cell
	col   int
	typ   string
	style int
	value strings.Builder
	has   bool // a value element was seen
}

// Rows reads the sheet from its start.
func (s *sheet) Rows(yield func(*grid.Row) bool) error {
	in, err := s.file.Open()
	if err != nil {
		return refuse(reject.DamagedArchive, "%v", err)
	}
	defer in.Close()
	s.doubts = nil
	r := &reading{s: s, sc: newScanner(in)}
	if err := r.run(yield); err != nil {
		return refuse(reject.DamagedSheet, "%s: %v", s.name, err)
	}
	return nil
}

func (r *reading) run(yield func(*grid.Row) bool) error {
	inData := false
	for {
		t, err := r.sc.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case t == startToken && r.sc.name == "sheetData":
			inData = !r.sc.empty
		case t == endToken && r.sc.name == "sheetData":
			return nil
		case inData && t == startToken && r.sc.name == "row":
			if err := r.begin(); err != nil {
				return err
			}
			if r.sc.empty && !r.end(yield) {
				return nil
			}
		case inData && t == endToken && r.sc.name == "row":
			if !r.end(yield) {
				return nil
			}
		case inData && t == startToken && r.sc.name == "c":
			if err := r.readCell(); err != nil {
				return err
			}
		}
	}
}

func (r *reading) begin() error {
	n := r.last + 1
	if v, ok := r.sc.attr("r"); ok {
		u, err := strconv.ParseUint(v, 10, 32)
		if err != nil || uint32(u) <= r.last {
			return errMalformed
		}
		n = uint32(u)
	}
	r.last, r.col = n, 0
	r.row.N, r.row.Cells = n, r.row.Cells[:0]
	h, _ := r.sc.attr("hidden")
	r.row.Hidden = h == "1" || h == "true"
	return nil
}

// end hands a row on when it holds anything; a million styled empty rows cost
// nothing but the scan.
func (r *reading) end(yield func(*grid.Row) bool) bool {
	for n := len(r.row.Cells); n > 0 && r.row.Cells[n-1].Kind == grid.Empty && !r.row.Cells[n-1].Formula; n-- {
		r.row.Cells = r.row.Cells[:n-1]
	}
	return len(r.row.Cells) == 0 || yield(&r.row)
}

// readCell reads from <c> to </c>.
func (r *reading) readCell() error {
	r.typ, r.style, r.has = "", 0, false
	r.value.Reset()
	r.cell = grid.Cell{}
	if ref, ok := r.sc.attr("r"); ok {
		col, row, valid := address(ref)
		if !valid || row != r.row.N || col < r.col {
			return errMalformed
		}
		r.col = col
	}
	r.typ, _ = r.sc.attr("t")
	if v, ok := r.sc.attr("s"); ok {
		r.style, _ = strconv.Atoi(v)
	}
	if !r.sc.empty {
		if err := r.content(); err != nil {
			return err
		}
	}
	return r.place()
}

func (r *reading) content() error {
	inText, phonetic := false, 0
	for {
		t, err := r.sc.next()
		if err != nil {
			return errMalformed
		}
		switch {
		case t == endToken && r.sc.name == "c":
			return nil
		case t == startToken && r.sc.name == "f":
			r.cell.Formula = true
		case t == startToken && (r.sc.name == "v" || r.sc.name == "t"):
			inText, r.has = !r.sc.empty, true
		case t == endToken && (r.sc.name == "v" || r.sc.name == "t"):
			inText = false
		case t == startToken && r.sc.name == "rPh" && !r.sc.empty:
			phonetic++
		case t == endToken && r.sc.name == "rPh":
			phonetic--
		case t == textToken && inText && phonetic == 0:
			r.value.Write(r.sc.text)
		}
	}
}

// place types the value and puts it at its column.
func (r *reading) place() error {
	if r.has {
		if err := r.typed(); err != nil {
			return err
		}
	}
	if r.cell.Kind == grid.Empty && !r.cell.Formula {
		r.col++
		return nil
	}
	if r.col >= columns {
		r.s.doubts = append(r.s.doubts, grid.Doubt{Row: r.row.N, Code: reject.LongRow})
		return nil
	}
	for len(r.row.Cells) < r.col {
		r.row.Cells = append(r.row.Cells, grid.Cell{})
	}
	r.row.Cells = append(r.row.Cells, r.cell)
	r.col++
	return nil
}

func (r *reading) typed() error {
	text := r.value.String()
	c := &r.cell
	if r.style < len(r.s.book.looks) && r.style >= 0 {
		c.Look = r.s.book.looks[r.style]
	}
	switch r.typ {
	case "s":
		if strings.TrimSpace(text) == "" {
			return nil
		}
		i, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || i < 0 || i >= len(r.s.book.strings) {
			return fmt.Errorf("shared string %q", text)
		}
		c.Text, c.Kind = r.s.book.strings[i], grid.Text
	case "str", "inlineStr":
		c.Text, c.Kind = excelEscapes(text), grid.Text
	case "b":
		c.Text, c.Kind = "FALSE", grid.Bool
		if t := strings.TrimSpace(text); t == "1" || t == "true" {
			c.Text = "TRUE"
		}
	case "e":
		c.Text, c.Kind = text, grid.Error
	case "d":
		c.Text, c.Kind = text, grid.ISODate
	default:
		text = strings.TrimSpace(text)
		if text == "" {
			return nil
		}
		c.Text, c.Kind = number(text), grid.Number
	}
	if c.Text == "" && c.Kind == grid.Text {
		c.Kind = grid.Empty
	}
	return nil
}

// number rounds what a spreadsheet stored with 17 significant digits to the 15
// it shows: 9.6731999999999996 is 9.6732. What is no number stays as it is.
func number(s string) string {
	digits := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	if digits <= 15 {
		return s
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok || len(s) > 40 {
		return s
	}
	f, _ := r.Float64()
	return strconv.FormatFloat(f, 'g', 15, 64)
}
