package layout

import (
	"slices"
	"strings"
)

// needed is a number of fields of which a table needs some.
type needed struct {
	n      int
	fields []string
}

func neededOf(s string) needed {
	n := needed{n: 1}
	if len(s) > 2 && s[0] >= '1' && s[0] <= '9' && s[1] == ' ' {
		n.n, s = int(s[0]-'0'), s[2:]
	}
	n.fields = strings.Split(s, "|")
	return n
}

// lacksNeeded lists a column of each need that is not met.
func (l *Layout) lacksNeeded(seen map[string]bool) []*Column {
	var out []*Column
	for _, need := range l.needs {
		n := 0
		for _, f := range need.fields {
			if seen[f] {
				n++
			}
		}
		if n >= need.n {
			continue
		}
		if c, ok := l.column(need.fields[0]); ok {
			out = append(out, c)
		}
	}
	return out
}

// anchored reports that the table speaks of what the layout is about: in a
// heading, in a row above it, or in the name of its sheet or file.
func (w *window) anchored(l *Layout) bool {
	if len(l.Anchor) == 0 {
		return true
	}
	for c := range w.heads {
		for _, t := range w.heads[c].path {
			if w.ix.speaks(l, t) {
				return true
			}
		}
	}
	for i := range w.ix.rows {
		r := &w.ix.rows[i]
		if r.N >= w.rows[0].N {
			break
		}
		if texts(r) > titleCells {
			continue
		}
		for k := range r.Cells {
			if w.ix.speaks(l, r.Cells[k].Text) {
				return true
			}
		}
	}
	return w.ix.speaks(l, w.ix.sheet) || w.ix.speaks(l, w.ix.file)
}

// speaks reports that a text has the concepts of an anchor, and none that the
// anchor bars with "!".
func (ix *index) speaks(l *Layout, text string) bool {
	list := ix.heading(text).concepts
	return slices.ContainsFunc(l.Anchor, func(anchor string) bool {
		for c := range strings.FieldsSeq(anchor) {
			c, absent := strings.CutPrefix(c, "!")
			if slices.Contains(list, c) == absent {
				return false
			}
		}
		return true
	})
}
