package queue

import (
	"testing"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestUndatedTicketsBelongToNoDay: they are no part of a day's load.
func TestUndatedTicketsBelongToNoDay(t *testing.T) {
	all := append(minutes(5, 10, 15), record.Ticket{Number: "X1", Taken: at(450), Called: at(460)}, record.Ticket{Taken: at(451), Called: at(452)})
	s := slice(office.Default(), all)
	is(t, "tickets", value(t, "ANT-01", s).Value, 5, 1)
	is(t, "tickets per day", value(t, "ANT-13", s).Value, 3, 1)
	if ex := value(t, "ANT-13", s).Excluded; len(ex) != 1 || ex[0].N != 2 {
		t.Errorf("excluded %+v", ex)
	}
}
