// Package review turns a finished reading into what those who prepare the data
// need to know of it: which months are covered, what each file was taken for and
// why, what rapor.yaml has to answer and with which lines, which words are not
// known, why rows were rejected, whether totals agree, and what to do next.
//
// It decides nothing and prints nothing: pages and commands show what it gives.
package review

import (
	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
)

// Input is a finished reading.
type Input struct {
	Manifest *ingest.Manifest
	// Facts are sealed, the report's own office named "".
	Facts *facts.Set
	// Rejects are all rows rejected or noted, in order of place.
	Rejects []record.Reject
	Period  calendar.Period // of the report; the zero value where none is known
	Report  bool            // a report goes with it, with koreksi.xlsx
	// Offices are those of the data, those of most rows first, where none is
	// surely the report's own; Office is its name in the settings, if any.
	Offices []string
	Office  string
}

// What is listed at most; the numbers of the rest are said.
const (
	mostForms     = 60
	mostParts     = 40 // sheets of one form
	mostColumns   = 80 // of one form
	mostLeft      = 40 // headings of one form that are not used
	mostQuestions = 40
	mostFiles     = 12 // of one question
	mostWords     = 100
	mostCells     = 10 // of one reason
	mostTotals    = 40
	mostOff       = 5 // of one table
)

// Of makes the review. It depends on nothing but its input, and not on the
// order in which files were read.
func Of(in Input) *result.Review {
	out := &result.Review{}
	out.Coverage, out.OtherYears = coverage(in)
	out.Forms, out.MoreForms = forms(in.Manifest)
	out.Questions, out.MoreAsked = questions(in)
	out.Words, out.MoreWords = words(in)
	out.Reasons = reasons(in)
	out.Totals, out.MoreSums = totals(in)
	out.Next = next(in, out)
	return out
}

// cut keeps the first of a list and says how many are left.
func cut[T any](list []T, most int) ([]T, int) {
	if len(list) <= most {
		return list, 0
	}
	return list[:most:most], len(list) - most
}
