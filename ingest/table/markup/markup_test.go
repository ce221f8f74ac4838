package markup

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/internal/corpus"
)

// dump reads a page as text, or gives its refusal.
func dump(b []byte) (string, error) {
	openAs := OpenHTML
	if k, _ := Sniff(b[:min(len(b), 4096)]); k == Spreadsheet {
		openAs = OpenSpreadsheet
	}
	book, err := openAs(bytes.NewReader(b), int64(len(b)), "")
	if err != nil {
		return "", err
	}
	return corpus.Dump(book, math.MaxInt)
}

// pages are small pages of the kinds met in practice, with what they hold.
var pages = map[string]struct{ in, want string }{
	"what a PHP back end sends": {`<h3>Laporan Antrean</h3><p>Bulan : Maret 2016</p>
<table border="1"><thead><tr><th rowspan=2>Tanggal</th><th colspan="2">Jam</th></tr><tr><th>Ambil</th><th>Panggil</th></tr></thead>
<tr><td>13/03/2016</td><td>07.30</td><td>&nbsp;</td></tr><tr style="display: none"><td>14/03/2016</td><td>A&amp;B</td><td>x<br/>y</td></tr></table>`,
		"[1 hidden=false merged=[{3 4 0 0} {3 3 1 2}] columns=[]]\n1|tgLaporan Antrean\n2|tgBulan : Maret 2016\n3|tgTanggal|tgJam\n4|_g|tgAmbil|tgPanggil\n5|tg13/03/2016|tg07.30\n6 hidden|tg14/03/2016|tgA&B|tgx\ny\n"},
	"end tags left out": {"<table><tr><td>a<td>b<tr><td>c<td>d</table>",
		"[1 hidden=false merged=[] columns=[]]\n1|tga|tgb\n2|tgc|tgd\n"},
	"a layout table around the data": {`<table><tr><td>Kantor Imigrasi Contoh</td></tr><tr><td><b>Maret 2016</b><table id="data"><tr><td>a</td><td>b</td></tr></table>kaki</td></tr></table>`,
		"[data hidden=false merged=[] columns=[]]\n1|tgKantor Imigrasi Contoh\n2|tgMaret 2016\n3|tga|tgb\n"},
	"a title in a table of its own": {`<table><tr><td>Maret 2016</td></tr></table><table><caption>Antrean</caption><tr><td>a</td><td>b</td></tr></table>`,
		"[Antrean hidden=false merged=[] columns=[]]\n1|tgMaret 2016\n2|tgAntrean\n3|tga|tgb\n"},
	"two tables of one name": {`<table id=a><tr><td>1</td><td>2</td></tr></table><table id=a style="display:none"><tr><td>3</td><td>4</td></tr></table>`,
		"[a hidden=false merged=[] columns=[]]\n1|tg1|tg2\n[a 2 hidden=true merged=[] columns=[]]\n1|tg3|tg4\n"},
	"one column only": {`<table><tr><td>a</td></tr><tr><td>b</td></tr></table>`,
		"[1 hidden=false merged=[] columns=[]]\n1|tga\n2|tgb\n"},
	"Excel's own page": {`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- .xl65{mso-number-format:"Short Date";} td.xl66 {mso-number-format:"\[h\]\:mm";} .xl67{mso-number-format:"\@";} .xl68{mso-number-format:"\0022Rp\0022\#\,\#\#0";} --></style></head>
<table><col><col style='display:none'><tr><td class=xl65 x:num="42370">01/01/2016</td><td class="a xl66" x:num="1.5">36:00</td><td class=xl67>00123</td><td class=xl68 x:num="355000">Rp355.000</td><td x:num>17.5</td><td x:num>1.234,5</td><td x:bool="TRUE">BENAR</td><td x:err="#N/A">#N/A</td><td x:num="0.30000000000000004" x:fmla="=A1">0,3</td><td style='mso-number-format:Percent' x:num="0.25">25%</td></tr></table>`,
		"[1 hidden=false merged=[] columns=[1]]\n1|nd42370|ns1.5|t@00123|ng355000|ng17.5|tg1.234,5|bgTRUE|eg#N/A|ng=0.3|np0.25\n"},
	"LibreOffice's page": {`<table><tr><td sdval="42370" sdnum="1057;0;DD/MM/YYYY">01/01/2016</td><td sdval="1500">1.500</td></tr></table>`,
		"[1 hidden=false merged=[] columns=[]]\n1|nd42370|ng1500\n"},
	"scripts and comments": {`<script>document.write("<table><tr><td>x</td></tr></table>")</script><!-- <table><tr><td>y --><table><tr><td>a</td><td>b<script>1<2</script></td></tr></table>`,
		"[1 hidden=false merged=[] columns=[]]\n1|tga|tgb\n"},
	"cells pushed aside by those above": {`<table><tr><td>a</td><td rowspan="99">b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>`,
		"[1 hidden=false merged=[{1 2 1 1}] columns=[]]\n1|tga|tgb|tgc\n2|tgd|_g|tge\n"},
	"a hidden column": {`<table><tr><td>a</td><td style="display:none">b</td><td>c</td></tr><tr><td>a</td><td style="display:none">b</td><td>c</td></tr></table>`,
		"[1 hidden=false merged=[] columns=[1]]\n1|tga|tgb|tgc\n2|tga|tgb|tgc\n"},
	"XML Spreadsheet 2003": {`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="t"><NumberFormat ss:Format="Short Time"/></Style><Style ss:ID="s"><NumberFormat ss:Format="[h]:mm"/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="Maret"><Table><Column/><Column ss:Index="9" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">Judul</Data></Cell><Cell><Data ss:Type="String">A&amp;B</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:StyleID="d"><Data ss:Type="DateTime">2016-03-13T00:00:00.000</Data></Cell><Cell ss:StyleID="t"><Data ss:Type="DateTime">1899-12-31T06:00:00.000</Data></Cell><Cell ss:StyleID="s"><Data ss:Type="DateTime">1900-01-01T12:00:00.000</Data></Cell><Cell ss:Index="5" ss:StyleID="p" ss:Formula="=1/4"><Data ss:Type="Number">0.25</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="DateTime">2016-03-13T08:30:00.000</Data></Cell></Row>
</Table></Worksheet><Worksheet ss:Name="Rahasia"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`,
		"[Maret hidden=false merged=[{1 2 0 1}] columns=[8 9]]\n1|tgJudul|_g|tgA&B\n4 hidden|id2016-03-13|nt0.25|ns1.5|_g|np=0.25|bgTRUE|eg#N/A|id2016-03-13T08:30:00\n[Rahasia hidden=true merged=[] columns=[]]\n"},
	"what may stand beside a value": {`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="t"><NumberFormat ss:Format="Short Time"/></Style></Styles><Worksheet ss:Name="a"><Table>
<Row><Cell><Data ss:Type="String">Tanggal</Data><Comment ss:Author="Ani"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Ani:</B> lihat surat</ss:Data></Comment></Cell><Cell><Comment><ss:Data ss:Type="String">kosong</ss:Data></Comment></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Jam</B> ambil</ss:Data><NamedCell ss:Name="Print_Area"/><PhoneticText xmlns="urn:schemas-microsoft-com:office:excel">x</PhoneticText></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">1898-05-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">0000-00-00T00:00:00.000</Data></Cell><Cell ss:StyleID="t"><Data ss:Type="DateTime">1899-12-30T06:00:00.000</Data></Cell><Cell><Data ss:Type="Number"></Data></Cell><Cell><Data ss:Type="DateTime"> </Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>
</Table></Worksheet></Workbook>`,
		"[a hidden=false merged=[] columns=[]]\n1|tgTanggal|_g|tgJam ambil\n2|tg1898-05-01|tg0000-00-00|nt0.25|_g|_g|tgx\n"},
}

func TestPages(t *testing.T) {
	for name, c := range pages {
		got, err := dump([]byte(c.in))
		if err != nil || got != c.want {
			t.Errorf("%s: %v\n%q\nwant\n%q", name, err, got, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	utf16le := func(s string) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	}
	cell := "<table><tr><td>A\u00f1i</td><td>\u201c</td></tr></table>"
	single := "<table><tr><td>A\xf1i</td><td>\x93</td></tr></table>"
	for name, c := range map[string]struct {
		in  []byte
		enc string
	}{
		"plain":              {[]byte(cell), "utf-8"},
		"marked":             {[]byte("\xef\xbb\xbf" + cell), "utf-8-bom"},
		"undeclared bytes":   {[]byte(single), "windows-1252"},
		"declared":           {[]byte(`<meta charset="iso-8859-1">` + single), "windows-1252"},
		"declared in vain":   {[]byte(`<meta http-equiv=Content-Type content="text/html; charset=utf-8">` + single), "windows-1252"},
		"declared as UTF-16": {[]byte(`<meta charset="utf-16">` + cell), "utf-8"},
		"two bytes, marked":  {append([]byte{0xFF, 0xFE}, utf16le(cell)...), "utf-16le"},
		"two bytes":          {utf16le(cell), "utf-16le"},
	} {
		if k, _ := Sniff(c.in); k != HTML {
			t.Errorf("%s is taken for %d", name, k)
		}
		book, err := OpenHTML(bytes.NewReader(c.in), int64(len(c.in)), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		_ = book.Sheets()[0].Rows(func(r *grid.Row) bool { got = r.Cells[0].Text + r.Cells[1].Text; return true })
		if enc := book.Traits().Encoding; got != "A\u00f1i\u201c" || enc != c.enc {
			t.Errorf("%s: %q as %s, want %s", name, got, enc, c.enc)
		}
	}
}

func TestSniff(t *testing.T) {
	for in, want := range map[string]Kind{
		"<table>": HTML, "\n\n  <TABLE border=1>": HTML, "<!DOCTYPE html><html>": HTML, "<br />\n<b>Notice</b>: Undefined index": HTML,
		"<!-- x --><html>": HTML, `<?xml version="1.0"?><html xmlns="a">`: HTML, "Laporan\n<table><tr><td>": HTML,
		`<?xml version="1.0"?><a:b xmlns:a="c"/>`: OtherXML, "Tanggal;Catatan\n1;lihat <table 3>\n": None, "<5 menit;12": None, "": None,
		`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`: Spreadsheet,
	} {
		if got, _ := Sniff([]byte(in)); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
	if _, root := Sniff([]byte(`<?xml version="1.0"?><!-- a --><office:document x="">`)); root != "office:document" {
		t.Error(root)
	}
}

func TestRefusals(t *testing.T) {
	ss := func(cell string) string {
		return `<?xml version="1.0"?><Workbook xmlns="` + nsSheet + `" xmlns:ss="` + nsSheet + `"><Worksheet ss:Name="a"><Table>` + cell + `</Table></Worksheet></Workbook>`
	}
	for name, c := range map[string]struct {
		in   string
		want reject.Code
	}{
		"a login page":         {"<html><form>Nama <input></form></html>", reject.HTMLTable},
		"an empty table":       {"<table></table>", reject.HTMLTable},
		"cut off":              {"<table><tr><td>a</td><td>b</td></tr>", reject.DamagedSheet},
		"a fatal error":        {"<table><tr><td>a</td><td>b</td></tr><br /><b>Fatal error</b>: Allowed memory size", reject.DamagedSheet},
		"tables without end":   {strings.Repeat("<table><tr><td>", 100), reject.OverLimit},
		"columns without end":  {"<table><tr>" + strings.Repeat("<td colspan=1000>a", 20) + "</table>", reject.OverLimit},
		"a bad number":         {ss(`<Row><Cell><Data ss:Type="Number">1,5</Data></Cell></Row>`), reject.DamagedSheet},
		"a bad date":           {ss(`<Row><Cell><Data ss:Type="DateTime">1/2/2016</Data></Cell></Row>`), reject.DamagedSheet},
		"too many columns":     {ss(`<Row>` + strings.Repeat(`<Cell/>`, maxSheetColumn+1) + `</Row>`), reject.OverLimit},
		"as many as there are": {ss(`<Row>` + strings.Repeat(`<Cell/>`, maxSheetColumn) + `</Row>`), ""},
		"an unknown type":      {ss(`<Row><Cell><Data ss:Type="Gambar">1</Data></Cell></Row>`), reject.DamagedSheet},
		"rows going back":      {ss(`<Row ss:Index="2"/><Row ss:Index="1"/>`), reject.DamagedSheet},
		"a cut workbook":       {strings.TrimSuffix(ss(""), "</Workbook>"), reject.DamagedSheet},
		"no worksheet":         {`<?xml version="1.0"?><Workbook xmlns="` + nsSheet + `"/>`, reject.NoTable},
	} {
		if _, err := dump([]byte(c.in)); corpus.Code(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// TestCutShort: no beginning of a page passes for the whole.
func TestCutShort(t *testing.T) {
	for _, name := range []string{"what a PHP back end sends", "XML Spreadsheet 2003"} {
		p := pages[name]
		for n := 1; n < len(p.in); n++ {
			if got, err := dump([]byte(p.in[:n])); corpus.Code(err) == "?" || err == nil && got != p.want {
				t.Fatalf("%s, %d bytes: %v\n%s", name, n, err, got)
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	for _, p := range pages {
		f.Add([]byte(p.in))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := dump(b); corpus.Code(err) == "?" {
			t.Fatal(err)
		}
	})
}

func BenchmarkOpenHTML(b *testing.B) {
	row := "<tr>" + strings.Repeat("<td class=xl65>123456</td>", 10) + "</tr>\n"
	data := []byte("<table>" + strings.Repeat(row, 60000) + "</table>")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := OpenHTML(bytes.NewReader(data), int64(len(data)), ""); err != nil {
			b.Fatal(err)
		}
	}
}
