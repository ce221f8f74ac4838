// Package facts folds records into mergeable aggregates, sliced by office,
// service and period. Merging is associative and order-free: any split of the
// input over files, chunks or workers, in any order, gives equal facts.
//
// It knows nothing of indicators, rules or texts. A Set is used by one
// goroutine at a time; each worker has its own and they are merged at the end.
package facts

import (
	"slices"

	"rapor/ingest/record"
)

// Selection says which facts an indicator is computed from.
type Selection struct {
	Office   string     // the office as named in the facts; "" = the office of the report
	From, To record.Day // inclusive
	Service  string     // "" = all
	Class    string     // "" = all
	Account  int16      // finance: 0 = all
	// Rest takes, of one dimension, the labels of the report's own office that do
	// not stand on their own, all together; only queues and surveys know such.
	Rest Dimension
}

// Set is all facts of one reading. It implements record.Sink.
type Set struct {
	Queue       Queue
	Finance     Finance
	Enforcement Enforcement
	Survey      Survey
	Volumes     Volumes
	Rejects     Rejects

	copies   []Contradiction  // tables that may be copies of others, once sealed
	byOffice map[string]int64 // rows, once sealed: every indicator asks
}

var _ record.Sink = (*Set)(nil)

// Checkpoint returns a function that takes back all that was folded since.
// Facts only grow by appending, so the slices as they are now are enough; the
// dictionaries stay, since a word that nothing uses changes nothing.
func (s *Set) Checkpoint() (undo func()) {
	was := *s
	was.Rejects = s.Rejects.checkpoint()
	return func() {
		words := s.Queue.words
		*s = was
		s.Queue.words = words
	}
}

// Merge adds the facts of o, which must not be used afterwards.
func (s *Set) Merge(o *Set) {
	s.Queue.merge(&o.Queue)
	from := o.kinds()
	for i, k := range s.kinds() {
		k.merge(from[i])
	}
	s.Rejects.merge(&o.Rejects)
}

// Seal puts everything in canonical order and settles which rows are one thing.
// It must be called once, after the last Merge and before use. It returns the
// rows set aside because another row says the same or more and those that
// belong to no period (NoPeriod), ordered by place, each row once.
func (s *Set) Seal() []record.Reject {
	var out findings
	s.Queue.seal(&out)
	s.Enforcement.spell()
	s.Survey.spell()
	for _, k := range s.kinds() {
		k.settle(&out)
	}
	s.Enforcement.recast(slices.Clone(out.list), &out)
	s.copies = out.copies
	s.Finance.judge(&out)
	s.Rejects.seal()
	s.group()
	out.add(s.undated()...)
	return eachOnce(out.all())
}

// eachOnce keeps one finding of a row that gave several records.
func eachOnce(list []record.Reject) []record.Reject {
	return slices.CompactFunc(list, func(a, b record.Reject) bool {
		return a.More == 0 && b.More == 0 && a.Ref == b.Ref
	})
}
