package config

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapor/ingest/text"
)

// put writes files below a new folder and returns it.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const mine = "office: {name: Kantor Uji}\n"

// TestSettingsAreFound in any letter case and with either ending; what only
// looks like them is an error alone, and named beside them.
func TestSettingsAreFound(t *testing.T) {
	for _, tc := range []struct {
		files []string
		used  string // "" = an error
		say   string // in the error, or in the notes
	}{
		{[]string{"data/rapor.yaml"}, "rapor.yaml", ""},
		{[]string{"data/RAPOR.YML"}, "RAPOR.YML", ""},
		{[]string{"data/Rapor.Yaml", "data/rapor.yaml.bak", "data/rapor-2016.csv", "data/raporku.yaml"}, "Rapor.Yaml", ""},
		{[]string{"data/rapor.yaml", "data/rapor.yaml.txt"}, "rapor.yaml", "rapor.yaml.txt tidak dipakai"},
		{[]string{"data/rapor.yaml", "data/rapor.yml"}, "", "ada 2 berkas pengaturan"},
		{[]string{"data/rapor.yaml.txt"}, "", "ubah namanya menjadi rapor.yaml"},
		{[]string{"data/rapor (1).yaml"}, "", "ubah namanya menjadi rapor.yaml"},
		{[]string{"data/rapor.yaml/isi.txt"}, "", "bukan berkas"},
		{[]string{"data/a.csv", "lain/rapor.yaml"}, "none", ""},
		{[]string{"data/a.csv", "rapor.yml"}, "none", "rapor.yml di folder di atas folder data tidak dipakai"},
		{[]string{"data/a.csv", "rapor.yaml.txt"}, "none", "rapor.yaml.txt di folder di atas"},
	} {
		files := map[string]string{}
		for _, f := range tc.files {
			files[f] = mine
		}
		f, found, err := Load("", []string{filepath.Join(put(t, files), "data")})
		said := ""
		for _, n := range found.Notes {
			if n.ID == n.EN || n.EN == "" {
				t.Errorf("%v: not in both languages: %+v", tc.files, n)
			}
			said += n.ID
		}
		if tc.used == "" {
			if err == nil || !strings.Contains(err.Error(), tc.say) || text.Say(err, text.EN) == err.Error() {
				t.Errorf("%v: %v, want %q", tc.files, err, tc.say)
			}
			continue
		}
		named := map[bool]string{true: "Kantor Uji"}[tc.used != "none"]
		if err != nil || f.Office.Name != named || tc.used != "none" && found.Base != tc.used || !strings.Contains(said, tc.say) || tc.say == "" && said != "" {
			t.Errorf("%v: %+v %v %q", tc.files, found, err, said)
		}
		if strings.Contains(said, filepath.ToSlash(os.TempDir())) {
			t.Errorf("%v: a note holds a folder of this machine: %s", tc.files, said)
		}
	}
}

// TestSettingsOfSeveralFolders: two given folders with a file each are refused,
// one file met twice is one.
func TestSettingsOfSeveralFolders(t *testing.T) {
	root := put(t, map[string]string{"satu/rapor.yaml": mine, "dua/rapor.yaml": mine, "tiga/a.csv": ""})
	dir := func(n string) string { return filepath.Join(root, n) }
	if _, _, err := Load("", []string{dir("satu"), dir("dua")}); err == nil || !strings.Contains(err.Error(), "satu/rapor.yaml") || !strings.Contains(err.Error(), "dua/rapor.yaml") {
		t.Errorf("%v", err)
	}
	if f, _, err := Load("", []string{dir("satu"), dir("tiga"), dir("satu/.")}); err != nil || f.Office.Name == "" {
		t.Errorf("%v", err)
	}
	f, found, err := Load(filepath.Join(root, "dua", "rapor.yaml"), []string{dir("satu"), dir("dua")})
	if err != nil || f.Office.Name == "" || found.Base != "rapor.yaml" || len(found.Notes) != 1 || !strings.Contains(found.Notes[0].EN, "in the data folder is not used") {
		t.Errorf("%+v %v", found, err)
	}
}

// TestCurrentFolder: settings where the run is started are named, not used.
func TestCurrentFolder(t *testing.T) {
	root := put(t, map[string]string{"kerja/rapor.yaml": mine, "jauh/data/a.csv": ""})
	t.Chdir(filepath.Join(root, "kerja"))
	_, found, err := Load("", []string{filepath.Join(root, "jauh", "data")})
	if err != nil || found.Path != "" || len(found.Notes) != 1 || !strings.Contains(found.Notes[0].EN, "in the current folder is not used") {
		t.Errorf("%+v %v", found, err)
	}
	if _, found, err = Load("", []string{"."}); err != nil || found.Base != "rapor.yaml" {
		t.Errorf("%+v %v", found, err)
	}
}

// TestBrokenSettings: what is there and cannot be read stops the run.
func TestBrokenSettings(t *testing.T) {
	root := put(t, map[string]string{"data/a.csv": ""})
	if runtime.GOOS != "windows" { // links need rights there
		if err := os.Symlink("tidak-ada.yaml", filepath.Join(root, "data", Name)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Load("", []string{filepath.Join(root, "data")}); err == nil || !strings.Contains(err.Error(), "tautan") {
			t.Errorf("%v", err)
		}
	}
	for path, say := range map[string]string{filepath.Join(root, "tidak-ada.yaml"): "tidak ada", filepath.Join(root, "data"): "bukan berkas"} {
		if _, _, err := Load(path, nil); err == nil || !strings.Contains(err.Error(), say) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
