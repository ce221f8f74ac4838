package survey

import (
	"fmt"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestComplaintsAreFollowedToTheEndOfTheData: a complaint of March not closed
// in June is late; fourteen working days are in time, fifteen are not.
func TestComplaintsAreFollowedToTheEndOfTheData(t *testing.T) {
	monday := record.DayOf(2016, 3, 14)
	f := &facts.Set{}
	for i, c := range []record.Complaint{
		{Day: monday, Closed: monday + 18}, // Friday, the fourteenth working day
		{Day: monday, Closed: monday + 20}, // Sunday: still the fourteenth
		{Day: monday, Closed: monday + 21},
		{Day: monday, Closed: monday}, // day 0
		{Day: monday},
		{Day: record.DayOf(2016, 6, 1), Closed: record.DayOf(2016, 6, 2)},
		{Day: record.DayOf(2016, 6, 1)},
	} {
		c.Ref, c.Topic = record.Ref{Row: uint32(i + 2)}, fmt.Sprint(i)
		f.Complaint(&c)
	}
	f.Seal()
	set := office.Default()
	march := value(t, "SKM-14", NewSlice(f, &set, facts.Selection{From: monday, To: monday + 17}))
	if march.Value == nil || march.Value.RatString() != "3/5" {
		t.Errorf("March: %v", march.Value)
	}
	june := value(t, "SKM-14", NewSlice(f, &set, facts.Selection{From: record.DayOf(2016, 6, 1), To: record.DayOf(2016, 6, 30)}))
	if june.Value == nil || june.Value.RatString() != "1" || len(june.Excluded) != 1 || june.Excluded[0].N != 1 {
		t.Errorf("June: %v, excluded %+v", june.Value, june.Excluded)
	}
}
