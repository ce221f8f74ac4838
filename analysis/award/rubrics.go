package award

import (
	"math/big"

	"rapor/analysis/result"
)

var assumed = result.T("Kriteria penghargaan ini tidak pernah diumumkan; kriteria, bobot, dan skala di sini adalah anggapan program, bukan ketentuan panitia.",
	"The criteria of this award were never published; criteria, weights and scales here are assumptions of the program, not rules of the jury.")

func pct(n int64) *big.Rat     { return big.NewRat(n, 100) }
func minutes(n int64) *big.Rat { return big.NewRat(n*60, 1) }
func points(n int64) *big.Rat  { return big.NewRat(n, 1) }

var rubrics = []Sheet{
	{ID: "pelayanan", Status: "assumed", Source: assumed, Title: result.T("Pelayanan publik terbaik", "Best public service"), Criteria: []Criterion{
		{result.T("Kecepatan: median tunggu", "Speed: median wait"), "ANT-03", 20, minutes(180), minutes(15), 20},
		{result.T("Kepastian: tepat standar tunggu", "Certainty: within the standard"), "ANT-06", 20, pct(0), pct(95), 20},
		{result.T("Keadilan: pelanggaran urutan", "Fairness: order violations"), "ANT-12", 15, pct(20), pct(0), 20},
		{result.T("Ketepatan: paspor selesai tepat waktu", "Timeliness: passports ready in time"), "PAS-01", 15, pct(50), pct(100), 20},
		{result.T("Kepuasan: IKM", "Satisfaction: IKM"), "SKM-01", 20, points(25), points(100), 30},
		{result.T("Pengaduan per 1.000 pemohon", "Complaints per 1,000 applicants"), "SKM-12", 10, big.NewRat(20, 1000), new(big.Rat), 0},
	}},
	{ID: "keuangan", Status: "assumed", Source: assumed, Title: result.T("Pengelola keuangan terbaik", "Best finance manager"), Criteria: []Criterion{
		{result.T("Realisasi anggaran", "Budget realisation"), "KEU-01", 30, pct(50), pct(98), 1},
		{result.T("Penyerapan terhadap target triwulanan", "Absorption against quarterly targets"), "KEU-06", 25, points(50), points(100), 1},
		{result.T("Kesesuaian dengan rencana (deviasi)", "Keeping to the plan (deviation)"), "KEU-04", 20, pct(50), pct(5), 3},
		{result.T("Realisasi PNBP", "Non-tax revenue"), "KEU-07", 15, pct(50), pct(100), 1},
		{result.T("Tidak menumpuk di triwulan IV", "No bunching at year end"), "KEU-08", 10, pct(60), pct(25), 1},
	}},
	{ID: "penegakan-hukum", Status: "assumed", Source: assumed, Title: result.T("Penegakan hukum keimigrasian", "Immigration law enforcement"), Criteria: []Criterion{
		{result.T("Perkara pro justitia", "Pro justitia cases"), "GAK-08", 30, points(0), points(12), 0},
		{result.T("Penyelesaian perkara (P-21)", "Completion of cases (P-21)"), "GAK-09", 25, pct(0), pct(100), 5},
		{result.T("Operasi pengawasan", "Surveillance operations"), "GAK-12", 15, points(0), points(24), 0},
		{result.T("Koordinasi TIMPORA", "TIMPORA coordination"), "GAK-13", 15, points(0), points(12), 0},
		{result.T("Calo per 1.000 pemohon", "Touts per 1,000 applicants"), "GAK-15", 15, big.NewRat(5, 1000), new(big.Rat), 0},
	}},
}
