package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
)

// restOfTotal are the words that may stand beside "total" without making an
// item of it.
var restOfTotal = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`jumlah total sub subtotal subjumlah grand keseluruhan seluruh seluruhnya semua umum akhir besar all overall sum
		belanja pagu realisasi anggaran pendapatan penerimaan pnbp rm dan plus rupiah rp hari bulan tahun triwulan semester ini per s d sd ke
		layanan pelayanan tiket antrean antrian pemohon orang wna kantor satker program kegiatan output akun jenis kasus perkara tindakan
		a b c d e i ii iii iv v services service tickets day month year for the of gabungan bruto netto neto bersih kotor nasional
		negara kebangsaan kewarganegaraan warga wni countries country nationalities nationality unsur loket kategori kelas golongan
		izin layanan unit bagian sumber dana bidang seksi categories counters offices types kinds kind type`) {
		restOfTotal[w] = true
	}
}

// plainTotal reports a text that says sum and nothing else: "JUMLAH", "Total
// Belanja", "Semua Layanan", "Jumlah Januari 2016"; "Total Paket Keluarga" is
// the name of something.
func plainTotal(s string) bool {
	said := false
	for _, w := range strings.FieldsFunc(fold(s), func(c rune) bool { return c == ' ' || c == '+' || c == '&' || c == ';' || c == '=' }) {
		switch w {
		case "jumlah", "total", "subtotal", "subjumlah", "semua", "seluruh", "keseluruhan", "all", "overall":
			said = true
		}
		if _, m := monthName(w); m || restOfTotal[w] || strings.Trim(w, "0123456789") == "" {
			continue
		}
		return false
	}
	return said
}

// mayTotal reports a text that may say a sum where arithmetic says it too:
// "Gabungan", "Seluruhnya", "Semua Negara". It may as well be the name of an item.
func mayTotal(s string) bool {
	said := false
	for _, w := range strings.Fields(fold(s)) {
		said = said || togetherWords[w]
		if !togetherWords[w] && !restOfTotal[w] {
			return false
		}
	}
	return said
}

var togetherWords = set("gabungan seluruhnya semuanya keseluruhan seluruh semua rekap rekapitulasi akumulasi combined overall all total jumlah sum aggregate")

// unnamedFields are the fields by which rows of one group are told apart.
var unnamedFields = []string{"nationality", "service", "matter"}

// leavesOut reports a row that does not say of which nationality, service or
// matter it is, in a table with a column of them.
func (p *Plan) leavesOut(row *grid.Row) bool {
	for i := range p.Columns {
		if c := &p.Columns[i]; slices.Contains(unnamedFields, c.Field) {
			return strings.TrimSpace(cellAt(row, c.Index).Text) == ""
		}
	}
	return false
}
