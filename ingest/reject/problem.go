// Package reject is the catalogue of data problems: every way in which a
// file, a header, a row or a cell can fail to be usable, with the words that
// tell a person what happened and what to do about it.
//
// It is a leaf: it knows nothing of readers, records or reports. Codes are
// stable and never reused; texts are looked up when shown, not rendered when
// a problem is met, so that a million rejects cost a million small structs.
package reject

import "rapor/ingest/text"

// Code names one kind of data problem, such as "D101". Stable, never reused.
type Code string

// Severity says what a problem does to the data it concerns.
type Severity uint8

const (
	// Note is worth knowing; nothing was left out because of it.
	Note Severity = iota
	// Aside marks rows deliberately not used: totals, blanks, duplicates.
	Aside
	// Rejected marks a row (or cell) that could not be used.
	Rejected
	// Refused marks a whole file or sheet that could not be used.
	Refused
)

// Stage is the place where a problem shows itself.
type Stage uint8

const (
	StageFile Stage = iota
	StageHeader
	StageRow
	StageCell
	StageCross // between rows, sheets or files
)

// Problem is one entry of the catalogue.
type Problem struct {
	Code     Code
	Severity Severity
	Stage    Stage
	Title    text.Text
	Cause    text.Text
	Remedy   text.Text
	Since    string // version that introduced the code
}
