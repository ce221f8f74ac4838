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

var kindNames = []struct{ kind, id, en string }{
	{"ticket", "tiket antrean", "queue tickets"},
	{"queue_interval", "rekap antrean", "queue summaries"},
	{"application", "permohonan paspor", "passport applications"},
	{"answer", "jawaban survei", "survey answers"},
	{"complaint", "pengaduan", "complaints"},
	{"official_score", "nilai resmi", "official scores"},
	{"action", "tindakan administratif", "administrative actions"},
	{"case", "perkara", "cases"},
	{"case_count", "rekap perkara", "case summaries"},
	{"operation", "operasi dan rapat", "operations and meetings"},
	{"tout", "kejadian calo", "tout incidents"},
	{"ledger", "realisasi anggaran", "budget realisation"},
	{"revenue", "penerimaan (PNBP)", "revenue (PNBP)"},
	{"revision", "revisi DIPA", "DIPA revisions"},
	{"contract", "kontrak", "contracts"},
	{"invoice", "tagihan", "bills"},
	{"cash_advance", "UP dan TUP", "cash advances"},
	{"output", "capaian output", "outputs"},
	{"dispensation", "SPM akhir tahun", "year-end payment orders"},
}
