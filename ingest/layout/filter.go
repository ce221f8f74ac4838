package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// filter is one condition of an override.
type filter struct {
	index int
	want  string
	not   bool
}

// filters resolves the conditions of an override to columns. A table without
// one of them is refused: unfiltered, its rows would count wrongly.
func (p *Plan) filters() ([]filter, error) {
	if p.ov == nil {
		return nil, nil
	}
	var out []filter
	for _, f := range p.ov.Filter {
		name, want, ok := strings.Cut(f, "=")
		if !ok {
			return nil, &grid.RefusedError{Code: reject.MissingColumn, Detail: text.Same("filter " + f)}
		}
		name, not := strings.CutSuffix(name, "!")
		found := false
		for _, c := range p.Columns {
			last := c.Header[strings.LastIndex(c.Header, "> ")+1:]
			if fold(c.Header) == fold(name) || fold(last) == fold(name) {
				out, found = append(out, filter{c.Index, strings.TrimSpace(want), not}), true
				break
			}
		}
		if !found {
			return nil, &grid.RefusedError{Code: reject.MissingColumn, Detail: text.Same("filter " + f + ": " + strings.TrimSpace(name))}
		}
	}
	return out, nil
}

func keep(filters []filter, r *grid.Row) bool {
	for _, f := range filters {
		got := ""
		if f.index < len(r.Cells) {
			got = strings.TrimSpace(r.Cells[f.index].Text)
		}
		if strings.EqualFold(got, f.want) == f.not {
			return false
		}
	}
	return true
}
