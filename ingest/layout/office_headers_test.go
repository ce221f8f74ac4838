package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/record"
)

// keeper keeps every enforcement and service record of a reading.
type keeper struct {
	record.Sink
	tickets    []record.Ticket
	intervals  []record.QueueInterval
	actions    []record.Action
	cases      []record.Case
	counts     []record.CaseCount
	operations []record.Operation
	answers    []record.Answer
	official   []record.OfficialScore
	rejects    []record.Reject
}

func (k *keeper) Ticket(t *record.Ticket) { k.tickets = append(k.tickets, *t) }
func (k *keeper) QueueInterval(i *record.QueueInterval) {
	c := *i
	c.Buckets = append([]record.Bucket(nil), i.Buckets...)
	k.intervals = append(k.intervals, c)
}
func (k *keeper) Action(a *record.Action)               { k.actions = append(k.actions, *a) }
func (k *keeper) Case(c *record.Case)                   { k.cases = append(k.cases, *c) }
func (k *keeper) CaseCount(c *record.CaseCount)         { k.counts = append(k.counts, *c) }
func (k *keeper) Operation(o *record.Operation)         { k.operations = append(k.operations, *o) }
func (k *keeper) Answer(a *record.Answer)               { k.answers = append(k.answers, *a) }
func (k *keeper) OfficialScore(o *record.OfficialScore) { k.official = append(k.official, *o) }
func (k *keeper) Reject(r record.Reject)                { k.rejects = append(k.rejects, r) }

// keepAll reads a CSV and fails unless the named layout fits it.
func keepAll(t *testing.T, id, text string) *keeper {
	t.Helper()
	k := &keeper{}
	readBy(t, id, text, k)
	for _, r := range k.rejects {
		if r.Code != "D313" && r.Code != "D254" {
			t.Errorf("row %d: %s %s %s", r.Ref.Row, r.Code, r.Column, r.Shown)
		}
	}
	return k
}

// TestTicketHeadersOfPublicSchemas reads each spelling that public queue
// schemas and offices use; every one must reach the same field.
func TestTicketHeadersOfPublicSchemas(t *testing.T) {
	for _, number := range []string{"nomor_antrian", "kode_antrian", "No Antrian", "No. Antrean", "Nomor Antrian", "Kode Antrean", "Tiket"} {
		for _, day := range []string{"tanggal", "Tgl", "Tgl.", "Hari/Tanggal", "Date"} {
			k := keepAll(t, "antrean-tiket", number+";"+day+";Jam Ambil\nA001;14/03/2016;07.30\n")
			if len(k.tickets) != 1 || k.tickets[0].Number != "A001" {
				t.Errorf("%s, %s: %+v", number, day, k.tickets)
			}
		}
	}
	times := map[string][]string{
		"taken":   {"waktu_daftar", "Jam Ambil", "Jam Ambil Antrian", "Waktu Ambil", "Jam Datang", "Waktu Kedatangan", "Jam Cetak", "Check In", "Jam Registrasi"},
		"called":  {"waktu_panggil", "waktu_panggilan", "waktu_voice", "Jam Panggil", "Waktu Dipanggil", "Jam Pemanggilan"},
		"started": {"waktu_mulai", "Jam Mulai", "Mulai Dilayani"},
		"ended":   {"waktu_selesai", "Jam Selesai", "Waktu Selesai"},
	}
	for field, heads := range times {
		for _, h := range heads {
			text := "No. Antrean;Tanggal;" + h + "\nA001;14/03/2016;07.30\n"
			if field != "taken" {
				text = "No. Antrean;Tanggal;Jam Ambil;" + h + "\nA001;14/03/2016;07.00;07.30\n"
			}
			k := keepAll(t, "antrean-tiket", text)
			got := map[string]record.Clock{"taken": k.tickets[0].Taken, "called": k.tickets[0].Called, "started": k.tickets[0].Started, "ended": k.tickets[0].Ended}[field]
			if got != record.ClockAt(7, 30, 0) {
				t.Errorf("%s does not reach %s", h, field)
			}
		}
	}
	for _, h := range []string{"kategori_pelayanan", "Jenis Layanan", "Layanan", "Keperluan", "Jenis Permohonan"} {
		if k := keepAll(t, "antrean-tiket", "No. Antrean;Tanggal;Jam Ambil;"+h+"\nA001;14/03/2016;07.00;Paspor\n"); k.tickets[0].Service != "Paspor" {
			t.Errorf("%s does not reach the service", h)
		}
	}
	for _, h := range []string{"loket", "nama_loket", "nomor_loket", "Counter", "Meja"} {
		if k := keepAll(t, "antrean-tiket", "No. Antrean;Tanggal;Jam Ambil;"+h+"\nA001;14/03/2016;07.00;3\n"); k.tickets[0].Counter != "3" {
			t.Errorf("%s does not reach the counter", h)
		}
	}
}

func TestTicketStatusesAndPriority(t *testing.T) {
	k := keepAll(t, "antrean-tiket", "nomor_antrian;tanggal;waktu_daftar;status_antrian;jenis_prioritas\n"+
		"1;14/03/2016;07.00;menunggu;\n2;14/03/2016;07.01;dipanggil;reguler\n3;14/03/2016;07.02;dilayani;lansia\n4;14/03/2016;07.03;selesai;difabel\n5;14/03/2016;07.04;tidak_hadir;-\n6;14/03/2016;07.05;Batal;\n7;14/03/2016;07.06;Skip;\n")
	want := []record.Status{record.StatusWaiting, record.StatusWaiting, record.StatusServed, record.StatusServed, record.StatusNoShow, record.StatusCancelled, record.StatusNoShow}
	prio := []record.Tri{record.Unknown, record.No, record.Yes, record.Yes, record.No, record.Unknown, record.Unknown}
	for i, x := range k.tickets {
		if x.Status != want[i] || x.Priority != prio[i] {
			t.Errorf("ticket %s: status %d, priority %d", x.Number, x.Status, x.Priority)
		}
	}
}

// TestStatedDurationsGiveTimes: an export with the wait instead of the call.
func TestStatedDurationsGiveTimes(t *testing.T) {
	k := keepAll(t, "antrean-tiket", "No Antrian;Tanggal;Waktu Kedatangan;Lama Tunggu (menit);Lama Layanan (menit)\nA1;14/03/2016;08.00;12;5\n")
	if x := k.tickets[0]; x.Called != record.ClockAt(8, 12, 0) || x.Ended != record.ClockAt(8, 17, 0) {
		t.Errorf("called %s, ended %s", x.Called, x.Ended)
	}
}

func TestMultiStageExport(t *testing.T) {
	k := keepAll(t, "antrean-tiket", "Tanggal;No. Antrean;Tahap;Jam Ambil;Jam Panggil;Jam Selesai;Loket\n"+
		"14/03/2016;A001;Berkas;07.30;07.40;07.50;1\n14/03/2016;A001;Foto;07.50;08.10;08.20;5\n")
	if len(k.tickets) != 2 || k.tickets[0].Stage != "Berkas" || k.tickets[1].Stage != "Foto" {
		t.Errorf("%+v", k.tickets)
	}
}

func TestCounterRosterAndCounts(t *testing.T) {
	k := keepAll(t, "jadwal-loket", "Tanggal;Loket;Jam Buka;Jam Tutup\n14/03/2016;1;07.30;12.00\n14/03/2016;2;07.30;16.00\n")
	if len(k.intervals) != 2 || k.intervals[1].Counters != 1 || k.intervals[1].Counter != "2" || k.intervals[1].To != record.ClockAt(16, 0, 0) || k.intervals[1].Count != 0 {
		t.Errorf("%+v", k.intervals)
	}
	k = keepAll(t, "antrean-harian", "Tanggal;Jenis Layanan;Jumlah Antrean;Rata-rata Tunggu (menit)\n14/03/2016;Paspor;120;35\n")
	if len(k.intervals) != 1 || k.intervals[0].Count != 120 || k.intervals[0].Mean.Micros != 35*60*1_000_000 {
		t.Errorf("%+v", k.intervals)
	}
	k = keepAll(t, "antrean-selang", "Tanggal;Jam;Jumlah;Tidak Terukur;0-15 menit;16-30 menit;> 120 menit;Loket Buka\n14/03/2016;08.00-09.00;30;2;20;7;1;4\n")
	if len(k.intervals) != 1 || k.intervals[0].Counters != 4 || len(k.intervals[0].Buckets) != 3 || k.intervals[0].Buckets[0] != (record.Bucket{UpTo: 900, Count: 20}) || k.intervals[0].Buckets[2].UpTo != 0 {
		t.Errorf("%+v", k.intervals)
	}
}

// form is the monthly form with its stacked header rows; in a text file merged
// titles are repeated.
var form = "BULAN : MARET 2016\n" +
	"NO;PASAL YANG DILANGGAR;PELANGGARAN KEIMIGRASIAN;;;;;;;;;;;;;;;\n" +
	";" + strings.Repeat(";PROJUSTISIA", 7) + strings.Repeat(";TINDAKAN ADMINISTRATIF KEIMIGRASIAN", 9) + "\n" +
	";;SIDIK;;PENUNTUTAN;;SIDANG;;JUMLAH;DAFTAR CEKAL;;DEPORTASI/PEMINDAHAN;;RUANG DETENSI;;BIAYA BEBAN;;JUMLAH\n" +
	";;L;P;L;P;L;P;;L;P;L;P;L;P;L;P;\n"

// TestMonthlyFormReadsCasesAndActs: one table holds both; a person who passed
// three stages stands in each, so stages stay apart.
func TestMonthlyFormReadsCasesAndActs(t *testing.T) {
	k := keepAll(t, "formulir-tak", form+"1;Pasal 119;2;1;1;-;1;-;5;3;1;2;1;1;-;-;-;8\n")
	var acts, stated int64
	for _, a := range k.actions {
		acts += a.Number
		stated = a.Stated
		if a.Grain != record.GrainMonth || a.Decided != record.DayOf(2016, 3, 1) {
			t.Errorf("%+v", a)
		}
	}
	if acts != 8 || stated != 8 {
		t.Errorf("%d acts, JUMLAH %d, want 8 and 8", acts, stated)
	}
	var by [4]int64
	for _, c := range k.counts {
		by[c.Stage] += c.Number
	}
	if by != [4]int64{0, 3, 1, 1} {
		t.Errorf("stages %v", by)
	}
	if k := keepAll(t, "formulir-tak", form+"NIHIL;;;;;;;;;;;;;;;;;\n"); len(k.actions) != 1 || k.actions[0].Number != 0 {
		t.Errorf("NIHIL: %+v", k.actions)
	}
}

func TestListOfActsWithJointLabels(t *testing.T) {
	k := keepAll(t, "tindakan-administratif", "Tgl Tindakan;WN;Jenis TAK;Pasal Pelanggaran;Hari Overstay;Biaya Beban;Status Pembayaran;Korban TPPO\n"+
		"14/03/2016;RRT;Deportasi dan Penangkalan;78;90;;;Tidak\n15/03/2016;India;Biaya Beban;78;4;1.200.000;Lunas;\n16/03/2016;India;Biaya Beban;78;5;1.500.000;Belum dibayar;\n17/03/2016;India;Pembatalan dan perubahan izin;122;;;;Ya\n")
	if len(k.actions) != 5 || k.actions[0].Kind != record.ActionDeportation || k.actions[1].Kind != record.ActionListing {
		t.Fatalf("%+v", k.actions)
	}
	if k.actions[2].Paid != record.Yes || k.actions[3].Paid != record.No || k.actions[4].Victim != record.Yes || k.actions[4].Kind != record.ActionPermit {
		t.Errorf("%+v", k.actions[2:])
	}
}

func TestDetentionTimporaAndOmbudsman(t *testing.T) {
	k := keepAll(t, "daftar-detensi", "No;No. Paspor;Kebangsaan;Tanggal Masuk;Tanggal Keluar\n1;X1;India;01/03/2016;20/03/2016\n2;X2;India;05/03/2016;\n")
	if len(k.actions) != 2 || k.actions[0].Kind != record.ActionDetention || k.actions[0].Executed-k.actions[0].Decided != 19 || k.actions[0].Person == 0 {
		t.Errorf("%+v", k.actions)
	}
	k = keepAll(t, "formulir-timpora", "NO;TIM PORA;KEGIATAN;;;\n;;RAPAT KOORDINASI;;OPERASI GABUNGAN;\n;;WAKTU PELAKSANAAN;KETERANGAN;WAKTU PELAKSANAAN;KETERANGAN\n1;Provinsi;14/03/2016;hotel;;\n2;Kabupaten;15/03/2016;kantor;16/03/2016;pabrik\n")
	if len(k.operations) != 3 || !k.operations[0].Meeting || k.operations[2].Meeting || k.operations[2].Joint != record.Yes || k.operations[2].Level != "Kabupaten" {
		t.Errorf("%+v", k.operations)
	}
	k = keepAll(t, "nilai-ombudsman", "Tahun;Dimensi;Nilai;Zona\n2022;;58,99;Kuning\n2022;Input;60,00;\n")
	if len(k.official) != 2 || k.official[0].Scheme != "OMBUDSMAN" || k.official[0].Hundredth != 5899 || k.official[0].Zone != "Kuning" {
		t.Errorf("%+v", k.official)
	}
}

func TestCaseHeaders(t *testing.T) {
	k := keepAll(t, "pro-justitia", "No LK;Nationality;Pasal;Tgl Penangkapan;Tgl SPDP;Tgl P-21;Tgl Tahap II;Tgl Putusan\nLK-1;India;119;01/03/2016;03/03/2016;01/04/2016;05/04/2016;\n")
	if len(k.cases) != 1 || k.cases[0].HandedOver != record.DayOf(2016, 4, 5) || k.cases[0].Verdict.Known() {
		t.Errorf("%+v", k.cases)
	}
}

// TestSurveyElementsByName: U8 is facilities in one report and complaints in
// another; the name decides.
func TestSurveyElementsByName(t *testing.T) {
	for _, order := range [][2]string{{"U8 Sarana", "U9 Pengaduan"}, {"U9 Sarana", "U8 Pengaduan"}} {
		k := keepAll(t, "skm", fmt.Sprintf("No Resp;U1 Persyaratan;U2 Prosedur;U3 Waktu;U4 Biaya;U5 Produk;U6 Kompetensi;U7 Perilaku;%s;%s\n1;1;2;3;4;1;2;3;4;1\nΣ Nilai/Unsur;1;2;3;4;1;2;3;4;1\nNRR/Unsur;1;2;3;4;1;2;3;4;1\nNRR Tertimbang/Unsur;1;2;3;4;1;2;3;4;1\nIKM UNIT PELAYANAN;50;;;;;;;;\n", order[0], order[1]))
		if len(k.answers) != 1 || k.answers[0].Scores[record.Facilities] != 4 || k.answers[0].Scores[record.Complaints] != 1 {
			t.Errorf("%v: %+v", order, k.answers)
		}
	}
}

// TestTC1IllegalScore: the worked sheet of oracle T-C1 holds a 5 on a scale of
// 1 to 4; the respondent is rejected and the others stay.
func TestTC1IllegalScore(t *testing.T) {
	_, tally, sink := run(t, "No Responden;Persyaratan;Prosedur;Waktu Penyelesaian\n1;4;3;3\n2;5;4;3\n3;3;4;3\n4;3;4;3\n5;3;4;3\n6;3;4;3\n7;3;4;3\n")
	if tally.Used != 6 || tally.Rejected != 1 || sink.rejects[0].Code != "D406" || sink.rejects[0].Shown != "5" {
		t.Errorf("%+v, %+v", tally, sink.rejects)
	}
}
