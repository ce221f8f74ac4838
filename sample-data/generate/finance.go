package main

import (
	"fmt"
	"math/rand/v2"

	"rapor/ingest/text"
)

// account is one type of spending with its yearly ceiling in rupiah and the
// share of it spent in each month.
type account struct {
	name    string
	ceiling int64
	blocked int64
	curve   [12]float64
	slip    float64 // how far months stray from the plan
	reached float64 // share of the plan really spent
}

func accounts(year int) []account {
	grow := 1.0
	if year == 2016 {
		grow = 1.08
	}
	even := [12]float64{.077, .078, .078, .078, .079, .08, .13, .08, .08, .08, .08, .08}
	late := [12]float64{.03, .05, .07, .08, .09, .1, .07, .09, .1, .11, .11, .1}
	end := [12]float64{0, .02, .05, .08, .1, .1, .05, .1, .1, .15, .15, .1}
	slip := map[int]float64{2015: .19, 2016: .06}[year]
	round := func(v float64) int64 { return int64(v*grow/1000) * 1000 }
	return []account{
		{"51 Belanja Pegawai", round(4_286_500_000), 0, even, slip / 3, .995},
		{"52 Belanja Barang", round(3_912_750_000), map[int]int64{2015: 0, 2016: 142_500_000}[year], late, slip, map[int]float64{2015: .91, 2016: .955}[year]},
		{"53 Belanja Modal", round(1_180_000_000), 0, end, slip * 1.3, map[int]float64{2015: .84, 2016: .972}[year]},
	}
}

// budget writes the DIPA ledger of both years, the office's own monthly tables
// of late 2016, and the revenue tables.
func budget(r *rand.Rand) ([]file, error) {
	var out []file
	for _, year := range []int{2015, 2016} {
		b := newBook("Realisasi")
		b.line("KANTOR IMIGRASI KELAS II CONTOH (DATA SINTETIS)")
		b.line("LAPORAN PELAKSANAAN ANGGARAN")
		b.line(fmt.Sprintf("TAHUN ANGGARAN %d", year))
		b.line()
		b.line("BULAN", "JENIS BELANJA", "ANGGARAN", nil, "PELAKSANAAN", nil, "SISA DANA")
		b.line(nil, nil, "PAGU (Rp)", "BLOKIR (Rp)", "RPD (Rp)", "REALISASI (Rp)")
		for _, m := range []string{"A5:A6", "B5:B6", "C5:D5", "E5:F5", "G5:G6"} {
			b.merge(m[:2], m[3:])
		}
		spent := ledger(r, b, year)
		b.line("JUMLAH", nil, nil, nil, nil, spent)
		b.line()
		b.line(nil, nil, nil, nil, "Mengetahui,")
		b.line(nil, nil, nil, nil, "Kepala Kantor")
		data, err := b.bytes()
		if err != nil {
			return nil, err
		}
		out = append(out, file{fmt.Sprintf("keuangan/realisasi_%d.xlsx", year), data})
		rev, err := revenue(r, year)
		if err != nil {
			return nil, err
		}
		out = append(out, rev)
	}
	return out, nil
}

func ledger(r *rand.Rand, b *book, year int) int64 {
	var total int64
	spent := map[string]int64{}
	for m := range 12 {
		for _, a := range accounts(year) {
			plan := int64(float64(a.ceiling-a.blocked)*a.curve[m]/1000) * 1000
			x := int64(float64(plan)*a.reached*(1+a.slip*r.NormFloat64())/100) * 100
			if x < 0 {
				x = 0
			}
			total += x
			spent[a.name] += x
			left := a.ceiling - spent[a.name]
			if year == 2015 && m == 7 && a.name[:2] == "52" {
				left += 9_000_000 // a remainder that its own row contradicts
			}
			b.line(monthNames[m], a.name, a.ceiling, a.blocked, plan, x, left)
		}
	}
	return total
}

// revenue is the PNBP table as CSV with Indonesian numbers, SIMPONI and SPAN
// nearly equal.
func revenue(r *rand.Rand, year int) (file, error) {
	text := fmt.Sprintf("\ufeffPENERIMAAN NEGARA BUKAN PAJAK;;;;;;\r\nTAHUN ANGGARAN %d;;;;;;\r\n;;;;;;\r\nNO;BULAN;KODE AKUN;JENIS PENDAPATAN;TARGET;REALISASI SIMPONI;REALISASI SPAN\r\n", year)
	no := 0
	var target, simponi, span int64
	for m := range 12 {
		for _, k := range []struct {
			code, name string
			tariff     int64
			volume     float64
			target     int64
		}{{"423211", "Pendapatan Paspor", 355_000, 235, 1_000_000_000}, {"423212", "Pendapatan Visa dan Izin Keimigrasian", 700_000, 118, 950_000_000}, {"423216", "Pendapatan Biaya Beban", 300_000, 40, 120_000_000}} {
			no++
			n := int64(k.volume * (1 + .1*r.NormFloat64()) * map[int]float64{2015: .9, 2016: 1}[year])
			s := n * k.tariff
			p := s
			if r.IntN(4) == 0 {
				p -= k.tariff * int64(r.IntN(4)) // booked in the following month
			}
			target, simponi, span = target+k.target/12, simponi+s, span+p
			text += fmt.Sprintf("%d;%s;%s;%s;%s;%s;%s\r\n", no, monthNames[m], k.code, k.name, grouped(k.target), grouped(s), grouped(p))
		}
	}
	text += fmt.Sprintf("TOTAL;;;;%s;%s;%s\r\n", grouped(target), grouped(simponi), grouped(span))
	return file{fmt.Sprintf("keuangan/pnbp_%d.csv", year), []byte(text)}, nil
}

// grouped writes an amount the Indonesian way.
func grouped(n int64) string { return text.Group(n, text.ID) }
