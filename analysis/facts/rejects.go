package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// MaxRejects is how many rejects of one source are kept one by one, in the
// order they were read; the others are counted by sheet and code. A source is
// read by one worker from its start to its end, so the choice depends on
// nothing but the source.
const MaxRejects = 250_000

// Rejects keeps the rejected rows and doubts, in order of place once sealed.
type Rejects struct {
	list   []record.Reject
	source uint16 // being read
	kept   int    // of it
	more   []record.Reject
}

// Reject keeps one rejected row or doubt.
func (s *Set) Reject(r record.Reject) { s.Rejects.add(r) }

func (r *Rejects) add(x record.Reject) {
	if x.Ref.Source != r.source {
		r.source, r.kept = x.Ref.Source, 0
	}
	if r.kept < MaxRejects {
		r.kept++
		r.list = append(r.list, x)
		return
	}
	for i := len(r.more) - 1; i >= 0 && r.more[i].Ref.Source == x.Ref.Source; i-- {
		if m := &r.more[i]; m.Ref.Sheet == x.Ref.Sheet && m.Code == x.Code {
			m.More++
			return
		}
	}
	r.more = append(r.more, record.Reject{Ref: x.Ref, Code: x.Code, More: 1})
}

// checkpoint is the rejects as they are, safe from those that follow.
func (r Rejects) checkpoint() Rejects {
	r.more = slices.Clone(r.more)
	return r
}

func (r *Rejects) merge(o *Rejects) {
	r.list, r.more = append(r.list, o.list...), append(r.more, o.more...)
	*o = Rejects{}
}

func (r *Rejects) seal() {
	r.list, r.more = append(r.list, r.more...), nil
	SortRejects(r.list)
}

// All lists the rejects in order of place.
func (r *Rejects) All() []record.Reject { return r.list }

// SortRejects orders rejects by place, column and code, then by all the rest:
// the doubts of a sheet share a place.
func SortRejects(list []record.Reject) {
	slices.SortFunc(list, func(a, b record.Reject) int {
		if c := compareRef(a.Ref, b.Ref); c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code),
			strings.Compare(a.Hint.ID, b.Hint.ID), strings.Compare(a.Shown, b.Shown), cmp.Compare(a.More, b.More))
	})
}

// MaxFindings is how many findings of one code on one sheet are kept one by
// one, duplicates among them: a note on each of a million rows says no more
// than their number.
const MaxFindings = 100_000

// findings gathers what sealing and the audit find, in the order of the sealed
// facts.
type findings struct {
	list []record.Reject
	seen map[findingPlace]*found
	// copies are tables that may be copies of others, and count.
	copies []Contradiction
}

type findingPlace struct {
	source, sheet uint16
	code          reject.Code
}

// found is the findings of one code on one sheet.
type found struct {
	kept int
	more record.Reject // those that are not listed
}

func (f *findings) add(list ...record.Reject) {
	for _, x := range list {
		x.Ref.Rest, x.Other.Rest = 0, 0 // no part of the place
		at := findingPlace{x.Ref.Source, x.Ref.Sheet, x.Code}
		s := f.seen[at]
		if s == nil {
			if f.seen == nil {
				f.seen = map[findingPlace]*found{}
			}
			s = &found{more: record.Reject{Ref: x.Ref, Code: x.Code}}
			f.seen[at] = s
		}
		if s.kept < MaxFindings {
			s.kept++
			f.list = append(f.list, x)
			continue
		}
		if s.more.More == 0 || compareRef(x.Ref, s.more.Ref) < 0 {
			s.more.Ref = x.Ref
		}
		s.more.More++
	}
}

// all lists the findings in order of place.
func (f *findings) all() []record.Reject {
	for _, s := range f.seen {
		if s.more.More > 0 {
			f.list = append(f.list, s.more)
		}
	}
	SortRejects(f.list)
	return f.list
}
