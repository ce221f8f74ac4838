package volume

import "rapor/analysis/result"

var departures = counts("VOL-06", "departures", result.Persons,
	result.T("Perlintasan keluar", "Departures"),
	result.T("Berapa orang yang keluar?",
		"How many persons departed?"))
