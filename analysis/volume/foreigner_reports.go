package volume

import "rapor/analysis/result"

var reports = counts("VOL-08", "foreigner-reports", result.Count,
	result.T("Laporan orang asing (APOA)", "Reports of foreigners (APOA)"),
	result.T("Berapa laporan orang asing yang masuk?",
		"How many reports of foreigners came in?"))
