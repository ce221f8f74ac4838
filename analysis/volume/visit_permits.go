package volume

import "rapor/analysis/result"

var visitPermits = counts("VOL-01", "visit-permits", result.Persons,
	result.T("Izin tinggal kunjungan (ITK)", "Visit stay permits (ITK)"),
	result.T("Berapa izin tinggal kunjungan yang diterbitkan?",
		"How many visit stay permits were issued?"))
