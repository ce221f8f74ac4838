package layout

import (
	"strings"

	"rapor/ingest/grid"
)

// localWords are words that only a table of an Indonesian office has in its
// cells, whatever language its headings are in.
var localWords = set(`paspor izin ijin tinggal layanan pelayanan loket selesai dilayani belum tidak sudah baru penggantian
	permohonan kantor antrean antrian imigrasi umum lansia prioritas batal menunggu dipanggil terlewat
	hadir januari februari maret juni juli agustus oktober desember laki perempuan kunjungan
	perpanjangan terbatas tetap warga negara wawancara berkas meja kelas biasa percepatan senin selasa
	rabu kamis jumat`)

// local is the first cell below a header whose words are Indonesian, "" for
// none.
func local(rows []grid.Row, header uint32) string {
	for i := range rows {
		if rows[i].N <= header {
			continue
		}
		for k := range rows[i].Cells {
			c := &rows[i].Cells[k]
			if c.Kind != grid.Text || len(c.Text) > 80 || !letters(c.Text) {
				continue
			}
			for w := range strings.FieldsFuncSeq(strings.ToLower(c.Text), func(r rune) bool { return r < 'a' || r > 'z' }) {
				if localWords[w] {
					return strings.TrimSpace(c.Text)
				}
			}
		}
	}
	return ""
}
