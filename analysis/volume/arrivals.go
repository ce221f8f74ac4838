package volume

import "rapor/analysis/result"

var arrivals = counts("VOL-05", "arrivals", result.Persons,
	result.T("Perlintasan masuk", "Arrivals"),
	result.T("Berapa orang yang masuk?",
		"How many persons arrived?"))
