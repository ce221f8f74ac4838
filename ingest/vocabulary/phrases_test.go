package vocabulary

import (
	"slices"
	"strings"
	"testing"
)

// TestPhrases reads texts as offices write them: "=" stands before what they
// mean, "off" for what is not the case, "?" for what is not sure, "-" for
// nothing.
func TestPhrases(t *testing.T) {
	for field, list := range map[string]string{
		Status: `
Selesai = served
SELESAI DILAYANI = served
sudah dilayani = served
di layani = served
Terlayani = served
Completed = served
Finish = served
Closed = served
Complete = served
Berhasil = served
Done. = served
1 - Selesai = served
Selesai di loket 3 = served
Dipanggil, selesai = served
Selesai (loket 2) = served
Belum selesai = waiting
Tidak selesai = waiting
Belum dilayani = waiting
Tidak dilayani = waiting
Belum selesai dilayani = waiting
Belum dipanggil = waiting
tidak sempat dilayani = waiting
Tidak dapat dilayani = waiting
Tidak jadi dilayani = ?
Not served = waiting
Gagal dilayani = waiting
Menunggu dilayani = waiting
Antri = waiting
Pending = waiting
Terdaftar = waiting
Open = waiting
menunggu panggilan = waiting
Ditunda = waiting
belum = waiting
Sedang dilayani = serving
Proses = serving
Serving = serving
Sedang diproses = serving
In Progress = serving
in_progress = serving
InProgress = serving
Dipanggil = serving
Called = serving
Hadir = came
Tidak hadir = noshow
TIDAK HADIR = noshow
Tidakhadir = noshow
NOSHOW = noshow
No-Show = noshow
no_show = noshow
Absen = noshow
Tidak datang saat dipanggil = noshow
Tidak hadir karena sakit = noshow
Dipanggil 3x tidak datang = noshow
dilewati = noshow
Terlewat = noshow
Skipped = noshow
lewat = noshow
Batal = cancelled
Dibatalkan = cancelled
Dibatalkan oleh pemohon = cancelled
Batal dilayani = cancelled
Layanan dibatalkan = cancelled
cancelled = cancelled
Menunggu, batal = cancelled
tidak jadi = cancelled
Wawancara = ?
Foto = ?
Transfer = ?
S = ?
1 = ?
0 = ?
selesai? = ?
Selesai/Batal = ?
Selesai atau batal = ?
berkas kurang lengkap = ?
pemohon lansia = ?
Gagal = off
Ditolak = off
- = -
-- = -
NULL = -
\N = -
n/a = -
Tidak diketahui = -`,
		Act: `
Deportasi = deportation
DIDEPORTASI = deportation
di deportasi = deportation
Pendeportasian WNA asal Tiongkok = deportation
Deportasi (Tiongkok) = deportation
Deportasi ke negara asal = deportation
Deportasi melalui Bandara Soekarno-Hatta = deportation
a. Deportasi = deportation
Detensi = detention
Ruang Detensi = detention
Penempatan di ruang detensi = detention
Penangkalan = listing
cekal = listing
Cegah/Tangkal = listing
Pencegahan atau penangkalan = listing
Dimasukkan dalam daftar penangkalan = listing
Biaya beban = charge
Pengenaan biaya beban = charge
Denda overstay = charge
Denda tidak dibayar = charge
Pembatalan izin tinggal = permit
Pencabutan KITAS = permit
izin tinggal = permit
Larangan berada di satu atau beberapa tempat tertentu di wilayah Indonesia = exclusion
Keharusan untuk bertempat tinggal di suatu tempat tertentu = residence
Deportasi dan Penangkalan = deportation listing
Deportasi, penangkalan = deportation listing
Deportasi/Penangkalan = deportation listing
Deportasi + Penangkalan = deportation listing
Deportasi & Penangkalan = deportation listing
Deportasi serta Penangkalan = deportation listing
Deportasi disertai penangkalan = deportation listing
Detensi, deportasi; cekal = detention deportation listing
Deportasi, tidak ditangkal = deportation
Tidak dideportasi, hanya ditangkal = listing
Detensi menunggu deportasi = detention
Deportasi setelah detensi = deportation
Deportasi (bebas denda) = deportation
Deportasi tidak dibatalkan = deportation
Pembatalan deportasi = off
Deportasi dibatalkan = off
Deportasi (batal) = off
Deportasi - batal = off
Deportasi, batal = off
Batal deportasi = off
Batal = ?
Tidak dideportasi = off
Bukan deportasi = off
Belum dideportasi = off
Tidak jadi dideportasi = off
Tidak akan dideportasi = off
Deportasi ditunda = off
Penundaan deportasi = off
Rencana deportasi = off
Usulan deportasi = off
Menunggu deportasi = off
Gagal deportasi = off
Bebas denda = off
Pencabutan cekal = off
Penghapusan dari daftar penangkalan = off
Pencabutan penangkalan = off
Deportasi dan penangkalan, batal = off
Pembatalan pembatalan izin tinggal = off
Pembatalan deportasi dan penangkalan = ?
Deportasi dan penangkalan dibatalkan = ?
Rencana pembatalan deportasi = ?
Deportasi atau penangkalan = ?
Deportasi menunggu tiket = ?
Deportasi belum dilaksanakan = ?
Dugaan deportasi = ?
Pengawalan deportasi = ?
Laporan deportasi = ?
Perpanjangan penangkalan = ?
Deportasi xyz = ?
Pembatalan = ?
Pemindahan ke Rumah Detensi Imigrasi = other
Pemindahan ke Rudenim Makassar = other
Pindah ke ruang detensi = other
Dipindahkan ke Rumah Detensi = other
Peringatan = other
Wajib lapor = other`,
		Outcome: `
Dilaporkan ke polisi = police
Diserahkan ke Polsek Cengkareng = police
Diserahkan kepada pihak kepolisian = police
Tidak dilaporkan ke polisi = off
Belum dilaporkan ke polisi = off
Akan dilaporkan ke polisi = off
Diusir dan dilaporkan ke polisi = expelled police
Diusir = expelled
Dikunjungi politisi = ?`,
		Operation: `
Operasi Gabungan = operation
Sidak = operation
Razia = operation
Pemeriksaan lapangan = operation
Pemantauan = operation
Inspeksi = operation
Pengawasan Hotel Melati = operation
Operasi mandiri, nihil temuan = operation
Rapat TIMPORA = meeting
Rapat persiapan operasi gabungan = meeting
Rapat koordinasi = meeting
Operasi dibatalkan = off
Rencana operasi = off
Operasi ditunda = off
Sosialisasi = none
Bakti sosial = ?`,
		Sex: `
L = male
LK = male
Laki - Laki = male
laki-laki = male
Pria = male
P = female
PR = female
Perempuan = female
P (Perempuan) = female
L/P = ?
X = ?
1 = ?
Tidak diketahui = -
- = -`,
		Paid: `
Lunas = yes
Sudah lunas = yes
Sudah dibayar = yes
Ya = yes
Belum lunas = no
Belum bayar = no
Belum = no
Tidak = no
Gagal bayar = no
Tidak mampu = no
Menunggak = no
Dicicil = no
Bebas denda = exempt
Dibebaskan = exempt
Nihil = exempt
Proses = open`,
		Priority: `
Prioritas = yes
Lansia = yes
Ibu Hamil = yes
Disabilitas = yes
Balita = yes
Ya (lansia) = yes
√ = yes
1 = yes
Non Prioritas = no
nonprioritas = no
Non-prioritas = no
Bukan prioritas = no
Tidak prioritas = no
Prioritas: tidak = no
Tidak, umum = no
Umum = no
Normal = no
Tidak = no
Tidak ada = no
0 = no
- = no
Ya/Tidak = ?
Haji = ?`,
		Express: `
Percepatan = yes
Layanan Percepatan = yes
Express = yes
Paspor percepatan = yes
Non Percepatan = no
Tidak percepatan = no
Bukan percepatan = no
Percepatan dibatalkan = no
Biasa = no
Reguler = no
Ya = yes`,
		Recalled: `
0 = no
1 = yes
3 = yes
2x = yes
3 kali = yes
Ya = yes
Tidak = no
Tidak dipanggil ulang = no
Dipanggil ulang = yes`,
		Staff: `
Ya = yes
Melibatkan petugas = yes
Tidak melibatkan petugas = no
Bukan petugas = no
Tidak ada = no
Tidak terlibat = no
Tidak = no
Tidak diketahui = -
Masih didalami = -
Diduga oknum petugas = ?`,
		Dispensed: `
Dispensasi = yes
Ada dispensasi = yes
Bukan dispensasi = no
Belum ada dispensasi = no
Tanpa dispensasi = no
Dispensasi ditolak = no
Rencana dispensasi = ?`,
		Fund: `
RM = rm
Rupiah Murni (RM) = rm
A = rm
A - Rupiah Murni = rm
PNBP = pnbp
D = pnbp
RM + PNBP = rm pnbp
RM dan PNBP = rm pnbp
HIBAH = other
SBSN = other
Rupiah Murni Pendamping = other
Norma = ?
Non PNBP = other`,
		Advance: `
UP = up
TUP = tup
GUP = gup
SPM-GUP = gup
GUP Nihil = nil
PTUP = ptup
TUP Nihil = ptup
Setoran sisa TUP = deposit
KKP = card`,
		AtOnce:      "Sekaligus = yes\nTidak sekaligus = no\nTermin = no\nBulanan = no",
		Contractual: "LS Kontraktual = yes\nNon Kontraktual = no\nLS Nonkontraktual = no\nBukan kontrak = no",
		Confirmed:   "Terkonfirmasi = yes\nBelum dikonfirmasi = no\nDitolak = no\nMenunggu konfirmasi = no\nSudah = yes",
		Stage:       "Sidik = investigation\nPenyidikan = investigation\nPenuntutan = prosecution\nSidang = trial",
		Joint:       "Operasi gabungan = yes\nOperasi mandiri = no\nTidak gabungan = no\nOperasi = ?",
		Victim:      "Ya = yes\nKorban TPPO = yes\nBukan korban = no\nTidak = no",
		Settled: "Selesai = closed\nBelum selesai = open\nDitunda = off\nTertunda = open\nBelum diproses = open\nDitindaklanjuti = ?\nBelum ditindaklanjuti = open\n" +
			"Proses = open\nProses selesai = closed\nDitolak = off\nRencana selesai = open\nTidak selesai = open\nDibuka kembali = reopened\nReopened = reopened",
		Flow: "kumulatif = yes\nbulanan = no",
	} {
		for line := range strings.SplitSeq(strings.TrimSpace(list), "\n") {
			text, want, _ := strings.Cut(line, " = ")
			r := PhrasesOf(field).Read(text)
			got := map[Verdict]string{Blank: "-", Sure: strings.Join(r.Meanings, " "), Off: "off", Unsure: "?"}[r.Verdict]
			if got != want {
				t.Errorf("%s %q: %s, want %s", field, text, got, want)
			}
		}
	}
}

// TestNegationIsNeverItsOpposite puts every negation before every phrase of the
// statuses and acts: none of them may keep its meaning.
func TestNegationIsNeverItsOpposite(t *testing.T) {
	for _, field := range PhraseFields() {
		p := PhrasesOf(field)
		for _, name := range p.Meanings() {
			if name == "no" || name == "noshow" || name == "cancelled" {
				continue // what they say is such a word itself
			}
			for _, s := range p.Spellings(name) {
				for _, not := range []string{"Tidak", "Belum", "Bukan", "Batal", "Pembatalan", "Penundaan", "Rencana", "Pencabutan", "Gagal"} {
					text := not + " " + s
					if r := p.Read(text); r.Verdict == Sure && slices.Contains(r.Meanings, name) && name != "waiting" && name != "open" && name != "other" {
						t.Errorf("%s: %q still means %s", field, text, name)
					}
				}
			}
		}
	}
}
