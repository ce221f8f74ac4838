package layout

import (
	"slices"
	"strings"

	"rapor/ingest/vocabulary"
)

// takenWords are the concepts by which a heading of days speaks of the moment a
// ticket was taken.
var takenWords = set("queue ticket arrive enter register create take print issue visit stamp")

// stamps takes the column of days for the time that tickets were taken, where
// no other column has it, its cells hold hours, and its heading speaks of that
// moment: the day follows from the stamps.
func (a *assignment) stamps() {
	if _, has := a.l.Words["taken"]; !has || a.seen["taken"] || !a.seen["day"] {
		return
	}
	for i := range a.p.Columns {
		c := &a.p.Columns[i]
		if c.Field != "day" || !a.w.profile(c.Index).most(a.w.profile(c.Index).stamps) {
			continue
		}
		concepts := a.w.ix.heading(strings.Join(a.w.heads[c.Index].path, " ")).concepts
		if slices.ContainsFunc(concepts, func(s string) bool { return takenWords[s] }) {
			c.Field, a.seen["taken"] = "taken", true
			a.worded++
		}
	}
}

// numbers takes nine columns that are numbered one to nine, and hold answers,
// for the nine elements: the index does not hang on which is which.
func (a *assignment) numbers() {
	if a.l.Kind != "answer" || slices.ContainsFunc(elements, func(e string) bool { return a.seen[e] }) {
		return
	}
	f, _ := a.kind.field(elements[0])
	var at []int
	for c := range a.w.heads {
		h := &a.w.heads[c]
		if len(h.path) == 0 || a.holds(c) {
			continue
		}
		if n, ok := vocabulary.QuestionNumber(h.path[len(h.path)-1]); ok && n == len(at)+1 && a.w.profile(c).fits(f) == apt {
			at = append(at, c)
		} else if ok {
			return // a tenth one, or another order
		}
	}
	if len(at) != len(elements) {
		return
	}
	for i, c := range at {
		a.give(c, elements[i], nil)
		a.score += byWords
		a.worded++
	}
	a.p.numbered = true
}

// unnamed lists the columns of answers of a survey that no element is known
// for, while elements are missing: an index without them would be another.
func (p *Plan) unnamed() []string {
	if p.Kind != "answer" {
		return nil
	}
	n := 0
	for _, c := range p.Columns {
		if slices.Contains(elements, c.Field) {
			n++
		}
	}
	if n == 0 || n >= len(elements) {
		return nil
	}
	k, _ := kindOf(p.Kind)
	f, _ := k.field(elements[0])
	var out []string
	for c := range p.window.heads {
		h := &p.window.heads[c]
		if len(h.path) == 0 || slices.ContainsFunc(p.Columns, func(x PlanColumn) bool { return x.Index == c }) {
			continue
		}
		last := h.path[len(h.path)-1]
		_, numbered := vocabulary.QuestionNumber(last)
		words := len(strings.Fields(last))
		if (numbered || words > 3 || counted(last)) && p.window.profile(c).fits(f) == apt {
			out = append(out, last)
		}
	}
	return out
}

// counted reports a heading that begins with the number of a question.
func counted(heading string) bool {
	first, _, more := strings.Cut(strings.TrimSpace(heading), " ")
	_, ok := vocabulary.QuestionNumber(strings.Trim(first, ".):-"))
	return more && ok
}
