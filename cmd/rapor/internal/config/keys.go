package config

// officeKeys say who the office is.
func officeKeys() []Key {
	return []Key{
		key("office", Group, "siapa kantor ini", "who the office is", ""),
		key("office.name", Line, "nama kantor, seperti dicetak di tiap halaman",
			"the office's name, as printed on every page", `Kantor Imigrasi Kelas II Contoh`, printed,
			byDefault("satu-satunya kantor dalam data, atau Kantor Imigrasi",
				"the only office in the data, or Immigration Office")),
		key("office.class", Line, "kelas kantor", "class of the office", `Kelas II`, printed),
		key("office.code", Line, "kode satuan kerja; baris data dengan kode ini milik kantor sendiri",
			"work unit code; rows of data with it are the office's own", `"000000"`, printed),
		key("office.place", Line, "kota pada baris tanda tangan", "city of the sign-off line", `Contoh`, printed),
		key("office.head", Line, "nama kepala kantor yang menandatangani", "name of the head who signs", `Nama Kepala`,
			printed),
		key("office.title", Line, "jabatan penanda tangan", "title of the signer", `Kepala Kantor`, printed),
		key("office.nip", Line, "NIP penanda tangan, dalam tanda kutip",
			"civil service number of the signer, in quotes", `"198001012005011001"`, printed),
		key("office.letterhead", Line, "baris kop surat, paling banyak empat", "lines of the letterhead, at most four",
			`[KEMENTERIAN CONTOH, KANTOR IMIGRASI KELAS II CONTOH]`, many, printed),
		key("office.address", Line, "alamat pada kop surat", "address of the letterhead", `Jalan Contoh No. 1`,
			printed),
		key("office.synthetic", Switch, "data buatan: disebut di tiap halaman", "made-up data: said on every page",
			`true`, byCode("false")),
		key("office.aliases", Line, "ejaan lain nama kantor dalam data",
			"other spellings of the office's name in the data", `[KANIM CONTOH]`, many),
	}
}

// runKeys say how a run is done; flags of the command line go before them.
func runKeys() []Key {
	return []Key{
		key("period", Period, "masa laporan: 2016, 2016-12, 2016-T4, 2016-S1, atau 2016-01..2016-06",
			"period of the report: 2016, 2016-12, 2016-T4, 2016-S1 or 2016-01..2016-06", `"2016"`,
			byDefault("tahun data terakhir", "the year of the last data")),
		key("compare", Baseline, "pembanding tambahan: sebuah masa; prev dan yoy selalu dihitung",
			"a further period to compare with; prev and yoy always are", `"2015"`),
		key("as_of", Date, "tanggal laporan", "date of issue", `2017-01-26`, byDefault("tanggal data terakhir",
			"the last data date")),
		key("lang", Word, "bahasa laporan dan pesan", "language of reports and messages", `id`, byCode("id"),
			words([]Choice{
				choice("id", "Bahasa Indonesia", "Indonesian"), choice("en", "Bahasa Inggris", "English"),
			})),
		key("strict", Switch, "berhenti pada keraguan pertama", "stop at the first doubt", `true`, byCode("false")),
		key("max_reject", Share, "batas baris ditolak; di atasnya kode keluar 3",
			"limit of rejected rows; above it the exit code is 3", `1%`),
		key("jobs", Count, "jumlah pekerja", "number of workers", `2`, from(1, 256), byDefault("jumlah inti prosesor",
			"the number of cores")),
		key("quiet", Switch, "tanpa kemajuan dan catatan", "no progress and notes", `true`, byCode("false")),
		key("output", Path, "folder hasil", "output folder", `hasil`),
		key("compact", Switch, "halaman ringkas: hanya gambar statis", "compact pages: static charts only", `true`,
			byCode("false")),
		key("privacy", Word, "penyamaran pada edisi juri", "masking in the jury's edition", `strict`, byCode("normal"),
			words([]Choice{
				choice("normal", "jumlah orang di bawah 5 disamarkan bila disilangkan dengan ciri orang; jumlah tindakan resmi tidak",
					"counts of fewer than 5 persons are masked where crossed with an attribute; totals of official acts are not"),
				choice("strict", "jumlah tindakan resmi di bawah 5 pun disamarkan", "totals of official acts below 5 are masked too"),
			})),
		key("salt", Line, "rahasia kantor untuk menyamarkan kunci orang",
			"the office's secret for hashing keys of persons", `"kalimat rahasia"`),
	}
}

// standardKeys are the standards that the office set itself.
func standardKeys() []Key {
	return []Key{
		key("hours", Group, "jam layanan; data di luarnya disebut", "service hours; data outside are named", ""),
		key("hours.open", Clock, "jam buka", "opening time", `"07:30"`, required, byCode("07:30")),
		key("hours.close", Clock, "jam tutup, sesudah jam buka", "closing time, after the opening", `"16:00"`, required,
			byCode("16:00")),
		key("wait_standard", Span, "tunggu paling lama menurut standar kantor", "longest wait by the office's standard",
			`60m`, byCode("60m")),
		key("long_wait", Span, "tunggu yang lebih lama dari ini disebut lama", "waits over this are long", `180m`,
			byCode("180m")),
		key("tolerance", Span, "panggilan lebih awal sampai sekian bukan mendahului",
			"an earlier call within this is not an overtake", `60s`, byCode("60s")),
		key("process_days", Count, "hari kerja penyelesaian paspor", "working days within which a passport is ready",
			`4`, from(1, 366), byCode("4")),
		key("removal_days", Count, "hari sejak detensi sampai deportasi", "days from detention to removal", `30`,
			from(1, 3660), byCode("30")),
		key("priority_classes", Line, "kelas tiket layanan prioritas", "ticket classes of the priority lane", `[C]`,
			many),
		key("holidays", Path, "berkas hari libur: tanggal;keterangan", "file of holidays: tanggal;keterangan",
			`hari-libur.csv`),
	}
}

// planKeys are quotas, reforms, targets and replaced rules.
func planKeys() []Key {
	return []Key{
		key("quota", Group, "kuota harian tiket; yang berlaku adalah yang terakhir dimulai",
			"daily quota of tickets; the one that began last is in force", "", many),
		key("quota[].number", Count, "tiket sehari", "tickets a day", `200`, from(1, 1_000_000), required),
		key("quota[].from", Date, "berlaku sejak tanggal", "in force from this date", `2016-03-01`, byDefault("selalu",
			"always")),
		key("quota[].start", Clock, "awal jam kuota", "start of the quota's window", `"07:30"`, required),
		key("quota[].end", Clock, "akhir jam kuota, sesudah awalnya", "end of the quota's window, after its start",
			`"10:00"`, required),
		key("reforms", Group, "perubahan bertanggal; peta kendali mulai dengan batas baru sejak itu",
			"dated changes; control charts get new limits from then on", "", many),
		key("reforms[].date", Date, "tanggal mulai", "the day it began", `2016-03-01`, required),
		key("reforms[].name", Both, "nama perubahan", "name of the change", `{id: Kuota harian, en: Daily quota}`,
			required, printed),
		key("reforms[].indicators", Word, "yang tersentuh: rumpun (ANT) atau indikator (GAK-15)",
			"what it touches: families (ANT) or indicators (GAK-15)", `[ANT, GAK-15]`, many,
			words(touched()), byDefault("semuanya", "everything")),
		key("targets", Group, "target kantor; hanya untuk indikator yang punya arah baik",
			"the office's targets; only for indicators of which more or less is better", "", many),
		key("targets[].indicator", Word, "kode indikator; daftar: rapor indicators",
			"indicator id; list: rapor indicators", `ANT-06`, required, words(aims()), refused(isIndicator)),
		key("targets[].value", Value,
			"nilai dengan satuannya: 90%, 45 menit, 4 hari, 5‰, Rp1.000.000; nilai dan rasio tanpa satuan: 81,26",
			"value with its unit: 90%, 45 minutes, 4 days, 5‰, Rp1.000.000; scores and ratios without: 81,26", `"90%"`,
			required),
		key("targets[].basis", Both, "dasar target: keputusan, maklumat, perjanjian kinerja",
			"what it rests on: a decree, a pledge, a performance agreement",
			`{id: Maklumat pelayanan, en: Service pledge}`, printed),
		key("targets[].from", Date, "berlaku sejak", "in force from", `2016-01-01`, byDefault("selalu", "always")),
		key("targets[].to", Date, "berlaku sampai, tidak sebelum awalnya", "in force until, not before its start",
			`2016-12-31`, byDefault("selalu", "always")),
		key("rules", Rule, "parameter aturan yang diganti, menurut kodenya; daftar: rapor rules",
			"replaced parameters of rules, by id; list: rapor rules", `{ikpa.tagihan.hari: "18"}`, perName,
			byDefault("menurut aturannya", "as the rule has it")),
	}
}

// awardKeys name awards and the evidence for them.
func awardKeys() []Key {
	return []Key{
		key("awards", Word, "penghargaan yang berkasnya dibuat: kode rubrik, atau berkas .toml sendiri",
			"awards to make dossiers for: ids of rubrics, or .toml files of your own", `[pelayanan, kipp-2023]`, many,
			open,
			words(awardWords()), byCode("keuangan, penegakan-hukum, pelayanan")),
		key("evidence", Group, "bukti kantor untuk peta kriteria", "the office's evidence for the criteria map", "",
			many),
		key("evidence[].title", Both, "judul bukti", "title of the document",
			`{id: Maklumat pelayanan, en: Service pledge}`, required, printed, with("criterion")),
		key("evidence[].award", Word, "kode rubrik yang dijawab", "id of the rubric it answers", `pelayanan`, open,
			words(awardWords()), with("criterion"),
			byDefault("semua penghargaan", "every award")),
		key("evidence[].criterion", Line, "kode kriteria yang dijawab; atau isi check",
			"id of the criterion it answers; or give check", `kepastian`),
		key("evidence[].check", Line, "butir daftar periksa yang dijawab; atau isi criterion",
			"checklist item it answers; or give criterion", `surat`, apart),
		key("evidence[].number", Line, "nomor dokumen", "number of the document", `W10-1`, printed, with("criterion")),
		key("evidence[].date", Date, "tanggal dokumen", "date of the document", `2016-02-15`, with("criterion")),
		key("evidence[].file", Path, "berkasnya, dicari di samping pengaturan",
			"its file, looked for beside the settings", `bukti/maklumat.pdf`, with("criterion")),
	}
}

// simulateKeys say what the simulation of the waiting hall assumes.
func simulateKeys() []Key {
	return []Key{
		key("simulate", Group, "simulasi ruang tunggu", "simulation of the waiting hall", ""),
		key("simulate.enabled", Switch, "false meniadakan babnya", "false leaves the chapter out", `true`,
			byCode("true")),
		key("simulate.standard", Span, "tunggu P90 yang dijaga", "P90 wait to be kept", `60m`,
			byCode("wait_standard")),
		key("simulate.close", Clock, "jam tutup; sesudahnya lembur", "closing time; after it is overtime", `"16:00"`,
			byCode("hours.close")),
		key("simulate.counters", Group, "loket yang buka sejak suatu jam", "counters open from a time on", "", many,
			byDefault("dibaca dari data", "read from the data")),
		key("simulate.counters[].from", Clock, "sejak jam, makin siang dari baris ke baris",
			"from this time, later from line to line", `"07:30"`, required),
		key("simulate.counters[].open", Count, "jumlah loket; yang terakhir lebih dari nol",
			"number of counters; the last one above zero", `4`, from(0, 500), required),
	}
}
