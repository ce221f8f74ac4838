package layout

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// counting takes records and keeps only how many there were.
type counting struct {
	record.Sink
	tickets, ledger, actions int
	rejects                  []record.Reject
	last                     record.Ticket
}

func (c *counting) Ticket(t *record.Ticket)             { c.tickets++; c.last = *t }
func (c *counting) Ledger(*record.Ledger)               { c.ledger++ }
func (c *counting) Action(*record.Action)               { c.actions++ }
func (c *counting) Reject(r record.Reject)              { c.rejects = append(c.rejects, r) }
func (c *counting) QueueInterval(*record.QueueInterval) {}
func (c *counting) Revenue(*record.Revenue)             {}
func (c *counting) Case(*record.Case)                   {}
func (c *counting) CaseCount(*record.CaseCount)         {}
func (c *counting) Operation(*record.Operation)         {}
func (c *counting) Tout(*record.Tout)                   {}
func (c *counting) Answer(*record.Answer)               {}
func (c *counting) Complaint(*record.Complaint)         {}
func (c *counting) Application(*record.Application)     {}

func TestBuiltinLayoutsAreSound(t *testing.T) {
	all, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, l := range all {
		if seen[l.ID] {
			t.Errorf("layout %s twice", l.ID)
		}
		seen[l.ID] = true
		required := 0
		for _, c := range l.Columns {
			if c.Required {
				required++
			}
		}
		if required == 0 && len(l.Needs) == 0 {
			t.Errorf("layout %s requires nothing and would fit anything", l.ID)
		}
	}
	if _, err := Parse([]byte("id='x'\nkind='ticket'\ntitle={id='x',en='x'}\ncolumn=[{field='salah',aliases=['a']}]")); err == nil {
		t.Error("a layout with an unknown field was accepted")
	}
	if _, err := Parse([]byte("id='x'\nkind='ticket'\ntitel='x'")); err == nil {
		t.Error("a layout with an unknown key was accepted")
	}
}

func TestTicketsWithTitlesTotalsAndBadRows(t *testing.T) {
	p, tally, sink := run(t, "KANTOR CONTOH;;;;\nLAPORAN ANTREAN;;;;\n;;;;\nHari/Tanggal;No. Antrean;Jam Ambil;Jam Panggil;Nama Pemohon\n"+
		"Senin, 14 Maret 2016;A001;07.30;07.40;X\nSenin, 14 Maret 2016;A002;07.31;;Y\n31/02/2016;A003;07.32;07.50;Z\n15/03/2016;A004;08.00;07.00;Z\nJumlah;4;;;\n;;;;\nMengetahui,;;;;\nKepala Kantor;;;;\n")
	if p == nil || p.Kind != "ticket" {
		t.Fatalf("plan %+v", p)
	}
	if tally.Used != 2 || tally.Rejected != 2 || tally.Aside != 4 || sink.tickets != 2 {
		t.Errorf("%+v, %d tickets", tally, sink.tickets)
	}
	if sink.last.Called.Known() || sink.last.Day.String() != "2016-03-14" {
		t.Errorf("%+v", sink.last)
	}
	codes := ""
	for _, r := range sink.rejects {
		codes += string(r.Code) + " "
	}
	if codes != "D403 D501 " {
		t.Errorf("rejects %s", codes)
	}
}

// TestColumnsInAnyOrder: shuffled columns give the same record.
func TestColumnsInAnyOrder(t *testing.T) {
	_, _, a := run(t, "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A001;07.30;07.40\n")
	_, _, b := run(t, "Jam Panggil;Jam Ambil;No Antrian;Tanggal\n07.40;07.30;A001;14/03/2016\n")
	if a.last != b.last {
		t.Errorf("%+v\n%+v", a.last, b.last)
	}
}

// TestCombinedFundsAreNotAddedTwice: RM and PNBP are counted, their combined
// table is set aside.
func TestCombinedFundsAreNotAddedTwice(t *testing.T) {
	block := func(title string, n string) string {
		return title + ";;\nJENIS BELANJA;PAGU (Rp);REALISASI (Rp)\nBelanja Pegawai;" + n + ";" + n + "\nBelanja Barang;" + n + ";" + n + "\nJUMLAH;" + n + ";" + n + "\n"
	}
	_, tally, sink := run(t, "BULAN : MARET 2016;;\n"+block("a. Rupiah Murni (RM)", "1.000.000")+block("b. PNBP", "500.000")+block("c. RM + PNBP", "1.500.000"))
	if sink.ledger != 4 || tally.Used != 4 {
		t.Errorf("%d ledger lines, %+v", sink.ledger, tally)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A001;07.30;07.40\n")
	f.Add("BULAN : MARET 2016\nJENIS BELANJA;PAGU (Rp);REALISASI (Rp)\nBelanja Pegawai;1.000;-\nNIHIL\n")
	f.Add("Kode;Anggaran;Realisasi\n1;2;3\n1.1;2;3\n")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\x00") || len(text) == 0 {
			return
		}
		run(t, text)
	})
}

func BenchmarkTickets(b *testing.B) {
	var text bytes.Buffer
	text.WriteString("Tanggal;No. Antrean;Jenis Layanan;Kelas;Jam Ambil;Jam Panggil;Jam Mulai;Jam Selesai;Loket;Status\r\n")
	for range 50_000 {
		text.WriteString("14/03/2016;A001;Paspor Baru;A;07.30.00;07.40.00;07.41.00;07.55.00;3;Selesai\r\n")
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, tally, _ := run(b, text.String()); tally.Used != 50_000 {
			b.Fatal(tally)
		}
	}
}

// TestColumnsAreDecidedOrRefused: what fits two readings is decided by
// evidence that is named, or every such cell is refused; it is never guessed.
func TestColumnsAreDecidedOrRefused(t *testing.T) {
	const head = "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n"
	interval := func(header, cell string) string {
		return "Tanggal;Jam;Jumlah;" + header + "\n14/03/2016;07.00-08.00;3;" + cell + "\n14/03/2016;08.00-09.00;4;" + cell + "\n"
	}
	for name, tc := range map[string]struct {
		text     string
		used     int64
		rejected int64
		codes    string
	}{
		"date proven by a later row":     {head + "03/04/2016;1;07.30;07.40\n14/04/2016;2;07.30;07.40\n", 2, 0, ""},
		"date by the header's language":  {head + "03/04/2016;1;07.30;07.40\n", 1, 0, "D254"},
		"date by the month of the title": {"BULAN : MARET 2016;;;\nDate;No Antrian;Jam Ambil;Jam Panggil\n03/04/2016;1;07.30;07.40\n03/05/2016;2;07.30;07.40\n", 2, 0, ""},
		"date that nothing decides":      {"Date;No Antrian;Jam Ambil;Jam Panggil\n03/04/2016;1;07.30;07.40\n", 0, 1, "D252 D252"},
		"two date orders in one column":  {head + "13/04/2016;1;07.30;07.40\n04/14/2016;2;07.30;07.40\n", 0, 2, "D253 D253 D253"},
		"mean wait of two fields":        {interval("Rata-rata Tunggu", "07.30"), 0, 2, "D255 D255 D255"},
		"mean wait with decimals":        {interval("Rata-rata Tunggu", "7,5"), 2, 0, ""},
		"mean wait that may be grouped":  {interval("Rata-rata Tunggu", "1.234"), 0, 2, "D251 D251 D251"},
		"mean wait of two colon fields":  {interval("Rata-rata Tunggu", "07:30"), 0, 2, "D255 D255 D255"},
		"mean wait of three fields":      {interval("Rata-rata Tunggu", "00:07:30"), 2, 0, ""},
	} {
		p, tally, sink := run(t, tc.text)
		if p == nil {
			t.Errorf("%s: not recognised", name)
			continue
		}
		var codes []string
		for _, d := range p.Doubts {
			codes = append(codes, string(d.Code))
		}
		for _, r := range sink.rejects {
			codes = append(codes, string(r.Code))
		}
		if got := strings.Join(codes, " "); tally.Used != tc.used || tally.Rejected != tc.rejected || got != tc.codes {
			t.Errorf("%s: used %d, rejected %d, %s; want %d, %d, %s", name, tally.Used, tally.Rejected, got, tc.used, tc.rejected, tc.codes)
		}
	}
}

// TestTotalsAreReconciled: a total row that does not add up is named with what
// the rows add up to; subtotals, averages and combined tables are no mismatch.
func TestTotalsAreReconciled(t *testing.T) {
	const head = "BULAN : MARET 2016;;\nJENIS BELANJA;PAGU (Rp);REALISASI (Rp)\n"
	for name, tc := range map[string]struct{ rows, want string }{
		"adds up":            {"Belanja Pegawai;1.000;400\nBelanja Barang;2.000;600\nJUMLAH;3.000;1.000\n", ""},
		"does not":           {"Belanja Pegawai;1.000;400\nBelanja Barang;2.000;600\nJUMLAH;3.000;1.100\n", "REALISASI (Rp) 1.100 rincian 1.000"},
		"to the sen":         {"Belanja Pegawai;1.000,25;400\nBelanja Barang;2.000,25;600\nJUMLAH;3.000,51;1.000\n", "PAGU (Rp) 3.000,51 rincian 3.000,50"},
		"subtotal and total": {"Belanja Pegawai;1.000;400\nSUBTOTAL;1.000;400\nBelanja Barang;2.000;600\nSUBTOTAL;2.000;600\nTOTAL;3.000;1.000\n", ""},
		"average":            {"Belanja Pegawai;1.000;400\nBelanja Barang;2.000;600\nRATA-RATA;1.500;500\n", ""},
		"with a reject":      {"Belanja Pegawai;1.000;400\nBelanja Barang;2.000;x\nJUMLAH;3.000;1.000\n", "PAGU (Rp) 3.000 rincian 1.000; 1 baris di atasnya ditolak|REALISASI (Rp) 1.000 rincian 400; 1 baris di atasnya ditolak"},
	} {
		_, _, sink := run(t, head+tc.rows)
		var got []string
		for _, r := range sink.rejects {
			if r.Code == reject.TotalMismatch {
				got = append(got, r.Column+" "+r.Shown+" "+r.Hint.ID)
			}
		}
		if s := strings.Join(got, "|"); s != tc.want {
			t.Errorf("%s: %q, want %q", name, s, tc.want)
		}
	}
}

// TestTablesOfDifferentKinds: a sheet that goes on with another table stops
// there, and the account of the first is whole.
func TestTablesOfDifferentKinds(t *testing.T) {
	const text = "Tanggal;No Antrian;Jam Ambil;Jam Panggil\n14/03/2016;A001;07.30;07.40\nJumlah;1;;\n;;;\nKEJADIAN CALO BULAN MARET;;;\nTanggal Kejadian;Tindak Lanjut;Melibatkan Petugas;\n15/03/2016;Diusir;Tidak;\n"
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(text), int64(len(text)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	var kinds []string
	for from := uint32(0); ; {
		part := Section(s, from, nil)
		p, err := Match(part, "", layouts, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Decide(part, nil); err != nil {
			t.Fatal(err)
		}
		tally, next, err := p.Run(part, 0, 0, &counting{})
		if err != nil || tally.Read != tally.Used+tally.Aside+tally.Rejected || tally.Used != 1 {
			t.Fatalf("%s: %+v %v", p.Kind, tally, err)
		}
		kinds = append(kinds, p.Kind)
		if from = next; from == 0 {
			break
		}
	}
	if got := strings.Join(kinds, " "); got != "ticket tout" {
		t.Errorf("tables %s", got)
	}
}

// TestRowsOfAnotherWidthAreRejected: in a file whose rows agree, a row with a
// delimiter too few or too many may have its cells in wrong columns.
func TestRowsOfAnotherWidthAreRejected(t *testing.T) {
	var b strings.Builder
	b.WriteString("Tanggal;No Antrian;Jenis Layanan;Jam Ambil;Jam Panggil\n")
	for i := range 30 {
		fmt.Fprintf(&b, "14/03/2016;A%03d;Paspor Baru;07.%02d;08.%02d\n", i, i, i)
	}
	b.WriteString("14/03/2016;A030;07.30;08.30\n")             // the service is missing
	b.WriteString("14/03/2016;A031;Paspor;Baru;07.31;08.31\n") // a delimiter inside the service
	b.WriteString("Jumlah;32\n")
	_, tally, sink := run(t, b.String())
	if tally.Used != 30 || tally.Rejected != 2 || tally.Aside != 1 || len(sink.rejects) != 2 ||
		sink.rejects[0].Code != reject.ShortRow || sink.rejects[1].Code != reject.LongRow {
		t.Errorf("%+v %+v", tally, sink.rejects)
	}
}

// TestCombinedTablesAreHeldAgainstTheirParts: a combined RM + PNBP table is not
// added, but its rows must be what their parts add up to.
func TestCombinedTablesAreHeldAgainstTheirParts(t *testing.T) {
	block := func(title, staff, goods string) string {
		return title + ";;\nJENIS BELANJA;PAGU (Rp);REALISASI (Rp)\nBelanja Pegawai;" + staff + ";1\nBelanja Barang;" + goods + ";1\n"
	}
	_, tally, sink := run(t, "BULAN : MARET 2016;;\n"+block("a. Rupiah Murni (RM)", "1.000.000", "200.000")+block("b. PNBP", "500.000", "0")+
		strings.ReplaceAll(block("c. RM + PNBP", "1.500.000", "250.000"), ";1\n", ";2\n"))
	var got []string
	for _, r := range sink.rejects {
		got = append(got, string(r.Code)+" "+r.Column+" "+r.Shown+" "+r.Hint.ID)
	}
	if want := "D503 PAGU (Rp) 250.000 RM + PNBP = 200.000"; strings.Join(got, "|") != want || tally.Used != 4 {
		t.Errorf("%q, %+v", got, tally)
	}
}

// TestSparseRowsWithADateAreData: a row of a date and little else is no title,
// although its date names a month.
func TestSparseRowsWithADateAreData(t *testing.T) {
	_, tally, sink := run(t, "Tanggal;No Antrian;Jenis Layanan;Kelas;Jam Ambil;Jam Panggil\n14/03/2016;A001;Paspor;A;07.30;07.40\n15/03/2016;A002;;;;\n")
	if tally.Used+tally.Rejected != 2 || tally.Aside != 0 {
		t.Errorf("%+v %+v", tally, sink.rejects)
	}
}

func TestPercentAsItsWorkbookShowsIt(t *testing.T) {
	for raw, want := range map[string]string{"0.34": "34%", "0.1234": "12.34%", "1": "100%", "0": "0%", "0.005": "0.5%", "x": "x"} {
		if got := percent(raw); got != want {
			t.Errorf("%s shown as %s, want %s", raw, got, want)
		}
	}
}
