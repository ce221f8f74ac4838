package example

import (
	"rapor/analysis/result"

	"rapor/ingest/text"
)

func documents() []result.Document {
	service := result.Section{
		ID: "antrean", Title: t("Antrean dan waktu layanan", "Queue and service time"),
		Intro:      []result.Text{t("Bab ini menjawab apakah pemohon dilayani cepat dan adil.", "This chapter answers whether applicants are served quickly and fairly.")},
		Indicators: []string{"ANT-02", "ANT-05", "ANT-08", "ANT-14"},
		Figures:    []string{"tunggu-bulanan", "tunggu-kendali", "tunggu-sebaran", "jam-sibuk", "tiket-kelas", "kelas-interval"},
	}
	money := result.Section{ID: "keuangan", Title: t("Keuangan", "Finance"), Indicators: []string{"KEU-01", "KEU-03"}, Figures: []string{"kurva-anggaran", "realisasi-akun"}}
	law := result.Section{ID: "penegakan-hukum", Title: t("Penegakan hukum", "Enforcement"), Indicators: []string{"GAK-05", "GAK-11", "GAK-15"},
		Figures: []string{"kebangsaan"}, Tables: []string{"tahap-projustisia"}}
	skm := result.Section{ID: "survei", Title: t("Survei kepuasan", "Satisfaction survey"), Indicators: []string{"SKM-01", "SKM-04"}, Figures: []string{"unsur-skm"}}
	return []result.Document{{
		ID: "laporan", Kind: result.Report,
		Title:     t("Laporan Kinerja {0}", "Performance Report {0}", result.Over("2016")),
		Headlines: []string{"ANT-02", "KEU-01", "GAK-05", "SKM-01"},
		Summary:   summary(), Missing: missing(), Limits: limits(),
		Sections: []result.Section{service, money, law, skm},
	}, {
		ID: "penghargaan-pelayanan", Kind: result.Dossier,
		Title:     t("Berkas Usulan Penghargaan Pelayanan Publik Terbaik", "Dossier for the Best Public Service Award"),
		Award:     t("Pelayanan Publik Terbaik", "Best Public Service"),
		Headlines: []string{"ANT-05", "ANT-02", "SKM-01", "GAK-11", "ANT-08"},
		Summary:   summary(), Missing: missing(), Limits: limits(),
		Sections:  []result.Section{service, skm},
		Scorecard: scorecard(),
	}}
}

func summary() []result.Text {
	return []result.Text{
		t("Waktu tunggu median {0}, turun {1} dari tahun {2}.", "The median wait was {0}, down {1} from {2}.",
			result.Int(1860, result.Seconds), result.Int(6660, result.Seconds), result.Over("2015")),
		t("Sebanyak {0} pemohon terlayani dalam standar 60 menit; target {1} belum tercapai.", "{0} of applicants were served within 60 minutes; the target of {1} was not met.",
			result.Num(rat(38120, 41287), result.Share), result.Num(rat(95, 100), result.Share)),
		t("Indeks Kepuasan Masyarakat {0}.", "The satisfaction index was {0}.", result.Num(rat(8123, 100), result.Points)),
		t("Sebanyak {0} diproses pro justitia; perubahan dari tahun lalu belum dapat dibedakan dari kebetulan.", "{0} were prosecuted; the change on last year cannot be told from chance.", result.Int(12, result.Persons)),
	}
}

func missing() []result.Text {
	return []result.Text{
		t("Nilai kepatuhan Ombudsman belum ada; muat berkas nilai tahun {0}.", "The Ombudsman score is missing; load the scores of {0}.", result.Over("2016")),
		t("Data bulan {0} belum ada.", "Data of {0} are missing.", result.In("2016-07")),
	}
}

func limits() []result.Text {
	return []result.Text{
		t("Waktu antre sebelum nomor diambil tidak tercatat, sehingga waktu tunggu nyata lebih lama.", "Queuing before the ticket is not recorded, so true waits are longer."),
		t("Perbandingan sebelum–sesudah tidak memisahkan pengaruh kuota dari perubahan lain.", "Before and after cannot separate the quota from other changes."),
	}
}

func scorecard() *result.Scorecard {
	return &result.Scorecard{
		Award: "pelayanan", Title: t("Rubrik pelayanan publik", "Public service rubric"), Status: "assumed",
		Source: t("Parameter resmi tidak diumumkan; rubrik ini asumsi kantor.", "Official parameters are not published; this rubric is the office's assumption."),
		Lines: []result.ScoreLine{
			{Criterion: t("Waktu tunggu", "Waiting time"), Indicator: "ANT-02", Weight: num(30), Points: num(30), Why: t("Memenuhi target.", "Target met.")},
			{Criterion: t("Kepatuhan Ombudsman", "Ombudsman compliance"), Weight: num(40), Why: t("Data belum ada.", "Data missing.")},
			{Criterion: t("Kepuasan", "Satisfaction"), Indicator: "SKM-01", Weight: num(30), Points: rat(2437, 100), Why: t("Indeks {0} dari 100.", "Index {0} of 100.", result.Num(rat(8123, 100), result.Points))},
		},
		Total: rat(5437, 100), Max: num(60), Of: num(100),
		Map: []result.MapLine{
			{Criterion: t("Kepatuhan Ombudsman", "Ombudsman compliance"), Weight: num(40), Gaps: []result.Text{t("Data belum ada.", "Data missing.")},
				Evidence: []result.Evidence{{Title: t("Surat Ombudsman", "Letter of the Ombudsman"), File: "bukti/surat.pdf", Lost: true}}},
			{Criterion: t("Waktu tunggu", "Waiting time"), Weight: num(30), Indicators: []string{"ANT-02"}, Figures: []string{"tunggu-bulanan"},
				Evidence: []result.Evidence{{Title: t("Maklumat pelayanan", "Service pledge"), Number: "W10-1", Date: "2016-01-04", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}},
		},
		Checklist: []result.CheckItem{{Say: t("Surat pengantar", "Covering letter"), Done: true}, {Say: t("Daftar bukti", "List of evidence")}},
		Order: []result.ScorePlace{
			{Office: result.Str("Kantor A"), Place: 1, Total: num(50), Of: num(60)},
			{Office: result.Str("Kantor Contoh"), Own: true, Place: 2, Total: num(48), Of: num(60)},
		},
		Sensitivity: []result.WeightShift{
			{Criterion: t("Waktu tunggu", "Waiting time"), Weight: num(30), To: num(36), Office: result.Str("Kantor A")},
			{Criterion: t("Kepuasan", "Satisfaction"), Weight: num(30)},
		},
	}
}

func methods() []result.Method {
	return []result.Method{
		{ID: "std-tunggu", Title: t("Standar waktu tunggu", "Waiting standard"), Value: []result.Quantity{result.Int(3600, result.Seconds)},
			Source: t("Ditetapkan kantor dalam rapor.yaml", "Set by the office in rapor.yaml"), Status: "office", From: "2015-01-01"},
		{ID: "ta-2016", Title: t("Realisasi anggaran TA 2016", "Budget realisation FY 2016"), Source: t("PMK 214/PMK.05/2013", "MoF regulation 214/PMK.05/2013"),
			Status: "unverified", From: "2016-01-01", To: "2016-12-31", Note: t("Bukan IKPA; IKPA belum ada pada 2016.", "Not the IKPA, which did not exist in 2016.")},
		{ID: "uu-6-2011", Title: t("Tindakan keimigrasian", "Immigration acts"), Source: t("UU 6/2011 pasal 75", "Law 6/2011 article 75"), Status: "verified", From: "2011-05-05"},
		{ID: "skm-2014", Title: t("Bobot unsur survei", "Survey weights"), Value: []result.Quantity{result.Num(rat(1, 9), result.Ratio)}, Source: t("PermenPANRB 16/2014", "PermenPANRB 16/2014"), Status: "verified"},
		{ID: "kuota", Title: t("Kuota harian", "Daily quota"), Value: []result.Quantity{result.Int(200, result.Applicants)}, Source: t("Ditetapkan kantor", "Set by the office"), Status: "office", From: "2016-02-01"},
		{ID: "r7", Title: t("Kuantil tipe 7", "Quantile type 7"), Source: t("Hyndman dan Fan (1996); sama dengan PERCENTILE.INC", "Hyndman and Fan (1996); same as PERCENTILE.INC"), Status: "method"},
		{ID: "xmr", Title: t("Peta kendali XmR", "XmR control chart"), Source: t("NHS Making Data Count", "NHS Making Data Count"), Status: "method"},
		{ID: "poisson", Title: t("Selang Poisson eksak", "Exact Poisson interval"), Source: t("Garwood (1936)", "Garwood (1936)"), Status: "method"},
	}
}

func sources() []result.Source {
	sum := "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
	return []result.Source{
		{Name: "antrean/antrean-2016-semester1.csv", SHA256: sum, Bytes: 1834211, Format: "csv", Encoding: "UTF-8", Delimiter: ";",
			Sheets: []result.Sheet{{Layout: "tiket-umum", Kind: "ticket", Title: t("Tiket antrean", "Queue tickets"), HeaderRows: []uint32{4, 5}, Read: 21010, Used: 20987, Aside: 6, Rejected: 17, First: "2016-01-04", Last: "2016-06-30"}}},
		{Name: "antrean/antrean-2016-semester2.csv", SHA256: sum, Bytes: 1790022, Format: "csv", Encoding: "windows-1252", Delimiter: ";",
			Sheets: []result.Sheet{{Layout: "tiket-umum", Kind: "ticket", Title: t("Tiket antrean", "Queue tickets"), HeaderRows: []uint32{1}, Read: 21530, Used: 21521, Aside: 9, First: "2016-08-01", Last: "2016-12-30"}}},
		{Name: "keuangan/realisasi.xlsx", SHA256: sum, Bytes: 44120, Format: "xlsx", Sheets: []result.Sheet{
			{Name: "TA 2016", Layout: "realisasi-bulan", Kind: "ledger", HeaderRows: []uint32{3, 4}, Read: 40, Used: 36, Aside: 4, First: "2016-01-01", Last: "2016-12-31",
				Notes: []result.Text{t("Kolom kumulatif dikenali dan diurai menjadi bulanan.", "Cumulative columns recognised and taken apart by month.")}},
			{Name: "Catatan", Refused: "D030", Detail: detail("tanpa tabel", "no table")}}},
		{Name: "inteldakim/laporan bulanan.xlsx", SHA256: sum, Bytes: 30211, Format: "xlsx", Sheets: []result.Sheet{{Name: "PROJUS", Kind: "case", Read: 12, Used: 12, First: "2016-02-03", Last: "2016-11-20"}}},
		{Name: "skm/skm-2016.csv", SHA256: sum, Bytes: 20110, Format: "csv", Encoding: "UTF-8", Delimiter: ",", Sheets: []result.Sheet{{Kind: "survey", Read: 384, Used: 384, First: "2016-03-01", Last: "2016-12-01"}}},
		{Name: "lama/rekap.xls", SHA256: sum, Bytes: 99012, Refused: "D010", Detail: detail("BIFF8", "BIFF8")},
	}
}

func problems() []result.Problem {
	return []result.Problem{
		{Code: "D010", Severity: "refused", Title: t("Berkas Excel lama (.xls)", "Old Excel file (.xls)"), Cause: t("Berkas disimpan dalam bentuk Excel 97–2003.", "The file was saved in Excel 97–2003 form."),
			Remedy: t("Simpan ulang sebagai .xlsx.", "Save it again as .xlsx."), N: 1, Examples: []result.Example{{Source: 5, Sheet: -1}}},
		{Code: "D101", Severity: "rejected", Title: t("Waktu tidak terbaca", "Unreadable time"), Cause: t("Isi sel bukan waktu.", "The cell is not a time."), Remedy: t("Tulis sebagai 07.30.", "Write it as 07:30."), N: 17,
			Examples: []result.Example{{Source: 0, Row: 412, Column: "Jam Panggil", Shown: "7.7.5", Hint: detail("maksud 07.07.05?", "did you mean 07:07:05?")}, {Source: 0, Row: 9011, Column: "Jam Panggil", Shown: "=HYPERLINK(\"x\")"}}},
		{Code: "D120", Severity: "aside", Title: t("Baris jumlah", "Total row"), Cause: t("Baris penjumlahan bukan data.", "A total is not data."), Remedy: t("Tidak perlu tindakan.", "Nothing to do."), N: 4,
			Examples: []result.Example{{Source: 2, Row: 44, Column: "Akun", Shown: "JUMLAH"}}},
		{Code: "D201", Severity: "note", Title: t("Kolom tidak dikenal", "Unknown column"), Cause: t("Kolom tidak dipakai.", "The column is not used."), Remedy: t("Tidak perlu tindakan.", "Nothing to do."), N: 2},
	}
}

func glossary() []result.Term {
	return []result.Term{
		{Name: t("Median", "Median"), Say: t("Nilai tengah: separuh data di bawah, separuh di atas.", "The middle value: half of the data below, half above.")},
		{Name: t("Pagu", "Budget ceiling"), Say: t("Batas tertinggi anggaran dalam DIPA.", "The ceiling of the budget in the DIPA.")},
		{Name: t("Pro justitia", "Pro justitia"), Say: t("Penyidikan pidana keimigrasian oleh PPNS.", "Criminal investigation by immigration officers.")},
	}
}

func detail(id, en string) result.Detail { return result.Detail{Text: text.T(id, en)} }
