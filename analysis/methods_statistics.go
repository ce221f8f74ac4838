package analysis

import (
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/text"
)

// statistics are the tables of the method chapter: which statistics the report
// uses and when, and where they depart from well-known tools.
func statistics() []result.Table {
	return []result.Table{statisticsUsed(), deviations()}
}

func statisticsUsed() result.Table {
	t := result.Table{
		ID: "metode-statistik", Title: result.T("Metode statistik laporan ini", "Statistical methods of this report"),
		Columns: []result.Column{{Name: result.T("Untuk", "For")}, {Name: result.T("Metode", "Method")}, {Name: result.T("Syarat dan batas", "Conditions and limits")}},
	}
	days, good := result.Int(int64(stat.DefaultBoot.MinDays), result.Count), result.Int(stat.GoodDays, result.Count)
	points := result.Int(int64(stat.Default.MinPoints), result.Count)
	add := func(what, how, when result.Text) {
		t.Rows = append(t.Rows, []result.Quantity{named(what), worded(how), worded(when)})
	}
	add(result.T("Selang median, persentil, rata-rata, dan bagian pada antrean dan paspor", "Intervals of medians, percentiles, means and shares of queues and passports"),
		result.T("Bootstrap: hari diambil ulang {0} kali dengan benih tetap; rincian menurut layanan, kelas, dan kantor {1} kali. Seri bulanan tanpa selang.", "Bootstrap: days are resampled {0} times with a fixed seed; breakdowns by service, class and office {1} times. Monthly series carry no interval.",
			result.Int(int64(stat.DefaultBoot.Reps), result.Count), result.Int(int64(rowBoot.Reps), result.Count)),
		result.T("Sedikitnya {0} hari; di bawah {1} hari selang P90 dan bagian disertai peringatan. Tanpa tanggal: selang yang menganggap pengamatan saling bebas, dengan peringatan.", "At least {0} days; below {1} days intervals of P90 and shares carry a warning. Without dates: an interval that takes observations as independent, with a warning.", days, good))
	add(result.T("Peta kendali", "Control charts"),
		result.T("Bagian: p; kejadian: c; kejadian per paparan: u; lainnya: XmR. Bentuk Laney (p′, u′, c′) bila bulan biasa berisi sedikitnya {0} data atau bulan-bulan berbeda sedikitnya {1} kali lebih banyak daripada oleh kebetulan.", "Shares: p; events: c; events per exposure: u; everything else: XmR. Laney's form (p′, u′, c′) where a typical month holds at least {0} items or months differ at least {1} times as much as by chance.",
			result.Int(manyItems, result.Count), decimals(overSpread, 1)),
		result.T("Sedikitnya {0} bulan; di bawah {1} titik batasnya sementara. Kejadian kurang dari {2} per bulan tidak dipetakan per bulan; bila harinya diketahui dan ada sedikitnya {3} jarak, hari antarkejadian dipetakan (peta t: batas dari jarak berpangkat 1/3,6, Nelson 1994; kejadian sehari satu titik; jarak yang melewati bulan tanpa data bertanggal tidak digambar; batas baru pada perubahan bertanggal hanya dengan {3} titik di kedua sisinya). Bulan tanpa data adalah celah.", "At least {0} months; below {1} points limits are provisional. Events below {2} a month are not charted by month; where their days are known and there are at least {3} times, the days between them are (t chart: limits from the times to the power 1/3.6, Nelson 1994; events of one day are one point; times across a month without dated data are not drawn; a dated reform begins new limits only with {3} points on either side). A month without data is a gap.",
			result.Int(leastPoints, result.Count), points, result.Int(rareFloor, result.Count), result.Int(leastTimes, result.Count)))
	add(result.T("Perubahan terhadap periode pembanding", "Changes against comparison periods"),
		result.T("Kejadian: rasio laju eksak, dengan jumlah dibagi sebarannya antarhari bila lebih besar daripada kebetulan, sebab kejadian satu hari bukan bukti yang terpisah; antrean dan paspor: selisih dengan bootstrap hari, p dari selangnya; survei dan pengaduan: selisih dari selang kedua nilai (Newcombe 1998). Di bawah n terkecil, atau tanpa uji, perubahan tidak disebut membaik atau memburuk. Tingkat temuan palsu atas semua uji dalam laporan dikendalikan pada 5% (Benjamini-Hochberg).", "Events: exact rate ratio, with counts over their dispersion between days where that is more than chance, because the events of one day are no separate evidence; queues and passports: difference by resampling days, p from its interval; survey and complaints: difference from the intervals of both values (Newcombe 1998). Below the least n, or without a test, a change is not called better or worse. The false-discovery rate over all tests of the report is controlled at 5% (Benjamini and Hochberg)."),
		result.T("Berkaitan, belum tentu disebabkan. Nilai lain tidak diuji.", "Associated, not necessarily caused. Other values are not tested."))
	add(result.T("Peringkat kantor", "Places of offices"),
		result.T("Hari tiap kantor diambil ulang dan kantor diurutkan kembali setiap kali; selang peringkat 95% dan peluang tiga besar. Bagian: corong 95% dan 99,8% di sekitar nilai gabungan.", "Days of each office are resampled and offices ranked anew each time; 95% interval of the place and chance of the first three. Shares: funnel of 95% and 99.8% around the pooled value."),
		result.T("Beban dan bauran layanan kantor berbeda dan tidak disesuaikan dalam peringkat.", "Offices differ in load and service mix, which places do not adjust for."))
	add(result.T("Bauran layanan", "Service mix"),
		result.T("Bila bagian satu layanan atau kelas tiket bergeser lebih dari 10 poin, nilai dengan bauran periode pembanding disebut (standardisasi langsung).", "Where the share of a service or ticket class moved by more than 10 points, the value under the comparison period's mix is given (direct standardisation)."),
		result.T("Untuk rata-rata dan bagian; median hanya diberi peringatan.", "For means and shares; medians get a warning only."))
	return t
}

// worded is a sentence as a cell.
func worded(t result.Text) result.Quantity { return result.Quantity{Unit: result.Worded, Term: &t} }

// deviations lists where a statistic is not what a well-known tool gives, and
// the way back to it.
func deviations() result.Table {
	t := result.Table{
		ID: "penyimpangan-metode", Title: result.T("Penyimpangan dari metode rujukan dan cara kembali", "Departures from reference methods, and the way back"),
		Columns: []result.Column{{Name: result.T("Metode", "Method")}, {Name: result.T("Yang dipakai", "Used here")}, {Name: result.T("Rujukan", "Reference")}, {Name: result.T("Cara kembali", "Way back")}},
		Note: result.T("Cara kembali menyebut pengaturan pada paket statistik program (analysis/stat); pilihan ini tidak dapat diubah kantor.",
			"The way back names the setting of the program's statistics package (analysis/stat); the office cannot change it."),
	}
	for _, d := range stat.Deviations {
		var row []result.Quantity
		for _, w := range []text.Text{d.Method, d.Ours, d.Theirs, d.Switch} {
			row = append(row, result.Named(w.ID, w.EN))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
