package layout

import (
	"testing"

	"rapor/ingest/record"
)

// Days that leave out the year of their title, and months that say it where no
// title does.
func TestYearsSaidOnce(t *testing.T) {
	sink := &daySink{}
	if _, err := readInto(t, "REGISTER PENGADUAN TAHUN 2016;;\nTanggal Pengaduan;Media;Tanggal Selesai\n04 Jan;WA;8 Januari\n", sink); err != nil ||
		len(sink.days) != 2 || sink.days[0] != record.DayOf(2016, 1, 4) || sink.days[1] != record.DayOf(2016, 1, 8) {
		t.Errorf("%v %v", sink.days, err)
	}
	sink = &daySink{}
	if _, err := readInto(t, "Tanggal Pengaduan;Media;Tanggal Selesai\n04 Jan;WA;8 Januari\n", sink); err == nil && len(sink.days) > 0 {
		t.Errorf("days of no year are taken: %v", sink.days)
	}
	sink = &daySink{}
	if _, err := readInto(t, "Bulan;ITK;ITAS\nJanuari 2016;10;20\nFebruari 2016;11;18\n", sink); err != nil || len(sink.days) != 4 ||
		sink.days[3] != record.DayOf(2016, 2, 1) {
		t.Errorf("%v %v", sink.days, err)
	}
}

type daySink struct {
	shapeSink
	days []record.Day
}

func (s *daySink) Complaint(c *record.Complaint) { s.days = append(s.days, c.Day, c.Closed) }
func (s *daySink) Volume(v *record.Volume)       { s.days = append(s.days, v.Day) }
