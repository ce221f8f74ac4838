package layout

import (
	"testing"

	"rapor/ingest/record"
)

// TestAComplaintThatIsOpenByItsStatusHasNoClosingDay: the day of a step on the
// way passes for the closing day of what is still open.
func TestAComplaintThatIsOpenByItsStatusHasNoClosingDay(t *testing.T) {
	for _, c := range []struct {
		status  string
		settled record.Tri
		closed  bool
	}{
		{"Selesai", record.Yes, true}, {"Sudah selesai", record.Yes, true}, {"Closed", record.Yes, true}, {"Ditutup", record.Yes, true},
		{"Resolved", record.Yes, true}, {"Tuntas", record.Yes, true},
		{"Proses", record.No, false}, {"Dalam proses", record.No, false}, {"Belum selesai", record.No, false}, {"Open", record.No, false},
		{"In Progress", record.No, false}, {"Belum ditindaklanjuti", record.No, false}, {"Sedang ditangani", record.No, false},
		{"Disposisi", record.No, false}, {"Menunggu jawaban", record.No, false}, {"Baru", record.No, false}, {"Pending", record.No, false},
		{"Ditindaklanjuti", record.Unread, true}, {"Ditolak", record.Unread, true}, {"Hijau", record.Unread, true},
		{"", record.Unknown, true}, {"-", record.Unknown, true},
	} {
		sink := &everything{}
		readBy(t, "pengaduan", "No Aduan;Tanggal Aduan;Tanggal Tindak Lanjut;Saluran;Status\nP1;01/02/2016;05/02/2016;Surat;Selesai\n"+
			"P2;02/02/2016;04/02/2016;Surat;"+c.status+"\n", sink)
		if len(sink.complaints) != 2 {
			t.Fatalf("%q: %d complaints", c.status, len(sink.complaints))
		}
		if got := sink.complaints[1]; got.Settled != c.settled || got.Closed.Known() != c.closed {
			t.Errorf("%q: %+v", c.status, got)
		}
		said := false
		for _, r := range sink.rejects {
			said = said || r.Code == "D432"
		}
		if said == c.closed {
			t.Errorf("%q: the contradiction is said: %v", c.status, said)
		}
	}
}
