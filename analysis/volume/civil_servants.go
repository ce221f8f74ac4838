package volume

import "rapor/analysis/result"

var civilServants = counts("VOL-13", "civil-servants", result.Persons,
	result.T("Pegawai ASN", "Civil servants"),
	result.T("Berapa pegawai ASN pada akhir masa?",
		"How many civil servants are there at the end of the period?"))
