package volume

import "rapor/analysis/result"

var limitedPermits = counts("VOL-02", "limited-permits", result.Persons,
	result.T("Izin tinggal terbatas (ITAS)", "Limited stay permits (ITAS)"),
	result.T("Berapa izin tinggal terbatas yang diterbitkan?",
		"How many limited stay permits were issued?"))
