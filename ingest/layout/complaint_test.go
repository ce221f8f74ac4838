package layout

import (
	"testing"

	"rapor/ingest/record"
)

// register keeps the complaints of a reading.
type register struct {
	record.Sink
	complaints []record.Complaint
	rejects    []record.Reject
}

func (k *register) Complaint(c *record.Complaint) { k.complaints = append(k.complaints, *c) }
func (k *register) Reject(r record.Reject)        { k.rejects = append(k.rejects, r) }

// TestNumbersOfComplaints: the number that a register gives is read under each
// of its headings; a number that only runs through the table is none.
func TestNumbersOfComplaints(t *testing.T) {
	const head, row = ";Tanggal Pengaduan;Tanggal Selesai;Saluran\n", ";14/03/2016;15/03/2016;Loket\n"
	for _, h := range []string{"No. Registrasi", "Nomor Registrasi", "No. Reg.", "Nomor Aduan", "No Aduan", "No. Pengaduan", "No. Tiket", "Nomor Tiket",
		"ID Laporan (LAPOR!)", "ID Laporan", "id_laporan", "Tracking ID", "Kode Aduan", "Ticket ID", "ticket_number", "Complaint No.", "Case Number", "No. Laporan"} {
		var k register
		readBy(t, "pengaduan", h+head+"ADU-7"+row, &k)
		if len(k.complaints) != 1 || k.complaints[0].Number != "ADU-7" {
			t.Errorf("%s: %+v %v", h, k.complaints, k.rejects)
		}
	}
	for _, h := range []string{"No", "No.", "Nomor", "#", "No. Urut", "No. HP", "No. Telepon Pelapor", "NIK"} {
		var k register
		readBy(t, "pengaduan", h+head+"7"+row, &k)
		if len(k.complaints) != 1 || k.complaints[0].Number != "" {
			t.Errorf("%s: %+v %v", h, k.complaints, k.rejects)
		}
	}
}
