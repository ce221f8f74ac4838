// Package record defines what one usable row of an office's export means:
// typed values with a reference to the place they were read from, and the
// Sink that takes them.
//
// It imports only package reject. It knows nothing of files, headers or
// locales (package ingest turns text into records) and nothing of indicators
// (package analysis folds records into facts).
//
// Records are handed to a Sink by pointer and reused by the reader: a Sink
// must copy what it keeps. Strings are interned by the reader and may be kept.
package record

import (
	"rapor/ingest/reject"

	"rapor/ingest/text"
)

// Ref is the place a record was read from.
type Ref struct {
	Source uint16 // index into the manifest's sources
	Sheet  uint16 // index into the source's sheets
	Row    uint32 // row number as the spreadsheet or editor shows it, from 1
	// Rest tells rows apart in the cells that no field was read from: a hash of
	// their texts, running numbers left out; 0 = there are none, or not known.
	// It is no part of the place.
	Rest uint32
}

// Less orders references by source, sheet and row.
func (r Ref) Less(o Ref) bool {
	if r.Source != o.Source {
		return r.Source < o.Source
	}
	if r.Sheet != o.Sheet {
		return r.Sheet < o.Sheet
	}
	return r.Row < o.Row
}

// Reject is a row that was not used, or a doubt worth a line. Shown is the
// offending cell, masked where the column may hold personal data.
type Reject struct {
	Ref    Ref
	Column string
	Code   reject.Code
	Shown  string
	Hint   text.Text // detail for the remedy, e.g. the value that was expected
	Other  Ref       // the row kept instead of this one; Row 0 = none
	// More makes this the last of its code on its sheet and says for how many
	// it stands that are not listed one by one; Ref is the first of them. 0 for
	// any other.
	More int64
}

// Sink takes the records of one reading. A new record kind is a new method,
// so every sink stops compiling until it handles it. A Sink is used by one
// goroutine at a time; a reading uses one Sink per worker.
type Sink interface {
	Ticket(*Ticket)
	QueueInterval(*QueueInterval)
	Ledger(*Ledger)
	Revision(*Revision)
	Contract(*Contract)
	Invoice(*Invoice)
	CashAdvance(*CashAdvance)
	Output(*Output)
	Dispensation(*Dispensation)
	Revenue(*Revenue)
	OfficialScore(*OfficialScore)
	Action(*Action)
	Case(*Case)
	CaseCount(*CaseCount)
	Operation(*Operation)
	Tout(*Tout)
	Answer(*Answer)
	AnswerCount(*AnswerCount)
	Volume(*Volume)
	Complaint(*Complaint)
	Application(*Application)
	Reject(Reject)

	// Checkpoint returns a function that takes back everything since the
	// call: a sheet that proves damaged halfway, or a file that changed while
	// it was read, must leave nothing behind.
	Checkpoint() (undo func())
}
