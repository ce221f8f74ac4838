// Package indicator is what an indicator is: its documentation, and one pure
// function from a slice of facts to a value. Packages queue, finance,
// enforcement and survey declare theirs as ordered lists; the catalogue, the
// monthly series, the breakdowns, the control charts, the pages and the
// workbook follow from a declaration by themselves.
//
// It knows nothing of how facts are gathered or how values are shown.
package indicator

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Info documents an indicator. ID is stable and never reused.
type Info struct {
	ID       string // "ANT-01" queue, "KEU-01" finance, "GAK-01" enforcement, "SKM-01" survey, "VOL-01" volumes, "MUT-01" data quality
	Name     result.Text
	Question result.Text // what a reader wants to know, as a question
	Formula  result.Text
	Unit     result.Unit
	NUnit    result.Unit // unit of Value.N
	Better   result.Direction
	Basis    []string // rule ids (package rules)
	Caveat   result.Text
	Needs    result.Text // columns or files it is computed from; said when they are absent
	Kinds    []string    // record kinds it is computed from, as layouts name them: "ticket", "ledger"
	MinN     int64       // below it the verdict is "too few"
	// Crossed says that the value is of one class of persons (a nationality, an
	// article, a sex), so that a small part of it points to persons.
	Crossed  bool
	Interval string // "wilson", "poisson", "order", "bootstrap-days" (Sample), "none"
	Since    string
	// Series says that a monthly series is meaningful; Control that an XmR
	// chart of it is. Series of shares and counts are charted as such without it.
	Series, Control bool
	Chart           Chart // kind of control chart; empty: see ChartKind
	// By lists the dimensions the value may be broken down by: "service",
	// "class", "office", "account".
	By []string
}

// Spec is one declared indicator over slices of type S. Compute must be pure:
// no clock, no randomness, no order dependence.
type Spec[S any] struct {
	Info
	Compute func(S) result.Value
	// Bound gives the least and the greatest value if n more observations of
	// any content were added; nil for an open bound. Without it the bounds
	// follow from the value where they can: for shares of counted things and
	// for counts.
	Bound func(s S, n int64) (lo, hi *big.Rat)
	// Sample gives the observations of the value by day, for the interval and
	// the comparisons that resample days; nil where the value is no statistic
	// of a sample of days.
	Sample func(S) *Sample
	// Without gives the value without the observations that the audit of the
	// data doubts, and how many those are; nil where the audit doubts none.
	Without func(S) (value *big.Rat, left int64)
	// Events lists the day of every single event that has one, for a chart of
	// the times between events too rare to be charted by month, and for how
	// they cluster on days; nil where the value counts no events.
	Events func(S) []record.Day
}
