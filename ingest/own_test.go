package ingest

import (
	"path/filepath"
	"testing"
)

// TestOwnOutputAmongData: a folder with a manifest of rapor is one source,
// internal/ with it; what else lies there is read; a correction workbook is
// read once a person has changed it; stray copies are named.
func TestOwnOutputAmongData(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "maret.csv"), export)
	put(t, filepath.Join(dir, "hasil", "2016", "MANIFEST.json"), `{"tool":{"name":"rapor"},"outputs":[{"name":"hasil.csv"}]}`)
	put(t, filepath.Join(dir, "hasil", "2016", "hasil.csv"), "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;B001;07.30;07.40\n")
	put(t, filepath.Join(dir, "hasil", "2016", "hasil (disimpan).csv"), "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;B002;07.30;07.40\n")
	put(t, filepath.Join(dir, "hasil", "2016", "hasil (disimpan 2).csv"), "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;B003;07.30;07.40\n")
	put(t, filepath.Join(dir, "hasil", "2016", "internal", "MANIFEST.json"), `{"tool":{"name":"rapor"},"outputs":[{"name":"tolak.csv"},{"name":"koreksi.csv","sha256":"`+digest(t, "x;y\n1;2\n")+`"},{"name":"koreksi 2.csv","sha256":"0"}]}`)
	put(t, filepath.Join(dir, "hasil", "2016", "internal", "tolak.csv"), "berkas;isi\n")
	put(t, filepath.Join(dir, "hasil", "2016", "internal", "koreksi.csv"), "x;y\n1;2\n")
	put(t, filepath.Join(dir, "hasil", "2016", "internal", "koreksi 2.csv"), "x;y\n1;3\n")
	put(t, filepath.Join(dir, "hasil", "index.html"), `<meta name="generator" content="rapor"><table><tr><td>1`)
	put(t, filepath.Join(dir, "salinan.csv"), "berkas,lembar,baris,kolom,kode,akibat,masalah,isi,keterangan,tindakan\r\na,,1,,D402,,,,,\r\n")
	put(t, filepath.Join(dir, "utf16.txt"), "\xff\xfe"+wide("id\tnama\tjenis\tperiode\tdari\tsampai\tdimensi\tkelompok\tnilai\tsatuan\tn\r\n"))
	put(t, filepath.Join(dir, "lain", "MANIFEST.json"), `{"tool":{"name":"other"},"outputs":[{"name":"april.csv"}]}`)
	put(t, filepath.Join(dir, "lain", "april.csv"), "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n18/04/2016;A001;07.30;07.40\n")
	sink := &tickets{}
	m := read(t, sink, dir)
	own := map[string]bool{}
	for _, s := range m.Sources {
		if s.Refused == "D118" {
			own[s.Name] = true
			if s.SHA256 != "" {
				t.Errorf("%s has a digest, which changes with every run", s.Name)
			}
		}
	}
	want := []string{"hasil/2016", "hasil/index.html", "salinan.csv", "utf16.txt"}
	for _, name := range want {
		if !own[name] {
			t.Errorf("%s is read as data: %s", name, codes(m))
		}
	}
	if len(own) != len(want) || sink.n != 3 {
		t.Errorf("%d tickets, passed over: %v", sink.n, own)
	}
	found := false
	for _, s := range m.Sources {
		found = found || s.Name == "hasil/2016/internal/koreksi 2.csv"
	}
	if !found {
		t.Errorf("a mended correction is not read: %s", codes(m))
	}
}

func digest(t *testing.T, text string) string {
	t.Helper()
	sum, _, err := (&Source{Path: put(t, filepath.Join(t.TempDir(), "x"), text)}).checksum(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func wide(s string) string {
	out := ""
	for _, c := range s {
		out += string(c) + "\x00"
	}
	return out
}
