package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/numberformat"
	"rapor/ingest/table/store"
	"rapor/ingest/text"
)

// nsSheet is the namespace of XML Spreadsheet 2003.
const (
	nsSheet        = "urn:schemas-microsoft-com:office:spreadsheet"
	maxSheetColumn = 16384
)

// workbook is the state of reading an XML Spreadsheet: one pass of tokens, the
// innermost elements of each kind remembered.
type workbook struct {
	budget *store.Budget
	looks  map[string]grid.Look // by style
	style  string               // being read
	sheets []grid.Sheet
	sheet  *store.Sheet
	row    grid.Row
	times  uint32 // how many further rows the row stands for
	last   uint32
	column int  // where the next column description applies
	inData bool // inside Data
	typ    string
	cell   grid.Cell
	at     int // column of the cell
	next   int
	text   strings.Builder
	depth  int
	inside int // depth of the cell; its value stands one below
}

// OpenSpreadsheet reads an XML Spreadsheet 2003 workbook.
func OpenSpreadsheet(r io.ReaderAt, size int64, hint string) (grid.Book, error) {
	if size > maxPage {
		return nil, refuse(reject.OverLimit, "%d", size)
	}
	src, err := decide(r, size, hint)
	if err != nil {
		return nil, err
	}
	w := &workbook{budget: store.NewBudget(), looks: map[string]grid.Look{}}
	dec := xml.NewDecoder(src.open())
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	var refused *grid.RefusedError
	switch err := w.read(dec); {
	case errors.As(err, &refused):
		return nil, err
	case errors.Is(err, store.ErrFull):
		return nil, refuse(reject.OverLimit, "XML")
	case err != nil:
		return nil, refuse(reject.DamagedSheet, "%v", err)
	}
	return &book{grid.Traits{Format: "xml", Encoding: src.name, Evidence: append(src.evidence, text.Same("XML Spreadsheet 2003"))}, w.sheets}, nil
}

func (w *workbook) read(dec *xml.Decoder) error {
	for {
		t, err := dec.Token()
		switch s := t.(type) {
		case nil:
			switch {
			case !errors.Is(err, io.EOF):
				return err
			case len(w.sheets) == 0:
				return refuse(reject.NoTable, "XML")
			}
			return nil
		case xml.StartElement:
			if w.depth++; w.depth > 100 {
				return text.Errorf("lebih dari 100 elemen bersarang", "more than 100 elements inside each other")
			}
			err = w.start(s)
		case xml.EndElement:
			w.depth--
			err = w.end(s)
		case xml.CharData:
			if w.inData {
				w.text.Write(s)
			}
		}
		if err != nil {
			return err
		}
	}
}

// attribute reads an attribute of the spreadsheet's namespace.
func attribute(s xml.StartElement, name string) string {
	for _, a := range s.Attr {
		if a.Name.Local == name && a.Name.Space == nsSheet {
			return a.Value
		}
	}
	return ""
}

// natural reads an attribute that counts from low to limit; absent is the
// given value.
func natural(s xml.StartElement, name string, absent, low, limit int) (int, error) {
	v := attribute(s, name)
	if v == "" {
		return absent, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < low || n > limit {
		return 0, fmt.Errorf("%s %q", name, v)
	}
	return n, nil
}

func (w *workbook) start(s xml.StartElement) (err error) {
	switch s.Name.Local {
	case "Style":
		w.style = attribute(s, "ID")
	case "NumberFormat":
		w.looks[w.style] = namedLook(attribute(s, "Format"))
	case "Worksheet":
		w.sheet = store.New(attribute(s, "Name"), w.budget)
		w.last, w.column = 0, 0
		w.sheets = append(w.sheets, w.sheet)
	}
	if w.sheet != nil && s.Name.Local == "Visible" { // in the namespace of Excel
		w.inData = true
		w.text.Reset()
	}
	if w.sheet == nil || s.Name.Space != nsSheet {
		return nil
	}
	switch s.Name.Local {
	case "Column":
		return w.describe(s)
	case "Row":
		return w.startRow(s)
	case "Cell":
		w.inside = w.depth
		return w.startCell(s)
	case "Data":
		if w.inside == 0 || w.depth != w.inside+1 { // of a comment
			return nil
		}
		w.inData, w.typ = true, attribute(s, "Type")
		w.text.Reset()
	}
	return nil
}

// namedLook knows the names that the format has beside format codes.
func namedLook(f string) grid.Look {
	l, _ := formatLook("mso-number-format:'" + strings.ReplaceAll(strings.ReplaceAll(f, `\`, `\\`), "'", `\'`) + "'")
	return l
}

func (w *workbook) describe(s xml.StartElement) error {
	at, err := natural(s, "Index", w.column+1, 1, maxSheetColumn)
	if err != nil {
		return err
	}
	more, err := natural(s, "Span", 0, 0, maxSheetColumn)
	w.column = min(at+more, maxSheetColumn)
	if err != nil || attribute(s, "Hidden") != "1" {
		return err
	}
	return w.sheet.Hide(at-1, w.column-1)
}

func (w *workbook) startRow(s xml.StartElement) error {
	n, err := natural(s, "Index", int(w.last)+1, int(w.last)+1, 1<<20)
	if err != nil {
		return err
	}
	more, err := natural(s, "Span", 0, 0, 1<<20)
	w.row = grid.Row{N: uint32(n), Cells: w.row.Cells[:0], Hidden: attribute(s, "Hidden") == "1"}
	w.times, w.last, w.next = uint32(more)+1, uint32(n+more), 0
	return err
}

func (w *workbook) startCell(s xml.StartElement) error {
	at, err := natural(s, "Index", w.next+1, w.next+1, maxSheetColumn)
	if err != nil {
		return err
	}
	if at > maxSheetColumn {
		return refuse(reject.OverLimit, "%s: > %d", w.sheet.Title, maxSheetColumn)
	}
	across, err := natural(s, "MergeAcross", 0, 0, maxSheetColumn)
	if err != nil {
		return err
	}
	down, err := natural(s, "MergeDown", 0, 0, 1<<20)
	if err != nil {
		return err
	}
	w.at, w.next = at-1, min(at+across, maxSheetColumn)
	if across+down > 0 {
		m := grid.Range{FirstRow: w.row.N, LastRow: w.row.N + uint32(down), FirstCol: w.at, LastCol: w.next - 1}
		if err := w.sheet.Merge(m); err != nil {
			return err
		}
	}
	w.cell = grid.Cell{Look: w.looks[attribute(s, "StyleID")], Formula: attribute(s, "Formula") != ""}
	return nil
}

func (w *workbook) end(s xml.EndElement) error {
	if w.sheet == nil {
		return nil
	}
	switch s.Name.Local {
	case "Visible": // "SheetHidden" or "SheetVeryHidden"
		w.inData = false
		w.sheet.IsHidden = strings.HasSuffix(strings.TrimSpace(w.text.String()), "Hidden")
	case "Worksheet":
		w.sheet = nil
	}
	if s.Name.Space != nsSheet {
		return nil
	}
	switch s.Name.Local {
	case "Data":
		if !w.inData {
			return nil
		}
		w.inData = false
		return w.typed(w.text.String())
	case "Cell":
		w.inside = 0
		for len(w.row.Cells) <= w.at {
			w.row.Cells = append(w.row.Cells, grid.Cell{})
		}
		w.row.Cells[w.at] = w.cell
	case "Row":
		return w.sheet.Add(&w.row, w.times)
	}
	return nil
}

// typed reads the value of a cell.
func (w *workbook) typed(v string) error {
	c := &w.cell
	if strings.TrimSpace(v) == "" && w.typ != "" {
		return nil // typed, but empty
	}
	switch w.typ {
	case "Number":
		n, ok := raw(v)
		if !ok {
			return text.Errorf("bilangan %q", "number %q", v)
		}
		c.Kind, c.Text = grid.Number, n
	case "Boolean":
		if v != "0" && v != "1" {
			return text.Errorf("nilai logika %q", "boolean %q", v)
		}
		c.Kind, c.Text = grid.Bool, map[string]string{"0": "FALSE", "1": "TRUE"}[v]
	case "Error":
		c.Kind, c.Text = grid.Error, v
	case "DateTime":
		return w.moment(v)
	case "String":
		c.Kind, c.Text = grid.Text, v
	default:
		return text.Errorf("jenis %q", "type %q", w.typ)
	}
	return nil
}

var isoDay = regexp.MustCompile(`^\d{4}-\d\d-\d\dT[\d:.]*$`)

// moment reads a date. Times of day and elapsed times are written as moments
// counted from the last day of 1899. A day before those, or one that no calendar
// has (0000-00-00), is a text of its cell: nothing else of the file is in doubt.
func (w *workbook) moment(v string) error {
	c := &w.cell
	zero := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	t, err := time.Parse("2006-01-02T15:04:05", v)
	if err != nil && !isoDay.MatchString(v) {
		return text.Errorf("tanggal %q", "date %q", v)
	}
	if y, m, d := t.Date(); err == nil && y == 1899 && m == 12 && d == 30 && t.Hour()+t.Minute()+t.Second() > 0 {
		t = t.AddDate(0, 0, 1) // times of day by the zero of LibreOffice
	}
	if err != nil || t.Before(zero) {
		day, clock, _ := strings.Cut(v, "T")
		if strings.Trim(clock, "0:.") != "" {
			day = v
		}
		c.Kind, c.Text = grid.Text, day
		return nil
	}
	days := t.Sub(zero).Seconds() / 86400
	if days < 1 || days < 59 && (c.Look == grid.Time || c.Look == grid.Span) {
		c.Kind, c.Text = grid.Number, numberformat.Digits(days)
		if c.Look != grid.Span {
			c.Look = grid.Time
		}
		return nil
	}
	c.Kind, c.Look, c.Text = grid.ISODate, grid.Date, t.Format("2006-01-02")
	if t.Hour()+t.Minute()+t.Second() > 0 {
		c.Text = t.Format("2006-01-02T15:04:05")
	}
	return nil
}
