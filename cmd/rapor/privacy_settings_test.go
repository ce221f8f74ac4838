package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/cli"
	"rapor/cmd/rapor/internal/config"
)

// plantedSettings has a canary in every setting that takes free text and is
// not declared as printed.
const plantedSettings = `
office: {name: Kantor Imigrasi Seruni, aliases: [KENARI ALIAS]}
output: kenari-hasil
salt: KENARI GARAM
priority_classes: [KENARI KELAS]
holidays: kenari-libur.csv
exclude: ["kenari-arsip*"]
layouts: [kenari-tata.toml]
awards: [pelayanan, kenari-rubrik.toml]
sources:
  - {glob: "kenari-antrean*.csv", kind: ticket, columns: {KENARI JAM: taken}, filter: ["KENARI SYARAT=ya"], constants: {service: KENARI LAYANAN}}
  - {glob: "kenari*.xlsx", sheet: KENARI LEMBAR, layout: kenari-tata}
  - {glob: "kenari-lain*", kind: ticket, headings: [KENARI JUDUL, KENARI STEMPEL], words: {status: {KENARI ISTILAH: batal}},
    blank: [KENARI KOSONG], skip: ["KENARI*"], as: {KENARI STEMPEL: [day, taken]}, seen: {KENARI ISIAN: [KENARI PERNAH]}, blank_share: {KENARI ISIAN: [4%]}}
words: {status: {KENARI KATA: batal}}
blank: [KENARI NIHIL]
skip: ["KENARI LEMBAR LAIN"]
evidence:
  - {award: pelayanan, check: surat, title: Surat pengantar, file: kenari-surat.pdf}
  - {award: kenari-rubrik, criterion: cepat, title: Maklumat, file: kenari-maklumat.pdf}
`

// TestSettingsThatAreNotPrinted: what stands in a setting that is not declared
// as printed is in no file of the jury's edition, and every setting of free
// text is either declared or planted here.
func TestSettingsThatAreNotPrinted(t *testing.T) {
	free := []config.Type{config.Line, config.Both, config.Path, config.Glob, config.Filter}
	for _, k := range config.Declaration() {
		if k.Printed || !slices.Contains(free, k.Type) && !k.Open {
			continue
		}
		if !strings.Contains(plantedSettings, k.Name()+":") {
			t.Errorf("%s takes free text, is not printed, and has no canary", k.Path)
		}
	}
	dir := t.TempDir()
	for name, content := range map[string]string{
		"rapor.yaml":       plantedSettings,
		"kenari-libur.csv": "tanggal;keterangan\n2016-03-14;KENARI LIBUR\n",
		"kenari-surat.pdf": "%PDF",
		"kenari-tata.toml": "id = \"kenari-tata\"\nkind = \"ticket\"\ntitle = {id = \"KENARI TATA\", en = \"KENARI TATA\"}\n" +
			"[[column]]\nfield = \"day\"\naliases = [\"hari kenari\"]\nrequired = true\n[[column]]\nfield = \"number\"\naliases = [\"nomor kenari\"]\nrequired = true\n",
		"kenari-rubrik.toml": "id = \"kenari-rubrik\"\nstatus = \"assumed\"\ntitle = {id = \"Rubrik sendiri\", en = \"Rubric of our own\"}\n" +
			"source = {id = \"kantor\", en = \"office\"}\nheadlines = [\"ANT-03\"]\n[[criterion]]\nid = \"cepat\"\nname = {id = \"Cepat\", en = \"Fast\"}\nweight = \"100\"\n",
		"kenari-antrean.csv": "Tanggal;No Antrian;KENARI JAM;Jam Panggil;KENARI SYARAT\n" +
			strings.Repeat("15/03/2016;A001;07.30;07.40;ya\n", 1) + "15/03/2016;A002;07.35;07.50;ya\n15/03/2016;A003;07.36;07.51;tidak\n",
		"kenari-arsip.csv": "x;y\n1;2\n",
		"kenari-hari.csv":  "Hari Kenari;Nomor Kenari\n15/03/2016;A007\n16/03/2016;A008\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "hasil")
	var notes bytes.Buffer
	code := cli.Run([]string{"report", dir, "-o", out, "--period", "2016"}, cli.Streams{Out: io.Discard, Err: &notes})
	if code != 0 && code != 3 {
		t.Fatalf("exit %d: %s", code, notes.String())
	}
	b, err := os.ReadFile(filepath.Join(out, "2016", "internal", "hasil.json"))
	if err != nil || !bytes.Contains(b, []byte("KENARI")) || !bytes.Contains(b, []byte(`"layout": "kenari-tata"`)) {
		t.Fatalf("the office's own result holds no canary, so nothing was tried: %v", err)
	}
	// The id of a rubric of the office's own names its page and is chosen for it.
	holdsNone(t, out, []string{"KENARI", "kenari-libur", "kenari-surat", "kenari-tata", "kenari-antrean", "kenari-hari", "kenari-arsip", "kenari-maklumat", "kenari-hasil"})
}
