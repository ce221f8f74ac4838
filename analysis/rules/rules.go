// Package rules is the register of regulatory parameters: what a figure rests
// on, from when, by which source, and whether that source was seen. It is
// data and knows nothing of how the parameters are used.
package rules

import "rapor/analysis/result"

// Status says how far a rule can be relied on.
const (
	Verified   = "verified"   // stated in a source that was read
	Unverified = "unverified" // general knowledge, or a source not seen in full
	Office     = "office"     // set by the office in rapor.yaml, or a default of this program
	Method     = "method"     // a statistical method
)

// Rule is one entry of the register.
type Rule struct {
	ID       string
	Title    result.Text
	Source   result.Text
	Status   string
	From, To string // ISO dates in force; "" = open
	Note     result.Text
}

// All lists the register in order.
func All() []Rule { return register }

// Find returns a rule by its id.
func Find(id string) (Rule, bool) {
	for _, r := range register {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

func src(s string) result.Text { return result.T(s, s) }

var register = []Rule{
	{ID: "ANT-TUNGGU", Status: Office, Title: result.T("Waktu tunggu: jam panggil pertama dikurangi jam ambil tiket", "Waiting time: first call less time taken"),
		Source: result.T("Definisi program; standar dan batas tunggu lama dari rapor.yaml (bawaan 60 menit dan 3 jam)", "Definition of the program; standard and long-wait limit from rapor.yaml (default 60 minutes and 3 hours)")},
	{ID: "ANT-KUOTA", Status: Office, Title: result.T("Kuota harian tiket dalam jam pengambilan", "Daily ticket quota in its window"), Source: src("rapor.yaml: quota")},
	{ID: "ANT-URUTAN", Status: Office, Title: result.T("Urutan datang-dilayani dalam satu jalur (layanan × kelas), toleransi 60 detik", "First come, first served within a lane (service × class), tolerance 60 seconds"),
		Source: result.T("Definisi program: jarak Kendall antara urutan ambil dan urutan panggil", "Definition of the program: Kendall distance between order taken and order called")},
	{ID: "STAT-KUANTIL", Status: Method, Title: result.T("Kuantil tipe 7", "Quantile type 7"), Source: src("Hyndman & Fan (1996); = PERCENTILE.INC")},
	{ID: "STAT-XMR", Status: Method, Title: result.T("Peta kendali XmR: rata-rata ± 2,66 × rata-rata rentang bergerak, aturan 7 titik", "XmR chart: mean ± 2.66 × mean moving range, runs of 7"),
		Source: src("NHS England, Making Data Count; NHSRplotthedots 0.2.2"), Note: result.T("Rentang di atas 3,267 × rata-rata disaring sekali.", "Moving ranges above 3.267 × their mean are screened once.")},
	{ID: "PAS-HARI", Status: Office, Title: result.T("Paspor selesai dalam batas hari kerja; hari ke-0 adalah hari permohonan", "Passport ready within the working-day limit; day 0 is the day of application"),
		Source: result.T("rapor.yaml: process_days (bawaan 4 hari kerja)", "rapor.yaml: process_days (default 4 working days)")},
	{ID: "SKM-BOBOT", Status: Verified, Title: result.T("Bobot unsur 1/n; IKM = indeks × 25", "Element weights 1/n; IKM = index × 25"), Source: src("PermenPANRB 14/2017"),
		Note: result.T("Laporan lama membulatkan bobot (0,11 atau 0,111); di sini bobot tepat.", "Legacy reports round the weight (0.11 or 0.111); here it is exact.")},
	{ID: "SKM-BATAS-2004", Status: Unverified, To: "2017-04-30", Title: result.T("Kategori IKM: A ≥ 81,26; B ≥ 62,51; C ≥ 43,76", "Categories: A ≥ 81.26; B ≥ 62.51; C ≥ 43.76"), Source: src("KEP/25/M.PAN/2/2004; PermenPANRB 16/2014"),
		Note: result.T("Bahwa PermenPANRB 16/2014 memakai batas yang sama belum terverifikasi.", "That PermenPANRB 16/2014 kept the same bounds is unverified.")},
	{ID: "SKM-BATAS-2017", Status: Verified, From: "2017-05-01", Title: result.T("Kategori IKM: A ≥ 88,31; B ≥ 76,61; C ≥ 65,00", "Categories: A ≥ 88.31; B ≥ 76.61; C ≥ 65.00"), Source: src("PermenPANRB 14/2017")},
	{ID: "SKM-SAMPEL", Status: Verified, Title: result.T("Sampel minimum Krejcie-Morgan", "Least sample after Krejcie-Morgan"), Source: src("Krejcie & Morgan (1970)")},
	{ID: "GAK-PASAL75", Status: Verified, Title: result.T("Enam jenis tindakan administratif keimigrasian", "Six kinds of administrative immigration action"), Source: src("UU 6/2011 pasal 75 ayat (2)"),
		Note: result.T("Detensi (pasal 83) adalah kewenangan tersendiri dan tidak dijumlahkan ke TAK.", "Detention (article 83) is a power of its own and is not added to TAK.")},
	{ID: "GAK-BEBAN", Status: Unverified, Title: result.T("Biaya beban overstay per hari", "Overstay charge per day"), Source: src("UU 6/2011 pasal 78"),
		Note: result.T("Tarif menurut peraturan PNBP yang berlaku pada tanggalnya; jumlah diambil dari berkas kantor.", "Tariff by the revenue regulation of its date; the amounts are the office's own.")},
	{ID: "GAK-PROJUS", Status: Unverified, Title: result.T("Tahap perkara: SPDP, P-21, tahap II, putusan", "Stages of a case: SPDP, P-21, stage II, verdict"), Source: src("KUHAP")},
	{ID: "KEU-REALISASI", Status: Method, Title: result.T("Realisasi kumulatif dari Januari terhadap pagu terakhir", "Cumulative realisation from January against the latest ceiling"), Source: result.T("Definisi program", "Definition of the program")},
	{ID: "KEU-DEVIASI", Status: Verified, From: "2024-05-02", Title: result.T("Deviasi Halaman III DIPA", "Deviation from DIPA page III"), Source: src("PER-5/PB/2024"),
		Note: result.T("Dipakai sebagai simulasi untuk tahun anggaran sebelumnya.", "Used as a simulation for earlier fiscal years.")},
	{ID: "KEU-PENYERAPAN", Status: Verified, From: "2024-05-02", Title: result.T("Penyerapan anggaran terhadap target triwulanan 51: 20/50/75/95, 52: 15/50/70/90, 53: 10/40/70/90, 57: 25/50/75/95", "Absorption against quarterly targets 51: 20/50/75/95, 52: 15/50/70/90, 53: 10/40/70/90, 57: 25/50/75/95"),
		Source: src("PER-5/PB/2024"), Note: result.T("Dipakai sebagai simulasi untuk tahun anggaran sebelumnya.", "Used as a simulation for earlier fiscal years.")},
	{ID: "KEU-PNBP", Status: Method, Title: result.T("PNBP: SIMPONI dan SPAN direkonsiliasi, tidak dijumlahkan", "Revenue: SIMPONI and SPAN reconciled, never added"), Source: result.T("Definisi program", "Definition of the program")},
	{ID: "MUTU-BARIS", Status: Method, Title: result.T("Baris dibaca = dipakai + disisihkan + ditolak", "Rows read = used + set aside + rejected"), Source: result.T("Definisi program", "Definition of the program")},
}
