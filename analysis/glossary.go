package analysis

import "rapor/analysis/result"

// glossary explains the words of the report to a reader who meets them for
// the first time.
var glossary = []result.Term{
	term("Median", "Median", "Nilai tengah: separuh pemohon menunggu lebih singkat, separuh lebih lama.", "The middle value: half of the applicants waited less, half more."),
	term("P90, P95", "P90, P95", "Nilai yang tidak dilampaui oleh 90% atau 95% pemohon (kuantil tipe 7, sama dengan PERCENTILE.INC).", "The value that 90% or 95% of applicants do not exceed (quantile type 7, the same as PERCENTILE.INC)."),
	term("Selang kepercayaan", "Confidence interval", "Kisaran nilai yang masih sesuai dengan data pada tingkat yang disebut; makin lebar, makin sedikit kepastian.", "The range of values still compatible with the data at the stated level; the wider, the less certain."),
	term("Peta kendali (XmR)", "Control chart (XmR)", "Grafik bulanan dengan rata-rata dan batas wajar; titik di luar batas atau pola tertentu menandai perubahan yang bukan kebetulan.", "A monthly chart with mean and natural limits; points outside the limits or certain patterns mark a change that is not chance."),
	term("n", "n", "Banyaknya pengamatan yang ikut dihitung.", "The number of observations that entered the calculation."),
	term("Disisihkan", "Set aside", "Baris yang sengaja tidak dihitung: baris jumlah, baris kosong, duplikat.", "Rows deliberately not counted: totals, blanks, duplicates."),
	term("Ditolak", "Rejected", "Baris yang tidak dapat dipakai karena isinya salah; alasannya ada di tolak.csv.", "Rows that could not be used because of a wrong content; the reason is in tolak.csv."),
	term("TAK", "TAK", "Tindakan administratif keimigrasian, pasal 75 UU 6/2011.", "Administrative immigration action, article 75 of Law 6/2011."),
	term("Pro justitia", "Pro justitia", "Penegakan hukum melalui penyidikan dan pengadilan.", "Law enforcement through criminal investigation and the courts."),
	term("P-21", "P-21", "Berkas perkara dinyatakan lengkap oleh kejaksaan.", "The prosecutor's statement that the case file is complete."),
	term("Pagu, blokir", "Ceiling, blocked funds", "Batas anggaran dalam DIPA; bagian yang diblokir belum dapat dibelanjakan.", "The budget limit in the DIPA; the blocked part cannot be spent yet."),
	term("RPD, Halaman III", "RPD, page III", "Rencana penarikan dana bulanan dalam DIPA.", "The monthly disbursement plan in the DIPA."),
	term("PNBP", "PNBP", "Penerimaan negara bukan pajak, misalnya biaya paspor.", "Non-tax state revenue, such as passport fees."),
	term("SKM, IKM", "SKM, IKM", "Survei kepuasan masyarakat dan indeksnya, skala 25 sampai 100.", "The public satisfaction survey and its index, on a scale of 25 to 100."),
	term("TIMPORA", "TIMPORA", "Tim pengawasan orang asing, lintas instansi.", "The inter-agency foreigner surveillance team."),
	term("Calo", "Tout", "Perantara tidak resmi yang menawarkan pengurusan dengan imbalan.", "An unofficial go-between who offers to arrange things for a fee."),
}

func term(id, en, sayID, sayEN string) result.Term {
	return result.Term{Name: result.T(id, en), Say: result.T(sayID, sayEN)}
}
