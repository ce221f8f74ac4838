package ingest

import (
	"fmt"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/reject"
)

// claims says of the table above another one that its rows are records of that
// other: its header stands too low on the sheet.
func (s *Source) claims(sh grid.Sheet, first int, p *layout.Plan) error {
	if len(s.Sheets) == first {
		return nil
	}
	last := &s.Sheets[len(s.Sheets)-1]
	if last.Refused != reject.NoLayout {
		return nil
	}
	a, err := p.Claims(layout.Section(sh, last.from, nil))
	if err == nil && a.Code != "" {
		last.Refused, last.Detail = a.Code, a.Detail
	}
	return err
}

// part begins the next table of a sheet, whose first is the one at first.
func (s *Source) part(sh grid.Sheet, first int, from uint32) Sheet {
	part := Sheet{Name: sh.Name(), sheet: sh.Name(), latest: s.latest(), from: from}
	if n := len(s.Sheets) - first; n > 0 {
		part.Name = strings.TrimSpace(fmt.Sprintf("%s [%d]", sh.Name(), n+1))
	}
	return part
}

// join adds the part of a table below a header that came again.
func (sh *Sheet) join(part *Sheet) {
	sh.Tally.Join(&part.Tally, part.Plan)
	sh.Changed = append(sh.Changed, part.Changed...)
	sh.moved = append(sh.moved, part.Plan)
}

// planAt is how a row of the table is read.
func (sh *Sheet) planAt(row uint32) *layout.Plan {
	at := sh.Plan
	for _, p := range sh.moved {
		if row > p.HeaderRows[0] {
			at = p
		}
	}
	return at
}
