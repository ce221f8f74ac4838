package queue

import (
	"fmt"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// TestUndatedTicketsBelongToNoPeriod: they are no part of its load.
func TestUndatedTicketsBelongToNoPeriod(t *testing.T) {
	all := append(minutes(5, 10, 15), record.Ticket{Number: "X1", Taken: at(450), Called: at(460)}, record.Ticket{Taken: at(451), Called: at(452)})
	s := slice(office.Default(), all)
	is(t, "tickets", value(t, "ANT-01", s).Value, 3, 1)
	is(t, "tickets per day", value(t, "ANT-13", s).Value, 3, 1)
}

// TestNoShowsAmongRecordedStatusesOnly: a ticket without a status is neither
// present nor absent, and a file without the column must not dilute the share.
func TestNoShowsAmongRecordedStatusesOnly(t *testing.T) {
	all := minutes(5, 10, 15, 20)
	all[0].Status = record.StatusNoShow
	all[2].Status, all[3].Status = record.StatusUnknown, record.StatusUnknown
	v := value(t, "ANT-09", slice(office.Default(), all))
	is(t, "no-shows", v.Value, 1, 2)
	if len(v.Excluded) != 1 || v.Excluded[0].N != 2 {
		t.Errorf("excluded %+v", v.Excluded)
	}
	for i := range all {
		all[i].Status = record.StatusNoShow
	}
	is(t, "nobody came", value(t, "ANT-09", slice(office.Default(), all)).Value, 1, 1)
	for i := range all {
		all[i].Status = record.StatusUnknown
	}
	if v := value(t, "ANT-09", slice(office.Default(), all)); v.Known() {
		t.Errorf("no status at all: %v", v.Value)
	}
}

// TestUndatedTicketsAreNotCompared: a file of several days without a date
// column would else be one day full of overtakes.
func TestUndatedTicketsAreNotCompared(t *testing.T) {
	all := []record.Ticket{{Number: "1", Taken: at(450), Called: at(540)}, {Number: "2", Taken: at(451), Called: at(460)}}
	for _, id := range []string{"ANT-12", "ANT-23", "ANT-24"} {
		if v := value(t, id, slice(office.Default(), all)); v.Known() {
			t.Errorf("%s of undated tickets: %v", id, v.Value)
		}
	}
	is(t, "beside dated ones", value(t, "ANT-12", slice(office.Default(), append(all, eight()...))).Value, 3, 15)
}

// TestPriorityClassesInAnySpelling: the commonest spelling stands for a class
// in the facts, and need not be that of rapor.yaml.
func TestPriorityClassesInAnySpelling(t *testing.T) {
	set := office.Default()
	set.PriorityClasses = []string{"Lansia  dan Difabel"}
	all := minutes(5, 10, 15, 20)
	for i, class := range []string{"lansia dan difabel", "lansia dan difabel", "Lansia dan  Difabel"} {
		all[i].Class = class
	}
	is(t, "share", value(t, "ANT-26", slice(set, all)).Value, 3, 4)
	is(t, "median wait", value(t, "ANT-15", slice(set, all)).Value, 600, 1)
}

// TestNobodyInThePriorityLaneIsZero: a column that says no for everybody, or
// classes of which none is a priority lane, are an answer.
func TestNobodyInThePriorityLaneIsZero(t *testing.T) {
	set := office.Default()
	all := minutes(5, 10)
	all[0].Class, all[1].Class = "", ""
	set.PriorityClasses = []string{"C"}
	if v := value(t, "ANT-26", slice(set, all)); v.Known() {
		t.Errorf("neither column nor classes: %v", v.Value)
	}
	all[1].Class = "A"
	is(t, "no class C", value(t, "ANT-26", slice(set, all)).Value, 0, 1)
	if v := value(t, "ANT-26", slice(office.Default(), all)); v.Known() {
		t.Errorf("no class has priority: %v", v.Value)
	}
	all[0].Priority = record.No
	is(t, "a column", value(t, "ANT-26", slice(office.Default(), all)).Value, 0, 1)
}

// TestApplicationsAreFollowedToTheEndOfTheData: what is still open when its
// month ends is late by June, and what the data cannot judge stays out.
func TestApplicationsAreFollowedToTheEndOfTheData(t *testing.T) {
	f := &facts.Set{}
	for i, a := range []record.Application{
		{Applied: monday, Ready: monday + 4}, // Friday, the fourth working day
		{Applied: monday, Ready: monday + 7}, // Monday, the fifth
		{Applied: monday, Ready: monday},     // day 0
		{Applied: monday + 16},               // Wednesday, never ready
		{Applied: record.DayOf(2016, 6, 1), Ready: record.DayOf(2016, 6, 2)},
		{Applied: record.DayOf(2016, 6, 1)},
		{Office: "Cabang", Applied: monday},
	} {
		a.Ref, a.Number = record.Ref{Row: uint32(i + 2)}, fmt.Sprint(i)
		f.Application(&a)
	}
	f.Seal()
	set := office.Default()
	of := func(sel facts.Selection) result.Value { return value(t, "PAS-01", NewSlice(f, &set, sel)) }
	is(t, "March", of(facts.Selection{From: monday, To: monday + 17}).Value, 2, 4)
	june := of(facts.Selection{From: record.DayOf(2016, 6, 1), To: record.DayOf(2016, 6, 30)})
	is(t, "June", june.Value, 1, 1)
	if len(june.Excluded) != 1 || june.Excluded[0].N != 1 {
		t.Errorf("excluded %+v", june.Excluded)
	}
	if v := of(facts.Selection{Office: "Cabang", From: monday, To: monday}); v.Known() {
		t.Errorf("another office's data do not judge this one's: %v", v.Value)
	}
}
