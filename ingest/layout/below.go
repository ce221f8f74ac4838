package layout

import (
	"errors"
	"strings"

	"rapor/ingest/grid"
)

const (
	belowRows  = 100_000 // of a sheet whose first rows fit no layout that are looked at
	belowTries = 8       // headings that are held against all layouts
	aboveRows  = 12      // titles above a heading that belong to it
)

// Below looks for a known table further down on a sheet whose first rows fit no
// layout: the row from which Match finds one, 0 for none. Most rows are passed
// over by their first number; those that name columns are tried, each wording
// once and belowTries of them at most.
func Below(s grid.Sheet, file string, layouts []Layout, ov *Override) (uint32, error) {
	if ov != nil && len(ov.Header) > 0 {
		return 0, nil // the office says where the table begins
	}
	ix := newIndex(ov.candidates(layouts))
	tried := map[string]bool{}
	for at := uint32(0); len(tried) < belowTries; {
		from, heading, words, err := ix.headingAfter(s, at, tried)
		if err != nil || from == 0 {
			return 0, err
		}
		tried[words] = true
		if _, err := Match(Section(s, from, nil), file, layouts, ov); err == nil {
			return from, nil
		} else if _, no := errors.AsType[*grid.RefusedError](err); !no {
			return 0, err
		}
		at = heading
	}
	return 0, nil
}

// headingAfter finds the next row below a row, and below those that Match has
// searched, that may head a known table: its number, the titles above it
// included, and its words.
func (ix *index) headingAfter(s grid.Sheet, after uint32, tried map[string]bool) (from, heading uint32,
	said string, err error) {
	n, above := 0, 0
	err = s.Rows(func(r *grid.Row) bool {
		n++
		wordy, words := wordsOf(r)
		if !wordy && words > 2 || above == aboveRows {
			above = 0
		}
		if wordy || words <= 2 {
			if above++; above == 1 {
				from = r.N
			}
		}
		if wordy && n > searchRows-headerHeight && r.N > after && ix.mayHead(r, words) {
			if said = rowText(r); !tried[said] {
				heading = r.N
				return false
			}
		}
		return n < belowRows
	})
	if heading == 0 {
		from = 0
	}
	return from, heading, said, err
}

// wordsOf counts the filled cells of a row and reports that none of them is a
// number, nor begins with a digit.
func wordsOf(r *grid.Row) (wordy bool, filled int) {
	wordy = true
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Text == "" {
			continue
		}
		filled++
		wordy = wordy && c.Kind != grid.Number && (c.Text[0] < '0' || c.Text[0] > '9')
	}
	return wordy && filled > 0, filled
}

// mayHead reports that half of the words of a row, and two at least, name
// columns of layouts or values of their dimensions.
func (ix *index) mayHead(r *grid.Row, words int) bool {
	if words < 2 {
		return false
	}
	known := 0
	for i := range r.Cells {
		t := r.Cells[i].Text
		if t == "" {
			continue
		}
		f := ix.known(t)
		if _, month := monthName(t); len(ix.alias[f]) > 0 || len(ix.own[f]) > 0 || ix.values[f] || month ||
			ix.heading(t).means != nil {
			known++
		} else if bare, _, ok := cutHeadingUnit(t); ok && len(ix.alias[bare]) > 0 {
			known++
		}
	}
	return known >= 2 && 2*known >= words
}

// rowText is the words of a row as one text.
func rowText(r *grid.Row) string {
	var b strings.Builder
	for i := range r.Cells {
		b.WriteString(fold(r.Cells[i].Text))
		b.WriteByte('\x00')
	}
	return b.String()
}
