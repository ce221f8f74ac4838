package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// Rejects keeps every rejected row and every doubt, in order of place once
// sealed.
type Rejects struct{ list []record.Reject }

// Reject keeps one rejected row or doubt.
func (s *Set) Reject(r record.Reject) { s.Rejects.list = append(s.Rejects.list, r) }

func (r *Rejects) merge(o *Rejects) { r.list = append(r.list, o.list...) }

func (r *Rejects) seal() { SortRejects(r.list) }

// All lists the rejects in order of place.
func (r *Rejects) All() []record.Reject { return r.list }

// SortRejects orders rejects by place, column and code, then by all the rest:
// the doubts of a sheet share a place.
func SortRejects(list []record.Reject) {
	slices.SortFunc(list, func(a, b record.Reject) int {
		return cmp.Or(compareRef(a.Ref, b.Ref), strings.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code),
			strings.Compare(a.Hint.ID, b.Hint.ID), strings.Compare(a.Shown, b.Shown))
	})
}
