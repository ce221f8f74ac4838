package ooxml

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/ingest/grid"
)

const benchRows, benchColumns = 200_000, 12

// benchBook is a queue export of 200,000 rows and 12 columns: shared texts,
// whole numbers, fractions, dates and times.
func benchBook(b testing.TB, rows int) []byte {
	b.Helper()
	var sheet, sst strings.Builder
	for r := 1; r <= rows; r++ {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:12">`, r)
		for c := range benchColumns {
			at := place(c, uint32(r))
			switch c % 4 {
			case 0:
				fmt.Fprintf(&sheet, `<c r="%s" t="s"><v>%d</v></c>`, at, (r*7+c)%5000)
			case 1:
				fmt.Fprintf(&sheet, `<c r="%s"><v>%d</v></c>`, at, r*13+c)
			case 2:
				fmt.Fprintf(&sheet, `<c r="%s" s="1"><v>%d</v></c>`, at, 42370+r%366)
			default:
				fmt.Fprintf(&sheet, `<c r="%s" s="2"><v>0.%d</v></c>`, at, 30000000+r*7919%60000000)
			}
		}
		sheet.WriteString("</row>")
	}
	sst.WriteString("<sst " + mainNS + ">")
	for i := range 5000 {
		fmt.Fprintf(&sst, "<si><t>Layanan paspor loket %d</t></si>", i)
	}
	sst.WriteString("</sst>")
	parts := plainParts(worksheet(sheet.String()))
	parts["xl/sharedStrings.xml"] = sst.String()
	return zipped(b, parts)
}

func perCell(b *testing.B, cells int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(cells), "ns/cell")
}

// BenchmarkRows reads a plain sheet once, opening included.
func BenchmarkRows(b *testing.B) {
	data := benchBook(b, benchRows)
	b.Logf("%d bytes packed", len(data))
	b.Run("own", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			book, err := open(data, DefaultLimits())
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			if err := book.Sheets()[0].Rows(func(r *grid.Row) bool { n += len(r.Cells); return true }); err != nil || n != benchRows*benchColumns {
				b.Fatal(n, err)
			}
		}
		perCell(b, benchRows*benchColumns)
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			rows, err := f.Rows("Data")
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for rows.Next() {
				cells, err := rows.Columns()
				if err != nil {
					b.Fatal(err)
				}
				n += len(cells)
			}
			if err := f.Close(); err != nil || n != benchRows*benchColumns {
				b.Fatal(n, err)
			}
		}
		perCell(b, benchRows*benchColumns)
	})
}

// BenchmarkPasses tells what the passes over a sheet cost: opening, which reads
// everything once, a further pass, and the start of one.
func BenchmarkPasses(b *testing.B) {
	for _, rows := range []int{20_000, benchRows} {
		data := benchBook(b, rows)
		book, err := open(data, DefaultLimits())
		if err != nil {
			b.Fatal(err)
		}
		s := book.Sheets()[0]
		pass := func(stop int) func(b *testing.B) {
			return func(b *testing.B) {
				for b.Loop() {
					n := 0
					_ = s.Rows(func(*grid.Row) bool { n++; return n < stop })
				}
				perCell(b, rows*benchColumns)
			}
		}
		b.Run(fmt.Sprintf("%d/open", rows), func(b *testing.B) {
			for b.Loop() {
				if _, err := open(data, DefaultLimits()); err != nil {
					b.Fatal(err)
				}
			}
			perCell(b, rows*benchColumns)
		})
		b.Run(fmt.Sprintf("%d/again", rows), pass(rows+1))
		b.Run(fmt.Sprintf("%d/first50", rows), pass(50))
	}
}

// BenchmarkEmptyRows opens and reads a million rows that hold only styles.
func BenchmarkEmptyRows(b *testing.B) {
	var sheet strings.Builder
	for r := 1; r <= 1_000_000; r++ {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:4" s="3" customFormat="1"><c r="A%d" s="3"/><c r="B%d" s="3"/><c r="C%d" s="3"/></row>`, r, r, r, r)
	}
	data := zipped(b, plainParts(worksheet(sheet.String())))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dump(data); err != nil {
			b.Fatal(err)
		}
	}
}
