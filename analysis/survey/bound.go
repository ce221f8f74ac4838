package survey

import (
	"math/big"
	"slices"

	"rapor/ingest/record"
)

// Bounds of values when n rejected rows had counted: each is one respondent
// who scores each element from least to most, or leaves it empty.
const (
	leastScore = 1
	mostScore  = 4
)

// elementBounds are the least and greatest mean of an element; one that nobody
// answered may be answered by them.
func (s *Slice) elementBounds(e record.Element, n int64) (lo, hi *big.Rat) {
	all := s.filled[e] + n
	if s.alone(e) != nil || s.unweighed() {
		return nil, nil // nobody knows how many answered
	}
	if all == 0 {
		return nil, nil
	}
	return big.NewRat(s.sums[e]+leastScore*n, all), big.NewRat(s.sums[e]+mostScore*n, all)
}

func elementBound(e record.Element) func(*Slice, int64) (lo, hi *big.Rat) {
	return func(s *Slice, n int64) (lo, hi *big.Rat) { return s.elementBounds(e, n) }
}

// indexBound: every element at its least, or every one at its greatest.
// Elements nobody answered join at the end of the scale, as many of them as
// take the index furthest: a rounded weight times their number is not one.
func indexBound(s *Slice, n int64) (lo, hi *big.Rat) {
	if s.unweighed() || slices.ContainsFunc(s.counted.means[:], func(m *big.Rat) bool { return m != nil }) {
		return nil, nil
	}
	least, most := new(big.Rat), new(big.Rat)
	var k, unanswered int64
	for e := range record.Element(record.Elements) {
		if s.filled[e] == 0 {
			unanswered++
			continue
		}
		a, b := s.elementBounds(e, n)
		least.Add(least, a)
		most.Add(most, b)
		k++
	}
	if n == 0 {
		unanswered = 0
	}
	for j := range unanswered + 1 {
		if k+j == 0 {
			continue
		}
		w := s.weight(k + j)
		a := s.weighted(new(big.Rat).Add(least, big.NewRat(leastScore*j, 1)), w)
		b := s.weighted(new(big.Rat).Add(most, big.NewRat(mostScore*j, 1)), w)
		lo = lesser(lo, a)
		if hi == nil || b.Cmp(hi) > 0 {
			hi = b
		}
	}
	return lo, hi
}

// lesser is the lesser of two values, of which the first may not be known yet.
func lesser(a, b *big.Rat) *big.Rat {
	if a == nil || b.Cmp(a) < 0 {
		return b
	}
	return a
}

// lowestBound: the lowest of the least means, and of the greatest means of the
// elements answered already.
func lowestBound(s *Slice, n int64) (lo, hi *big.Rat) {
	if slices.ContainsFunc(s.counted.means[:], func(m *big.Rat) bool { return m != nil }) {
		return nil, nil
	}
	for e := range record.Element(record.Elements) {
		a, b := s.elementBounds(e, n)
		if a != nil && (lo == nil || a.Cmp(lo) < 0) {
			lo = a
		}
		if s.filled[e] > 0 && (hi == nil || b.Cmp(hi) < 0) {
			hi = b
		}
	}
	return lo, hi
}

// adequacyBound: the rows are tickets, which ask for a larger sample, or
// respondents.
func adequacyBound(s *Slice, n int64) (lo, hi *big.Rat) {
	users := s.Users()
	return big.NewRat(s.n, s.need(users+n)), big.NewRat(s.n+n, s.need(users))
}
