package cli

import (
	"bytes"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"rapor/ingest/layout"
	"rapor/ingest/text"
	"rapor/templates/format"
)

var about = text.T(
	"Membaca ekspor antrean, keuangan, penegakan hukum, dan survei kantor imigrasi, lalu membuat laporan kinerja dan berkas usulan penghargaan.",
	"Reads an immigration office's queue, finance, enforcement and survey exports and makes performance reports and award dossiers.")

// helps holds every help text, by the name used in the command structs.
var helps = []struct {
	key string
	text.Text
}{
	{"lang_help", text.T("Bahasa teks dan laporan: id (bawaan) atau en.", "Language of texts and reports: id (default) or en.")},
	{"report_help", text.T("Buat laporan dan berkas penghargaan dari berkas ekspor.", "Make reports and award dossiers from exports.")},
	{"inspect_help", text.T("Tunjukkan apa yang dikenali pada tiap berkas dan lembar, beserta buktinya.", "Show what was recognised in each file and sheet, with the evidence.")},
	{"table_help", text.T("Cetak tabel sebagaimana terbaca, sebagai CSV baku.", "Print the table as read, as plain CSV.")},
	{"check_help", text.T("Hanya membaca: baris dibaca, dipakai, disisihkan, ditolak, dan alasannya.", "Only read: rows read, used, set aside, rejected, and why.")},
	{"check_out_help", text.T("Tulis juga periksa.html dan tolak.csv ke folder ini.",
		"Write periksa.html and tolak.csv into this folder too.")},
	{"init_help", text.T("Tulis rapor.yaml pertama di samping data, dari apa yang dibaca; yang sudah ada hanya ditambah.",
		"Write a first rapor.yaml beside the data, from what was read; one that is there is only added to.")},
	{"ask_help", text.T("Tanyakan satu per satu; Enter menerima usulnya.", "Ask one by one; Enter takes what is proposed.")},
	{"indicators_help", text.T("Daftar indikator: rumus, satuan, arah, aturan.", "The catalogue of indicators: formula, unit, direction, rule.")},
	{"problems_help", text.T("Katalog masalah data: sebab, tindakan, contoh.", "The catalogue of data problems: cause, remedy, example.")},
	{"code_help", text.T("Kode masalah, misalnya D402.", "Problem code, such as D402.")},
	{"fields_help", text.T("Jenis data dan isiannya: arti, wajib tidaknya, kata dan judul kolom yang dikenal.",
		"Record kinds and their fields: meaning, whether needed, words and headings that are known.")},
	{"rules_help", text.T("Register aturan: bobot, target, batas, tarif, dengan sumber dan tanggalnya.", "The register of rules: weights, targets, bounds, fees, with source and dates.")},
	{"rule_help", text.T("Kode aturan atau parameter, misalnya KEU-TAGIHAN atau ikpa.bobot.", "Id of a rule or parameter, such as KEU-TAGIHAN or ikpa.bobot.")},
	{"configs_help", text.T("Semua kunci rapor.yaml: arti, bawaan, contoh; juga templat dan skema untuk penyunting.", "Every key of rapor.yaml: meaning, default, example; also a template and a schema for editors.")},
	{"key_help", text.T("Kunci atau kelompok kunci, misalnya sources atau targets.value.", "A key or a group of keys, such as sources or targets.value.")},
	{"template_help", text.T("Cetak templat rapor.yaml: semua kunci sebagai komentar.", "Print a template of rapor.yaml: every key as a comment.")},
	{"schema_help", text.T("Cetak JSON Schema rapor.yaml untuk penyunting teks.", "Print the JSON Schema of rapor.yaml for text editors.")},
	{"explain_help", text.T("Jelaskan satu angka dari hasil.json.", "Explain one figure of a hasil.json.")},
	{"render_help", text.T("Gambar ulang laporan dari hasil.json saja.", "Redraw the report from hasil.json alone.")},
	{"simulate_help", text.T("Simulasikan ruang tunggu: kuota terbesar yang menjaga standar tunggu, menurut jumlah loket.", "Simulate the waiting hall: the largest quota that keeps the waiting standard, by number of counters.")},
	{"quota_help", text.T("Kuota harian yang dicoba.", "Daily quotas tried.")},
	{"step_help", text.T("Jarak antara kuota yang dicoba.", "Distance between quotas tried.")},
	{"counters_help", text.T("Loket yang dikurangi atau ditambah, misalnya -3..3.", "Counters taken away or added, such as -3..3.")},
	{"days_help", text.T("Hari simulasi per pilihan, sedikitnya 200.", "Simulated days per choice, at least 200.")},
	{"simulate_out_help", text.T("Tulis juga sebagai JSON ke berkas ini.", "Also write JSON to this file.")},
	{"version_help", text.T("Cetak versi.", "Print the version.")},
	{"paths_help", text.T("Berkas, folder, atau pola berkas.", "Files, folders or globs.")},
	{"file_help", text.T("Berkas yang dibaca.", "The file to read.")},
	{"out_help", text.T("Folder hasil.", "Output folder.")},
	{"period_help", text.T("Masa laporan: 2016, 2016-12, 2016-T4, 2016-S1, atau 2016-01..2016-12.", "Period: 2016, 2016-12, 2016-T4, 2016-S1 or 2016-01..2016-12.")},
	{"compare_help", text.T("Pembanding tambahan: prev, yoy, atau masa seperti 2015.", "Additional baseline: prev, yoy, or a period such as 2015.")},
	{"config_help", text.T("Berkas pengaturan; bawaan: rapor.yaml atau rapor.yml di folder data.", "Configuration file; default: rapor.yaml or rapor.yml in the data folder.")},
	{"strict_help", text.T("Berhenti pada keraguan pertama alih-alih menolak selnya.", "Stop at the first doubt instead of rejecting its cells.")},
	{"maxreject_help", text.T("Batas baris ditolak tiap jenis data; terlampaui berarti kode keluar 3; bawaan: 1%.", "Limit of rejected rows of each kind of data; above it the exit code is 3; default: 1%.")},
	{"asof_help", text.T("Tanggal laporan, misalnya 2017-01-26; bawaan: tanggal data terakhir.", "Date of issue, e.g. 2017-01-26; default: the last data date.")},
	{"jobs_help", text.T("Jumlah pekerja; bawaan: jumlah inti prosesor.", "Number of workers; default: the number of cores.")},
	{"quiet_help", text.T("Tanpa kemajuan dan catatan.", "No progress and notes.")},
	{"compact_help", text.T("Halaman ringkas: hanya gambar statis.", "Compact pages: static charts only.")},
	{"json_help", text.T("Keluaran JSON.", "JSON output.")},
	{"sheet_help", text.T("Nama lembar; bawaan: lembar pertama yang berisi tabel.", "Sheet name; default: the first sheet that holds a table.")},
	{"tableno_help", text.T("Tabel keberapa pada lembar itu.", "Which table of that sheet.")},
	{"id_help", text.T("Kode indikator, misalnya ANT-03.", "Indicator id, such as ANT-03.")},
	{"edition_help", text.T("jury (bawaan) atau internal: berkas penghargaan, tabel, dan buku kerja dari hasil lengkap ikut ditulis di folder internal.", "jury (default) or internal: dossiers, table and workbook of the full result are written too, in the folder internal.")},
	{"result_help", text.T("Berkas hasil.json.", "A hasil.json file.")},
}

// texts makes the help texts of one language available to kong.
func texts(l format.Lang) kong.Vars {
	v := kong.Vars{}
	for _, h := range helps {
		v[h.key] = h.In(l)
	}
	v["kind_help"] = kindHelp().In(l)
	return v
}

// kindHelp names the record kinds.
func kindHelp() text.Text {
	var id, en []string
	for _, k := range layout.KindTerms() {
		id, en = append(id, k.Title.ID), append(en, k.Name)
	}
	return text.T("Jenis data: "+strings.Join(id, ", ")+".", "Record kind: "+strings.Join(en, ", ")+".")
}

// headings are the fixed words of kong's help page.
var headings = strings.NewReplacer(
	"Usage:", "Pemakaian:", "Flags:", "Pilihan:", "Commands:", "Perintah:", "Arguments:", "Masukan:",
	"Show context-sensitive help.", "Tampilkan bantuan ini.",
	`Run "rapor <command> --help" for more information on a command.`, `Jalankan "rapor <perintah> --help" untuk bantuan satu perintah.`,
	"<command>", "<perintah>", "[flags]", "[pilihan]",
)

// helpIn prints help in the language of the run.
func helpIn(l format.Lang) kong.HelpPrinter {
	return func(o kong.HelpOptions, ctx *kong.Context) error {
		o.Compact = true
		if l == format.EN {
			return kong.DefaultHelpPrinter(o, ctx)
		}
		var b bytes.Buffer
		out := ctx.Stdout
		ctx.Stdout = &b
		err := kong.DefaultHelpPrinter(o, ctx)
		ctx.Stdout = out
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, headings.Replace(b.String()))
		return err
	}
}
