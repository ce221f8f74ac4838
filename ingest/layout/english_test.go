package layout

import (
	"slices"
	"testing"
)

// TestEnglishHeadingsAndTheirDecoys reads registers in English, in which a day
// that is planned, due or later is none of those that count.
func TestEnglishHeadingsAndTheirDecoys(t *testing.T) {
	for _, c := range []struct {
		table string
		want  map[string]string // heading -> field
		not   []string
	}{
		{"Complaint No;Received;Due Date;Resolved;Reopened;Channel|P1;2016-02-01;2016-02-06;2016-02-05;2016-05-05;Mail",
			map[string]string{"Complaint No": "number", "Received": "day", "Resolved": "closed", "Channel": "channel"}, []string{"Due Date", "Reopened"}},
		{"Case ID;Date Received;Target Date;Closed Date;Status;Complaint Channel|P1;2016-02-01;2016-02-06;2016-02-05;Closed;Mail",
			map[string]string{"Date Received": "day", "Closed Date": "closed", "Status": "status"}, []string{"Target Date"}},
		{"Complaint ID;Complaint Date;Resolution Date;Subject|P1;2016-02-01;2016-02-05;Antrean",
			map[string]string{"Complaint Date": "day", "Resolution Date": "closed", "Subject": "topic"}, nil},
		{"Date of Decision;Action;Nationality;Planned Departure;Departure Date|2016-02-01;Deported;China;2016-03-01;2016-03-03",
			map[string]string{"Date of Decision": "decided", "Departure Date": "executed"}, []string{"Planned Departure"}},
		{"Decision Date;Action;Nationality;Date of Removal|2016-02-01;Deported;China;2016-03-03",
			map[string]string{"Date of Removal": "executed"}, nil},
		{"Tanggal;No Tiket;Waktu Kedatangan;Waktu Booking;Panggilan 1;Panggilan 2;Selesai|01-03-2016;A1;08:00;07:00;08:10;08:20;08:30",
			map[string]string{"Waktu Kedatangan": "taken", "Panggilan 1": "called", "Selesai": "ended"}, []string{"Waktu Booking", "Panggilan 2"}},
	} {
		p, err := matched(t, c.table, nil)
		if err != nil {
			t.Errorf("%s: %v", c.table, err)
			continue
		}
		for _, col := range p.Columns {
			if want, ok := c.want[col.Header]; ok && col.Field != want || slices.Contains(c.not, col.Header) && col.Field != "" {
				t.Errorf("%s: %s is %q", c.table, col.Header, col.Field)
			}
		}
	}
}
