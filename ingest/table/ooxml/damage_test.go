package ooxml

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/reject"
)

// richParts is a workbook with something of everything that is handed on.
func richParts() map[string]string {
	var rows strings.Builder
	for r := 2; r < 40; r++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c><c r="B%d" s="%d"><v>%d.%d</v></c><c r="C%d" t="b"><v>%d</v></c></row>`, r, r, r%3, r, r%6, 40000+r*r, r, r, r%2)
	}
	parts := plainParts(strings.Replace(worksheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>judul</t></is></c></row>`+rows.String()+
		`<row r="50" hidden="1"><c r="B50" t="e"><v>#REF!</v></c><c r="C50"><f>SUM(B2:B9)</f></c><c r="D50" t="d"><v>2017-01-26</v></c></row>`,
		`<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>`), "<sheetData>", `<cols><col min="4" max="4" hidden="1"/></cols><sheetData>`, 1))
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets><sheet name="Lain" state="hidden" sheetId="2" r:id="rId9"/>`, 1)
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Rel", `<Relationship Id="rId9" Type="`+relDoc+`worksheet" Target="worksheets/sheet2.xml"/></Rel`, 1)
	parts["xl/worksheets/sheet2.xml"] = worksheet(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	return parts
}

// flip damages bytes of a workbook, one at a time, from the first to the last,
// headers, directory and all, and returns how many were tried. Each damage must
// give exactly what the sound workbook gives, or a refusal with a code.
func flip(t *testing.T, good []byte, step int) (tried, refused int) {
	t.Helper()
	want, err := dump(good)
	if err != nil {
		t.Fatal(err)
	}
	masks := []byte{0x15, 0x01, 0x80, 0xff, 0x20}
	for at := 0; at < len(good); at += step {
		bad := bytes.Clone(good)
		bad[at] ^= masks[tried%len(masks)]
		tried++
		got, err := dump(bad)
		if code(t, err) != "" {
			refused++
		} else if got != want {
			t.Errorf("byte %d of %d: wrong values without a word", at, len(good))
		}
	}
	return tried, refused
}

// TestFlippedBytesNeverGiveWrongValues flips single bytes all over workbooks:
// each gives the right values, looks, merges and hidden parts, or a refusal.
func TestFlippedBytesNeverGiveWrongValues(t *testing.T) {
	for name, b := range map[string][]byte{"rich": zipped(t, richParts()), "excelize": sampleBook(t, 30)} {
		tried, refused := flip(t, b, max(1, len(b)/3000))
		if tried < 2000 {
			t.Errorf("%s: only %d positions tried", name, tried)
		}
		t.Logf("%s: %d of %d positions: %d refused by name, %d read rightly", name, tried, len(b), refused, tried-refused)
	}
}

func TestFlippedBytesOfFixtures(t *testing.T) {
	for _, file := range fixtureBooks(t) {
		if name := filepath.Base(file); name != "date_1904.xlsx" && name != "SharedStrings.xlsx" {
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tried, refused := flip(t, b, max(1, len(b)/1200))
		if tried < 1000 {
			t.Errorf("%s: only %d positions tried", file, tried)
		}
		t.Logf("%s: %d of %d positions: %d refused by name, %d read rightly", filepath.Base(file), tried, len(b), refused, tried-refused)
	}
}

// TestCutWorkbooks: a workbook that ends early is never read.
func TestCutWorkbooks(t *testing.T) {
	good := zipped(t, richParts())
	for n := 0; n < len(good); n += 7 {
		if _, err := dump(good[:n]); code(t, err) == "" {
			t.Errorf("read although cut to %d of %d bytes", n, len(good))
		}
	}
}

// TestRichBook pins what the damaged ones are compared with.
func TestRichBook(t *testing.T) {
	got, err := dump(zipped(t, richParts()))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"[Lain] true true [] [] []\n1 A1=n0:1\n[Data] false true [{1 1 0 3}] [3] []\n1 A1=t0:judul\n2 A2=t0: B2=n2:40004.2 C2=b0:FALSE\n",
		"\n39 A39=t0:satu B39=n3:41521.39 C39=b0:TRUE\n50 hidden B50=e0:#REF! C50=-0: = D50=d0:2017-01-26\n",
	} {
		if want = strings.Replace(want, " A2=t0:", "", 1); !strings.Contains(got, want) {
			t.Errorf("%q\nlacks %q", got, want)
		}
	}
}

// TestBooks: what stands around the sheets, each with the code of its refusal.
func TestBooks(t *testing.T) {
	row := `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>2</v></c></row>`
	const read = "[Data]\n1 A1=t0:satu B1=n1:2\n"
	edit := func(part string, pairs ...string) func(map[string]string) {
		return func(p map[string]string) { p[part] = strings.NewReplacer(pairs...).Replace(p[part]) }
	}
	move := func(from, to string) func(map[string]string) {
		return func(p map[string]string) { p[to] = p[from]; delete(p, from) }
	}
	const book, rels, sheet = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
	for _, c := range []struct {
		name string
		edit func(map[string]string)
		want string
		code reject.Code
	}{
		{"absolute targets", edit(rels, `Target="`, `Target="/xl/`), read, ""},
		{"targets with dots", edit(rels, `Target="`, `Target="../xl/./`), read, ""},
		{"targets with backslashes", edit(rels, "worksheets/", `worksheets\`), read, ""},
		{"targets in another case", edit(rels, "worksheets/sheet1", "Worksheets/Sheet1"), read, ""},
		{"parts with backslashes", move(sheet, `xl\worksheets\sheet1.xml`), read, ""},
		{"targets written as addresses", func(p map[string]string) {
			move(sheet, "xl/worksheets/lembar 1.xml")(p)
			edit(rels, "sheet1.xml", "lembar%201.xml")(p)
		}, read, ""},
		{"strict namespaces", func(p map[string]string) {
			for name := range p {
				edit(name, relDoc, "http://purl.oclc.org/ooxml/officeDocument/relationships/", mainNS, `xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"`)(p)
			}
		}, read, ""},
		{"another name of the workbook", func(p map[string]string) {
			move(book, "xl/buku.xml")(p)
			move(rels, "xl/_rels/buku.xml.rels")(p)
			edit("_rels/.rels", "workbook.xml", "buku.xml")(p)
		}, read, ""},
		{"no relations of the archive", func(p map[string]string) { delete(p, "_rels/.rels") }, read, ""},
		{"dates from 1904", edit(book, "<sheets>", `<workbookPr date1904="true"/><sheets>`), "[Data] false true [] [] []\n1 A1=t0:satu B1=n1:2\n", ""},
		{"a very hidden sheet with an entity in its name", edit(book, `name="Data"`, `name="A &amp; B" state="veryHidden"`), "[A & B] true false [] [] []\n1 A1=t0:satu B1=n1:2\n", ""},
		{"a chart sheet is left out", func(p map[string]string) {
			edit(book, "<sheets>", `<sheets><sheet name="Grafik" sheetId="7" r:id="rId7"/>`)(p)
			edit(rels, "</R", `<Relationship Id="rId7" Type="`+relDoc+`chartsheet" Target="chartsheets/sheet1.xml"/></R`)(p)
		}, read, ""},
		{"no styles", edit(rels, `Id="rId2" Type="`+relDoc+`styles"`, `Id="rId2" Type="other"`), "[Data]\n1 A1=t0:satu B1=n0:2\n", ""},
		{"no shared strings although cells use them", edit(rels, `Id="rId3" Type="`+relDoc+`sharedStrings"`, `Id="rId3" Type="other"`), "", reject.DamagedSheet},
		{"shared strings that are not there", func(p map[string]string) { delete(p, "xl/sharedStrings.xml") }, "", reject.DamagedArchive},
		{"shared strings cut short", edit("xl/sharedStrings.xml", "</sst>", ""), "", reject.DamagedSheet},
		{"styles that are not there", func(p map[string]string) { delete(p, "xl/styles.xml") }, "", reject.DamagedArchive},
		{"styles with a format that is none", edit("xl/styles.xml", `numFmtId="14"`, `numFmtId="x"`), "", reject.DamagedSheet},
		{"a sheet that is not there", func(p map[string]string) { delete(p, sheet) }, "", reject.DamagedSheet},
		{"a sheet without a relation", edit(book, `r:id="rId1"`, `r:id="rId8"`), "", reject.DamagedSheet},
		{"two sheets that are one part", edit(book, "</sheets>", `<sheet name="Lain" sheetId="2" r:id="rId1"/></sheets>`), "", reject.DamagedSheet},
		{"shared strings twice", edit(rels, "</R", `<Relationship Id="rId9" Type="`+relDoc+`sharedStrings" Target="sharedStrings.xml"/></R`), "", reject.DamagedSheet},
		{"a sheet elsewhere", edit(rels, `Target="worksheets/sheet1.xml"`, `TargetMode="External" Target="worksheets/sheet1.xml"`), "", reject.DamagedSheet},
		{"no workbook", func(p map[string]string) { delete(p, book) }, "", reject.UnsupportedBook},
		{"a workbook that is none", edit(book, "<workbook", "<document", "</workbook", "</document"), "", reject.DamagedSheet},
	} {
		parts := plainParts(worksheet(row))
		c.edit(parts)
		got, err := dump(zipped(t, parts))
		if got != c.want || code(t, err) != c.code {
			t.Errorf("%s: %q %v\nwant %q %s", c.name, got, err, c.want, c.code)
		}
	}
}

// TestUTF16Parts: every part may be UTF-16, of either order, with or without a
// byte order mark.
func TestUTF16Parts(t *testing.T) {
	want, err := dump(zipped(t, richParts()))
	if err != nil {
		t.Fatal(err)
	}
	for _, bom := range []bool{true, false} {
		for _, big := range []bool{true, false} {
			parts := richParts()
			for name, s := range parts {
				s = strings.Replace(s, "UTF-8", "UTF-16", 1)
				if bom {
					s = "\ufeff" + s
				}
				var b []byte
				for _, c := range s { // all of it is in the basic plane
					pair := []byte{byte(c), byte(c >> 8)}
					if big {
						slices.Reverse(pair)
					}
					b = append(b, pair...)
				}
				parts[name] = string(b)
			}
			for _, lim := range []Limits{DefaultLimits(), streaming()} {
				if got, err := dumpWithin(zipped(t, parts), lim); err != nil || got != want {
					t.Errorf("mark %v, big endian %v: %q %v", bom, big, got, err)
				}
			}
		}
	}
}
