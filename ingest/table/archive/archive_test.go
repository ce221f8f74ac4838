package archive

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

func code(err error) reject.Code {
	var r *grid.RefusedError
	switch {
	case errors.As(err, &r):
		return r.Code
	case err != nil:
		return "?"
	}
	return ""
}

// threeParts are names and contents; the content of the first is longer than
// one copy of it packed.
func threeParts() map[string]string {
	return map[string]string{"isi/b.xml": strings.Repeat("isi lembar ", 50), "a.txt": "teks", "isi/c.xml": ""}
}

// readAll opens and checks an archive and reads the parts that it should have.
func readAll(b []byte, lim Limits) (map[string]string, error) {
	a, err := Open(bytes.NewReader(b), int64(len(b)), lim)
	if err != nil {
		return nil, err
	}
	if err := a.Check(); err != nil {
		return nil, err
	}
	got := map[string]string{}
	for name := range threeParts() {
		p := a.Find(name)
		if p == nil {
			continue
		}
		data, err := p.All()
		if err != nil {
			return nil, err
		}
		got[name] = string(data)
	}
	return got, nil
}

// written writes parts with a say over each header.
func written(t testing.TB, parts map[string]string, edit func(*zip.FileHeader)) []byte {
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

func same(*zip.FileHeader) {}

// TestArchives: each way in which an archive may not be what it says.
func TestArchives(t *testing.T) {
	bOnly := func(f func(*zip.FileHeader)) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) {
			if h.Name == "isi/b.xml" {
				f(h)
			}
		}
	}
	lim := DefaultLimits()
	small := lim
	small.Total = 300
	few := lim
	few.Entries = 2
	for _, c := range []struct {
		name string
		edit func(*zip.FileHeader)
		lim  Limits
		code reject.Code
	}{
		{"sound, without data descriptors", same, lim, ""},
		{"sound, with data descriptors", func(h *zip.FileHeader) { h.Flags |= 8 }, lim, ""},
		{"sound, with an extra field", func(h *zip.FileHeader) { h.Extra = []byte{0x20, 0xa2, 8, 0, 0x28, 0xa0, 4, 0, 0, 0, 0, 0} }, lim, ""},
		{"a wrong checksum", bOnly(func(h *zip.FileHeader) { h.CRC32++ }), lim, reject.DamagedArchive},
		{"no checksum", bOnly(func(h *zip.FileHeader) { h.CRC32 = 0 }), lim, reject.DamagedArchive},
		{"larger than it says", bOnly(func(h *zip.FileHeader) { h.UncompressedSize64-- }), lim, reject.DamagedArchive},
		{"smaller than it says", bOnly(func(h *zip.FileHeader) { h.UncompressedSize64++ }), lim, reject.DamagedArchive},
		{"a terabyte, it says", bOnly(func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 40 }), lim, reject.OverLimit},
		{"encrypted", bOnly(func(h *zip.FileHeader) { h.Flags |= 1 }), lim, reject.Encrypted},
		{"packed in another way", bOnly(func(h *zip.FileHeader) { h.Method = 93 }), lim, reject.DamagedArchive},
		{"stored, it says", bOnly(func(h *zip.FileHeader) { h.Method = zip.Store }), lim, reject.DamagedArchive},
		{"more than the limit in total", same, small, reject.OverLimit},
		{"more parts than the limit", same, few, reject.OverLimit},
		{"the same part twice", func(h *zip.FileHeader) {
			if h.Name == "isi/c.xml" {
				h.Name = "ISI\\B.xml"
			}
		}, lim, reject.DamagedArchive},
		{"a damaged part after sound ones", func(h *zip.FileHeader) {
			if h.Name == "isi/c.xml" {
				h.CRC32++
			}
		}, lim, reject.DamagedArchive},
	} {
		got, err := readAll(written(t, threeParts(), c.edit), c.lim)
		if code(err) != c.code || err == nil && !maps.Equal(got, threeParts()) {
			t.Errorf("%s: %v %v, want code %q", c.name, got, err, c.code)
		}
	}
}

// TestBomb: a part that unpacks to a thousand times its size, or to more than
// the limit, is refused from what the directory says, before it is unpacked.
func TestBomb(t *testing.T) {
	b := written(t, map[string]string{"bom": strings.Repeat("\x00", 17<<20)}, same)
	for name, lim := range map[string]Limits{
		"by ratio": DefaultLimits(),
		"by total": {Total: 1 << 20, Ratio: 1 << 30, Entries: 10},
	} {
		if _, err := Open(bytes.NewReader(b), int64(len(b)), lim); code(err) != reject.OverLimit {
			t.Errorf("%s: %v", name, err)
		}
	}
	lim := DefaultLimits()
	lim.Ratio = 1 << 30
	if _, err := readAll(b, lim); err != nil {
		t.Error("within the limits:", err)
	}
}

// TestNames: case, the kind of slash and the writing of addresses do not
// matter.
func TestNames(t *testing.T) {
	b := written(t, map[string]string{`Isi\Lembar 1.xml`: "1"}, same)
	a, err := Open(bytes.NewReader(b), int64(len(b)), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	for name, there := range map[string]bool{"isi/lembar 1.xml": true, "/ISI/./Lembar%201.xml": true, `isi\x\..\lembar 1.xml`: true, "lembar 1.xml": false, "%zz": false} {
		if p := a.Find(name); (p != nil) != there || p != nil && (p.Name() != `Isi\Lembar 1.xml` || p.Size() != 1) {
			t.Errorf("%s: %v", name, p)
		}
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

// TestFlippedBytes flips every byte of archives, headers, directory and all:
// each gives exactly the sound parts, or a refusal with a code.
func TestFlippedBytes(t *testing.T) {
	for name, good := range map[string][]byte{"plain": written(t, threeParts(), same), "descriptors": written(t, threeParts(), func(h *zip.FileHeader) { h.Flags |= 8 }), "zip64": zip64(threeParts())} {
		if got, err := readAll(good, DefaultLimits()); err != nil || !maps.Equal(got, threeParts()) {
			t.Fatalf("%s: %v %v", name, got, err)
		}
		refused := 0
		for at := range good {
			for _, mask := range []byte{0x15, 0x01, 0x80, 0xff, 0x20} {
				bad := bytes.Clone(good)
				bad[at] ^= mask
				got, err := readAll(bad, DefaultLimits())
				switch c := code(err); {
				case c == "?":
					t.Fatalf("%s, byte %d: an error without a code: %v", name, at, err)
				case c != "":
					refused++
				case !maps.Equal(got, threeParts()):
					t.Errorf("%s, byte %d ^ %#x: wrong parts without a word", name, at, mask)
				}
			}
		}
		t.Logf("%s: %d bytes, %d refused by name", name, len(good), refused)
	}
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		want  string
		names []string
	}{
		{"xlsx", []string{"xl/worksheets/sheet1.xml", "[Content_Types].xml"}},
		{"xlsx", []string{"[Content_Types].xml", "buku.xml"}},
		{"xlsx", []string{"content.xml", `XL\workbook.xml`}},
		{"xlsb", []string{"xl/worksheets/sheet1.bin", "xl/workbook.bin"}},
		{"docx", []string{"[Content_Types].xml", "word/document.xml"}},
		{"pptx", []string{"ppt/slides/slide1.xml"}},
		{"odf", []string{"mimetype", "content.xml"}},
		{"odf", []string{"META-INF/manifest.xml"}},
		{"zip", []string{"data.csv"}},
	} {
		for range 2 {
			var b bytes.Buffer
			z := zip.NewWriter(&b)
			for _, n := range c.names {
				if _, err := z.Create(n); err != nil {
					t.Fatal(err)
				}
			}
			if err := z.Close(); err != nil {
				t.Fatal(err)
			}
			if got, err := Kind(bytes.NewReader(b.Bytes()), int64(b.Len())); err != nil || got != c.want {
				t.Errorf("%v: %q %v", c.names, got, err)
			}
			slices.Reverse(c.names)
		}
	}
	if _, err := Kind(strings.NewReader("PK\x03\x04"), 4); code(err) != reject.DamagedArchive {
		t.Errorf("a cut archive: %v", err)
	}
}
