package facts

import "rapor/ingest/record"

// Came reports a ticket whose holder was there to be served: not absent when
// called, not cancelled, and not still waiting when the data were exported. An
// export that states no outcome has only such.
func (v *Visit) Came() bool {
	switch v.Status {
	case record.StatusNoShow, record.StatusCancelled, record.StatusWaiting:
		return false
	}
	return true
}

// Finished reports a ticket that was served, by its status or by its end.
func (v *Visit) Finished() bool {
	return v.Came() && (v.Status == record.StatusServed || v.Ended >= 0)
}

// FirstCall is the first call, or the start of service where no call is
// given, in seconds since midnight; ok is false when neither is known.
func (v *Visit) FirstCall() (at int32, ok bool) {
	at = v.called()
	return at, at >= 0
}

// Waited is Wait of a ticket whose holder came; nobody else's wait is known.
func (v *Visit) Waited() (sec int32, ok bool) {
	if !v.Came() {
		return 0, false
	}
	return v.Wait()
}

// AtDesk is the span at the counter of a ticket whose holder came: from the
// start of service, or the call, to the end, in seconds since midnight.
func (v *Visit) AtDesk() (from, to int32, ok bool) {
	from, to = v.start(), v.Ended
	return from, to, v.Came() && from >= 0 && to >= from
}
