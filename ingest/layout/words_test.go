package layout

import (
	"slices"
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// wordsSink keeps what the tests of words look at.
type wordsSink struct {
	sent
	tickets    []record.Ticket
	actions    []record.Action
	operations []record.Operation
	funds      []record.Fund
	rejects    []record.Reject
}

func (w *wordsSink) Ticket(r *record.Ticket)       { w.tickets = append(w.tickets, *r) }
func (w *wordsSink) Action(r *record.Action)       { w.actions = append(w.actions, *r) }
func (w *wordsSink) Operation(r *record.Operation) { w.operations = append(w.operations, *r) }
func (w *wordsSink) Ledger(r *record.Ledger)       { w.funds = append(w.funds, r.Fund) }
func (w *wordsSink) Reject(r record.Reject)        { w.rejects = append(w.rejects, r) }

func (w *wordsSink) of(c reject.Code) (out []record.Reject) {
	for _, r := range w.rejects {
		if r.Code == c {
			out = append(out, r)
		}
	}
	return out
}

// TestUnclearStatus: a word that says nothing certain leaves the status unknown
// and the ticket counted, where its times are complete; else it is rejected. A
// column of remarks never rejects. Each word is listed once with its rows.
func TestUnclearStatus(t *testing.T) {
	const head = "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Jam Selesai;"
	rows := "14/03/2016;A1;08.00;08.10;08.20;Wawancara\n14/03/2016;A2;08.00;08.10;08.20;Selesai\n14/03/2016;A3;08.00;08.10;08.20;Wawancara\n" +
		"14/03/2016;A4;08.00;;;Foto\n14/03/2016;A5;08.00;;;Tidak hadir\n"
	var w wordsSink
	_, tally := read(t, head+"Status\n"+rows, &w)
	if len(w.tickets) != 4 || tally.Rejected != 1 || w.tickets[0].Status != record.StatusUnread || w.tickets[3].Status != record.StatusNoShow {
		t.Errorf("%+v %+v", tally, w.tickets)
	}
	notes := w.of(reject.UnclearWord)
	if len(notes) != 1 || notes[0].Shown != "Wawancara" || notes[0].Ref.Row != 2 || !strings.HasPrefix(notes[0].Hint.ID, "2 baris; ") || notes[0].Column != "Status" {
		t.Errorf("%+v", notes)
	}
	w = wordsSink{}
	if _, tally = read(t, head+"Keterangan\n"+rows, &w); tally.Used != 5 || len(w.of(reject.UnclearWord)) != 2 {
		t.Errorf("%+v %+v", tally, w.rejects)
	}
}

// TestColumnOfUnclearWordsLeftOut: the line that the remedy of D407 proposes
// lets the rejected ticket count.
func TestColumnOfUnclearWordsLeftOut(t *testing.T) {
	const csv = "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Jam Selesai;Status\n14/03/2016;A1;08.00;08.10;;Foto\n"
	if _, tally := read(t, csv, &wordsSink{}); tally.Rejected != 1 {
		t.Errorf("%+v", tally)
	}
	_, sink, err := byEntry(t, csv, &Override{Columns: map[string]string{"Status": Ignored}})
	if err != nil || len(sink.tickets) != 1 || !sink.tickets[0].Called.Known() {
		t.Errorf("%+v %v", sink.tickets, err)
	}
}

// TestUnclearWordsCountRows: a row of twelve records counts once, and a word
// that only negates is listed like any other.
func TestUnclearWordsCountRows(t *testing.T) {
	var w wordsSink
	read(t, "Tahun;Jenis Belanja;Sumber Dana;Pagu;Januari;Februari;Maret\n2016;Belanja Barang;Norma;100;1;2;3\n2016;Belanja Modal;Norma;100;1;2;3\n", &w)
	if notes := w.of(reject.UnclearWord); len(w.funds) != 6 || len(notes) != 1 || !strings.HasPrefix(notes[0].Hint.EN, "2 rows; ") {
		t.Errorf("%d %+v", len(w.funds), notes)
	}
	w = wordsSink{}
	read(t, "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Jam Selesai;Status\n14/03/2016;A1;08.00;08.10;08.20;Gagal\n", &w)
	if notes := w.of(reject.UnclearWord); len(w.tickets) != 1 || len(notes) != 1 {
		t.Errorf("%+v", notes)
	}
}

// TestUnclearWordsAreBounded: however many words a column holds, the list stays
// short and its numbers whole; numbers of persons are not shown.
func TestUnclearWordsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("Tanggal;No Antrian;Jam Ambil;Jam Panggil;Keterangan\n14/03/2016;A0;08.00;08.10;3175012304900001\n")
	for i := range 2 * mostUnclear {
		b.WriteString("14/03/2016;A" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + ";08.00;08.10;catatan " + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "zz\n")
	}
	var w wordsSink
	_, tally := read(t, b.String(), &w)
	notes := w.of(reject.UnclearWord)
	if tally.Used != 2*mostUnclear+1 || len(notes) != mostUnclear+1 || notes[len(notes)-1].More != mostUnclear+1 || notes[0].Shown != "***" {
		t.Errorf("%+v %d %+v", tally, len(notes), notes[len(notes)-1])
	}
}

func TestActsCalledOffAreSetAside(t *testing.T) {
	var w wordsSink
	_, tally := read(t, "Jenis TAK;Tanggal Keputusan;Kebangsaan;Pasal;JK\nDeportasi;14/03/2016;India;75;-\nPembatalan deportasi;15/03/2016;India;75;L\n"+
		"Deportasi, disertai penangkalan;16/03/2016;India;75;X\nPemindahan ke Rumah Detensi;17/03/2016;India;75;P\n", &w)
	var kinds []record.ActionKind
	for _, a := range w.actions {
		kinds = append(kinds, a.Kind)
	}
	want := []record.ActionKind{record.ActionDeportation, record.ActionDeportation, record.ActionListing, record.ActionOther}
	if !slices.Equal(kinds, want) || tally.Used != 3 || tally.Aside != 1 || tally.AsideBy[0].Code != reject.NotCounted {
		t.Errorf("%v %+v", kinds, tally)
	}
	if notes := w.of(reject.UnclearWord); len(notes) != 1 || notes[0].Shown != "X" {
		t.Errorf("%+v", notes)
	}
}

// TestAnUnreadKindOfActStaysUnknown: only a word that is known names an act.
func TestAnUnreadKindOfActStaysUnknown(t *testing.T) {
	var w wordsSink
	read(t, "Jenis TAK;Tanggal Keputusan;Kebangsaan;Pasal;JK\nDeportasi;14/03/2016;India;75;L\n"+
		"Qwerty;15/03/2016;India;75;L\n;16/03/2016;India;75;L\n", &w)
	var kinds []record.ActionKind
	for _, a := range w.actions {
		kinds = append(kinds, a.Kind)
	}
	want := []record.ActionKind{record.ActionDeportation, record.ActionUnknown, record.ActionUnknown}
	if notes := w.of(reject.UnclearWord); !slices.Equal(kinds, want) || len(notes) != 1 || notes[0].Shown != "Qwerty" {
		t.Errorf("%v %+v", kinds, notes)
	}
}

// TestAnUnreadJointIsNeitherYesNorNo: it is listed, and the operation counts.
func TestAnUnreadJointIsNeitherYesNorNo(t *testing.T) {
	var w wordsSink
	read(t, "Tanggal;Jenis Kegiatan;Bentuk Operasi;Diperiksa;Temuan\n14/03/2016;Sidak;Operasi gabungan;10;1\n15/03/2016;Sidak;Qwerty;5;1\n"+
		"16/03/2016;Sidak;;5;1\n", &w)
	if len(w.operations) != 3 || w.operations[0].Joint != record.Yes || w.operations[1].Joint != record.Unread ||
		w.operations[2].Joint != record.Unknown || len(w.of(reject.UnclearWord)) != 1 {
		t.Errorf("%+v %+v", w.operations, w.of(reject.UnclearWord))
	}
}

func TestOperationsByTheirWords(t *testing.T) {
	var w wordsSink
	_, tally := read(t, "Tanggal;Jenis Kegiatan;Diperiksa;Temuan\n14/03/2016;Sidak;10;1\n15/03/2016;Rapat TIMPORA;;\n16/03/2016;Operasi dibatalkan;;\n"+
		"17/03/2016;Sosialisasi;;\n18/03/2016;Bakti sosial;;\n", &w)
	if len(w.operations) != 2 || w.operations[0].Meeting || !w.operations[1].Meeting || tally.Aside != 2 || tally.Rejected != 1 {
		t.Errorf("%+v %+v", w.operations, tally)
	}
}

// TestFundsAreNeverTheWhole: a source of funds that is not known must not stand
// for all of them.
func TestFundsAreNeverTheWhole(t *testing.T) {
	var w wordsSink
	read(t, "Tahun;Bulan;Jenis Belanja;Sumber Dana;Pagu;Realisasi\n2016;1;Belanja Barang;A;100;1\n2016;1;Belanja Barang;D;100;2\n2016;1;Belanja Barang;HIBAH;100;3\n"+
		"2016;1;Belanja Barang;Norma;100;4\n2016;2;Belanja Barang;;100;5\n", &w)
	want := []record.Fund{record.FundRM, record.FundPNBP, record.FundOther, record.FundOther, record.FundUnknown}
	if !slices.Equal(w.funds, want) {
		t.Errorf("%v", w.funds)
	}
	if notes := w.of(reject.UnclearWord); len(notes) != 1 || notes[0].Shown != "Norma" {
		t.Errorf("%+v", notes)
	}
}

func TestAccountOf(t *testing.T) {
	for s, want := range map[string]int16{"Belanja Pegawai": 51, "52 Barang": 52, "532111": 53, "Belanja Modal Pengadaan Barang": 53,
		"Belanja Barang Non Operasional": 52, "Belanja Non Pegawai": 0, "Honorarium": 0, "Bantuan Sosial": 57, "Modalitas": 0} {
		if got := accountOf(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}
