package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/record"
)

type receipts struct {
	record.Sink
	lines []record.Revenue
	other []record.Reject
}

func (r *receipts) Revenue(x *record.Revenue) { r.lines = append(r.lines, *x) }
func (r *receipts) Ledger(*record.Ledger)     {}
func (r *receipts) Volume(*record.Volume)     {}
func (r *receipts) Reject(x record.Reject)    { r.other = append(r.other, x) }

// Kinds of revenue down and months across are receipts, with the target of the
// year beside them; what PNBP pays for is spending, and numbers of applications
// are none of both.
func TestRevenueAcross(t *testing.T) {
	const two = "\n423211;Pendapatan Paspor;9.000.000;1.000.000;1.500.000\n423212;Pendapatan Visa;8.000.000;700.000;800.000\n" +
		"Jumlah;;17.000.000;1.700.000;2.300.000\n"
	const want = "1:1000000/9000000 2:1500000/9000000 1:700000/8000000 2:800000/8000000"
	for _, c := range []struct{ name, table, kind, want string }{
		{"a form", "REALISASI PNBP TAHUN 2016;;;;\nKode Akun;Jenis Pendapatan;Target;Januari;Februari" + two, "revenue", want},
		{"no words above", "Tahun 2016;;;;\nKode;Uraian;Target;Jan;Feb" + two, "revenue", want},
		{"other headings", "Penerimaan Negara Bukan Pajak 2016;;;;\nMAK;Jenis Penerimaan;Target PNBP;Realisasi Januari;" +
			"Realisasi Februari" + two, "revenue", want},
		{"English", "Revenue 2016;;;;\nAccount;Type of Revenue;Target;January;February" + two, "revenue", want},
		{"without codes and target", "PNBP Tahun 2016;;\nJenis PNBP;Januari;Februari\nPaspor;1.000;1.500\nVisa;700;800\n",
			"revenue", "1:1000/0 2:1500/0 1:700/0 2:800/0"},
		{"spent of PNBP", "REALISASI ANGGARAN PNBP 2016;;;\nUraian;Pagu;Januari;Februari\n52 Belanja Barang;9.000;1.000;1.500\n" +
			"53 Belanja Modal;8.000;700;800\n", "ledger", ""},
		{"accounts of spending", "REALISASI PNBP 2016;;\nUraian;Januari;Februari\n52 Belanja Barang;1.000;1.500\n" +
			"53 Belanja Modal;700;800\n", "ledger", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := &receipts{}
			p, _ := read(t, c.table, out)
			if p == nil || p.Kind != c.kind {
				t.Fatalf("read by %+v", p)
			}
			var got []string
			for _, l := range out.lines {
				got = append(got, fmt.Sprintf("%d:%d/%d", l.Month, l.Simponi.Sen/100, l.Target.Sen/100))
			}
			if s := strings.ReplaceAll(strings.Join(got, " "), ".", ""); strings.ReplaceAll(s, "Rp", "") != c.want {
				t.Errorf("%s, want %s: %+v", s, c.want, out.other)
			}
		})
	}
}
