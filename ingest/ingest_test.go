package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// tickets counts tickets, takes them back on demand, and lets a test act in
// the middle of a reading.
type tickets struct {
	record.Sink
	n     int
	first func()
}

func (c *tickets) Ticket(*record.Ticket) {
	if c.n == 0 && c.first != nil {
		c.first()
	}
	c.n++
}
func (c *tickets) Reject(record.Reject)      {}
func (c *tickets) Checkpoint() (undo func()) { was := c.n; return func() { c.n = was } }

func read(t *testing.T, sink *tickets, paths ...string) *Manifest {
	t.Helper()
	m, err := Read(t.Context(), paths, Options{}, []record.Sink{sink})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func put(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const export = "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A001;07.30;07.40\n14/03/2016;A002;07.31;07.41\n"

// codes lists what became of each source: its name and refusal.
func codes(m *Manifest) string {
	var b strings.Builder
	for _, s := range m.Sources {
		fmt.Fprintf(&b, "%s=%s ", s.Name, s.Refused)
	}
	return strings.TrimSpace(b.String())
}

func TestFolderOfTroubles(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.csv"), export)
	put(t, filepath.Join(dir, "kosong.csv"), "")
	put(t, filepath.Join(dir, "kembar.csv"), export)
	put(t, filepath.Join(dir, "~$a.xlsx"), "lock")
	put(t, filepath.Join(dir, ".tersembunyi.csv"), export)
	put(t, filepath.Join(dir, "catatan.docx"), "x")
	if err := os.Symlink(filepath.Join(dir, "tidak-ada.csv"), filepath.Join(dir, "putus.csv")); err != nil {
		t.Skip("no links here:", err)
	}
	_ = os.Symlink(filepath.Join(dir, "lingkar.csv"), filepath.Join(dir, "lingkar.csv"))
	_ = os.Symlink(dir, filepath.Join(dir, "diri"))
	sink := &tickets{}
	m := read(t, sink, dir)
	want := "a.csv= diri=D116 kembar.csv=D111 kosong.csv=D101 lingkar.csv=D109 putus.csv=D109 .tersembunyi.csv=D120 catatan.docx=D119 ~$a.xlsx=D120"
	if got := codes(m); got != want || sink.n != 2 {
		t.Errorf("%s, %d tickets; want %s", got, sink.n, want)
	}
}

func TestAwkwardNames(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("antrean ", 24) + "é–漢.csv"
	put(t, filepath.Join(dir, "dua kata", long), export)
	sink := &tickets{}
	m := read(t, sink, dir)
	if sink.n != 2 || m.Sources[0].Name != "dua kata/"+long {
		t.Errorf("%d tickets from %q", sink.n, m.Sources[0].Name)
	}
}

// TestChangedWhileRead: a file that grows while it is read is refused by name,
// leaves nothing behind, and the other files go on.
func TestChangedWhileRead(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.csv"), export)
	put(t, filepath.Join(dir, "b.csv"), strings.ReplaceAll(export, "A00", "B00"))
	sink := &tickets{first: func() { put(t, path, export+"14/03/2016;A003;07.32;07.42\n") }}
	m := read(t, sink, dir)
	if got := codes(m); got != "a.csv=D114 b.csv=" || sink.n != 2 || m.Sources[0].Sheets != nil {
		t.Errorf("%s, %d tickets", got, sink.n)
	}
}

// TestTouchedWhileRead: a new time of change with the same bytes is no change.
func TestTouchedWhileRead(t *testing.T) {
	path := put(t, filepath.Join(t.TempDir(), "a.csv"), export)
	sink := &tickets{first: func() { put(t, path, export) }}
	if m := read(t, sink, path); codes(m) != "a.csv=" || sink.n != 2 {
		t.Errorf("%s, %d tickets", codes(m), sink.n)
	}
}

// TestDamageFarDown: a sheet whose XML breaks after thousands of good rows
// gives a refusal and not one of its rows.
func TestDamageFarDown(t *testing.T) {
	var x strings.Builder
	x.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	row := func(n int, cells ...string) {
		fmt.Fprintf(&x, `<row r="%d">`, n)
		for i, c := range cells {
			fmt.Fprintf(&x, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, n, c)
		}
		x.WriteString("</row>")
	}
	row(1, "Tanggal", "No Antrian", "Jam Ambil", "Jam Panggil")
	for n := 2; n < 25_000; n++ {
		row(n, "14/03/2016", fmt.Sprint("A", n), "07.30", "07.40")
	}
	x.WriteString(`<row r="25000"><c r="A25000" t="inlineStr"><is><t>14/03`)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "rusak.xlsx"), workbook(t, x.String()))
	put(t, filepath.Join(dir, "utuh.csv"), export)
	sink := &tickets{}
	m := read(t, sink, dir)
	refused := m.Sources[0].Refused
	for _, sh := range m.Sources[0].Sheets {
		refused = sh.Refused
		if sh.Tally.Read != 0 {
			t.Errorf("rows of a damaged sheet are in the accounts: %+v", sh.Tally)
		}
	}
	if refused != reject.DamagedSheet || sink.n != 2 {
		t.Errorf("%s, %d tickets", codes(m), sink.n)
	}
}

// workbook packs one sheet into an archive whose checksums hold.
func workbook(t *testing.T, sheet string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet},
	} {
		w, err := z.Create(p[0])
		if err == nil {
			_, err = w.Write([]byte(p[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestOneLineOf50MB: a file that is one endless line is refused by name, and
// the next one is read.
func TestOneLineOf50MB(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "garis.csv"), strings.Repeat("antrean paspor ", 50<<20/15))
	put(t, filepath.Join(dir, "utuh.csv"), export)
	sink := &tickets{}
	m := read(t, sink, dir)
	refused := m.Sources[0].Refused
	for _, sh := range m.Sources[0].Sheets {
		refused = sh.Refused
	}
	if refused == "" || sink.n != 2 {
		t.Errorf("refused %q, %d tickets", refused, sink.n)
	}
}
