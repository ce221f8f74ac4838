package biff

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// writer builds BIFF streams record by record.
type writer struct{ bytes.Buffer }

func le16(v ...int) []byte {
	var b []byte
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, uint16(x))
	}
	return b
}

func le32(v uint32) []byte { return binary.LittleEndian.AppendUint32(nil, v) }

func float(v float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)) }

func (w *writer) rec(id int, parts ...[]byte) {
	data := bytes.Join(parts, nil)
	w.Write(le16(id, len(data)))
	w.Write(data)
}

// build makes a bare stream of one sheet, as small scripts send it.
func build(version int, cells func(*writer)) []byte {
	var w writer
	w.rec(recBOF, le16(version, worksheet, 0, 0))
	cells(&w)
	w.rec(recEOF)
	return w.Bytes()
}

// buildBook makes a BIFF8 stream with globals and one sheet.
func buildBook(shared func(*writer), cells func(*writer)) []byte {
	var head, tail, sheet writer
	head.rec(recBOF, le16(biff8, globals), make([]byte, 12))
	shared(&tail)
	tail.rec(recEOF)
	sheet.rec(recBOF, le16(biff8, worksheet), make([]byte, 12))
	cells(&sheet)
	sheet.rec(recEOF)
	at := head.Len() + 4 + 6 + 2 + 5 + tail.Len()
	head.rec(recBoundSheet, le32(uint32(at)), []byte{0, 0, 5, 0}, []byte("Maret"))
	return bytes.Join([][]byte{head.Bytes(), tail.Bytes(), sheet.Bytes()}, nil)
}

// wide is a text of two bytes a character.
func wide(s string) []byte { return le16ofUnits(utf16.Encode([]rune(s))) }

func le16ofUnits(u []uint16) []byte {
	var b []byte
	for _, x := range u {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	return b
}

// streams are small books that show what the format can do; they seed the
// fuzzer.
func streams() map[string][]byte {
	return map[string][]byte{
		"script": build(0, func(w *writer) {
			w.rec(recLabel, le16(0, 0, 0, 7), []byte("Tanggal"))
			w.rec(recLabel, le16(0, 1, 0, 4), []byte("A\xf1i!"))
			w.rec(recNumber, le16(1, 1, 0), float(355000))
		}),
		"strings": buildBook(func(w *writer) {
			// "Añi" in one byte each; a rich text cut by CONTINUE that changes
			// from one byte to two; a phonetic block in a record of its own
			w.rec(recSST, le32(3), le32(3), le16(3), []byte{0}, []byte("A\xf1i"), le16(8), []byte{8}, le16(1), []byte("pend"))
			w.rec(recContinue, []byte{1}, wide("apat"), le16(1, 2), le16(2), []byte{5}, le32(4), wide("中国"))
			w.rec(recContinue, []byte{1, 2, 3, 4})
		}, func(w *writer) {
			w.rec(recLabelSST, le16(0, 0, 0), le32(0))
			w.rec(recLabelSST, le16(0, 1, 0), le32(1))
			w.rec(recLabelSST, le16(0, 2, 0), le32(2))
			w.rec(recLabel, le16(1, 0, 0, 2), []byte{1}, wide("中国"))
		}),
		"numbers": buildBook(func(w *writer) {
			w.rec(recFormat, le16(164, 10), []byte{0}, []byte("dd/mm/yyyy"))
			w.rec(recXF, le16(0, 0), make([]byte, 16))
			w.rec(recXF, le16(0, 164), make([]byte, 16))
			w.rec(recXF, le16(0, 10), make([]byte, 16))
			w.rec(recDate1904, le16(1))
		}, func(w *writer) {
			w.rec(recRK, le16(0, 0, 0), le32(uint32(123)<<2|2))
			w.rec(recRK, le16(0, 1, 0), le32(uint32(12345)<<2|3))
			w.rec(recMulRK, le16(0, 2), le16(1), le32(uint32(40000)<<2|2), le16(2), le32(uint32(math.Float64bits(0.5)>>32)), le16(3))
			w.rec(recNumber, le16(0, 4, 0), float(0.1+0.2))
			w.rec(recBoolErr, le16(0, 5, 0), []byte{1, 0})
			w.rec(recBoolErr, le16(0, 6, 0), []byte{0x2A, 1})
		}),
		"formulas": buildBook(func(*writer) {}, func(w *writer) {
			formula := func(col int, result []byte, grbit int) {
				w.rec(recFormula, le16(0, col, 0), result, le16(grbit, 0, 0, 0))
			}
			formula(0, float(2.5), 0)
			formula(1, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0)
			w.rec(recSharedFmla, make([]byte, 8))
			w.rec(recString, le16(3), []byte{0}, []byte("abc"))
			formula(2, []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, 0)
			formula(3, []byte{2, 0, 7, 0, 0, 0, 0xFF, 0xFF}, 0)
			formula(4, []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0)
			formula(5, float(0), 2) // to be computed on opening
			formula(6, float(0), 0)
			formula(7, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0) // its text never comes
		}),
		"shuffled": build(biff5, func(w *writer) {
			w.rec(recNumber, le16(2, 1, 0), float(3))
			w.rec(recNumber, le16(2, 0, 0), float(2))
			w.rec(recNumber, le16(0, 0, 0), float(1))
			w.rec(recRow, le16(2, 0, 2, 255, 0, 0, 0x20, 0))
			w.rec(recBOF, le16(biff5, 0x20)) // a chart inside the sheet
			w.rec(recNumber, le16(9, 9, 0), float(9))
			w.rec(recEOF)
		}),
		"letters": build(biff5, func(w *writer) {
			w.rec(recLabel, le16(0, 0, 0, 3), []byte("\xe9A\x93"))         // Windows-1252
			w.rec(recLabel, le16(0, 1, 0, 4), []byte("A\xc3\xb1i"))        // UTF-8
			w.rec(recRString, le16(0, 2, 0, 3), []byte("abc\x01\x00\x00")) // a run at its end
		}),
	}
}

func TestRecords(t *testing.T) {
	want := map[string]string{
		"script":   "[Sheet1 hidden=false merged=[] columns=[]]\n1|tgTanggal|tgAñi!\n2|_g|ng355000\n",
		"strings":  "[Maret hidden=false merged=[] columns=[]]\n1|tgAñi|tgpendapat|tg中国\n2|tg中国\n",
		"numbers":  "[Maret hidden=false merged=[] columns=[]]\n1|ng123|ng123.45|nd40000|np0.5|ng0.3|bgTRUE|eg#N/A\n",
		"formulas": "[Maret hidden=false merged=[] columns=[]]\n1|ng=2.5|tg=abc|bg=TRUE|eg=#DIV/0!|_g=|_g=|ng=0|_g=\n",
		"shuffled": "[Sheet1 hidden=false merged=[] columns=[]]\n1|ng1\n3 hidden|ng2|ng3\n",
		"letters":  "[Sheet1 hidden=false merged=[] columns=[]]\n1|tgéA“|tgAñi|tgabc\n",
	}
	for name, b := range streams() {
		got, err := dump(b)
		if err != nil || got != want[name] {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, want[name])
		}
	}
	book, err := OpenBare(bytes.NewReader(streams()["numbers"]), 1<<10)
	if err != nil || !book.Sheets()[0].Date1904() {
		t.Error("days count from 1904", err)
	}
}

// TestRefusals: each kind of damage has its name.
func TestRefusals(t *testing.T) {
	one := func(parts ...[]byte) []byte {
		return build(biff5, func(w *writer) { w.rec(int(parts[0][0])|int(parts[0][1])<<8, parts[1:]...) })
	}
	two := func(a, b float64) []byte {
		return build(biff5, func(w *writer) {
			w.rec(recNumber, le16(0, 0, 0), float(a))
			w.rec(recNumber, le16(0, 0, 0), float(b))
		})
	}
	whole := streams()["script"]
	for name, c := range map[string]struct {
		data []byte
		want reject.Code
	}{
		"no EOF record":            {whole[:len(whole)-4], reject.DamagedSheet},
		"cut inside a record":      {whole[:len(whole)-9], reject.DamagedSheet},
		"a number of nine bytes":   {one(le16(recNumber), make([]byte, 9)), reject.DamagedSheet},
		"a number that is none":    {one(le16(recNumber), le16(0, 0, 0), float(math.NaN())), reject.DamagedSheet},
		"a column past the last":   {one(le16(recNumber), le16(0, 256, 0), float(1)), reject.DamagedSheet},
		"a shared string too high": {one(le16(recLabelSST), le16(0, 0, 0), le32(7)), reject.DamagedSheet},
		"columns that do not fit":  {one(le16(recMulRK), le16(0, 2), make([]byte, 12), le16(9)), reject.DamagedSheet},
		"an unknown error value":   {one(le16(recBoolErr), le16(0, 0, 0), []byte{9, 1}), reject.DamagedSheet},
		"a text without formula":   {one(le16(recString), le16(1), []byte("a")), reject.DamagedSheet},
		"a cell of BIFF2":          {one(le16(0x0003), make([]byte, 15)), reject.DamagedSheet},
		"no record at all":         {one(le16(0x7777), make([]byte, 15)), reject.DamagedSheet},
		"one cell, two values":     {two(1, 2), reject.DamagedSheet},
		"one cell, one value":      {two(1, 1), ""},
		"zeros before the end":     {build(biff5, func(w *writer) { w.rec(recNumber, le16(0, 0, 0), float(1)); w.Write(make([]byte, 1003)) }), ""},
		"zeros between records":    {build(biff5, func(w *writer) { w.Write(make([]byte, 8)); w.rec(recNumber, le16(0, 0, 0), float(1)) }), ""},
		"zeros for a lost piece":   {build(biff5, func(w *writer) { w.Write(make([]byte, 512)); w.rec(recNumber, le16(0, 0, 0), float(1)) }), reject.DamagedSheet},
		"zeros for the end":        {append(bytes.Clone(whole[:len(whole)-4]), make([]byte, 100)...), reject.DamagedSheet},
		"zeros after the end":      {append(bytes.Clone(whole), make([]byte, 4099)...), ""},
		"letters after the end":    {append(bytes.Clone(whole), "abc\xff\xff\xff"...), ""},
		"zeros in the globals":     {buildBook(func(w *writer) { w.Write(make([]byte, 12)) }, func(*writer) {}), ""},
		"encrypted":                {buildBook(func(w *writer) { w.rec(recFilePass, le16(1)) }, func(*writer) {}), reject.Encrypted},
		"too many strings":         {buildBook(func(w *writer) { w.rec(recSST, le32(1), le32(1<<30)) }, func(*writer) {}), reject.OverLimit},
		"BIFF4":                    {append(le16(0x0409, 6, 0, 0x10, 0), 0x0A, 0, 0, 0), reject.OldExcel},
		"BIFF3 in a later BOF":     {build(0x0300, func(*writer) {}), reject.OldExcel},
	} {
		_, err := OpenBare(bytes.NewReader(c.data), int64(len(c.data)))
		var r *grid.RefusedError
		got := reject.Code("")
		if errors.As(err, &r) {
			got = r.Code
		}
		if got != c.want || err != nil && got == "" {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestBare(t *testing.T) {
	for name, c := range map[string]struct {
		head    []byte
		is, old bool
	}{
		"BIFF2": {[]byte("\x09\x00\x04\x00\x02\x00\x10\x00"), true, true}, "BIFF8": {[]byte("\x09\x08\x10\x00\x00\x06\x05\x00"), true, false},
		"a table of tabs": {[]byte("\t\tTanggal\tNo"), false, false}, "short": {[]byte("\x09\x08"), false, false},
	} {
		if is, old := Bare(c.head); is != c.is || old != c.old {
			t.Errorf("%s: %v %v", name, is, old)
		}
	}
}

// TestShortNumbers encodes integers and hundredths the way the format does,
// and reads them back exactly.
func TestShortNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int32Range(-1<<29, 1<<29-1).Draw(t, "n")
		if got := rk(uint32(n)<<2 | 2); got != float64(n) {
			t.Fatalf("%d -> %v", n, got)
		}
		if got := rk(uint32(n)<<2 | 3); got != float64(n)/100 {
			t.Fatalf("%d/100 -> %v", n, got)
		}
		f := math.Float64frombits(rapid.Uint64().Draw(t, "bits") &^ (1<<34 - 1))
		if got := rk(uint32(math.Float64bits(f) >> 32)); got != f && !math.IsNaN(f) {
			t.Fatalf("%v -> %v", f, got)
		}
	})
}

// TestTextsSplitAnywhere cuts shared strings into CONTINUE records at any
// character and reads them back.
func TestTextsSplitAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringN(0, 40, -1), 1, 5).Draw(t, "texts")
		data := buildBook(func(w *writer) { splitStrings(t, w, texts) }, func(w *writer) {
			for i := range texts {
				w.rec(recLabelSST, le16(i, 0, 0), le32(uint32(i)))
			}
		})
		book, err := OpenBare(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		got := map[uint32]string{}
		_ = book.Sheets()[0].Rows(func(r *grid.Row) bool { got[r.N] = r.Cells[0].Text; return true })
		for i, s := range texts {
			if got[uint32(i)+1] != s {
				t.Fatalf("%q, want %q", got[uint32(i)+1], s)
			}
		}
	})
}

// splitStrings writes shared strings, starting a CONTINUE record at random
// characters; each part is narrow where its characters allow.
func splitStrings(t *rapid.T, w *writer, texts []string) {
	narrow := func(u []uint16) bool {
		return strings.IndexFunc(string(utf16.Decode(u)), func(r rune) bool { return r > 0xFF }) < 0
	}
	id, part := recSST, bytes.Join([][]byte{le32(uint32(len(texts))), le32(uint32(len(texts)))}, nil)
	put := func(u []uint16) {
		if narrow(u) {
			part = append(part, 0)
			for _, x := range u {
				part = append(part, byte(x))
			}
			return
		}
		part = append(append(part, 1), le16ofUnits(u)...)
	}
	for _, s := range texts {
		u := utf16.Encode([]rune(s))
		part = append(part, le16(len(u))...)
		cut := rapid.IntRange(0, len(u)).Draw(t, "cut")
		if cut == len(u) {
			put(u)
			continue
		}
		put(u[:cut])
		w.rec(id, part)
		id, part = recContinue, nil
		put(u[cut:])
	}
	w.rec(id, part)
}
