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

const spreadsheetML = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>
<Row><Cell><Data ss:Type="String">Tanggal</Data></Cell><Cell><Data ss:Type="String">No Antrian</Data></Cell><Cell><Data ss:Type="String">Jam Ambil</Data></Cell><Cell><Data ss:Type="String">Jam Panggil</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">16/03/2016</Data></Cell><Cell><Data ss:Type="String">A001</Data></Cell><Cell><Data ss:Type="String">07.30</Data></Cell><Cell><Data ss:Type="String">07.40</Data></Cell></Row></Table></Worksheet></Workbook>`

// TestEveryEntryIsNamed: whatever lies in a folder is read, or named with its
// reason; what it is counts where the name does not say.
func TestEveryEntryIsNamed(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.csv": export, "lembar.xml": spreadsheetML, "umpan.xml": "<?xml version=\"1.0\"?><rss><channel/></rss>",
		"antrean.dat": strings.ReplaceAll(export, "14/03", "17/03"), "antrean.prn": strings.ReplaceAll(export, "14/03", "18/03"),
		"antrean 31.12": strings.ReplaceAll(export, "14/03", "21/03"), "tanpa-akhiran": strings.ReplaceAll(export, "14/03", "22/03"),
		"catatan": "Rapat hari Senin\nbesok libur\n", "biner.dat": "\x00\x01\x02\x03", "surat.docx": "PK", "foto.JPG": "\xff\xd8\xff",
		"Thumbs.db": "x", "~$a.xlsx": "x", ".git/config": "x", "RAPOR.yml": "", "libur.csv": "x", "bukti.pdf": "%PDF-1.4", "scan.pdf": "%PDF-1.4", "arsip/x.csv": "x",
	} {
		put(t, filepath.Join(dir, name), text)
	}
	sink := &tickets{}
	m, err := Read(t.Context(), []string{dir}, Options{Exclude: []Exclusion{{"libur.csv", "holidays"}, {"bukti.pdf", "evidence"}, {"arsip/**", "exclude"}}}, []record.Sink{sink})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range m.Sources {
		line := fmt.Sprintf("%s=%s %s", s.Name, s.Refused, s.Detail.ID)
		if s.Expected {
			line += " !"
		}
		got = append(got, line)
	}
	want := []string{
		"a.csv=  !", "antrean 31.12=  !", "antrean.dat=  !", "antrean.prn=  !", "biner.dat=D119 .dat", "catatan=D119 ", "lembar.xml=  !",
		"scan.pdf=D105 ", "tanpa-akhiran=  !", "umpan.xml=D119 .xml",
		".git/=D120 .", "RAPOR.yml=D120 rapor.yaml", "Thumbs.db=D120 Thumbs.db", "arsip/x.csv=D120 exclude", "bukti.pdf=D120 evidence",
		"foto.JPG=D119 .jpg", "libur.csv=D120 holidays", "surat.docx=D119 .docx", "~$a.xlsx=D120 ~$",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if sink.n != 11 {
		t.Errorf("%d tickets", sink.n)
	}
}

// zipped makes an archive; a name that ends in "/" is a folder.
func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &zip.FileHeader{Name: files[i], Method: zip.Deflate, NonUTF8: true}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
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

// TestArchiveIsAFolder: the files of a zip are read under names within it, and
// nothing of it is ever a path.
func TestArchiveIsAFolder(t *testing.T) {
	dir := t.TempDir()
	april := strings.ReplaceAll(export, "14/03", "14/04")
	inner := zipped(t, "dalam.csv", export)
	put(t, filepath.Join(dir, "a.csv"), export)
	put(t, filepath.Join(dir, "arsip.ZIP"), zipped(t, "2016/", "", "2016/april.csv", april, "2016/maret.csv", export, "../../keluar.csv", strings.ReplaceAll(export, "14/03", "15/04"),
		"inti.zip", inner, "foto.jpg", "x", "__MACOSX/._april.csv", "x", "catatan \x82.txt", "sebuah;catatan\nsaja;x\n", "rapor.yaml", "x", "baris\nganda.csv", ""))
	put(t, filepath.Join(dir, "kosong.zip"), zipped(t))
	put(t, filepath.Join(dir, "rusak.zip"), inner[:len(inner)-30])
	locked := []byte(inner)
	// the flag of encryption, in both headers
	locked[6] |= 1
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1
	put(t, filepath.Join(dir, "sandi.zip"), string(locked))
	sink := &tickets{}
	m := read(t, sink, dir)
	want := "a.csv= arsip.ZIP/2016/april.csv= arsip.ZIP/2016/maret.csv=D111 arsip.ZIP/baris_ganda.csv=D101 arsip.ZIP/catatan é.txt= arsip.ZIP/inti.zip=D115 arsip.ZIP/keluar.csv= " +
		"kosong.zip=D101 rusak.zip=D107 sandi.zip=D103 arsip.ZIP/__MACOSX/._april.csv=D120 arsip.ZIP/foto.jpg=D119 arsip.ZIP/rapor.yaml=D120"
	if got := codes(m); got != want || sink.n != 6 {
		t.Errorf("%d tickets\n%s\nwant\n%s", sink.n, got, want)
	}
	if s := m.Sources[2]; s.Detail.ID != "a.csv" || len(s.SHA256) != 64 || s.SHA256 != m.Sources[0].SHA256 {
		t.Errorf("the same file in folder and archive: %+v", s)
	}
	if s := m.Sources[4]; len(s.Sheets) != 1 || s.Sheets[0].Refused != reject.NoLayout || !s.Expected {
		t.Errorf("a text of an archive that is no table: %+v", s)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(filepath.Dir(dir)), "keluar.csv")); err == nil {
		t.Error("something was written")
	}
}

// TestArchiveChanges: an archive that is replaced while it is read takes its
// rows back.
func TestArchiveChanges(t *testing.T) {
	dir := t.TempDir()
	p := put(t, filepath.Join(dir, "arsip.zip"), zipped(t, "a.csv", export))
	sink := &tickets{first: func() { put(t, p, zipped(t, "a.csv", export+"15/03/2016;A003;07.30;07.40\n")) }}
	if m := read(t, sink, dir); codes(m) != "arsip.zip/a.csv=D114" || sink.n != 0 {
		t.Errorf("%s, %d tickets", codes(m), sink.n)
	}
}

// TestMemberNames: no name of an archive leads out of it.
func TestMemberNames(t *testing.T) {
	for name, want := range map[string]string{
		"../../x.csv": "x.csv", "/etc/x.csv": "etc/x.csv", `..\..\x.csv`: "x.csv", "a/./b/../x.csv": "a/x.csv", `C:\data\x.csv`: "C:/data/x.csv",
		"x\x00\x1b.csv": "x__.csv", "caf\x82.csv": "café.csv",
	} {
		if got := memberName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestManyPassedOver: what is only named is bounded, and the rest counted.
func TestManyPassedOver(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.csv"), export)
	for i := range maxPassed + 7 {
		put(t, filepath.Join(dir, "foto", fmt.Sprint(i, ".jpg")), "")
	}
	m, err := find(t.Context(), []string{dir}, nil)
	if err != nil || len(m.Sources) != maxPassed+1 || m.Unlisted != 7 || m.Sources[0].Name != "a.csv" {
		t.Errorf("%v: %d sources, %d not listed", err, len(m.Sources), m.Unlisted)
	}
}

// TestEachOnce: a file that several inputs name is one source, an archive too.
func TestEachOnce(t *testing.T) {
	dir := t.TempDir()
	p := put(t, filepath.Join(dir, "a.csv"), export)
	z := put(t, filepath.Join(dir, "b.zip"), zipped(t, "b.csv", strings.ReplaceAll(export, "14/03", "15/03")))
	sink := &tickets{}
	if got := codes(read(t, sink, dir, p, z, filepath.Join(dir, "*"))); got != "a.csv= b.zip/b.csv=" || sink.n != 4 {
		t.Errorf("%s, %d tickets", got, sink.n)
	}
}

// TestNamesLikeSettings: what looks like settings is no data, in whatever
// folder it lies; exports of that name are.
func TestNamesLikeSettings(t *testing.T) {
	for name, data := range map[string]bool{"Rapor.yaml.txt": false, "rapor (1).yml": false, "rapor_lama.yaml.csv": false, "rapor 2016.csv": true, "rapor.csv": true, "raporku.yaml.txt": true} {
		if got := byName(name).why == ""; got != data {
			t.Errorf("%s: data %v", name, got)
		}
	}
}
