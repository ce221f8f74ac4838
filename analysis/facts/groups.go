package facts

import (
	"cmp"
	"maps"
	"slices"

	"rapor/ingest/record"
)

// How many labels of a dimension stand on their own; those beyond them are
// looked at together. An office has a dozen services, the country fewer than
// 200 offices: a column with more holds something else, and a group of each of
// its texts would tell nobody anything.
const (
	MaxGroups  = 50  // services, ticket classes
	MaxOffices = 200 // beside the office of the report
)

// Dimension names what Selection.Rest is the rest of.
type Dimension uint8

const (
	NoRest Dimension = iota
	ByService
	ByClass
)

// first are the labels of one dimension that stand on their own: the commonest,
// ties by name, over all facts, so that they do not depend on the order of
// reading and are the same in every period. nil: all of them do.
type first map[string]bool

// commonest keeps the commonest labels; the empty one is no label.
func commonest(counts map[string]int64, limit int) first {
	delete(counts, "")
	if len(counts) <= limit {
		return nil
	}
	list := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	kept := first{}
	for _, s := range list[:limit] {
		kept[s] = true
	}
	return kept
}

// beyond reports a label that does not stand on its own.
func (f first) beyond(label string) bool { return f != nil && label != "" && !f[label] }

// split parts sorted labels into those that stand on their own and the number
// of the others.
func (f first) split(list []string) (own []string, rest int) {
	own = slices.DeleteFunc(list, f.beyond)
	return own, len(list) - len(own)
}

// selects reports whether a label belongs to a selection of this dimension:
// one label, all of them, or those that do not stand on their own.
func (f first) selects(d Dimension, sel *Selection, want, label string) bool {
	if sel.Rest == d {
		return f.beyond(label)
	}
	return want == "" || want == label
}

// group finds the labels that stand on their own, once all facts are in place:
// services and classes by the rows of the report's own office, offices by all.
func (s *Set) group() {
	q := &s.Queue
	s.byOffice = s.offices()
	services, classes, offices := map[string]int64{}, map[string]int64{}, maps.Clone(s.byOffice)
	q.each(q.visits, everything(""), func(_ *Visit, l Lane) {
		services[l.Service]++
		classes[l.Class]++
	})
	for i := range q.intervals {
		v := &q.intervals[i]
		offices[v.Office] += v.Count
		if v.Office == "" {
			services[v.Service] += v.Count
			classes[v.Class] += v.Count
		}
	}
	surveyed := map[string]int64{}
	s.Survey.Answers(everything(""), func(a *record.Answer) { surveyed[a.Service]++ })
	q.services, q.classes, q.offices = commonest(services, MaxGroups), commonest(classes, MaxGroups), commonest(offices, MaxOffices)
	s.Survey.services = commonest(surveyed, MaxGroups)
}

// PartOffices lists the offices other than the report's own: those that stand
// on their own, sorted, and the others.
func (s *Set) PartOffices() (list, others []string) {
	all := s.Offices()
	for _, o := range all {
		if s.Queue.offices.beyond(o) {
			others = append(others, o)
		}
	}
	list, _ = s.Queue.offices.split(all)
	return list, others
}
