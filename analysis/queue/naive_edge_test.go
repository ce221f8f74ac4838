package queue

import (
	"fmt"
	"testing"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestEdges: exactly at each limit, one second beyond it, and the smallest
// offices there can be. "" is a value that cannot be told.
func TestEdges(t *testing.T) {
	after := func(seconds int) []record.Ticket {
		x := minutes(0)
		x[0].Called += record.Clock(seconds)
		x[0].Ended = x[0].Called + 60
		return x
	}
	absent := minutes(1, 2, 3)
	for i := range absent {
		absent[i].Status, absent[i].Called = record.StatusNoShow, 0
	}
	one := after(600)
	one[0].Counter, one[0].Priority = "1", record.Yes
	for _, c := range []struct {
		what    string
		tickets []record.Ticket
		want    map[string]string
	}{
		{"at the standard", after(3600), map[string]string{"ANT-06": "1"}},
		{"a second over the standard", after(3601), map[string]string{"ANT-06": "0"}},
		{"180 minutes", after(10800), map[string]string{"ANT-07": "0", "ANT-28": "10800"}},
		{"180 minutes and a second", after(10801), map[string]string{"ANT-07": "1", "ANT-28": "10801"}},
		{"ended within the day", ending(86399), map[string]string{"ANT-20": "1"}},
		{"ended at midnight", ending(86400), map[string]string{"ANT-20": "0"}},
		{"one ticket", one, map[string]string{"ANT-01": "1", "ANT-02": "600", "ANT-03": "600", "ANT-04": "", "ANT-05": "", "ANT-08": "60", "ANT-09": "0", "ANT-12": "", "ANT-13": "1",
			"ANT-15": "600", "ANT-16": "660", "ANT-17": "", "ANT-18": "60", "ANT-20": "1", "ANT-21": "", "ANT-22": "", "ANT-23": "", "ANT-24": "", "ANT-25": "", "ANT-26": "1", "ANT-27": ""}},
		{"nobody came", absent, map[string]string{"ANT-01": "3", "ANT-02": "", "ANT-03": "", "ANT-06": "", "ANT-07": "", "ANT-08": "", "ANT-09": "1", "ANT-12": "", "ANT-13": "3", "ANT-16": "",
			"ANT-18": "", "ANT-20": "", "ANT-21": "", "ANT-22": "", "ANT-28": ""}},
		{"nine tickets", minutes(1, 2, 3, 4, 5, 6, 7, 8, 9), map[string]string{"ANT-04": "", "ANT-27": ""}},
		{"ten tickets", minutes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), map[string]string{"ANT-04": "546", "ANT-27": "91/55"}},
		{"waits of nothing", minutes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), map[string]string{"ANT-02": "0", "ANT-04": "0", "ANT-27": "", "ANT-28": "0"}},
		{"four in an hour", minutes(1, 2, 3, 4), map[string]string{"ANT-21": ""}},
		{"five in an hour", minutes(1, 2, 3, 4, 60), map[string]string{"ANT-21": "180"}},
		{"a tenth apart", hallOf(20, 1860), map[string]string{"ANT-22": "0"}},
		{"a second more", hallOf(20, 1861), map[string]string{"ANT-22": "1"}},
		{"nineteen complete", hallOf(19, 1861), map[string]string{"ANT-22": ""}},
	} {
		s := slice(office.Default(), c.tickets)
		for id, want := range c.want {
			got := ""
			if v := value(t, id, s); v.Known() {
				got = v.Value.RatString()
			}
			if got != want {
				t.Errorf("%s: %s = %q, want %q", c.what, id, got, want)
			}
		}
	}
}

// ending makes one ticket whose service ends so many seconds after midnight.
func ending(seconds int) []record.Ticket {
	x := minutes(5)
	x[0].Ended = record.Clock(seconds + 1)
	return x
}

// hallOf makes people who stay ten minutes until 08:40, and one without an end
// who came so many seconds before: with twenty, 31 minutes are exactly a tenth
// beyond what Little's law expects.
func hallOf(n, seconds int) []record.Ticket {
	var out []record.Ticket
	for i := range n {
		out = append(out, record.Ticket{Day: monday, Number: fmt.Sprint(i), Taken: at(510), Called: at(515), Ended: at(520), Status: record.StatusServed})
	}
	return append(out, record.Ticket{Day: monday, Number: "last", Taken: at(520) - record.Clock(seconds), Status: record.StatusWaiting})
}

// TestRosterOfAMonthIsNoRosterOfItsFirstDay: only hours of a day say how long
// counters were open on it.
func TestRosterOfAMonthIsNoRosterOfItsFirstDay(t *testing.T) {
	first := record.DayOf(2016, 3, 1)
	x := minutes(5, 10)
	for i := range x {
		x[i].Day, x[i].Counter, x[i].Ended = first, "1", x[i].Called+300
	}
	roster := record.QueueInterval{Day: first, From: at(450), To: at(510), Counters: 2, Late: -1}
	is(t, "a day's roster", value(t, "ANT-18", slice(office.Default(), x, roster)).Value, 1, 1)
	roster.Grain = record.GrainMonth
	is(t, "a month's", value(t, "ANT-18", slice(office.Default(), x, roster)).Value, 12, 1)
}
