package ingest

import (
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// MoveAside corrects the accounting for rows that were used before they were
// compared with all others: set aside now, or rejected where their code says so.
func (m *Manifest) MoveAside(rows []record.Reject) {
	for _, d := range rows {
		p, _ := reject.Lookup(d.Code)
		if p.Severity == reject.Note {
			continue // said of rows that count
		}
		t := &m.Sources[d.Ref.Source].Sheets[d.Ref.Sheet].Tally
		n := max(1, d.More)
		t.Used -= n
		if p.Severity == reject.Rejected {
			t.Rejected += n
			continue
		}
		t.Aside += n
	}
}

// Span is the first and last data date of all sheets.
func (m *Manifest) Span() (first, last record.Day) {
	for _, s := range m.Sources {
		for _, sh := range s.Sheets {
			if f := sh.Tally.First; f.Known() && (!first.Known() || f < first) {
				first = f
			}
			last = max(last, sh.Tally.Last)
		}
	}
	return first, last
}

// latest is the last year that the file can speak of; 0 = not known.
func (s *Source) latest() int {
	if s.changed.IsZero() {
		return 0
	}
	return s.changed.UTC().Year() + 1
}

// Newest is the day on which the newest file that was read was last changed.
func (m *Manifest) Newest() record.Day {
	var last record.Day
	for _, s := range m.Sources {
		if s.changed.IsZero() {
			continue
		}
		y, month, d := s.changed.UTC().Date()
		last = max(last, record.DayOf(y, int(month), d))
	}
	return last
}

// SheetName is the name of a sheet as its file has it, that of a further table
// of it too; "" for a file without sheets.
func (s *Source) SheetName(i int) string { return s.Sheets[i].sheet }

// Expected reports a sheet that holds a table which was not recognised, and
// which an entry of rapor.yaml could make known.
func (sh *Sheet) Expected() bool {
	return sh.Refused == reject.NoLayout || sh.Refused == reject.SeveralLayouts || sh.Refused == reject.MissingColumn
}
