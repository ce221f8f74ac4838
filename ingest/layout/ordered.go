package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/text"
)

// leastOrdered is how many rows show that columns of times follow one another.
const leastOrdered = 8

// stages are the times of a visit by how many of them a table has.
var stages = map[int][]string{
	2: {"taken", "called"}, 3: {"taken", "started", "ended"}, 4: {"taken", "called", "started", "ended"},
}

// byOrder proposes tickets for a table of which no heading is known, where two
// to four columns are times of day that follow one another in every row. It is a
// question to the office, never a reading.
func (ix *index) byOrder() []Proposal {
	at := slices.IndexFunc(ix.rows, func(r grid.Row) bool { return texts(&r) > 1 })
	if at < 0 || figures(ix.rows[at].Cells) {
		return nil
	}
	w := ix.window(ix.rows[at:at+1], nil)
	var times, days []int
	running := -1
	for c := range w.heads {
		switch p := w.profile(c); {
		case len(w.heads[c].path) == 0:
		case p.most(p.clocks + p.stamps):
			times = append(times, c)
		case p.most(p.dates):
			days = append(days, c)
		case running < 0 && p.runs && p.most(p.numbers):
			running = c
		}
	}
	if stages[len(times)] == nil || len(days) > 1 || !w.follow(times) {
		return nil
	}
	layouts := slices.IndexFunc(ix.layouts, func(l Layout) bool { return l.Kind == "ticket" })
	if layouts < 0 {
		return nil
	}
	return []Proposal{w.ordered(&ix.layouts[layouts], times, days, running)}
}

// follow reports that the times of each row stand in the order of their columns,
// and are not the same throughout.
func (w *window) follow(times []int) bool {
	rows, apart := 0, false
	for i := range w.ix.rows {
		r := &w.ix.rows[i]
		if r.N <= w.rows[len(w.rows)-1].N || times[len(times)-1] >= len(r.Cells) {
			continue
		}
		last := ""
		for _, c := range times {
			t := clockText(&r.Cells[c])
			if t == "" {
				continue
			}
			if last != "" && t < last {
				return false
			}
			apart = apart || last != "" && t > last
			last = t
		}
		rows++
	}
	return rows >= leastOrdered && apart
}

// clockText is a time as texts of one form compare: with two digits of the hour.
func clockText(c *grid.Cell) string {
	s := strings.TrimSpace(c.Text)
	if i := strings.IndexAny(s, ":."); i == 1 {
		return "0" + s
	}
	return s
}

func (w *window) ordered(l *Layout, times, days []int, running int) Proposal {
	out := Proposal{Guess: true, Kind: l.Kind, Layout: l.ID, Title: l.Title, Header: []uint32{w.rows[0].N}}
	why := text.T("jam-jamnya berurutan pada setiap baris", "the times follow one another in every row")
	for c := range w.heads {
		if len(w.heads[c].path) == 0 {
			continue
		}
		col := ProposedColumn{Heading: w.headingOf(c)}
		out.Form = append(out.Form, strings.TrimSpace(w.heads[c].path[0]))
		switch k := slices.Index(times, c); {
		case k >= 0:
			col.Field, col.Why = stages[len(times)][k], why
		case slices.Contains(days, c):
			col.Field, col.Why = "day", text.T("isinya tanggal", "its cells are dates")
		case c == running:
			col.Field, col.Why = "number", text.T("isinya nomor berurut", "its cells are running numbers")
		}
		out.Headings = append(out.Headings, col)
	}
	if len(days) == 0 {
		out.Missing = append(out.Missing, MissingField{Field: "day", Headings: []string{"tanggal"}, Constant: true})
	}
	return out
}
