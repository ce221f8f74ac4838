package stat

import "rapor/ingest/text"

// Deviation is a place where we do not do what a well-known tool does, why, and
// the way back to it.
type Deviation struct {
	Method text.Text // the statistic
	Ours   text.Text // what we do and why
	Theirs text.Text // what the tool does, and which tool
	Switch text.Text // how to get theirs
	Option string    // the option of this package behind the switch: Type.Field, Type.Method or a function
}

// Deviations lists them all, in the order of a method page. Each Option exists
// (a test says so).
var Deviations = []Deviation{
	{
		Method: text.T("Peta kendali XmR: rentang bergerak yang liar", "XmR chart: wild moving ranges"),
		Ours: text.T(
			"Rentang bergerak sebesar 3,267 kali rata-ratanya atau lebih dikeluarkan, satu kali, sebelum batas dihitung (Nelson 1982), agar satu bulan yang kacau tidak menutupi bulan berikutnya.",
			"Moving ranges of 3.267 times their mean or more are dropped, once, before limits are computed (Nelson 1982), so that one wild month does not hide the next."),

		Theirs: text.T("Lembar Excel NHS Making Data Count memakai semua rentang bergerak; batasnya lebih lebar.", "The Excel tool of NHS Making Data Count uses all moving ranges; its limits are wider."),
		Switch: text.T("Matikan penyaringan (Screen = false).", "Turn screening off (Screen = false)."),
		Option: "Chart.Screen",
	},
	{
		Method: text.T("Peta kendali: bulan-bulan yang sama, lalu satu yang lain", "Control charts: months alike, then one that is not"),
		Ours: text.T(
			"Bila batas akan mengeluarkan lebih dari separuh bulan yang menjadi asalnya, pusatnya median dan semua rentang bergerak dipakai, agar satu bulan yang lain tidak membuat semua bulan tampak menyimpang.",
			"Where limits would leave out more than half of the months they come from, the centre is the median and all moving ranges are used, so that one month that differs does not make all of them look like departures."),
		Theirs: text.T("Lembar Excel NHS Making Data Count dan NHSRplotthedots selalu memakai rata-rata; batasnya dapat tanpa lebar.", "The Excel tool of NHS Making Data Count and NHSRplotthedots always use the mean; their limits may have no width."),
		Switch: text.T("Pakai selalu rata-rata (Median = false).", "Always use the mean (Median = false)."),
		Option: "Chart.Median",
	},
	{
		Method: text.T("Peta kendali: batas sementara", "Control charts: trial limits"),
		Ours:   text.T("Batas disebut sementara bila berasal dari kurang dari 12 titik, sesuai teks panduannya.", "Limits are called provisional when they come from fewer than 12 points, as the guidance says."),
		Theirs: text.T("Kode NHSRplotthedots 0.2.2 memperingatkan di bawah 13 titik.", "The code of NHSRplotthedots 0.2.2 warns below 13 points."),
		Switch: text.T("Setel jumlah titik minimum ke 13 (MinPoints = 13).", "Set the minimum number of points to 13 (MinPoints = 13)."),
		Option: "Chart.MinPoints",
	},
	{
		Method: text.T("Peta kendali: bulan tanpa data", "Control charts: months without data"),
		Ours:   text.T("Bulan yang hilang adalah celah: tidak dihitung nol, dan rentang, deret, serta tren tidak pernah melewatinya.", "A missing month is a gap: never a zero, and no moving range, run or trend crosses it."),
		Theirs: text.T("Pada lembar Excel dan NHSRplotthedots, baris yang tidak ada membuat bulan sebelum dan sesudahnya bersambung.", "In the Excel tool and NHSRplotthedots an absent row joins the months before and after it."),
		Switch: text.T("Sambungkan celah (JoinGaps = true).", "Join gaps (JoinGaps = true)."),
		Option: "Chart.JoinGaps",
	},
	{
		Method: text.T("Peta kendali: panjang tren", "Control charts: length of a trend"),
		Ours:   text.T("Pergeseran dan tren sama-sama 7 titik.", "Shifts and trends both take 7 points."),
		Theirs: text.T("NSW Clinical Excellence Commission memakai tren 5 titik; sumber lain memakai 6 atau 8 titik.", "The NSW Clinical Excellence Commission takes trends of 5 points; others take 6 or 8."),
		Switch: text.T("Setel panjang tren (Trend = 5) atau keduanya (Run).", "Set the length of trends (Trend = 5) or of both (Run)."),
		Option: "Chart.Trend",
	},
	{
		Method: text.T("Peta kendali: batas tetap", "Control charts: fixed limits"),
		Ours:   text.T("Batas dihitung dari semua titik pada fasenya.", "Limits come from all points of their phase."),
		Theirs: text.T("NHS Making Data Count menawarkan batas yang dikunci dari sejumlah titik pertama.", "NHS Making Data Count offers limits fixed from a number of first points."),
		Switch: text.T("Kunci batas setelah k titik (Fix = k, sebaiknya 12 atau lebih).", "Fix limits after k points (Fix = k, better 12 or more)."),
		Option: "Chart.Fix",
	},
	{
		Method: text.T("Selang untuk median dan persentil waktu tunggu", "Intervals of medians and percentiles of waits"),
		Ours:   text.T("Yang diambil ulang (bootstrap) adalah hari, bukan pemohon, karena pemohon pada hari yang sama berbagi keramaian, loket, dan gangguan.", "Days are resampled (bootstrap), not applicants, because people of one day share its crowd, counters and faults."),
		Theirs: text.T("golang.org/x/perf/benchmath memakai statistik urutan dan menganggap semua nilai saling bebas; selangnya terlalu sempit untuk antrean.", "golang.org/x/perf/benchmath uses order statistics and takes all values as independent; its intervals are too narrow for queues."),
		Switch: text.T("Pakai selang statistik urutan (QuantileInterval).", "Use the order-statistic interval (QuantileInterval)."),
		Option: "QuantileInterval",
	},
	{
		Method: text.T("Bootstrap persentil dengan sedikit hari", "Percentile bootstrap with few days"),
		Ours:   text.T("Batas persentil dilebarkan menurut jumlah hari (Hesterberg 2015), karena tanpa itu selang dari sedikit hari terlalu sempit; untuk P90, persentil lain, dan bagian dipakai dua pertiga jumlah hari, menurut simulasi.", "Percentile bounds are expanded by the number of days (Hesterberg 2015), because without it intervals from few days are too narrow; for P90, other percentiles and shares two thirds of the days are reckoned with, by simulation."),
		Theirs: text.T("boot.ci(type = \"perc\") di R tidak melebarkannya.", "R's boot.ci(type = \"perc\") does not expand them."),
		Switch: text.T("Pakai batas persentil biasa (Plain = true).", "Use the plain percentile bounds (Plain = true)."),
		Option: "Boot.Plain",
	},
	{
		Method: text.T("Selang untuk bagian dari keseluruhan", "Intervals of shares"),
		Ours:   text.T("Selang skor Wilson, yang cakupannya rata-rata tepat 95 %.", "Wilson's score interval, which covers 95 % on average."),
		Theirs: text.T("binom.test di R memberi selang eksak Clopper-Pearson, yang tidak pernah kurang dari 95 % dan karena itu lebih lebar.", "R's binom.test gives the exact interval of Clopper and Pearson, never below 95 % and therefore wider."),
		Switch: text.T("Pakai selang eksak (ClopperPearson).", "Use the exact interval (ClopperPearson)."),
		Option: "ClopperPearson",
	},
	{
		Method: text.T("Uji Mann-Whitney dengan nilai kembar", "Mann-Whitney test with ties"),
		Ours:   text.T("Bila ada nilai kembar, p memakai kurva normal dengan koreksi kontinuitas, seperti wilcox.test di R.", "With ties, p is from the normal curve with continuity correction, as in R's wilcox.test."),
		Theirs: text.T("benchmath menghitung p secara eksak sampai 25 nilai per sisi walaupun ada nilai kembar.", "benchmath computes p exactly up to 25 values on a side even with ties."),
		Switch: text.T("Pakai uji eksak (MannWhitneyExact).", "Use the exact test (MannWhitneyExact)."),
		Option: "MannWhitneyExact",
	},
	{
		Method: text.T("Selang kurva Kaplan-Meier", "Intervals of Kaplan-Meier curves"),
		Ours:   text.T("Skala log(-log), sehingga selang selalu berada di antara 0 dan 1.", "The log(-log) scale, so that intervals always lie within 0 and 1."),
		Theirs: text.T("survfit di R memakai skala log bila tidak diminta lain.", "R's survfit uses the log scale unless told otherwise."),
		Switch: text.T("Pilih skala lain (KaplanMeierOn dengan Log atau Plain).", "Choose another scale (KaplanMeierOn with Log or Plain)."),
		Option: "KaplanMeierOn",
	},
	{
		Method: text.T("Deret waktu terputus: galat baku", "Interrupted time series: standard errors"),
		Ours:   text.T("Dipakai yang terbesar dari galat OLS dan Newey-West, karena dengan sedikit titik galat Newey-West dapat terlalu kecil.", "The larger of the OLS and Newey-West errors is used, because with few points Newey-West can be too small."),
		Theirs: text.T("R memakai salah satu: lm memberi OLS, sandwich::NeweyWest memberi Newey-West.", "R uses one of them: lm gives OLS, sandwich::NeweyWest gives Newey-West."),
		Switch: text.T("Pilih galat (Errors = OLSError atau NeweyWestError).", "Choose the error (Errors = OLSError or NeweyWestError)."),
		Option: "Segmented.Errors",
	},
	{
		Method: text.T("Deret waktu terputus: bulan tanpa data", "Interrupted time series: months without data"),
		Ours:   text.T("Deret dengan bulan yang hilang ditolak, dengan alasan.", "A series with a missing month is refused, with the reason."),
		Theirs: text.T("lm di R membuang baris kosong tanpa berkata apa-apa.", "R's lm drops empty rows without a word."),
		Switch: text.T("Izinkan celah (Gaps = true); titik lain tetap pada waktunya.", "Allow gaps (Gaps = true); the other points keep their time."),
		Option: "Segmented.Gaps",
	},
	{
		Method: text.T("Peta p, u, dan c: bulan dengan ribuan tiket", "p, u and c charts: months of thousands of tickets"),
		Ours:   text.T("Tersedia bentuk Laney (p', u'), yang memakai sebaran nyata antarbulan, karena tiket sehari tidak saling bebas.", "Laney's form (p', u') is available, which uses the spread really seen between months, because tickets of a day are not independent."),
		Theirs: text.T("Peta p klasik menganggap tiket saling bebas; dengan bulan yang besar hampir setiap titik tampak di luar batas.", "The classical p chart takes tickets as independent; with large months nearly every point seems to lie outside."),
		Switch: text.T("Pakai bentuk klasik (P dengan prime = false).", "Use the classical form (P with prime = false)."),
		Option: "Chart.P",
	},
}
