package main

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

var elements = []struct {
	name         string
	before, late float64
}{{"Persyaratan", 3.05, 3.3}, {"Prosedur", 2.9, 3.25}, {"Waktu Penyelesaian", 2.35, 3.2}, {"Biaya/Tarif", 3.2, 3.35}, {"Produk", 3.15, 3.4}, {"Kompetensi Pelaksana", 3.1, 3.3}, {"Perilaku Pelaksana", 3.0, 3.3}, {"Penanganan Pengaduan", 2.7, 3.0}, {"Sarana dan Prasarana", 2.55, 2.95}}

// surveys writes the yearly SKM sheets, complaints, passport applications and
// the holidays.
func surveys(r *rand.Rand) ([]file, error) {
	var out []file
	for _, year := range []int{2015, 2016} {
		f, err := skm(r, year)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return append(out, complaints(r), passports(r, 2015), passports(r, 2016), holidayFile(), ombudsman()), nil
}

func score(r *rand.Rand, mean float64) int {
	return max(1, min(4, int(math.Round(mean+.62*r.NormFloat64()))))
}

// skm is one year of respondents, a sheet a half-year, with the footer rows
// that survey sheets end with.
func skm(r *rand.Rand, year int) (file, error) {
	var b *book
	for half := range 2 {
		name := fmt.Sprintf("Semester %d", half+1)
		if b == nil {
			b = newBook(name)
		} else {
			b.add(name)
		}
		b.line("SURVEI KEPUASAN MASYARAKAT (DATA SINTETIS)")
		b.line(fmt.Sprintf("Tahun %d, %s", year, name))
		b.line()
		head := []any{"No Responden", "Tanggal", "Jenis Layanan"}
		for _, e := range elements {
			head = append(head, e.name)
		}
		b.line(head...)
		var sums [9]int
		n := 160
		for i := range n {
			d := dayIn(r, year, half*6+1+i*6/n)
			row := []any{i + 1, dmy(d), services[pick(r)].name}
			for k, e := range elements {
				mean := e.before
				if !d.Before(reform) {
					mean = e.late
				}
				s := score(r, mean)
				sums[k] += s
				if year == 2016 && half == 0 && i == 40 && k == 3 {
					s = 5 // an answer that the scale does not have
				}
				row = append(row, s)
			}
			b.line(row...)
		}
		foot := []any{"Σ Nilai/Unsur", nil, nil}
		for _, s := range sums {
			foot = append(foot, s)
		}
		b.line(foot...)
		b.line("NRR/Unsur")
		b.line("IKM UNIT PELAYANAN")
	}
	data, err := b.bytes()
	return file{fmt.Sprintf("survei/skm_%d.xlsx", year), data}, err
}

func complaints(r *rand.Rand) file {
	var b bytes.Buffer
	b.WriteString("\ufeffNo;Tanggal Pengaduan;Saluran;Pokok Pengaduan;Tanggal Selesai\r\n")
	no := 0
	for _, y := range []struct{ year, n int }{{2015, 11}, {2016, 5}} {
		for m := 1; m <= 12; m++ {
			for range y.n/2 + r.IntN(y.n) {
				no++
				d := dayIn(r, y.year, m)
				topic := []string{"Antrean lama", "Kuota habis", "Sikap petugas", "Sarana", "Persyaratan"}[r.IntN(5)]
				channel := []string{"Loket", "Telepon", "LAPOR", "Surel"}[r.IntN(4)]
				closed := after(d, 1+r.IntN(9))
				if no%17 == 0 { // beyond any limit
					closed = after(d, 21)
				}
				text := dmy(closed)
				if closed.Year() > 2016 { // still open
					text = ""
				}
				fmt.Fprintf(&b, "%d;%s;%s;%s;%s\r\n", no, dmy(d), channel, topic, text)
			}
		}
	}
	return file{"survei/pengaduan.csv", b.Bytes()}
}

// passports is a year of applications; in 2016 every 37th is an express one,
// promised for the next working day.
func passports(r *rand.Rand, year int) file {
	var b bytes.Buffer
	b.WriteString("\ufeffNo. Permohonan;Tanggal Permohonan;Jenis Paspor;Tanggal Selesai")
	if year == 2016 {
		b.WriteString(";Percepatan")
	}
	b.WriteString("\r\n")
	no := 0
	slow := map[int]float64{2015: .2, 2016: .045}[year]
	for _, d := range workdays(year) {
		for range 9 + r.IntN(5) {
			no++
			n := 2 + r.IntN(3)
			if r.Float64() < slow {
				n = 5 + r.IntN(6)
			}
			express := ""
			if year == 2016 {
				express = ";"
				if no%37 == 0 {
					n, express = 1+no/37%12/11, ";Ya" // one in twelve a day late
				}
			}
			ready := after(d, n)
			text := dmy(ready)
			if ready.After(time.Date(2016, 12, 30, 0, 0, 0, 0, time.UTC)) {
				text = ""
			}
			fmt.Fprintf(&b, "P%d-%05d;%s;Paspor biasa 48 halaman;%s%s\r\n", year, no, dmy(d), text, express)
		}
	}
	return file{fmt.Sprintf("paspor/permohonan_%d.csv", year), b.Bytes()}
}

// ombudsman is the made-up score of two years, with its dimensions.
func ombudsman() file {
	return file{"survei/ombudsman.csv", []byte("\ufeffTahun;Dimensi;Nilai;Zona\r\n2015;;68,40;Kuning\r\n2015;Standar pelayanan;71,00;\r\n2015;Sarana dan prasarana;65,80;\r\n" +
		"2016;;83,50;Hijau\r\n2016;Standar pelayanan;86,00;\r\n2016;Sarana dan prasarana;81,00;\r\n")}
}

func holidayFile() file {
	days := make([]string, 0, len(holidays))
	for d := range holidays {
		days = append(days, d)
	}
	slices.Sort(days)
	var b bytes.Buffer
	b.WriteString("tanggal;keterangan\r\n")
	for _, d := range days {
		fmt.Fprintf(&b, "%s;%s\r\n", d, holidays[d])
	}
	return file{"hari-libur.csv", b.Bytes()}
}
