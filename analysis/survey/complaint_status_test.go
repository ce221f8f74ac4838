package survey

import (
	"fmt"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// settledShare is SKM-14 of complaints of one day in March 2016, of which the
// rest closed in a day, and the data go on to June.
func settledShare(t *testing.T, open, undated, unread, closed int) result.Value {
	t.Helper()
	day, n := record.DayOf(2016, 3, 14), 0
	f := &facts.Set{}
	add := func(times int, c record.Complaint) {
		for range times {
			c.Ref, c.Day, c.Topic = record.Ref{Row: uint32(n + 2)}, day, fmt.Sprint(n)
			f.Complaint(&c)
			n++
		}
	}
	add(open, record.Complaint{Settled: record.No})
	add(undated, record.Complaint{Settled: record.Yes})
	add(unread, record.Complaint{Settled: record.Unread})
	add(closed, record.Complaint{Settled: record.Yes, Closed: day + 1})
	f.Complaint(&record.Complaint{Ref: record.Ref{Row: 999}, Day: record.DayOf(2016, 6, 1), Topic: "akhir"})
	f.Seal()
	set := office.Default()
	return value(t, "SKM-14", NewSlice(f, &set, facts.Selection{From: day, To: day}))
}

// TestWhatIsSettledWithoutADayIsNotLate: how soon it was settled is not known.
func TestWhatIsSettledWithoutADayIsNotLate(t *testing.T) {
	for _, c := range []struct {
		open, undated, unread, closed int
		want                          string // "" = withheld
		excluded                      int64
	}{
		{2, 0, 0, 6, "3/4", 0}, // what is open past the limit is late
		{2, 2, 0, 6, "3/4", 2}, {2, 0, 2, 6, "3/4", 2}, {1, 1, 1, 8, "8/9", 2},
		{0, 3, 0, 6, "", 0}, {0, 0, 3, 6, "", 0}, {2, 3, 0, 6, "", 0},
	} {
		v := settledShare(t, c.open, c.undated, c.unread, c.closed)
		var left int64
		for _, x := range v.Excluded {
			left += x.N
		}
		switch {
		case c.want == "" && (v.Value != nil || v.Missing == nil):
			t.Errorf("%+v: %v is not withheld", c, v.Value)
		case c.want != "" && (v.Value == nil || v.Value.RatString() != c.want || left != c.excluded):
			t.Errorf("%+v: %v, left out %d", c, v.Value, left)
		}
	}
}
