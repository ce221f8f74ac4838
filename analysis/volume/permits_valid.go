package volume

import "rapor/analysis/result"

var validPermits = counts("VOL-04", "permits-valid", result.Persons,
	result.T("Izin tinggal yang berlaku", "Valid stay permits"),
	result.T("Berapa izin tinggal yang berlaku pada akhir masa?",
		"How many stay permits are valid at the end of the period?"))
