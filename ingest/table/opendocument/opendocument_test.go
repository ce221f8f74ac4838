package opendocument

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/reject"
	"rapor/ingest/table/internal/corpus"
)

func dump(b []byte) (string, error) {
	book, err := Open(bytes.NewReader(b), int64(len(b)), DefaultLimits())
	if err != nil {
		return "", err
	}
	return corpus.Dump(book, 2000)
}

// TestFixtureWorkbooks reads every .ods of other projects; two are meant to be
// refused: one has a password, one says that a row is repeated 999,999,999
// times.
func TestFixtureWorkbooks(t *testing.T) {
	want := map[string]reject.Code{"pass_protected.ods": reject.Encrypted, "issue_594_dos.ods": reject.DamagedSheet}
	for _, f := range corpus.Files(t, "*/*/*.ods") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := dump(b); corpus.Code(err) != want[filepath.Base(f)] {
			t.Errorf("%s: %v", filepath.Base(f), err)
		}
	}
}

// sample is a workbook of our own as LibreOffice saves it; its twin is in
// package biff.
func sample(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "contoh.ods"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWorkedExample(t *testing.T) {
	want := `[Maret 2016 hidden=false merged=[{1 1 0 7} {3 4 0 0} {3 4 1 1} {3 3 2 3} {3 4 4 4} {3 4 5 5} {3 4 6 6} {3 4 7 7}] columns=[8]]
1|tgREALISASI ANGGARAN BULAN MARET 2016
3|tgTanggal|tgUraian|tgAnggaran (Rp)|_g|tgPersen|tgJam|tgLunas|tgNomor
4|_g|_g|tgPagu|tgRealisasi
5|id2016-03-01|tgBelanja pegawai|ng1234567890.5|ng355000|np=0.000287550002500247|nt0.354166666666667|bgTRUE|tg00123
6|id2016-03-02|tgBelanja barang & jasa|ng0.1|ng-17.02|np0.125|nt0.999988425925926|bgFALSE|tg1.234.567
7 hidden|id2016-03-03|tgBaris tersembunyi|ng9999999999|ng1|np1|ns1.09375|bgTRUE|tg3
8|id2016-03-04|tgAñi — “belanja modal”|ng1234.5678|ng=2469.1356|eg=#N/A|_g|bg=TRUE|tg=00123-Belanja pegawai
9|_g|tgJUMLAH|ng=11234569124.1678|ng=357453.1156
[Rujukan hidden=true merged=[] columns=[]]
1|tgkode|tgarti
`
	got, err := dump(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// packed makes a workbook from the content of its spreadsheet element.
func packed(t testing.TB, inside string) []byte {
	t.Helper()
	return zipped(t, `<office:document-content xmlns:office="`+nsOffice+`" xmlns:table="`+nsTable+`" xmlns:text="`+nsText+`" xmlns:style="`+nsStyle+`" xmlns:calcext="`+nsCalcExt+`">`+
		`<office:automatic-styles><style:style style:name="x" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`+
		`<office:body><office:spreadsheet>`+inside+`</office:spreadsheet></office:body></office:document-content>`)
}

func zipped(t testing.TB, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("content.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cells wraps cells into a table of one row.
func cells(s string) string {
	return `<table:table table:name="a"><table:table-row>` + s + `</table:table-row></table:table>`
}

func typed(kind, attr, value, shown string) string {
	return cells(`<table:table-cell office:value-type="` + kind + `" office:` + attr + `="` + value + `"><text:p>` + shown + `</text:p></table:table-cell>`)
}

// TestCells states what each way of writing a cell means.
func TestCells(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"number":                {typed("float", "value", "1234.5", "1.234,50"), "ng1234.5"},
		"17 digits":             {typed("float", "value", "9.6731999999999996", "9,6732"), "ng9.6732"},
		"currency":              {typed("currency", "value", "5000", "Rp5.000"), "ng5000"},
		"percentage":            {typed("percentage", "value", "0.25", "25%"), "np0.25"},
		"date":                  {typed("date", "date-value", "2016-01-31", "31/01/16"), "id2016-01-31"},
		"date and time":         {typed("date", "date-value", "2016-01-31T08:30:00.000000000", ""), "id2016-01-31T08:30:00"},
		"midnight":              {typed("date", "date-value", "2016-01-31T00:00:00", ""), "id2016-01-31"},
		"time":                  {typed("time", "time-value", "PT06H00M00S", "06.00"), "nt0.25"},
		"elapsed":               {typed("time", "time-value", "P1DT12H", "36:00"), "ns1.5"},
		"boolean":               {typed("boolean", "boolean-value", "true", "BENAR"), "bgTRUE"},
		"string value":          {typed("string", "string-value", "a", "b"), "tga"},
		"untyped":               {cells(`<table:table-cell><text:p>abc</text:p></table:table-cell>`), "tgabc"},
		"spaces":                {cells(`<table:table-cell office:value-type="string"><text:p> a  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e</text:p><text:p>f</text:p></table:table-cell>`), "tga b  c\td\ne\nf"},
		"spans and links":       {cells(`<table:table-cell office:value-type="string"><text:p><text:span>a</text:span><text:a>b</text:a></text:p></table:table-cell>`), "tgab"},
		"a date without value":  {cells(`<table:table-cell office:value-type="date"><text:p>kosong</text:p></table:table-cell><table:table-cell office:value-type="float" office:value=""/>`), "tgkosong"},
		"a day before 1900":     {typed("date", "date-value", "1898-05-01", "1898"), "id1898-05-01"},
		"a day no calendar has": {typed("date", "date-value", "0000-00-00", ""), "id0000-00-00"},
		"annotation":            {cells(`<table:table-cell office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>a</text:p></table:table-cell>`), "tga"},
		"formula":               {cells(`<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"/>`), "ng=1"},
		"formula, no value":     {cells(`<table:table-cell table:formula="of:=1"/>`), "_g="},
		"error":                 {cells(`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`), "eg=#DIV/0!"},
		"error above a zero":    {cells(`<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>Err:502</text:p></table:table-cell>`), "eg=Err:502"},
		"repeated":              {cells(`<table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>`), "_g|_g|ng1|ng1"},
		"rows of the past":      {`<table:tracked-changes>` + typed("float", "value", "9", "") + `</table:tracked-changes>` + typed("float", "value", "1", ""), "ng1"},
		"groups and headings":   {`<table:table table:name="a"><table:table-header-rows><table:table-row-group><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table-row-group></table:table-header-rows></table:table>`, "ng1"},
		"a table inside a cell": {cells(`<table:table-cell office:value-type="float" office:value="1"><table:table><table:table-row><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table></table:table-cell>`), "ng1"},
	} {
		got, err := dump(packed(t, c.in))
		want := "[a hidden=false merged=[] columns=[]]\n1|" + c.want + "\n"
		if err != nil || got != want {
			t.Errorf("%s: %v %q, want %q", name, err, got, want)
		}
	}
}

func TestHiddenAndRepeatedRows(t *testing.T) {
	one := `<table:table-cell office:value-type="float" office:value="1"/>`
	got, err := dump(packed(t, `<table:table table:name="a" table:style-name="x"><table:table-column/><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group>`+
		`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
		`<table:table-row table:number-rows-repeated="2" table:visibility="filter">`+one+`</table:table-row>`+
		`<table:table-row-group table:display="false"><table:table-row>`+one+`</table:table-row></table:table-row-group>`+
		`<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="float" office:value="1"/><table:covered-table-cell/></table:table-row></table:table>`))
	want := "[a hidden=true merged=[{1048004 1048006 0 1}] columns=[1 2]]\n1048001 hidden|ng1\n1048002 hidden|ng1\n1048003 hidden|ng1\n1048004|ng1\n"
	if err != nil || got != want {
		t.Errorf("%v %s", err, got)
	}
}

func TestRefusals(t *testing.T) {
	deep := strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)
	many := `<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>`
	for name, c := range map[string]struct {
		data []byte
		want reject.Code
	}{
		"a text document": {zipped(t, `<office:document-content xmlns:office="`+nsOffice+`"><office:body><office:text/></office:body></office:document-content>`), reject.UnsupportedBook},
		"another root":    {zipped(t, `<html/>`), reject.UnsupportedBook},
		"cut XML":         {zipped(t, `<office:document-content xmlns:office="`+nsOffice+`"><office:body>`), reject.DamagedSheet},
		"empty XML":       {zipped(t, ``), reject.DamagedSheet},
		"a bad number":    {packed(t, typed("float", "value", "1,5", "")), reject.DamagedSheet},
		"a bad date":      {packed(t, typed("date", "date-value", "31/01/2016", "")), reject.DamagedSheet},
		"a bad time":      {packed(t, typed("time", "time-value", "08:30", "")), reject.DamagedSheet},
		"an unknown type": {packed(t, typed("gambar", "value", "1", "")), reject.DamagedSheet},
		"deep nesting":    {packed(t, deep), reject.DamagedSheet},
		"a full sheet":    {packed(t, many), reject.OverLimit},
	} {
		if _, err := dump(c.data); corpus.Code(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// TestFlippedBytesNeverGiveWrongValues flips every byte of a workbook: each
// gives the right values or a named refusal.
func TestFlippedBytesNeverGiveWrongValues(t *testing.T) {
	good := sample(t)
	want, err := dump(good)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= 0x15
		got, err := dump(bad)
		switch c := corpus.Code(err); {
		case c == "?":
			t.Fatalf("byte %d: an error without a code: %v", at, err)
		case c != "":
			refused++
		case got != want:
			t.Errorf("byte %d: wrong values without a word", at)
		}
	}
	t.Logf("%d bytes: %d refused by name, the rest read rightly", len(good), refused)
}

// FuzzContent fuzzes the content inside a sound archive, where no checksum
// helps.
func FuzzContent(f *testing.F) {
	f.Add(typed("float", "value", "1", "1"))
	f.Add(typed("date", "date-value", "2016-01-31T08:30:00", ""))
	f.Add(typed("time", "time-value", "-P1DT06H00M00.5S", ""))
	f.Add(cells(`<table:covered-table-cell table:number-columns-repeated="3" table:number-rows-spanned="2"><text:p> a<text:s/><text:line-break/></text:p></table:covered-table-cell>`))
	f.Fuzz(func(t *testing.T, inside string) {
		if _, err := dump(packed(t, inside)); corpus.Code(err) == "?" {
			t.Fatal(err)
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	row := `<table:table-row table:style-name="ro1">` + strings.Repeat(`<table:table-cell office:value-type="float" office:value="123456" calcext:value-type="float"><text:p>123456</text:p></table:table-cell>`, 10) + `</table:table-row>`
	data := packed(b, `<table:table table:name="a">`+strings.Repeat(row, 20000)+`</table:table>`)
	for b.Loop() {
		if _, err := Open(bytes.NewReader(data), int64(len(data)), DefaultLimits()); err != nil {
			b.Fatal(err)
		}
	}
}
