package facts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapor/analysis/country"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// spelling is one way a label was written.
type spelling struct {
	n      int64
	first  record.Ref
	column string
}

// spellings brings labels together that differ only by letter case or spaces.
// The commonest spelling stands for all (ties: the first in order), so that
// the outcome does not depend on which file was read first.
type spellings struct{ seen map[string]*spelling }

func (s *spellings) note(text, column string, ref record.Ref) {
	if text == "" {
		return
	}
	if s.seen == nil {
		s.seen = map[string]*spelling{}
	}
	x, ok := s.seen[text]
	if !ok {
		x = &spelling{first: ref, column: column}
		s.seen[text] = x
	}
	x.n++
	if compareRef(ref, x.first) < 0 {
		x.first, x.column = ref, column
	}
}

// add notes a label that was counted elsewhere.
func (s *spellings) add(text string, x spelling) {
	s.note(text, x.column, x.first)
	s.seen[text].n += x.n - 1
}

// settle maps every label that is not the one to stand for its group, and
// lists them as findings.
func (s *spellings) settle() (as map[string]string, out []record.Reject) {
	return s.settleBy(func(label string) string { return label })
}

// settleBy brings together what has one name; of several spellings the name of
// the commonest stands.
func (s *spellings) settleBy(name func(string) string) (as map[string]string, out []record.Reject) {
	groups := map[string][]string{}
	for label := range s.seen {
		k := cased(name(label))
		groups[k] = append(groups[k], label)
	}
	as = map[string]string{}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b string) int {
			return cmp.Or(cmp.Compare(s.seen[b].n, s.seen[a].n), strings.Compare(a, b))
		})
		to := name(g[0])
		for _, label := range g {
			if len(g) == 1 || label == to {
				continue
			}
			x := s.seen[label]
			as[label] = to
			out = append(out, record.Reject{Ref: x.first, Column: x.column, Code: reject.LabelMerged, Shown: label,
				Hint: text.Same(fmt.Sprintf("→ %s (%d ×)", to, x.n))})
		}
	}
	SortRejects(out)
	return as, out
}

// cased is a label without the differences of case and spaces.
func cased(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// spell brings the labels of the queue together, column by column.
func (q *Queue) spell() {
	if len(q.visits) == 0 && len(q.intervals) == 0 {
		return
	}
	found := q.spelled()
	for i := range q.intervals {
		v := &q.intervals[i]
		for col, text := range [...]string{inOffice: v.Office, inService: v.Service, inClass: v.Class} {
			found[col].note(text, columnNames[col], v.Ref)
		}
	}
	var re [columns][]uint32
	for col := range found {
		as, merged := found[col].settle()
		if q.merged = append(q.merged, merged...); len(as) == 0 {
			continue
		}
		w := &q.words[col]
		re[col] = make([]uint32, w.size())
		for i, text := range slices.Clone(w.list) {
			if re[col][i] = uint32(i); as[text] != "" {
				re[col][i] = w.of(as[text])
			}
		}
		for i := range q.intervals {
			v := &q.intervals[i]
			if to := map[int]*string{inOffice: &v.Office, inService: &v.Service, inClass: &v.Class}[col]; to != nil {
				rename(as, to)
			}
		}
	}
	for i := range q.visits {
		q.visits[i].recode(&re)
	}
}

func rename(as map[string]string, texts ...*string) {
	for _, t := range texts {
		if to, ok := as[*t]; ok {
			*t = to
		}
	}
}

// spelled counts the labels of the visits by their codes: a reading has
// millions of visits and a few dozen labels. The series of a number is none.
func (q *Queue) spelled() (found [inSeries]spellings) {
	var by [inSeries][]spelling
	for col := range by {
		by[col] = make([]spelling, q.words[col].size())
	}
	for i := range q.visits {
		v := &q.visits[i]
		for col := range by {
			code := v.code[col]
			if code == 0 {
				continue
			}
			x := &by[col][code]
			if x.n++; x.n == 1 || compareRef(v.ref, x.first) < 0 {
				x.first, x.column = v.ref, columnNames[col]
			}
		}
	}
	for col := range by {
		for code, x := range by[col] {
			if x.n > 0 {
				found[col].add(q.words[col].list[code], x)
			}
		}
	}
	return found
}

// spell brings the labels of enforcement together, nationalities by what they
// mean: a person of RRT in one export is the one of Tiongkok in the next.
func (e *Enforcement) spell() {
	var s, nations spellings
	for i := range e.actions {
		a := &e.actions[i]
		nations.note(a.Nationality, "nationality", a.Ref)
		s.note(a.Article, "article", a.Ref)
		s.note(a.Label, "type", a.Ref)
	}
	for i := range e.cases {
		c := &e.cases[i]
		nations.note(c.Nationality, "nationality", c.Ref)
		s.note(c.Article, "article", c.Ref)
	}
	for i := range e.operations {
		s.note(e.operations[i].Level, "level", e.operations[i].Ref)
	}
	for i := range e.touts {
		s.note(e.touts[i].Outcome, "outcome", e.touts[i].Ref)
	}
	as, found := s.settle()
	nation, more := nations.settleBy(country.Name)
	e.merged = append(found, more...)
	for i := range e.actions {
		a := &e.actions[i]
		rename(as, &a.Article, &a.Label)
		rename(nation, &a.Nationality)
	}
	for i := range e.cases {
		rename(as, &e.cases[i].Article)
		rename(nation, &e.cases[i].Nationality)
	}
	for i := range e.operations {
		rename(as, &e.operations[i].Level)
	}
	for i := range e.touts {
		rename(as, &e.touts[i].Outcome)
	}
}

// spell brings the labels of surveys, complaints and applications together.
func (s *Survey) spell() {
	var x spellings
	for i := range s.answers {
		x.note(s.answers[i].Service, "service", s.answers[i].Ref)
	}
	for i := range s.applications {
		x.note(s.applications[i].Service, "service", s.applications[i].Ref)
	}
	for i := range s.complaints {
		x.note(s.complaints[i].Channel, "channel", s.complaints[i].Ref)
		x.note(s.complaints[i].Topic, "topic", s.complaints[i].Ref)
	}
	as, found := x.settle()
	s.merged = found
	for i := range s.answers {
		rename(as, &s.answers[i].Service)
	}
	for i := range s.applications {
		rename(as, &s.applications[i].Service)
	}
	for i := range s.complaints {
		rename(as, &s.complaints[i].Channel, &s.complaints[i].Topic)
	}
}
