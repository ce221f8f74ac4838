// Package facts folds records into mergeable aggregates, sliced by office,
// service and period. Merging is associative and order-free: any split of the
// input over files, chunks or workers, in any order, gives equal facts.
//
// It knows nothing of indicators, rules or texts. A Set is used by one
// goroutine at a time; each worker has its own and they are merged at the end.
package facts

import "rapor/ingest/record"

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
	Rejects     Rejects

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
	s.Finance.merge(&o.Finance)
	s.Enforcement.merge(&o.Enforcement)
	s.Survey.merge(&o.Survey)
	s.Rejects.merge(&o.Rejects)
}

// Seal puts everything in canonical order and resolves duplicates between
// sources. It must be called once, after the last Merge and before use.
// It returns the rows set aside as duplicates, ordered by place.
func (s *Set) Seal() []record.Reject {
	var out findings
	s.Queue.seal(&out)
	s.Finance.seal(&out)
	s.Enforcement.seal(&out)
	s.Survey.seal(&out)
	s.Rejects.seal()
	s.group()
	return out.all()
}
