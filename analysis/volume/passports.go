package volume

import "rapor/analysis/result"

var passports = counts("VOL-10", "passports", result.Count,
	result.T("Paspor yang diterbitkan", "Passports issued"),
	result.T("Berapa paspor yang diterbitkan?",
		"How many passports were issued?"))
