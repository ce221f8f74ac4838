package layout

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rapor/ingest/record"
)

// everything keeps the records that the tables of decoys make.
type everything struct {
	keeper
	ledgers      []record.Ledger
	applications []record.Application
	complaints   []record.Complaint
	papers       []any // of the treasury, and touts
}

func (e *everything) Ledger(l *record.Ledger)             { e.ledgers = append(e.ledgers, *l) }
func (e *everything) Application(a *record.Application)   { e.applications = append(e.applications, *a) }
func (e *everything) Complaint(c *record.Complaint)       { e.complaints = append(e.complaints, *c) }
func (e *everything) Revenue(r *record.Revenue)           { e.papers = append(e.papers, *r) }
func (e *everything) Contract(r *record.Contract)         { e.papers = append(e.papers, *r) }
func (e *everything) Invoice(r *record.Invoice)           { e.papers = append(e.papers, *r) }
func (e *everything) CashAdvance(r *record.CashAdvance)   { e.papers = append(e.papers, *r) }
func (e *everything) Output(r *record.Output)             { e.papers = append(e.papers, *r) }
func (e *everything) Dispensation(r *record.Dispensation) { e.papers = append(e.papers, *r) }
func (e *everything) Revision(r *record.Revision)         { e.papers = append(e.papers, *r) }
func (e *everything) Tout(r *record.Tout)                 { e.papers = append(e.papers, *r) }

// plain gives all records without their places.
func (e *everything) plain() string {
	var b strings.Builder
	for _, list := range []any{e.tickets, e.intervals, e.actions, e.cases, e.operations, e.answers, e.official, e.ledgers, e.applications, e.complaints} {
		for v := reflect.ValueOf(list); v.Len() > 0; v = v.Slice(1, v.Len()) {
			x := reflect.New(v.Index(0).Type()).Elem()
			x.Set(v.Index(0))
			x.FieldByName("Ref").SetZero()
			fmt.Fprintf(&b, "%+v\n", x)
		}
	}
	for _, p := range e.papers {
		x := reflect.New(reflect.TypeOf(p)).Elem()
		x.Set(reflect.ValueOf(p))
		x.FieldByName("Ref").SetZero()
		fmt.Fprintf(&b, "%T %+v\n", p, x)
	}
	return b.String()
}

// decoys are tables with columns that look like those of their fields and are
// none of them.
var decoys = []struct {
	table string   // rows parted by "|"
	other []string // "heading;cell;cell;cell"
}{
	{
		"Tgl Antrian;No Antri;Jam Ambil Tiket;Jam Panggilan;Mulai Layanan;Selesai Dilayani;Nomor Loket;Nama Layanan|" +
			"13/02/2016;A001;08:00;08:04;08:05;08:12;1;Paspor|13/02/2016;A002;08:13;08:22;08:23;08:31;2;Izin Tinggal|14/02/2016;A001;08:26;08:40;08:41;08:50;1;Paspor",
		[]string{
			"Jam Panggil Ulang;08:06;;08:44", "Jam Panggilan Ke-2;08:07;08:27;08:45",
			"Waktu Panggil Terakhir;08:09;08:29;08:47",
			"Tanggal Lahir;01/02/1990;02/03/1991;03/04/1992", "Jumlah Loket;4;4;4", "No. Antrean Lama;B009;B010;B011",
			"Target Selesai;08:20;08:33;08:46", "Estimasi Jam Panggil;08:05;08:20;08:35",
			"Jam Buka;08:00;08:00;08:00",
			"Jam Tutup;16:00;16:00;16:00", "Jam Istirahat;12:00;12:00;12:00",
			"Rencana Mulai Layanan;08:01;08:14;08:27",
			"Tanggal Cetak Laporan;01/03/2016;01/03/2016;01/03/2016",
			"Updated At;2016-03-01 10:00:00;2016-03-01 10:00:00;2016-03-01 10:00:00",
			"Jadwal Kedatangan;09:00;09:10;09:20", "Loket Sebelumnya;7;7;7",
			"Nama Petugas Loket;Rekaan;Rekaan;Rekaan",
			"Nomor HP;081;082;083", "Jumlah Panggilan;1;2;1", "Jam Batal;;;",
			"Tanggal Terbit Paspor;13/02/2015;13/02/2015;13/02/2015",
			"Layanan Sebelumnya;Info;Info;Info", "Kode Petugas;P1;P2;P3", "Jam Selesai Istirahat;13:00;13:00;13:00",
			"SLA (menit);15;15;15",
			"Target Waktu Tunggu (menit);30;30;30", "Rata-rata Waktu Tunggu;12;12;12", "No;1;2;3",
		},
	},
	{
		"Bulan;Uraian;Pagu Belanja;Realisasi Belanja;Tahun|Januari;Belanja Pegawai;12000000;1100000;2016|Januari;Belanja Barang;24000000;1900000;2016|" +
			"Januari;Belanja Modal;36000000;2500000;2016",
		[]string{
			"Pagu Awal;10000000;20000000;30000000", "Pagu Semula;10000000;20000000;30000000",
			"Target Realisasi;1000000;2000000;3000000",
			"Realisasi Tahun Lalu;900000;1800000;2400000", "Rencana Realisasi;900000;1800000;2400000",
			"Realisasi Fisik (%);10;20;30",
			"Pagu Tahun Lalu;10000000;20000000;30000000", "Prognosis Realisasi;900000;1800000;2400000",
			"Pagu Efektif;11000000;23000000;35000000",
			"Realisasi s.d. Bulan Lalu;0;0;0", "Jumlah Kegiatan;3;4;5",
			"Pagu Sebelum Revisi;10000000;20000000;30000000", "Nama PPK;Rekaan;Rekaan;Rekaan",
			"Selisih Target;1;2;3", "Pagu Perubahan Ke-2;10000000;20000000;30000000",
		},
	},
	{
		"Nomor Permohonan;Tgl Permohonan Masuk;Tgl Paspor Selesai|P1000;13/01/2016;15/01/2016|P1001;14/01/2016;18/01/2016|P1002;15/01/2016;",
		[]string{
			"Tgl Wawancara;13/01/2016;14/01/2016;15/01/2016", "Tgl Pengambilan;20/01/2016;21/01/2016;",
			"Tgl Diambil Pemohon;20/01/2016;21/01/2016;",
			"Tanggal Lahir;13/01/1990;14/01/1990;15/01/1990",
			"Tanggal Habis Berlaku;13/01/2021;14/01/2021;15/01/2021",
			"Target Selesai;17/01/2016;18/01/2016;19/01/2016", "Tgl Bayar;13/01/2016;14/01/2016;15/01/2016",
			"Tanggal Terbit Paspor Lama;13/01/2011;14/01/2011;15/01/2011",
			"No Paspor Lama;X1;X2;X3", "Rencana Tgl Selesai;17/01/2016;18/01/2016;19/01/2016",
			"Masa Berlaku;5 tahun;5 tahun;5 tahun",
		},
	},
	{
		"No;Warga Negara Asal;Bentuk TAK;Tgl SK|1;Malaysia;Deportasi;13/03/2016|2;India;Detensi;14/03/2016|3;Malaysia;Deportasi;15/03/2016",
		[]string{
			"Tanggal Lahir;13/03/1990;14/03/1990;15/03/1990",
			"Tgl Masuk Indonesia;13/01/2016;14/01/2016;15/01/2016", "Negara Tujuan;Singapura;India;Malaysia",
			"Tanggal Pembatalan SK;;;", "Masa Berlaku Paspor;13/03/2020;14/03/2020;15/03/2020",
			"Rencana Deportasi;20/03/2016;;22/03/2016", "Sponsor;PT A;PT B;PT C",
			"No SK;W1;W2;W3", "Tempat Lahir;A;B;C",
		},
	},
	{
		"Tanggal Laporan Masuk;Isi Keluhan;Kanal Pengaduan;Tgl Selesai|13/01/2016;Antre;Web;14/01/2016|14/01/2016;Biaya;Email;15/01/2016|15/01/2016;Antre;Web;",
		[]string{
			"Tanggal Kejadian;01/01/2016;02/01/2016;03/01/2016", "Target Selesai;20/01/2016;21/01/2016;22/01/2016",
			"Tgl Verifikasi;13/01/2016;14/01/2016;15/01/2016",
			"Tanggal Lahir Pelapor;13/01/1990;14/01/1990;15/01/1990",
			"Batas Waktu Penyelesaian;20/01/2016;21/01/2016;22/01/2016", "Unit Terkait;A;B;C",
			"Tgl Disposisi;13/01/2016;14/01/2016;15/01/2016", "Nama Pelapor;Rekaan;Rekaan;Rekaan",
			"Rencana Tgl Selesai;20/01/2016;21/01/2016;22/01/2016",
		},
	},
	{
		"Q1 - Persyaratan;Q2 - Prosedur;Q3 - Kecepatan;Q4 - Biaya;Q5 - Hasil;Q6 - Kompetensi;Q7 - Kesopanan;Q8 - Sarana;Q9 - Pengaduan|" +
			"3;2;2;3;4;2;4;2;3|2;3;4;4;2;3;3;4;2|2;4;4;3;3;3;2;4;3",
		[]string{
			"Usia;31;28;44", "Pendidikan;3;4;2", "Jenis Kelamin;L;P;L", "Rata-rata Skor;2.78;3.00;3.11",
			"IKM (%);69.44;75.00;77.78", "Mutu;B;B;B",
			"Saran;lebih cepat;;bagus", "Kritik dan Saran;loket kurang;;", "Jumlah Kunjungan;1;2;3",
			"Biaya yang Dikeluarkan (Rp);350000;350000;650000",
			"Waktu Survei Berikutnya;13/02/2017;13/02/2017;13/02/2017", "Lama Waktu Tunggu (menit);30;20;15",
			"Harapan Persyaratan;4;4;4", "Pekerjaan;1;2;3",
		},
	},
	{
		"Thn Anggaran;Kode Akun PNBP;Jenis Penerimaan PNBP;Target Penerimaan;Realisasi Penerimaan|2016;425211;Paspor;1000;600|2016;425212;Izin tinggal;2000;1500",
		[]string{"Target Tahun Lalu;900;800", "Rencana Penerimaan;950;850", "Sisa Target;400;500", "% Realisasi;60;75", "Estimasi Penerimaan Akhir Tahun;990;1900"},
	},
	{
		"Tgl Pengesahan Revisi;Kode Jenis Revisi;Pagu Sebelum;Pagu Setelah Revisi|13/01/2016;A1;1000;1200|14/06/2016;B2;1200;1300",
		[]string{"Tanggal Usulan Revisi;01/01/2016;02/06/2016", "Pagu Blokir;10;20", "Nomor Surat;S-1;S-2", "Batas Tanggal Revisi;01/02/2016;01/07/2016"},
	},
	{
		"Nomor SPK;Tgl Tanda Tangan Kontrak;Nilai SPK;Jenis Pembayaran;Tgl Terbit SP2D|K1;13/01/2016;5000;sekaligus;20/02/2016|K2;14/02/2016;7000;termin;",
		[]string{"Tanggal Selesai Kontrak;13/12/2016;14/12/2016", "Nilai Pagu;6000;8000", "Nama Penyedia;Rekaan;Rekaan", "Rencana Tanggal Kontrak;01/01/2016;01/02/2016",
			"Nilai Uang Muka;500;700", "No Kontrak Lama;L1;L2"},
	},
	{
		"Nomor SPM;Jenis SPM;Tgl Serah Terima;Tgl Diterima KPPN;Total SPM|S1;LS kontraktual;13/01/2016;20/01/2016;100|S2;LS kontraktual;14/01/2016;19/01/2016;200",
		[]string{"Tanggal SPM;15/01/2016;16/01/2016", "Tanggal SP2D;22/01/2016;23/01/2016", "Tgl Rencana Bayar;25/01/2016;26/01/2016", "No SP2D;P1;P2",
			"Batas Tgl Terima;30/01/2016;31/01/2016"},
	},
	{
		"Jenis SP2D;Jumlah SP2D;Tgl Terbit SP2D;Tgl SP2D Sebelum|GUP;1000;13/02/2016;13/01/2016|GUP;2000;14/03/2016;13/02/2016",
		[]string{"Batas Waktu GUP;13/03/2016;14/04/2016", "Sisa UP;10;20", "Nomor SP2D;P1;P2", "Tanggal SPM;11/02/2016;12/03/2016"},
	},
	{
		"Tahun;Bulan;Belanja KKP;Limit KKP|2016;Januari;1000;4000|2016;Februari;2000;4000",
		[]string{"Sisa Limit KKP;3000;2000", "Rencana KKP;1500;2500", "Nomor Kartu;1;2"},
	},
	{
		"Tahun;Bulan;Kode Rincian Output;Target Volume RO;Realisasi Volume Output;Persen Capaian RO;Status Konfirmasi|" +
			"2016;Januari;1.A;100;20;20;Terkonfirmasi|2016;Februari;1.A;100;40;40;Terkonfirmasi",
		[]string{"Satuan;orang;orang", "Capaian Tahun Lalu;30;50", "Sisa Volume;80;60", "Batas Lapor;05/02/2016;05/03/2016", "Realisasi Anggaran;500;900"},
	},
	{
		"SPM Nomor;Tgl Terbit SPM;Status Dispensasi SPM|S1;13/12/2016;Ya|S2;14/12/2016;Tidak",
		[]string{"Nilai SPM;100;200", "Tanggal SP2D;20/12/2016;21/12/2016", "Nomor Surat Dispensasi;D1;", "Batas Tanggal SPM;15/12/2016;15/12/2016"},
	},
	{
		"Tahun;Bulan;Nama Indikator IKPA;Skor IKPA|2016;Januari;Revisi DIPA;100|2016;Januari;Penyerapan Anggaran;90",
		[]string{"Bobot;10;20", "Target Nilai;95;95", "Nilai Tahun Lalu;99;88", "Nilai Rata-rata;98;97"},
	},
	{
		"Tgl Kejadian Calo;Tindak Lanjut Kejadian;Keterlibatan Petugas|13/01/2016;Dilaporkan polisi;Tidak|14/02/2016;Ditegur;Ya",
		[]string{"Lokasi;Loket;Parkir", "Nama Pelaku;Rekaan;Rekaan", "Tanggal Lahir;13/01/1990;14/02/1991", "Rencana Tindak Lanjut;lapor;tegur",
			"Jumlah Petugas;2;3"},
	},
}

// TestDecoys: a column that only looks like one of a field changes no record,
// wherever it stands.
func TestDecoys(t *testing.T) {
	for _, d := range decoys {
		rows := strings.Split(d.table, "|")
		want := &everything{}
		if p, tally := read(t, strings.Join(rows, "\n")+"\n", want); p == nil || tally.Rejected != 0 || want.plain() == "" {
			t.Errorf("%s: %+v, %+v", rows[0], tally, want.rejects)
			continue
		}
		for _, o := range d.other {
			cells := strings.Split(o, ";")
			for _, first := range []bool{true, false} {
				var lines []string
				for i, r := range rows {
					if first {
						lines = append(lines, cells[i]+";"+r)
					} else {
						lines = append(lines, r+";"+cells[i])
					}
				}
				got := &everything{}
				if _, tally := read(t, strings.Join(lines, "\n")+"\n", got); got.plain() != want.plain() {
					t.Errorf("%s before %v, %s: %+v %+v\n%s\n%s", cells[0], first, rows[0], tally, got.rejects, got.plain(), want.plain())
				}
			}
		}
	}
}
