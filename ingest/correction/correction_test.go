package correction

import (
	"bytes"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/table/ooxml"
)

// memory is a sheet of rows in memory.
type memory struct {
	grid.Sheet
	rows [][]grid.Cell
	d04  bool
}

func (m memory) Name() string   { return "Data" }
func (m memory) Date1904() bool { return m.d04 }
func (m memory) Rows(yield func(*grid.Row) bool) error {
	for i, cells := range m.rows {
		r := grid.Row{N: uint32(i + 1), Cells: append([]grid.Cell{}, cells...)}
		if !yield(&r) {
			break
		}
	}
	return nil
}

func word(s string) grid.Cell { return grid.Cell{Text: s, Kind: grid.Text} }
func day(s string) grid.Cell  { return grid.Cell{Text: s, Kind: grid.Number, Look: grid.Date} }

func rows() []Row {
	return []Row{
		{File: "a/b.csv", SHA256: "x1", Sheet: "Data", N: 2, Code: "D404", Problem: "Bukan jam: Jam Ambil", Suggestion: "07.30",
			Cells: []Cell{{Column: 0, Header: "Tanggal", Cell: word("14/03/2016")}, {Column: 2, Header: "Jam Ambil", Cell: word("O7.30"), Bad: true}}},
		{File: "c.xlsx", SHA256: "x2", Sheet: "Data", N: 2, Code: "D406",
			Cells: []Cell{{Column: 1, Header: "Tanggal", Cell: day("42443"), Bad: true}, {Column: 3, Header: "Uang", Cell: grid.Cell{Text: "1500000.25", Kind: grid.Number}}}},
	}
}

func opened(t *testing.T, b []byte) grid.Book {
	t.Helper()
	book, err := ooxml.Open(bytes.NewReader(b), int64(len(b)), ooxml.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func set(t *testing.T, rows []Row) *Set {
	t.Helper()
	b, err := Write(rows, 0)
	if err != nil {
		t.Fatal(err)
	}
	book := opened(t, b)
	if !Is(book) {
		t.Fatal("the workbook is not recognised")
	}
	s := &Set{}
	if _, err := s.Add(book, 0); err != nil {
		t.Fatal(err)
	}
	return s
}

func texts(t *testing.T, s grid.Sheet) [][]grid.Cell {
	t.Helper()
	var out [][]grid.Cell
	if err := s.Rows(func(r *grid.Row) bool { out = append(out, append([]grid.Cell{}, r.Cells...)); return true }); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestUntouchedRowsChangeNothing: what was not mended comes back as it was.
func TestUntouchedRowsChangeNothing(t *testing.T) {
	s := set(t, rows())
	if s.Len() != 2 {
		t.Fatalf("%d rows", s.Len())
	}
	for _, r := range rows() {
		var cells []grid.Cell
		for _, c := range r.Cells {
			for len(cells) <= c.Column {
				cells = append(cells, word("lain"))
			}
			cells[c.Column] = c.Cell
		}
		p := s.For(r.File, r.SHA256, r.Sheet)
		if p == nil {
			t.Fatalf("no rows for %s", r.File)
		}
		got := texts(t, p.Sheet(memory{rows: [][]grid.Cell{{word("judul")}, cells}}))
		for i, c := range got[1] {
			if c != cells[i] {
				t.Errorf("%s column %d: %+v became %+v", r.File, i, cells[i], c)
			}
		}
		if len(p.Changes()) != 0 {
			t.Errorf("changes %+v", p.Changes())
		}
	}
	if n := len(s.Unused()); n != 0 {
		t.Errorf("%d rows unused", n)
	}
}

func TestMendedCellReplacesTheOldOne(t *testing.T) {
	mended := rows()
	mended[0].Cells[1].Text = "07.30"
	s := set(t, mended)
	p := s.For("a/b.csv", "x1", "Data")
	sheet := p.Sheet(memory{rows: [][]grid.Cell{{word("judul")}, {word("14/03/2016"), word("A1"), word("O7.30")}}})
	for range 2 { // rows are read several times; the change is one
		if got := texts(t, sheet); got[1][2].Text != "07.30" || got[1][1].Text != "A1" {
			t.Errorf("%+v", got)
		}
	}
	if c := p.Changes(); len(c) != 1 || c[0] != (Change{"Data", 2, "Jam Ambil", "O7.30", "07.30"}) {
		t.Errorf("changes %+v", c)
	}
	if u := s.Unused(); len(u) != 1 || u[0].File != "c.xlsx" {
		t.Errorf("unused %+v, want the other file's", u)
	}
}

func TestAnotherVersionOfTheFileGetsNothing(t *testing.T) {
	s := set(t, rows())
	if s.For("a/b.csv", "x9", "Data") != nil || s.For("a/b.csv", "x1", "Lain") != nil || s.For("z.csv", "x1", "Data") != nil {
		t.Error("rows were given to another file, version or sheet")
	}
	if n := len(s.Unused()); n != 2 {
		t.Errorf("%d unused", n)
	}
}

// TestDateOf1904: a date typed into the workbook (1900 system) is put into a
// file of the 1904 system as the same day.
func TestDateOf1904(t *testing.T) {
	mended := rows()
	mended[1].Cells[0].Cell = day("42444")
	s := set(t, mended)
	p := s.For("c.xlsx", "x2", "Data")
	got := texts(t, p.Sheet(memory{d04: true, rows: [][]grid.Cell{{word("j")}, {word("x"), day("40981"), word("y"), word("z")}}}))
	if got[1][1].Text != "40982" {
		t.Errorf("%+v", got[1][1])
	}
}

func TestOtherWorkbooksAreNotCorrections(t *testing.T) {
	b, err := Write(nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	if Is(opened(t, b)) {
		t.Error("a workbook without rows was taken for corrections")
	}
}

// TestAnUntouchedCopyTakesNoMendBack: of several workbooks with one row the last
// that changed the cell counts, and a copy that left it as it was counts for
// nothing, in whatever place it stands.
func TestAnUntouchedCopyTakesNoMendBack(t *testing.T) {
	copyWith := func(clock string) grid.Book {
		r := rows()[:1]
		r[0].Cells[1].Text = clock
		b, err := Write(r, 0)
		if err != nil {
			t.Fatal(err)
		}
		return opened(t, b)
	}
	for _, tc := range []struct {
		clocks []string
		want   string
	}{
		{[]string{"07.30", "O7.30"}, "07.30"}, {[]string{"O7.30", "07.30"}, "07.30"}, {[]string{"07.30", "07.35"}, "07.35"},
		{[]string{"07.30", "07.35", "O7.30"}, "07.35"}, {[]string{"O7.30", "O7.30"}, "O7.30"},
	} {
		s := &Set{}
		for _, clock := range tc.clocks {
			if _, err := s.Add(copyWith(clock), 0); err != nil {
				t.Fatal(err)
			}
		}
		p := s.For("a/b.csv", "x1", "Data")
		sheet := p.Sheet(memory{rows: [][]grid.Cell{{word("judul")}, {word("14/03/2016"), word("A1"), word("O7.30")}}})
		if got := texts(t, sheet)[1][2].Text; got != tc.want {
			t.Errorf("%v: %q, want %q", tc.clocks, got, tc.want)
		}
	}
}
