package vocabulary

import "testing"

func TestKnown(t *testing.T) {
	for _, tc := range []struct{ field, label string }{
		{"service", "Paspor"}, {"service", "Paspor Baru (48 Halaman)"}, {"service", "Penggantian Paspor Habis Masa Berlaku"},
		{"service", "IZIN TINGGAL"}, {"class", "Prioritas Lansia"}, {"class", "Walk-in"}, {"act", "Deportasi dan penangkalan"},
		{"outcome", "Dilaporkan ke polisi"}, {"revenue", "Pendapatan Paspor"},
		{Nationality, "Tiongkok"}, {Nationality, "RRC"}, {Nationality, "Korea Selatan"}, {Nationality, "SAUDI ARABIA"}, {Nationality, "Timor-Leste"},
		{Article, "Pasal 75"}, {Article, "Pasal 119 ayat (1)"}, {Article, "Pasal 75 ayat 2 huruf f UU 6/2011"},
		{Office, "Kantor Imigrasi Kelas II Seruni"}, {Office, "KANIM SERUNI"},
	} {
		if !Known(tc.field, tc.label) {
			t.Errorf("%s %q is not known", tc.field, tc.label)
		}
	}
	for _, tc := range []struct{ field, label string }{
		{"service", ""}, {"service", "Budi Santoso"}, {"service", "Paspor a.n. Budi"}, {"service", "3175012304900001"}, {"service", "Paspor A1234567"},
		{Nationality, "KENARI SATU"}, {Nationality, "Paspor"}, {Article, "Budi"}, {Article, "Pasal 75 atas nama Budi"}, {Office, "Budi Santoso"}, {"act", "JOHN DOE dideportasi"},
	} {
		if Known(tc.field, tc.label) {
			t.Errorf("%s %q is known", tc.field, tc.label)
		}
	}
}

func TestPersonal(t *testing.T) {
	for s, want := range map[string]string{
		"3175012304900001": NIK, "3175 0123 0490 0001": NIK, "NIK 317501.230490.0001": NIK,
		"198001012005011001": NIP, "19800101 200501 1 001": NIP,
		"A1234567": Passport, "paspor no. X 123456": Passport, "E12345678": Passport, "AB1234567": Passport,
		"081234567890": Phone, "+62 812-3456-7890": Phone, "(021) 555-1234": Phone, "62 812 3456 7890": Phone,
		"budi.s@contoh.go.id": Email,
		"Paspor":              "", "A001": "", "2016-03-01": "", "Pasal 75 ayat (2)": "", "48 halaman": "", "1.234.567": "", "07.30": "", "Loket 12": "",
		"425112": "", "W10-IMI-001": "", "2016": "",
	} {
		if got := Personal(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestPersonalHeadings goes through every word, so that none is lost.
func TestPersonalHeadings(t *testing.T) {
	for w := range personalWords {
		if !PersonalHeading(w) {
			t.Errorf("%q is not personal", w)
		}
	}
	for _, h := range []string{"NIK", "N.I.K.", "No. KTP", "NIP Petugas", "Nama", "NAMA LENGKAP", "Nama Pemohon", "No. Paspor", "Nomor Paspor", "No HP",
		"No. Telp", "Alamat Rumah", "E-mail", "Email Address", "TTL", "Tempat Lahir", "Tanggal Lahir", "Date of Birth", "Passport No", "no_hp", "Nama Sponsor", "WA"} {
		if !PersonalHeading(h) {
			t.Errorf("%q is not personal", h)
		}
	}
	for _, h := range []string{"Nama Layanan", "Nama Loket", "Service Name", "Nama Satker", "Kebangsaan", "Jenis Kelamin", "No. Responden", "Tanggal", "Layanan", "No Antrian", "Keterangan", ""} {
		if PersonalHeading(h) {
			t.Errorf("%q is personal", h)
		}
	}
}
