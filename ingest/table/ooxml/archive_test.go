package ooxml

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

const oneCell = `<row r="1"><c r="A1"><v>1</v></c></row>`

// packed writes parts with a say over each header.
func packed(t testing.TB, parts map[string]string, edit func(*zip.FileHeader)) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		var b bytes.Buffer
		d, _ := flate.NewWriter(&b, 1)
		_, _ = d.Write([]byte(parts[name]))
		_ = d.Close()
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(parts[name])), CompressedSize64: uint64(b.Len()), UncompressedSize64: uint64(len(parts[name]))}
		edit(h)
		w, err := z.CreateRaw(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(b.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestArchives: each way in which an archive may not be what it says.
func TestArchives(t *testing.T) {
	sheetOnly := func(f func(*zip.FileHeader)) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) {
			if strings.HasSuffix(h.Name, "sheet1.xml") {
				f(h)
			}
		}
	}
	lim := DefaultLimits()
	small := lim
	small.Total = 1500
	few := lim
	few.Entries = 3
	words := lim
	words.Strings = 5
	for _, c := range []struct {
		name string
		edit func(*zip.FileHeader)
		lim  Limits
		code reject.Code
	}{
		{"sound, without data descriptors", func(*zip.FileHeader) {}, lim, ""},
		{"sound, with data descriptors", func(h *zip.FileHeader) { h.Flags |= 8 }, lim, ""},
		{"sound, with an extra field", func(h *zip.FileHeader) { h.Extra = []byte{0x20, 0xa2, 8, 0, 0x28, 0xa0, 4, 0, 0, 0, 0, 0} }, lim, ""},
		{"a wrong checksum", sheetOnly(func(h *zip.FileHeader) { h.CRC32++ }), lim, reject.DamagedArchive},
		{"no checksum", sheetOnly(func(h *zip.FileHeader) { h.CRC32 = 0 }), lim, reject.DamagedArchive},
		{"larger than it says", sheetOnly(func(h *zip.FileHeader) { h.UncompressedSize64-- }), lim, reject.DamagedArchive},
		{"smaller than it says", sheetOnly(func(h *zip.FileHeader) { h.UncompressedSize64++ }), lim, reject.DamagedArchive},
		{"a terabyte, it says", sheetOnly(func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 40 }), lim, reject.OverLimit},
		{"encrypted", sheetOnly(func(h *zip.FileHeader) { h.Flags |= 1 }), lim, reject.Encrypted},
		{"packed in another way", sheetOnly(func(h *zip.FileHeader) { h.Method = 93 }), lim, reject.DamagedArchive},
		{"stored, it says", sheetOnly(func(h *zip.FileHeader) { h.Method = zip.Store }), lim, reject.DamagedArchive},
		{"more than the limit in total", func(*zip.FileHeader) {}, small, reject.OverLimit},
		{"more parts than the limit", func(*zip.FileHeader) {}, few, reject.OverLimit},
		{"more shared strings than the limit", func(*zip.FileHeader) {}, words, reject.OverLimit},
		{"the same part twice", func(h *zip.FileHeader) {
			if h.Name == "xl/unused.xml" {
				h.Name = "XL/styles.xml"
			}
		}, lim, reject.DamagedArchive},
		{"a damaged part that nobody reads", func(h *zip.FileHeader) {
			if h.Name == "xl/unused.xml" {
				h.CRC32++
			}
		}, lim, reject.DamagedArchive},
	} {
		parts := plainParts(worksheet(oneCell))
		parts["xl/unused.xml"] = "not even XML"
		b := packed(t, parts, c.edit)
		got, err := dumpWithin(b, c.lim)
		if code(t, err) != c.code || err == nil && got != "[Data]\n1 A1=n0:1\n" {
			t.Errorf("%s: %q %v, want code %q", c.name, got, err, c.code)
		}
	}
}

// TestBomb: a part that unpacks to a thousand times its size is refused from
// what the directory says, before it is unpacked.
func TestBomb(t *testing.T) {
	parts := plainParts(worksheet(oneCell))
	parts["xl/media/bomb.bin"] = strings.Repeat("\x00", 32<<20)
	if _, err := dump(zipped(t, parts)); code(t, err) != reject.OverLimit {
		t.Error(err)
	}
}

// zip64 writes an archive whose local headers give the sizes in the 64-bit
// extra field, as writers do that do not know the size beforehand.
func zip64(parts map[string]string) []byte {
	var out, dir bytes.Buffer
	le := binary.LittleEndian
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		body, at := parts[name], uint64(out.Len())
		fixed := le.AppendUint16(nil, 45)
		fixed = append(fixed, 0, 0, 0, 0, 0, 0, 0, 0) // flags, stored, time
		fixed = le.AppendUint32(fixed, crc32.ChecksumIEEE([]byte(body)))
		fixed = append(fixed, bytes.Repeat([]byte{0xff}, 8)...)
		fixed = le.AppendUint16(fixed, uint16(len(name)))
		extra := le.AppendUint64(le.AppendUint64(nil, uint64(len(body))), uint64(len(body)))
		out.WriteString("PK\x03\x04")
		out.Write(le.AppendUint16(bytes.Clone(fixed), 20))
		out.WriteString(name + "\x01\x00\x10\x00" + string(extra) + body)

		dir.WriteString("PK\x01\x02\x2d\x00")
		dir.Write(le.AppendUint16(bytes.Clone(fixed), 28))
		dir.Write(make([]byte, 10)) // comment, disk, attributes
		dir.WriteString("\xff\xff\xff\xff" + name + "\x01\x00\x18\x00" + string(extra))
		dir.Write(le.AppendUint64(nil, at))
	}
	start, end := uint64(out.Len()), uint64(out.Len()+dir.Len())
	out.Write(dir.Bytes())
	n := uint64(len(parts))
	out.WriteString("PK\x06\x06")
	out.Write(le.AppendUint64(nil, 44))
	out.WriteString("\x2d\x00\x2d\x00" + strings.Repeat("\x00", 8))
	for _, v := range []uint64{n, n, end - start, start} {
		out.Write(le.AppendUint64(nil, v))
	}
	out.WriteString("PK\x06\x07\x00\x00\x00\x00")
	out.Write(le.AppendUint64(nil, end))
	out.WriteString("\x01\x00\x00\x00PK\x05\x06\x00\x00\x00\x00")
	out.WriteString(strings.Repeat("\xff", 12) + "\x00\x00")
	return out.Bytes()
}

func TestZip64(t *testing.T) {
	b := zip64(richParts())
	got, err := dump(b)
	if err != nil {
		t.Fatal(err)
	}
	if want, _ := dump(zipped(t, richParts())); got != want {
		t.Errorf("%q", got)
	}
	tried, refused := flip(t, b, 3)
	t.Logf("%d positions: %d refused by name", tried, refused)
}

func TestKind(t *testing.T) {
	for want, names := range map[string][]string{
		"xlsx": {"xl/worksheets/sheet1.xml", "[Content_Types].xml"},
		"xlsb": {"xl/worksheets/sheet1.bin", "xl/workbook.bin"},
		"docx": {"word/document.xml"},
		"pptx": {"ppt/slides/slide1.xml"},
		"ods":  {"mimetype", "content.xml"},
		"zip":  {"data.csv"},
	} {
		parts := map[string]string{}
		for _, n := range names {
			parts[n] = "x"
		}
		b := zipped(t, parts)
		if got, err := Kind(bytes.NewReader(b), int64(len(b))); err != nil || got != want {
			t.Errorf("%v: %q %v", names, got, err)
		}
	}
	if _, err := Kind(strings.NewReader("PK"), 2); code(t, err) != reject.DamagedArchive {
		t.Error(err)
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
