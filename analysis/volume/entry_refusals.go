package volume

import "rapor/analysis/result"

var entryRefusals = counts("VOL-12", "entry-refusals", result.Persons,
	result.T("Penolakan masuk", "Entry refusals"),
	result.T("Berapa orang yang ditolak masuk?",
		"How many persons were refused entry?"))
