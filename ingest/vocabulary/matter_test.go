package vocabulary

import "testing"

// TestMatters reads labels as offices write them.
func TestMatters(t *testing.T) {
	for label, want := range map[string]string{
		"ITK": "visit-permits", "Penerbitan ITAS": "limited-permits", "Izin Tinggal Terbatas (ITAS)": "", "KITAP": "permanent-permits",
		"Jumlah Paspor Terbit": "passports", "Paspor RI 48 halaman": "passports", "Permohonan paspor ditolak": "refusals",
		"Perlintasan": "crossings", "Kedatangan WNA": "arrivals", "Laporan APOA": "foreigner-reports", "ASN": "civil-servants",
		"PPNPN": "contract-staff", "ITAS aktif": "permits-valid", "Deportasi": "", "Suhu udara": "", "": "", "Jumlah": "",
		"Penolakan masuk": "entry-refusals", "Kunjungan lapangan": "field-visits", "Passports issued": "passports",
	} {
		m, ok := MatterOf(label)
		if m.Key != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", label, m.Key, want)
		}
	}
}

// TestMattersAreOfOneKindEach: no phrase is of two matters, and every matter says
// whether it adds up.
func TestMattersAreOfOneKindEach(t *testing.T) {
	if n := len(Matters()); n < 15 {
		t.Errorf("%d matters", n)
	}
	for _, m := range Matters() {
		if m.Stock != (m.Key == "permits-valid" || m.Key == "civil-servants" || m.Key == "contract-staff" || m.Key == "staff") {
			t.Errorf("%s: stock %v", m.Key, m.Stock)
		}
	}
}
