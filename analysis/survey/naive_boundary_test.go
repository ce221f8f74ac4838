package survey

import (
	"fmt"
	"testing"

	"rapor/analysis/calendar"
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

// TestLinesOfWeightAreNoScore: neither for the value nor for dimensions and
// zones of all offices.
func TestLinesOfWeightAreNoScore(t *testing.T) {
	f := &facts.Set{}
	for i, o := range []record.OfficialScore{{Hundredth: 8150}, {Hundredth: 10000, Line: "bobot"}, {Part: "Proses", Line: "nilai", Hundredth: 7000}, {Part: "Proses", Line: "bobot", Hundredth: 3237}, {Office: "Cabang", Hundredth: 9000}} {
		o.Ref, o.Scheme, o.Year = record.Ref{Row: uint32(i + 2)}, ombudsmanScheme, 2022
		f.OfficialScore(&o)
	}
	f.Seal()
	set := office.Default()
	if v := value(t, "OMB-01", NewSlice(f, &set, always)); v.Value == nil || v.Value.RatString() != "163/2" {
		t.Errorf("score %v, want 81.5", v.Value)
	}
	for _, tab := range Tables(f, &set, calendar.Period{From: always.From, To: always.To}) {
		if want := map[string]int{"ombudsman-dimensi": 1, "ombudsman-zona": 2}[tab.ID]; len(tab.Rows) != want {
			t.Errorf("%s has %d rows, want %d", tab.ID, len(tab.Rows), want)
		}
	}
}
