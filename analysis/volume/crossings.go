package volume

import "rapor/analysis/result"

var crossings = counts("VOL-07", "crossings", result.Persons,
	result.T("Perlintasan", "Border crossings"),
	result.T("Berapa perlintasan yang tercatat?",
		"How many crossings were recorded?"))
