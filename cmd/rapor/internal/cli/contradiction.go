package cli

import (
	"slices"

	"rapor/analysis"
	"rapor/analysis/facts"
	"rapor/ingest"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// contradictions are the tables that speak against themselves or each other, but
// for those of which rapor.yaml says that the lines are right.
func contradictions(m *ingest.Manifest, f *facts.Set) []analysis.Contradiction {
	var out []analysis.Contradiction
	for i := range m.Sources {
		for k := range m.Sources[i].Sheets {
			if sh := &m.Sources[i].Sheets[k]; sh.Plan != nil {
				out = append(out, within(sh, record.Ref{Source: uint16(i), Sheet: uint16(k)})...)
			}
		}
	}
	for _, c := range analysis.Contradictions(f) {
		if !slices.ContainsFunc(c.Tables, func(t record.Ref) bool { return linesHold(m, t) }) {
			out = append(out, c)
		}
	}
	return out
}

// linesHold reports that rapor.yaml says so of a table.
func linesHold(m *ingest.Manifest, table record.Ref) bool {
	p := m.Sources[table.Source].Sheets[table.Sheet].Plan
	return p != nil && p.LinesHold()
}

// within are the contradictions that the reading of one table found.
func within(sh *ingest.Sheet, at record.Ref) []analysis.Contradiction {
	var out []analysis.Contradiction
	from, to := restingOn(sh)
	off := sh.Tally.Off
	for _, x := range []analysis.Contradiction{
		{By: facts.ByTotal, Code: reject.TotalMismatch, Off: off.Total},
		{By: facts.BySum, Code: reject.PossibleTotal, Off: off.Sum},
		{By: facts.ByHidden, Code: reject.HiddenRow, Off: off.Hidden},
		{By: facts.ByStock, Code: reject.RemainderMismatch, Off: off.Stock},
	} {
		if x.Off != nil {
			x.Kind, x.Tables, x.Any, x.From, x.To = sh.Plan.Kind, []record.Ref{at}, true, from, to
			out = append(out, x)
		}
	}
	return out
}

// restingOn are the days for which a value rests on a table: of budgets and
// revenue the whole years; of what stays open, such as cases, every day.
func restingOn(sh *ingest.Sheet) (from, to record.Day) {
	if !sh.Tally.First.Known() || !sh.Tally.Last.Known() {
		return 0, 0
	}
	switch sh.Plan.Kind {
	case "ledger", "revenue":
		first, _, _ := sh.Tally.First.Date()
		last, _, _ := sh.Tally.Last.Date()
		return record.DayOf(first, 1, 1), record.DayOf(last, 12, 31)
	case "ticket", "queue_interval", "answer", "answer_count", "tout", "operation":
		return sh.Tally.First, sh.Tally.Last
	}
	return 0, 0
}
