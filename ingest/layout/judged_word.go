package layout

import "strings"

// restOfTotal are the words that may stand beside "total" without making an
// item of it.
var restOfTotal = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`jumlah total sub subtotal subjumlah grand keseluruhan seluruh seluruhnya semua umum akhir besar all overall sum
		belanja pagu realisasi anggaran pendapatan penerimaan pnbp rm dan plus rupiah rp hari bulan tahun triwulan semester ini per s d sd ke
		layanan pelayanan tiket antrean antrian pemohon orang wna kantor satker program kegiatan output akun jenis kasus perkara tindakan
		a b c d e i ii iii iv v services service tickets day month year for the of gabungan bruto netto neto bersih kotor nasional`) {
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
