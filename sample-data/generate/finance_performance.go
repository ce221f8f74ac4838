package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// performance writes what the budget performance scores are made from: DIPA
// revisions, contracts, payment orders, cash advances, outputs, the orders of
// quarter IV, and an official score. 2016 goes better than 2015. There is no
// government credit card in these years. Everything is synthetic.
func performance(r *rand.Rand) ([]file, error) {
	out := []file{reviseds()}
	deals, err := deals(r)
	if err != nil {
		return nil, err
	}
	out = append(out, deals)
	for _, year := range []int{2015, 2016} {
		out = append(out, bills(r, year), cashbook(r, year), achievements(r, year), yearEnd(r, year))
	}
	return append(out, officialScore()), nil
}

func on(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// table starts a CSV as Indonesian Excel saves it: mark, title, blank line, header.
func table(title, header string) *bytes.Buffer {
	var b bytes.Buffer
	b.WriteString("\ufeff" + title + "\r\n\r\n" + header + "\r\n")
	return &b
}

func reviseds() file {
	b := table("DAFTAR REVISI DIPA 2015-2016 (DATA SINTETIS)", "No;Tanggal Pengesahan;Kode Revisi;Jenis;Pagu Semula;Pagu Menjadi")
	before := map[int]int64{2015: 9_379_250_000, 2016: 10_129_590_000}
	for i, x := range []struct {
		at    time.Time
		code  string
		kind  string
		added int64
	}{
		{on(2015, 3, 12), "211", "Pergeseran antarjenis belanja", 0}, {on(2015, 5, 20), "220", "Ralat kode", 0}, {on(2015, 7, 28), "221", "Pergeseran", 0},
		{on(2015, 8, 25), "311", "Tambahan pagu", 0}, {on(2015, 9, 15), "211", "Pergeseran antarjenis belanja", 0}, {on(2015, 11, 18), "222", "Pemutakhiran Halaman III", 0},
		{on(2016, 4, 14), "211", "Pergeseran antarjenis belanja", 0}, {on(2016, 8, 22), "212", "Perubahan pagu", 142_500_000}, {on(2016, 10, 18), "221", "Pergeseran", 0},
	} {
		p := before[x.at.Year()]
		fmt.Fprintf(b, "%d;%s;%s;%s;%s;%s\r\n", i+1, dmy(x.at), x.code, x.kind, grouped(p), grouped(p+x.added))
	}
	return file{"keuangan/revisi_dipa.csv", b.Bytes()}
}

// deals is a workbook of contracts, a sheet a fiscal year, two of them signed
// before the year began.
func deals(r *rand.Rand) (file, error) {
	var b *book
	for _, year := range []int{2015, 2016} {
		name := fmt.Sprintf("TA %d", year)
		if b == nil {
			b = newBook(name)
		} else {
			b.add(name)
		}
		b.line("KANTOR IMIGRASI KELAS II CONTOH (DATA SINTETIS)")
		b.line(fmt.Sprintf("DAFTAR KONTRAK TAHUN ANGGARAN %d", year))
		b.line()
		b.line("NO", "NO. KONTRAK", "AKUN", "NILAI KONTRAK (Rp)", "TANGGAL KONTRAK", "CARA PEMBAYARAN", "TANGGAL SP2D")
		months := map[int][]int{2015: {0, 1, 3, 5, 6, 8, 9, 11}, 2016: {0, 0, 1, 2, 3, 4, 6, 9, 10}}[year]
		for i, m := range months {
			signed := on(year, m, 4+r.IntN(20))
			if m == 0 {
				signed = on(year-1, 12, 27+r.IntN(4))
			}
			account, how := "521", "Bulanan"
			value := int64(40+r.IntN(350)) * 1_000_000
			paid := dmy(after(signed, 15+r.IntN(20)))
			if i%2 == 1 {
				account, how, value = "532", "Sekaligus", int64(60+r.IntN(150))*1_000_000
			} else if m == 0 {
				paid = dmy(on(year, 1, 20+r.IntN(8)))
			}
			if m == 0 && i%2 == 1 {
				paid = dmy(on(year, 2, 10+r.IntN(8)))
			}
			b.line(i+1, fmt.Sprintf("W10/KU/%02d/%d", i+1, year), account+"111", value, dmy(signed), how, paid)
		}
	}
	data, err := b.bytes()
	return file{"keuangan/kontrak.xlsx", data}, err
}

// bills are the contract payment orders with a few of other kinds.
func bills(r *rand.Rand, year int) file {
	b := table(fmt.Sprintf("PENYELESAIAN TAGIHAN TAHUN ANGGARAN %d (DATA SINTETIS)", year), "NO;NO. SPM;JENIS SPM;TANGGAL BAST;TANGGAL TERIMA KPPN;NILAI SPM")
	slow := map[int]int{2015: 4, 2016: 14}[year] // one in so many is late
	for i := range 36 {
		accepted := dayIn(r, year, 1+i/3)
		days := 5 + r.IntN(12)
		if r.IntN(slow) == 0 {
			days = 18 + r.IntN(6)
		}
		kind := "LS Kontraktual"
		if i%9 == 4 {
			kind = "LS Nonkontraktual"
		}
		received := dmy(after(accepted, days))
		if after(accepted, days).Year() > year {
			received = dmy(on(year, 12, 30))
		}
		fmt.Fprintf(b, "%d;%05d;%s;%s;%s;%s\r\n", i+1, 40+7*i, kind, dmy(accepted), received, grouped(int64(3+r.IntN(90))*500_000))
	}
	return file{fmt.Sprintf("keuangan/tagihan_%d.csv", year), b.Bytes()}
}

// cashbook is the advance of a year: replenished about every month, one
// additional advance, final accounting in December.
func cashbook(r *rand.Rand, year int) file {
	b := table(fmt.Sprintf("UANG PERSEDIAAN TAHUN ANGGARAN %d (DATA SINTETIS)", year), "NO;JENIS SPM;NILAI SP2D;TANGGAL SP2D;TANGGAL SP2D SEBELUMNYA")
	no := 0
	row := func(kind string, value int64, at time.Time, before string) {
		no++
		fmt.Fprintf(b, "%d;%s;%s;%s;%s\r\n", no, kind, grouped(value), dmy(at), before)
	}
	const up = 45_000_000
	last := after(on(year, 1, 8), 1)
	row("UP", up, last, "")
	most := map[int]int{2015: 26, 2016: 18}[year] // working days between two payments, at most
	for last.Month() < 11 {
		before := last
		last = after(last, 12+r.IntN(most-12))
		row("GUP", int64(25+r.IntN(19))*1_000_000, last, dmy(before))
	}
	row("TUP", 80_000_000, on(year, 6, 9), "")
	row("PTUP", map[int]int64{2015: 61_250_000, 2016: 76_400_000}[year], on(year, 7, map[int]int{2015: 13, 2016: 1}[year]), dmy(on(year, 6, 9)))
	row("Setoran TUP", map[int]int64{2015: 18_750_000, 2016: 3_600_000}[year], on(year, 7, map[int]int{2015: 14, 2016: 1}[year]), "")
	row("GUP Nihil", up, on(year, 12, 16), dmy(last))
	return file{fmt.Sprintf("keuangan/up_tup_%d.csv", year), b.Bytes()}
}

// achievements are monthly reports of three outputs.
func achievements(r *rand.Rand, year int) file {
	b := table(fmt.Sprintf("CAPAIAN OUTPUT TAHUN ANGGARAN %d (DATA SINTETIS)", year), "BULAN;KODE RO;TARGET VOLUME;RVRO;PCRO;TPCRO;TANGGAL LAPOR;STATUS KONFIRMASI")
	reach := map[int]int{2015: 91, 2016: 98}[year]
	for m := 1; m <= 12; m++ {
		for i, ro := range []struct {
			code   string
			target int
		}{{"BAA.001", 2700}, {"BAH.002", 24}, {"EBA.994", 12}} {
			planned := 100 * m / 12
			done := planned * (reach + r.IntN(5)) / 100
			limit := after(on(year, m+1, 1).AddDate(0, 0, -1), 5)
			at := limit.AddDate(0, 0, -r.IntN(3))
			if r.IntN(map[int]int{2015: 6, 2016: 18}[year]) == 0 {
				at = after(limit, 1+r.IntN(3))
			}
			state := "Terkonfirmasi"
			if m == 12 && i == 2 && year == 2015 {
				state = "Belum terkonfirmasi"
			}
			fmt.Fprintf(b, "%s;%s;%d;%d;%d%%;%d%%;%s;%s\r\n", monthNames[m-1], ro.code, ro.target, ro.target*done/100, done, planned, dmy(at), state)
		}
	}
	return file{fmt.Sprintf("keuangan/capaian_output_%d.csv", year), b.Bytes()}
}

// yearEnd is every payment order of the last quarter; few need a dispensation.
func yearEnd(r *rand.Rand, year int) file {
	b := table(fmt.Sprintf("SPM TRIWULAN IV TAHUN ANGGARAN %d (DATA SINTETIS)", year), "NO;NO. SPM;TANGGAL SPM;DISPENSASI")
	var days []time.Time
	for range 108 {
		days = append(days, dayIn(r, year, 10+r.IntN(3)))
	}
	slices.SortFunc(days, time.Time.Compare)
	for i, d := range days {
		mark := "Tidak"
		if year == 2015 && i == 106 {
			mark = "Ya"
		}
		fmt.Fprintf(b, "%d;%05d;%s;%s\r\n", i+1, 400+i, dmy(d), mark)
	}
	return file{fmt.Sprintf("keuangan/spm_triwulan_iv_%d.csv", year), b.Bytes()}
}

// officialScore is a score as another authority would hand it over. In 2016
// there was no IKPA, and the file does not say that there was.
func officialScore() file {
	b := table("NILAI KINERJA PELAKSANAAN ANGGARAN TAHUN ANGGARAN 2016 (REKAAN)", "SKEMA;BULAN;INDIKATOR;NILAI RESMI")
	for _, x := range []struct{ month, part, score string }{
		{"Juni", "Nilai Akhir", "93,40"}, {"Desember", "Revisi DIPA", "110,00"}, {"Desember", "Deviasi Halaman III DIPA", "92,75"}, {"Desember", "Penyerapan Anggaran", "84,10"},
		{"Desember", "Belanja Kontraktual", "98,00"}, {"Desember", "Penyelesaian Tagihan", "96,00"}, {"Desember", "Pengelolaan UP dan TUP", "94,20"},
		{"Desember", "Capaian Output", "97,10"}, {"Desember", "Nilai Akhir", "94,88"},
	} {
		fmt.Fprintf(b, "Kinerja Pelaksanaan Anggaran (rekaan);%s;%s;%s\r\n", x.month, x.part, x.score)
	}
	return file{"keuangan/nilai_resmi_2016.csv", b.Bytes()}
}
