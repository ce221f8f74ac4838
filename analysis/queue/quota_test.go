package queue

import (
	"testing"

	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// TestTicketsOutsideTheQuotaAreTickets: the value counts days, what is left out
// of it are tickets: four tickets of the one day before the quota are no four
// days.
func TestTicketsOutsideTheQuotaAreTickets(t *testing.T) {
	before, under := minutes(5, 5, 5, 5), minutes(5, 5, 5, 5)
	for i := range under {
		before[i].Day, under[i].Day = monday, monday+1
	}
	under[3].Taken = at(700)
	var set office.Setting
	set.Quotas = []office.Quota{{From: monday + 1, Start: at(450), End: at(600), Number: 5}}
	v := value(t, "ANT-10", slice(set, append(before, under...)))
	is(t, "quota use", v.Value, 3, 5)
	if v.N != 1 || v.NUnit != result.Days || len(v.Excluded) != 2 {
		t.Fatalf("%+v", v)
	}
	for i, want := range []int64{1, 4} {
		if x := v.Excluded[i]; x.N != want || x.UnitIn(v) != result.Tickets {
			t.Errorf("%s: %d %s, want %d tickets", x.Reason.EN, x.N, x.UnitIn(v), want)
		}
	}
}

// TestTicketsWithoutDateAreTickets: the same of the tickets a day.
func TestTicketsWithoutDateAreTickets(t *testing.T) {
	list := minutes(5, 6, 7)
	list[2].Day = record.Day(0)
	for _, x := range value(t, "ANT-13", slice(office.Setting{}, list)).Excluded {
		if x.NUnit != result.Tickets {
			t.Errorf("%s in %q", x.Reason.EN, x.NUnit)
		}
	}
}
