package layout

import (
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// budget keeps the records of budget performance.
type budget struct {
	record.Sink
	ledger     []record.Ledger
	revisions  []record.Revision
	contracts  []record.Contract
	invoices   []record.Invoice
	advances   []record.CashAdvance
	outputs    []record.Output
	dispensed  []record.Dispensation
	official   []record.OfficialScore
	complaints []record.Reject
}

func (b *budget) Ledger(l *record.Ledger)             { b.ledger = append(b.ledger, *l) }
func (b *budget) Revision(r *record.Revision)         { b.revisions = append(b.revisions, *r) }
func (b *budget) Contract(c *record.Contract)         { b.contracts = append(b.contracts, *c) }
func (b *budget) Invoice(i *record.Invoice)           { b.invoices = append(b.invoices, *i) }
func (b *budget) CashAdvance(a *record.CashAdvance)   { b.advances = append(b.advances, *a) }
func (b *budget) Output(o *record.Output)             { b.outputs = append(b.outputs, *o) }
func (b *budget) Dispensation(d *record.Dispensation) { b.dispensed = append(b.dispensed, *d) }
func (b *budget) OfficialScore(o *record.OfficialScore) {
	b.official = append(b.official, *o)
}
func (b *budget) Reject(r record.Reject) { b.complaints = append(b.complaints, r) }

// The counting sink of the other tests meets these kinds under fuzz only.
func (c *counting) Revision(*record.Revision)           {}
func (c *counting) Contract(*record.Contract)           {}
func (c *counting) Invoice(*record.Invoice)             {}
func (c *counting) CashAdvance(*record.CashAdvance)     {}
func (c *counting) Output(*record.Output)               {}
func (c *counting) Dispensation(*record.Dispensation)   {}
func (c *counting) OfficialScore(*record.OfficialScore) {}

// budgetOf reads one export by the layout it must be recognised as.
func budgetOf(t *testing.T, layout, text string) *budget {
	t.Helper()
	out := &budget{}
	readBy(t, layout, text, out)
	return out
}

func (b *budget) code(t *testing.T, want reject.Code) {
	t.Helper()
	for _, r := range b.complaints {
		if r.Code == want {
			return
		}
	}
	t.Errorf("no %s among %+v", want, b.complaints)
}

func TestRevisionsAreRead(t *testing.T) {
	b := budgetOf(t, "revisi-dipa", "DAFTAR REVISI DIPA TAHUN ANGGARAN 2016;;;;\nNo;Tanggal Pengesahan;Kode Revisi;Pagu Semula;Pagu Menjadi\n1;15/03/2016;211;9.000.000;9.000.000\n2;20/07/2016;;9.000.000;9.000.000\n")
	if len(b.revisions) != 1 || b.revisions[0].Day.String() != "2016-03-15" || b.revisions[0].Code != "211" || b.revisions[0].After != record.Sen(900_000_000) {
		t.Errorf("%+v", b.revisions)
	}
	b.code(t, reject.MissingValue)
}

func TestContractsAreRead(t *testing.T) {
	b := budgetOf(t, "kontrak", "DAFTAR KONTRAK TAHUN ANGGARAN 2016;;;;;;\nNo. Kontrak;Akun;Nilai Kontrak (Rp);Tgl Kontrak;Cara Pembayaran;Tgl SP2D;Penyedia\n"+
		"01/SPK;532111;187.500.000;29/12/2015;Sekaligus;28/03/2016;CV A\n02/SPK;52 Belanja Barang;60.000.000;04/04/2016;Termin;;CV B\n03/SPK;53;60.000.000;04/04/2016;Sekaligus;01/01/2016;CV C\n")
	if len(b.contracts) != 2 {
		t.Fatalf("%+v", b.contracts)
	}
	if c := b.contracts[0]; c.Year != 2016 || c.Account != 53 || c.AtOnce != record.Yes || c.Signed.String() != "2015-12-29" || c.Value != record.Sen(18_750_000_000) {
		t.Errorf("%+v", c)
	}
	if c := b.contracts[1]; c.Account != 52 || c.AtOnce != record.No || c.Disburse.Known() {
		t.Errorf("%+v", c)
	}
	b.code(t, reject.StageOrder)
}

func TestPaymentOrdersAreRead(t *testing.T) {
	b := budgetOf(t, "tagihan", "No. SPM;Jenis SPM;Tanggal BAST;Tanggal Terima KPPN;Nilai SPM\n00021;LS Kontraktual;13/03/2016;20/03/2016;5.000.000\n00022;LS Kontraktual;20/03/2016;13/03/2016;5.000.000\n")
	if len(b.invoices) != 1 || b.invoices[0].Number != "00021" || b.invoices[0].Received-b.invoices[0].Accepted != 7 {
		t.Errorf("%+v", b.invoices)
	}
	b.code(t, reject.StageOrder)
}

func TestCashAdvancesAreRead(t *testing.T) {
	b := budgetOf(t, "up-tup", "Jenis SPM;Nilai SP2D;Tanggal SP2D;Tanggal SP2D Sebelumnya\nUP;18.000.000;13/01/2016;\nGUP;11.000.000;25/05/2016;05/05/2016\nGUP Nihil;1.000.000;20/12/2016;25/11/2016\nTUP;50.000.000;01/06/2016;\nPTUP;40.000.000;30/06/2016;01/06/2016\nSetoran TUP;10.000.000;30/06/2016;\nLain;1;30/06/2016;\n")
	want := []string{"UP", "GUP", "GUP_NIHIL", "TUP", "PTUP", "SETORAN_TUP"}
	if len(b.advances) != len(want) {
		t.Fatalf("%+v", b.advances)
	}
	for i, k := range want {
		if b.advances[i].Kind != k {
			t.Errorf("row %d is %s, want %s", i, b.advances[i].Kind, k)
		}
	}
	b.code(t, reject.UnknownWord)
}

func TestCreditCardIsRead(t *testing.T) {
	b := budgetOf(t, "kkp", "PENGGUNAAN KKP TAHUN ANGGARAN 2024;;\nBulan;Penggunaan KKP;UP KKP Sebulan\nJanuari;1.000.000;20.000.000\nFebruari;-;20.000.000\n")
	if len(b.advances) != 2 || b.advances[0].Kind != record.AdvanceCard || b.advances[0].Year != 2024 || b.advances[1].Month != 2 || b.advances[1].Value != record.Sen(0) {
		t.Errorf("%+v", b.advances)
	}
}

func TestOutputsAreRead(t *testing.T) {
	b := budgetOf(t, "capaian-output", "CAPAIAN OUTPUT TAHUN ANGGARAN 2024;;;;;;;\nBulan;Kode RO;Target Volume;RVRO;PCRO;TPCRO;Tanggal Lapor;Status Konfirmasi\n"+
		"Maret;BAA.001;50;12,5;34,00%;42%;04/04/2024;Terkonfirmasi\nMaret;BAA.002;10;0;0,34;42%;14/04/2024;Belum Terkonfirmasi\nMaret;BAA.003;10;0;-;42%;;Belum\n")
	if len(b.outputs) != 2 {
		t.Fatalf("%+v %+v", b.outputs, b.complaints)
	}
	if o := b.outputs[0]; o.Volume.N != 12500 || o.Progress.N != 3400 || o.Planned.N != 4200 || o.Confirmed != record.Yes || o.Month != 3 {
		t.Errorf("%+v", o)
	}
	if o := b.outputs[1]; !o.Progress.Known || o.Progress.N != 0 || o.Confirmed != record.No || o.Reported.Known() {
		t.Errorf("%+v", o)
	}
	b.code(t, reject.OutOfRange)
}

func TestYearEndOrdersAreRead(t *testing.T) {
	b := budgetOf(t, "spm-akhir-tahun", "No. SPM;Tanggal SPM;Nilai SPM;Dispensasi\n001;13/10/2016;1;Tidak\n002;28/12/2016;1;Ya\n003;28/12/2016;1;\n004;28/12/2016;1;-\n")
	want := []record.Tri{record.No, record.Yes, record.Unknown, record.No}
	if len(b.dispensed) != len(want) {
		t.Fatalf("%+v", b.dispensed)
	}
	for i, w := range want {
		if b.dispensed[i].Dispensed != w {
			t.Errorf("row %d: %d, want %d", i, b.dispensed[i].Dispensed, w)
		}
	}
}

func TestOfficialScoresAreRead(t *testing.T) {
	b := budgetOf(t, "nilai-resmi", "NILAI TAHUN ANGGARAN 2024;;\nBulan;Indikator;Nilai IKPA\nDesember;Revisi DIPA;110,00\nDesember;Nilai Akhir;98,55\n")
	if len(b.official) != 2 || b.official[0].Part != "Revisi DIPA" || b.official[1].Part != "" || b.official[1].Hundredth != 9855 || b.official[0].Scheme != "IKPA" || b.official[0].Month != 12 {
		t.Errorf("%+v", b.official)
	}
}

// TestOfficialTableOfOffices reads the OM-SPAN table: stacked headers, several
// lines per office, a per cent column that is no score.
func TestOfficialTableOfOffices(t *testing.T) {
	b := budgetOf(t, "ikpa-satker", "INDIKATOR PELAKSANAAN ANGGARAN;;;;;;;;\nTahun Anggaran 2024;;;;;;;;\nNo;Kode KPPN;Kode Satker;Uraian Satker;Keterangan;Revisi DIPA;Penyerapan Anggaran;Konversi Bobot;Nilai Akhir\n"+
		"1;016;012345;KANTOR IMIGRASI CONTOH;Nilai;110,00;97,50;100,00%;99,55\n1;016;012345;KANTOR IMIGRASI CONTOH;Bobot;10;20;;\n")
	if len(b.official) != 5 {
		t.Fatalf("%+v %+v", b.official, b.complaints)
	}
	if o := b.official[2]; o.Part != "" || o.Hundredth != 9955 || o.Line != "nilai" || o.Year != 2024 {
		t.Errorf("%+v", o)
	}
	if o := b.official[3]; o.Part != "revisi" || o.Line != "bobot" || o.Hundredth != 1000 {
		t.Errorf("%+v", o)
	}
}

// TestRemaindersAndPercentagesAreKept reads the office's own monthly table.
func TestRemaindersAndPercentagesAreKept(t *testing.T) {
	b := budgetOf(t, "laporan-realisasi", "BULAN : MARET 2016;;;;;;\na. Rupiah Murni (RM);;;;;;\nJENIS BELANJA;PAGU;TARGET;;REALISASI;;SISA DANA\n;;Rp.;%;Rp.;%;\nBelanja Pegawai;1.000.000;200.000;20,00%;250.000;25,00%;750.000\nBelanja Modal;500.000;-;-;-;-;500.000\nJUMLAH;1.500.000;;;250.000;;1.250.000\n")
	if len(b.ledger) != 2 {
		t.Fatalf("%+v", b.ledger)
	}
	if l := b.ledger[0]; l.Account != 51 || l.Fund != record.FundRM || l.Month != 3 || l.Remainder != record.Sen(75_000_000) || l.Percent != (record.Decimal{N: 2500, Known: true}) {
		t.Errorf("%+v", l)
	}
	if l := b.ledger[1]; l.Spent != record.Sen(0) || l.Percent.Known {
		t.Errorf("%+v", l)
	}
}

// TestFractionsAreNoPercentages: 0.34 without a sign may mean 34 %.
func TestFractionsAreNoPercentages(t *testing.T) {
	f, _ := outputKind.field("progress")
	for text, want := range map[string]reject.Code{"34": "", "34%": "", "34,5 %": "", "0,5%": "", "-": "", "0": "", "0.34": reject.OutOfRange, "1": reject.OutOfRange, "-3": reject.Negative, "banyak": reject.BadNumber, "99999999": reject.OutOfRange} {
		var b bag
		if code := f.set(&b, value{text: text}); code != want {
			t.Errorf("%q: %q, want %q", text, code, want)
		}
	}
}

func FuzzBudgetPerformance(f *testing.F) {
	f.Add("Bulan;Kode RO;RVRO;PCRO;TPCRO;Tanggal Lapor\nMaret;BAA.001;12,5;34,00%;42%;04/04/2024\n")
	f.Add("Jenis SPM;Nilai SP2D;Tanggal SP2D;Tanggal SP2D Sebelumnya\nGUP;11.000.000;25/05/2016;05/05/2016\n")
	f.Add("No. Kontrak;Akun;Nilai Kontrak;Tanggal Kontrak\n1;53;60.000.000;04/04/2016\n")
	f.Add("TA 2024;;\nUraian Satker;Revisi DIPA;Nilai Akhir\nKANTOR;110,00;99,55\n")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\x00") || len(text) == 0 {
			return
		}
		run(t, text)
	})
}

// TestRunningTotalsAreRead: a column that says "s.d. bulan ini" is a total.
func TestRunningTotalsAreRead(t *testing.T) {
	b := budgetOf(t, "anggaran-kumulatif", "TAHUN ANGGARAN 2016;;;;;\nBulan;Jenis Belanja;Pagu;Realisasi s.d. Bulan Lalu;Realisasi s.d. Bulan Ini;Sisa Pagu\n"+
		"Maret;51 Belanja Pegawai;1.000.000;150.000;250.000;750.000\n")
	if len(b.ledger) != 1 || b.ledger[0].Cumulative != record.Yes || b.ledger[0].Spent != record.Sen(25_000_000) || b.ledger[0].Month != 3 || b.ledger[0].Year != 2016 {
		t.Errorf("%+v", b.ledger)
	}
}

// TestMonthsAcrossAreRead: a row of twelve months becomes a record a month;
// an empty month is none. Nothing in it says whether they add up: the year's
// arithmetic decides.
func TestMonthsAcrossAreRead(t *testing.T) {
	b := budgetOf(t, "realisasi-melebar", "REALISASI TAHUN ANGGARAN 2016;;;;\nAkun;Pagu;Jan;Peb;Mar\n521111;1.000.000;10.000;-;\n532111;500.000;;20.000;30.000\n")
	want := []struct {
		month   int8
		account int16
		spent   record.Amount
	}{{1, 52, record.Sen(1_000_000)}, {2, 52, record.Sen(0)}, {2, 53, record.Sen(2_000_000)}, {3, 53, record.Sen(3_000_000)}}
	if len(b.ledger) != len(want) {
		t.Fatalf("%+v", b.ledger)
	}
	for i, w := range want {
		l := b.ledger[i]
		if l.Month != w.month || l.Account != w.account || l.Spent != w.spent || l.Cumulative != record.Unknown || !l.Ceiling.Known {
			t.Errorf("row %d: %+v", i, l)
		}
	}
}
