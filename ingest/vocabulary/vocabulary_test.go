package vocabulary

import "testing"

func TestKnown(t *testing.T) {
	for _, tc := range []struct{ field, label string }{
		{"service", "Paspor"}, {"service", "Paspor Baru (48 Halaman)"}, {"service", "Penggantian Paspor Habis Masa Berlaku"},
		{"service", "IZIN TINGGAL"}, {"class", "Prioritas Lansia"}, {"class", "Walk-in"}, {"act", "Deportasi dan penangkalan"},
		{"outcome", "Dilaporkan ke polisi"}, {"act", "Pemindahan ke Rumah Detensi Imigrasi"}, {"act", "Deportasi, disertai penangkalan"}, {"revenue", "Pendapatan Paspor"},
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
		{Nationality, "KENARI SATU"}, {Nationality, "Paspor"}, {Article, "Budi"}, {Article, "Pasal 75 atas nama Budi"}, {Office, "Budi Santoso"}, {"act", "JOHN DOE dideportasi"}, {"act", "Deportasi a.n. Budi"}, {"outcome", "B. S. dilaporkan ke polisi"},
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

// TestNumbersInAnyDress: whatever groups, signs and letters a number of a person
// comes in, it is no term and no label to print.
func TestNumbersInAnyDress(t *testing.T) {
	for _, s := range []string{"317 405 120 590 000 9", "B 765 432 1", "Paspor B-76-54-32-1", "a.b. 31.74.05.12.05.90.00.01", "Paspor 123-456-789",
		"+1 202 555 014", "NIK3174051205900001", "31.74.05.120590.0002", "0812/3456/7890", "C01X00T47", "317405/120590/0004", "3174051205900005_ktp", "08123456789x",
		"3 1 7 4 0 5 1 2 0 5 9 0 0 0 0 9"} {
		for _, field := range []string{"service", Nationality, Office, "act"} {
			if !Numbered(field, s) && Personal(s) == "" {
				t.Errorf("%s %q is printed", field, s)
			}
			if Known(field, s) && !Numbered(field, s) && Personal(s) == "" {
				t.Errorf("%s %q is known", field, s)
			}
		}
	}
	if Personal("budi[at]gmail.com") != Email {
		t.Error("an address in disguise passes")
	}
	for field, labels := range map[string][]string{
		"service": {"Paspor Baru 48 Halaman", "Loket 12", "P-21"}, Article: {"Pasal 75 ayat 2 huruf f UU 6/2011"}, Account: {"425211", "52.11.11"}, Office: {"Kantor Imigrasi Kelas II Seruni"},
	} {
		for _, l := range labels {
			if Numbered(field, l) {
				t.Errorf("%s %q is not printed", field, l)
			}
		}
	}
}
