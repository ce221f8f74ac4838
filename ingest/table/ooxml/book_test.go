package ooxml

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

const oneCell = `<row r="1"><c r="A1"><v>1</v></c></row>`

// TestUnreadParts: a damaged part refuses the workbook although nobody reads
// it, and so does one that would unpack to far more than it should.
func TestUnreadParts(t *testing.T) {
	parts := plainParts(worksheet(oneCell))
	parts["xl/unused.xml"] = "not even XML"
	b := asIs(t, parts)
	if got, err := dump(b); err != nil || got != "[Data]\n1 A1=n0:1\n" {
		t.Fatalf("%q %v", got, err)
	}
	b[bytes.Index(b, []byte("even"))]++
	if _, err := dump(b); code(t, err) != reject.DamagedArchive {
		t.Error(err)
	}
	parts["xl/unused.xml"] = strings.Repeat("\x00", 32<<20)
	if _, err := dump(zipped(t, parts)); code(t, err) != reject.OverLimit {
		t.Error("a bomb:", err)
	}
}

// TestOwnLimits: the limit of shared strings, and those of the archive.
func TestOwnLimits(t *testing.T) {
	b := zipped(t, plainParts(worksheet(oneCell)))
	for name, cut := range map[string]func(*Limits){
		"parts":   func(l *Limits) { l.Entries = 3 },
		"bytes":   func(l *Limits) { l.Total = 1500 },
		"strings": func(l *Limits) { l.Strings = 5 },
	} {
		lim := DefaultLimits()
		cut(&lim)
		if _, err := dumpWithin(b, lim); code(t, err) != reject.OverLimit {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// longBook has a sheet that is larger than a window and is streamed.
func longBook(t testing.TB, rows int, tail string) []byte {
	t.Helper()
	var sheet strings.Builder
	for r := 1; r <= rows; r++ {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d"><v>%d</v></c><c r="C%d" t="inlineStr"><is><t>baris &amp; %d</t></is></c></row>`, r, r, r, r, r)
	}
	return zipped(t, plainParts(worksheet(sheet.String()+tail)))
}

// TestStreamedSheets: a sheet that is not kept reads as one that is, as often
// as it is asked for.
func TestStreamedSheets(t *testing.T) {
	b := longBook(t, 20000, "")
	want, err := dump(b)
	if err != nil || strings.Count(want, "\n") != 20001 {
		t.Fatal(err)
	}
	book, err := open(b, streaming())
	if err != nil {
		t.Fatal(err)
	}
	for pass := range 3 {
		got := "[Data]\n"
		var out strings.Builder
		if err := book.Sheets()[0].Rows(func(r *grid.Row) bool { out.WriteString(line(r)); return true }); err != nil || got+out.String() != want {
			t.Errorf("pass %d: %v", pass, err)
		}
	}
	for _, lim := range []Limits{DefaultLimits(), streaming()} {
		if _, err := dumpWithin(longBook(t, 20000, `<row r="20000"/>`), lim); code(t, err) != reject.DamagedSheet {
			t.Error("a damage near the end of a long sheet:", err)
		}
	}
}

// TestStoppedReadingLeavesNothing: a consumer that has had enough, at the first
// row or in the middle, leaves no goroutine behind.
func TestStoppedReadingLeavesNothing(t *testing.T) {
	b := longBook(t, 20000, "")
	book, err := open(b, streaming())
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for i := range 200 {
		n := 0
		if err := book.Sheets()[0].Rows(func(r *grid.Row) bool { n++; return n <= i*100 }); err != nil || n != min(i*100+1, 20000) {
			t.Fatal(n, err)
		}
	}
	func() {
		defer func() { _ = recover() }()
		_ = book.Sheets()[0].Rows(func(*grid.Row) bool { panic("consumer") })
	}()
	if _, err := open(longBook(t, 20000, "<row>"), streaming()); err == nil {
		t.Error("read a malformed sheet")
	}
	for range 100 { // goroutines that have ended may still be counted for a moment
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// TestStyledEmptyRows: rows and cells that hold only styles are not handed on
// and take no memory.
func TestStyledEmptyRows(t *testing.T) {
	var sheet strings.Builder
	sheet.WriteString(oneCell)
	const n = 200_000
	for r := 2; r <= n; r++ {
		fmt.Fprintf(&sheet, `<row r="%d" s="3" customFormat="1"><c r="A%d" s="3"/><c r="B%d" s="3"></c></row>`, r, r, r)
	}
	b := zipped(t, plainParts(worksheet(sheet.String())))
	got, err := dumpWithin(b, streaming())
	if err != nil || got != "[Data]\n1 A1=n0:1\n" {
		t.Errorf("%q %v", got, err)
	}
	if allocs := testing.AllocsPerRun(1, func() { _, _ = dumpWithin(b, streaming()) }); allocs > n/100 {
		t.Errorf("%.0f allocations for %d empty rows", allocs, n)
	}
}

// TestEndlessText: the texts of one row are bounded, however they are cut up.
func TestEndlessText(t *testing.T) {
	doc := []byte("<v>a<!-- -->b</v>")
	s, err := newScanner(bytes.NewReader(doc), doc)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.root("v"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.content(make([]byte, maxText-1)); code(t, err) != reject.OverLimit {
		t.Error(err)
	}
}

// TestEmptySpaceIsBounded: a few bytes a row may claim its last column, but not
// in every row of a long sheet.
func TestEmptySpaceIsBounded(t *testing.T) {
	var sheet strings.Builder
	for r := 1; r <= maxArea/columns+1; r++ {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, r, r)
	}
	if _, err := open(zipped(t, plainParts(worksheet(sheet.String()))), DefaultLimits()); code(t, err) != reject.OverLimit {
		t.Error(err)
	}
}
