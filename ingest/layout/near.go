package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// nearMiss is the header that came closest to a layout without fitting it:
// three columns or more were found, and only required ones are missing.
type nearMiss struct {
	plan  *Plan
	lacks []*Column
}

// nearHits is how many columns make a layout worth naming: dates and numbers
// alone head many tables.
const nearHits = 3

func (n *nearMiss) see(p *Plan, lacks []*Column) {
	if p.used() < nearHits {
		return
	}
	if n.plan == nil || len(lacks) < len(n.lacks) || len(lacks) == len(n.lacks) && p.Score > n.plan.Score {
		n.plan, n.lacks = p, lacks
	}
}

// String names the layout and, for each missing column, the first headers
// under which it would be found.
func (n *nearMiss) String() string {
	var missing []string
	for _, c := range n.lacks {
		missing = append(missing, strings.Join(c.Aliases[:min(len(c.Aliases), 3)], " / "))
	}
	return n.plan.Layout + ": " + strings.Join(missing, "; ")
}

// firstHeader shows the texts of the row that looks most like a header, so
// that a person sees what was not recognised.
func firstHeader(rows []grid.Row) string {
	best, text := 0, ""
	for _, r := range rows[:min(len(rows), 12)] {
		var words []string
		for _, c := range r.Cells {
			if c.Kind == grid.Text && letters(c.Text) && len(c.Text) < 60 {
				words = append(words, strings.TrimSpace(c.Text))
			}
		}
		if len(words) > best {
			best, text = len(words), strings.Join(words, " | ")
		}
	}
	return clipped(text)
}

// String names the field and the columns that may be it.
func (u *unsure) String() string {
	return u.field + ": " + strings.Join(u.headings, " / ")
}

func (u *unsure) sameHeading() text.Text {
	h := strconv.Quote(u.headings[0])
	return text.T(u.String()+"; kolom-kolom yang berjudul "+h+" berisi lain-lain: beri judul yang berbeda di berkasnya, atau "+
		"pisahkan tabel yang berdampingan",
		u.String()+"; columns headed "+h+" hold different things: give them different headings in the file, or part the tables "+
			"that stand side by side")
}

// refusal says why a table is not read: none of the layouts fits, something is
// missing, or it may be read in two ways. nil: it is read.
func (ix *index) refusal(top, second *Plan, near *nearMiss, rows []grid.Row) error {
	refuse := func(code reject.Code, said string, list ...Proposal) error {
		return &grid.RefusedError{Code: code, Detail: ix.advice(said, list...)}
	}
	of := func(p *Plan) Proposal { return (&nearMiss{plan: p}).proposal() }
	switch {
	case top == nil && near.plan != nil:
		return refuse(reject.MissingColumn, near.String(), near.proposal())
	case top == nil:
		return &grid.RefusedError{Code: reject.NoLayout, Detail: ix.nearly(firstHeader(rows))}
	case second != nil && second.Kind != top.Kind && top.Score-second.Score <= margin(top, second):
		return refuse(reject.SeveralLayouts, top.Layout+" / "+second.Layout, of(top), of(second))
	case len(top.unnamed()) > 0:
		p := of(top)
		for _, h := range top.unnamed() {
			p.Unsure = append(p.Unsure, UnsureField{top.missingElement(), []string{h}})
		}
		return refuse(reject.MissingColumn, top.Layout+": "+strings.Join(top.unnamed(), " / "), p)
	case len(top.unsure) > 0 && top.unsure[0].beside:
		return &grid.RefusedError{Code: reject.SeveralLayouts, Detail: top.unsure[0].sameHeading()}
	case len(top.unsure) > 0:
		return refuse(reject.SeveralLayouts, top.unsure[0].String(), of(top).each()...)
	}
	return nil
}

// each gives the proposal once for each column that the first unsure field may
// be, so that every answer stands there to be copied.
func (p Proposal) each() []Proposal {
	var out []Proposal
	first := p.Unsure[0]
	for i, h := range first.Headings {
		if slices.Contains(first.Headings[:i], h) {
			continue // one line for both: the left one is read
		}
		q := p
		turned := append(slices.Clone(first.Headings[i:]), first.Headings[:i]...)
		q.Unsure = append([]UnsureField{{first.Field, turned}}, p.Unsure[1:]...)
		out = append(out, q)
	}
	return out
}

// missingElement is the first element of a survey that no column was found for.
func (p *Plan) missingElement() string {
	for _, e := range elements {
		if !slices.ContainsFunc(p.Columns, func(c PlanColumn) bool { return c.Field == e }) {
			return e
		}
	}
	return elements[0]
}

// close is how near the scores of two layouts may not be where one of them is
// told by words of headings: half a column.
const close = 4

func margin(a, b *Plan) int {
	if a.worded > 0 || b.worded > 0 {
		return close
	}
	return 0
}
