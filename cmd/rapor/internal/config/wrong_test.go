package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// load reads settings as a run does, up to where files are opened.
func load(yaml string) (*File, error) {
	f, err := Parse(Name, []byte(yaml))
	if err != nil {
		return f, err
	}
	if _, err = f.Setting(); err != nil {
		return f, err
	}
	_, err = f.Overrides(nil)
	return f, err
}

// wrongs are settings that must be refused, where, and what must be said.
var wrongs = []struct{ yaml, at, say string }{
	// Keys.
	{"office:\n  name: A\n  kepala: B\n", "3:3", `office.kepala`},
	{"office:\n  nmae: A\n", "2:3", `maksud Anda "name"?`},
	{"quotas: []", "1:1", `maksud Anda "quota"?`},
	{"targets:\n- indikator: ANT-06\n  value: 90%\n", "2:3", `maksud Anda "indicator"?`},
	{"lang: id\noffice: {name: A}\nlang: en\n", "3:1", "sudah ditulis pada baris 1"},
	{"sources: [{glob: a.csv, columns: {X: day, X: number}}]", "1:43", "sudah ditulis pada baris 1"},
	{"reforms: [{date: 2016-03-01, name: {id: A, fr: B}}]", "1:44", "reforms[0].name.fr"},
	{"quota: [{from: 2016-03-01, start: '07:30', end: '10:00'}]", "1:9", "quota[0].number: wajib"},
	{"quota: [{number: 200}]", "1:9", "quota[0].start: wajib"},
	{"hours: {open: '07:30'}", "1:8", "hours.close: wajib"},
	{"reforms: [{name: Kuota}]", "1:11", "reforms[0].date: wajib"},
	{"sources: [{kind: ticket}]", "1:11", "sources[0].glob: wajib"},
	{"evidence: [{title: '', criterion: x}]", "1:20", "tidak boleh kosong"},
	{"office: {name: '   '}", "1:16", "tidak boleh kosong"},
	{"salt: ' '", "1:7", "tidak boleh kosong"},
	{"targets: [{indicator: ANT-06, value: 90%, basis: {id: ' ', en: x}}]", "1:", "tidak boleh kosong"},
	{"\"\": x", "1:1", "satu kata dan tidak kosong"},
	{"office: {\"\": x}", "1:10", "satu kata dan tidak kosong"},
	{"x: 1", "1:1", "x: kunci tidak dikenal; yang ada:"},
	{"sources: [{glob: a.csv, columns: {\" \": day}}]", "1:", "tidak kosong"},
	{"office: {kepala: A}", "1:10", `maksud Anda "head"?`},
	{"office: {nama: A}", "1:10", `maksud Anda "name"?`},
	{"office: {alamat: A}", "1:10", `maksud Anda "address"?`},
	{"bahasa: id", "1:1", `maksud Anda "lang"?`},
	{"sources: [{berkas: a.csv}]", "1:12", `maksud Anda "glob"?`},
	{"simulate: {loket: []}", "1:12", `maksud Anda "counters"?`},
	{"targets: [{indikator: ANT-06, value: 90%}]", "1:12", `maksud Anda "indicator"?`},
	// What nobody means, or sees.
	{"office: {name: A, nip: abc}", "1:24", "18 angka"},
	{"office: {name: A, nip: 12345}", "1:24", "18 angka"},
	{"office: {name: \"A\\u202eB\"}", "1:16", "U+202E"},
	{"office: {letterhead: [\"A\\u0007\"]}", "1:23", "U+0007"},
	{"reforms: [{date: 2016-03-01, name: {id: \"A\\u200b\", en: B}}]", "1:", "U+200B"},
	{"office: &a {name: A}", "1:", "tulis isinya langsung"},
	{"priority_classes: &a [A]", "1:", "tulis isinya langsung"},
	{"office:\n  name: A\n  <<: {class: B}\n", "3:3", "satu per satu"},
	{"wait_standard: 60m\nlong_wait: 30m\n", "2:12", "kurang dari wait_standard"},
	{"simulate: {standard: 0m}", "1:22", "lebih dari nol"},
	{"simulate: {close: \"06:00\"}", "1:19", "tidak sesudah jam buka"},
	{"sources: [{glob: a.csv, kind: ticket, columns: {Tanggal: day, \"TANGGAL \": taken}}]", "1:", "sudah ditulis sebagai"},
	{"targets: [{indicator: SKM-02, value: 9}]", "1:38", "di atas 4"},
	{"targets: [{indicator: SKM-13, value: 4.1}]", "1:38", "di atas 4"},
	// Shapes.
	{"lang: [id]", "1:7", "satu nilai"},
	{"priority_classes: C", "1:19", "daftar, misalnya [C]"},
	{"office: Kantor", "1:9", "misalnya name:"},
	{"rules: [1]", "1:8", "ikpa.tagihan.hari"},
	{"- a\n- b\n", "1:1", "bukan pengaturan"},
	{"Kantor Imigrasi", "1:1", "bukan pengaturan"},
	{"sources: [{glob: {a: b}}]", "1:18", "satu nilai"},
	{"lang: id\n---\nlang: en\n", "3:1", "sesudah ---"},
	{"sources:\n- glob: *.csv\n", "2:9", `"*.csv"`},
	{"? [a]\n: b\n", "2:1", "satu kata"},
	// Words.
	{"lang: fr", "1:7", "yang ada: en, id"},
	{"strict: benar", "1:9", "tulis true atau false"},
	{"sources: [{glob: a.csv, kind: tikcet}]", "1:31", `maksud Anda "ticket"?`},
	{"sources: [{glob: a.csv, layout: antrian-tiket}]", "1:33", `maksud Anda "antrean-tiket"?`},
	{"sources: [{glob: a.csv, unit: sekon}]", "1:31", "yang ada: 1-4, WIB, WIT, WITA, detik, hari, jam,"},
	{"sources: [{glob: a.csv, flow: kumulatip}]", "1:31", `maksud Anda "cumulative"?`},
	{"sources: [{glob: a.csv, date_order: ddmmyy}]", "1:37", "dmy"},
	{"sources: [{glob: a.csv, numbers: eropa}]", "1:34", "plain"},
	{"sources: [{glob: a.csv, kind: ticket, columns: {Jam: caled}}]", "1:54", `maksud Anda "called"?`},
	{"sources: [{glob: a.csv, columns: {Jam: called, Pagu: ceiling}}]", "1:25", "semua isian ini"},
	{"sources: [{glob: a.csv, columns: {X: nilai}}]", "1:38", "sebutkan kind"},
	{"sources: [{glob: a.csv, kind: queue_interval, columns: {X: 'bucket:satu'}}]", "1:60", "bucket"},
	{"sources: [{glob: a.csv, kind: ticket, columns: {X: 'number:2'}}]", "1:52", "number"},
	{"sources: [{glob: a.csv, kind: ledger, layout: antrean-tiket}]", "1:47", "untuk jenis ticket, bukan ledger"},
	{"sources: [{glob: a.csv, kind: answer, unit: menit}]", "1:45", "tidak bermakna untuk jenis answer"},
	{"sources: [{glob: a.csv, kind: ticket, flow: flow}]", "1:45", "tidak bermakna"},
	{"sources: [{glob: a.csv, kind: ticket, constants: {day: 2016-02-30}}]", "1:56", "tidak terbaca untuk day"},
	{"sources: [{glob: a.csv, kind: ticket, constants: {status: entah}}]", "1:59", "tidak terbaca untuk status"},
	{"sources: [{glob: a.csv, kind: ticket, constants: {pagu: 5}}]", "1:57", `tidak dikenal untuk jenis ticket`},
	{"sources: [{glob: a.csv, kind: ticket, constants: {day: 2016-02-01, tanggal: 2016-02-02}}]", "1:", "sudah diisi"},
	{"sources: [{glob: a.csv, filter: [Bekasi]}]", "1:34", "kolom=nilai"},
	{"sources: [{glob: a.csv, header: [5, 7]}]", "1:37", "berurutan"},
	{"sources: [{glob: a.csv, header: [0]}]", "1:34", "1 sampai 60"},
	{"sources: [{glob: 'a[.csv'}]", "1:18", "pola"},
	{"exclude: ['a[']", "1:11", "pola"},
	{"reforms: [{date: 2016-03-01, name: A, indicators: [ANT, ANT-99]}]", "1:57", "ANT-99"},
	{"awards: ['']", "1:10", "tidak boleh kosong"},
	{"evidence: [{title: A}]", "1:", "criterion atau check"},
	{"evidence: [{title: A, criterion: x, check: y}]", "1:", "criterion atau check"},
	{"rules: {ikpa.bobot.salah: 10}", "1:27", "rules.ikpa.bobot.salah"},
	{"rules: {ikpa.tagihan.hri: 10}", "1:27", `maksud Anda "ikpa.tagihan.hari"?`},
	{"rules: {ikpa.tagihan.hari: lama}", "1:28", "ikpa.tagihan.hari"},
	{"rules: {ikpa.tagihan.hari: 1e999999999}", "1:28", "ikpa.tagihan.hari"},
	// Values.
	{"wait_standard: sejam", "1:16", "lama waktu"},
	{"wait_standard: 60", "1:16", `"60m"`},
	{"tolerance: -5m", "1:12", "lama waktu"},
	{"long_wait: 30h", "1:12", "24 jam"},
	{"long_wait: 0m", "1:12", "lebih dari nol"},
	{"wait_standard: 0 menit", "1:16", "lebih dari nol"},
	{"process_days: 0", "1:15", "1 sampai 366"},
	{"removal_days: 9999999999999999999999", "1:15", "3660"},
	{"jobs: -3", "1:7", "1 sampai 256"},
	{"period: 2016-13", "1:9", "bukan masa"},
	{"compare: kemarin", "1:10", "bukan masa"},
	{"as_of: 2016-02-30", "1:8", "bukan tanggal yang ada"},
	{"max_reject: 1", "1:13", `"1%"`},
	{"max_reject: 300%", "1:13", "0% sampai 100%"},
	{"hours: {open: pagi, close: '16:00'}", "1:15", "bukan jam"},
	{"hours: {open: '16:00', close: '07:30'}", "1:31", "tidak sesudah jam buka"},
	{"office: {letterhead: [a, b, c, d, e]}", "1:", "paling banyak empat"},
	{"quota: [{number: 200, start: '09:00', end: '08:00'}]", "1:44", "tidak sesudah awalnya"},
	{"quota: [{number: 0, start: '07:30', end: '10:00'}]", "1:18", "1 sampai"},
	{"quota: [{from: 01/03/2016, number: 5, start: '07:30', end: '10:00'}]", "1:16", "2016-03-01"},
	{"quota: [{number: 5, start: '07:30', end: '10:00'}, {number: 6, start: '07:30', end: '10:00'}]", "1:", "tanggal yang sama"},
	{"simulate: {standard: sejam}", "1:22", "lama waktu"},
	{"simulate: {close: sore}", "1:19", "bukan jam"},
	{"simulate: {counters: [{open: 3}]}", "1:23", "from: wajib"},
	{"simulate: {counters: [{from: '08:00', open: 3}, {from: '08:00', open: 4}]}", "1:56", "tidak sesudah"},
	{"simulate: {counters: [{from: '08:00', open: 3}, {from: '12:00', open: 0}]}", "1:71", "lebih dari nol"},
	// YAML.
	{"office:\n\tname: A\n", "2:1", "tab di awal"},
	{"office:\n  name: \"A\n", "2:9", "tidak ditutup"},
	{"office:\n  name: 'A\n", "2:9", "tidak ditutup"},
	{"quota: [{number: 5\nlang: id\n", "2:", "tidak ditutup"},
	{"priority_classes: [A, B\nlang: id\n", "2:", "koma"},
	{"office:\n  name: A\n class: B\n", "3:2", "jorokan"},
	{"office:\n  name: A: B\n", "2:", "titik dua"},
	{"lang\nquiet: true\n", "1:1", "titik dua"},
	{"output: @hasil", "1:9", "tanda kutip"},
	{"output: %hasil", "1:9", "tanda kutip"},
	{`output: "C:\hasil"`, "1:", "garis miring"},
	{"output: a\x00b", "1:10", "karakter kendali"},
	{"lang: id\noutput: \xff\n", "2:1", "UTF-8"},
	{strings.Repeat("[", 1000), "1:1", "terlalu dalam"},
	{strings.Repeat("- ", 1000), "1:1", "terlalu dalam"},
}

// TestWrongSettingsAreRefused: each kind of slip is an error with its line and
// column, said in both languages, and tells what is known.
func TestWrongSettingsAreRefused(t *testing.T) {
	for _, tc := range wrongs {
		_, err := load(tc.yaml)
		if err == nil {
			t.Errorf("%q passes", tc.yaml)
			continue
		}
		id, en := text.Say(err, text.ID), text.Say(err, text.EN)
		if !strings.Contains(id, Name+":"+tc.at) || !strings.Contains(id, tc.say) {
			t.Errorf("%q: %s\nwant %s and %q", tc.yaml, id, tc.at, tc.say)
		}
		if id == en || en == "" || strings.Contains(id+en, "%!") {
			t.Errorf("%q: not two languages: %s | %s", tc.yaml, id, en)
		}
	}
}

// TestEveryErrorIsTold: one run names all slips, each on its line, and no more
// than a screen of them.
func TestEveryErrorIsTold(t *testing.T) {
	_, err := load("lang: fr\nquotas: 1\noffice: {kepala: B}\n")
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("want three lines, got %v", err)
	}
	if _, err = load(strings.Repeat("", 1) + strings.Join(strings.Split(strings.Repeat("x", 50), ""), ": 1\n") + ": 1\n"); err == nil || strings.Count(err.Error(), "\n") >= maxErrors {
		t.Errorf("%d lines of errors", strings.Count(err.Error(), "\n"))
	}
}

// TestSettingsAsWritten: what an office may write, in other dress, is read.
func TestSettingsAsWritten(t *testing.T) {
	utf16 := "\xff\xfe"
	for _, c := range "office: {name: Kantor}\r\n" {
		utf16 += string([]byte{byte(c), 0})
	}
	for _, yaml := range []string{"\ufeffoffice:\n  name: Kantor\n", "office:\r\n  name: Kantor\r\n", "---\noffice: {name: Kantor}\n...\n", utf16, "office: {name: Kantor, class: , nip: }\nsalt:\n"} {
		f, err := load(yaml)
		if err != nil || f.Office.Name != "Kantor" {
			t.Errorf("%q: %+v %v", yaml, f.Office, err)
		}
	}
	f, err := load("office: {code: 012345, nip: 198001012005011001}\nperiod: 2016\nquiet: ya\nlang: EN\nsources: [{glob: 'a.csv', kind: Tiket, unit: ribuan, columns: {Tanggal: Hari}}]\n")
	if err == nil || f.Office.Code != "012345" || f.Office.NIP != "198001012005011001" || f.Period != "2016" || !*f.Quiet || f.Lang != "en" || f.Sources[0].Kind != "ticket" {
		t.Errorf("%+v %v", f, err) // the unit is of money: refused for tickets
	}
}

// TestWordsOfTheOffice: kinds and fields in Indonesian are those of the table,
// and - leaves a column out.
func TestWordsOfTheOffice(t *testing.T) {
	f, err := Parse(Name, []byte("sources:\n- {glob: a.csv, kind: tiket, columns: {A: tanggal, B: nomor, C: abaikan}, constants: {layanan: Paspor}}\n- {glob: b.csv, kind: tindakan, columns: {Banyak: jumlah}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := f.Overrides(nil)
	if err != nil {
		t.Fatal(err)
	}
	o := list[0]
	if o.Kind != "ticket" || o.Columns["A"] != "day" || o.Columns["B"] != "number" || o.Columns["C"] != layout.Ignored || o.Constants["service"] != "Paspor" || o.At != "rapor.yaml:2:3" {
		t.Errorf("%+v", o)
	}
	if list[1].Columns["Banyak"] != "number" { // of actions, number is how many
		t.Errorf("%+v", list[1])
	}
}

// TestLoadNamesTheFile: an error names the file as it was found, a result only
// its name.
func TestLoadNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "rapor.yml"), []byte("sources: [{glob: a.csv, kind: ticket}]\nlang: fr\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, found, err := Load("", []string{dir})
	if err == nil || !strings.Contains(err.Error(), "rapor.yml:2:7") || !strings.Contains(err.Error(), filepath.ToSlash(dir)) {
		t.Errorf("%v", err)
	}
	if found.Base != "rapor.yml" || len(found.SHA256) != 64 || f.Spot("sources[0]") != "rapor.yml:1:11" {
		t.Errorf("%+v %s", found, f.Spot("sources[0]"))
	}
}
