package layout

import (
	"strings"

	"rapor/ingest/grid"
)

// naming are the fields that say of what a row's numbers are; one that fills
// none of them is of nothing that could be named.
var naming = []string{"account", "code", "nationality", "type", "matter", "label"}

// nameless is the column that a row lacks, "" where it names what it counts.
func (r *runner) nameless(row *grid.Row) string {
	for _, at := range r.p.names {
		if strings.TrimSpace(cellAt(row, at).Text) != "" {
			return ""
		}
	}
	if len(r.p.names) == 0 {
		return ""
	}
	return r.p.header(r.p.names[0])
}
