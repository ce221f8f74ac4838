package analysis

import "rapor/analysis/result"

// KindName is what the rows of a record kind are called, in the plural; kinds
// are named as layouts name them.
func KindName(kind string) result.Quantity {
	for _, k := range kindNames {
		if k.kind == kind {
			return result.Named(k.id, k.en)
		}
	}
	return result.Str(kind)
}

// byDay marks the families of which a value takes the rows of its period and
// nothing else. Of the others (cases and their stages, acts and the people in
// them, months that add up) older and later files can count too.
var kindNames = []struct {
	kind, id, en string
	byDay        bool
}{
	{"ticket", "tiket antrean", "queue tickets", true},
	{"queue_interval", "rekap antrean", "queue summaries", true},
	{"application", "permohonan paspor", "passport applications", false},
	{"answer", "jawaban survei", "survey answers", true},
	{"answer_count", "rekap jawaban survei", "survey summaries", true},
	{"volume", "volume layanan", "volumes of services", true},
	{"complaint", "pengaduan", "complaints", false},
	{"official_score", "nilai resmi", "official scores", false},
	{"action", "tindakan administratif", "administrative actions", false},
	{"case", "perkara", "cases", false},
	{"case_count", "rekap perkara", "case summaries", false},
	{"operation", "operasi dan rapat", "operations and meetings", true},
	{"tout", "kejadian calo", "tout incidents", true},
	{"ledger", "realisasi anggaran", "budget realisation", false},
	{"revenue", "penerimaan (PNBP)", "revenue (PNBP)", false},
	{"revision", "revisi DIPA", "DIPA revisions", false},
	{"contract", "kontrak", "contracts", false},
	{"invoice", "tagihan", "bills", false},
	{"cash_advance", "UP dan TUP", "cash advances", false},
	{"output", "capaian output", "outputs", false},
	{"dispensation", "SPM akhir tahun", "year-end payment orders", false},
}
