package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"time"
)

// reform is the day the quota began: 200 tickets between 07:30 and 10:00.
var reform = time.Date(2016, 3, 1, 0, 0, 0, 0, time.UTC)

// hallOn is the main office's waiting hall on a day.
func hallOn(d time.Time) hall {
	if d.Before(reform) {
		return hall{counters: 4, perDay: 77, from: 6*hourSec + 1200, to: 13 * hourSec, rush: 2.1, service: 860}
	}
	return hall{counters: 7, perDay: 86, from: 7*hourSec + 1800, to: 10 * hourSec, rush: 1.1, limit: 200, service: 400}
}

const queueHeader = "Tanggal;No. Antrean;Jenis Layanan;Kelas;Jam Ambil;Jam Panggil;Jam Mulai;Jam Selesai;Loket;Status;Panggil Ulang;Nama Pemohon\r\n"

// busy days late in 2016 use the quota up.
func crowd(d time.Time) float64 {
	if d.Before(reform) {
		return 1
	}
	if d.Month() == time.June || d.Month() == time.December || d.Day() <= 3 {
		return 2.2
	}
	return 1
}

func clock(s int) string {
	if s == 0 {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%02d", s/3600, s/60%60, s%60)
}

// names are made up; the column proves that personal data are dropped.
var given = []string{"Contoh Satu", "Contoh Dua", "Warga Rekaan", "Pemohon Uji", "Nama Samaran"}

func queues(r *rand.Rand) ([]file, error) {
	var out []file
	var half bytes.Buffer
	for _, year := range []int{2015, 2016} {
		months := make([]bytes.Buffer, 12)
		for _, d := range workdays(year) {
			h := hallOn(d)
			h.perDay *= crowd(d)
			b := &months[d.Month()-1]
			for i, t := range h.day(r, d) {
				fmt.Fprintf(b, "%s;%s;%s;%s;%s;%s;%s;%s;%d;%s;%s;%s\r\n", d.Format("02/01/2006"), t.number, t.service, t.class, clock(t.taken), clock(t.called),
					clock(t.started), clock(t.ended), t.counter, t.status, yesNo(t.recalled), given[(i+d.Day())%len(given)])
			}
		}
		for m := range months {
			spoil(&months[m], year, m)
			name := fmt.Sprintf("antrean/%d/antrean_%s_%d.csv", year, lower(monthNames[m]), year)
			text := append([]byte(queueHeader), months[m].Bytes()...)
			if year == 2015 && m == 0 {
				text = windows1252(append([]byte("KANTOR IMIGRASI CONTOH – LAPORAN ANTREAN\r\n\r\n"), text...))
			} else {
				text = append([]byte("\ufeff"), text...)
			}
			out = append(out, file{name, text})
			if year == 2016 && m == 10 {
				half.Write(months[m].Bytes()) // an export under another name, with the month again
			}
		}
	}
	return append(out, file{"antrean/2016/ekspor ulang november.csv", append([]byte(queueHeader), half.Bytes()...)}, roster()), nil
}

// roster says when the seven counters of December 2016 were open.
func roster() file {
	var b bytes.Buffer
	b.WriteString("Tanggal;Loket;Jam Buka;Jam Tutup\r\n")
	for _, d := range workdays(2016) {
		if d.Month() != time.December {
			continue
		}
		for c := range 7 {
			closes := "15.00"
			if c >= 5 {
				closes = "12.00" // two counters close at noon
			}
			fmt.Fprintf(&b, "%s;%d;07.30;%s\r\n", d.Format("02/01/2006"), c+1, closes)
		}
	}
	return file{"antrean/2016/jadwal-loket_desember_2016.csv", b.Bytes()}
}

// staged is one week of an office whose tickets pass two stages, documents and
// then photo, each in a row of its own.
func staged(r *rand.Rand) file {
	var b bytes.Buffer
	b.WriteString("Kantor;Tanggal;No. Antrean;Tahap;Jam Ambil;Jam Panggil;Jam Selesai;Loket;Status\r\n")
	for _, d := range workdays(2016)[230:235] {
		photo := 8 * hourSec
		for i := range 18 {
			taken := 27000 + i*300 + r.IntN(240)
			called := max(taken+60, 27300+i*420)
			ended := called + 240 + r.IntN(180)
			second := max(ended+60, photo)
			photo = second + 300 + r.IntN(180)
			day := d.Format("02/01/2006")
			fmt.Fprintf(&b, "Kantor Imigrasi Rawasari (data sintetis);%s;T%03d;Berkas;%s;%s;%s;1;Selesai\r\n", day, i+1, clock(taken), clock(called), clock(ended))
			fmt.Fprintf(&b, "Kantor Imigrasi Rawasari (data sintetis);%s;T%03d;Foto;%s;%s;%s;2;Selesai\r\n", day, i+1, clock(ended), clock(second), clock(photo))
		}
	}
	return file{"antrean/rawasari_bertahap_2016.csv", b.Bytes()}
}

func yesNo(b bool) string {
	if b {
		return "Ya"
	}
	return "Tidak"
}

// spoil adds the few bad rows that real exports have.
func spoil(b *bytes.Buffer, year, m int) {
	switch {
	case year == 2016 && m == 3:
		b.WriteString("31/04/2016;A201;Paspor Baru;A;08.00.00;08.10.00;08.11.00;08.20.00;1;Selesai;Tidak;Contoh Satu\r\n")
		b.WriteString("29/04/2016;A202;Paspor Baru;A;09.30.00;08.10.00;08.11.00;08.20.00;1;Selesai;Tidak;Contoh Dua\r\n")
	case year == 2016 && m == 6:
		b.WriteString("29/07/2016;A203;Paspor Baru;A;#N/A;08.10.00;08.11.00;08.20.00;1;Selesai;Tidak;Contoh Dua\r\n")
		b.WriteString("29/07/2016;A204;Paspor Baru;A;08.00.00;08.10.00;delapan;08.20.00;1;Selesai;Tidak;Contoh Dua\r\n")
	case year == 2016 && m == 8:
		b.WriteString("\r\nJUMLAH;;;;;;;;;;;\r\n")
	}
}

func lower(s string) string { return string(bytes.ToLower([]byte(s))) }

// windows1252 encodes the few characters beyond ASCII that occur.
func windows1252(b []byte) []byte {
	return bytes.ReplaceAll(b, []byte("–"), []byte{0x96})
}

// neighbours are seven smaller offices of the same class, in one file, in
// 2016: what a regional office would send around.
func neighbours(r *rand.Rand) ([]file, error) {
	var b bytes.Buffer
	b.WriteString("Kantor;Tanggal;No. Antrean;Jenis Layanan;Kelas;Jam Ambil;Jam Panggil;Jam Mulai;Jam Selesai;Loket;Status\r\n")
	for i, place := range []string{"Rawasari", "Tirtamaya", "Pasir Putih", "Bukit Asri", "Muara Jaya", "Teluk Damai", "Padang Lestari"} {
		h := hall{counters: 2, perDay: 24 + float64(i)*2, from: 7*hourSec + 1800, to: 12 * hourSec, rush: 1.3 + .1*float64(i), service: 520 + 40*float64(i)}
		for k, d := range workdays(2016) {
			if k%9 != i { // every ninth service day: a sample
				continue
			}
			for _, t := range h.day(r, d) {
				fmt.Fprintf(&b, "Kantor Imigrasi %s (data sintetis);%s;%s;%s;%s;%s;%s;%s;%s;%d;%s\r\n", place, d.Format("02/01/2006"), t.number, t.service, t.class,
					clock(t.taken), clock(t.called), clock(t.started), clock(t.ended), t.counter, t.status)
			}
		}
	}
	return []file{{"antrean/kantor-sekelas_2016.csv", b.Bytes()}, staged(r)}, nil
}

// national writes one big ticket CSV: 126 offices, one year, in no order but
// the days', for timing.
func national(w io.Writer, rows int, seed uint64) error {
	r := rand.New(rand.NewPCG(seed, 99))
	days := workdays(2016)
	per := rows/(126*len(days)) + 1
	var b bytes.Buffer
	b.WriteString("Kantor;Tanggal;No. Antrean;Jenis Layanan;Kelas;Jam Ambil;Jam Panggil;Jam Mulai;Jam Selesai;Loket;Status\r\n")
	n := 0
	for _, d := range days {
		for o := range 126 {
			for i := range per {
				if n == rows {
					_, err := w.Write(b.Bytes())
					return err
				}
				n++
				taken := 27000 + r.IntN(9000)
				called := taken + r.IntN(7200)
				fmt.Fprintf(&b, "Kantor %03d;%s;A%03d;%s;A;%s;%s;%s;%s;%d;Selesai\r\n", o+1, d.Format("02/01/2006"), i+1, services[pick(r)].name,
					clock(taken), clock(called), clock(called+30), clock(called+630), i%6+1)
			}
			if b.Len() > 1<<20 {
				if _, err := w.Write(b.Bytes()); err != nil {
					return err
				}
				b.Reset()
			}
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}
