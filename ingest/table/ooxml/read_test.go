package ooxml

import (
	"strings"
	"testing"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// sheetCases are sheets and what is read of them: lines as of dump, or the
// code of the refusal. The styles and shared strings are those of plainParts.
var sheetCases = []struct {
	name string
	rows string
	want string
	code reject.Code
}{
	{"numbers keep their digits", `<row r="1"><c r="A1"><v>0812</v></c><c r="B1"><v>9.6731999999999996</v></c><c r="C1"><v>1.5E-3</v></c><c r="D1"><v>-3</v></c><c r="E1" t="n"><v> 7 </v></c></row>`,
		"1 A1=n0:0812 B1=n0:9.6732 C1=n0:1.5E-3 D1=n0:-3 E1=n0:7\n", ""},
	{"whole numbers are never rounded", `<row r="1"><c r="A1"><v>3172041234567891</v></c><c r="B1"><v>198001012005011001</v></c></row>`,
		"1 A1=n0:3172041234567891 B1=n0:198001012005011001\n", ""},
	{"leading zeros are no digits", `<row r="1"><c r="A1"><v>0.00012345678901234</v></c><c r="B1"><v>4.4408920985006262E-16</v></c></row>`,
		"1 A1=n0:0.00012345678901234 B1=n0:4.44089209850063e-16\n", ""},
	{"no number is a text", `<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>12abc</v></c><c r="C1"><v>1e9999</v></c><c r="D1"><v>.</v></c></row>`,
		"1 A1=t0:NaN B1=t0:12abc C1=t0:1e9999 D1=t0:.\n", ""},
	{"dates, times, spans over 24 hours, shares", `<row r="1"><c r="A1" s="1"><v>42736</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>1.25</v></c><c r="D1" s="4"><v>0.9735</v></c></row>`,
		"1 A1=n1:42736 B1=n2:0.5 C1=n3:1.25 D1=n4:0.9735\n", ""},
	{"numbers and dates as text", `<row r="1"><c r="A1" s="5" t="inlineStr"><is><t>0812345</t></is></c><c r="B1" t="inlineStr"><is><t>26/01/2017</t></is></c></row>`,
		"1 A1=t5:0812345 B1=t0:26/01/2017\n", ""},
	{"ISO dates", `<row r="1"><c r="A1" t="d" s="1"><v>2017-01-26T08:30:00</v></c></row>`, "1 A1=d1:2017-01-26T08:30:00\n", ""},
	{"truth values", `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c></row>`, "1 A1=b0:TRUE B1=b0:FALSE\n", ""},
	{"a truth value that is neither", `<row r="1"><c r="A1" t="b"><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"errors", `<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`, "1 A1=e0:#N/A B1=e0:#DIV/0! =\n", ""},
	{"formulas with and without a cached value", `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>A1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>"x"</f><v>x</v></c></row>`,
		"1 A1=n0:2 = B1=-0: = C1=-0: = D1=t0: = E1=t0:x =\n", ""},
	{"shared formulas", `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">ROW()</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>`,
		"1 A1=n0:1 =\n2 A2=n0:2 =\n", ""},
	{"shared strings, runs joined, readings left out", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v/></c><c r="E1" t="s"><v>0</v></c></row>`,
		"1 A1=t0:satu B1=t0:Dua  E1=t0:satu\n", ""},
	{"a shared string that is not there", `<row r="1"><c r="A1" t="s"><v>4</v></c></row>`, "", reject.DamagedSheet},
	{"an index that is none", `<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`, "", reject.DamagedSheet},
	{"inline runs, readings, and a value beside them", `<row r="1"><c r="A1" t="inlineStr"><v>9</v><is><r><t>sa</t></r><r><t>tu</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c r="B1" t="inlineStr"><is><t>dua</t></is><v>8</v></c><c r="C1" t="inlineStr"><v>tiga</v></c></row>`,
		"1 A1=t0:satu B1=t0:dua C1=t0:tiga\n", ""},
	{"blanks stand as in the file", `<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="B1" t="inlineStr"><is><t> b </t></is></c></row>`,
		"1 A1=t0: a  B1=t0: b \n", ""},
	{"entities, CDATA, comments, line ends", `<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;&amp;&#65;&#x1F600;<![CDATA[<b>&]]><!-- > --> z` + "\r\ny\rx" + `</t></is></c></row>`,
		"1 A1=t0:<&A😀<b>& z\ny\nx\n", ""},
	{"escapes of spreadsheets", `<row r="1"><c r="A1" t="str"><v>a_x000D_b_x005F_x000D_c_xD83D__xDE00__xZZZZ_</v></c></row>`,
		"1 A1=t0:a\rb_x000D_c😀_xZZZZ_\n", ""},
	{"positions that are not written", `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>`,
		"1 A1=n0:1 C1=n0:3\n5 C5=n0:5 D5=n0:6\n6 A6=n0:7\n", ""},
	{"a row told by its first cell", `<row><c r="B4"><v>1</v></c></row><row><c r="A9"><v>2</v></c></row>`, "4 B4=n0:1\n9 A9=n0:2\n", ""},
	{"cells out of order", `<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"the same cell twice", `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"an empty cell twice", `<row r="1"><c r="A1"/><c r="A1"><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"rows out of order", `<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"the same row twice", `<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"a cell of another row", `<row r="2"><c r="A3"><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"a reference that is none", `<row r="1"><c r="1A"><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"an attribute twice", `<row r="1"><c r="A1" r="B1"><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"an attribute without quotes", `<row r="1"><c r=A1><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"two values in a cell", `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`, "", reject.DamagedSheet},
	{"a type that is unknown", `<row r="1"><c r="A1" t="x"><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"a style that is not there", `<row r="1"><c r="A1" s="6"><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"an empty style", `<row r="1"><c s="" r="A1"><v>1</v></c></row>`, "1 A1=n0:1\n", ""},
	{"the last cell there is", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, "1048576 XFD1048576=n0:1\n", ""},
	{"a column past XFD", `<row r="1"><c r="XFE1"><v>1</v></c></row>`, "", reject.OverLimit},
	{"a column far past XFD", `<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>`, "", reject.DamagedSheet},
	{"a counted column past XFD", `<row r="1"><c r="XFD1"/><c><v>1</v></c></row>`, "", reject.OverLimit},
	{"a row past the last", `<row r="1048577"><c r="A1048577"><v>1</v></c></row>`, "", reject.OverLimit},
	{"a counted row past the last", `<row r="1048576"/><row><c><v>1</v></c></row>`, "", reject.OverLimit},
	{"hidden rows", `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"><c r="A2"><v>1</v></c></row><row r="3" hidden="0"><c r="A3"><v>1</v></c></row>`,
		"1 hidden A1=n0:1\n2 hidden A2=n0:1\n3 A3=n0:1\n", ""},
	{"several tables on one sheet", `<row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>2</v></c></row><row r="9"><c r="A9"><v>3</v></c></row>`,
		"1 A1=n0:1 F1=n0:2\n9 A9=n0:3\n", ""},
	{"foreign parts inside rows and cells", `<row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><t>x</t></ext></extLst></c><extLst><c r="Z9"><v>8</v></c></extLst></row>`,
		"1 A1=n0:1\n", ""},
	{"text that is not UTF-8", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\xe9</v></c></row>", "", reject.DamagedSheet},
	{"an entity that is none", `<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>`, "", reject.DamagedSheet},
	{"a tag inside a tag", `<row r="1"><c r="A1" <v>1</v></c></row>`, "", reject.DamagedSheet},
	{"tags that do not nest", `<row r="1"><c r="A1"><v>1</c></v></row>`, "", reject.DamagedSheet},
}

func TestSheets(t *testing.T) {
	for _, c := range sheetCases {
		t.Run(c.name, func(t *testing.T) {
			b := zipped(t, plainParts(worksheet(c.rows)))
			for _, lim := range []Limits{DefaultLimits(), streaming()} {
				got, err := dumpWithin(b, lim)
				if code(t, err) != c.code {
					t.Fatalf("%v, want code %q", err, c.code)
				}
				if want := "[Data]\n" + c.want; err == nil && got != want {
					t.Errorf("got  %q\nwant %q", got, want)
				}
			}
		})
	}
}

// TestRefusalsNameThePlace: a refusal says on which sheet and at which cell.
func TestRefusalsNameThePlace(t *testing.T) {
	for rows, want := range map[string]string{
		`<row r="3"><c r="B3" t="s"><v>77</v></c></row>`:                   `D113: Data!B3: t="s" "77"`,
		`<row r="3"><c r="C3"><v>1</v></c><c r="B3"><v>1</v></c></row>`:    `D113: Data!D3: r="B3"`,
		`<row r="3"/><row r="3"/>`:                                         `D113: Data!A4: <row r="3"> < 3`,
		`<row r="2000000"/>`:                                               `D108: Data: row 2000000`,
		`<row r="1"><c r="A1"><v>1</row>`:                                  `D113: xl/worksheets/sheet1.xml: malformed XML`,
		`<row r="1"><c r="A1" t="` + strings.Repeat("%", 99) + `"/></row>`: `D113: Data!A1: t="` + strings.Repeat("%", 40) + `"`,
	} {
		if _, err := dump(zipped(t, plainParts(worksheet(rows)))); text.Say(err, text.EN) != want {
			t.Errorf("%s\n%v\nwant %s", rows, err, want)
		}
	}
}

// TestFurniture: merged headers, hidden columns and what stands around rows.
func TestFurniture(t *testing.T) {
	const row = `<row r="1"><c r="A1"><v>1</v></c></row>`
	for _, c := range []struct{ name, sheet, want string }{
		{"merged", worksheet(row, `<mergeCells count="9"><mergeCell ref="A1:C1"/><mergeCell ref="$A$2:$A$3"/><mergeCell ref="B2"/></mergeCells>`),
			"[Data] false false [{1 1 0 2} {2 3 0 0} {2 2 1 1}] [] []\n"},
		{"hidden columns", strings.Replace(worksheet(row), "<sheetData>", `<cols><col min="2" max="3" hidden="1"/><col min="3" max="4" hidden="true"/><col min="6" max="9" hidden="0"/></cols><sheetData>`, 1),
			"[Data] false false [] [1 2 3] []\n"},
		{"another prefix", strings.NewReplacer("</", "</x:", "<?", "<?", "<", "<x:", "xmlns=", "xmlns:x=").Replace(worksheet(row)), "[Data]\n"},
		{"a dimension that lies", strings.Replace(worksheet(row), `ref="A1"`, `ref="A1:XFD1048576"`, 1), "[Data]\n"},
		{"a byte order mark", "\xef\xbb\xbf" + worksheet(row), "[Data]\n"},
	} {
		got, err := dump(zipped(t, plainParts(c.sheet)))
		if err != nil || got != c.want+"1 A1=n0:1\n" {
			t.Errorf("%s: %q %v", c.name, got, err)
		}
	}
	for name, sheet := range map[string]string{
		"a merged range that is none": worksheet(row, `<mergeCells><mergeCell ref="C1:A1"/></mergeCells>`),
		"hidden columns in reverse":   strings.Replace(worksheet(row), "<sheetData>", `<cols><col min="3" max="2" hidden="1"/></cols><sheetData>`, 1),
		"two blocks of rows":          worksheet(row, `<sheetData>`+row+`</sheetData>`),
		"another root":                `<chartsheet ` + mainNS + `><sheetData>` + row + `</sheetData></chartsheet>`,
		"cut short":                   strings.TrimSuffix(worksheet(row), "</worksheet>"),
		"something after it":          worksheet(row) + "<x/>",
		"text before it":              "x" + worksheet(row),
		"a document type":             `<!DOCTYPE worksheet [<!ENTITY a "b">]>` + worksheet(row),
		"another encoding":            strings.Replace(worksheet(row), "UTF-8", "windows-1252", 1),
		"nested without end":          worksheet(strings.Repeat("<row>", 1000)),
		"nothing":                     "",
	} {
		if _, err := dump(zipped(t, plainParts(sheet))); code(t, err) != reject.DamagedSheet {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadsWhatExcelizeWrote(t *testing.T) {
	got, err := dump(sampleBook(t, 2))
	if err != nil {
		t.Fatal(err)
	}
	want := "[Sheet1]\n1 A1=t0:tiket 1 B1=n0:10 C1=n1:42001 D1=t0:<&>\" E1=b0:TRUE\n2 A2=t0:tiket 2 B2=n0:20 C2=n1:42002 D2=t0:<&>\" E2=b0:TRUE\n"
	if got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}
