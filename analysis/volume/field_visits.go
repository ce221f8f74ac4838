package volume

import "rapor/analysis/result"

var visits = counts("VOL-09", "field-visits", result.Events,
	result.T("Kunjungan lapangan", "Field visits"),
	result.T("Berapa kali petugas turun ke lapangan?",
		"How often did officers go into the field?"))
