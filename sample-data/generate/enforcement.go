package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"time"
)

var countries = []struct {
	name  string
	share float64
}{{"Tiongkok", .2}, {"RRT", .08}, {"Nigeria", .12}, {"Malaysia", .1}, {"India", .09}, {"Korea Selatan", .08}, {"Bangladesh", .07}, {"Pakistan", .06}, {"Filipina", .05}, {"Jepang", .04}, {"Belanda", .03}, {"Australia", .03}, {"Vietnam", .03}, {"Rusia", .02}}

func country(r *rand.Rand) string {
	u := r.Float64()
	for _, c := range countries {
		if u -= c.share; u < 0 {
			return c.name
		}
	}
	return "Lainnya"
}

// dayIn is a random service day of a month.
func dayIn(r *rand.Rand, year, month int) time.Time {
	days := workdays(year)
	for {
		if d := days[r.IntN(len(days))]; int(d.Month()) == month {
			return d
		}
	}
}

func dmy(d time.Time) string { return d.Format("02/01/2006") }

// enforcement writes acts, monthly forms, cases, operations and tout incidents.
func enforcement(r *rand.Rand) ([]file, error) {
	var out []file
	var held []detention
	for _, year := range []int{2015, 2016} {
		acts, inside, err := actions(r, year)
		if err != nil {
			return nil, err
		}
		out, held = append(out, acts), append(held, inside...)
	}
	form, err := monthlyForm()
	if err != nil {
		return nil, err
	}
	full, err := fullForm()
	if err != nil {
		return nil, err
	}
	cases, err := cases(r)
	if err != nil {
		return nil, err
	}
	return append(out, form, full, cases, operations(r), touts(r), detentionList(held)), nil
}

// actions is the list of acts of a year, one row each. Some persons come back,
// most detained persons are deported later, and four rows at the end are what
// an audit should find.
func actions(r *rand.Rand, year int) (file, []detention, error) {
	b := newBook("TAK")
	b.line("KANTOR IMIGRASI KELAS II CONTOH (DATA SINTETIS)")
	b.line(fmt.Sprintf("DAFTAR TINDAKAN ADMINISTRATIF KEIMIGRASIAN TAHUN %d", year))
	b.line()
	b.line("NO", "TANGGAL KEPUTUSAN", "NAMA", "NO. PASPOR", "KEBANGSAAN", "L/P", "JENIS TAK", "PASAL", "TANGGAL PELAKSANAAN", "HARI OVERSTAY", "BIAYA BEBAN (Rp)")
	mean := map[int]float64{2015: 5.2, 2016: 7.6}[year]
	no := 0
	var held []detention
	for m := 1; m <= 12; m++ {
		n := int(mean + 2.2*r.NormFloat64())
		for range max(n, 1) {
			no++
			row, day := act(r, year, m, no)
			b.line(row...)
			if row[6] != "Ruang detensi" {
				continue
			}
			d := detention{day, row[3].(string), row[4].(string), row[5].(string), after(day, 3+r.IntN(12))}
			if no%3 != 0 {
				no++
				b.line(no, dmy(after(day, 1)), fmt.Sprintf("ORANG REKAAN %d", no), d.passport, d.country, d.sex, "Deportasi", "Pasal 75", dmy(d.out))
			}
			held = append(held, d)
		}
	}
	if year == 2016 {
		for _, odd := range audited(no) {
			no++
			b.line(odd...)
		}
	}
	b.line("JUMLAH", no)
	data, err := b.bytes()
	return file{fmt.Sprintf("penegakan-hukum/tak_%d.xlsx", year), data}, held, err
}

// audited are rows that contradict the law, the tariff or the spelling of the
// others, and one that names two acts.
func audited(no int) [][]any {
	row := func(i int, day, country, kind, article string, more ...any) []any {
		return append([]any{no + i, day, fmt.Sprintf("ORANG REKAAN %d", no+i), fmt.Sprintf("X%07d", 2016*1000+no+i), country, "L", kind, article}, more...)
	}
	return [][]any{
		row(1, "14/11/2016", "MALAYSIA", "Biaya beban", "Pasal 78", nil, 75, 75*300_000),
		row(2, "15/11/2016", "Cina", "Biaya beban", "Pasal 78 ayat 1 dan 2", nil, 10, 2_500_000),
		row(3, "16/11/2016", "Nigeria", "Deportasi dan penangkalan", "Pasal 75", "21/11/2016"),
		row(4, "17/11/2016", "India", "Larangan berada di wilayah tertentu", "Pasal 75 ayat (2) huruf c"),
	}
}

// detention is one stay in the detention room.
type detention struct {
	in       time.Time
	passport string
	country  string
	sex      string
	out      time.Time
}

// detentionList writes the same detentions as the lists of acts, with their
// ends; the last two persons are still there.
func detentionList(held []detention) file {
	var b bytes.Buffer
	b.WriteString("\ufeffNo;No. Paspor;Kebangsaan;L/P;Tanggal Masuk;Tanggal Keluar\r\n")
	for i, d := range held {
		out := dmy(d.out)
		if i >= len(held)-2 {
			out = ""
		}
		fmt.Fprintf(&b, "%d;%s;%s;%s;%s;%s\r\n", i+1, d.passport, d.country, d.sex, dmy(d.in), out)
	}
	return file{"penegakan-hukum/detensi.csv", b.Bytes()}
}

// act is one row of the list and the day it was decided.
func act(r *rand.Rand, year, m, no int) ([]any, time.Time) {
	d := dayIn(r, year, m)
	passport := fmt.Sprintf("X%07d", year*1000+no)
	switch {
	case year == 2016 && no%13 == 0: // known since the year before
		passport = fmt.Sprintf("X%07d", 2015*1000+no/2)
	case no%11 == 0:
		passport = fmt.Sprintf("X%07d", year*1000+no-10)
	}
	sex := "L"
	if r.IntN(4) == 0 {
		sex = "P"
	}
	row := []any{no, dmy(d), fmt.Sprintf("ORANG REKAAN %d", no), passport, country(r), sex}
	switch u := r.Float64(); {
	case u < .42:
		return append(row, "Deportasi", "Pasal 75", dmy(after(d, 2+r.IntN(12)))), d
	case u < .62:
		return append(row, "Penangkalan", "Pasal 75", nil), d
	case u < .80:
		days := 3 + r.IntN(50)
		return append(row, "Biaya beban", "Pasal 78", nil, days, days*300_000), d
	case u < .92:
		return append(row, "Ruang detensi", "Pasal 83", nil), d
	case u < .95:
		return append(row, "Keharusan bertempat tinggal", "Pasal 75 ayat (2) huruf d", nil), d
	}
	return append(row, "Pembatalan izin tinggal", "Pasal 122", nil), d
}

// monthlyForm is the stacked form of one month in which there was nothing.
func monthlyForm() (file, error) {
	b := newBook("Januari 2015")
	b.line("LAPORAN TINDAKAN KEIMIGRASIAN")
	b.line("BULAN : NOVEMBER 2014")
	b.line()
	b.line("NO", "PASAL YANG DILANGGAR", "TINDAKAN ADMINISTRATIF KEIMIGRASIAN")
	b.line(nil, nil, "DAFTAR CEKAL", nil, "DEPORTASI/PEMINDAHAN", nil, "RUANG DETENSI", nil, "BIAYA BEBAN", nil, "JUMLAH")
	b.line(nil, nil, "L", "P", "L", "P", "L", "P", "L", "P")
	for _, m := range []string{"A4:A6", "B4:B6", "C4:K4", "C5:D5", "E5:F5", "G5:H5", "I5:J5", "K5:K6", "A7:K7"} {
		b.merge(m[:2], m[3:])
	}
	b.line("NIHIL")
	data, err := b.bytes()
	return file{"penegakan-hukum/formulir_november_2014.xlsx", data}, err
}

// fullForm is the stacked form of one month with criminal cases and acts. Its
// second row states a JUMLAH that its L and P do not make.
func fullForm() (file, error) {
	b := newBook("Desember 2014")
	b.line("LAPORAN TINDAKAN KEIMIGRASIAN")
	b.line("BULAN : DESEMBER 2014")
	b.line()
	b.line("NO", "PASAL YANG DILANGGAR", "PROJUSTISIA", nil, nil, nil, nil, nil, nil, "TINDAKAN ADMINISTRATIF KEIMIGRASIAN")
	b.line(nil, nil, "SIDIK", nil, "PENUNTUTAN", nil, "SIDANG", nil, "JUMLAH", "DAFTAR CEKAL", nil, "DEPORTASI/PEMINDAHAN", nil, "RUANG DETENSI", nil, "BIAYA BEBAN", nil, "JUMLAH")
	b.line(nil, nil, "L", "P", "L", "P", "L", "P", nil, "L", "P", "L", "P", "L", "P", "L", "P")
	for _, m := range [][2]string{{"A4", "A6"}, {"B4", "B6"}, {"C4", "I4"}, {"J4", "R4"}, {"C5", "D5"}, {"E5", "F5"}, {"G5", "H5"}, {"I5", "I6"}, {"J5", "K5"}, {"L5", "M5"}, {"N5", "O5"}, {"P5", "Q5"}, {"R5", "R6"}} {
		b.merge(m[0], m[1])
	}
	b.line(1, "Pasal 75", nil, nil, nil, nil, nil, nil, nil, 2, 1, 2, nil, 1, nil, nil, nil, 6)
	b.line(2, "Pasal 78", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, 1, 1, 3)
	b.line(3, "Pasal 119", 1, nil, 1, nil, nil, nil, 2)
	data, err := b.bytes()
	return file{"penegakan-hukum/formulir_desember_2014.xlsx", data}, err
}

// cases are five pro justitia persons in 2015 and twelve in 2016.
func cases(r *rand.Rand) (file, error) {
	b := newBook("Projustisia")
	b.line("DAFTAR PERKARA PRO JUSTITIA (DATA SINTETIS)")
	b.line()
	b.line("NO", "NO. LK", "NAMA", "NO. PASPOR", "KEBANGSAAN", "L/P", "PASAL", "TANGGAL PENANGKAPAN", "TANGGAL SPDP", "TANGGAL P-21", "TANGGAL TAHAP II", "TANGGAL PUTUSAN", "TANGGAL SP3")
	no := 0
	for _, y := range []struct{ year, n int }{{2015, 5}, {2016, 12}} {
		for i := range y.n {
			no++
			arrest := dayIn(r, y.year, 1+i*11/y.n)
			spdp := after(arrest, 1+r.IntN(3))
			row := []any{no, fmt.Sprintf("LK-%02d/%d", i+1, y.year), fmt.Sprintf("TERSANGKA REKAAN %d", no), fmt.Sprintf("Y%07d", y.year*100+i), country(r), "L", "Pasal 119 ayat (1)", dmy(arrest), dmy(spdp)}
			if y.year == 2015 || i < 9 {
				p21 := after(spdp, 18+r.IntN(25))
				two := after(p21, 3+r.IntN(6))
				row = append(row, dmy(p21), dmy(two))
				if y.year == 2015 || i < 6 {
					row = append(row, dmy(after(two, 20+r.IntN(20))))
				}
			}
			if y.year == 2016 && i == 9 {
				row = append(row, nil, nil, nil, dmy(after(spdp, 45)))
			}
			b.line(row...)
		}
	}
	data, err := b.bytes()
	return file{"penegakan-hukum/projustisia.xlsx", data}, err
}

func operations(r *rand.Rand) file {
	var b bytes.Buffer
	b.WriteString("\ufeffNo;Tanggal;Kegiatan;Tingkat;Diperiksa;Pelanggaran;Keterangan\r\n")
	no := 0
	for _, y := range []struct{ year, ops int }{{2015, 1}, {2016, 2}} {
		for m := 1; m <= 12; m++ {
			for range y.ops + r.IntN(2) {
				no++
				checked := 8 + r.IntN(40)
				kind := "Operasi pengawasan"
				if no%4 == 0 {
					kind = "Operasi gabungan"
				}
				fmt.Fprintf(&b, "%d;%s;%s;Kabupaten/Kota;%d;%d;\r\n", no, dmy(dayIn(r, y.year, m)), kind, checked, r.IntN(max(2, checked/7)))
			}
			if m%2 == 0 {
				no++
				fmt.Fprintf(&b, "%d;%s;Rapat koordinasi TIMPORA;Kabupaten/Kota;-;-;\r\n", no, dmy(dayIn(r, y.year, m)))
			}
		}
	}
	return file{"penegakan-hukum/operasi_timpora.csv", b.Bytes()}
}

func touts(r *rand.Rand) file {
	var b bytes.Buffer
	b.WriteString("\ufeffNo;Tanggal Kejadian;Tindak Lanjut;Melibatkan Petugas\r\n")
	no := 0
	for _, y := range []struct {
		year int
		mean float64
	}{{2015, 2.4}, {2016, 1.1}} {
		for m := 1; m <= 12; m++ {
			for range int(y.mean*2*r.Float64() + .5) {
				no++
				outcome := []string{"Ditegur", "Dikeluarkan dari kantor", "Dilaporkan ke polisi"}[min(2, r.IntN(4))]
				staff := "Tidak"
				if no%9 == 0 {
					staff = "Ya"
				}
				fmt.Fprintf(&b, "%d;%s;%s;%s\r\n", no, dmy(dayIn(r, y.year, m)), outcome, staff)
			}
		}
	}
	return file{"penegakan-hukum/kejadian_calo.csv", b.Bytes()}
}
