package volume

import "rapor/analysis/result"

var refusals = counts("VOL-11", "refusals", result.Applicants,
	result.T("Permohonan yang ditolak", "Applications refused"),
	result.T("Berapa permohonan yang ditolak?",
		"How many applications were refused?"))
