package volume

import "rapor/analysis/result"

var contractStaff = counts("VOL-14", "contract-staff", result.Persons,
	result.T("Pegawai PPNPN", "Contract staff"),
	result.T("Berapa pegawai PPNPN pada akhir masa?",
		"How many contract staff are there at the end of the period?"))
