package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// untidy writes the folder of an office whose programs have changed during the
// year, and the right figures, counted by hand here, as lines "ID value" in the
// file named second.
func untidy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("untidy FOLDER FIGURES")
	}
	f := folder{dir: ts.MkAbs(args[0]), want: map[string]string{}}
	ts.Check(os.MkdirAll(f.dir, 0o755))
	f.tickets()
	f.complaints()
	f.survey()
	f.budget()
	f.acts()
	f.rubbish()
	ts.Check(f.err)
	lines := make([]string, 0, len(f.want))
	for id, v := range f.want {
		lines = append(lines, id+" "+v+"\n")
	}
	slices.Sort(lines)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Join(lines, "")), 0o644))
}

// figures holds values of a hasil.json against lines "ID value".
func figures(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("figures HASIL.JSON FIGURES")
	}
	var r struct {
		Indicators []struct {
			ID    string `json:"id"`
			Value struct {
				Exact *big.Rat `json:"value"`
			} `json:"value"`
		} `json:"indicators"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &r))
	got := map[string]string{}
	for _, v := range r.Indicators {
		if v.Value.Exact != nil {
			got[v.ID] = v.Value.Exact.RatString()
		}
	}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		id, want, _ := strings.Cut(strings.TrimSpace(line), " ")
		a, ok := new(big.Rat).SetString(got[id])
		if b, _ := new(big.Rat).SetString(want); !ok || a.Cmp(b) != 0 {
			ts.Fatalf("%s is %q, right is %s", id, got[id], want)
		}
	}
}

type folder struct {
	dir  string
	want map[string]string
	err  error
}

func (f *folder) write(name, content string) {
	f.err = cmp.Or(f.err, os.WriteFile(filepath.Join(f.dir, name), []byte(content), 0o644))
}

// tickets are twelve files of a month each, of four programs that followed one
// another.
func (f *folder) tickets() {
	heads := []string{
		"Tanggal;No Antrian;Jam Ambil Tiket;Jam Panggilan;Mulai Layanan;Selesai Dilayani;Nomor Loket;Jenis Layanan",
		"Queue Date,Queue Number,Issue Time,Call Time,Start Time,End Time,Counter Name,Service Name",
		"no_antrian;waktu_ambil_antrian;waktu_panggil;waktu_mulai_layanan;waktu_selesai_layanan;nama_loket;layanan",
		"TGL.;No. Urut;Jam Masuk;Dipanggil Pukul;Mulai Dilayani;Jam Keluar;Meja;Keperluan;Prioritas",
	}
	var waits []int
	for m := time.January; m <= time.December; m++ {
		program := int(m-1) / 3
		var b strings.Builder
		b.WriteString(heads[program] + "\n")
		day := time.Date(2016, m, 1, 0, 0, 0, 0, time.UTC)
		for n := 0; n < 40; day = day.AddDate(0, 0, 1) {
			if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
				continue
			}
			for k := range 4 {
				taken := day.Add(7*time.Hour + 30*time.Minute + time.Duration(k)*7*time.Minute)
				wait := 5 + (n*7+int(m)*3)%31
				called := taken.Add(time.Duration(wait) * time.Minute)
				b.WriteString(ticket(program, fmt.Sprintf("A%03d", k+1), n, taken, called) + "\n")
				waits = append(waits, wait)
				n++
			}
		}
		f.write(fmt.Sprintf("antrean %02d-2016.csv", int(m)), b.String())
	}
	slices.Sort(waits)
	f.want["ANT-01"] = fmt.Sprint(len(waits))
	f.want["ANT-03"] = half(60*(waits[len(waits)/2-1]+waits[len(waits)/2]), 2)
	old := 0
	for n := range 40 {
		if group(n) != "Umum" {
			old += 3 // in each month of the last quarter
		}
	}
	f.want["ANT-26"] = half(old, len(waits)/4) // the other programs say nothing of priority
}

// group is the priority group of a ticket, as the last program writes it.
func group(n int) string { return []string{"Umum", "Umum", "Umum", "Lansia", "Umum", "Balita"}[n%6] }

func ticket(program int, no string, n int, taken, called time.Time) string {
	begun, ended := called.Add(time.Minute), called.Add(9*time.Minute)
	clock := func(t time.Time) string { return t.Format("15:04") }
	dotted := func(t time.Time) string { return t.Format("15.04") }
	stamp := func(t time.Time) string { return t.Format(time.DateTime) }
	desk := fmt.Sprint(n%3 + 1)
	switch program {
	case 0:
		return strings.Join([]string{taken.Format("02/01/2006"), no, dotted(taken), dotted(called), dotted(begun),
			dotted(ended), desk, "Paspor baru"}, ";")
	case 1:
		return strings.Join([]string{taken.Format(time.DateOnly), no, clock(taken), clock(called), clock(begun),
			clock(ended), "Counter " + desk, "Passport"}, ",")
	case 2:
		return strings.Join([]string{no, stamp(taken), stamp(called), stamp(begun), stamp(ended), "Loket " + desk,
			"Penggantian"}, ";")
	}
	return strings.Join([]string{taken.Format("02-01-2006"), no, clock(taken), clock(called), clock(begun), clock(ended),
		desk, "Paspor", group(n)}, ";")
}

// half is a/b in lowest terms, as hasil.json writes a value.
func half(a, b int) string {
	for d := b; d > 1; d-- {
		if a%d == 0 && b%d == 0 {
			a, b = a/d, b/d
		}
	}
	if b == 1 {
		return fmt.Sprint(a)
	}
	return fmt.Sprintf("%d/%d", a, b)
}

// book writes sheets of rows with merged cells.
func (f *folder) book(name string, sheets []string, rows map[string][][]any, merged map[string][]string) {
	b := excelize.NewFile()
	defer b.Close()
	for i, s := range sheets {
		if i == 0 {
			f.err = cmp.Or(f.err, b.SetSheetName("Sheet1", s))
		} else {
			_, err := b.NewSheet(s)
			f.err = cmp.Or(f.err, err)
		}
		for k, row := range rows[s] {
			f.err = cmp.Or(f.err, b.SetSheetRow(s, fmt.Sprintf("A%d", k+1), &row))
		}
		for _, m := range merged[s] {
			from, to, _ := strings.Cut(m, ":")
			f.err = cmp.Or(f.err, b.MergeCell(s, from, to))
		}
	}
	f.err = cmp.Or(f.err, b.SaveAs(filepath.Join(f.dir, name)))
}

// complaints are a workbook with a sheet a month; the day stands alone.
func (f *folder) complaints() {
	months := []string{"JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DES"}
	rows := map[string][][]any{}
	var sheets []string
	for i, m := range months {
		s := m + " 2016"
		sheets = append(sheets, s)
		rows[s] = [][]any{{"REGISTER PENGADUAN BULAN " + s},
			{"No", "Tanggal Masuk", "Media", "Isi Keluhan", "Tgl Selesai"}}
		for k := range 2 {
			day := time.Date(2016, time.Month(i+1), 4+7*k, 0, 0, 0, 0, time.UTC)
			rows[s] = append(rows[s], []any{k + 1, day.Format("02/01/2006"), "WhatsApp", "Antrean lama",
				day.AddDate(0, 0, 2).Format("02/01/2006")})
		}
	}
	f.book("Pengaduan.xlsx", sheets, rows, nil)
	f.want["SKM-12"] = half(24, 480)
}

// survey are the answers of a web form, in words.
func (f *folder) survey() {
	about := []string{"kesesuaian persyaratan pelayanan dengan jenis pelayanannya", "kemudahan prosedur pelayanan di unit ini",
		"kecepatan waktu dalam memberikan pelayanan", "kewajaran biaya/tarif dalam pelayanan",
		"kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan",
		"kompetensi/kemampuan petugas dalam pelayanan", "perilaku petugas dalam pelayanan terkait kesopanan dan keramahan",
		"penanganan pengaduan pengguna layanan", "kualitas sarana dan prasarana"}
	words := []string{"Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"}
	var b strings.Builder
	b.WriteString("Timestamp,Jenis Kelamin")
	for _, a := range about {
		b.WriteString(",\"Bagaimana pendapat Saudara tentang " + a + "?\"")
	}
	b.WriteString(",Saran\n")
	sum, n := 0, 60
	for k := range n {
		t := time.Date(2016, time.Month(k%12+1), 3+k%20, 9, k, 0, 0, time.UTC)
		b.WriteString(t.Format("2006/01/02 3:04:05 PM") + " GMT+7," + []string{"L", "P"}[k%2])
		for e := range about {
			score := 4 - (k*3+e)%5/2 // 4, 4, 3, 3, 2
			sum += score
			b.WriteString("," + words[score-1])
		}
		b.WriteString(",\n")
	}
	f.write("Survei Kepuasan Masyarakat (Jawaban).csv", b.String())
	f.want["SKM-01"] = half(sum*25, n*9)
}

// budget is a workbook whose months are merged over three accounts.
func (f *folder) budget() {
	rows := [][]any{{"LAPORAN REALISASI ANGGARAN TAHUN 2016"}, {"Bulan", "Jenis Belanja", "Pagu Anggaran", "Realisasi"}}
	var merged []string
	names := []string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
		"November", "Desember"}
	spent, ceiling := 0, 0
	for m, name := range names {
		for k, kind := range []string{"Belanja Pegawai", "Belanja Barang", "Belanja Modal"} {
			row := []any{nil, kind, 120_000_000 * (k + 1), (7_000_000+100_000*m)*(k+1) + 1_000_000*((m+k)%3)}
			if k == 0 {
				row[0] = name
				merged = append(merged, fmt.Sprintf("A%d:A%d", len(rows)+1, len(rows)+3))
			}
			spent += row[3].(int)
			if m == 0 {
				ceiling += row[2].(int)
			}
			rows = append(rows, row)
		}
	}
	f.book("Realisasi 2016.xlsx", []string{"Sheet1"}, map[string][][]any{"Sheet1": rows},
		map[string][]string{"Sheet1": merged})
	f.want["KEU-01"] = half(spent, ceiling)
}

// acts are a list with a heading over two rows.
func (f *folder) acts() {
	rows := [][]any{
		{"DAFTAR TINDAKAN ADMINISTRATIF KEIMIGRASIAN"},
		{"No", "Identitas", nil, nil, "Tindakan", nil, nil},
		{nil, "Nama", "JK", "Warga Negara Asal", "Bentuk TAK", "Tgl SK", "Pasal"},
	}
	kinds := []string{"Deportasi", "Detensi", "Deportasi", "Pembatalan deportasi"}
	for k := range 24 {
		day := time.Date(2016, time.Month(k/2+1), 5+k, 0, 0, 0, 0, time.UTC)
		rows = append(rows, []any{k + 1, fmt.Sprintf("Orang %d", k+1), []string{"LK", "PR"}[k%2],
			[]string{"Tiongkok", "India", "RRT"}[k%3], kinds[k%4], day.Format("02/01/2006"), "75 ayat (2) huruf f"})
	}
	f.book("TAK 2016 final (2).xlsx", []string{"Data"}, map[string][][]any{"Data": rows},
		map[string][]string{"Data": {"B2:D2", "E2:G2", "A2:A3"}})
	f.want["GAK-03"], f.want["GAK-05"] = "12", "6"
}

// rubbish is what lies in every folder: a scan, a lock file, a copy.
func (f *folder) rubbish() {
	f.write("SK penghargaan.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
	f.write("~$Realisasi 2016.xlsx", "\x05Admin                                                  ")
	b, err := os.ReadFile(filepath.Join(f.dir, "antrean 02-2016.csv"))
	f.err = cmp.Or(f.err, err)
	f.write("Copy of antrean 02-2016.csv", string(b))
}
