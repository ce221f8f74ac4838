package office

import "rapor/ingest/record"

// Simulation is what the office says of its waiting hall for the simulation of
// other quotas and numbers of counters. The zero value is the default: on, with
// the office's own standard and hours, and counters read from the data.
type Simulation struct {
	Off      bool
	Standard int32        // seconds P90 of waits is held to; 0 = WaitStandard
	Close    record.Clock // end of service, work after it is overtime; unknown = Closes
	Counters []Counters   // ascending; empty = read from the data
}

// Counters is the number of counters open from a time of day on; the last one
// stays until the hall is empty.
type Counters struct {
	From record.Clock
	Open int
}
