package delimited

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// read reads a whole text and gives rows of texts and the doubts.
func read(t testing.TB, b []byte) ([][]string, []grid.Doubt, grid.Traits) {
	t.Helper()
	book, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	var out [][]string
	if err := s.Rows(func(r *grid.Row) bool {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.Text)
		}
		out = append(out, row)
		return true
	}); err != nil {
		t.Fatal(err)
	}
	return out, s.Doubts(), book.Traits()
}

func TestDialects(t *testing.T) {
	want := [][]string{{"nama", "nilai", "ket"}, {"Añi", "1.234,5", "a"}, {"Budi", "2,5", "b"}}
	for name, text := range map[string]string{
		"semicolon":  "nama;nilai;ket\nAñi;1.234,5;a\nBudi;2,5;b\n",
		"crlf":       "nama;nilai;ket\r\nAñi;1.234,5;a\r\nBudi;2,5;b",
		"cr":         "nama;nilai;ket\rAñi;1.234,5;a\rBudi;2,5;b\r",
		"mixed":      "nama;nilai;ket\r\nAñi;1.234,5;a\nBudi;2,5;b\r",
		"tab":        "nama\tnilai\tket\nAñi\t1.234,5\ta\nBudi\t2,5\tb\n",
		"pipe":       "nama|nilai|ket\nAñi|1.234,5|a\nBudi|2,5|b\n",
		"comma":      "nama,nilai,ket\nAñi,\"1.234,5\",a\nBudi,\"2,5\",b\n",
		"sep line":   "sep=;\nnama;nilai;ket\nAñi;1.234,5;a\nBudi;2,5;b\n",
		"bom":        "\ufeffnama;nilai;ket\nAñi;1.234,5;a\nBudi;2,5;b\n",
		"all quoted": "\"nama\";\"nilai\";\"ket\"\n\"Añi\";\"1.234,5\";\"a\"\n\"Budi\";\"2,5\";\"b\"\n",
	} {
		got, doubts, _ := read(t, []byte(text))
		if !slices.EqualFunc(got, want, slices.Equal) || len(doubts) > 0 {
			t.Errorf("%s: %q, doubts %v", name, got, doubts)
		}
	}
	latin := []byte("nama;nilai;ket\nA\xf1i;1.234,5;a\nBudi;2,5;b\n")
	if got, _, tr := read(t, latin); !slices.EqualFunc(got, want, slices.Equal) || tr.Encoding != "windows-1252" {
		t.Errorf("windows-1252: %q %s", got, tr.Encoding)
	}
	var wide []byte
	for _, r := range "nama;nilai;ket\nAñi;1.234,5;a\nBudi;2,5;b\n" {
		wide = append(wide, byte(r), byte(r>>8))
	}
	if got, _, tr := read(t, wide); !slices.EqualFunc(got, want, slices.Equal) || tr.Encoding != "utf-16le" {
		t.Errorf("utf-16le without mark: %q %s", got, tr.Encoding)
	}
}

func TestStrayQuoteStaysLocal(t *testing.T) {
	var b strings.Builder
	b.WriteString("no;nama;nilai\n")
	for i := 1; i <= 300; i++ {
		name := "Budi"
		if i == 50 {
			name = `"Budi` // never closed
		}
		if i == 120 {
			name = `"Bu"di`
		}
		fmt.Fprintf(&b, "%d;%s;%d\n", i, name, i*10)
	}
	got, doubts, _ := read(t, []byte(b.String()))
	if len(got) != 301 {
		t.Fatalf("%d rows, want 301", len(got))
	}
	for i, row := range got[1:] {
		if len(row) != 3 || row[0] != fmt.Sprint(i+1) || row[2] != fmt.Sprint((i+1)*10) {
			t.Fatalf("row %d: %q", i+2, row)
		}
	}
	if len(doubts) != 2 || doubts[0].Row != 51 || !doubts[0].TextOnly || doubts[1].Row != 121 || doubts[1].TextOnly || doubts[0].Code != reject.StrayQuote {
		t.Errorf("doubts %v", doubts)
	}
}

func TestMultiLineCellIsKept(t *testing.T) {
	got, doubts, _ := read(t, []byte("a,b\n1,\"x\ny \"\"z\"\"\"\n2,w\n"))
	want := [][]string{{"a", "b"}, {"1", "x\ny \"z\""}, {"2", "w"}}
	if !slices.EqualFunc(got, want, slices.Equal) || len(doubts) != 0 {
		t.Errorf("%q %v", got, doubts)
	}
}

func TestRowNumbersAreLines(t *testing.T) {
	book, _ := Open(strings.NewReader("a;b\n\n1;\"x\ny\"\n2;z\n"), 18, Options{})
	var n []uint32
	_ = book.Sheets()[0].Rows(func(r *grid.Row) bool { n = append(n, r.N); return true })
	if !slices.Equal(n, []uint32{1, 2, 3, 5}) {
		t.Errorf("rows start on lines %v", n)
	}
}

// TestAgreesWithEncodingCSV: what encoding/csv writes, this reads back.
func TestAgreesWithEncodingCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cols := rapid.IntRange(2, 5).Draw(t, "cols")
		word := rapid.StringMatching(`[a-z0-9 "'.]{0,6}`)
		var rows [][]string
		for range rapid.IntRange(2, 12).Draw(t, "rows") {
			row := []string{"k"} // a first cell without quotes keeps rows apart from blank lines
			for range cols - 1 {
				row = append(row, word.Draw(t, "cell"))
			}
			rows = append(rows, row)
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = ';'
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		bk, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len()), Options{Delimiter: ";"})
		if err != nil {
			t.Fatal(err)
		}
		bk.(*book).d.Quote = 34
		var got [][]string
		_ = bk.Sheets()[0].Rows(func(r *grid.Row) bool {
			var row []string
			for _, c := range r.Cells {
				row = append(row, c.Text)
			}
			got = append(got, row)
			return true
		})
		if !slices.EqualFunc(got, rows, slices.Equal) {
			t.Fatalf("wrote %q, read %q", rows, got)
		}
	})
}

// FuzzRead: whatever the bytes, rows come in ascending order, there are no
// more of them than lines, and reading twice gives the same rows and doubts.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a;b\n1;2\n", "\"a\n\"b\",c\r\r\n", "\xff\xfea\x00", "sep=,\n'a','b'\n", "a\tb\n\"", "",
		"a,b,c\n1,\"2,3\n4,5,6\n7,\"8\"x,9\n", "a||b\n1||2\n", "a, b\n1, \"x, \"\"y\"\"\"\n", "\"a\" \"b\"\n\"1\" \"2 3\"\n",
		"a,b,c\n1,2,3\n4;5;6\n7\\,8,9,1\n", "a,\"b\\\"c\"\n1,2\n", "# x\na,b\n1,\xf12\n\xc3\xb1,3\n", "a,b\n1,\"x\ny\nz\"\n2,3\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, doubts, _ := read(t, b)
		if lines := bytes.Count(b, []byte("\n")) + bytes.Count(b, []byte("\r")) + 1; len(rows) > lines {
			t.Fatalf("%d rows from %d lines", len(rows), lines)
		}
		book, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		last, n := uint32(0), 0
		s := book.Sheets()[0]
		for range 2 {
			last, n = 0, 0
			err = s.Rows(func(r *grid.Row) bool {
				if r.N <= last {
					t.Fatalf("row %d after row %d", r.N, last)
				}
				for i, c := range r.Cells {
					if c.Text != rows[n][i] {
						t.Fatalf("row %d: %q, then %q", r.N, rows[n], c.Text)
					}
				}
				last, n = r.N, n+1
				return true
			})
			if err != nil || n != len(rows) || !slices.Equal(s.Doubts(), doubts) {
				t.Fatalf("%d rows, then %d; %v, then %v; %v", len(rows), n, doubts, s.Doubts(), err)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var t strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&t, "A%03d;Paspor Baru;A;%02d/03/2016;07.%02d;08.%02d;08.%02d;08.%02d;%d;Selesai;Tidak\n", i%200, i%28+1, i%60, i%60, i%60, i%60, i%6)
	}
	data := []byte(t.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		book, _ := Open(bytes.NewReader(data), int64(len(data)), Options{})
		n := 0
		_ = book.Sheets()[0].Rows(func(*grid.Row) bool { n++; return true })
		if n != 100_000 {
			b.Fatal(n)
		}
	}
}

// BenchmarkReadQuoted reads cells in quotes, one in ten of them over lines.
func BenchmarkReadQuoted(b *testing.B) {
	var t strings.Builder
	for i := range 50_000 {
		note := "selesai"
		if i%10 == 0 {
			note = "baris satu,\nbaris \"\"dua\"\""
		}
		fmt.Fprintf(&t, "\"A%03d\",\"Paspor, Baru\",\"%02d/03/2016\",\"07.%02d\",\"%s\"\n", i%200, i%28+1, i%60, note)
	}
	data := []byte(t.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		book, _ := Open(bytes.NewReader(data), int64(len(data)), Options{})
		n := 0
		_ = book.Sheets()[0].Rows(func(*grid.Row) bool { n++; return true })
		if n != 50_000 {
			b.Fatal(n)
		}
	}
}
