package volume

import "rapor/analysis/result"

var permanentPermits = counts("VOL-03", "permanent-permits", result.Persons,
	result.T("Izin tinggal tetap (ITAP)", "Permanent stay permits (ITAP)"),
	result.T("Berapa izin tinggal tetap yang diterbitkan?",
		"How many permanent stay permits were issued?"))
