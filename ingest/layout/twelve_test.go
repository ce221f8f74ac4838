package layout

import (
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// TestAClockOfTwelveWithoutAMAndPM: no office is open from one to six in the
// morning and closed in the afternoon.
func TestAClockOfTwelveWithoutAMAndPM(t *testing.T) {
	for _, c := range []struct {
		taken, called string
		unit          string
		want          []int // the hours taken
	}{
		{"08:05 11:50 12:50 01:05 02:10", "08:20 12:05 01:10 01:15 02:30", "", []int{8, 11, 12, 13, 14}},
		{"08.05 11.50 12.50 01.05 02.10", "08.20 12.05 01.10 01.15 02.30", "", []int{8, 11, 12, 13, 14}},
		{"07:30:15 09:00:00 03:59:59 04:10:00", "08:20:00 09:05:00 04:10:00 04:15:00", "", []int{7, 9, 15, 16}},
		{"08:05 11:50 01:05 02:10", "08:20 12:05 01:15 02:30", "24 jam", []int{8, 11, 1, 2}},
		// hours of a day
		{"08:05 11:50 13:05 02:10", "08:20 12:05 13:15 02:30", "", []int{8, 11, 13, 2}},
		{"08:05 AM 11:50 AM 01:05 AM 02:10 AM", "08:20 AM 12:05 PM 01:15 AM 02:30 AM", "", []int{8, 11, 1, 2}},
		{"01:05 02:10 03:00", "01:15 02:30 03:10", "", []int{1, 2, 3}},
		{"08:05 09:00 10:00 11:00 01:05", "08:20 09:10 10:10 11:10 11:20", "", []int{8, 9, 10, 11, 1}}, // one slip of a clock
	} {
		cell := func(s, sep string) []string {
			if strings.Contains(s, "M") {
				f := strings.Fields(s)
				var out []string
				for i := 0; i < len(f); i += 2 {
					out = append(out, f[i]+sep+f[i+1])
				}
				return out
			}
			return strings.Fields(s)
		}
		taken, called := cell(c.taken, " "), cell(c.called, " ")
		rows := "Tanggal;No Antrian;Jam Ambil;Jam Panggil"
		for i := range taken {
			rows += "|14/03/2016;A" + string(rune('0'+i)) + ";" + taken[i] + ";" + called[i]
		}
		var ov *Override
		if c.unit != "" {
			ov = &Override{Unit: c.unit}
		}
		var got []int
		tickets, p := ticketsOf(t, rows, ov)
		for _, k := range tickets {
			if k.Called.Known() && k.Called >= k.Taken {
				got = append(got, int(k.Taken.Seconds())/3600)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: hours %v, want %v", c.taken, got, c.want)
		}
		said := slices.ContainsFunc(p.Doubts, func(d grid.Doubt) bool { return d.Code == reject.TwelveHours })
		if turned := slices.ContainsFunc(c.want, func(h int) bool { return h > 13 }); turned != said {
			t.Errorf("%s: said %v", c.taken, said)
		}
	}
}

// ticketsOf reads tickets of a table whose rows are parted by "|".
func ticketsOf(t *testing.T, rows string, ov *Override) ([]record.Ticket, *Plan) {
	t.Helper()
	p, sink := decided(t, rows, ov)
	return sink.tickets, p
}

// decided reads a table whose rows are parted by "|".
func decided(t *testing.T, rows string, ov *Override) (*Plan, *keeper) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(rows, "|", "\n") + "\n"
	book, err := table.Open(strings.NewReader(text), int64(len(text)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	p, err := Match(s, "antrean.csv", layouts, ov)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Decide(s, nil); err != nil {
		t.Fatal(err)
	}
	sink := &keeper{}
	if _, _, err := p.Run(s, 0, 0, sink); err != nil {
		t.Fatal(err)
	}
	return p, sink
}
